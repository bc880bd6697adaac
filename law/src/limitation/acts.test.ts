/** Every act of the rule book with what it does and why, and the days at each edge, counted by hand. */
import { describe, expect, test } from 'vitest';
import { AFTER, answer, type Event, type Facts, happened, LASTING, label, TODAY } from '../../scripts/limitation.ts';
import { type ArticleKey, reason } from '../parameters/index.ts';
import type { LimitationEventKind } from './kinds.ts';

const COMPANY = { claimKind: 'goods', debtorKind: 'company', dueOn: '2024-05-06' } as const;
const CREDIT = { claimKind: 'consumer-credit', debtorKind: 'consumer', dueOn: '2024-05-06' } as const;
const PUBLIC = { claimKind: 'services', debtorKind: 'public-body', dueOn: '2024-05-06' } as const;
const TITLE = { claimKind: 'judgment', titleOn: '2024-05-06' } as const;
const PREMIUM = { claimKind: 'insurance-premium', debtorKind: 'company', dueOn: '2024-05-06' } as const;

type Effects = Record<LimitationEventKind, readonly ['interrupts' | 'suspends' | 'none', string]>;
const ORDINARY: Effects = {
  'part-payment': ['interrupts', 'part-payment'],
  acknowledgement: ['interrupts', 'acknowledgement'],
  'plan-signed': ['interrupts', 'plan-signed'],
  'court-claim': ['interrupts', 'court-claim'],
  'claim-withdrawn': ['none', 'nothing-withdrawn'],
  'payment-order-filed': ['none', 'payment-order-filed'],
  'payment-order-served': ['interrupts', 'payment-order-served'],
  seizure: ['interrupts', 'seizure'],
  'insolvency-filing': ['interrupts', 'insolvency'],
  'formal-notice': ['none', 'formal-notice'],
  reminder: ['none', 'reminder'],
  'written-claim': ['none', 'written-claim'],
  mediation: ['suspends', 'mediation'],
  conciliation: ['suspends', 'conciliation'],
  'small-claims-consent': ['suspends', 'small-claims'],
  expertise: ['suspends', 'expertise'],
};
const FORFEITED: Effects = {
  ...ORDINARY,
  'part-payment': ['none', 'forfeiture-none'],
  acknowledgement: ['none', 'forfeiture-none'],
  'plan-signed': ['none', 'forfeiture-plan'],
  'insolvency-filing': ['none', 'forfeiture-none'],
  mediation: ['none', 'forfeiture-none'],
  conciliation: ['none', 'forfeiture-none'],
  'small-claims-consent': ['none', 'forfeiture-none'],
  expertise: ['none', 'forfeiture-none'],
};
const AGAINST_PUBLIC: Effects = {
  ...ORDINARY,
  'part-payment': ['interrupts', 'public-recognition'],
  acknowledgement: ['interrupts', 'public-recognition'],
  'plan-signed': ['interrupts', 'public-recognition'],
  'court-claim': ['interrupts', 'public-suit'],
  'payment-order-served': ['interrupts', 'public-suit'],
  seizure: ['none', 'public-none'],
  'insolvency-filing': ['none', 'public-none'],
  'formal-notice': ['interrupts', 'public-claim'],
  'written-claim': ['interrupts', 'public-claim'],
  mediation: ['suspends', 'public-mediation'],
  conciliation: ['suspends', 'public-mediation'],
  'small-claims-consent': ['none', 'public-none'],
  expertise: ['none', 'public-none'],
};

describe.each<[string, Facts, Effects]>([
  ['a price', COMPANY, ORDINARY],
  ['a title', TITLE, ORDINARY],
  [
    'a premium, but for the letters of the insurer',
    PREMIUM,
    { ...ORDINARY, 'formal-notice': ['interrupts', 'insurance-letter'] },
  ],
  ['a forfeiture', CREDIT, FORFEITED],
  ['a public debtor', PUBLIC, AGAINST_PUBLIC],
])('what acts do to %s', (_, facts, effects) => {
  test.each(Object.entries(effects) as [LimitationEventKind, Effects[LimitationEventKind]][])(
    '%s: %j',
    (kind, [effect, key]) => {
      const told = happened(kind, facts);
      const expected = reason(`limitation-${key}` as ArticleKey, TODAY);
      expect({ effect: told.effect, why: told.why }).toEqual({ effect, why: expected.label });
      expect({ article: told.article, confidence: told.confidence }).toEqual({
        article: expected.reference!.article,
        confidence: expected.reference!.confidence,
      });
      expect([told.on, told.until]).toEqual([AFTER, LASTING.includes(kind) ? '2025-03-04' : null]);
    },
  );
});

