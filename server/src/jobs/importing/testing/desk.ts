import { randomUUID } from 'node:crypto';
import type { AccountingBook, BankEntry, BookItem, Ledger, ReadResult } from '../../../intake/index.ts';
import type { Store } from '../../../store/index.ts';
import { newTenant } from '../../../testing/index.ts';
import { importFiles, undoImport } from '../index.ts';
import type { ImportOutcome } from '../order.ts';
import { bookOf, makeCompany } from './book.ts';

/** The day on which the files of a desk are imported. */
export const TODAY = '2026-11-22';

/** An installation with one company, to which files are given as the readers would tell them. */
export interface Desk {
  tenantId: string;
  companyId: string;
  take(read: Omit<ReadResult, 'file' | 'status' | 'doubts'>, on?: Store): Promise<ImportOutcome>;
  undo(outcome: ImportOutcome): ReturnType<typeof undoImport>;
  book(): ReturnType<typeof bookOf>;
}

/** Opens such an installation; the company of a file is found by itself, there being one. */
export async function openDesk(store: Store): Promise<Desk> {
  const tenantId = await newTenant(store);
  const companyId = await makeCompany(store, tenantId);
  const order = { tenantId, companyId: null, actor: 'cli', today: TODAY, dryRun: false };
  return {
    tenantId,
    companyId,
    async take(read, on = store) {
      const whole: ReadResult = { file: 'fichier', status: 'read', doubts: [], ...read };
      const bytes = Buffer.from(randomUUID());
      return (await importFiles(on, order, [{ name: 'fichier', bytes, mediaType: 'text/plain', read: whole }]))[0]!;
    },
    undo: (outcome) =>
      store.inTenant(tenantId, (tx) =>
        undoImport(tx, { importId: outcome.importId ?? '', actor: 'cli', today: TODAY }),
      ),
    book: () => bookOf(store, tenantId),
  };
}

/** A statement of one account. */
export const statement = (
  entries: Partial<BankEntry>[],
  format: ReadResult['format'] = 'camt',
  iban = 'FR7630006000011234567890189',
) => ({
  format,
  statements: [
    {
      iban,
      currency: 'EUR',
      creditsCents: 0,
      debitsCents: 0,
      entries: entries.map(
        (entry): BankEntry => ({
          on: '2026-11-20',
          amountCents: 5_000,
          status: 'booked',
          label: '',
          remittance: [],
          ...entry,
        }),
      ),
    },
  ],
});

/** A line of an account in the books. */
export const item = (one: Partial<BookItem>): BookItem => ({
  line: 1,
  kind: 'invoice',
  debitCents: 0,
  creditCents: 0,
  ...one,
});
/** An invoice in the books. */
export const sale = (number: string, on: string, cents: number, more: Partial<BookItem> = {}) =>
  item({ number, on, debitCents: cents, journal: 'VE', ...more });
/** A payment in the books, which says nothing of what it pays. */
export const payment = (on: string, cents: number, more: Partial<BookItem> = {}) =>
  item({ kind: 'receipt', on, creditCents: cents, journal: 'BQ', ...more });

/** A book of one customer; `settled` groups are lettered by their place. */
export function accounts(
  openItems: BookItem[],
  settled: BookItem[][] = [],
  until = '2026-11-20',
): { format: 'fec'; book: AccountingBook } {
  const groups = settled.map((items, n) => ({
    lettering: `L${n}`,
    items: items.map((one) => ({ ...one, lettering: `L${n}` })),
  }));
  const balanceCents = openItems.reduce((sum, one) => sum + one.debitCents - one.creditCents, 0);
  return {
    format: 'fec',
    book: {
      layout: 'fec',
      lines: openItems.length + settled.flat().length,
      entries: 0,
      unbalancedEntries: 0,
      debitCents: 0,
      creditCents: 0,
      balanced: true,
      encoding: 'utf-8',
      separator: 'tab',
      journals: ['VE', 'BQ'],
      from: '2026-01-01',
      until,
      customers: [{ account: 'CDUPONT', name: 'Menuiserie Dupont', balanceCents, openItems, settled: groups }],
    },
  };
}

/** A table of what is open, which says whether it lists everything. */
export function balance(
  rows: { number: string; dueCents: number; totalCents?: number; issuedOn?: string }[],
  complete = true,
): { format: 'ledger-csv'; ledger: Ledger } {
  return {
    format: 'ledger-csv',
    ledger: {
      columns: [],
      headerRow: 1,
      delimiter: ';',
      encoding: 'utf-8',
      rows: rows.length,
      invoices: rows.map(({ number, dueCents, totalCents = 10_000, issuedOn = '2026-09-01' }, n) => ({
        line: n + 2,
        kind: 'invoice',
        number,
        customer: { name: 'Menuiserie Dupont' },
        issuedOn,
        dueOn: '2026-10-01',
        totalCents,
        dueCents,
        doubts: [],
      })),
      ...(complete ? { complete: { told: 'title', text: 'Balance âgée' } } : {}),
      skipped: [],
      totalsCents: {},
      mapping: { columns: {} },
      headerFingerprint: 'x',
    },
  };
}
