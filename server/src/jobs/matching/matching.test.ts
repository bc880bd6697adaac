import { randomUUID } from 'node:crypto';
import { day } from '@acquit/law';
import { beforeEach, expect, test } from 'vitest';
import { cancelReceipt, insertReceipt, touchCases } from '../../store/index.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { planCompany } from '../night/index.ts';
import { bookState, type Planted, type PlantedLine, plantCompany, plantDebtor, plantLine, TODAY } from './fixture.ts';
import {
  applyMatch,
  declineMatch,
  type MatchCounts,
  matchByHand,
  matchLines,
  restoreLine,
  setLineAside,
  undoLines,
  undoMatch,
  undoMatchesOfClaims,
} from './index.ts';

const { store } = await testStore();
const person = { today: TODAY, actor: 'user:claire' };
let book: Planted;
beforeEach(async () => {
  book = await plantCompany(store, await newTenant(store));
});

const inBook = <T>(work: Parameters<typeof store.inTenant<T>>[1]) => store.inTenant(book.tenantId, work);

/** Brings lines and matches them, as an import does. */
async function bring(...lines: PlantedLine[]): Promise<{ lineIds: string[]; counts: MatchCounts }> {
  return inBook(async (tx) => {
    const lineIds: string[] = [];
    for (const line of lines) lineIds.push(await plantLine(tx, book, line));
    return {
      lineIds,
      counts: await matchLines(tx, { companyId: book.companyId, lineIds, today: TODAY, actor: 'import' }),
    };
  });
}

const again = () => inBook((tx) => matchLines(tx, { companyId: book.companyId, today: TODAY, actor: 'import' }));
const rows = async <R extends object>(sql: string, values: unknown[] = []) =>
  (await inBook((tx) => tx.query<R>(sql, values))).rows;
const claim = async (claimId: string) =>
  (
    await rows<{ status: string; open: number; received: number; credited: number; settled_on: string | null }>(
      'select status, open_cents::int as open, received_cents::int as received, credited_cents::int as credited, settled_on from claim where claim_id = $1',
      [claimId],
    )
  )[0]!;
const held = async () =>
  (
    await rows<{ number: string }>(
      `select distinct k.number from claim_hold h join claim k on k.claim_id = h.claim_id where h.ended_at is null order by 1`,
    )
  ).map((row) => row.number);
const stateOf = async (lineId: string) =>
  (await rows<{ state: string }>('select state from bank_line where line_id = $1', [lineId]))[0]!.state;
const matchesOf = (lineId: string, state: string) =>
  rows<{ match_id: string; rule: string; reasons: { message: string }[] }>(
    'select match_id, rule, reasons from bank_match where line_id = $1 and state = $2 order by rank',
    [lineId, state],
  );
/** Numbers of the invoices that would be asked for in the coming weeks. */
const planned = async () => {
  const items = await planCompany(store, {
    tenantId: book.tenantId,
    companyId: book.companyId,
    from: day(TODAY),
    days: 40,
  });
  return [...new Set(items.flatMap((item) => item.claimNumbers))].sort();
};

test('a transfer that names its invoice and pays it to the cent settles it, once, and undoing restores every row', async () => {
  const { claimIds } = await plantDebtor(store, book, 'Boulangerie Éléonore', [
    { number: 'FA-2026-0101', cents: 120_000 },
  ]);
  const before = await bookState(store, book);
  const { lineIds, counts } = await bring({
    cents: 120_000,
    counterparty: 'BOULANGERIE ELEONORE',
    iban: 'FR7630006000011234567890189',
    remittance: ['FACTURE FA20260101'],
  });
  expect(counts).toMatchObject({ examined: 1, applied: 1, proposed: 0 });
  expect(await claim(claimIds['FA-2026-0101']!)).toMatchObject({
    status: 'settled',
    open: 0,
    settled_on: '2026-11-18',
  });
  const matched = await bookState(store, book);
  expect(await again()).toMatchObject({ examined: 0 });
  expect(await bookState(store, book)).toBe(matched);
  const [match] = await matchesOf(lineIds[0]!, 'applied');
  expect(match!.reasons[0]!.message).toContain('FA 20260101');
  expect(await inBook((tx) => undoMatch(tx, match!.match_id, person))).toEqual({ lineId: lineIds[0] });
  expect(await bookState(store, book)).toBe(before);
  // What a person has taken back is not done again behind his back.
  expect(await again()).toMatchObject({ applied: 0 });
  expect(await stateOf(lineIds[0]!)).not.toBe('matched');
});