test.each<[LimitationEventKind, boolean | undefined, string]>([
  ['formal-notice', undefined, 'insurance-letter'],
  ['formal-notice', true, 'insurance-letter'],
  ['formal-notice', false, 'formal-notice'],
  ['reminder', undefined, 'reminder'],
  ['reminder', true, 'insurance-letter'],
  ['written-claim', true, 'insurance-letter'],
  ['payment-order-filed', true, 'payment-order-filed'],
])('a letter of the insurer interrupts when it is registered: %s, %s', (kind, registered, key) => {
  const { why } = happened(kind, PREMIUM, registered === undefined ? {} : { registered });
  expect(why).toBe(label(`limitation-${key}` as ArticleKey));
});

test('a restart against a public debtor says that it waits for the new year, the others do not', () => {
  const events = [{ kind: 'acknowledgement', on: AFTER }] as const;
  expect(answer({ ...PUBLIC, events }).expiresOn).toBe('2029-12-31');
  expect(answer({ ...PUBLIC, events }).said).toContain(label('limitation-public-restart'));
  expect(answer({ ...COMPANY, events }).said).not.toContain(label('limitation-public-restart'));
  const suspended = [{ kind: 'mediation', on: AFTER, until: '2025-02-12' }] as const;
  // Ten days more than 31 December 2028.
  expect(answer({ ...PUBLIC, events: suspended }).expiresOn).toBe('2029-01-10');
  expect(answer({ ...PUBLIC, events: suspended }).said).not.toContain(label('limitation-public-restart'));
});

/** Due on 15 January 2020: over on 15 January 2025. */
const OLD = { ...COMPANY, dueOn: '2020-01-15' } as const;
test.each<[Event, string, string]>([
  [{ kind: 'part-payment', on: '2020-01-14' }, 'before-start', '2025-01-15'],
  [{ kind: 'part-payment', on: '2020-01-15' }, 'part-payment', '2025-01-15'],
  [{ kind: 'part-payment', on: '2020-01-16' }, 'part-payment', '2025-01-16'],
  [{ kind: 'court-claim', on: '2019-12-01', until: '2020-01-14' }, 'before-start', '2025-01-15'],
  [{ kind: 'court-claim', on: '2019-12-01', until: '2020-01-20' }, 'court-claim', '2025-01-20'],
  [{ kind: 'mediation', on: '2019-12-01', until: '2020-01-15' }, 'before-start', '2025-01-15'],
  [{ kind: 'mediation', on: '2019-12-01', until: '2020-01-16' }, 'mediation', '2025-01-16'],
  [{ kind: 'court-claim', on: '2025-01-15', until: '2025-03-04' }, 'court-claim', '2030-03-04'],
  [{ kind: 'court-claim', on: '2025-01-16', until: '2025-03-04' }, 'after-expiry', '2025-01-15'],
  [{ kind: 'seizure', on: '2025-01-16' }, 'after-expiry', '2025-01-15'],
  [{ kind: 'mediation', on: '2025-01-16', until: '2025-03-04' }, 'after-expiry', '2025-01-15'],
  [{ kind: 'part-payment', on: '2025-01-16' }, 'acknowledged-after-expiry', '2025-01-15'],
  [{ kind: 'acknowledgement', on: '2025-01-16' }, 'acknowledged-after-expiry', '2025-01-15'],
  [{ kind: 'plan-signed', on: '2025-01-16' }, 'acknowledged-after-expiry', '2025-01-15'],
  [{ kind: 'payment-order-served', on: '2024-06-03' }, 'payment-order-served', '2029-06-03'],
  [{ kind: 'payment-order-served', on: '2024-06-03', until: '2024-09-02' }, 'payment-order-served', '2029-09-02'],
  // Five days of mediation, but never less than six months after it.
  [{ kind: 'mediation', on: '2025-01-10', until: '2025-01-14' }, 'mediation', '2025-07-14'],
])('an act at the edge of a period: %j', (event, key, expiresOn) => {
  const { events, expiresOn: ends, said } = answer({ ...OLD, events: [event] });
  expect({ why: events[0]!.why, ends }).toEqual({
    why: label(`limitation-${key}` as ArticleKey),
    ends: expiresOn,
  });
  expect(said.has(label('limitation-floor'))).toBe(key === 'mediation');
});

