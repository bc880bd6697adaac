import { type Day, parseDay } from '@acquit/law';
import { typeset } from '@acquit/recovery';
import { UsageError } from './context.ts';
import type { Texts } from './texts.ts';

/** Writes one JSON object on one line (contract: JSONL with --json). Exact integers of the database become numbers. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? Number(one) : one))}\n`);
}

export function print(line: string): void {
  process.stdout.write(`${typeset(line)}\n`);
}

/** Writes to a person at a terminal what he is asked, beside the results. */
export function printPrompt(text: string): void {
  process.stderr.write(typeset(text));
}

/** The day of an option, refused as a wrong use when the calendar has no such day. */
export function dayOption(texts: Texts, value: string): Day {
  const found = parseDay(value);
  if (found === null) throw new UsageError(texts.badDate(value));
  return found;
}

/** A whole number of an option within bounds. */
export function numberOption(texts: Texts, name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most) throw new UsageError(texts.badNumber(name, value));
  return number;
}

/** Progress of long work on a terminal; silent elsewhere, so that scripts read only results. */
export function progress(label: string, total: number): { step(): void; end(): void } {
  if (!process.stderr.isTTY || total < 20) return { step: () => {}, end: () => {} };
  let done = 0;
  return {
    step() {
      done += 1;
      if (done % 10 === 0 || done === total) process.stderr.write(`\r${label} ${done}/${total}`);
    },
    end() {
      process.stderr.write('\r\x1b[K');
    },
  };
}
