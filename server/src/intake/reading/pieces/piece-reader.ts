/**
 * How a file larger than memory is read: by pieces. A reader is fed bytes in order, gives parts as soon as they are
 * whole, and keeps only what it needs to go on.
 */

import type { Limits } from '../limits.ts';
import type { DoubtCode } from '../messages.ts';
import type { ReadOptions } from '../options.ts';
import type { AccountingBook, BankEntry, BankStatement, BookCustomer, Facts, ReadResult } from '../result.ts';

/** What is known of a statement while its entries go by: its sums and closing balance are not yet. */
export type StatementHead = Pick<BankStatement, 'currency'> &
  Partial<Pick<BankStatement, 'account' | 'iban' | 'number'>> & {
    /** Place of the statement in its file, from 0. */
    index: number;
  };

/** What is known of a book while its customers go by. */
export interface BookHead {
  /** The last day it tells of, or the day it is closed on. */
  until?: string;
}

/**
 * A part of what a file says. Batches of entries of a statement come before the statement itself, which has no entries
 * of its own and says what was known at its end; batches of customers come in the same way before their book.
 */
export type ReadPart =
  | { kind: 'entries'; of: StatementHead; entries: BankEntry[] }
  | { kind: 'statement'; index: number; statement: BankStatement }
  | { kind: 'customers'; of: BookHead; customers: BookCustomer[] }
  | { kind: 'book'; book: AccountingBook };

/** A reader of one file. Each method may throw `Refused`: what was emitted before is then not to be kept. */
export interface PieceReader {
  /** The next bytes of the file, from its first one on. Pieces may be cut anywhere, even inside a character. */
  feed(bytes: Uint8Array): void;
  /** There are no more bytes: tells what was still open. */
  end(): void;
  /** After the end, for a reader that has held much until then: gives it out step by step, as it is asked to go on. */
  rest?(): Iterable<void>;
}

/** What a reader is given when a file is opened. */
export interface PieceContext {
  /** Name of the file, without its folder; for what a name may tell (`<SIREN>FEC<AAAAMMJJ>`). */
  name: string;
  options: ReadOptions;
  limits: Limits;
  emit(part: ReadPart): void;
  /** Tells how the file is laid out, for a person to check or correct, even when the file is then refused. */
  describe(layout: Pick<ReadResult, 'bankTable' | 'preview'>): void;
  /** Records a doubt. Only the first ones of each code are kept in full, so that a hostile file makes no endless list. */
  doubt(code: DoubtCode, facts?: Facts): void;
}
