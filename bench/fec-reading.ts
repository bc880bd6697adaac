import { isUtf8 } from 'node:buffer';
import { readFile } from '../server/src/intake/reading/read-file.ts';
import { fecOf, receipt, sale } from '../server/src/intake/reading/testing/fecs.ts';
import type { Run } from './lib/run.ts';

/** Lines that a sale and its receipt make together. */
const LINES_EACH = 5;

/** A book in which nine sales in ten are paid and lettered. */
function book(lines: number): Buffer {
  const rows = Array.from({ length: Math.floor(lines / LINES_EACH) }, (_, n) => {
    const customer = `C${n % 3_000}`;
    const paid = n % 10 !== 0;
    const common = { customer, name: `Société numéro ${n % 3_000}`, cents: 10_000 + n, lettering: paid ? `L${n}` : '' };
    const label = `Facture FA-${n}`;
    return [
      ...sale({ ...common, number: `FA-${n}`, label }),
      ...(paid ? receipt({ ...common, number: `R-${n}` }) : []),
    ];
  });
  return fecOf(rows.flat());
}

/** Reading an accounting file (FEC) alone, without storing anything. */
export async function fecReading(run: Run): Promise<void> {
  const lines = run.quick ? 20_000 : 100_000;
  const bytes = book(lines);
  const values: number[] = [];
  for (let repetition = 0; repetition < (run.quick ? 1 : 5); repetition += 1) {
    const start = performance.now();
    const { book: read } = await readFile(bytes);
    values.push((performance.now() - start) / 1_000);
    if (read === undefined || !read.balanced) throw new Error('The book of the bench must be read and balanced.');
  }
  const start = performance.now();
  // What no reader can do without: every byte is looked at once, and cut into lines.
  if (!isUtf8(bytes) || bytes.toString('latin1').split('\n').length < lines / 2)
    throw new Error('The book is made badly.');
  run.add({
    section: 'Import',
    what: `accounting file of ${lines.toLocaleString('en')} lines read, nothing stored`,
    unit: 's',
    values,
    kind: 'cost',
    budget: (0.6 * lines) / 100_000,
    limit: { what: 'the same bytes checked as UTF-8 and cut into lines', value: (performance.now() - start) / 1_000 },
    whenMissed: 'every line of a customer becomes an item with its texts, and most of the time goes there',
  });
}
