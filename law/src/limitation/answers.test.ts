/** What is going on, the time left, what a contract may change, and what is refused. */
import { describe, expect, test } from 'vitest';
import { AFTER, answer, type Event, type Facts, happened, label } from '../../scripts/limitation.ts';
import type { ArticleKey } from '../parameters/index.ts';
import { type LimitationInput, limitation } from './index.ts';
import type { LimitationEventKind } from './kinds.ts';

const DATES = { dueOn: '2024-05-06', performedOn: '2024-04-05', issuedOn: '2024-04-08' } as const;

const COMPANY = { claimKind: 'goods', debtorKind: 'company', dueOn: '2024-05-06' } as const;
const PUBLIC = { claimKind: 'services', debtorKind: 'public-body', dueOn: '2024-05-06' } as const;
const TITLE = { claimKind: 'judgment', titleOn: '2024-05-06' } as const;
const PREMIUM = { claimKind: 'insurance-premium', debtorKind: 'company', dueOn: '2024-05-06' } as const;

describe('what is going on', () => {
  const claim: Event = { kind: 'court-claim', on: AFTER };
  test('has no last day yet, and one for the diary', () => {
    const { nodes, tree, ...value } = answer({ ...COMPANY, on: '2026-11-21', events: [claim] });
    expect(value).toMatchObject({
      expiresOn: null,
      fallbackOn: '2029-05-06',
      pending: true,
      expired: false,
      daysLeft: null,
      candidates: [{ expiresOn: null, fallbackOn: '2029-05-06', pending: true }],
    });
    expect(value.said).toContain(label('limitation-pending'));
    expect(tree).toMatchObject({ label: 'Délai tenu ouvert', operation: 'list', value: null });
    const { nodes: open, ...withMore } = answer({ claimKind: 'judgment', titleOn: '2024-05-06', events: [claim] });
    expect(withMore.tree).toMatchObject({ label: 'Prescription de la créance', operation: 'list', value: null });
    expect(open.length).toBeGreaterThan(nodes.length - 10);
  });

  test.each<[LimitationEventKind, boolean]>([
    ['court-claim', true],
    ['insolvency-filing', true],
    ['mediation', true],
    ['conciliation', true],
    ['small-claims-consent', true],
    ['expertise', true],
    ['seizure', false],
    ['payment-order-served', false],
    ['part-payment', false],
  ])('%s without an end: %s', (kind, pending) => {
    expect(answer({ ...COMPANY, events: [{ kind, on: AFTER }] }).pending).toBe(pending);
  });

  test('does not hide the end of a period that it does not reach', () => {
    const expertise: Event = { kind: 'expertise', on: AFTER };
    const told = answer({ claimKind: 'goods', dueOn: '2024-05-06', events: [expertise] });
    // The consumer and the trader wait for the expert; the public body does not.
    expect(told.candidates.map(({ expiresOn, fallbackOn }) => [expiresOn, fallbackOn])).toEqual([
      [null, '2026-05-06'],
      ['2028-12-31', null],
      [null, '2029-05-06'],
    ]);
    expect(told).toMatchObject({ expiresOn: '2028-12-31', pending: false, fallbackOn: null });
    expect(told.events[0]!.effect).toBe('none');
    expect(told.tree).toMatchObject({ operation: 'detail', value: '2028-12-31' });
    expect(told.said).not.toContain(label('limitation-earliest'));
  });

  test('keeps the earliest day for the diary when every period waits', () => {
    const told = answer({ claimKind: 'goods', dueOn: '2024-05-06', events: [claim] });
    expect(told).toMatchObject({ expiresOn: null, pending: true, fallbackOn: '2026-05-06' });
  });
});

test.each([
  ['2029-05-05', false, 1],
  ['2029-05-06', false, 0],
  ['2029-05-07', true, 0],
  ['2026-11-21', false, 897],
])('seen on %s: over %s, %s days left', (on, expired, daysLeft) => {
  const seen = answer({ ...COMPANY, on });
  expect({ expired: seen.expired, daysLeft: seen.daysLeft }).toEqual({ expired, daysLeft });
  expect(seen.tree).toMatchObject({ label: 'Prescription de la créance', value: '2029-05-06' });
});

test('without a day to look from nothing is said of the time left', () => {
  const { expired, daysLeft, titleInterest, tree } = answer(COMPANY);
  expect({ expired, daysLeft, titleInterest }).toEqual({ expired: null, daysLeft: null, titleInterest: null });
  expect(tree.label).toBe('Dernier jour pour agir');
});