test('an act that no text gave effect to at the time does nothing', () => {
  const facts = { ...COMPANY, dueOn: '2014-05-06' };
  const before = { kind: 'small-claims-consent', on: '2015-08-07', until: '2015-09-01' } as const;
  expect(answer({ ...facts, events: [before] }).events[0]!.why).toBe(label('limitation-not-yet-law'));
  const since = { kind: 'small-claims-consent', on: '2015-08-08', until: '2015-09-01' } as const;
  expect(answer({ ...facts, events: [since] }).events[0]!.effect).toBe('suspends');
});

/** Thirty-one days, alone or with another stretch: each day counts once. */
test.each<[string, string, string]>([
  ['2025-01-15', '2025-01-20', '2029-06-06'],
  ['2025-01-10', '2025-02-09', '2029-06-06'],
  ['2025-02-01', '2025-02-20', '2029-06-17'],
  ['2025-02-09', '2025-02-20', '2029-06-17'],
  ['2025-02-10', '2025-02-20', '2029-06-17'],
  ['2025-02-11', '2025-02-20', '2029-06-16'],
])('a mediation from 10 January to 9 February 2025 and a conciliation from %s to %s', (on, until, expiresOn) => {
  const mediation: Event = { kind: 'mediation', on: '2025-01-10', until: '2025-02-09' };
  const conciliation: Event = { kind: 'conciliation', on, until };
  for (const events of [
    [mediation, conciliation],
    [conciliation, mediation],
  ]) {
    expect(answer({ ...COMPANY, events }).expiresOn).toBe(expiresOn);
  }
});

describe('a withdrawal', () => {
  const claim: Event = { kind: 'court-claim', on: '2024-09-02', until: '2025-03-03' };
  const served: Event = { kind: 'payment-order-served', on: '2025-01-06' };
  const withdrawn: Event = { kind: 'claim-withdrawn', on: '2025-03-03' };
  test.each<[string, readonly Event[], readonly string[], string]>([
    ['erases the claim before it', [claim, withdrawn], ['erased', 'erases'], '2029-05-06'],
    [
      'erases a claim rather than a later payment order',
      [claim, served, withdrawn],
      ['erased', 'interrupts', 'erases'],
      '2030-01-06',
    ],
    ['erases a payment order when there is no claim', [served, withdrawn], ['erased', 'erases'], '2029-05-06'],
    [
      'erases the latest of two claims',
      [claim, { kind: 'court-claim', on: '2024-10-01', until: '2024-11-04' }, withdrawn],
      ['interrupts', 'erased', 'erases'],
      '2030-03-03',
    ],
    [
      'erases one claim, another withdrawal the other',
      [claim, served, withdrawn, { kind: 'claim-withdrawn', on: '2025-03-04' }],
      ['erased', 'erased', 'erases', 'erases'],
      '2029-05-06',
    ],
    [
      'erases nothing that comes after it',
      [{ kind: 'claim-withdrawn', on: '2024-09-01' }, claim],
      ['none', 'interrupts'],
      '2030-03-03',
    ],
    [
      'erases no act of another kind',
      [{ kind: 'acknowledgement', on: '2025-01-06' }, withdrawn],
      ['interrupts', 'none'],
      '2030-01-06',
    ],
  ])('%s', (_, events, effects, expiresOn) => {
    const told = answer({ ...COMPANY, events });
    expect(told.events.map(({ effect }) => effect)).toEqual(effects);
    expect(told.expiresOn).toBe(expiresOn);
    const erasing = ['limitation-claim-erased', 'limitation-claim-withdrawn'] as const;
    for (const key of erasing) expect(told.said.has(label(key))).toBe(effects.includes('erases'));
  });
});