test('a doubtful line is proposed and holds its invoice back until a person answers', async () => {
  const { claimIds } = await plantDebtor(store, book, 'Garage Lemoine', [{ number: 'FA-2026-0201', cents: 73_417 }]);
  expect(await planned()).toEqual(['FA-2026-0201']);
  const { lineIds, counts } = await bring({ cents: 73_417, label: 'VIR RECU M INCONNU' });
  expect(counts).toMatchObject({ applied: 0, proposed: 1 });
  expect([await held(), await planned(), await stateOf(lineIds[0]!)]).toEqual([['FA-2026-0201'], [], 'proposed']);
  const [match] = await matchesOf(lineIds[0]!, 'proposed');
  // Looked at again, the same proposal keeps its row and its hold.
  await again();
  expect((await matchesOf(lineIds[0]!, 'proposed')).map((one) => one.match_id)).toEqual([match!.match_id]);
  expect(await rows('select 1 from claim_hold')).toHaveLength(1);
  await inBook((tx) => declineMatch(tx, match!.match_id, person));
  expect([await held(), await planned(), await stateOf(lineIds[0]!)]).toEqual([[], ['FA-2026-0201'], 'to-match']);
  expect(await again()).toMatchObject({ proposed: 0, toMatch: 1 });
  expect(await claim(claimIds['FA-2026-0201']!)).toMatchObject({ open: 73_417 });
});

test('a person applies a proposal: the payer is remembered, and his next transfer needs nobody', async () => {
  await plantDebtor(store, book, 'Garage Lemoine', [
    { number: 'FA-2026-0301', cents: 73_417 },
    { number: 'FA-2026-0302', cents: 51_233, dueOn: '2026-11-01' },
  ]);
  const payer = { counterparty: 'HOLDING TRIPLEX', iban: 'FR1420041010050500013M02606' };
  const { lineIds } = await bring({ cents: 73_417, ...payer });
  const before = await bookState(store, book);
  const [match] = await matchesOf(lineIds[0]!, 'proposed');
  expect(await inBook((tx) => applyMatch(tx, match!.match_id, person))).toEqual({ lineId: lineIds[0] });
  expect(await inBook((tx) => applyMatch(tx, match!.match_id, person))).toEqual({ refused: 'MatchDecided' });
  const next = await bring({ cents: 51_233, ...payer });
  expect(next.counts).toMatchObject({ applied: 1 });
  expect(await planned()).toEqual([]);
  const [applied] = await matchesOf(next.lineIds[0]!, 'applied');
  await inBook((tx) => undoMatch(tx, applied!.match_id, person));
  await inBook((tx) => undoMatch(tx, match!.match_id, person));
  const forget = (state: string) => JSON.stringify({ ...JSON.parse(state), holds: null });
  expect(forget(await bookState(store, book))).toBe(forget(before));
});

