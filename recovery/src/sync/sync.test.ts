import { addDays, day, formatDay } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AccountItem,
  clearGroup,
  compareClaims,
  type KnownClaim,
  type KnownReceipt,
  type ListedClaim,
  type ListedCredit,
  type ListedReceipt,
  planMoney,
  roomsOf,
} from './index.ts';

/** One customer's account as it really is, line by line, and an in-memory book that a plan is applied to. */
type Event =
  | { kind: 'invoice'; cents: number }
  | { kind: 'pay'; share: number; letter: boolean }
  | { kind: 'credit'; share: number }
  | { kind: 'reject' };

interface Entry extends AccountItem {
  group: number | null;
}

const on = (n: number) => formatDay(addDays(day('2026-01-05'), n));

/** The lines of the account after each event: a truth that evolves, of which each state may be exported. */
function exportsOf(events: readonly Event[]): Entry[][] {
  let lines: Entry[] = [];
  return events.map((event, n) => {
    const invoices = lines.filter((line) => line.kind === 'invoice');
    const target = invoices.at(-1);
    if (event.kind === 'invoice')
      lines = [...lines, { key: `F${n}`, kind: 'invoice', on: on(n), cents: event.cents, group: n }];
    else if (event.kind === 'reject') {
      const paid = lines.filter((line) => line.kind === 'receipt' && line.group !== null).at(-1);
      const back = lines.some((line) => line.kind === 'reversal' && line.group === paid?.group);
      if (paid && !back)
        lines = [...lines, { key: `X${n}`, kind: 'reversal', on: on(n), cents: paid.cents, group: paid.group }];
    } else if (target) {
      const cents = Math.max(1, Math.floor((target.cents * event.share) / 4));
      const kind = event.kind === 'pay' ? 'receipt' : 'credit-note';
      const lettered = event.kind === 'credit' || event.letter;
      lines = [...lines, { key: `${kind[0]}${n}`, kind, on: on(n), cents, group: lettered ? target.group : null }];
    }
    return lines;
  });
}

interface Memory {
  claims: KnownClaim[];
  receipts: KnownReceipt[];
  credits: { creditId: string; claimId: string; cents: number }[];
}

const groupsOf = (lines: readonly Entry[]) => [...Map.groupBy(lines, (line) => line.group ?? line.key).values()];

/** Reads one export into the shapes of the comparison, as the server does. */
function told(lines: readonly Entry[]) {
  const listed = lines
    .filter((line) => line.kind === 'invoice' || line.kind === 'credit-note')
    .map(
      (line): ListedClaim => ({
        key: line.key,
        caseId: 'c',
        number: line.key,
        kind: line.kind === 'invoice' ? 'invoice' : 'credit-note',
        issuedOn: line.on,
        dueOn: null,
        totalCents: line.cents,
        amountCents: line.cents,
        openCents: null,
        orderReference: null,
        isDocument: false,
      }),
    );
  const receipts: ListedReceipt[] = [];
  const credits: ListedCredit[] = [];
  for (const group of groupsOf(lines)) {
    const cleared = clearGroup(group);
    credits.push(...cleared.credits.map((credit) => ({ ...credit, on: on(0) })));
    for (const line of group) {
      const money = cleared.receipts.get(line.key);
      if (money)
        receipts.push({
          isLettered: line.group !== null,
          ledgerKey: line.key,
          caseId: 'c',
          on: line.on ?? on(0),
          method: 'transfer',
          reference: null,
          ...money,
        });
    }
  }
  return { listed, receipts, credits };
}

/** Applies an export to a book in memory; gives how many things it changed. */
function importInto(memory: Memory, lines: readonly Entry[]): number {
  const { listed, receipts, credits } = told(lines);
  const verdicts = compareClaims(memory.claims, listed, { repeats: 'another', newId: (one) => `id-${one.key}` });
  const ids = new Map(verdicts.map((one) => [one.listed.key, one.claimId]));
  const added = verdicts.filter((one) => one.action === 'add');
  const plan = planMoney(
    roomsOf(
      memory.claims,
      added.map((one) => ({ claimId: one.claimId, amountCents: one.listed.amountCents, clearedCents: 0 })),
    ),
    memory.receipts,
    memory.credits,
    { receipts, credits, claimOf: (key) => ids.get(key)! },
    false,
  );
  for (const { claimId, listed: one, number } of added)
    memory.claims.push({
      ...one,
      claimId,
      number,
      dueOnSource: 'document',
      totalCents: one.amountCents,
      receivedCents: 0,
      creditedCents: 0,
      status: 'open',
      hasDocument: false,
      undone: false,
      listedOn: null,
      toldCents: 0,
      toldUntil: null,
      standInCents: 0,
      absence: 'none',
    });
  const claim = (claimId: string) => memory.claims.find((one) => one.claimId === claimId)!;
  for (const receiptId of plan.cancel) {
    const gone = memory.receipts.find((one) => one.receiptId === receiptId)!;
    for (const part of gone.parts) claim(part.claimId).receivedCents -= part.amountCents;
    memory.receipts = memory.receipts.filter((one) => one !== gone);
  }
  for (const { receiptId, ledgerKey } of plan.link)
    memory.receipts.find((one) => one.receiptId === receiptId)!.ledgerKey = ledgerKey;
  for (const money of plan.add) {
    memory.receipts.push({ ...money, receiptId: `r-${money.ledgerKey}`, origin: 'ledger', isReversed: false });
    for (const part of money.parts) claim(part.claimId).receivedCents += part.amountCents;
  }
  for (const { creditId, claimId, amountCents } of plan.credits) {
    memory.credits.push({ creditId, claimId, cents: amountCents });
    claim(creditId).creditedCents += amountCents;
    claim(claimId).creditedCents += amountCents;
  }
  return added.length + plan.add.length + plan.cancel.length + plan.link.length + plan.credits.length;
}