describe('the twenty years', () => {
  const chain: readonly Event[] = [
    { kind: 'part-payment', on: '2013-01-10' },
    { kind: 'part-payment', on: '2017-12-01' },
    { kind: 'part-payment', on: '2022-06-01' },
  ];
  const facts = { ...COMPANY, dueOn: '2008-07-01' };
  test.each<[Event, string, ArticleKey]>([
    [{ kind: 'part-payment', on: '2026-01-10' }, '2028-07-01', 'limitation-cap-reached'],
    [{ kind: 'court-claim', on: '2026-01-05', until: '2026-01-10' }, '2031-01-10', 'limitation-cap-lifted'],
    [{ kind: 'seizure', on: '2026-01-10' }, '2031-01-10', 'limitation-cap-lifted'],
    [{ kind: 'payment-order-served', on: '2026-01-10' }, '2031-01-10', 'limitation-cap-lifted'],
    [{ kind: 'insolvency-filing', on: '2026-01-05', until: '2026-01-10' }, '2031-01-10', 'limitation-cap-lifted'],
  ])('bind a payment, not a claim in court: %j', (event, expiresOn, key) => {
    const { expiresOn: ends, said } = answer({ ...facts, events: [...chain, event] });
    expect(ends).toBe(expiresOn);
    for (const cap of ['limitation-cap-reached', 'limitation-cap-lifted'] as const) {
      expect(said.has(label(cap)), cap).toBe(cap === key);
    }
  });

  test('do not bind a title, and say nothing when they are far', () => {
    const acts = ['2017-06-01', '2026-06-01'].map((on): Event => ({ kind: 'seizure', on }));
    expect(answer({ claimKind: 'judgment', titleOn: '2008-07-01', events: acts }).expiresOn).toBe('2036-06-01');
    const said = answer(COMPANY).said;
    expect(said).not.toContain(label('limitation-cap-reached'));
    expect(said).not.toContain(label('limitation-cap-lifted'));
  });
});

describe('a law that shortens a period', () => {
  const rent = { claimKind: 'rent', debtorKind: 'consumer' } as const;
  test.each<[string, string, boolean]>([
    // Five years, or three from 27 March 2014, at midnight: until the eve of the anniversary.
    ['2012-05-10', '2017-03-26', true],
    ['2012-03-26', '2017-03-26', true],
    ['2010-01-11', '2015-01-11', true],
    ['2014-03-26', '2017-03-26', true],
    ['2014-03-27', '2017-03-27', false],
  ])('reaches a rent due on %s', (dueOn, expiresOn, isReformed) => {
    const { expiresOn: ends, said } = answer({ ...rent, dueOn });
    expect({ ends, isReformed: said.has(label('limitation-reform')) }).toEqual({ ends: expiresOn, isReformed });
  });

  test('does not reach what was over before it, unless a suspension keeps it running', () => {
    const due = { ...rent, dueOn: '2009-03-20' };
    expect(answer(due).expiresOn).toBe('2014-03-20');
    expect(answer(due).said).not.toContain(label('limitation-reform'));
    const mediation: Event = { kind: 'mediation', on: '2014-03-10', until: '2014-03-31' };
    const { expiresOn, said } = answer({ ...due, events: [mediation] });
    // Twenty-two days more, and no less than six months after the mediation.
    expect(expiresOn).toBe('2014-09-30');
    expect(said).toContain(label('limitation-reform'));
  });
});

test('an event is shown with its days and what it did', () => {
  const shown = (event: Event) => {
    const { nodes } = answer({ ...COMPANY, events: [event] });
    return nodes.find(({ operation, unit, value }) => operation === 'given' && unit === 'text' && value !== null)!;
  };
  expect(shown({ kind: 'part-payment', on: '2025-03-01' })).toMatchObject({
    label: 'Paiement partiel du 1er mars 2025',
    value: 'interrompt',
  });
  expect(shown({ kind: 'mediation', on: '2025-03-01', until: '2025-06-30' })).toMatchObject({
    label: 'Médiation du 1er mars 2025 au 30 juin 2025',
    value: 'suspend',
  });
  expect(shown({ kind: 'mediation', on: '2025-03-01', until: '2025-03-01' }).label).toBe('Médiation du 1er mars 2025');
  expect(shown({ kind: 'reminder', on: '2025-03-01' }).value).toBe('sans effet');
});

test.each<[string, readonly [Event, Event]]>([
  [
    'one still going on',
    [
      { kind: 'court-claim', on: AFTER, until: '2025-03-03' },
      { kind: 'court-claim', on: AFTER },
    ],
  ],
  [
    'two that end on different days',
    [
      { kind: 'mediation', on: AFTER, until: '2025-03-03' },
      { kind: 'mediation', on: AFTER, until: '2025-04-07' },
    ],
  ],
])('two acts of one kind on one day, told in any order, are told in one: %s', (_, [first, second]) => {
  const told = (events: readonly Event[]) => answer({ ...COMPANY, events }).events.map(({ until }) => until);
  expect(told([second, first])).toEqual([first.until, second.until ?? null]);
  expect(told([first, second])).toEqual([first.until, second.until ?? null]);
});
