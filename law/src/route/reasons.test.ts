/** The reasons of each route, all of them and in their order, whether it is open or closed: the rule book, case by case. */
import { describe, expect, test } from 'vitest';
import { allNodes } from '../../scripts/checks.ts';
import type { Procedure } from '../court-costs/index.ts';
import { type ArticleKey, reason } from '../parameters/index.ts';
import { type Route, type RouteInput, route } from './index.ts';

/** A debt of 3 000 € between two companies in Bordeaux, with every document that a judge looks for. */
const TRADE: RouteInput = {
  creditorKind: 'company',
  debtorKind: 'company',
  claimKind: 'goods',
  amountCents: 300_000,
  contested: 'no',
  evidence: ['order', 'delivery', 'invoice', 'formal-notice'],
  debtorCountry: 'FR',
  debtorPostcode: '33000',
  on: '2026-11-21',
};
const CONSUMER = { debtorKind: 'consumer' } as const;
const PUBLIC = { debtorKind: 'public-body' } as const;
const TITLE = { evidence: ['judgment'] } as const;
const ITALY = { debtorCountry: 'IT', debtorPostcode: undefined as never } as const;
const AMERICA = { debtorCountry: 'US', debtorPostcode: undefined as never } as const;
const PARIS = { debtorPostcode: '75011' } as const;

type Changes = Partial<RouteInput>;
type Row = readonly [Procedure, Changes, readonly ArticleKey[]];

function answer(changes: Changes) {
  const input = JSON.parse(JSON.stringify({ ...TRADE, ...changes })) as RouteInput;
  const { value, explanation, refusal } = route(input);
  if (value === undefined) throw new Error(refusal.message);
  return { ...value, explanation };
}

function one(procedure: Procedure, changes: Changes): Route {
  return answer(changes).routes.find((candidate) => candidate.procedure === procedure)!;
}

function sentences(keys: readonly ArticleKey[]): string {
  return keys
    .map((key) => {
      const { label, reference } = reason(key);
      return `${label} (${reference!.article}${reference!.confidence === 'C' ? ', à vérifier' : ''}).`;
    })
    .join(' ');
}

const ORDER: ArticleKey = 'route-injonction-de-payer';
const R2: ArticleKey = 'route-payment-order-r2';
const FEE: ArticleKey = 'route-payment-order-fee';
const FILED: ArticleKey = 'limitation-payment-order-filed';
const ATTEMPT: ArticleKey = 'route-payment-order-amicable';
const LAST: ArticleKey = 'route-last-instance';

