import { euros } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { caseOf, company, debtor } from '../testing/facts.ts';
import { courtAccountOf } from './account.ts';
import { completenessOf } from './completeness.ts';
import { composeCourtDocument, documentKeys, madeOf } from './compose.ts';
import type { CourtFileFacts } from './facts.ts';
import { courtFacts, invoice, on, wordsOf } from './fixture.ts';
import { askedCents } from './made.ts';
import type { CourtDocumentKey } from './model.ts';
import { questionsOf } from './questions/index.ts';
import { wrongAnswer } from './questions/wrong.ts';

/** What each act must bear by its own article, for parties and courts that change its words. */
const words = (key: CourtDocumentKey, change: Partial<CourtFileFacts>) =>
  wordsOf(composeCourtDocument(madeOf(courtFacts(change)), key));
const consumer = (change = {}) =>
  caseOf([invoice()], { debtor: debtor({ kind: 'consumer', legalId: null, ...change }) });
const court = (name: string) => ({ court: { name, lines: [], kind: null } });

describe('interest', () => {
  it('is said to run from the day after the event, before a court as in the statement', () => {
    const civil = words('request', { case: consumer(), ...court('tribunal judiciaire de Grenoble') });
    expect(civil).toContain('À compter du : 5 juin 2026, lendemain de la mise en demeure la plus ancienne');
    expect(civil.join(' ')).toMatch(/Intérêts au taux légal \(article 1231-6 du code civil\), soit \d,\d\d % par an/);
    expect(civil.join(' ')).not.toContain('cette mise en demeure');
  });

  it('has no day to complete when none is asked', () => {
    const waived = caseOf([invoice({ penalties: 'waived', indemnity: 'waived' })]);
    expect(words('request', { case: waived }).filter((line) => line.startsWith('À compter du'))).toEqual([]);
  });

  it('stopped by a judgment, is stated at the rate of its last day', () => {
    const insolvent = caseOf([invoice()], { debtor: debtor({ insolvencyOpenedOn: on('2026-06-15') }) });
    const said = words('insolvency-declaration', { procedure: 'insolvency-claim', case: insolvent });
    expect(said.join(' ')).toContain('en vigueur au premier semestre 2026');
  });
});

describe('whom an act is handed to', () => {
  const addressee = (key: CourtDocumentKey, change: Partial<CourtFileFacts>) =>
    composeCourtDocument(madeOf(courtFacts(change)), key).addressee[0];
  const alsace = caseOf([invoice()], {
    debtor: debtor({ address: { lines: [], postcode: '67000', city: 'Strasbourg', country: 'FR' } }),
  });

  it.each([
    [
      'a commercial court',
      'request',
      court('tribunal de commerce de Grenoble'),
      'Président du tribunal de commerce de Grenoble',
    ],
    [
      'its registry',
      'non-opposition-request',
      court('tribunal de commerce de Grenoble'),
      'Greffe du tribunal de commerce de Grenoble',
    ],
    [
      'the chamber of Alsace-Moselle',
      'request',
      { case: alsace, ...court('Tribunal judiciaire de Strasbourg') },
      'Président de la chambre commerciale du tribunal judiciaire de Strasbourg',
    ],
    [
      'the registry of that chamber',
      'non-opposition-request',
      { case: alsace, ...court('chambre commerciale du tribunal judiciaire de Strasbourg') },
      'Greffe de la chambre commerciale du tribunal judiciaire de Strasbourg',
    ],
    [
      'a local court',
      'request',
      { case: consumer(), ...court('tribunal de proximité de Sète') },
      'Tribunal de proximité de Sète',
    ],
    [
      'the judge of protection',
      'request',
      {
        case: consumer(),
        claimKinds: { 'claim-F-1': 'rent' as const },
        ...court('tribunal judiciaire de Lyon'),
      },
      'Juge des contentieux de la protection du tribunal judiciaire de Lyon',
    ],
    [
      'the judge of enforcement',
      'attachment-request',
      { procedure: 'saisie-conservatoire' as const, ...court('tribunal judiciaire de Lyon') },
      'Juge de l’exécution du tribunal judiciaire de Lyon',
    ],
    [
      'the president of a commercial court, before any suit',
      'attachment-request',
      { procedure: 'saisie-conservatoire' as const, ...court('tribunal de commerce de Lyon') },
      'Président du tribunal de commerce de Lyon',
    ],
  ] as const)('is %s', (_, key, change, expected) => {
    expect(addressee(key, change)).toBe(expected);
  });

  it('is nobody for a list that goes with a declaration', () => {
    expect(addressee('exhibit-list', { procedure: 'insolvency-claim' })).toBeUndefined();
  });

  it('doubts a commercial court asked for an attachment, which may give leave, and does not close the file', () => {
    const { lines } = completenessOf(
      madeOf(courtFacts({ procedure: 'saisie-conservatoire', ...court('tribunal de commerce de Lyon') })),
    );
    expect(lines.find((line) => line.key === 'court')).toMatchObject({
      state: 'doubtful',
      article: 'art. L511-3 CPCE',
    });
  });
});

