import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BankEntry, BookItem, Ledger, ReadResult } from '../../intake/index.ts';
import { cancelReceipt } from '../../store/index.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { undoMatch } from '../matching/index.ts';
import { importFiles, undoImport } from './index.ts';
import type { ImportOutcome } from './order.ts';
import { bookOf, makeCompany } from './testing/book.ts';

const { store } = await testStore();
const TODAY = '2026-11-22';
const NUMBER = 'FA-2026-1';

/** An invoice of 100 € of 1 September, told by three files. */
async function newDesk() {
  const tenantId = await newTenant(store);
  const companyId = await makeCompany(store, tenantId);
  const order = { tenantId, companyId, actor: 'cli', today: TODAY, dryRun: false };
  const take = async (read: Omit<ReadResult, 'file' | 'status' | 'doubts'>): Promise<ImportOutcome> => {
    const whole: ReadResult = { file: 'fichier', status: 'read', doubts: [], ...read };
    const bytes = Buffer.from(randomUUID());
    return (await importFiles(store, order, [{ name: 'fichier', bytes, mediaType: 'text/plain', read: whole }]))[0]!;
  };
  return {
    tenantId,
    take,
    undo: (one: ImportOutcome) =>
      store.inTenant(tenantId, (tx) => undoImport(tx, { importId: one.importId ?? '', actor: 'cli', today: TODAY })),
    book: () => bookOf(store, tenantId),
    /** What the invoice owes and has received, and what of it only a list tells. */
    async owes(): Promise<[open: number, received: number, standIn: number]> {
      const { rows } = await store.inTenant(tenantId, (tx) =>
        tx.query<{ open: number; received: number; stand_in: number }>(
          `select open_cents::int as open, received_cents::int as received, told_left(tenant_id, claim_id, null)::int as stand_in
             from claim where number = $1 and kind <> 'credit-note' and status <> 'cancelled'`,
          [NUMBER],
        ),
      );
      const [one] = rows;
      return [one?.open ?? -1, one?.received ?? -1, one?.stand_in ?? -1];
    },
  };
}

const customer = { name: 'Menuiserie Dupont' };

function list(asOf: string, dueCents: number): { format: 'ledger-csv'; ledger: Ledger } {
  const row = { line: 2, number: NUMBER, issuedOn: '2026-09-01', dueOn: '2026-10-01', totalCents: 10_000, dueCents };
  return {
    format: 'ledger-csv',
    ledger: {
      columns: [],
      headerRow: 1,
      delimiter: ';',
      encoding: 'utf-8',
      rows: 1,
      invoices: [{ ...row, kind: 'invoice', customer, doubts: [] }],
      asOf,
      skipped: [],
      totalsCents: {},
      mapping: { columns: {}, headerRow: 1, headerFingerprint: 'f' },
      headerFingerprint: 'f',
    },
  };
}

function bank(entries: { on: string; cents: number }[]) {
  return {
    format: 'camt' as const,
    statements: [
      {
        iban: 'FR7630006000011234567890189',
        currency: 'EUR',
        creditsCents: 0,
        debitsCents: 0,
        entries: entries.map(
          ({ on, cents }): BankEntry => ({
            on,
            amountCents: cents,
            status: 'booked',
            label: 'VIR SEPA RECU',
            counterparty: customer.name,
            remittance: [`ACOMPTE ${NUMBER}`],
          }),
        ),
      },
    ],
  };
}

function accounts(payments: { on: string; cents: number }[]): Omit<ReadResult, 'file' | 'status' | 'doubts'> {
  const openItems: BookItem[] = [
    { line: 1, kind: 'invoice', number: NUMBER, on: '2026-09-01', debitCents: 10_000, creditCents: 0, journal: 'VE' },
    ...payments.map(
      ({ on, cents }, n): BookItem => ({
        line: n + 2,
        kind: 'receipt',
        on,
        debitCents: 0,
        creditCents: cents,
        journal: 'BQ',
        label: `Virement ${NUMBER}`,
      }),
    ),
  ];
  const balanceCents = openItems.reduce((sum, one) => sum + one.debitCents - one.creditCents, 0);
  return {
    format: 'fec',
    book: {
      layout: 'fec',
      lines: openItems.length,
      entries: 0,
      unbalancedEntries: 0,
      debitCents: 0,
      creditCents: 0,
      balanced: true,
      encoding: 'utf-8',
      separator: 'tab',
      journals: ['VE', 'BQ'],
      from: '2026-01-01',
      until: '2026-11-20',
      customers: [{ account: 'CDUPONT', name: customer.name, balanceCents, openItems, settled: [] }],
    },
  };
}