const OPEN: readonly Row[] = [
  ['formal-notice', {}, ['route-notice-on-file', 'route-formal-notice']],
  ['formal-notice', { evidence: ['order'] }, ['route-formal-notice']],
  ['instalment-plan', {}, ['route-instalment-plan']],
  ['instalment-plan', { limitationExpiresOn: '2026-11-20' }, ['route-instalment-plan']],
  ['small-claims', CONSUMER, ['route-small-claims']],
  ['small-claims', { on: '2026-04-24' }, ['route-small-claims']],
  ['small-claims', { ...CONSUMER, amountCents: 499_000, interestCents: 1_000 }, ['route-small-claims']],
  ['small-claims', { creditorKind: 'artisan' }, ['route-small-claims']],
  ['conciliation', {}, ['route-conciliation']],
  ['conciliation', CONSUMER, ['route-conciliation', 'route-amicable']],
  ['conciliation', { ...CONSUMER, amountCents: 500_001 }, ['route-conciliation']],
  ['mediation', {}, ['route-mediation']],
  ['mediation', CONSUMER, ['route-mediation', 'route-amicable']],
  ['mediation', PUBLIC, ['route-mediation-public']],
  ['injonction-de-payer', {}, [ORDER, R2, FEE, FILED]],
  ['injonction-de-payer', { contested: 'minor' }, [ORDER, R2, FEE, FILED]],
  ['injonction-de-payer', { on: '2026-08-31' }, [ORDER, 'route-payment-order-r1', FEE, FILED]],
  ['injonction-de-payer', PARIS, [ORDER, 'route-economic-court', R2, FEE, FILED]],
  ['injonction-de-payer', { debtorKind: 'artisan' }, [ORDER, 'route-mixed-parties', R2, FEE, FILED]],
  ['injonction-de-payer', { creditorKind: 'artisan' }, [ORDER, 'route-mixed-parties', R2, FEE, FILED]],
  ['injonction-de-payer', { creditorKind: 'artisan', debtorKind: 'artisan' }, [ORDER, R2, FEE, FILED]],
  ['injonction-de-payer', { creditorKind: 'consumer' }, [ORDER, 'route-choice-of-court', R2, FEE, FILED]],
  ['injonction-de-payer', { debtorKind: 'public-enterprise' }, [ORDER, 'route-public-enterprise', R2, FEE, FILED]],
  [
    'injonction-de-payer',
    { creditorKind: 'artisan', debtorKind: 'public-enterprise' },
    [ORDER, 'route-mixed-parties', 'route-public-enterprise', R2, FEE, FILED],
  ],
  [
    'injonction-de-payer',
    { creditorKind: 'consumer', debtorKind: 'public-enterprise' },
    [ORDER, 'route-choice-of-court', 'route-public-enterprise', R2, FEE, FILED],
  ],
  ['injonction-de-payer', { debtorPostcode: '67000' }, [ORDER, 'route-commercial-chamber', R2, FILED]],
  ['injonction-de-payer', { debtorPostcode: '97110', debtorCountry: 'GP' }, [ORDER, 'route-overseas-court', R2, FILED]],
  ['injonction-de-payer', CONSUMER, [ORDER, R2, ATTEMPT, FILED]],
  ['injonction-de-payer', { ...CONSUMER, ...PARIS }, [ORDER, R2, ATTEMPT, FILED]],
  [
    'injonction-de-payer',
    { debtorKind: 'civil-professional', ...PARIS },
    [ORDER, 'route-not-economic', R2, ATTEMPT, FILED],
  ],
  ['injonction-de-payer', { debtorKind: 'civil-professional' }, [ORDER, R2, ATTEMPT, FILED]],
  [
    'injonction-de-payer',
    { ...CONSUMER, claimKind: 'consumer-credit' },
    [ORDER, 'route-consumer-credit-term', R2, ATTEMPT, FILED],
  ],
  ['injonction-de-payer', { ...CONSUMER, claimKind: 'rent' }, [ORDER, R2, ATTEMPT, FILED]],
  ['injonction-de-payer', { claimKind: 'co-ownership', amountCents: 1_000_001 }, [ORDER, R2, FILED]],
  ['injonction-de-payer', { limitationExpiresOn: '2027-02-21' }, [ORDER, R2, FEE, 'route-serve-first', FILED]],
  ['injonction-de-payer', { limitationExpiresOn: '2026-11-21' }, [ORDER, R2, FEE, 'route-serve-first', FILED]],
  ['injonction-de-payer', { limitationExpiresOn: '2027-02-22' }, [ORDER, R2, FEE, FILED]],
  ['injonction-de-payer', { claimKind: 'other', evidence: ['invoice', 'contract'] }, [ORDER, R2, FEE, FILED]],
  ['refere-provision', {}, ['route-refere-provision']],
  ['refere-provision', { contested: 'serious' }, ['route-refere-part']],
  ['refere-provision', { contested: true }, ['route-refere-part']],
  ['refere-provision', { contested: false, amountCents: 1_000_001 }, ['route-refere-provision', 'route-lawyer']],
  [
    'refere-provision',
    { ...CONSUMER, limitationExpiresOn: '2027-01-01' },
    ['route-refere-provision', 'route-amicable', 'route-serve-first'],
  ],
  ['requete', CONSUMER, ['route-requete', 'route-amicable']],
  ['requete', { ...CONSUMER, amountCents: 500_000 }, ['route-requete', 'route-amicable']],
  ['assignation', {}, ['route-assignation', LAST]],
  ['assignation', { amountCents: 500_000 }, ['route-assignation', LAST]],
  ['assignation', { amountCents: 500_001 }, ['route-assignation']],
  ['assignation', { amountCents: 1_000_001 }, ['route-assignation', 'route-lawyer']],
  ['assignation', CONSUMER, ['route-assignation', 'route-amicable', LAST]],
  ['assignation', ITALY, ['route-assignation', 'route-european-suit', LAST, 'cost-lawyer-abroad']],
  ['sommation-de-payer', TITLE, ['route-sommation-de-payer']],
  ['saisie-conservatoire', {}, ['route-attachment-leave', 'route-attachment-next']],
  ['saisie-conservatoire', { evidence: ['bill'] }, ['route-attachment-free', 'route-attachment-next']],
  ['saisie-conservatoire', { evidence: ['cheque-certificate'] }, ['route-attachment-free', 'route-attachment-next']],
  ['saisie-conservatoire', TITLE, ['route-attachment-free', 'route-attachment-next']],
  [
    'saisie-conservatoire',
    { ...CONSUMER, claimKind: 'rent', evidence: ['lease'] },
    ['route-attachment-free', 'route-attachment-next'],
  ],
  ['saisie-conservatoire', { evidence: ['lease'] }, ['route-attachment-leave', 'route-attachment-next']],
  ['cheque-title', { evidence: ['cheque-certificate'] }, ['route-cheque-title']],
  ['cheque-title', { claimKind: 'cheque' }, ['route-cheque-title']],
  ['saisie-attribution', TITLE, ['route-saisie-attribution']],
  ['saisie-attribution', { claimKind: 'judgment', evidence: [] }, ['route-saisie-attribution']],
  ['saisie-des-remunerations', { ...CONSUMER, ...TITLE }, ['route-saisie-des-remunerations']],
  ['saisie-des-remunerations', { ...CONSUMER, ...TITLE, on: '2025-07-01' }, ['route-saisie-des-remunerations']],
  ['saisie-vente', TITLE, ['route-saisie-vente']],
  ['saisie-vente', { ...TITLE, amountCents: 53_499 }, ['route-saisie-vente', 'route-home-seizure']],
  ['saisie-vente', { ...TITLE, amountCents: 53_500 }, ['route-saisie-vente']],
  ['european-payment-order', ITALY, ['route-european-payment-order']],
  ['european-payment-order', { ...ITALY, ...CONSUMER }, ['route-european-payment-order', 'route-european-consumer']],
  ['european-small-claims', { ...ITALY, contested: 'serious' }, ['route-european-small-claims']],
  ['foreign-lawyer', AMERICA, ['route-foreign-lawyer']],
  ['foreign-lawyer', { ...ITALY, ...PUBLIC }, ['route-foreign-lawyer']],
  ['administrative-claim', PUBLIC, ['route-administrative-claim']],
  ['mandatement-d-office', PUBLIC, ['route-mandatement-d-office']],
  ['mandatement-d-office', { ...PUBLIC, ...TITLE }, ['route-mandatement-d-office', 'route-mandatement-title']],
  [
    'mandatement-d-office',
    { ...PUBLIC, claimKind: 'judgment', evidence: [] },
    ['route-mandatement-d-office', 'route-mandatement-title'],
  ],
  ['administrative-refere', PUBLIC, ['route-administrative-refere', 'cost-lawyer-administrative']],
  ['administrative-suit', PUBLIC, ['route-administrative-suit', 'cost-lawyer-administrative']],
  ['ad-hoc-representative', { struckOff: true }, ['route-ad-hoc-representative']],
  ['insolvency-claim', { insolvencyOpenedOn: '2026-11-21' }, ['route-insolvency-claim']],
  // Published on 20 September: the two months end on 20 November, the eve of the day.
  [
    'insolvency-claim',
    { insolvencyOpenedOn: '2026-09-01', insolvencyPublishedOn: '2026-09-20' },
    ['route-insolvency-claim', 'insolvency-claim-relief'],
  ],
  [
    'insolvency-claim',
    { insolvencyOpenedOn: '2026-09-01', insolvencyPublishedOn: '2026-09-21' },
    ['route-insolvency-claim'],
  ],
  ['overindebtedness', { ...CONSUMER, overindebtednessAdmittedOn: '2026-11-21' }, ['route-overindebtedness']],
];