describe('a writ', () => {
  const civil = { procedure: 'assignation' as const, case: consumer(), ...court('tribunal judiciaire de Grenoble') };

  it('reproduces the articles in force, to the word', () => {
    expect(words('assignation', civil).join(' ')).toContain('peut être formée par courrier remis ou adressé au greffe');
    expect(words('assignation', { procedure: 'assignation' }).join(' ')).toContain(
      'par requête faite, remise ou adressée au greffe',
    );
  });

  it('states until when a defendant appoints a lawyer, on pain of nullity (art. 752)', () => {
    const big = caseOf([invoice({ amountCents: 2_000_000 })], { debtor: debtor({ kind: 'consumer', legalId: null }) });
    const said = words('assignation', { ...civil, case: big }).join(' ');
    expect(said).toContain('dans le délai de quinze jours, à compter de l’assignation');
  });

  it('names who stands for the claimant, and where one who lives abroad is written to', () => {
    expect(words('assignation', civil)).toContain('Représentant du demandeur : Néant : le demandeur agit lui-même.');
    const belgian = company({
      address: { lines: ['1 rue Haute'], postcode: '1000', city: 'Bruxelles', country: 'BE' },
    });
    expect(words('assignation', { ...civil, company: belgian })).toContain(
      'Élection de domicile en France : à compléter',
    );
  });

  it('needs, as a request to the judicial court, its grounds (art. 757)', () => {
    const { lines, ready } = completenessOf(madeOf(courtFacts({ ...civil, procedure: 'requete' })));
    expect(lines.find((line) => line.key === 'field-Motifs-Exposé sommaire')).toMatchObject({ mandatory: true });
    expect(ready).toBe(false);
  });
});

describe('parties', () => {
  it('names a liberal profession as a person or as a body, as the user says', () => {
    const doctor = caseOf([invoice()], { debtor: debtor({ name: 'Durand', kind: 'civil-professional' }) });
    const base = { case: doctor, ...court('tribunal judiciaire de Grenoble') };
    expect(words('request', base)).toContain('Dénomination : Durand');
    const person = words('request', { ...base, answers: { debtorNature: 'person', debtorFirstNames: 'Luc' } });
    expect(person).toContain('Prénoms : Luc');
    expect(person.some((line) => line.startsWith('Forme : à compléter'))).toBe(false);
  });

  it('has whoever collects for the creditor sign, with a power to complete', () => {
    const collector = {
      name: 'Recouvrement Rhône',
      addressLines: ['5 quai Augagneur'],
      postcode: '69003',
      city: 'Lyon',
      email: null,
      phone: null,
      legalId: null,
      iban: null,
      bic: null,
    };
    const facts = courtFacts({ company: company({ collector }) });
    expect(documentKeys(facts).main).toContain('power');
    expect(wordsOf(composeCourtDocument(madeOf(facts), 'request'))).toContain(
      'Mandataire : Recouvrement Rhône, 5 quai Augagneur, 69003 Lyon',
    );
  });
});

