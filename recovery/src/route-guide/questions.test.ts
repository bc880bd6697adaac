import { describe, expect, test } from 'vitest';
import { kindOfForm } from '../profile/legal-form.ts';
import { company, debtor } from '../testing/facts.ts';
import { routeFacts } from '../testing/route-facts.ts';
import { answersRefusal, answersStillAsked, type RouteAnswers, type RouteFacts, routeQuestions } from './index.ts';

const ON = '2026-11-21';

function question(key: string, change: Partial<RouteFacts> = {}, answers: RouteAnswers = {}) {
  return routeQuestions(routeFacts(change), answers, ON).find((one) => one.key === key);
}

describe('what the case already says', () => {
  test('a clear case waits for the documents only, and tells where each fact comes from', () => {
    const questions = routeQuestions(routeFacts(), {}, ON);
    expect(questions.filter(({ waits }) => waits).map(({ key }) => key)).toEqual(['evidence']);
    const told = questions.filter(({ value, group }) => value !== null && group !== 'exits');
    expect(told.every(({ from }) => from !== null && from !== '')).toBe(true);
    expect(questions.every(({ rule }) => rule.text !== '')).toBe(true);
  });

  test.each<[string, Partial<RouteFacts>, string, unknown, string]>([
    ['form of the creditor', {}, 'creditorKind', 'company', 'known'],
    ['sole trader', { company: company({ legalForm: 'EI' }) }, 'creditorKind', null, 'unknown'],
    ['private creditor', { company: company({ creditorKind: 'individual' }) }, 'creditorKind', 'consumer', 'known'],
    ['debtor of unknown kind', { debtor: debtor({ kind: null }) }, 'debtorKind', null, 'unknown'],
    ['one kind of claim', {}, 'claimKind', 'goods', 'known'],
    ['kind told for some', { claimKinds: ['goods', 'other'] }, 'claimKind', 'goods', 'doubtful'],
    ['two kinds', { claimKinds: ['goods', 'rent'] }, 'claimKind', null, 'unknown'],
    ['no kind told', { claimKinds: ['other'] }, 'claimKind', null, 'unknown'],
    ['what is owed', {}, 'amountCents', 300_000, 'known'],
    ['silence', {}, 'contested', 'silent', 'known'],
    ['nothing sent yet', { reminders: 0 }, 'contested', 'silent', 'doubtful'],
    ['an answer without dispute', { repliedOn: '2026-10-02' }, 'contested', 'no', 'doubtful'],
    [
      'an open dispute',
      { disputes: [{ reason: 'Prix', openedOn: '2026-10-05' }], repliedOn: '2026-10-02' },
      'contested',
      'serious',
      'doubtful',
    ],
    [
      'a status of dispute (207)',
      { eInvoices: [{ number: 'F-1', code: '207', label: 'En litige', ground: 'disputed' }] },
      'contested',
      'serious',
      'doubtful',
    ],
    [
      'a refusal (210)',
      { eInvoices: [{ number: 'F-1', code: '210', label: 'Refusée', ground: 'refused' }] },
      'contested',
      'serious',
      'doubtful',
    ],
    [
      'an approval (205)',
      { eInvoices: [{ number: 'F-1', code: '205', label: 'Approuvée', ground: null }] },
      'contested',
      'no',
      'known',
    ],
    ['no limitation', { limitation: null }, 'limitationExpiresOn', null, 'unknown'],
    ['a risk', { risks: ['Échéancier rompu'] }, 'recoveryAtRisk', false, 'doubtful'],
    [
      'no postcode',
      { debtor: debtor({ address: { lines: [], postcode: null, city: null, country: 'FR' } }) },
      'debtorPostcode',
      null,
      'unknown',
    ],
    ['an insolvency', { insolvencyOpenedOn: '2026-11-02' }, 'insolvencyOpenedOn', '2026-11-02', 'known'],
  ])('%s', (_, change, key, value, status) => {
    expect(question(key, change)).toMatchObject({ value, status });
  });

  test.each([
    ['SARL', 'company'],
    ['S.A.S.', 'company'],
    ['sasu', 'company'],
    ['EURL', 'company'],
    ['SARL au capital de 20 000 €', 'company'],
    ['SA', 'company'],
    ['SAssociation', null],
    ['Société à responsabilité limitée', 'company'],
    ['SCI', null],
    ['EI', null],
    ['SELARL', null],
    ['Association', null],
    ['Société civile', null],
    [null, null],
  ])('the form %s says %s', (form, kind) => {
    expect(kindOfForm(form)).toBe(kind);
  });
});

