import { addDays, day } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../profile/settings.ts';
import { defaultScenarios } from '../scenarios/defaults.ts';
import { caseOf, claim, company, debtor } from '../testing/facts.ts';
import { type KeptPromise, thankFor } from './thanks.ts';

const { business, consumer } = defaultScenarios;
/** A Tuesday. */
const on = day('2026-11-03');
const kept: KeptPromise = {
  promiseId: 'p',
  receivedCents: 240_000,
  promisedOn: day('2026-10-29'),
  keptOn: day('2026-11-02'),
};
const thanking = company({ settings: { ...defaultSettings, thanksForPromises: true } });

describe('thanks for a promise kept', () => {
  it('one e-mail that asks for nothing, and the day is counted as a contact', () => {
    const decision = thankFor(caseOf([]), thanking, business, kept, on);
    expect(decision?.actions).toHaveLength(1);
    expect(decision?.actions[0]).toMatchObject({
      step: 'promise-thanks',
      channel: 'email',
      status: 'queued',
      totalCents: 0,
      moves: [],
      facts: { about: { kind: 'thanks', receivedCents: 240_000, receivedOn: '2026-11-02' }, claims: [], totalCents: 0 },
    });
    expect(decision?.contact).toBe(true);
    expect(decision?.reasons[0]?.message).toContain('tenue le 2 novembre 2026');
  });

  it('what is not due yet is no hindrance, and keeps its next day', () => {
    const decision = thankFor(caseOf([claim('2026-11-20')]), thanking, business, kept, on);
    expect(decision?.actions).toHaveLength(1);
    expect(decision?.nextActionOn).not.toBeNull();
  });

  it('nobody is thanked who still owes something late, held back or not', () => {
    const late = claim('2026-10-07');
    expect(thankFor(caseOf([late]), thanking, business, kept, on)).toBeNull();
    const disputed = { ...late, holds: [{ kind: 'disputed' as const, reason: 'conteste', until: null }] };
    expect(thankFor(caseOf([disputed]), thanking, business, kept, on)).toBeNull();
  });

  it('off unless the company chose it; not while something stops the case; not without an address', () => {
    expect(thankFor(caseOf([]), company(), business, kept, on)).toBeNull();
    expect(thankFor(caseOf([], { unreadReplyOn: on }), thanking, business, kept, on)).toBeNull();
    expect(thankFor(caseOf([], { status: 'closed' }), thanking, business, kept, on)).toBeNull();
    expect(thankFor(caseOf([], { debtor: debtor({ email: null }) }), thanking, business, kept, on)).toBeNull();
    const insolvent = debtor({ insolvencyOpenedOn: on });
    expect(thankFor(caseOf([], { debtor: insolvent }), thanking, business, kept, on)).toBeNull();
  });

  it('not on the day of another contact, not on a Sunday, and not when it is too late', () => {
    expect(thankFor(caseOf([], { lastContactOn: on }), thanking, business, kept, on)).toBeNull();
    expect(thankFor(caseOf([], { lastContactOn: addDays(on, -1) }), thanking, business, kept, on)).not.toBeNull();
    expect(thankFor(caseOf([]), thanking, business, kept, day('2026-11-08'))).toBeNull();
    expect(thankFor(caseOf([]), thanking, business, kept, day('2026-11-09'))).not.toBeNull();
    expect(thankFor(caseOf([]), thanking, business, kept, day('2026-11-10'))).toBeNull();
  });

  it('a private person is written to on the prudent days and at the prudent hours', () => {
    const person = { profile: 'consumer' as const, debtor: debtor({ kind: 'consumer' }) };
    expect(thankFor(caseOf([], person), thanking, consumer, kept, day('2026-11-07'))).toBeNull();
    const decision = thankFor(caseOf([], person), thanking, consumer, kept, on);
    expect(decision?.actions[0]?.facts.window).toBeDefined();
  });
});
