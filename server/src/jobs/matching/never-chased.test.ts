import { addDays, day, formatDay } from '@acquit/law';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newTenant, testStore } from '../../testing/index.ts';
import { planCompany, runPass } from '../night/index.ts';
import { bookState, type Planted, plantCompany, plantDebtor, plantLine } from './fixture.ts';
import { applyMatch, declineMatch, matchLines, undoLines, undoMatch } from './index.ts';

const { store } = await testStore();

/** What may happen in a day, in any order: a statement arrives, a person answers or changes his mind, the night passes. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('line' as const),
    debtor: fc.nat(2),
    amount: fc.constantFrom(49_90, 120_00, 169_90, 33_33, 777_77),
    text: fc.constantFrom('', 'FA-1001', 'FA-1002 FA-1003', 'FA-1005', 'SOLDE'),
  }),
  fc.record({ kind: fc.constantFrom('apply' as const, 'decline' as const, 'undo' as const), place: fc.nat(5) }),
  fc.record({ kind: fc.constantFrom('pass' as const, 'match' as const, 'reject' as const), place: fc.constant(0) }),
);

const NAMES = ['Boulangerie Éléonore', 'Transports Keller', 'Garage Lemoine'];
const FIRST = day('2026-11-17');

test('a paid claim, or one that money received may pay, is never asked for; and undoing all is as if nothing had come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
      const book = await plantCompany(store, await newTenant(store));
      let n = 1001;
      for (const name of NAMES)
        await plantDebtor(
          store,
          book,
          name,
          [49_90, 120_00].map((cents) => ({ number: `FA-${n++}`, cents, dueOn: '2026-10-15' })),
        );
      const before = await bookState(store, book);
      for (const [nth, one] of steps.entries()) {
        const today = formatDay(addDays(FIRST, nth));
        await take(book, one, today);
        await nothingPaidIsAsked(book, today);
      }
      await store.inTenant(book.tenantId, (tx) =>
        undoLines(tx, {
          companyId: book.companyId,
          importId: book.importId,
          today: formatDay(FIRST),
          actor: 'user:claire',
        }),
      );
      expect(await bookState(store, book)).toBe(before);
    }),
    { numRuns: 12 },
  );
}, 120_000);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(book: Planted, one: Step, today: string): Promise<void> {
  const person = { today, actor: 'user:claire' };
  const order = { companyId: book.companyId, ...person };
  if (one.kind === 'pass') {
    await runPass(
      store,
      { tenantId: book.tenantId, companyId: book.companyId, on: day(today), dryRun: false },
      () => undefined,
    );
    return;
  }
  await store.inTenant(book.tenantId, async (tx) => {
    if (one.kind === 'line') {
      const name = NAMES[one.debtor]!;
      await plantLine(tx, book, {
        cents: one.amount,
        on: today,
        counterparty: name.toUpperCase(),
        remittance: one.text === '' ? [] : [one.text],
      });
      await matchLines(tx, order);
    } else if (one.kind === 'match') await matchLines(tx, order);
    else if (one.kind === 'reject') {
      const { rows } = await tx.query<{ cents: number; name: string }>(
        `select r.amount_cents::int as cents, d.name from receipt r join collection_case c on c.case_id = r.case_id join debtor d on d.debtor_id = c.debtor_id
          where r.cancelled_at is null order by r.receipt_id limit 1`,
      );
      if (!rows[0]) return;
      await plantLine(tx, book, {
        cents: -rows[0].cents,
        on: today,
        label: `REJET PRLV ${rows[0].name}`,
        reversal: true,
      });
      await matchLines(tx, order);
    } else {
      const state = one.kind === 'undo' ? 'applied' : 'proposed';
      const { rows } = await tx.query<{ match_id: string }>(
        'select match_id from bank_match where state = $1 order by match_id',
        [state],
      );
      const matchId = rows[one.place % Math.max(rows.length, 1)]?.match_id;
      if (matchId === undefined) return;
      await (one.kind === 'undo' ? undoMatch : one.kind === 'apply' ? applyMatch : declineMatch)(tx, matchId, person);
    }
  });
}

/** No closed or held claim is in the plan of the coming weeks, nor in a message that was prepared and has not left. */
async function nothingPaidIsAsked(book: Planted, today: string): Promise<void> {
  const items = await planCompany(store, {
    tenantId: book.tenantId,
    companyId: book.companyId,
    from: day(today),
    days: 30,
  });
  const { rows } = await store.inTenant(book.tenantId, (tx) =>
    tx.query<{ number: string; open: boolean; waits: boolean; prepared: boolean; cents: number }>(
      `select k.number, k.status = 'open' as open, k.open_cents::int as cents,
              exists (select from claim_hold h where h.claim_id = k.claim_id and h.ended_at is null) as waits,
              exists (select from action_claim m join action a on a.action_id = m.action_id
                       where m.claim_id = k.claim_id and a.status in ('to-confirm', 'to-do', 'queued') and a.channel <> 'task') as prepared
         from claim k`,
    ),
  );
  const asked = new Set(items.flatMap((item) => item.claimNumbers));
  for (const claim of rows) {
    expect(claim.cents).toBeGreaterThanOrEqual(0);
    if (claim.open && !claim.waits) continue;
    expect([claim.number, asked.has(claim.number), claim.prepared]).toEqual([claim.number, false, false]);
  }
}
