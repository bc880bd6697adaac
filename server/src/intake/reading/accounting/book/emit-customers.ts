import type { BookHead, ReadPart } from '../../pieces/piece-reader.ts';
import type { BookCustomer } from '../../result.ts';

/** Customers given out at once, and lines of customers: one of them may have as many as all the others together. */
const [BATCH, BATCH_LINES] = [200, 2_000];

/** Gives the customers of a book out in batches, one at each step; ends with how many there were. */
export function* emitCustomers(
  customers: Iterable<BookCustomer>,
  of: BookHead,
  emit: (part: ReadPart) => void,
): Generator<void, number> {
  let batch: BookCustomer[] = [];
  let [given, lines] = [0, 0];
  for (const customer of customers) {
    given += 1;
    batch.push(customer);
    lines += customer.openItems.length + customer.settled.reduce((sum, { items }) => sum + items.length, 0);
    if (batch.length < BATCH && lines < BATCH_LINES) continue;
    emit({ kind: 'customers', of, customers: batch });
    yield;
    batch = [];
    lines = 0;
  }
  if (batch.length > 0) emit({ kind: 'customers', of, customers: batch });
  return given;
}