const CLOSED: readonly Row[] = [
  ['formal-notice', { insolvencyOpenedOn: '2026-11-21' }, ['route-closed-insolvent']],
  ['formal-notice', { limitationExpiresOn: '2026-11-20' }, ['route-closed-expired']],
  ['formal-notice', { struckOff: true }, ['route-closed-struck-off']],
  ['formal-notice', { ...CONSUMER, overindebtednessAdmittedOn: '2026-11-21' }, ['route-closed-overindebted']],
  [
    'instalment-plan',
    { insolvencyOpenedOn: '2026-11-21', struckOff: true },
    ['route-closed-insolvent', 'route-closed-struck-off'],
  ],
  // The state of the debtor hides that he is abroad; where he is hides that the debt is contested.
  ['injonction-de-payer', { ...AMERICA, struckOff: true, contested: 'serious' }, ['route-closed-struck-off']],
  ['injonction-de-payer', { ...AMERICA, contested: 'serious' }, ['route-closed-abroad']],
  ['injonction-de-payer', { ...PUBLIC, contested: 'serious' }, ['route-closed-public-body']],
  ['injonction-de-payer', { contested: 'serious' }, ['route-closed-serious']],
  ['injonction-de-payer', { ...TITLE, contested: 'serious' }, ['route-closed-title', 'route-closed-serious']],
  ['injonction-de-payer', { claimKind: 'other', evidence: ['invoice'] }, ['route-closed-undetermined']],
  ['small-claims', {}, ['route-closed-small-claims-traders']],
  ['small-claims', { amountCents: 500_001 }, ['route-closed-small-claims-limit', 'route-closed-small-claims-traders']],
  ['small-claims', { ...CONSUMER, amountCents: 499_000, interestCents: 1_001 }, ['route-closed-small-claims-limit']],
  ['conciliation', TITLE, ['route-closed-title']],
  ['mediation', TITLE, ['route-closed-title']],
  ['uncontested-commercial', {}, ['route-closed-uncontested-decree']],
  ['uncontested-commercial', { on: '2026-04-24' }, ['route-closed-uncontested-law']],
  [
    'uncontested-commercial',
    { claimKind: 'co-ownership', contested: 'minor' },
    ['route-closed-uncontested-decree', 'route-closed-uncontested-kind', 'route-closed-opposed'],
  ],
  ['uncontested-commercial', { debtorKind: 'artisan', contested: 'minor' }, ['route-closed-not-traders']],
  ['uncontested-commercial', { creditorKind: 'artisan' }, ['route-closed-not-traders']],
  ['requete', {}, ['route-closed-commercial-court']],
  ['requete', { amountCents: 500_001 }, ['route-closed-commercial-court', 'route-closed-request-limit']],
  ['requete', { ...CONSUMER, amountCents: 500_001 }, ['route-closed-request-limit']],
  ['requete', { debtorPostcode: '67000' }, ['route-closed-commercial-court']],
  ['requete', { debtorPostcode: '97110', debtorCountry: 'GP' }, ['route-closed-commercial-court']],
  ['assignation', AMERICA, ['route-closed-abroad']],
  ['assignation', PUBLIC, ['route-closed-public-body']],
  ['sommation-de-payer', PUBLIC, ['route-closed-public-body']],
  ['saisie-conservatoire', { debtorKind: 'public-enterprise' }, ['route-closed-unseizable']],
  ['saisie-conservatoire', PUBLIC, ['route-closed-unseizable']],
  ['cheque-title', {}, ['route-closed-no-cheque']],
  ['saisie-attribution', {}, ['route-closed-no-title']],
  ['saisie-attribution', { debtorKind: 'public-enterprise', ...TITLE }, ['route-closed-unseizable']],
  ['saisie-vente', {}, ['route-closed-no-title']],
  ['saisie-des-remunerations', TITLE, ['route-closed-no-wage']],
  ['saisie-des-remunerations', { ...CONSUMER, ...TITLE, on: '2025-06-30' }, ['route-closed-wage-law']],
  ['saisie-des-remunerations', { ...TITLE, on: '2025-06-30' }, ['route-closed-no-wage', 'route-closed-wage-law']],
  ['european-payment-order', {}, ['route-closed-not-european']],
  ['european-payment-order', { ...ITALY, debtorCountry: 'DK' }, ['route-closed-european-excluded']],
  ['european-payment-order', { ...ITALY, contested: 'serious' }, ['route-closed-serious']],
  ['european-small-claims', { ...ITALY, amountCents: 500_001 }, ['route-closed-european-limit']],
  ['foreign-lawyer', {}, ['route-closed-not-foreign']],
  ['foreign-lawyer', PUBLIC, ['route-closed-not-foreign']],
  ['foreign-lawyer', ITALY, ['route-closed-not-foreign']],
  ['administrative-claim', {}, ['route-closed-private']],
  ['administrative-claim', { ...ITALY, ...PUBLIC }, ['route-closed-abroad']],
  ['mandatement-d-office', { ...PUBLIC, contested: 'serious' }, ['route-closed-serious']],
  ['administrative-refere', { ...PUBLIC, ...TITLE }, ['route-closed-title']],
  ['administrative-suit', { ...PUBLIC, ...TITLE }, ['route-closed-title']],
  ['ad-hoc-representative', {}, ['route-closed-not-struck-off']],
  ['insolvency-claim', {}, ['route-closed-not-insolvent']],
  ['insolvency-claim', { insolvencyOpenedOn: '2026-11-22' }, ['route-closed-not-insolvent']],
  ['overindebtedness', CONSUMER, ['route-closed-not-overindebted']],
  ['overindebtedness', { ...CONSUMER, overindebtednessAdmittedOn: '2026-11-22' }, ['route-closed-not-overindebted']],
];

