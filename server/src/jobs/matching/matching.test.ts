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
/** Numbers of the invoices that would be asked for in the coming month. */
const planned = async () => {
  const plan = await inBook((tx) =>
    planCompany(tx, { tenantId: book.tenantId, companyId: book.companyId, from: day(TODAY), days: 40 }),
  );
  return JSON.stringify(plan);
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
