import { expect, test } from 'vitest';
import { day } from '../calendar/index.ts';
import { SUPPLIES, type SuspensionFacts, supplySuspension } from './index.ts';

const facts = (change: Partial<SuspensionFacts> = {}): SuspensionFacts => ({
  supply: 'goods',
  mainHome: false,
  on: day('2026-06-15'),
  sameContract: true,
  isDue: true,
  firstNoticeOn: day('2026-06-01'),
  secondNoticeOn: null,
  isHelped: false,
  fundAskedOn: null,
  minimumPowerSince: null,
  insolvencyOpenedOn: null,
  ...change,
});
const codes = (change: Partial<SuspensionFacts>) => supplySuspension(facts(change)).map(({ code }) => code);
const energy = {
  supply: 'gas',
  mainHome: true,
  firstNoticeOn: day('2026-05-01'),
  secondNoticeOn: day('2026-05-20'),
} as const;

test('goods may be held back under one contract, for a sum due, after a warning', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ sameContract: false })).toEqual(['NotSameContract']);
  expect(codes({ isDue: false })).toEqual(['NothingDue']);
  expect(codes({ firstNoticeOn: null })).toEqual(['NoticeMissing']);
  expect(codes({ firstNoticeOn: day('2026-06-16') })).toEqual(['NoticeMissing']);
});

test('water of a main home is never cut, that of a workshop may be', () => {
  expect(codes({ supply: 'water', mainHome: true })).toEqual(['WaterNeverCut']);
  expect(codes({ supply: 'water' })).toEqual([]);
});

test('energy of a main home is not cut in winter, whatever the letters', () => {
  const winter = (on: string) => codes({ ...energy, on: day(on) }).includes('WinterTruce');
  expect(['2026-10-31', '2026-11-01', '2027-01-15', '2027-03-31', '2027-04-01'].map(winter)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  expect(codes({ ...energy, mainHome: false, on: day('2027-01-15') })).toEqual([]);
});

test('two letters and their delays come first, longer for who is helped', () => {
  expect(codes({ ...energy, secondNoticeOn: null })).toEqual(['NoticeMissing']);
  expect(codes({ ...energy, secondNoticeOn: day('2026-05-15') })).toEqual(['NoticeTooShort']);
  expect(codes({ ...energy, secondNoticeOn: day('2026-05-16') })).toEqual([]);
  expect(codes({ ...energy, isHelped: true })).toEqual(['NoticeTooShort']);
  expect(codes({ ...energy, on: day('2026-06-08') })).toEqual(['NoticeTooShort']);
  expect(codes({ ...energy, on: day('2026-06-09') })).toEqual([]);
});

test('asking the housing fund suspends, and electricity passes by minimum power', () => {
  expect(codes({ ...energy, fundAskedOn: day('2026-04-16') })).toEqual(['FundAsked']);
  expect(codes({ ...energy, fundAskedOn: day('2026-04-15') })).toEqual([]);
  expect(codes({ ...energy, supply: 'electricity' })).toEqual(['MinimumPowerFirst']);
  expect(codes({ ...energy, supply: 'electricity', minimumPowerSince: day('2026-04-17') })).toEqual([
    'MinimumPowerFirst',
  ]);
  expect(codes({ ...energy, supply: 'electricity', minimumPowerSince: day('2026-04-16') })).toEqual([]);
});

test('an insolvent customer is served from the day of the judgment, and every refusal names its article', () => {
  expect(codes({ insolvencyOpenedOn: day('2026-06-15') })).toEqual(['InsolvencyMustServe']);
  expect(codes({ insolvencyOpenedOn: day('2026-06-16') })).toEqual([]);
  for (const supply of SUPPLIES)
    for (const obstacle of supplySuspension(
      facts({ supply, mainHome: true, isDue: false, sameContract: false, firstNoticeOn: null, on: day('2026-12-25') }),
    )) {
      expect(obstacle.article).toMatch(/\d/);
      expect(obstacle.message).toMatch(/[.]$/);
    }
});