test('invoices less a credit note, some cents short, with one receipt for each debtor of a group', async () => {
  const first = await plantDebtor(store, book, 'Transports Keller', [
    { number: 'FA-2026-0401', cents: 100_000 },
    { number: 'AV-2026-0402', cents: 20_000, kind: 'credit-note' },
  ]);
  const second = await plantDebtor(store, book, 'Optique Sabatier', [{ number: 'FA-2026-0403', cents: 50_000 }]);
  const short = await plantDebtor(store, book, 'Scierie Chambon', [{ number: 'FA-2026-0404', cents: 30_000 }]);
  const before = await bookState(store, book);
  const { lineIds, counts } = await bring(
    { cents: 80_000, counterparty: 'TRANSPORTS KELLER', remittance: ['FA-2026-0401 - AV-2026-0402'] },
    { cents: 29_950, counterparty: 'SCIERIE CHAMBON', remittance: ['FA-2026-0404'] },
  );
  expect(counts).toMatchObject({ applied: 2 });
  expect(await claim(first.claimIds['FA-2026-0401']!)).toMatchObject({
    status: 'settled',
    received: 80_000,
    credited: 20_000,
  });
  expect(await claim(first.claimIds['AV-2026-0402']!)).toMatchObject({ status: 'settled', open: 0 });
  expect(await claim(short.claimIds['FA-2026-0404']!)).toMatchObject({
    status: 'settled',
    received: 29_950,
    credited: 50,
  });
  const group = await bring({ cents: 70_000, counterparty: 'GROUPE ORMEAU' });
  expect(
    await inBook((tx) =>
      matchByHand(tx, group.lineIds[0]!, [{ claimId: second.claimIds['FA-2026-0403']!, amountCents: 50_001 }], person),
    ),
  ).toEqual({ refused: 'PartsTooLarge' });
  await inBook((tx) =>
    matchByHand(tx, group.lineIds[0]!, [{ claimId: second.claimIds['FA-2026-0403']!, amountCents: 50_000 }], person),
  );
  expect(
    await rows('select amount_cents::int as cents from receipt where bank_line_id = $1', [group.lineIds[0]]),
  ).toEqual([{ cents: 70_000 }]);
  await inBook((tx) => undoLines(tx, { companyId: book.companyId, importId: book.importId, ...person }));
  expect(await bookState(store, book)).toBe(before);
  expect(await rows('select 1 from bank_line')).toEqual([]);
  expect(lineIds).toHaveLength(2);
});

test('a rejected debit reopens its invoice, and undoing the reject settles it again', async () => {
  const { claimIds } = await plantDebtor(store, book, 'Hôtel des Deux Rives', [
    { number: 'FA-2026-0501', cents: 44_000 },
  ]);
  await bring({ cents: 44_000, counterparty: 'HOTEL DES DEUX RIVES', endToEnd: 'FA-2026-0501', on: '2026-11-10' });
  expect(await planned()).toEqual([]);
  const paid = await bookState(store, book);
  const { lineIds, counts } = await bring(
    {
      cents: -44_000,
      label: 'REJET PRLV',
      endToEnd: 'FA-2026-0501',
      reversal: true,
      reason: 'AM04 provision insuffisante',
    },
    { cents: -90_000, label: 'VIR SEPA EMIS LOYER' },
  );
  expect(counts).toMatchObject({ reversed: 1, outgoing: 1 });
  expect(await claim(claimIds['FA-2026-0501']!)).toMatchObject({ status: 'open', open: 44_000, settled_on: null });
  expect(await rows('select cancel_reason from receipt')).toEqual([{ cancel_reason: 'AM04 provision insuffisante' }]);
  expect(await planned()).toEqual(['FA-2026-0501']);
  const [credit] = await rows<{ match_id: string }>(`select match_id from bank_match where rule = 'end-to-end'`);
  expect(await inBook((tx) => undoMatch(tx, credit!.match_id, person))).toEqual({ refused: 'MatchOutOfDate' });
  const [reject] = await matchesOf(lineIds[0]!, 'applied');
  await inBook((tx) => undoMatch(tx, reject!.match_id, person));
  expect(await bookState(store, book)).toBe(paid);
  expect([await stateOf(lineIds[0]!), await stateOf(lineIds[1]!)]).toEqual(['to-match', 'outgoing']);
});