describe('what a commissaire is asked to serve', () => {
  it.each([
    ['sommation-de-payer', 'Acte : Sommation de payer', /Décision du|Numéro :/],
    ['cheque-title', 'Acte : Certificat de non-paiement d’un chèque', /Décision du|Numéro :/],
    ['assignation', 'Acte : Assignation au fond', /Décision du/],
    ['refere-provision', 'Acte : Assignation en référé-provision', /Décision du/],
  ] as const)('for %s is its own act, and no decision', (procedure, act, never) => {
    const said = words('service-instructions', { procedure });
    expect(said).toContain(act);
    expect(said.join('\n')).not.toMatch(never);
  });

  it('is the decision once there is one, and the order of a payment order', () => {
    const answers = { orderedOn: '2026-09-01' };
    expect(words('service-instructions', { procedure: 'assignation', answers })).toContain(
      'Décision du : 1er septembre 2026',
    );
    expect(words('service-instructions', { answers }).join(' ')).toContain(
      'À signifier au plus tard le 1er décembre 2026',
    );
  });
});

it('keeps no answer that the file does not ask for, nor one that is none', () => {
  const questions = questionsOf(courtFacts({ procedure: 'refere-provision' }), ['refere']);
  expect(
    wrongAnswer(questions, { hearingOn: '2027-01-14', irrepetible: '1 500', amicable: '', facts: 'Vus.' }),
  ).toBeNull();
  for (const [key, value] of Object.entries({
    reliefReason: 'x',
    hearingOn: '14/01',
    irrepetible: 'cent',
    claimKind: 'wood',
  }))
    expect([key, wrongAnswer(questions, { [key]: value })]).toEqual([key, expect.stringContaining(key)]);
});

describe('a suspension', () => {
  const answers = { supply: 'services', sameContract: 'yes', suspendedOn: '2026-12-05', suspendedContract: 'C-12' };
  const lines = (change: Partial<CourtFileFacts>) =>
    completenessOf(madeOf(courtFacts({ procedure: 'supply-suspension', answers, ...change }))).lines.filter((line) =>
      line.key.startsWith('suspension'),
    );

  it('is ready on one contract, a sum due and this warning', () => {
    expect(lines({})).toMatchObject([{ state: 'met' }]);
    expect(words('suspension-letter', { procedure: 'supply-suspension', answers })).toContain(
      'Ce qui est suspendu : Les prestations',
    );
  });

  it.each([
    [
      'water of a main home',
      { case: consumer(), answers: { ...answers, supply: 'water', mainHome: 'yes' } },
      'suspension-WaterNeverCut',
    ],
    [
      'energy of a main home in winter',
      { case: consumer(), answers: { ...answers, supply: 'gas', mainHome: 'yes' } },
      'suspension-WinterTruce',
    ],
    ['another contract', { answers: { ...answers, sameContract: 'no' } }, 'suspension-NotSameContract'],
    [
      'an insolvent customer',
      { case: caseOf([invoice()], { debtor: debtor({ insolvencyOpenedOn: on('2026-09-01') }) }) },
      'suspension-InsolvencyMustServe',
    ],
  ] as const)('of %s is never called ready', (_, change, key) => {
    expect(lines(change).map((line) => line.key)).toContain(key);
    expect(completenessOf(madeOf(courtFacts({ procedure: 'supply-suspension', answers, ...change }))).ready).toBe(
      false,
    );
  });
});

