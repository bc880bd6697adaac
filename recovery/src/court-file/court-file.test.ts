import { euros } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { owedOn } from '../owed/owed.ts';
import { caseOf, debtor } from '../testing/facts.ts';
import { courtAccountOf } from './account.ts';
import { completenessOf } from './completeness.ts';
import { composeCourtDocument, documentKeys, madeOf } from './compose.ts';
import { FILE_CONTENTS } from './contents.ts';
import { courtFacts, invoice, on, wordsOf } from './fixture.ts';
import { questionsOf } from './questions/index.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('what is asked', () => {
  it('is to the cent what is owed that day, and its lines sum to it', () => {
    const facts = courtFacts();
    const account = courtAccountOf(facts);
    const owed = owedOn(facts.case.claims[0]!, facts.on, { company: facts.company, debtor: facts.case.debtor });
    expect(account.totalCents).toBe(owed.totalDueCents);
    expect(account.principalCents + account.penaltyCents + account.indemnityCents).toBe(account.totalCents);
    expect(Number(account.due[0]!.explanation.value)).toBe(account.totalCents);
  });

  it('asks for the reserve as a formal notice does, and leaves what was waived', () => {
    const reserved = courtFacts({ case: caseOf([invoice({ penalties: 'reserved', indemnity: 'waived' })]) });
    const account = courtAccountOf(reserved);
    expect(account.penaltyCents).toBeGreaterThan(0);
    expect(account.indemnityCents).toBe(0);
    expect(Number(account.due[0]!.explanation.value)).toBe(account.totalCents);
    const kept = {
      ...reserved,
      company: {
        ...reserved.company,
        settings: { ...reserved.company.settings, reservedAccessories: 'kept' as const },
      },
    };
    expect(courtAccountOf(kept).penaltyCents).toBe(0);
  });

  it('takes off credit notes and money that no claim has taken', () => {
    const facts = courtFacts({ case: caseOf([invoice()], { unallocatedCents: 10_000 }) });
    const whole = courtAccountOf(courtFacts());
    expect(courtAccountOf(facts).totalCents).toBe(whole.totalCents - 10_000);
  });
});

describe('the request for a payment order', () => {
  it('bears every content of articles 54, 57 and 1407 CPC, in the order of the form', () => {
    const made = madeOf(courtFacts());
    const words = wordsOf(composeCourtDocument(made, 'request'));
    const at = (line: string) => words.findIndex((one) => one.startsWith(line));
    const order = [
      'Demandeur',
      'Mandataire',
      'Débiteur',
      'Objet de la demande',
      'Sommes demandées',
      'Fondement de la créance',
      'Documents justificatifs',
    ];
    expect(order.map(at)).toEqual([...order.map(at)].sort((a, b) => a - b));
    expect(words).toContain('Organe qui la représente légalement : son gérant, M. Paul Béranger');
    expect(words).toContain('Juridiction : tribunal de commerce de Grenoble');
    expect(words).toContain(`Total demandé : ${plain(euros(made.account.totalCents))}`);
    expect(words.some((line) => line === 'À compter du : 11 mars 2026, lendemain de l’échéance la plus ancienne')).toBe(
      true,
    );
    expect(words.some((line) => line.includes('12946*02'))).toBe(true);
    expect(words.some((line) => line.startsWith('n° 2 | Facture F-1 | '))).toBe(true);
  });

  it('asks a natural person for all that the law wants of him, and guesses nothing', () => {
    const facts = courtFacts();
    const person = { ...facts, company: { ...facts.company, legalForm: 'EI', name: 'Anne Morel' } };
    const words = wordsOf(composeCourtDocument(madeOf(person), 'request'));
    for (const label of ['Nom', 'Prénoms', 'Profession', 'Nationalité', 'Date et lieu de naissance'])
      expect(words).toContain(`${label} : à compléter`);
    expect(completenessOf(madeOf(person)).ready).toBe(false);
  });
});