test('money already told by a person is shown by the bank line, not received twice', async () => {
  const { caseId, claimIds } = await plantDebtor(store, book, 'Cycles Vercors', [
    { number: 'FA-2026-0601', cents: 60_000 },
  ]);
  const receiptId = randomUUID();
  await inBook(async (tx) => {
    const allocations = [{ claimId: claimIds['FA-2026-0601']!, amountCents: 60_000 }];
    await insertReceipt(tx, {
      receiptId,
      companyId: book.companyId,
      caseId,
      receivedOn: '2026-11-17',
      amountCents: 60_000,
      method: 'transfer',
      reference: null,
      decidedBy: 'debtor',
      enteredBy: 'user:claire',
      allocations,
    });
    await touchCases(tx, [caseId], TODAY);
  });
  const { lineIds, counts } = await bring({
    cents: 60_000,
    counterparty: 'CYCLES VERCORS',
    remittance: ['FA-2026-0601'],
  });
  expect(counts).toMatchObject({ applied: 1, linked: 1 });
  expect(await rows('select bank_line_id from receipt')).toEqual([{ bank_line_id: lineIds[0] }]);
  // The person who had told of it takes it back: the line waits again, and pays the invoice itself.
  await inBook((tx) => cancelReceipt(tx, receiptId));
  expect(await stateOf(lineIds[0]!)).toBe('to-match');
});

/** Two payments of one amount by one customer, as the accounts tell them: their receipts, and their invoices. */
async function tellTwice(cents: number): Promise<{ receiptIds: [string, string]; claimIds: string[] }> {
  const { caseId, claimIds } = await plantDebtor(store, book, 'Cycles Vercors', [
    { number: 'FA-2026-0611', cents },
    { number: 'FA-2026-0612', cents },
  ]);
  const ids = Object.values(claimIds);
  const receiptIds: [string, string] = [randomUUID(), randomUUID()];
  await inBook(async (tx) => {
    for (const [n, receiptId] of receiptIds.entries())
      await insertReceipt(tx, {
        receiptId,
        companyId: book.companyId,
        caseId,
        receivedOn: '2026-11-17',
        amountCents: cents,
        method: 'transfer',
        reference: null,
        decidedBy: 'ledger',
        enteredBy: 'import',
        allocations: [{ claimId: ids[n]!, amountCents: cents }],
        origin: 'ledger',
        ledgerKey: `BQ-${n}`,
      });
    await touchCases(tx, [caseId], TODAY);
  });
  return { receiptIds, claimIds: ids };
}

test('the line of a payment that the accounts had told and the bank took back is not proposed a second time', async () => {
  const { claimIds } = await tellTwice(60_000);
  const words = { counterparty: 'CYCLES VERCORS', remittance: ['FA-2026-0611'], endToEnd: 'FA-2026-0611' };
  const { lineIds } = await bring({ ...words, cents: 60_000, on: '2026-11-17' });
  const shown = await showing();
  const state = await stateOf(lineIds[0]!);
  expect([...shown.values()]).toEqual(lineIds);
  const { lineIds: rejects, counts } = await bring({ ...words, cents: -60_000, label: 'REJET PRLV', reversal: true });
  expect(counts).toMatchObject({ reversed: 1 });
  await again();
  expect(await stateOf(lineIds[0]!)).toBe(state);
  expect(await matchesOf(lineIds[0]!, 'proposed')).toEqual([]);
  expect(await Promise.all(claimIds.map(async (claimId) => (await claim(claimId)).open))).toContain(60_000);
  // The reject taken back, the payment stands as it did, shown by its line.
  const [reject] = await matchesOf(rejects[0]!, 'applied');
  await inBook((tx) => undoMatch(tx, reject!.match_id, person));
  expect(await showing()).toEqual(shown);
  expect(await Promise.all(claimIds.map(async (claimId) => (await claim(claimId)).open))).toEqual([0, 0]);
});

