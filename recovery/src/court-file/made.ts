import type { Route } from '@acquit/law';
import type { CourtAccount } from './account.ts';
import type { CourtFileFacts } from './facts.ts';
import type { CourtDocument } from './model.ts';

/** What a document is composed from: the facts, the account of the day, and what the law says of the route. */
export interface Made {
  facts: CourtFileFacts;
  account: CourtAccount;
  /** Null when the route could not be computed, or when what is prepared is no route. */
  found: Route | null;
}

export type Composer = (made: Made) => CourtDocument;
