import { day } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import type { ContactFacts } from '../model/facts.ts';
import { decide } from '../planner/decide.ts';
import { defaultScenarios } from '../scenarios/defaults.ts';
import { caseOf, claim, company, debtor } from '../testing/facts.ts';
import { addresseeOf, facing } from './addressee.ts';

const contact = (role: ContactFacts['role'], change: Partial<ContactFacts> = {}): ContactFacts => ({
  contactId: role,
  role,
  name: `M. ${role}`,
  email: `${role}@vallier.example`,
  phone: null,
  ...change,
});
const steps = defaultScenarios.business.steps;
const reminder = steps.find((step) => step.tone === 'courteous' && step.channels.includes('email'))!;
const notice = steps.find((step) => step.tone === 'formal' && step.channels.includes('registered'))!;
const call = steps.find((step) => step.channels.includes('phone'))!;
const all = [contact('buyer'), contact('manager'), contact('legal'), contact('accounts-payable'), contact('other')];
const boss = { contactRole: 'manager' as const, contactName: 'Mme Vallier' };

describe('whom a message goes to', () => {
  it('is the accounts department for a reminder, the legal one for a formal notice', () => {
    const owes = debtor({ ...boss, contacts: all });
    expect(addresseeOf(reminder, owes)?.role).toBe('accounts-payable');
    expect(addresseeOf(notice, owes)?.role).toBe('legal');
    expect(addresseeOf(notice, debtor({ contacts: [contact('manager')] }))?.role).toBe('manager');
  });

  it('is the main contact when no other has the role, or can be reached that way', () => {
    expect(addresseeOf(reminder, debtor())).toBeNull();
    expect(addresseeOf(reminder, debtor({ contacts: all }))).toBeNull();
    expect(addresseeOf(notice, debtor({ ...boss, contacts: [contact('buyer')] }))).toBeNull();
    expect(addresseeOf(call, debtor({ ...boss, contacts: all }))).toBeNull();
    expect(
      addresseeOf(reminder, debtor({ ...boss, contacts: [contact('accounts-payable', { email: ' ' })] })),
    ).toBeNull();
  });

  it('is never a buyer or another person who is not the main contact', () => {
    const owes = debtor({ email: null, contacts: [contact('buyer'), contact('other')] });
    for (const step of steps) expect(addresseeOf(step, owes)).toBeNull();
  });

  it('gives a letter its attention line when nobody has an e-mail', () => {
    const owes = debtor({ email: null, contacts: [contact('legal', { email: null })] });
    const to = addresseeOf(notice, owes);
    expect(to).toEqual({ contactId: 'legal', role: 'legal', name: 'M. legal' });
    expect(facing(owes, to)).toMatchObject({ contactName: 'M. legal', email: null });
  });

  it('is decided with the message, frozen in it and said among the reasons', () => {
    const owes = debtor({ email: null, ...boss, contacts: [contact('accounts-payable')] });
    const decision = decide(
      caseOf([claim('2026-03-10')], { debtor: owes }),
      company(),
      defaultScenarios.business,
      day('2026-03-31'),
    );
    const [action] = decision.actions;
    expect(action?.channel).toBe('email');
    expect(action?.facts.to).toEqual({
      contactId: 'accounts-payable',
      role: 'accounts-payable',
      name: 'M. accounts-payable',
    });
    expect(facing(owes, action?.facts.to).email).toBe('accounts-payable@vallier.example');
    expect(decision.reasons.map((reason) => reason.code)).toContain('WrittenTo');
  });
});
