import { day } from '@acquit/law';
import { expect, it } from 'vitest';
import { defaultScenarios } from '../scenarios/defaults.ts';
import { caseOf, claim, company, debtor } from '../testing/facts.ts';
import { decide, nextLook } from './decide.ts';
import { suspension } from './suspension.ts';

const { business } = defaultScenarios;
// Due on Wednesday 7 October 2026: the first reminder is for Monday 12 October.
const late = [claim('2026-10-07')];
const on = day('2026-10-12');

it('nothing leaves while an answer waits to be read, whatever the status of the case, and then it goes on', () => {
  const facts = caseOf(late, { unreadReplyOn: day('2026-10-09') });
  const decision = decide(facts, company(), business, on);
  expect(decision.actions).toEqual([]);
  expect(decision.nextActionOn).toBe(null);
  expect(decision.reasons.map(({ message }) => message).join()).toContain(
    'Une réponse du 9 octobre 2026 attend d’être lue',
  );
  expect(nextLook(facts, company(), business, on)).toBe(null);
  const paused = { ...facts, status: 'paused' as const, pausedUntil: on };
  expect(suspension(paused, on)?.endsOn).toBe(null);
  const { unreadReplyOn: _, ...read } = facts;
  expect(decide(read, company(), business, on).actions.map(({ step }) => step)).toEqual(['reminder-1']);
});

it('an address that its server refused is written to no more: another contact, else a letter, else a task', () => {
  const refused = { email: null, refusedEmail: { address: 'achats@morel.example', on: day('2026-10-02') } };
  const byLetter = decide(caseOf(late, { debtor: debtor(refused) }), company(), business, on);
  expect(byLetter.actions.map(({ channel }) => channel)).toEqual(['letter']);
  expect(byLetter.reasons.map(({ message }) => message).join()).toContain(
    'refusée le 2 octobre 2026 (achats@morel.example)',
  );
  const contacts = [
    { contactId: 'c', role: 'accounts-payable' as const, name: 'Inès', email: 'ines@morel.example', phone: null },
  ];
  const toAnother = decide(caseOf(late, { debtor: debtor({ ...refused, contacts }) }), company(), business, on);
  expect(toAnother.actions.map(({ channel, facts }) => [channel, facts.to?.contactId])).toEqual([['email', 'c']]);
  const nowhere = { lines: [], postcode: null, city: null, country: 'FR' };
  const asked = decide(caseOf(late, { debtor: debtor({ ...refused, address: nowhere }) }), company(), business, on);
  expect(asked.actions.map(({ step, channel }) => [step, channel])).toEqual([['missing-address', 'task']]);
});
