import type { Route } from '@acquit/law';
import type { TitleView } from '../views/procedures.ts';
import type { CourtAccount } from './account.ts';
import type { CourtFileFacts } from './facts.ts';
import type { CourtDocument } from './model.ts';

/** What a document is composed from: the facts, the account of the day, and what the law says of the route. */
export interface Made {
  facts: CourtFileFacts;
  account: CourtAccount;
  /** Null when the route could not be computed, or when what is prepared is no route. */
  found: Route | null;
  /**
   * The title that the file enforces: what is asked is then what it grants, with the interest it bears. Null while there is
   * none, or while the file is for getting one.
   */
  titled: TitleView | null;
}

/** What the file asks on its day, in cents: by its title once there is one, else by the account of the claims. */
export function askedCents({ account, titled }: Made): number {
  return titled === null ? account.totalCents : titled.totalDueCents;
}

export type Composer = (made: Made) => CourtDocument;
