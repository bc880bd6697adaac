import type { Limits } from './limits.ts';
import type { BankMapping } from './result.ts';
import type { LedgerOptions } from './table/mapping.ts';

/** What may be said to the readers beside the file itself. */
export interface ReadOptions extends LedgerOptions {
  /** Name to give to the result when the file comes as bytes; a path names itself. */
  name?: string;
  /** Limits to put in place of the usual ones. */
  limits?: Partial<Limits>;
  /** What a person said about the columns of this very statement: it is followed to the letter. */
  bankMapping?: BankMapping;
  /** Mappings of statements kept from earlier files, of which the one with the same header is followed. */
  rememberedBank?: readonly BankMapping[];
}
