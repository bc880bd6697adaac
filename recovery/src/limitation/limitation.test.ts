import { day, disagreements } from '@acquit/law';
import { expect, test } from 'vitest';
import { DEADLINE_STAGES, expiredReason, LIMITATION_STAGES, limitationActs, limitationOf, stageOf } from './index.ts';
import type { LimitationFacts } from './limitation.ts';

const on = day('2026-11-22');
const claim: LimitationFacts = {
  claimKind: 'services',
  debtorKind: 'company',
  dueOn: day('2022-03-10'),
  issuedOn: day('2022-02-08'),
  titleOn: null,
  events: [],
};
const end = (facts: LimitationFacts, at = on) => {
  const outcome = limitationOf(facts, at);
  if (outcome.refusal !== undefined) throw new Error(outcome.refusal.code);
  expect(disagreements(outcome.explanation)).toEqual([]);
  return outcome.value;
};

test('five years between businesses, restarted by a payment of the debtor and by nothing that is only sent to him', () => {
  expect(end(claim)).toMatchObject({ expiresOn: '2027-03-10', expired: false, daysLeft: 108 });
  const sent: LimitationFacts = { ...claim, events: [{ kind: 'formal-notice', on: day('2025-01-06') }] };
  expect(end(sent).expiresOn).toBe('2027-03-10');
  const paid: LimitationFacts = { ...claim, events: [{ kind: 'part-payment', on: day('2024-06-03') }] };
  expect(end(paid).expiresOn).toBe('2029-06-03');
});

test('what happens after the day is not known on it', () => {
  const facts: LimitationFacts = { ...claim, events: [{ kind: 'acknowledgement', on: day('2027-01-05') }] };
  expect(end(facts).expiresOn).toBe('2027-03-10');
  expect(end(facts, day('2027-01-05')).expiresOn).toBe('2032-01-05');
});

test('ten years from the title replace the period of the claim', () => {
  expect(end({ ...claim, titleOn: day('2026-05-04') })).toMatchObject({ expiresOn: '2036-05-04' });
});

test('a debtor of unknown kind is counted by the shortest period, which says what would settle it', () => {
  const value = end({ ...claim, debtorKind: null });
  expect(value.expiresOn).toBe('2024-02-08');
  const sentence = expiredReason(value, day(value.expiresOn!));
  expect(sentence).toContain('expiré le 8 février 2024');
  expect(sentence).toContain('la nature du client');
});

test('acts are tried on the rule itself: reminders and the mere filing of an order move nothing', () => {
  const { interrupts, doesNot } = limitationActs(claim, on);
  expect(interrupts.map((one) => one.act)).toEqual([
    'Reconnaissance de dette',
    'Paiement partiel',
    'Échéancier signé',
    'Signification de l’injonction de payer',
    'Demande en justice',
    'Saisie',
    'Médiation',
    'Conciliation',
    'Accord à la procédure simplifiée',
  ]);
  expect(doesNot.map((one) => one.act)).toEqual([
    'Réclamation écrite',
    'Mise en demeure',
    'Relance',
    'Requête en injonction de payer',
  ]);
  expect(interrupts[0]).toMatchObject({ kind: 'acknowledgement' });
  expect(doesNot.at(-1)).toMatchObject({ kind: 'payment-order-filed' });
  expect(interrupts[0]!.effect).toContain('22 novembre 2031');
  for (const one of [...interrupts, ...doesNot]) expect(one.article).not.toBe('');
  const towards = limitationActs({ ...claim, debtorKind: 'public-body' }, on);
  expect(towards.interrupts.map((one) => one.act)).toContain('Réclamation écrite');
});

test('an alarm is at the smallest stage reached, rings on its very day and after it', () => {
  const at = (days: number) => stageOf(days, LIMITATION_STAGES);
  expect([181, 180, 61, 60, 15, 0, -1].map(at)).toEqual([null, 180, 180, 60, 15, 15, 0]);
  expect([31, 30, 8, 7, 3, 2, 0].map((days) => stageOf(days, DEADLINE_STAGES))).toEqual([null, 30, 15, 7, 7, 2, 2]);
});
