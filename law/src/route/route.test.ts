/** What the examples cannot say of one route among many, and laws that hold for every case. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addDays, addMonths, day, formatDay } from '../calendar/index.ts';
import { courtCosts, PROCEDURES, type Procedure } from '../court-costs/index.ts';
import { disagreements, type Explanation } from '../explain/index.ts';
import { CLAIM_KINDS, DEBTOR_KINDS } from '../kinds/index.ts';
import { CONTESTS, EVIDENCE, MISSING, type Route, type RouteInput, route } from './index.ts';

const PATIENCE = 120_000;
const SEED = Number(process.env.LAW_SEED ?? Date.now() % 1_000_000_000);

beforeAll(() => {
  console.info(`route properties, seed ${SEED} (LAW_SEED=${SEED} runs it again)`);
});

interface Boundary {
  readonly name: string;
  readonly source: string;
  readonly changes: Partial<RouteInput>;
  /** Fields of the base that are taken away. */
  readonly without?: readonly (keyof RouteInput)[];
  /** All the open routes, or the first of them, and some that are closed. */
  readonly open?: readonly Procedure[];
  readonly starts?: readonly Procedure[];
  readonly closed?: readonly Procedure[];
  readonly refusal?: Record<string, unknown>;
}

const boundaries: { readonly base: RouteInput; readonly examples: readonly Boundary[] } = parse(
  readFileSync(new URL('boundaries.yaml', import.meta.url), 'utf8'),
);

describe('boundaries', () => {
  test.each(boundaries.examples)('$name', ({ changes, without = [], source, ...expected }) => {
    expect(source).toBeTruthy();
    const facts = Object.entries({ ...boundaries.base, ...changes }).filter(
      ([field]) => !without.includes(field as never),
    );
    const { value, explanation, refusal } = route(Object.fromEntries(facts) as never);
    if (expected.refusal !== undefined) {
      expect(refusal).toMatchObject(expected.refusal);
      expect(refusal!.message).toMatch(/^\p{Lu}.*\.$/u);
      return;
    }
    expect(disagreements(explanation!)).toEqual([]);
    if (expected.open !== undefined) expect(value!.open).toEqual(expected.open);
    const starts = expected.starts ?? [];
    expect(value!.open.slice(0, starts.length)).toEqual(starts);
    for (const procedure of expected.closed ?? []) expect(value!.open).not.toContain(procedure);
  });
});

/** The facts of the boundaries with a formal notice on file. */
const TRADE: RouteInput = { ...boundaries.base, evidence: [...boundaries.base.evidence!, 'formal-notice'] };

/** The labels of the nodes that have workings. */
function madeLabels({ label, inputs }: Explanation): readonly string[] {
  return [...(inputs.length === 0 ? [] : [label]), ...inputs.flatMap(madeLabels)];
}

function routesOf(input: RouteInput): readonly Route[] {
  const { value, refusal } = route(input);
  if (value === undefined) throw new Error(refusal.message);
  return value.routes;
}

function one(procedure: Procedure, changes: Partial<RouteInput>): Route {
  return routesOf({ ...TRADE, ...changes }).find((candidate) => candidate.procedure === procedure)!;
}