test.each(OPEN)('%s is open for %j', (procedure, changes, keys) => {
  const { open, why } = one(procedure, changes);
  expect({ open, why }).toEqual({ open: true, why: sentences(keys) });
});

test.each(CLOSED)('%s is closed for %j', (procedure, changes, keys) => {
  const { open, why, costCents, unknownCosts } = one(procedure, changes);
  expect({ open, why, costCents, unknownCosts }).toEqual({
    open: false,
    why: sentences(keys),
    costCents: 0,
    unknownCosts: [],
  });
});

const BARE = { evidence: [] } as const;
test.each<[Procedure, Changes, readonly string[]]>([
  ['injonction-de-payer', {}, []],
  ['injonction-de-payer', BARE, ['contract', 'delivery', 'invoice', 'formal-notice']],
  ['injonction-de-payer', { ...BARE, limitationExpiresOn: '2027-02-21' }, ['contract', 'delivery', 'invoice']],
  ['injonction-de-payer', { ...BARE, claimKind: 'bill-of-exchange' }, ['contract', 'formal-notice']],
  ['injonction-de-payer', { evidence: ['acknowledgement'] }, ['formal-notice']],
  ['injonction-de-payer', { ...CONSUMER, debtorPostcode: '67000' }, ['amicable-attempt']],
  ['injonction-de-payer', { ...CONSUMER, amountCents: 500_001 }, []],
  ['refere-provision', CONSUMER, ['amicable-attempt']],
  ['requete', CONSUMER, ['amicable-attempt']],
  ['assignation', { debtorPostcode: '67000' }, []],
  ['conciliation', BARE, []],
  ['small-claims', { ...CONSUMER, evidence: ['invoice'] }, ['contract', 'delivery']],
  ['uncontested-commercial', { evidence: ['invoice'] }, ['decree', 'contract', 'delivery']],
  ['saisie-conservatoire', { claimKind: 'commercial-rent' }, ['lease', 'leave', 'recovery-at-risk']],
  ['saisie-conservatoire', TITLE, []],
  ['saisie-attribution', {}, ['title']],
  ['saisie-attribution', TITLE, []],
  ['european-payment-order', { ...ITALY, ...BARE }, ['contract', 'delivery', 'invoice']],
  ['european-small-claims', { ...ITALY, ...BARE }, ['contract', 'delivery', 'invoice']],
  ['administrative-claim', { ...PUBLIC, ...BARE }, ['contract', 'delivery', 'invoice']],
  ['administrative-refere', { ...PUBLIC, ...BARE }, ['contract', 'delivery', 'invoice']],
  ['administrative-suit', { ...PUBLIC, ...BARE }, ['contract', 'delivery', 'invoice']],
  ['mandatement-d-office', { ...PUBLIC, ...BARE }, ['formal-notice']],
  ['mandatement-d-office', PUBLIC, []],
  ['overindebtedness', { ...CONSUMER, ...BARE }, ['contract', 'delivery', 'invoice']],
  [
    'insolvency-claim',
    { ...BARE, insolvencyOpenedOn: '2026-11-21' },
    ['publication-date', 'contract', 'delivery', 'invoice'],
  ],
  ['insolvency-claim', { insolvencyOpenedOn: '2026-11-01', insolvencyPublishedOn: '2026-11-10' }, []],
])('%s with %j lacks %j', (procedure, changes, missing) => {
  expect(one(procedure, changes).missing).toEqual(missing);
});