describe('completeness', () => {
  const lines = (change: Parameters<typeof courtFacts>[0]) => completenessOf(madeOf(courtFacts(change)));
  const line = (change: Parameters<typeof courtFacts>[0], key: string) =>
    lines(change).lines.find((one) => one.key === key);

  it('calls a whole file ready', () => {
    const { ready, lines: list } = lines({});
    expect(list.filter((one) => one.state === 'missing')).toEqual([]);
    expect(ready).toBe(true);
  });

  it('names a court that is not competent, none chosen, and one it cannot judge', () => {
    expect(line({ court: { name: 'tribunal judiciaire de Grenoble', lines: [], kind: null } }, 'court')).toMatchObject({
      state: 'missing',
      mandatory: true,
    });
    expect(line({ court: null }, 'court')).toMatchObject({ state: 'missing' });
    expect(line({ court: { name: 'Palais', lines: [], kind: null } }, 'court')).toMatchObject({ state: 'doubtful' });
  });

  it('wants an amicable attempt for a small civil claim, or an exemption that the judge weighs', () => {
    const consumer = {
      case: caseOf([invoice()], { debtor: debtor({ kind: 'consumer', legalId: null }) }),
      court: { name: 'tribunal judiciaire de Grenoble', lines: [], kind: null },
    };
    expect(line(consumer, 'amicable')).toMatchObject({ state: 'missing', mandatory: true });
    const exempt = { ...consumer, answers: { amicable: 'exempt-non-adversarial' } };
    expect(line(exempt, 'amicable')).toMatchObject({ state: 'doubtful' });
  });

  it('closes the file on a foreign debtor, an expired limitation, an unknown kind', () => {
    const abroad = {
      case: caseOf([invoice()], {
        debtor: debtor({ address: { lines: [], postcode: '10115', city: 'Berlin', country: 'DE' } }),
      }),
    };
    expect(line(abroad, 'route')).toMatchObject({ state: 'missing' });
    const late = { limitation: { expiresOn: on('2026-01-01'), expired: true, numbers: ['F-1'] } };
    expect(line(late, 'limitation')).toMatchObject({ state: 'missing' });
    expect(line({ case: caseOf([invoice()], { debtor: debtor({ kind: null }) }) }, 'debtor-kind')).toMatchObject({
      state: 'missing',
    });
  });

  it('doubts a notice without proof and a sum that differs from the one recorded', () => {
    const bare = courtFacts().exhibits.filter((exhibit) => exhibit.kind !== 'notice-proof');
    expect(line({ exhibits: bare }, 'exhibit-notice-proof')).toMatchObject({ state: 'doubtful' });
    expect(line({ recordedCents: 1 }, 'recorded-sum')).toMatchObject({ state: 'doubtful' });
  });
});

it('asks for every fact that a document reads', () => {
  for (const procedure of Object.keys(FILE_CONTENTS) as (keyof typeof FILE_CONTENTS)[]) {
    const read = new Set<string>();
    const answers = new Proxy({}, { get: (_, key) => void read.add(String(key)) });
    const ours = courtFacts().company;
    const abroad = { ...ours, address: { ...ours.address, country: 'BE' } };
    for (const company of [ours, abroad, { ...ours, legalForm: 'EI' }])
      for (const debtorKind of ['company', 'consumer', 'civil-professional', null] as const) {
        const facts = courtFacts({
          procedure,
          answers,
          company,
          court: null,
          case: caseOf([invoice()], { debtor: debtor({ kind: debtorKind }) }),
        });
        const contents = FILE_CONTENTS[procedure]!;
        const made = madeOf(facts);
        for (const key of [...contents.documents, ...contents.after]) {
          read.clear();
          composeCourtDocument(made, key);
          const asked = new Set(
            questionsOf(facts, [...contents.documents, ...contents.after]).map((question) => question.key),
          );
          expect([procedure, key, [...read].filter((one) => !asked.has(one) && !one.startsWith('vat:'))]).toEqual([
            procedure,
            key,
            [],
          ]);
        }
      }
  }
});

describe('every document', () => {
  it.each([
    'injonction-de-payer',
    'assignation',
    'refere-provision',
    'saisie-conservatoire',
    'insolvency-claim',
    'administrative-claim',
    'mandatement-d-office',
    'ad-hoc-representative',
    'amicable-agreement',
    'bad-debt',
    'supply-suspension',
    'saisie-attribution',
    'european-payment-order',
    'european-small-claims',
    'conciliation',
  ] as const)('of %s is composed whatever is missing, and says what is', (procedure) => {
    const facts = courtFacts({ procedure, answers: {}, court: null, exhibits: [] });
    const made = madeOf(facts);
    const { main, after } = documentKeys(facts);
    for (const key of [...main, ...after]) {
      const document = composeCourtDocument(made, key);
      expect(document.sections.length).toBeGreaterThan(0);
      expect(wordsOf(document).join(' ')).not.toMatch(/undefined|null|NaN/);
      for (const section of document.sections) expect(section.blocks.length).toBeGreaterThan(0);
    }
    expect(completenessOf(made).lines.length).toBeGreaterThan(0);
  });
});
