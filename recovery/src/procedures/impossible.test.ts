/** Orders of events that cannot be: each is refused by name, and nothing that was accepted is refused later. */
import { addDays, type Day, day } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventRefusal, eventsOf, lifeOf, type ProcedureFacts, type ProcedureKind } from './index.ts';
import { cases, grown, life, START } from './random-lives.ts';
import { filled, procedureFacts, told } from './testing.ts';

const RUNS = { numRuns: 150 };
const TODAY = day('2100-01-01');
/** What a machine answers to an event that its state, its past or its dates do not allow. */
const ORDER_CODES = [
  'EventNotPossible',
  'EventAlreadyTold',
  'DatesOutOfOrder',
  'BeforeHearing',
  'HearingPassed',
  'CertificateTooEarly',
  'AppealNotDecided',
  'SuitNeeded',
  'OrderNotAsked',
  'OrderNotRefused',
  'LeaveNeeded',
  'NotABill',
  'DistributorNeeded',
  'PublicationNeeded',
  'EnforcementNeedsTitle',
  'IndividualOnly',
  'InsolvencyNotOfPublicBody',
];

function entered(facts: ProcedureFacts, kind: string, on: Day, rank: number) {
  const definition = eventsOf(facts.kind).find((known) => known.kind === kind)!;
  return { kind, on, values: filled(definition.fields, on, rank) };
}

describe('any event told to any life', () => {
  it('is refused by name when the state does not lead to it', () => {
    fc.assert(
      fc.property(cases, fc.nat(3), ({ base, path, more }, rank) => {
        const { facts, on } = grown(base, path);
        // The day after at the soonest: on the last day itself, an event may still come before the last one told.
        const at = addDays(on, more + 1);
        const next = life(facts, at).next.map(({ kind }) => kind);
        for (const { kind } of eventsOf(facts.kind)) {
          const refusal = eventRefusal(facts, entered(facts, kind, at, rank), TODAY)?.refusal;
          if (!next.includes(kind)) expect(['EventNotPossible', 'EventAlreadyTold'], kind).toContain(refusal?.code);
          else if (refusal !== undefined) expect(ORDER_CODES, kind).toContain(refusal.code);
          if (refusal !== undefined) expect(refusal.message).toMatch(/^[«\p{Lu}].*\.$/u);
        }
      }),
      RUNS,
    );
  });

  it('once accepted stands, whatever its name among the events of its day', () => {
    fc.assert(
      fc.property(
        cases,
        fc.nat(),
        fc.integer({ min: -60, max: 200 }),
        fc.nat(3),
        ({ base, path }, pick, days, rank) => {
          const { facts, on } = grown(base, path);
          const kinds = eventsOf(facts.kind);
          const at = addDays(on, days);
          const event = entered(facts, kinds[pick % kinds.length]!.kind, at, rank);
          if (eventRefusal(facts, event, TODAY) !== null) return;
          const known = (eventId: string) =>
            lifeOf({ ...facts, events: [...facts.events, { ...event, eventId }] }, addDays(on, 700));
          const first = known('');
          expect(first).not.toHaveProperty('refusal');
          expect(known('zz')).toEqual(first);
        },
      ),
      RUNS,
    );
  });

  it('is refused before the first event, unless it may begin the life itself', () => {
    fc.assert(
      fc.property(cases, fc.nat(3), ({ base, path }, rank) => {
        const { facts } = grown(base, path);
        if (facts.events.length === 0) return;
        const start = life({ ...facts, events: [] }, START).next.map(({ kind }) => kind);
        for (const { kind } of eventsOf(facts.kind)) {
          if (start.includes(kind)) continue;
          expect(eventRefusal(facts, entered(facts, kind, addDays(START, -1), rank), TODAY), kind).not.toBeNull();
        }
      }),
      RUNS,
    );
  });
});