const LIMIT = { limitationExpiresOn: '2028-01-05' } as const;
/** What interrupts the limitation period has its end as a last day; the others have none. */
test.each<[Changes, readonly Procedure[]]>([
  [{}, ['injonction-de-payer', 'refere-provision', 'assignation', 'saisie-conservatoire']],
  [CONSUMER, ['injonction-de-payer', 'requete', 'refere-provision', 'assignation', 'saisie-conservatoire']],
  [
    { ...CONSUMER, ...TITLE },
    ['saisie-attribution', 'saisie-des-remunerations', 'saisie-vente', 'saisie-conservatoire'],
  ],
  [ITALY, ['european-payment-order', 'european-small-claims', 'assignation']],
  [PUBLIC, ['administrative-claim', 'administrative-refere', 'administrative-suit']],
  [AMERICA, []],
])('the last day of the routes open for %j', (changes, interrupting) => {
  const dated = answer({ ...changes, ...LIMIT }).routes.filter(({ deadline }) => deadline !== undefined);
  expect(dated.map(({ procedure }) => procedure).sort()).toEqual([...interrupting].sort());
  for (const { deadline } of dated) expect(deadline).toBe('2028-01-05');
  expect(answer(changes).routes.filter((route) => 'deadline' in route)).toEqual([]);
});

