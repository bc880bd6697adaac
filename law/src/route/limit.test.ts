import { expect, test } from 'vitest';
import { addDays, day } from '../calendar/index.ts';
import { PROCEDURES } from '../court-costs/index.ts';
import { valuesOf } from '../parameters/index.ts';
import { amountLimit } from './limit.ts';

test('three procedures take no more than 5 000 euros, each by its text, and no other has a limit', () => {
  const on = day('2026-11-21');
  expect(PROCEDURES.filter((procedure) => amountLimit(procedure, on) !== null).sort()).toEqual([
    'european-small-claims',
    'requete',
    'small-claims',
  ]);
  expect(amountLimit('small-claims', on)).toEqual({ cents: 500_000, article: 'R125-1 CPCE', confidence: 'A' });
  expect(amountLimit('requete', on)).toEqual({ cents: 500_000, article: '750 CPC', confidence: 'A' });
  expect(amountLimit('european-small-claims', on)).toMatchObject({ cents: 500_000, confidence: 'C' });
});

test('a day before the tables has no limit', () => {
  const first = valuesOf('court-small-claims-limit')[0]!.from;
  expect(amountLimit('small-claims', first)).not.toBeNull();
  expect(amountLimit('small-claims', addDays(first, -1))).toBeNull();
});