describe('an order of events that cannot be', () => {
  const hearing = (on: string, hearingOn: string) => told('hearing-set', on, { hearingOn });
  const dated = [hearing('2026-09-07', '2026-10-20')];
  const served = [...dated, told('served', '2026-09-14', { manner: 'person' })];
  const filed = [...served, told('filed', '2026-09-21')];
  const judged = [
    ...filed,
    told('judgment', '2026-11-03', { outcome: 'granted', nature: 'contradictory' }),
    told('judgment-served', '2026-11-10', { manner: 'person' }),
  ];
  const order = [
    told('filed', '2026-08-03', { feePaid: true }),
    told('granted', '2026-09-07'),
    told('served', '2026-10-05', { manner: 'person' }),
  ];
  const seized = [told('leave-granted', '2026-09-07'), told('seized', '2026-09-16', { asset: 'account' })];

  it.each<[string, ProcedureKind, ReturnType<typeof told>[], ReturnType<typeof told>, Partial<ProcedureFacts>?]>([
    ['DatesOutOfOrder', 'assignation', [], hearing('2026-09-07', '2026-09-04')],
    ['HearingPassed', 'refere-provision', dated, told('served', '2026-10-21', { manner: 'person' })],
    ['HearingPassed', 'assignation', dated, told('served', '2026-10-21', { manner: 'person' }), { court: null }],
    ['BeforeHearing', 'assignation', filed, told('heard', '2026-10-19')],
    [
      'BeforeHearing',
      'assignation',
      filed,
      told('judgment', '2026-10-19', { outcome: 'granted', nature: 'contradictory' }),
    ],
    ['BeforeHearing', 'refere-provision', served, told('ordered', '2026-10-19', { grantedCents: 100 })],
    ['EventAlreadyTold', 'assignation', dated, hearing('2026-09-07', '2026-11-10')],
    ['CertificateTooEarly', 'assignation', judged, told('no-appeal', '2026-12-10')],
    ['CertificateTooEarly', 'injonction-de-payer', order, told('certificate', '2026-11-05')],
    ['DatesOutOfOrder', 'injonction-de-payer', order, told('opposed', '2026-11-05', { postedOn: '2026-11-06' })],
    ['SuitNeeded', 'saisie-conservatoire', seized, told('garnishee-copied', '2026-09-21')],
    ['OrderNotAsked', 'saisie-conservatoire', seized, told('payment-order-refused', '2026-09-21')],
    [
      'OrderNotAsked',
      'saisie-conservatoire',
      [...seized, told('sued', '2026-09-18', { by: 'suit' })],
      told('payment-order-refused', '2026-09-21'),
    ],
    ['OrderNotRefused', 'saisie-conservatoire', seized, told('sued-again', '2026-09-21')],
    ['IndividualOnly', 'injonction-de-payer', order, told('stopped', '2026-10-12', { cause: 'overindebtedness' })],
    ['IndividualOnly', 'saisie-des-remunerations', [], told('commandement', '2026-09-11'), { hasTitle: true }],
  ])('%s: %s', (code, kind, events, event, change = {}) => {
    const facts = procedureFacts(kind, { events, ...change });
    expect(eventRefusal(facts, event, TODAY)?.refusal.code).toBe(code);
  });

  it.each<[ProcedureKind, ReturnType<typeof told>[], ReturnType<typeof told>]>([
    ['assignation', dated, told('served', '2026-09-14', { manner: 'person' })],
    ['assignation', filed, told('heard', '2026-10-20')],
    ['assignation', judged, told('no-appeal', '2026-12-11')],
    ['injonction-de-payer', order, told('certificate', '2026-11-06')],
    ['injonction-de-payer', order, told('stopped', '2026-10-12', { cause: 'insolvency' })],
  ])('and the first day on which it can: %s', (kind, events, event) => {
    expect(eventRefusal(procedureFacts(kind, { events }), event, TODAY)).toBeNull();
  });
});
