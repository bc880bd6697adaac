/** Puts the parts of a file together again, for files small enough to be held whole. */

import type { ReadResult } from '../result.ts';
import type { ReadPart } from './piece-reader.ts';

export interface Collected {
  add(part: ReadPart): void;
  /** What the parts make, to be spread over the rest of the result. */
  parts(): Pick<ReadResult, 'statements' | 'book'>;
}

export function collect(): Collected {
  const entries = new Map<number, NonNullable<ReadResult['statements']>[number]['entries']>();
  const statements: NonNullable<ReadResult['statements']> = [];
  const customers: NonNullable<ReadResult['book']>['customers'] = [];
  let book: ReadResult['book'];
  return {
    add(part) {
      if (part.kind === 'entries') {
        const known = entries.get(part.of.index);
        if (known === undefined) entries.set(part.of.index, part.entries);
        else for (const entry of part.entries) known.push(entry);
      } else if (part.kind === 'statement') {
        statements.push({ ...part.statement, entries: entries.get(part.index) ?? [] });
        entries.delete(part.index);
      } else if (part.kind === 'customers') {
        for (const customer of part.customers) customers.push(customer);
      } else book = { ...part.book, customers };
    },
    parts: () => ({
      ...(statements.length > 0 ? { statements } : {}),
      ...(book === undefined ? {} : { book }),
    }),
  };
}