describe('one route', () => {
  const order = 'injonction-de-payer';
  const economic = 'tribunal des activités économiques';
  const either = 'tribunal de commerce ou, dans douze villes, tribunal des activités économiques';
  test.each<[string, Procedure, Partial<RouteInput>, Partial<Route>]>([
    [
      'commercial order',
      order,
      {},
      { court: 'tribunal de commerce', form: '12946*02', costCents: 10_269, missing: [] },
    ],
    ['order in Paris', order, { debtorPostcode: '75011' }, { court: economic, form: '12946*02', costCents: 10_269 }],
    ['Paris in 2024', order, { debtorPostcode: '75011', on: '2024-12-31' }, { court: 'tribunal de commerce' }],
    ['Paris on the first day', order, { debtorPostcode: '75011', on: '2025-01-01' }, { court: economic }],
    ['Paris on the last day', order, { debtorPostcode: '75011', on: '2028-12-31' }, { court: economic }],
    ['Paris after it', order, { debtorPostcode: '75011', on: '2029-01-01' }, { court: 'tribunal de commerce' }],
    ['Lyon', order, { debtorPostcode: '69003' }, { court: economic }],
    ['beside Lyon', order, { debtorPostcode: '69400' }, { court: either }],
    ['town of the court', order, { debtorPostcode: '69400', commercialCourtTown: 'lyon' }, { court: economic }],
    [
      'other town',
      order,
      { debtorPostcode: '69400', commercialCourtTown: 'Villefranche' },
      { court: 'tribunal de commerce' },
    ],
    ['no postcode', order, { debtorPostcode: undefined as never }, { court: either }],
    [
      'liberal in Paris',
      order,
      { debtorPostcode: '75011', debtorKind: 'civil-professional' },
      { court: 'tribunal judiciaire ou tribunal de proximité', form: '12948*06' },
    ],
    [
      'Strasbourg',
      order,
      { debtorPostcode: '67000' },
      { court: 'chambre commerciale du tribunal judiciaire', form: '12946*02', costCents: 7_246 },
    ],
    [
      'flag alone',
      order,
      { debtorPostcode: undefined as never, alsaceMoselle: true },
      { courtKind: 'commercial-chamber' },
    ],
    [
      'Guadeloupe',
      order,
      { debtorPostcode: '97110', debtorCountry: 'GP' },
      { court: 'tribunal mixte de commerce', costCents: 9_041 },
    ],
    [
      'consumer',
      order,
      { debtorKind: 'consumer' },
      { courtKind: 'judicial-or-local', form: '12948*06', costCents: 7_246, missing: ['amicable-attempt'] },
    ],
    ['5 000 €', order, { debtorKind: 'consumer', amountCents: 500_000 }, { missing: ['amicable-attempt'] }],
    ['5 000.01 €', order, { debtorKind: 'consumer', amountCents: 500_001 }, { missing: [] }],
    [
      'attempt on file',
      order,
      { debtorKind: 'consumer', evidence: ['order', 'delivery', 'invoice', 'formal-notice', 'small-claims-refusal'] },
      { missing: [] },
    ],
    [
      '10 000 €',
      order,
      { debtorKind: 'consumer', amountCents: 1_000_000 },
      { courtKind: 'judicial-or-local', lawyer: false },
    ],
    [
      '10 000.01 €',
      order,
      { debtorKind: 'consumer', amountCents: 1_000_001 },
      { courtKind: 'judicial', lawyer: false },
    ],
    [
      'rent',
      order,
      { debtorKind: 'consumer', claimKind: 'rent', evidence: ['lease'] },
      { courtKind: 'protection', form: '16040*01', missing: ['formal-notice', 'amicable-attempt'] },
    ],
    [
      'consumer credit',
      order,
      { debtorKind: 'consumer', claimKind: 'consumer-credit' },
      { courtKind: 'protection', form: '16040*01' },
    ],
    ['co-ownership', order, { claimKind: 'co-ownership' }, { courtKind: 'judicial-or-local', form: '12948*06' }],
    [
      'bill of a consumer',
      order,
      { debtorKind: 'consumer', claimKind: 'bill-of-exchange' },
      { courtKind: 'commercial', form: '12946*02' },
    ],
    ['two craftsmen', order, { creditorKind: 'artisan', debtorKind: 'artisan' }, { courtKind: 'commercial' }],
    [
      'craftsman of a consumer',
      order,
      { creditorKind: 'artisan', debtorKind: 'consumer' },
      { courtKind: 'judicial-or-local' },
    ],
    [
      'liberal against a company',
      order,
      { creditorKind: 'civil-professional' },
      { courtKind: 'commercial', form: '12946*02' },
    ],
    [
      'liberal against a craftsman',
      order,
      { creditorKind: 'civil-professional', debtorKind: 'artisan' },
      { courtKind: 'judicial-or-local' },
    ],
    [
      'old registry',
      order,
      { on: '2026-02-28' },
      {
        costLines: [expect.objectContaining({ what: 'registry', cents: 3_347 }), expect.anything(), expect.anything()],
      },
    ],
    ['new registry', order, { on: '2026-03-01' }, { costCents: 10_269 }],
    ['after the tables', order, { on: '2028-03-01' }, { costCents: 0, costLines: [] }],
    ['nothing on file', order, { evidence: [] }, { missing: ['contract', 'delivery', 'invoice', 'formal-notice'] }],
    [
      'contribution',
      order,
      {
        amountCents: 10_000_000,
        debtorPostcode: '75011',
        employees: 250,
        turnoverCents: 6_000_000_000,
        profitCents: 400_000_000,
      },
      { costCents: 310_269 },
    ],
    ['suit of 10 000 €', 'assignation', { amountCents: 1_000_000 }, { lawyer: false }],
    ['suit of 10 000.01 €', 'assignation', { amountCents: 1_000_001 }, { lawyer: true }],
    ['civil suit', 'assignation', { debtorKind: 'consumer' }, { costCents: 5_000, lawyer: false }],
    ['civil suit before it', 'assignation', { debtorKind: 'consumer', on: '2026-02-28' }, { costCents: 0 }],
    [
      'suit for rent',
      'assignation',
      { debtorKind: 'consumer', claimKind: 'rent', amountCents: 2_000_000 },
      { lawyer: false },
    ],
    ['suit with a date', 'assignation', { limitationExpiresOn: '2027-01-05' }, { deadline: '2027-01-05' }],
    ['attachment with leave', 'saisie-conservatoire', {}, { missing: ['leave', 'recovery-at-risk'] }],
    ['attachment at risk', 'saisie-conservatoire', { recoveryAtRisk: true }, { missing: ['leave'] }],
    [
      'attachment for rent',
      'saisie-conservatoire',
      { claimKind: 'rent', debtorKind: 'consumer' },
      { missing: ['lease', 'leave', 'recovery-at-risk'] },
    ],
    [
      'attachment with a lease',
      'saisie-conservatoire',
      { claimKind: 'commercial-rent', evidence: ['lease'] },
      { missing: [] },
    ],
    ['attachment for a cheque', 'saisie-conservatoire', { evidence: ['cheque'] }, { missing: [] }],
    ['no certificate', 'cheque-title', { evidence: ['cheque'] }, { open: true, missing: ['cheque-certificate'] }],
    ['certificate', 'cheque-title', { evidence: ['cheque-certificate'] }, { open: true, missing: [] }],
    ['notice', 'formal-notice', { on: '2026-12-31' }, { costCents: 756 }],
    ['notice next year', 'formal-notice', { on: '2027-01-01' }, { costCents: 0 }],
    ['no title', 'saisie-vente', {}, { open: false, missing: ['title'], costCents: 0 }],
    ['no decree', 'uncontested-commercial', {}, { open: false, missing: ['decree'] }],
    [
      'declaration',
      'insolvency-claim',
      { insolvencyOpenedOn: '2026-11-01' },
      { open: true, form: '10021*01', missing: ['publication-date'] },
    ],
    [
      'public suit',
      'administrative-suit',
      { debtorKind: 'public-body' },
      { open: true, court: 'tribunal administratif', lawyer: true },
    ],
  ])('%s', (_, procedure, changes, expected) => {
    const input = JSON.parse(JSON.stringify({ ...TRADE, ...changes })) as RouteInput;
    expect(routesOf(input).find((candidate) => candidate.procedure === procedure)).toMatchObject(expected);
  });

  test.each<[Procedure, Partial<RouteInput>, RegExp]>([
    [order, { on: '2026-08-31' }, /six mois/],
    [order, { on: '2026-09-01' }, /trois mois, exécution après deux mois/],
    [order, { contested: 'serious' }, /Contestation sérieuse/],
    [order, { debtorKind: 'public-body' }, /Personne publique/],
    [order, { creditorKind: 'consumer' }, /au choix/],
    [order, { debtorKind: 'artisan' }, /Commerçant et artisan/],
    [order, { debtorPostcode: '75011', debtorKind: 'civil-professional' }, /libéral/],
    [order, { limitationExpiresOn: '2026-12-31' }, /acte interruptif d’abord/],
    ['assignation', { limitationExpiresOn: '2026-11-20' }, /^Prescription acquise/],
    ['small-claims', { on: '2026-04-25' }, /exclue de la procédure simplifiée/],
    ['uncontested-commercial', { on: '2026-04-24' }, /n’existe pas/],
    ['uncontested-commercial', { on: '2026-04-25' }, /Décret d’application non publié/],
    ['uncontested-commercial', { debtorKind: 'artisan' }, /non commerçante/],
    ['saisie-vente', { evidence: ['judgment'], amountCents: 53_499 }, /préalable|autorisation/],
    ['european-payment-order', { debtorCountry: 'DK' }, /Danemark/],
    ['european-small-claims', { debtorCountry: 'IT', debtorKind: 'consumer' }, /juges de son pays/],
    ['mandatement-d-office', { debtorKind: 'public-body', evidence: ['judgment'] }, /Jugement définitif/],
    ['mediation', { debtorKind: 'public-body' }, /médiateur des entreprises/],
    ['refere-provision', { contested: 'serious' }, /seule part non contestée/],
    ['assignation', { debtorCountry: 'IT', amountCents: 10 }, /avocat à prévoir/],
    [
      'insolvency-claim',
      { insolvencyOpenedOn: '2026-09-01', insolvencyPublishedOn: '2026-09-21' },
      /répartitions|deux mois de la publication/,
    ],
    [
      'insolvency-claim',
      { insolvencyOpenedOn: '2026-09-01', insolvencyPublishedOn: '2026-09-20' },
      /relevé de forclusion/,
    ],
  ])('%s says why with %o', (procedure, changes, why) => {
    expect(one(procedure, changes).why).toMatch(why);
  });

  test('what is no object is refused', () => {
    expect(route(3 as never).refusal?.code).toBe('InvalidValue');
    expect(route({ debtorCountry: 'FR' } as never).refusal?.code).toBe('MissingField');
  });

  test('a sale at home of 535 € needs no step before it', () => {
    expect(one('saisie-vente', { evidence: ['judgment'], amountCents: 53_500 }).why).not.toMatch(/domicile/);
  });
});

