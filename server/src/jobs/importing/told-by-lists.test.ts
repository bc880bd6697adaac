import { describe, expect, it } from 'vitest';
import { cancelReceipt } from '../../store/index.ts';
import { testStore } from '../../testing/index.ts';
import { undoMatch } from '../matching/index.ts';
import { accounts, balance, type Desk, openDesk, payment, sale, statement, TODAY } from './testing/desk.ts';

const { store } = await testStore();
const NUMBER = 'FA-2026-1';

/** What the invoice owes and has received, and what of it only a list tells. */
async function owes({ tenantId }: Desk): Promise<[open: number, received: number, standIn: number]> {
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query<{ open: number; received: number; stand_in: number }>(
      `select open_cents::int as open, received_cents::int as received, told_left(tenant_id, claim_id, null)::int as stand_in
         from claim where number = $1 and kind <> 'credit-note' and status <> 'cancelled'`,
      [NUMBER],
    ),
  );
  const [one] = rows;
  return [one?.open ?? -1, one?.received ?? -1, one?.stand_in ?? -1];
}

/** A list of a day: an invoice of 100 € of 1 September, and what is left of it. */
function list(asOf: string, dueCents: number): ReturnType<typeof balance> {
  const { format, ledger } = balance([{ number: NUMBER, dueCents }], false);
  return { format, ledger: { ...ledger, asOf } };
}

const bank = (parts: { on: string; cents: number }[]) =>
  statement(
    parts.map(({ on, cents }) => ({
      on,
      amountCents: cents,
      counterparty: 'Menuiserie Dupont',
      remittance: [`ACOMPTE ${NUMBER}`],
    })),
  );

const booked = (parts: { on: string; cents: number }[]) =>
  accounts([
    sale(NUMBER, '2026-09-01', 10_000),
    ...parts.map(({ on, cents }) => payment(on, cents, { label: `Virement ${NUMBER}` })),
  ]);

const PART = { on: '2026-10-15', cents: 6_000 };
const TELLERS = {
  list: () => list('2026-10-20', 4_000),
  bank: () => bank([PART]),
  accounts: () => booked([PART]),
};

describe('a payment that a list tells too', () => {
  const names = Object.keys(TELLERS) as (keyof typeof TELLERS)[];
  const orders = names.flatMap((first) =>
    names
      .filter((name) => name !== first)
      .map((second) => [first, second, names.find((name) => name !== first && name !== second)!] as const),
  );
  it.each(orders)('counts once when told by the %s, the %s, then the %s', async (...told) => {
    const desk = await openDesk(store);
    for (const name of told) await desk.take(TELLERS[name]());
    expect(await owes(desk)).toEqual([4_000, 6_000, 0]);
  });

  it('is as before each file once that file is taken back', async () => {
    const desk = await openDesk(store);
    const first = await desk.take(list('2026-10-20', 4_000));
    const before = await desk.book();
    const second = await desk.take(bank([PART]));
    expect(await desk.undo(second)).toBeNull();
    expect(await desk.book()).toEqual(before);
    expect(await desk.undo(first)).toBeNull();
    expect(await desk.book()).toMatchObject({ claims: [], receipts: [] });
  });

  it('is what the list leaves of it while other payments of that time come to be known', async () => {
    const desk = await openDesk(store);
    await desk.take(list('2026-10-20', 4_000));
    expect(await owes(desk)).toEqual([4_000, 6_000, 6_000]);
    await desk.take(bank([{ on: '2026-10-10', cents: 2_500 }]));
    expect(await owes(desk)).toEqual([4_000, 6_000, 3_500]);
    // After the day of the list, a payment adds to what it told.
    await desk.take(bank([{ on: '2026-11-05', cents: 4_000 }]));
    expect(await owes(desk)).toEqual([0, 10_000, 3_500]);
  });

  it('stays told when a person takes the match of its line back', async () => {
    const desk = await openDesk(store);
    await desk.take(list('2026-10-20', 4_000));
    await desk.take(bank([PART]));
    expect(await owes(desk)).toEqual([4_000, 6_000, 0]);
    await store.inTenant(desk.tenantId, async (tx) => {
      const [[matchId]] = (await tx.arrays<[string]>(`select match_id from bank_match where state = 'applied'`)) as [
        [string],
      ];
      await undoMatch(tx, matchId, { actor: 'user:claire', today: TODAY });
    });
    expect(await owes(desk)).toEqual([4_000, 6_000, 6_000]);
  });

  it('is no longer believed once a person has taken it back, whatever a list says again', async () => {
    const desk = await openDesk(store);
    await desk.take(list('2026-10-20', 4_000));
    await store.inTenant(desk.tenantId, async (tx) => {
      const [[receiptId]] = (await tx.arrays<[string]>(`select receipt_id from receipt where origin = 'list'`)) as [
        [string],
      ];
      await cancelReceipt(tx, receiptId);
    });
    expect(await owes(desk)).toEqual([10_000, 0, 0]);
    await desk.take(list('2026-10-20', 4_000));
    expect(await owes(desk)).toEqual([10_000, 0, 0]);
  });

  it('gives way to accounts booked later than the list that do not have it, and the claim is held for a person', async () => {
    const desk = await openDesk(store);
    await desk.take(list('2026-10-20', 4_000));
    await desk.take(booked([{ on: '2026-11-03', cents: 1_000 }]));
    expect(await owes(desk)).toEqual([9_000, 1_000, 0]);
    const { holds: held } = await desk.book();
    expect(held).toMatchObject([
      { kind: 'absent-from-ledger', reason: expect.stringContaining('une liste du 20 oct') },
    ]);
    // Another export says the same: only a person says which of the two is right.
    await desk.take(booked([{ on: '2026-11-03', cents: 1_000 }]));
    expect((await desk.book()).holds).toEqual(held);
  });

  it('stands beside accounts that have booked nothing as late as the list', async () => {
    const desk = await openDesk(store);
    await desk.take(list('2026-10-20', 4_000));
    await desk.take(booked([{ on: '2026-10-05', cents: 1_000 }]));
    expect(await owes(desk)).toEqual([4_000, 6_000, 5_000]);
  });
});
