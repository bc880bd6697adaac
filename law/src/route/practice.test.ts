/** What practice says of each route: durations by court, to the day of the rule book, and the few published figures. */
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../court-costs/index.ts';
import { type RouteInput, route } from './index.ts';

const TRADE: RouteInput = {
  creditorKind: 'company',
  debtorKind: 'company',
  claimKind: 'goods',
  amountCents: 300_000,
  contested: 'no',
  evidence: ['order', 'delivery', 'invoice', 'formal-notice'],
  debtorCountry: 'FR',
  debtorPostcode: '33000',
  on: '2026-11-21',
};

function one(procedure: Procedure, changes: Partial<RouteInput>) {
  const input = JSON.parse(JSON.stringify({ ...TRADE, ...changes })) as RouteInput;
  return route(input).value!.routes.find((candidate) => candidate.procedure === procedure)!;
}

const ABROAD = { debtorCountry: 'DE', debtorPostcode: undefined as never } as const;
const CIVIL = { debtorKind: 'civil-professional' } as const;

describe('the usual duration', () => {
  test.each<[string, Procedure, Partial<RouteInput>, [number, number, string, string]]>([
    ['commercial order', 'injonction-de-payer', {}, [14, 42, 'days', 'C']],
    ['commercial chamber', 'injonction-de-payer', { debtorPostcode: '67000' }, [14, 42, 'days', 'C']],
    ['civil order', 'injonction-de-payer', CIVIL, [1, 4, 'months', 'C']],
    ['interim payment', 'refere-provision', {}, [1, 3, 'months', 'C']],
    ['commercial suit', 'assignation', {}, [4, 9, 'months', 'C']],
    ['civil suit', 'assignation', CIVIL, [6, 18, 'months', 'C']],
    ['civil request', 'requete', CIVIL, [6, 18, 'months', 'C']],
    ['simplified procedure', 'small-claims', CIVIL, [1, 1, 'months', 'A']],
    ['notice', 'formal-notice', {}, [8, 15, 'days', 'C']],
    ['cheque', 'cheque-title', { evidence: ['cheque'] }, [45, 60, 'days', 'A']],
    ['claims between traders', 'uncontested-commercial', { uncontestedDecreeSeen: true }, [39, 42, 'days', 'C']],
    ['European order', 'european-payment-order', ABROAD, [30, 70, 'days', 'C']],
    ['European small claims', 'european-small-claims', ABROAD, [60, 60, 'days', 'C']],
  ])('%s', (_, procedure, changes, [low, high, unit, confidence]) => {
    const { open, usualDuration } = one(procedure, changes);
    expect(open).toBe(true);
    expect(usualDuration).toMatchObject({ low, high, unit, reference: { confidence } });
  });

  test('nothing is said of a suit abroad, of a step without figure, or of a closed route', () => {
    expect(one('assignation', ABROAD)).toMatchObject({ open: true });
    expect(one('assignation', ABROAD).usualDuration).toBeUndefined();
    expect(one('conciliation', {}).usualDuration).toBeUndefined();
    expect(one('injonction-de-payer', { contested: 'serious' }).usualDuration).toBeUndefined();
  });
});

describe('published figures', () => {
  test('a commercial order has its number and its median, a civil one has none', () => {
    expect(one('injonction-de-payer', {}).figures).toMatchObject([
      { value: 139_234, unit: 'count', reference: { confidence: 'B' } },
      { value: 300_000, unit: 'cents', reference: { confidence: 'B' } },
    ]);
    expect(one('injonction-de-payer', CIVIL).figures).toEqual([]);
  });

  test('the simplified procedure has its number, and a closed route none', () => {
    expect(one('small-claims', CIVIL).figures).toMatchObject([{ value: 500, unit: 'count' }]);
    expect(one('small-claims', {}).figures).toEqual([]);
  });
});