test.each<[Facts, number]>([
  [{ debtorKind: 'consumer' }, 2],
  [{}, 2],
  [{ debtorKind: 'company' }, 5],
  [{ debtorKind: 'public-body' }, 5],
])('the interest on a title goes back for %j: %s years', (facts, years) => {
  const { titleInterest, said } = answer({ ...TITLE, ...facts });
  expect(titleInterest).toEqual({ years });
  expect(said).toContain(label('limitation-interest'));
});

test('the reasons of the whole are said where they apply', () => {
  const one = answer(COMPANY).said;
  expect(one).toContain(label('limitation-no-extension'));
  expect(one).toContain(label('limitation-counting'));
  expect(one).not.toContain(label('limitation-earliest'));
  expect(one).not.toContain(label('limitation-midnight'));
  expect(answer({ ...COMPANY, ...DATES }).said).toContain(label('limitation-earliest'));
  const calendar = answer(PUBLIC).said;
  expect(calendar).not.toContain(label('limitation-counting'));
  expect(calendar).toContain(label('limitation-midnight'));
  const doubts: readonly [Facts, ArticleKey][] = [
    [{ debtorKind: 'company' }, 'limitation-unknown-sector'],
    [{ claimKind: 'goods' }, 'limitation-unknown-debtor'],
    [{ claimKind: 'cheque', debtorKind: 'company' }, 'limitation-unknown-action'],
  ];
  for (const [facts, key] of doubts) {
    const { said } = answer({ ...DATES, ...facts });
    for (const [, other] of doubts) expect(said.has(label(other)), other).toBe(other === key);
  }
});

describe('a contract', () => {
  test.each<[Facts, string, string]>([
    [{ ...COMPANY, contractYears: 1 }, '2025-05-06', '2254 C. civ.'],
    [{ ...COMPANY, contractYears: 10 }, '2034-05-06', '2254 C. civ.'],
    [{ ...COMPANY, debtorKind: 'non-business', contractYears: 3 }, '2027-05-06', '2254 C. civ.'],
    [{ ...COMPANY, debtorKind: 'civil-professional', contractYears: 3 }, '2027-05-06', '2254 C. civ.'],
  ])('changes the period of %j', (facts, expiresOn, article) => {
    const { expiresOn: ends, said, candidates } = answer(facts);
    expect(ends).toBe(expiresOn);
    expect(candidates[0]!.article).toBe(article);
    expect(said).toContain(label('limitation-contract'));
  });

  test('may add letters to what interrupts, and only those it names', () => {
    const facts = { ...COMPANY, contractInterruptedBy: ['reminder'] } as const;
    const interrupted = happened('reminder', facts);
    expect(interrupted).toMatchObject({ effect: 'interrupts', why: label('limitation-contract-cause') });
    expect(happened('written-claim', facts).effect).toBe('none');
    expect(answer(facts).said).not.toContain(label('limitation-contract'));
  });

  test('of an unknown public accountant changes the period of companies only', () => {
    const facts = { ...COMPANY, debtorKind: 'public-enterprise', contractYears: 3 } as const;
    expect(answer(facts).candidates.map(({ length }) => length)).toEqual([{ years: 4 }, { years: 3 }]);
  });

  const CLAUSE = { contractYears: 3 } as const;
  test.each<[Facts, Record<string, unknown>]>([
    [
      { ...COMPANY, ...CLAUSE, debtorKind: 'consumer' },
      { code: 'PeriodFixedByLaw', field: 'contractYears' },
    ],
    [
      { ...COMPANY, ...CLAUSE, periodic: true },
      { code: 'PeriodFixedByLaw', claimKind: 'goods', debtorKind: 'company' },
    ],
    [
      { ...COMPANY, ...CLAUSE, claimKind: 'energy' },
      { code: 'PeriodFixedByLaw', claimKind: 'energy' },
    ],
    [{ ...COMPANY, ...CLAUSE, claimKind: 'water', waterBilledBy: 'company' }, { code: 'PeriodFixedByLaw' }],
    [{ ...COMPANY, ...CLAUSE, claimKind: 'transport' }, { code: 'PeriodFixedByLaw' }],
    [{ ...COMPANY, ...CLAUSE, claimKind: 'commercial-rent' }, { code: 'PeriodFixedByLaw' }],
    [{ ...COMPANY, ...CLAUSE, claimKind: 'co-ownership' }, { code: 'PeriodFixedByLaw' }],
    [{ ...PREMIUM, ...CLAUSE }, { code: 'PeriodFixedByLaw' }],
    [{ ...PUBLIC, ...CLAUSE }, { code: 'PeriodFixedByLaw' }],
    [{ ...COMPANY, ...CLAUSE, titleOn: '2024-06-03' }, { code: 'PeriodFixedByLaw' }],
    [
      { ...COMPANY, debtorKind: 'consumer', contractInterruptedBy: ['reminder'] },
      { code: 'PeriodFixedByLaw', field: 'contractInterruptedBy' },
    ],
    [
      { debtorKind: 'company', dueOn: '2024-05-06', ...CLAUSE },
      { code: 'MissingField', field: 'claimKind', neededBy: 'contractYears' },
    ],
    [
      { claimKind: 'goods', dueOn: '2024-05-06', contractInterruptedBy: ['reminder'] },
      { code: 'MissingField', field: 'debtorKind', neededBy: 'contractInterruptedBy' },
    ],
    [
      { ...COMPANY, contractYears: 0 },
      { code: 'InvalidValue', field: 'contractYears' },
    ],
    [
      { ...COMPANY, contractYears: 11 },
      { code: 'InvalidValue', field: 'contractYears' },
    ],
  ])('is refused: %j', (facts, expected) => {
    const { code, facts: told } = limitation(facts as LimitationInput).refusal!;
    expect({ code, ...told }).toMatchObject(expected);
  });
});