const FIRST = day('2024-03-01');
const LAST = day('2029-12-31');
const anyDate = fc.integer({ min: FIRST, max: LAST }).map((d) => formatDay(d as typeof FIRST));
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });

const anyInput = fc
  .record({
    creditorKind: fc.constantFrom(...DEBTOR_KINDS),
    debtorKind: fc.constantFrom(...DEBTOR_KINDS),
    claimKind: fc.constantFrom(...CLAIM_KINDS),
    amountCents: fc.oneof(
      fc.integer({ min: 1, max: 20_000_000 }),
      fc.constantFrom(12_800, 12_801, 53_499, 53_500, 500_000, 500_001, 1_000_000, 1_000_001, 5_000_001),
    ),
    contested: fc.constantFrom(...CONTESTS, true, false),
    evidence: fc.subarray([...EVIDENCE]),
    debtorCountry: fc.constantFrom('FR', 'FR', 'FR', 'RE', 'DE', 'DK', 'GB', 'US'),
    debtorPostcode: sometimes(fc.constantFrom('75011', '33000', '67000', '57100', '97110', '97600', '69400', '13100')),
    insolvency: sometimes(fc.tuple(anyDate, sometimes(fc.nat(40)))),
    overindebtednessAdmittedOn: sometimes(anyDate),
    limitationExpiresOn: sometimes(anyDate),
    struckOff: sometimes(fc.boolean()),
    recoveryAtRisk: sometimes(fc.boolean()),
    interestCents: sometimes(fc.nat(200_000)),
    employees: sometimes(fc.nat(600)),
    on: anyDate,
  })
  .map(({ overindebtednessAdmittedOn, insolvency, ...input }) => {
    const [insolvencyOpenedOn, delay] = insolvency ?? [];
    const insolvencyPublishedOn = delay === undefined ? undefined : formatDay(addDays(day(insolvencyOpenedOn!), delay));
    // Only natural persons are admitted: anybody else would be refused.
    const isPerson = ['consumer', 'trader', 'artisan', 'civil-professional'].includes(input.debtorKind);
    return JSON.parse(
      JSON.stringify({
        ...input,
        insolvencyOpenedOn,
        insolvencyPublishedOn,
        overindebtednessAdmittedOn: isPerson ? overindebtednessAdmittedOn : undefined,
      }),
    ) as RouteInput;
  });