const PART = { on: '2026-10-15', cents: 6_000 };
const TELLERS = {
  list: () => list('2026-10-20', 4_000),
  bank: () => bank([PART]),
  accounts: () => accounts([PART]),
};

describe('a payment that a list tells too', () => {
  const names = Object.keys(TELLERS) as (keyof typeof TELLERS)[];
  const orders = names.flatMap((first) =>
    names
      .filter((name) => name !== first)
      .map((second) => [first, second, names.find((name) => name !== first && name !== second)!] as const),
  );
  it.each(orders)('counts once when told by the %s, the %s, then the %s', async (...told) => {
    const desk = await newDesk();
    for (const name of told) await desk.take(TELLERS[name]());
    expect(await desk.owes()).toEqual([4_000, 6_000, 0]);
  });

  it('is as before each file once that file is taken back', async () => {
    const desk = await newDesk();
    const first = await desk.take(list('2026-10-20', 4_000));
    const before = await desk.book();
    const second = await desk.take(bank([PART]));
    expect(await desk.undo(second)).toBeNull();
    expect(await desk.book()).toEqual(before);
    expect(await desk.undo(first)).toBeNull();
    expect(await desk.book()).toMatchObject({ claims: [], receipts: [] });
  });

  it('is what the list leaves of it while other payments of that time come to be known', async () => {
    const desk = await newDesk();
    await desk.take(list('2026-10-20', 4_000));
    expect(await desk.owes()).toEqual([4_000, 6_000, 6_000]);
    await desk.take(bank([{ on: '2026-10-10', cents: 2_500 }]));
    expect(await desk.owes()).toEqual([4_000, 6_000, 3_500]);
    // After the day of the list, a payment adds to what it told.
    await desk.take(bank([{ on: '2026-11-05', cents: 4_000 }]));
    expect(await desk.owes()).toEqual([0, 10_000, 3_500]);
  });

  it('stays told when a person takes the match of its line back', async () => {
    const desk = await newDesk();
    await desk.take(list('2026-10-20', 4_000));
    await desk.take(bank([PART]));
    expect(await desk.owes()).toEqual([4_000, 6_000, 0]);
    await store.inTenant(desk.tenantId, async (tx) => {
      const [[matchId]] = (await tx.arrays<[string]>(`select match_id from bank_match where state = 'applied'`)) as [
        [string],
      ];
      await undoMatch(tx, matchId, { actor: 'user:claire', today: TODAY });
    });
    expect(await desk.owes()).toEqual([4_000, 6_000, 6_000]);
  });

  it('is no longer believed once a person has taken it back, whatever a list says again', async () => {
    const desk = await newDesk();
    await desk.take(list('2026-10-20', 4_000));
    await store.inTenant(desk.tenantId, async (tx) => {
      const [[receiptId]] = (await tx.arrays<[string]>(`select receipt_id from receipt where origin = 'list'`)) as [
        [string],
      ];
      await cancelReceipt(tx, receiptId);
    });
    expect(await desk.owes()).toEqual([10_000, 0, 0]);
    await desk.take(list('2026-10-20', 4_000));
    expect(await desk.owes()).toEqual([10_000, 0, 0]);
  });

  it('gives way to accounts booked later than the list that do not have it, and the claim is held for a person', async () => {
    const desk = await newDesk();
    await desk.take(list('2026-10-20', 4_000));
    await desk.take(accounts([{ on: '2026-11-03', cents: 1_000 }]));
    expect(await desk.owes()).toEqual([9_000, 1_000, 0]);
    const { holds: held } = await desk.book();
    expect(held).toMatchObject([
      { kind: 'absent-from-ledger', reason: expect.stringContaining('une liste du 20 oct') },
    ]);
    // Another export says the same: only a person says which of the two is right.
    await desk.take(accounts([{ on: '2026-11-03', cents: 1_000 }]));
    expect((await desk.book()).holds).toEqual(held);
  });

  it('stands beside accounts that have booked nothing as late as the list', async () => {
    const desk = await newDesk();
    await desk.take(list('2026-10-20', 4_000));
    await desk.take(accounts([{ on: '2026-10-05', cents: 1_000 }]));
    expect(await desk.owes()).toEqual([4_000, 6_000, 5_000]);
  });
});