test.each<[Facts, Record<string, unknown>]>([
  [{}, { code: 'MissingField', field: 'dueOn', anyOf: ['dueOn', 'performedOn', 'issuedOn', 'titleOn'] }],
  [
    { claimKind: 'judgment', dueOn: '2024-05-06' },
    { code: 'MissingField', field: 'titleOn' },
  ],
  [
    { ...COMPANY, dueOn: '2008-06-18' },
    { code: 'DateNotServed', field: 'dueOn' },
  ],
  [
    { ...COMPANY, performedOn: '2008-06-18' },
    { code: 'DateNotServed', field: 'performedOn' },
  ],
  [
    { ...COMPANY, against: 'drawer' },
    { code: 'InvalidChoice', field: 'against', value: 'drawer', claimKind: 'goods', allowed: [] },
  ],
  [
    { ...COMPANY, claimKind: 'bill-of-exchange', against: 'drawee' },
    { code: 'InvalidChoice', field: 'against', allowed: ['acceptor', 'endorser', 'drawer', 'recourse'] },
  ],
  [
    { ...COMPANY, claimKind: 'cheque', against: 'acceptor' },
    { code: 'InvalidChoice', field: 'against', allowed: ['drawee', 'drawer', 'endorser'] },
  ],
  [
    { dueOn: '2024-05-06', against: 'drawer' },
    { code: 'InvalidChoice', claimKind: null, allowed: [] },
  ],
  [
    {
      ...COMPANY,
      events: [
        { kind: 'seizure', on: AFTER },
        { kind: 'court-claim', on: AFTER, until: '2025-02-02' },
      ],
    },
    { code: 'DatesOutOfOrder' },
  ],
  [
    {
      ...COMPANY,
      events: [
        { kind: 'seizure', on: AFTER },
        { kind: 'reminder', on: AFTER, until: '2025-02-04' },
      ],
    },
    { code: 'InvalidValue', field: 'events[1].until', value: '2025-02-04' },
  ],
  [
    { ...COMPANY, events: [{ kind: 'seizure', on: '2008-06-18' }] },
    { code: 'DateNotServed', field: 'events[0].on' },
  ],
  [
    { ...COMPANY, events: [{ kind: 'seizure', on: AFTER, registered: 'yes' as never }] },
    { code: 'InvalidValue', field: 'events[0].registered' },
  ],
])('%j is refused', (facts, expected) => {
  const { code, facts: told } = limitation(facts as LimitationInput).refusal!;
  expect({ code, ...told }).toMatchObject(expected);
});

test.each<[LimitationEventKind, boolean]>([
  ['court-claim', true],
  ['payment-order-served', true],
  ['seizure', true],
  ['insolvency-filing', true],
  ['mediation', true],
  ['conciliation', true],
  ['small-claims-consent', true],
  ['expertise', true],
  ['part-payment', false],
  ['acknowledgement', false],
  ['plan-signed', false],
  ['claim-withdrawn', false],
  ['payment-order-filed', false],
  ['formal-notice', false],
  ['reminder', false],
  ['written-claim', false],
])('%s may last: %s', (kind, mayLast) => {
  const { refusal } = limitation({ ...COMPANY, events: [{ kind, on: AFTER, until: AFTER }] });
  expect(refusal?.code).toBe(mayLast ? undefined : 'InvalidValue');
});