function assert<T extends unknown[]>(numRuns: number, property: fc.IProperty<T>): void {
  fc.assert(property, { numRuns, seed: SEED });
}

const FORBIDDEN = /éligib|vous avez|créance solide|droit de|recevable à|gagner/i;

/** What holds in every case, each by its name, so that one walk over random cases tries them all. */
const LAWS: Record<string, (input: RouteInput, routes: readonly Route[], open: readonly Procedure[]) => boolean> = {
  'every procedure is there once': (_, routes) =>
    routes.length === PROCEDURES.length && new Set(routes.map(({ procedure }) => procedure)).size === routes.length,
  'open routes come first': (_, routes, open) => routes.slice(0, open.length).every((candidate) => candidate.open),
  'reasons are French sentences without a promise': (_, routes) =>
    routes.every(({ why }) => /^\p{Lu}.*\.$/u.test(why) && !FORBIDDEN.test(why)),
  'what is missing is said once, in known words': (_, routes) =>
    routes.every(
      ({ missing }) => new Set(missing).size === missing.length && missing.every((m) => MISSING.includes(m)),
    ),
  'a court has a name': (_, routes) =>
    routes.every(({ court, courtKind }) => (court === null) === (courtKind === null)),
  'a cost is the sum of its lines, none below zero': (_, routes) =>
    routes.every(
      ({ costCents, costLines }) =>
        costLines.reduce((sum, { cents }) => sum + cents, 0) === costCents &&
        costLines.every(({ cents }) => cents >= 0),
    ),
  'what is closed has no price': (_, routes) => routes.every(({ open, costLines }) => open || costLines.length === 0),
  'an insolvent debtor is never sued': ({ insolvencyOpenedOn, on }, _, open) =>
    insolvencyOpenedOn === undefined || insolvencyOpenedOn > on || open.join() === 'insolvency-claim',
  'a frozen file is only stated': ({ overindebtednessAdmittedOn, insolvencyOpenedOn, on }, _, open) =>
    overindebtednessAdmittedOn === undefined ||
    overindebtednessAdmittedOn > on ||
    (insolvencyOpenedOn ?? on) < on ||
    ['overindebtedness', 'insolvency-claim'].includes(open.join()),
  'a time-barred debtor is never threatened': ({ limitationExpiresOn, on }, _, open) =>
    limitationExpiresOn === undefined ||
    limitationExpiresOn >= on ||
    open.every((name) => ['instalment-plan', 'insolvency-claim', 'overindebtedness'].includes(name)),
  'no payment order for a public body': ({ debtorKind }, _, open) =>
    debtorKind !== 'public-body' || !(open.includes('injonction-de-payer') || open.includes('european-payment-order')),
  'no seizure of public property': ({ debtorKind }, _, open) =>
    !debtorKind.startsWith('public') || !open.some((name) => name.startsWith('saisie')),
  'no decision without a debtor who disputes': ({ contested }, _, open) =>
    (contested !== 'serious' && contested !== true) ||
    !(open.includes('injonction-de-payer') || open.includes('uncontested-commercial')),
  'no enforcement without a title': ({ evidence, claimKind }, _, open) =>
    evidence!.includes('judgment') ||
    claimKind === 'judgment' ||
    !open.some((name) => /^saisie-(?!conservatoire)/.test(name)),
  'what is closed has neither duration nor figures': (_, routes) =>
    routes.every(({ open, usualDuration, figures }) => open || (usualDuration === undefined && figures.length === 0)),
  'a duration has two ends in their order': (_, routes) =>
    routes.every(({ usualDuration: d }) => d === undefined || (d.low > 0 && d.low <= d.high)),
  'each row of costs, duration and figures has a source': (_, routes) =>
    routes.every(({ usualDuration: d, figures, costLines }) =>
      [
        ...(d === undefined ? [] : [d.reference.article]),
        ...figures.map(({ reference }) => reference.article),
        ...costLines.map(({ article }) => article),
      ].every((article) => article !== ''),
    ),
  'the new procedure waits for its decree': (_input, _routes, open) => !open.includes('uncontested-commercial'),
};

