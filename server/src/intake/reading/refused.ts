import { type RefusalCode, refusal } from './messages.ts';
import type { Facts, Format, ReadResult, Refusal } from './result.ts';

/**
 * A refusal on its way out of the inner readers. It is thrown so that a parser called back in the middle of a stream
 * can stop at once; `readFile` turns it into a value, and it never leaves this folder.
 */
export class Refused extends Error {
  readonly refusal: Refusal;
  /** The format, when it became known after the file was first looked at. */
  format: Format | undefined;

  constructor(code: RefusalCode, facts: Facts = {}) {
    const value = refusal(code, facts);
    super(`${value.code}: ${value.message}`);
    this.name = 'Refused';
    this.refusal = value;
  }
}

/** Runs a reader whose refusals are those of a file of `format`. */
export function refusedAs<T>(format: Format, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refused) error.format = format;
    throw error;
  }
}

/** The result for a file that was refused; what is no refusal is a bug of ours, and is thrown on. */
export function refusedResult(name: string, error: unknown, format: Format = 'unknown'): ReadResult {
  if (!(error instanceof Refused)) throw error;
  return { file: name, format: error.format ?? format, status: 'refused', doubts: [], refusal: error.refusal };
}