/** The proposals of a line that each show a receipt, by that receipt. */
const shownBy = async (lineId: string) =>
  new Map(
    (
      await rows<{ match_id: string; receipt_id: string }>(
        `select match_id, known_receipt_id as receipt_id from bank_match
          where line_id = $1 and state = 'proposed' and rule = 'known-receipt'`,
        [lineId],
      )
    ).map((row) => [row.receipt_id, row.match_id]),
  );
const showing = async () =>
  new Map(
    (
      await rows<{ receipt_id: string; bank_line_id: string }>(
        'select receipt_id, bank_line_id from receipt where bank_line_id is not null',
      )
    ).map((row) => [row.receipt_id, row.bank_line_id]),
  );

test('of two payments that the accounts had told, a person says which one a line shows, and none is received twice', async () => {
  const { receiptIds, claimIds } = await tellTwice(60_000);
  const before = await bookState(store, book);
  const { lineIds, counts } = await bring({ cents: 60_000, counterparty: 'CYCLES VERCORS' });
  expect(counts).toMatchObject({ applied: 0, proposed: 1 });
  const proposals = await shownBy(lineIds[0]!);
  expect([...proposals.keys()].sort()).toEqual(receiptIds.toSorted());
  expect(await inBook((tx) => applyMatch(tx, proposals.get(receiptIds[1])!, person))).toEqual({ lineId: lineIds[0] });
  expect(await showing()).toEqual(new Map([[receiptIds[1], lineIds[0]]]));
  expect(await stateOf(lineIds[0]!)).toBe('matched');
  expect(await shownBy(lineIds[0]!)).toEqual(new Map());
  for (const claimId of claimIds)
    expect(await claim(claimId)).toMatchObject({ status: 'settled', received: 60_000, open: 0 });
  // Only one of the two is left for a second line: that one is sure.
  const second = await bring({ cents: 60_000, counterparty: 'CYCLES VERCORS' });
  expect(second.counts).toMatchObject({ applied: 1, linked: 1 });
  await inBook((tx) => undoLines(tx, { companyId: book.companyId, importId: book.importId, ...person }));
  expect(await bookState(store, book)).toBe(before);
});

test('a payment that was taken back, or that another line shows, is not what a person says a line shows', async () => {
  const { receiptIds } = await tellTwice(60_000);
  const { lineIds } = await bring({ cents: 60_000, counterparty: 'CYCLES VERCORS' });
  const proposals = await shownBy(lineIds[0]!);
  await inBook((tx) => cancelReceipt(tx, receiptIds[0]));
  const before = await bookState(store, book);
  expect(await inBook((tx) => applyMatch(tx, proposals.get(receiptIds[0])!, person))).toEqual({
    refused: 'MatchOutOfDate',
  });
  // Shown meanwhile by a line of another transaction, as one that was being matched.
  await rows('update receipt set bank_line_id = $2 where receipt_id = $1', [receiptIds[1], lineIds[0]]);
  expect(await inBook((tx) => applyMatch(tx, proposals.get(receiptIds[1])!, person))).toEqual({
    refused: 'MatchOutOfDate',
  });
  await rows('update receipt set bank_line_id = null where receipt_id = $1', [receiptIds[1]]);
  expect(await stateOf(lineIds[0]!)).toBe('proposed');
  expect(await bookState(store, book)).toBe(before);
  expect(await inBook((tx) => applyMatch(tx, proposals.get(receiptIds[1])!, person))).toEqual({ lineId: lineIds[0] });
  expect(await showing()).toEqual(new Map([[receiptIds[1], lineIds[0]]]));
});

