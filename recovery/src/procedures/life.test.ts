/** What holds of every life, whatever happened in it. */
import { addDays, day, disagreements } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineReminders, eventRefusal, lifeOf } from './index.ts';
import { cases, grown, life, START } from './random-lives.ts';
import { procedureFacts, told } from './testing.ts';

const RUNS = { numRuns: 250 };

describe('any life', () => {
  it('is the same whatever the order in which its events were entered', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ base, path, more }, turn) => {
        const { facts, on } = grown(base, path);
        const { events } = facts;
        const cut = events.length === 0 ? 0 : turn % events.length;
        const mixed = [...events.slice(cut), ...events.slice(0, cut)].reverse();
        const at = addDays(on, more);
        expect(lifeOf({ ...facts, events: mixed }, at)).toEqual(lifeOf(facts, at));
      }),
      RUNS,
    );
  });

  it('that lapsed is never revived by a day more, nor forgets why', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 900 }), ({ base, path, more }, later) => {
        const { facts, on } = grown(base, path);
        const at = addDays(on, more);
        const before = life(facts, at);
        const after = life(facts, addDays(at, later));
        for (const { what, status } of before.deadlines) {
          if (status !== 'missed') continue;
          expect(after.deadlines.find((found) => found.what === what)?.status, what).toBe('missed');
        }
        if (before.end === 'lapsed' || before.end === 'refused') {
          expect(after).toMatchObject({ state: before.state, since: before.since, end: before.end, title: null });
        }
      }),
      RUNS,
    );
  });

  it('tells every date of ours that passed, and recalls every one that comes', () => {
    fc.assert(
      fc.property(cases, ({ base, path, more }) => {
        const { facts, on } = grown(base, path);
        const at = addDays(on, more);
        const found = life(facts, at);
        const reminders = deadlineReminders(found, at);
        for (const deadline of found.deadlines) {
          const { what, whose, status, before, notBefore, beforeExtended } = deadline;
          expect(disagreements(deadline.explanation), what).toEqual([]);
          expect(before === null).toBe(notBefore !== null);
          if (beforeExtended !== null) expect(beforeExtended).toBeGreaterThan(before!);
          if (whose !== 'ours') continue;
          const shown = reminders.filter((one) => one.what === what).map(({ kind }) => kind);
          if (status === 'missed') {
            expect(found.warnings.some((sentence) => sentence.includes(deadline.label))).toBe(true);
            expect(shown).toEqual(['missed']);
          } else if (status === 'open') expect(shown).toEqual(before! - at <= 30 ? ['act'] : []);
          else expect(shown).toEqual([]);
        }
        for (const { action } of reminders) expect(action).toMatch(/\.$/);
      }),
      RUNS,
    );
  });

  it('knows on a day only what had happened by that day', () => {
    fc.assert(
      fc.property(cases, ({ base, path, more }) => {
        const { facts, on } = grown(base, path);
        const at = addDays(START, more);
        if (at > on) return;
        const known = facts.events.filter((event) => event.on <= at);
        expect(lifeOf(facts, at)).toEqual(lifeOf({ ...facts, events: known }, at));
      }),
      RUNS,
    );
  });

  it('interrupts limitation by nothing that lapsed, was refused or was given up', () => {
    fc.assert(
      fc.property(cases, ({ base, path, more }) => {
        const { facts, on } = grown(base, path);
        const { end, limitation } = life(facts, addDays(on, more));
        for (const { kind, on: from, until } of limitation) {
          if (until !== undefined) expect(until).toBeGreaterThan(from);
          if (end === 'lapsed' || end === 'refused' || end === 'withdrawn') {
            expect(['court-claim', 'payment-order-served', 'seizure', 'insolvency-filing']).not.toContain(kind);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('an event that cannot be entered', () => {
  const filed = told('filed', '2026-09-02');
  const facts = procedureFacts('injonction-de-payer', { events: [filed], claimsSince: day('2026-03-01') });
  const today = day('2026-10-01');

  it.each([
    ['UnknownEvent', told('sung', '2026-09-10')],
    ['DateInFuture', told('granted', '2026-10-02')],
    ['DateBeforeClaim', told('granted', '2026-02-28')],
    ['UnknownField', told('granted', '2026-09-10', { colour: 'red' })],
    ['MissingField', told('partly-granted', '2026-09-10')],
    ['InvalidValue', told('partly-granted', '2026-09-10', { grantedCents: 12.5 })],
    ['InvalidValue', told('partly-granted', '2026-09-10', { grantedCents: -1 })],
    ['EventNotPossible', told('served', '2026-09-10', { manner: 'person' })],
    ['EventNotPossible', told('granted', '2026-09-01')],
    ['EventAlreadyTold', told('filed', '2026-09-03')],
  ])('is refused by name: %s', (code, event) => {
    const found = eventRefusal(facts, event, today);
    expect(found?.refusal.code).toBe(code);
    expect(found?.refusal.message).toMatch(/^[«\p{Lu}].*\.$/u);
  });

  it('is refused when it makes impossible what was told after it', () => {
    const events = [filed, told('granted', '2026-09-10')];
    const found = eventRefusal({ ...facts, events }, told('rejected', '2026-09-05'), today);
    expect(found?.refusal.code).toBe('EventNotPossible');
    expect(found?.refusal.message).toContain('Ordonnance accordée');
  });

  it('is refused where a choice or a day cannot be read', () => {
    const events = [filed, told('granted', '2026-09-10'), told('served', '2026-09-20', { manner: 'by-drone' })];
    expect(lifeOf({ ...facts, events }, today)).toMatchObject({ refusal: { code: 'InvalidValue' } });
    const dated = procedureFacts('assignation');
    const hearing = told('hearing-set', '2026-09-20', { hearingOn: '2026-02-30' });
    expect(eventRefusal(dated, hearing, today)?.refusal.code).toBe('InvalidValue');
  });

  it('is accepted when nothing stands against it', () => {
    expect(eventRefusal(facts, told('granted', '2026-09-15'), today)).toBeNull();
  });

  it.each([
    [
      'ProcedureNotAgainstPublicBody',
      'injonction-de-payer',
      { debtorKind: 'public-body' },
      told('filed', '2026-09-10'),
    ],
    ['EnforcementNeedsTitle', 'saisie-attribution', {}, told('seized', '2026-09-10')],
    [
      'EnforcementNotAgainstPublicBody',
      'saisie-attribution',
      { hasTitle: true, debtorKind: 'public-body' },
      told('seized', '2026-09-10'),
    ],
    [
      'LeaveNeeded',
      'saisie-conservatoire',
      { document: 'invoice' },
      told('seized', '2026-09-10', { asset: 'account' }),
    ],
    ['NotABill', 'saisie-conservatoire', {}, told('bill-unpaid', '2026-09-10')],
    ['PublicBodyOnly', 'administrative-claim', {}, told('claimed', '2026-09-10')],
    ['IndividualOnly', 'overindebtedness', {}, told('admitted', '2026-09-10')],
  ] as const)('%s', (code, kind, change, event) => {
    expect(eventRefusal(procedureFacts(kind, change), event, today)?.refusal.code).toBe(code);
  });

  it('asks for the distributor before wages are seized, and for the publication before a challenge', () => {
    const wages = procedureFacts('saisie-des-remunerations', {
      hasTitle: true,
      debtorKind: 'consumer',
      events: [told('commandement', '2026-08-03'), told('registered', '2026-08-03')],
    });
    expect(eventRefusal(wages, told('seized', '2026-09-10'), today)?.refusal.code).toBe('DistributorNeeded');
    const insolvent = procedureFacts('insolvency-claim', {
      events: [told('opened', '2026-08-03', { kind: 'liquidation' }), told('declared', '2026-08-10')],
    });
    expect(eventRefusal(insolvent, told('challenged', '2026-09-10'), today)?.refusal.code).toBe('PublicationNeeded');
  });

  it('passes on what the law refuses: an order of the regime before March 2022, a text not yet in force', () => {
    const old = procedureFacts('injonction-de-payer', {
      events: [told('filed', '2021-12-01', { feePaid: true }), told('granted', '2022-02-28')],
    });
    expect(lifeOf(old, today)).toMatchObject({ refusal: { code: 'PaymentOrderRegimeNotServed' } });
    const early = procedureFacts('uncontested-commercial', { events: [told('command-served', '2026-04-24')] });
    expect(lifeOf(early, today)).toMatchObject({ refusal: { code: 'ProcedureNotInForce' } });
  });
});