describe('once there is a title', () => {
  const title = {
    on: '2026-07-01',
    servedOn: '2026-07-20',
    enforceableFrom: '2026-09-20',
    lateOppositionPossible: false,
    baseCents: 120_000,
    baseIsGranted: true,
    receivedCents: 20_000,
    principalLeftCents: 101_000,
    interestLeftCents: 1_234,
    costsCents: 7_246,
    totalDueCents: 109_480,
    expiresOn: null,
    expiresConfidence: null,
    explanation: null,
    limitationExplanation: null,
    warnings: [],
  };
  const costs = [
    { on: on('2026-07-20'), what: 'Acte de Me Dupuis', amountCents: 7_246, bearer: 'suit' as const },
    { on: on('2026-06-02'), what: 'Lettre recommandée', amountCents: 756, bearer: 'creditor' as const },
  ];

  it('asks what the title is worth, and leaves with the creditor what is his to bear', () => {
    const change = { procedure: 'saisie-attribution' as const, title, costs };
    const made = madeOf(courtFacts(change));
    expect(askedCents(made)).toBe(109_480);
    const said = words('statement', change);
    expect(said).toContain('Total = 1 094,80 €');
    expect(said).toContain('Frais et dépens à la charge du débiteur | 72,46 €');
    expect(said.join(' ')).not.toContain('Lettre recommandée');
    expect(words('attachment-instructions', change)).toContain('Total arrêté au 21 novembre 2026 : 1 094,80 €');
    expect(completenessOf(made).lines.map((line) => line.key)).not.toContain('title-account');
  });

  it('says that the sums are those asked while nobody entered the decision', () => {
    const { lines } = completenessOf(madeOf(courtFacts({ procedure: 'saisie-attribution' })));
    expect(lines.find((line) => line.key === 'title-account')).toMatchObject({ state: 'doubtful' });
  });

  it('states before a court the costs that were paid, once, in the place of those expected', () => {
    const said = words('statement', { costs });
    expect(said.join('\n')).toMatch(/^Acte de Me Dupuis \| .* \| Dépens \(art\. 695 CPC\) \| 72,46 €$/m);
    expect(said).toContain('Total des frais avancés = 72,46 €');
    const { found } = madeOf(courtFacts());
    expect(found!.costLines.length).toBeGreaterThan(0);
    for (const { label } of found!.costLines) expect(said.join('\n')).not.toContain(label);
    expect(words('request', { costs })).toContain(
      'Dépens, en sus : 72,46 € avancés, et ceux de la suite de la procédure',
    );
  });
});

describe('form A of the European procedures', () => {
  const german = caseOf([invoice()], {
    debtor: debtor({ address: { lines: ['Invalidenstraße 1'], postcode: '10115', city: 'Berlin', country: 'DE' } }),
  });

  it('follows the eleven headings of the European order, in their order', () => {
    const made = madeOf(courtFacts({ procedure: 'european-payment-order', case: german }));
    const { sections, ending } = composeCourtDocument(made, 'european-form');
    expect(sections.map(({ title }) => title.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
      'Juridiction',
      'Parties et leurs représentants',
      'Compétence de la juridiction',
      'Caractère transfrontalier de l’affaire',
      'Coordonnées bancaires (facultatif)',
      'Créance principale',
      'Intérêts',
      'Pénalités contractuelles (le cas échéant)',
      'Frais (le cas échéant)',
      'Moyens de preuve disponibles à l’appui de la créance',
      'Déclarations supplémentaires et autres informations',
    ]);
    // The form is what is signed.
    expect(ending).toBeNull();
  });

  it('follows the twelve headings of the small claims procedure', () => {
    const made = madeOf(courtFacts({ procedure: 'european-small-claims', case: german }));
    expect(composeCourtDocument(made, 'european-form').sections).toHaveLength(12);
  });

  it('names no other judge than that of a consumer’s own country, whatever was answered', () => {
    const consumer = caseOf([invoice()], { debtor: debtor({ kind: 'consumer', address: german.debtor.address }) });
    const said = words('european-form', {
      procedure: 'european-payment-order',
      case: consumer,
      answers: { europeanGround: 'performance' },
    });
    expect(said).toContain('Critère : Domicile du consommateur');
    expect(said).not.toContain('[x] Lieu d’exécution de l’obligation en question');
  });

  it('takes credit notes off the principal and keeps the lump sum among the costs', () => {
    const credit = invoice({
      claimId: 'claim-A-1',
      number: 'A-1',
      kind: 'credit-note',
      amountCents: 20_000,
      openCents: 20_000,
    });
    const said = words('european-form', {
      procedure: 'european-payment-order',
      case: { ...german, claims: [...german.claims, credit] },
    });
    const principal = courtAccountOf(courtFacts({ case: german })).principalCents;
    expect(said).toContain(
      `Valeur totale, hors intérêts et frais : ${euros(principal - 20_000).replace(/[\u00a0\u202f]/g, ' ')}`,
    );
    expect(said).toContain('Indemnité forfaitaire pour frais de recouvrement (1 facture) : 40,00 €');
  });
});

it('says of a referral to a conciliateur that sending it does not stop limitation', () => {
  const said = words('conciliation-referral', { procedure: 'conciliation' }).join(' ');
  expect(said).toContain('l’envoi de cette demande ne la suspend pas');
});