test('a line set aside is out of the way and comes back; an invoice that comes later finds its line', async () => {
  const { lineIds } = await bring({ cents: 33_300, counterparty: 'CHARPENTES MALLET', remittance: ['FA-2026-0701'] });
  expect(await inBook((tx) => setLineAside(tx, lineIds[0]!, 'apport', person))).toEqual({ lineId: lineIds[0] });
  const { claimIds } = await plantDebtor(store, book, 'Charpentes Mallet', [{ number: 'FA-2026-0701', cents: 33_300 }]);
  expect(await again()).toMatchObject({ examined: 0 });
  expect(await inBook((tx) => restoreLine(tx, lineIds[0]!, person))).toEqual({ lineId: lineIds[0] });
  expect(await again()).toMatchObject({ applied: 1 });
  await inBook((tx) =>
    undoMatchesOfClaims(tx, { companyId: book.companyId, claimIds: Object.values(claimIds), ...person }),
  );
  expect([await stateOf(lineIds[0]!), (await claim(claimIds['FA-2026-0701']!)).open]).toEqual(['to-match', 33_300]);
});

test('two matchings and a person at once decide once', async () => {
  const { claimIds } = await plantDebtor(store, book, 'Études Marchetti', [{ number: 'FA-2026-0801', cents: 12_345 }]);
  const lineIds = await inBook(async (tx) => [
    await plantLine(tx, book, { cents: 12_345, counterparty: 'ETUDES MARCHETTI', remittance: ['FA-2026-0801'] }),
    await plantLine(tx, book, { cents: 12_345, counterparty: 'ETUDES MARCHETTI', remittance: ['FA-2026-0801'] }),
  ]);
  const hand = inBook((tx) =>
    matchByHand(tx, lineIds[1]!, [{ claimId: claimIds['FA-2026-0801']!, amountCents: 12_345 }], person),
  );
  await Promise.all([again(), again(), hand, again()]);
  expect(await claim(claimIds['FA-2026-0801']!)).toMatchObject({ received: 12_345, open: 0 });
  expect(await rows(`select 1 from bank_match where state = 'applied'`)).toHaveLength(1);
});

test('what a person decides of one line is at once thought of for the other lines of the same payer and invoices', async () => {
  const { claimIds } = await plantDebtor(store, book, 'Garage Hamelin', [
    { number: 'FA-2026-0901', cents: 61_239 },
    { number: 'FA-2026-0902', cents: 48_777, dueOn: '2026-11-01' },
  ]);
  const payer = { counterparty: 'HOLDING OMBELLE', iban: 'FR1420041010050500013M02606' };
  const { lineIds, counts } = await bring({ cents: 61_239, ...payer }, { cents: 48_777, ...payer });
  expect(counts).toMatchObject({ applied: 0, proposed: 2 });
  const [match] = await matchesOf(lineIds[0]!, 'proposed');
  await inBook((tx) => applyMatch(tx, match!.match_id, person));
  expect(await stateOf(lineIds[1]!)).toBe('matched');
  expect(await claim(claimIds['FA-2026-0902']!)).toMatchObject({ status: 'settled', open: 0 });
  expect(await rows('select decided_by from bank_match where line_id = $1', [lineIds[1]])).toEqual([
    { decided_by: 'acquit' },
  ]);
  expect(await held()).toEqual([]);
});

test('a line that lost its invoice to a decision has its next proposal at once', async () => {
  const { claimIds } = await plantDebtor(store, book, 'Verrerie Ollivault', [
    { number: 'FA-2026-0911', cents: 33_217 },
  ]);
  const { lineIds } = await bring({ cents: 33_217 }, { cents: 33_217, on: '2026-11-19' });
  expect(await Promise.all(lineIds.map(stateOf))).toEqual(['proposed', 'proposed']);
  await inBook((tx) =>
    matchByHand(tx, lineIds[0]!, [{ claimId: claimIds['FA-2026-0911']!, amountCents: 33_217 }], person),
  );
  expect(await stateOf(lineIds[1]!)).toBe('to-match');
  const [hand] = await matchesOf(lineIds[0]!, 'applied');
  await inBook((tx) => undoMatch(tx, hand!.match_id, person));
  expect(await stateOf(lineIds[1]!)).toBe('proposed');
  expect(await held()).toEqual(['FA-2026-0911']);
});
