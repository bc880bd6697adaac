import type { ReadPart } from '../../pieces/piece-reader.ts';
import type { BookCustomer } from '../../result.ts';

/** Customers given out at once. */
const BATCH = 200;

/** Gives the customers of a book out in batches, and how many there were. */
export function emitCustomers(customers: Iterable<BookCustomer>, emit: (part: ReadPart) => void): number {
  let batch: BookCustomer[] = [];
  let given = 0;
  for (const customer of customers) {
    given += 1;
    batch.push(customer);
    if (batch.length < BATCH) continue;
    emit({ kind: 'customers', customers: batch });
    batch = [];
  }
  if (batch.length > 0) emit({ kind: 'customers', customers: batch });
  return given;
}
