import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type Day, day, formatDay } from '@acquit/law';
import { afterAll, expect, test } from 'vitest';
import { fecOf, receipt, sale } from '../intake/reading/testing/fecs.ts';
import { ciiInvoice } from '../intake/reading/testing/invoices.ts';
import { startCommandShell } from '../testing/command-shell.ts';
import { COMPILED } from '../testing/compiled.ts';
import { testStore } from '../testing/index.ts';

const { home, databaseUrl } = await testStore();
const folder = mkdtempSync(join(tmpdir(), 'acquit-score-'));
const { PATH, HOME } = process.env;
const shell = startCommandShell(folder, {
  ...COMPILED,
  PATH,
  HOME,
  ACQUIT_HOME: home,
  ACQUIT_TODAY: '2026-11-22',
  DATABASE_URL: databaseUrl,
});
afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
});

const compact = (day: Day) => formatDay(day).replaceAll('-', '');

test('acquit score --check measures the predictions on the invoices that the accounts tell as paid', async () => {
  const today = day('2026-11-22');
  // Three customers of steady habits, invoiced each week: they pay 35, 40 and 50 days after the invoice, due at 30.
  const rows = [35, 40, 50].flatMap((delay, customer) =>
    Array.from({ length: 5 }, (_, week) => {
      const issued = addDays(today, -85 + 7 * week);
      const of = {
        customer: `C${customer}`,
        name: `Client ${customer}`,
        cents: 10_000 + week,
        lettering: `L${customer}${week}`,
      };
      return [
        ...sale({ ...of, number: `F-${customer}-${week}`, on: compact(issued) }),
        ...receipt({ ...of, number: `R-${customer}-${week}`, on: compact(addDays(issued, delay)) }),
      ];
    }).flat(),
  );
  const file = join(folder, `732829320FEC${compact(today)}.txt`);
  writeFileSync(file, fecOf(rows));
  // Another invoice makes the company known; nobody has paid it.
  const invoice = join(folder, 'F-0.xml');
  writeFileSync(invoice, ciiInvoice());
  await shell.run(['import', invoice]);
  const imported = await shell.run(['import', '--json', file]);
  expect(imported, imported.out).toMatchObject({ code: 0 });

  const { code, out } = await shell.run(['score', '--check', '--json']);
  expect(code).toBe(0);
  const [measure] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(measure).toMatchObject({ invoices: 16, paid: 15, enough: false });
  // All of them pay late, as was told of each once its customer had paid one.
  expect(measure.reliability).toMatchObject([{ from: 0.9, invoices: 12, told: 1, seen: 1 }]);

  const told = await shell.run(['score', '--check']);
  expect(told.out).toContain('16 factures échues');
  expect(told.out).toContain('Trop peu de factures pour juger');
  const refused = await shell.run(['score']);
  expect([refused.code, refused.out]).toEqual([2, '']);
  expect(refused.errors).toContain('--check');
});