test('a declaration has the end of its own period, not that of the limitation', () => {
  const opened = { insolvencyOpenedOn: '2026-11-01', ...LIMIT };
  expect(one('insolvency-claim', { ...opened, insolvencyPublishedOn: '2026-11-10' }).deadline).toBe('2027-01-10');
  expect(one('insolvency-claim', opened)).not.toHaveProperty('deadline');
});

test.each<[Changes, readonly [Procedure, string][]]>([
  [
    {},
    [
      ['uncontested-commercial', 'commercial'],
      ['injonction-de-payer', 'commercial'],
      ['refere-provision', 'commercial'],
      ['requete', 'commercial'],
      ['assignation', 'commercial'],
      ['saisie-conservatoire', 'enforcement'],
      ['saisie-attribution', 'enforcement'],
      ['saisie-des-remunerations', 'enforcement'],
      ['saisie-vente', 'enforcement'],
      ['european-payment-order', 'commercial'],
      ['european-small-claims', 'commercial'],
      ['administrative-refere', 'administrative'],
      ['administrative-suit', 'administrative'],
      ['ad-hoc-representative', 'commercial'],
    ],
  ],
])('the procedures that a court hears for %j', (changes, heard) => {
  const courts = answer(changes).routes.filter(({ courtKind }) => courtKind !== null);
  expect(Object.fromEntries(courts.map(({ procedure, courtKind }) => [procedure, courtKind]))).toEqual(
    Object.fromEntries(heard),
  );
});