describe('what is asked only when it matters', () => {
  const keys = (change: Partial<RouteFacts>, answers: RouteAnswers = {}) =>
    routeQuestions(routeFacts(change), answers, ON).map(({ key }) => key);
  const at = (postcode: string) => ({
    debtor: debtor({ address: { lines: [], postcode, city: null, country: 'FR' } }),
  });
  const person = { debtor: debtor({ kind: 'consumer' }) };

  test('over-indebtedness is asked of natural persons, publication of insolvent debtors', () => {
    expect(keys({})).not.toContain('overindebtednessAdmittedOn');
    expect(keys(person)).toContain('overindebtednessAdmittedOn');
    expect(keys({})).not.toContain('insolvencyPublishedOn');
    expect(keys({ insolvencyOpenedOn: '2026-11-02' })).toContain('insolvencyPublishedOn');
    expect(keys({}, { insolvencyOpenedOn: '2026-11-02' })).toContain('insolvencyPublishedOn');
  });

  test('the town of the court is asked where a postcode does not settle its name', () => {
    expect(keys(at('38000'))).not.toContain('commercialCourtTown');
    expect(keys(at('75011'))).not.toContain('commercialCourtTown');
    expect(keys(at('69400'))).toContain('commercialCourtTown');
    // Still asked once it is answered, so that the answer can be seen and changed.
    expect(keys(at('69400'), { commercialCourtTown: 'Lyon' })).toContain('commercialCourtTown');
  });

  test('the size of the claimant is asked above the threshold of a renamed court, one figure after the other', () => {
    const large = { ...at('75011'), principalCents: 6_000_000 };
    expect(keys({ ...at('38000'), principalCents: 6_000_000 })).not.toContain('employees');
    expect(keys({ ...at('75011'), principalCents: 5_000_000 })).not.toContain('employees');
    expect(keys(large)).toContain('employees');
    expect(keys(large)).not.toContain('turnoverCents');
    expect(keys(large, { employees: 249 })).toContain('employees');
    expect(keys(large, { employees: 249 })).not.toContain('turnoverCents');
    expect(keys(large, { employees: 250 })).toEqual(
      expect.arrayContaining(['employees', 'turnoverCents', 'profitCents']),
    );
    const whole = { employees: 250, turnoverCents: 6_000_000_000, profitCents: 400_000_000 };
    expect(keys(large, whole)).toEqual(expect.arrayContaining(['employees', 'turnoverCents', 'profitCents']));
  });

  test('the decree is asked about between traders only', () => {
    expect(keys({})).toContain('uncontestedDecreeSeen');
    expect(keys({}, { uncontestedDecreeSeen: true })).toContain('uncontestedDecreeSeen');
    expect(keys(person)).not.toContain('uncontestedDecreeSeen');
  });
});

describe('answers', () => {
  const refuse = (answers: RouteAnswers, change: Partial<RouteFacts> = {}) =>
    answersRefusal(answers, routeQuestions(routeFacts(change), answers, ON))?.refusal;

  test('an answer goes before what the case says, and ends the wait', () => {
    const doubtful = { repliedOn: '2026-10-02' };
    expect(question('contested', doubtful)).toMatchObject({ value: 'no', waits: true });
    expect(question('contested', doubtful, { contested: 'minor' })).toMatchObject({
      known: 'no',
      value: 'minor',
      answered: true,
      waits: false,
    });
  });

  test('what is kept has the form of its question', () => {
    expect(
      refuse({
        contested: 'minor',
        evidence: ['order', 'invoice'],
        amountCents: 250_000,
        insolvencyOpenedOn: null,
        struckOff: false,
        successPercent: 60,
        recoverablePercent: 0,
        debtorPostcode: '38000',
        debtorStateNote: 'Deux privilèges inscrits',
        'quote:assignation:lawyer': 150_000,
      }),
    ).toBeUndefined();
    expect(refuse({ successPercent: null })).toBeUndefined();
  });

  test.each<[string, RouteAnswers]>([
    ['a word that is no choice', { contested: 'loud' }],
    ['a document that is none', { evidence: ['rumour'] }],
    ['half a euro', { amountCents: 0.5 }],
    ['a debt below zero', { amountCents: -1 }],
    ['a sum as text', { amountCents: '100' }],
    ['a chance above one', { successPercent: 101 }],
    ['a fraction of a percent', { successPercent: 33.3 }],
    ['no part at all', { recoverablePercent: null }],
    ['a day that does not exist', { insolvencyOpenedOn: '2026-02-30' }],
    ['a flag as text', { struckOff: 'oui' }],
    ['a quote below zero', { 'quote:assignation:lawyer': -5 }],
    ['a text without end', { debtorStateNote: 'a'.repeat(501) }],
  ])('%s is refused, with its question', (_, answers) => {
    const refusal = refuse(answers);
    expect(refusal).toMatchObject({ code: 'InvalidAnswer', facts: { key: Object.keys(answers)[0] } });
    expect(refusal!.message).toMatch(/^\p{Lu}.*\.$/u);
  });

  test('an answer to nothing is refused, and one whose question went away is left out', () => {
    expect(refuse({ colour: 'red' })).toMatchObject({ code: 'UnknownAnswer' });
    const answers = { overindebtednessAdmittedOn: '2026-01-01', contested: 'no', 'quote:assignation:lawyer': 1 };
    expect(refuse(answers)).toMatchObject({ code: 'UnknownAnswer', facts: { key: 'overindebtednessAdmittedOn' } });
    expect(answersStillAsked(answers, routeQuestions(routeFacts(), answers, ON))).toEqual({
      contested: 'no',
      'quote:assignation:lawyer': 1,
    });
  });
});