describe('every case', { timeout: PATIENCE }, () => {
  test('the laws of a list of routes', () => {
    assert(
      4_000,
      fc.property(anyInput, (input) => {
        const { routes, open } = route(input).value!;
        const broken = Object.entries(LAWS).filter(([, holds]) => !holds(input, routes, open));
        expect(broken.map(([name]) => name)).toEqual([]);
      }),
    );
  });

  test('the tree recomputes, and writes out each of its nodes once', () => {
    assert(
      300,
      fc.property(anyInput, (input) => {
        const { explanation } = route(input);
        expect(disagreements(explanation!)).toEqual([]);
        const labels = madeLabels(explanation!);
        expect(labels.filter((label, place) => labels.indexOf(label) !== place)).toEqual([]);
      }),
    );
  });

  test('the tree names every open route, and every closed one with its reason', () => {
    assert(
      300,
      fc.property(anyInput, (input) => {
        const { value, explanation } = route(input);
        const closed = explanation!.inputs.find(({ label }) => label === 'Voies fermées')!;
        const shown = explanation!.inputs.slice(0, explanation!.inputs.indexOf(closed)).map(({ label }) => label);
        const routes = value!.routes;
        expect(shown).toEqual(routes.filter(({ open }) => open).map(({ name }) => name));
        for (const { name, why } of routes.filter(({ open }) => !open)) {
          const namesIn = (label: string) => label.replace('\u00a0: ouverture', '').toLowerCase().split(', ');
          const node = closed.inputs.find(
            ({ label }) => label.startsWith('Toutes') || namesIn(label).includes(name.toLowerCase()),
          );
          const reasons = node!.inputs.filter(({ operation }) => operation === 'because');
          const doubt = (confidence: string) => (confidence === 'C' ? ', à vérifier' : '');
          const said = reasons.map(
            ({ label, reference }) => `${label} (${reference!.article}${doubt(reference!.confidence)}).`,
          );
          expect(why).toBe(said.join(' '));
        }
      }),
    );
  });

  test('the order of the documents and facts of no weight change nothing', () => {
    const far = formatDay(addMonths(LAST, 60));
    assert(
      500,
      fc.property(anyInput, (input) => {
        const expected = JSON.stringify(routesOf(input));
        expect(JSON.stringify(routesOf({ ...input, evidence: input.evidence!.toReversed() }))).toBe(expected);
        const order = (changed: RouteInput) => routesOf(changed).map(({ procedure }) => procedure);
        const plain = order(input);
        expect(order({ ...input, turnoverCents: 1, profitCents: 0 })).toEqual(plain);
        if (input.limitationExpiresOn === undefined)
          expect(order({ ...input, limitationExpiresOn: far })).toEqual(plain);
      }),
    );
  });

  test('the price of an order never falls when the amount rises', () => {
    assert(
      2_000,
      fc.property(
        fc.nat(20_000_000),
        fc.nat(1_000_000),
        fc.constantFrom('commercial', 'judicial'),
        (a, more, court) => {
          const price = (amountCents: number) =>
            courtCosts({ procedure: 'injonction-de-payer', amountCents, on: '2026-11-21', court }).value!.costCents;
          expect(price(a + more)).toBeGreaterThanOrEqual(price(a));
        },
      ),
    );
  });
});