test('a lawyer is compulsory abroad and before the administrative judge, and above 10 000 € elsewhere', () => {
  const needing = (changes: Changes) =>
    answer(changes)
      .routes.filter(({ open, lawyer }) => open && lawyer)
      .map(({ procedure }) => procedure);
  expect(needing({ amountCents: 1_000_000 })).toEqual([]);
  expect(needing({ amountCents: 1_000_001 })).toEqual(['refere-provision', 'assignation']);
  expect(needing(PUBLIC)).toEqual(['administrative-refere', 'administrative-suit']);
  expect(needing(ITALY)).toEqual(['assignation']);
  expect(needing(AMERICA)).toEqual(['foreign-lawyer']);
});

describe('the tree', () => {
  const opening = (procedure: Procedure, changes: Changes) => {
    const { name } = one(procedure, changes);
    const node = answer(changes).explanation.inputs.find(({ label }) => label === name)!;
    return node.inputs[0]!.inputs.map(({ label }) => label);
  };

  test.each<[Procedure, Changes, readonly string[]]>([
    ['formal-notice', {}, ['Recouvrement possible']],
    ['conciliation', {}, ['Action en France possible']],
    ['injonction-de-payer', {}, ['Action en France possible', 'Pas de contestation sérieuse', 'Montant déterminé']],
    ['instalment-plan', {}, ['Pas de procédure collective', 'Pas de surendettement', 'Pas de radiation']],
    ['saisie-vente', TITLE, ['Recouvrement possible', 'Titre exécutoire', 'Biens saisissables', 'Débiteur en France']],
  ])('shows the conditions that many procedures share as one: %s', (procedure, changes, labels) => {
    expect(opening(procedure, changes)).toEqual(labels);
  });

  test('writes out the shared conditions and prices once, in their annexes, and only if there are some', () => {
    const titles = (changes: Changes) => answer(changes).explanation.inputs.map(({ label }) => label);
    expect(titles({}).slice(-3)).toEqual(['Voies fermées', 'Conditions examinées', 'Calcul des frais']);
    // Beyond the Union only a letter has a price, which is one figure: there is nothing to write out.
    expect(titles(AMERICA).slice(-2)).toEqual(['Voies fermées', 'Conditions examinées']);
    const insolvent = { insolvencyOpenedOn: '2026-11-01', on: '2027-01-04' } as const;
    expect(titles(insolvent).slice(-2)).toEqual(['Voies fermées', 'Conditions examinées']);
    const nodes = allNodes(answer({}).explanation);
    for (const title of ['Conditions examinées', 'Calcul des frais']) {
      const annex = nodes.find(({ label }) => label === title)!;
      expect(annex.inputs.length).toBeGreaterThan(0);
      expect(annex.inputs.filter(({ operation, inputs }) => operation === 'carried' || inputs.length === 0)).toEqual(
        [],
      );
    }
  });

  test('names together the procedures that the same conditions close, and all the others when only one reason closes', () => {
    const closed = (changes: Changes) =>
      answer(changes)
        .explanation.inputs.find(({ label }) => label === 'Voies fermées')!
        .inputs.map(({ label }) => label);
    expect(closed({})).toContain('Saisie-attribution, saisie-vente\u00a0: ouverture');
    expect(closed({ insolvencyOpenedOn: '2026-11-01' })).toEqual(['Toutes les autres voies\u00a0: ouverture']);
  });

  test('shows a price with its sum, and a last day where there is one', () => {
    const shown = (changes: Changes) => {
      const { name } = one('injonction-de-payer', changes);
      const node = answer(changes).explanation.inputs.find(({ label }) => label === name)!;
      return node.inputs.filter(({ operation }) => operation !== 'because').map(({ label }) => label);
    };
    const open = 'Injonction de payer\u00a0: ouverture';
    const costs = 'Injonction de payer\u00a0: frais connus';
    const usual = 'Injonction de payer\u00a0: durée usuelle, simple repère';
    expect(shown({})).toEqual([open, costs, usual]);
    expect(shown(LIMIT)).toEqual([open, costs, 'Dernier jour pour interrompre la prescription', usual]);
  });

  test('a suit shows whether it needs a lawyer, a seizure does not', () => {
    const labels = allNodes(answer({}).explanation).map(({ label }) => label);
    expect(labels).toContain('Avocat obligatoire devant\u00a0: tribunal de commerce');
    expect(labels.some((label) => label.endsWith('juge de l’exécution') && label.startsWith('Avocat'))).toBe(false);
  });
});

