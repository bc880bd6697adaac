import { fr } from '@acquit/recovery';
import type { BookCustomer, ReadResult } from '../../intake/index.ts';
import type { IncomingRefusal } from './incoming.ts';
import type { StagedParts } from './staged-parts.ts';

/** Entries of one account on one day that are told apart together, in memory; a bank groups what is more. */
const MOST_OF_ONE_DAY = 30_000;

/**
 * Why a file too large is not imported although it could be read: part of it would be taken for the whole. Null when
 * everything it says is at hand.
 */
export function refusalOfLarge(read: ReadResult, staged: StagedParts | undefined): IncomingRefusal | null {
  const { items, customers } = staged?.leftOut ?? leftOutOf(read.book?.customers ?? []);
  if (items > 0)
    return {
      code: 'BookTooLarge',
      message: fr`Cette comptabilité compte plus de lignes ouvertes de clients qu’Acquit n’en compare d’un coup : ${items} n’ont pas pu être lues, et rien n’a été enregistré. Lettrez les comptes, ou exportez un exercice à la fois.`,
      facts: { items, customers },
    };
  if (staged !== undefined && staged.mostOfOneDay > MOST_OF_ONE_DAY)
    return {
      code: 'DayTooLarge',
      message: fr`Ce relevé compte ${staged.mostOfOneDay} opérations le même jour, plus que la limite de ${MOST_OF_ONE_DAY} : rien n’a été enregistré. Demandez à votre banque un relevé qui regroupe les remises.`,
      facts: { found: staged.mostOfOneDay, limit: MOST_OF_ONE_DAY },
    };
  return null;
}

/** Open lines that a reader had no room for, and the number of customers they are of. */
export interface LeftOut {
  items: number;
  customers: number;
}

/** What the readers had to leave out of some customers. */
export function leftOutOf(customers: readonly BookCustomer[]): LeftOut {
  const short = customers.flatMap(({ leftOut }) => (leftOut === undefined ? [] : [leftOut.items]));
  return { items: short.reduce((sum, items) => sum + items, 0), customers: short.length };
}
