/** The doubts that an accounting book leaves, whatever its layout. */

import type { DoubtCode } from '../../messages.ts';
import type { Facts } from '../../result.ts';
import type { BookBuilder } from './book-builder.ts';

/** Says what the entries and the customers of a book leave to doubt; `items` is the number of lines of customers. */
export function tellBook(
  { findings, entries }: BookBuilder,
  customers: number,
  doubt: (code: DoubtCode, facts: Facts) => void,
): void {
  const unbalanced = entries.unbalanced();
  if (unbalanced.count > 0) doubt('EntriesUnbalanced', unbalanced);
  if (customers === 0) doubt('NoCustomerLines', {});
  if (findings.nameless.length > 0) doubt('NamelessCustomers', { accounts: findings.nameless });
  const counted: [DoubtCode, number][] = [
    ['LetteringUneven', findings.unevenGroups],
    ['NumbersFromLabel', findings.numbersFromLabel],
    ['InvoicesWithoutNumber', findings.invoicesWithoutNumber],
    ['OpeningItems', findings.openingItems],
    ['PaidOutsideLettering', findings.paidOutside],
    ['SettledFolded', findings.foldedItems],
    ['OpenItemsLeftOut', findings.leftOutItems],
  ];
  for (const [code, count] of counted) if (count > 0) doubt(code, { count });
}
