import { expect, test } from 'vitest';
import { newTenant, testStore } from '../../testing/index.ts';
import { type PlantedLine, plantCompany, plantDebtor, plantLine, TODAY } from './fixture.ts';
import { type MatchCounts, matchLines } from './index.ts';

const { store } = await testStore();

const IBAN = 'FR7630004000031234567890143';
/** Lines that name what they pay, that do not quite, that pay nothing, and one that takes another back. */
const LINES: readonly PlantedLine[] = [
  { cents: 12_000, on: '2026-11-02', counterparty: 'MENUISERIE BODIN', iban: IBAN, label: 'VIR FACTURE F-101' },
  // Half of what the last line would pay, were it not for this one.
  { cents: 1_250, on: '2026-11-02', counterparty: 'TRANSPORTS ARNAUD', label: 'VIR F-303' },
  { cents: 7_700, on: '2026-11-03', counterparty: 'INCONNU', label: 'VIR SEPA' },
  { cents: 5_000, on: '2026-11-03', counterparty: 'GARAGE MOREL', label: 'VIR SEPA' },
  { cents: 30_000, on: '2026-11-04', counterparty: 'MENUISERIE BODIN', iban: IBAN, label: 'VIR SEPA' },
  { cents: 5_000, on: '2026-11-05', counterparty: 'MOREL', label: 'VIR FACTURE F-202' },
  {
    cents: -12_000,
    on: '2026-11-06',
    label: 'REJET VIR FACTURE F-101',
    counterparty: 'MENUISERIE BODIN',
    reason: 'AC04',
  },
  { cents: 4_400, on: '2026-11-09', counterparty: 'TRANSPORTS ARNAUD', label: 'VIR F-301 ET F-302' },
  { cents: -900, on: '2026-11-10', label: 'COTISATION' },
  { cents: 2_500, on: '2026-11-12', counterparty: 'TRANSPORTS ARNAUD', label: 'VIR SEPA' },
];

/** What became of the lines in a book of their own, looked at some at a time: their counts, then each with its parts. */
async function matched(together: number): Promise<[MatchCounts, unknown]> {
  const book = await plantCompany(store, await newTenant(store));
  await plantDebtor(store, book, 'Menuiserie Bodin', [
    { number: 'F-101', cents: 12_000 },
    { number: 'F-102', cents: 30_000 },
  ]);
  await plantDebtor(store, book, 'Garage Morel', [
    { number: 'F-201', cents: 5_000 },
    { number: 'F-202', cents: 5_000 },
  ]);
  await plantDebtor(store, book, 'Transports Arnaud', [
    { number: 'F-301', cents: 1_400 },
    { number: 'F-302', cents: 3_000 },
    { number: 'F-303', cents: 2_500 },
  ]);
  return store.inTenant(book.tenantId, async (tx) => {
    for (const line of LINES) await plantLine(tx, book, line);
    const counts = await matchLines(tx, { companyId: book.companyId, today: TODAY, actor: 'import', together });
    const lines = await tx.arrays(
      `select l.booked_on, l.amount_cents::int, l.state, m.state, m.rule,
              (select array_agg(k.number || ' ' || p.amount_cents order by k.number) from bank_match_part p
                 join claim k on k.tenant_id = p.tenant_id and k.claim_id = p.claim_id
                where p.tenant_id = l.tenant_id and p.match_id = m.match_id)
         from bank_line l left join bank_match m on m.tenant_id = l.tenant_id and m.line_id = l.line_id
        where l.tenant_id = $1 order by l.booked_on, l.amount_cents, m.rank, m.rule, 6`,
      [book.tenantId],
    );
    const claims = await tx.arrays(
      'select number, open_cents::int, status from claim where tenant_id = $1 order by number',
      [book.tenantId],
    );
    return [counts, { lines, claims }];
  });
}

test('lines looked at some at a time become what they become together', async () => {
  const [counts, book] = await matched(1_000);
  expect(counts).toMatchObject({ examined: LINES.length, reversed: 1, outgoing: 1 });
  expect(counts.applied).toBeGreaterThan(3);
  expect(counts.proposed).toBeGreaterThan(0);
  for (const together of [4, 2]) expect(await matched(together)).toEqual([counts, book]);
});