const openIn = (memory: Memory) =>
  new Map(
    memory.claims.map((one) => [one.number, Math.max(one.amountCents - one.receivedCents - one.creditedCents, 0)]),
  );

/** What the accounts themselves say stays open of each piece. */
function openInTruth(lines: readonly Entry[]): Map<string, number> {
  const open = new Map<string, number>();
  for (const group of groupsOf(lines)) for (const [key, cents] of clearGroup(group).openCents) open.set(key, cents);
  return open;
}

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant('invoice' as const), cents: fc.integer({ min: 100, max: 5_000 }) }),
  fc.record({ kind: fc.constant('pay' as const), share: fc.integer({ min: 1, max: 5 }), letter: fc.boolean() }),
  fc.record({ kind: fc.constant('credit' as const), share: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('reject' as const) }),
);

const emptyBook = (): Memory => ({ claims: [], receipts: [], credits: [] });

describe('clearing a group', () => {
  it('neither makes nor loses a cent', () => {
    const item = fc.record({
      kind: fc.constantFrom<AccountItem['kind']>('invoice', 'credit-note', 'receipt', 'reversal'),
      cents: fc.integer({ min: 1, max: 1_000 }),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), (items) => {
        const group = items.map((one, n) => ({ ...one, key: `k${n}`, on: on(n) }));
        const { credits, receipts, openCents } = clearGroup(group);
        for (const line of group.filter((one) => one.kind === 'invoice')) {
          const paid = [...receipts.values()].flatMap((one) => one.parts).filter((part) => part.key === line.key);
          const credited = credits.filter((one) => one.claimKey === line.key);
          const sum = [...paid, ...credited].reduce((total, part) => total + part.amountCents, 0);
          expect(openCents.get(line.key)).toBe(line.cents - sum);
          expect(openCents.get(line.key)).toBeGreaterThanOrEqual(0);
        }
        for (const { amountCents, parts } of receipts.values())
          expect(parts.reduce((sum, part) => sum + part.amountCents, 0)).toBeLessThanOrEqual(amountCents);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('clearing a line or two', () => {
  const cents = fc.integer({ min: 1, max: 1_000 });
  const kind = fc.constantFrom<AccountItem['kind']>('invoice', 'credit-note', 'receipt', 'reversal');

  it('says what clearing them beside a group of others says', () => {
    const lines = fc.array(fc.record({ kind, cents, on: fc.nat({ max: 3 }) }), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(lines, (items) => {
        const group = items.map((one, n) => ({ ...one, key: `k${n}`, on: on(one.on) }));
        const alone = clearGroup(group);
        // Invoices of nothing: they take nothing, and the group is no longer of one line or two.
        const zero = ['z0', 'z1', 'z2'].map((key): AccountItem => ({ key, kind: 'invoice', on: null, cents: 0 }));
        const beside = clearGroup([...group, ...zero]);
        expect(alone.credits).toEqual(beside.credits);
        expect(new Map(alone.receipts)).toEqual(new Map(beside.receipts));
        for (const { key } of zero) beside.openCents.delete(key);
        expect(alone.openCents).toEqual(beside.openCents);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('importing the exports of one evolving truth', () => {
  const history = fc.tuple(fc.array(event, { minLength: 1, maxLength: 14 }), fc.infiniteStream(fc.nat()));

  it('ends where the truth is, whichever exports are imported and however often', () => {
    fc.assert(
      fc.property(history, ([events, choices]) => {
        const states = exportsOf(events);
        const memory = emptyBook();
        let at = 0;
        for (const choice of choices) {
          if (at >= states.length) break;
          importInto(memory, states[at]!);
          if (choice % 3 === 0) importInto(memory, states[at]!);
          // Some exports are never imported: the next one tells what they did.
          at += 1 + (choice % 2);
        }
        importInto(memory, states.at(-1)!);
        expect(openIn(memory)).toEqual(openInTruth(states.at(-1)!));
      }),
      { numRuns: 2_000 },
    );
  });

  it('changes nothing when the same export is imported again', () => {
    fc.assert(
      fc.property(history, ([events]) => {
        const memory = emptyBook();
        const last = exportsOf(events).at(-1)!;
        importInto(memory, last);
        expect(importInto(memory, last)).toBe(0);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('money that the bank told before the accounts', () => {
  const claimOf = (key: string) => `id-${key}`;
  const bank = (receiptId: string, amountCents: number, day: string, claimId: string): KnownReceipt => ({
    receiptId,
    caseId: 'c',
    on: day,
    amountCents,
    origin: 'bank',
    ledgerKey: null,
    isReversed: false,
    parts: [{ claimId, amountCents }],
  });
  const listed = (ledgerKey: string, amountCents: number, day: string, key: string): ListedReceipt => ({
    ledgerKey,
    caseId: 'c',
    on: day,
    amountCents,
    method: 'transfer',
    reference: null,
    isLettered: true,
    parts: [{ key, amountCents }],
  });
  const room = (claimId: string, amountCents: number, clearedCents: number) =>
    [claimId, { claimId, amountCents, clearedCents }] as const;

  it('is linked, and not received twice', () => {
    const plan = planMoney(
      new Map([room('id-F1', 120_000, 120_000)]),
      [bank('r1', 120_000, '2026-03-02', 'id-F1')],
      [],
      { receipts: [listed('k1', 120_000, '2026-03-05', 'F1')], credits: [], claimOf },
      false,
    );
    expect(plan).toMatchObject({ add: [], link: [{ receiptId: 'r1', ledgerKey: 'k1' }], known: 1, disputed: [] });
  });

  it('is not received twice when one transfer stands for three receipts of the accounts', () => {
    const plan = planMoney(
      new Map([room('id-F1', 100, 100), room('id-F2', 200, 200), room('id-F3', 300, 250)]),
      [],
      [],
      {
        receipts: [
          listed('k1', 100, '2026-03-05', 'F1'),
          listed('k2', 200, '2026-03-05', 'F2'),
          listed('k3', 300, '2026-03-05', 'F3'),
        ],
        credits: [],
        claimOf,
      },
      false,
    );
    expect(plan.add.map((one) => [one.ledgerKey, one.amountCents])).toEqual([['k3', 50]]);
    expect(plan.known).toBe(2);
  });

  it('is asked of a person when the accounts set it against another invoice', () => {
    const plan = planMoney(
      new Map([room('id-F1', 500, 500), room('id-F2', 500, 0)]),
      [bank('r1', 500, '2026-03-02', 'id-F1')],
      [],
      { receipts: [listed('k1', 500, '2026-03-02', 'F2')], credits: [], claimOf },
      false,
    );
    expect(plan).toMatchObject({ add: [], cancel: [], disputed: ['id-F2'] });
  });

  it('is the receipt of the invoice that the line pays, not that of another of the same sum', () => {
    const plan = planMoney(
      new Map([room('id-F1', 500, 0), room('id-F2', 500, 500)]),
      [bank('r2', 500, '2026-03-04', 'id-F2')],
      [],
      {
        receipts: [listed('k1', 500, '2026-03-02', 'F1'), listed('k2', 500, '2026-03-07', 'F2')],
        credits: [],
        claimOf,
      },
      false,
    );
    expect(plan).toMatchObject({ link: [{ receiptId: 'r2', ledgerKey: 'k2' }], disputed: [] });
    expect(plan.add.map((one) => one.ledgerKey)).toEqual(['k1']);
  });

  it('is not received again from accounts that do not know yet that the bank has taken it back', () => {
    const reversed = { ...bank('r1', 500, '2026-03-02', 'id-F1'), isReversed: true };
    const plan = planMoney(
      new Map([room('id-F1', 500, 0)]),
      [reversed],
      [],
      { receipts: [listed('k1', 500, '2026-03-02', 'F1')], credits: [], claimOf },
      false,
    );
    expect(plan).toMatchObject({ add: [], known: 1 });
    const other = planMoney(
      new Map([room('id-F1', 500, 0), room('id-F2', 500, 0)]),
      [reversed],
      [],
      { receipts: [listed('k2', 500, '2026-03-04', 'F2')], credits: [], claimOf },
      false,
    );
    expect(other.add.map((one) => one.ledgerKey)).toEqual(['k2']);
  });
});
