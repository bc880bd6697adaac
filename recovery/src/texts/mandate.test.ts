import { day } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../../server/src/render/liquid.ts';
import type { CollectorFacts } from '../model/subject.ts';
import { decide } from '../planner/decide.ts';
import { defaultScenarios } from '../scenarios/defaults.ts';
import { caseOf, claim, company, debtor } from '../testing/facts.ts';
import { composeEmail } from './email.ts';
import { composeLetter } from './letter.ts';
import { identityLine } from './parties.ts';
import { composeSms } from './sms.ts';

const tools = { fill: fillTemplate };
const collector: CollectorFacts = {
  name: 'Recouvrement Dupont',
  addressLines: ['2 place Bellecour'],
  postcode: '69002',
  city: 'Lyon',
  email: 'contact@dupont.example',
  phone: null,
  legalId: '552100554',
  iban: 'FR7630004000031234567890143',
  bic: 'BNPAFRPP',
};
const facts = caseOf([claim('2026-10-01', { number: 'F-1' })]);
const [action] = decide(facts, company(), defaultScenarios.business, day('2026-10-05')).actions;
const who = { company: company({ collector }), debtor: facts.debtor, reference: 'D-1' };

describe('who collects for others', () => {
  it('carries every mention of R124-4 until a first letter has left', () => {
    const { text } = composeEmail(action!.facts, { ...who, firstLetter: null }, tools);
    expect(text).toContain(
      'Recouvrement Dupont, 2 place Bellecour, 69002 Lyon, exerce une activité de recouvrement amiable',
    );
    expect(text).toContain('son mandant, Atelier Béranger, 12 rue des Tanneurs, 69002 Lyon');
    expect(text).toMatch(
      /Nous vous demandons de payer la somme de 1\u202f200,00\u00a0€, due au titre des pièces suivantes\u00a0: F-1/,
    );
    expect(text).toMatch(/Principal +1\u202f200,00\u00a0€\nIntérêts +0,00\u00a0€\nAccessoires +0,00\u00a0€/);
    expect(text).toContain(
      'Les frais de recouvrement entrepris sans titre exécutoire restent à la charge du créancier',
    );
    expect(text).toContain('laisser tout ou partie des frais ainsi exposés à la charge du débiteur de mauvaise foi');
    expect(text).toContain('FR76\u00a03000\u00a04000');
  });

  it('recalls the reference and the date of that letter afterwards, by every channel', () => {
    const later = { ...who, firstLetter: { reference: 'D-1', sentOn: '2026-09-03' } };
    const recall = 'notre première lettre du 3 septembre 2026, référence D-1';
    expect(composeEmail(action!.facts, later, tools).text).toContain(recall);
    expect(composeSms(action!.facts, later, tools)).toContain(recall);
    const letter = composeLetter(action!.facts, later, { mode: 'live' }, tools);
    expect([letter.sender.name, letter.opening.join(' ').includes(recall)]).toEqual(['Recouvrement Dupont', true]);
    expect(composeEmail(action!.facts, later, tools).text).not.toContain('entrepris sans titre');
  });

  it('says nothing of itself on the letters of a company that collects alone', () => {
    const { text } = composeEmail(action!.facts, { company: company(), debtor: facts.debtor }, tools);
    expect(text).not.toMatch(/mandant|recouvrement amiable|L111-8/);
  });
});

describe('the identity at the foot of a letter', () => {
  const registration = { rcsCity: 'Lyon', inNationalRegister: false, capitalCents: 1_000_000, inLiquidation: false };

  it('has the form, the capital, the number and its register', () => {
    expect(identityLine(company({ registration }))).toBe(
      'Atelier Béranger, SARL au capital de 10\u202f000\u00a0€ – 12 rue des Tanneurs – 69002 Lyon – SIREN 732\u202f829\u202f320 RCS Lyon – TVA\u00a0FR44732829320',
    );
  });

  it('says « EI » of a sole trader and « en liquidation » of who is being wound up', () => {
    const alone = company({
      name: 'Jean Petit',
      legalForm: 'Entrepreneur individuel',
      registration: { ...registration, rcsCity: null, inNationalRegister: true, capitalCents: null },
    });
    expect(identityLine(alone)).toMatch(/^Jean Petit EI – .*SIREN 732\u202f829\u202f320 RNE/);
    expect(identityLine(company({ registration: { ...registration, inLiquidation: true } }))).toContain(
      'Atelier Béranger, en liquidation',
    );
  });
});

describe('hostile names', () => {
  const HOSTILE = [
    '{{7*7}}{% if 1 %}',
    '<script>alert(1)</script>',
    'A\r\nBcc: x@y.example',
    '\u202Etxt.exe',
    '\u0001',
    '"><img onerror=x>',
    '=cmd()',
    'a\u2028b',
  ];

  it.each(HOSTILE)('are inert in every output: %s', (name) => {
    const hostile = { company: company({ name }), debtor: debtor({ name, contactName: name }), reference: 'D-1' };
    const email = composeEmail(action!.facts, hostile, tools);
    expect(email.subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
    expect(email.html).not.toMatch(/<script|<img/);
    expect(composeSms(action!.facts, hostile, tools)).not.toMatch(/[\r\n]/);
    const letter = composeLetter(action!.facts, hostile, { mode: 'live' }, tools);
    expect(letter.table.rows).toHaveLength(1);
    expect(letter.subject).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('a customer who reads English', () => {
  it('is written to in English, sums and dates included, with no French sentence of ours left', () => {
    const owes = debtor({ language: 'en', name: 'Hartley & Sons Ltd' });
    const english = caseOf([claim('2026-09-01', { number: 'F-1' })], { debtor: owes });
    const notice = decide(english, company(), defaultScenarios.business, day('2026-10-12')).actions.find(
      ({ channel }) => channel === 'email',
    );
    const { text, html } = composeEmail(notice!.facts, { company: company(), debtor: owes }, tools);
    expect(text).toContain('formal notice (mise en demeure)');
    expect(text).toMatch(/€1,2\d\d\.\d\d/);
    expect(text).toContain('article\u00a0L441-10 II of the French Commercial Code');
    expect(html).toContain('<html lang="en">');
    expect(text).not.toMatch(/\b(?:nous|vous|facture|somme|règlement)\b/i);
  });
});