const refusals: readonly (readonly [Changes, Record<string, unknown>])[] = [
  [{ amountCents: 0 }, { code: 'InvalidAmount', field: 'amountCents', value: 0 }],
  [{ debtorCountry: 'FRA' }, { code: 'InvalidValue', field: 'debtorCountry', value: 'FRA' }],
  [{ debtorCountry: 'F1' }, { code: 'InvalidValue', field: 'debtorCountry', value: 'F1' }],
  [{ debtorCountry: '' }, { code: 'InvalidValue', field: 'debtorCountry', value: '' }],
  [{ debtorPostcode: '3300' }, { code: 'InvalidValue', field: 'debtorPostcode', value: '3300' }],
  [{ alsaceMoselle: true }, { code: 'InvalidValue', field: 'alsaceMoselle', value: true, debtorPostcode: '33000' }],
  [
    { alsaceMoselle: false, debtorPostcode: '57000' },
    { code: 'InvalidValue', field: 'alsaceMoselle', value: false, debtorPostcode: '57000' },
  ],
  [
    { overindebtednessAdmittedOn: '2026-11-01' },
    {
      code: 'InvalidValue',
      field: 'overindebtednessAdmittedOn',
      value: '1er novembre 2026',
      debtorKind: 'company',
    },
  ],
  [{ insolvencyPublishedOn: '2026-11-01' }, { code: 'MissingField', field: 'insolvencyOpenedOn' }],
  [
    { insolvencyOpenedOn: '2026-11-02', insolvencyPublishedOn: '2026-11-01' },
    { code: 'DatesOutOfOrder', field: 'insolvencyPublishedOn', after: 'insolvencyOpenedOn' },
  ],
  // Declared claims are counted since the decree of 2008.
  [
    { insolvencyOpenedOn: '2001-09-20', insolvencyPublishedOn: '2001-09-21' },
    { code: 'DateNotServed', field: 'insolvencyOpenedOn', on: '2001-09-20' },
  ],
  [{ contested: 'maybe' as never }, { code: 'InvalidChoice', field: 'contested' }],
];
test.each(refusals)('%j is refused', (changes, expected) => {
  const { code, facts } = route({ ...TRADE, ...changes }).refusal!;
  expect({ code, ...facts }).toMatchObject(expected);
});

test('an insolvency whose publication is not known is no date to count from, however old', () => {
  expect(answer({ insolvencyOpenedOn: '2001-09-20' }).routes).not.toEqual([]);
});

test.each<[Changes, string | null]>([
  [{ debtorCountry: 'fr' }, 'commercial'],
  [{ debtorPostcode: '57000', alsaceMoselle: true }, 'commercial-chamber'],
  [{ debtorPostcode: '33000', alsaceMoselle: false }, 'commercial'],
  // A postcode of another country says nothing of the departments of France.
  [{ debtorCountry: 'DE', debtorPostcode: '67000' }, 'european'],
  [{ debtorCountry: 'DE', debtorPostcode: 'D-67' }, 'european'],
  [AMERICA, null],
])('the court of %j is %s', (changes, court) => {
  expect(one('assignation', changes).courtKind).toBe(court);
});
