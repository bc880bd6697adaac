import { day } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { type AllocatableClaim, allocateReceipt } from './allocate.ts';

const ON = day('2026-11-21');
const owed = (claimId: string, dueOn: string | null, openCents: number): AllocatableClaim => ({
  claimId,
  dueOn: dueOn === null ? null : day(dueOn),
  issuedOn: null,
  openCents,
});
const parts = (cents: number, claims: AllocatableClaim[], chosen?: string[]) => {
  const { parts: given, unallocatedCents, decidedBy } = allocateReceipt(cents, claims, ON, chosen);
  return [
    Object.fromEntries(given.map(({ claimId, amountCents }) => [claimId, amountCents])),
    unallocatedCents,
    decidedBy,
  ];
};

describe('allocateReceipt (art. 1342-10 C. civ.)', () => {
  const old = owed('old', '2026-09-01', 100);
  const recent = owed('recent', '2026-10-01', 100);
  const future = owed('future', '2026-12-31', 100);

  it('follows the debtor first', () => {
    expect(parts(150, [old, recent, future], ['future'])).toEqual([{ old: 50, future: 100 }, 0, 'debtor']);
  });

  it('then what is due before what is not', () => {
    expect(parts(80, [future, old])).toEqual([{ old: 80 }, 0, 'due-first']);
  });

  it('then the oldest', () => {
    expect(parts(120, [recent, old])).toEqual([{ old: 100, recent: 20 }, 0, 'oldest']);
  });

  it('then in proportion, to the cent', () => {
    expect(parts(100, [owed('a', '2026-09-01', 100), owed('b', '2026-09-01', 200)])).toEqual([
      { a: 33, b: 67 },
      0,
      'proportion',
    ]);
  });

  it('keeps apart what no claim can take, and takes a claim without a due date last', () => {
    expect(parts(350, [owed('undated', null, 100), future, old])).toEqual([
      { undated: 100, future: 100, old: 100 },
      50,
      'due-first',
    ]);
    expect(parts(150, [owed('undated', null, 100), future])).toEqual([{ future: 100, undated: 50 }, 0, 'oldest']);
    expect(parts(10, [])).toEqual([{}, 10, 'none']);
    expect(parts(10, [old])).toEqual([{ old: 10 }, 0, 'single']);
  });

  it('refuses a choice of a claim that does not exist', () => {
    expect(() => parts(10, [old], ['ghost'])).toThrow('ghost');
  });

  it('follows the debtor in the order in which he names the claims', () => {
    expect(parts(150, [old, recent, future], ['future', 'recent'])).toEqual([{ future: 100, recent: 50 }, 0, 'debtor']);
  });

  it('gives the parts in the order of the claims, and none to a claim that owes nothing', () => {
    const settled = owed('settled', '2026-01-01', 0);
    const overpaid = owed('overpaid', '2026-01-01', -5);
    const { parts: given } = allocateReceipt(150, [recent, settled, overpaid, old], ON);
    expect(given.map(({ claimId }) => claimId)).toEqual(['recent', 'old']);
  });

  it('tells claims without a due date apart by their issue', () => {
    const issued = (claimId: string, on: string) => ({ ...owed(claimId, null, 100), issuedOn: day(on) });
    expect(parts(100, [issued('b', '2026-02-01'), issued('a', '2026-01-01')])).toEqual([{ a: 100 }, 0, 'oldest']);
  });
});
