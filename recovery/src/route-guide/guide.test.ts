import { disagreements, PROCEDURES } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { company, debtor } from '../testing/facts.ts';
import { routeFacts } from '../testing/route-facts.ts';
import { breakEven } from './chance.ts';
import {
  changedSince,
  composeRouteGuide,
  explainedRoute,
  prefillOf,
  type RouteAnswers,
  type RouteFacts,
  routeGuide,
  routeQuestions,
} from './index.ts';

const ON = '2026-11-21';

function made(answers: RouteAnswers = {}, change: Partial<RouteFacts> = {}) {
  const found = routeGuide(routeFacts(change), answers, ON);
  if ('refusal' in found) throw new Error(found.refusal.message);
  return found;
}

const routeOf = (procedure: string, answers: RouteAnswers = {}, change: Partial<RouteFacts> = {}) =>
  made(answers, change).guide.routes.find((route) => route.procedure === procedure)!;

describe('the routes of a case', () => {
  test('come in the order of the law, priced, with what comes after and what is missing', () => {
    const { guide } = made();
    expect(guide.routes.slice(0, 2).map(({ procedure }) => procedure)).toEqual([
      'formal-notice',
      'injonction-de-payer',
    ]);
    const order = routeOf('injonction-de-payer');
    expect(order).toMatchObject({
      court: 'tribunal de commerce',
      form: '12946*02',
      lawyer: false,
      // 30.23 of registry, 61.90 of service, 10.56 of travel.
      costCents: 10_269,
      usualDuration: { text: '2 à 6 semaines', reference: { confidence: 'C' } },
      missing: [{ what: 'delivery' }, { what: 'formal-notice' }],
    });
    expect(order.figures.map(({ text }) => text)).toEqual(['139\u202f234', '3\u202f000,00\u00a0€']);
    expect(order.followUps).toMatchObject([{ unknownCosts: [{ what: 'registry' }] }]);
    expect(routeOf('small-claims')).toMatchObject({ open: false, chance: null, usualDuration: null, costCents: 0 });
  });

  test('a closed route says why, and every route has its tree, which recomputes', () => {
    const found = made({ successPercent: 60, recoverablePercent: 70, 'quote:assignation:deed': 12_000 });
    for (const procedure of PROCEDURES) {
      const trees = explainedRoute(found, procedure);
      expect(trees.length).toBeGreaterThan(0);
      for (const tree of trees) expect(disagreements(tree)).toEqual([]);
    }
  });

  test('waits for the facts without which nothing may be said, and refuses an empty debt and what the law refuses', () => {
    const unknown = { debtor: debtor({ kind: null }), claimKinds: ['other'] };
    expect(routeGuide(routeFacts(unknown), {}, ON)).toMatchObject({
      refusal: { code: 'AnswersNeeded', facts: { keys: ['debtorKind', 'claimKind'] } },
    });
    expect(made({ debtorKind: 'artisan', claimKind: 'works' }, unknown).guide.routes).toHaveLength(PROCEDURES.length);
    expect(routeGuide(routeFacts({ principalCents: 0 }), {}, ON)).toMatchObject({ refusal: { code: 'NothingDue' } });
    expect(routeGuide(routeFacts(), { debtorPostcode: '3800' }, ON)).toMatchObject({
      refusal: { code: 'InvalidValue' },
    });
  });

  test('an answer changes the routes: a serious dispute closes the payment order', () => {
    expect(routeOf('injonction-de-payer', { contested: 'serious' }).open).toBe(false);
    expect(made({ contested: 'serious' }).guide.routes[0]).toMatchObject({ procedure: 'assignation', open: true });
    expect(routeOf('uncontested-commercial', { uncontestedDecreeSeen: true }).open).toBe(true);
  });

  test('an insolvent debtor leaves the declaration alone, and nobody is told to ask him', () => {
    const { guide } = made({}, { insolvencyOpenedOn: '2026-11-02', insolvencyPublishedOn: '2026-11-10' });
    expect(guide.routes.filter(({ open }) => open)).toMatchObject([
      { procedure: 'insolvency-claim', deadline: '2027-01-10' },
    ]);
    expect(guide.exits.filter(({ open }) => open).map(({ exit }) => exit)).toEqual(['lawyer', 'sell', 'write-off']);
  });
});

describe('cost against expected gain', () => {
  test('without an estimate, the probability from which a route is worth its cost', () => {
    const { chance } = routeOf('injonction-de-payer');
    // 102.69 of 3 203.45: 3.2056 %, rounded up to a tenth.
    expect(chance).toMatchObject({
      recoverableCents: 320_345,
      costCents: 10_269,
      breakEvenPercent: '3.3',
      expectedCents: null,
      verdict: 'to-estimate',
    });
    expect(chance!.sentence).toContain('3,3');
  });

  test('with an estimate: p × recoverable − cost, the share rounded once', () => {
    const { chance } = routeOf('injonction-de-payer', { successPercent: 33, recoverablePercent: 67 });
    // 320 345 × 67 % = 214 631.15 → 214 631; × 33 % = 70 828.23 → 70 828; less 10 269.
    expect(chance).toMatchObject({ recoverableCents: 214_631, expectedCents: 60_559, verdict: 'worth' });
    expect(disagreements(chance!.explanation)).toEqual([]);
  });

  test('a quote joins the cost, and a cost without one is told to be missing', () => {
    const without = routeOf('refere-provision', { amountCents: 2_000_000 });
    expect(without.chance).toMatchObject({ isCostPartial: true });
    expect(without.unknownCosts.map(({ quoteKey }) => quoteKey)).toEqual([
      'quote:refere-provision:registry',
      'quote:refere-provision:deed',
      'quote:refere-provision:lawyer',
    ]);
    const quotes = Object.fromEntries(without.unknownCosts.map(({ quoteKey }) => [quoteKey, 50_000]));
    const { chance } = routeOf('refere-provision', { amountCents: 2_000_000, ...quotes });
    expect(chance).toMatchObject({ costCents: 150_000, isCostPartial: false });
  });

  test('a cost that reaches the recoverable sum is never worth it, whatever the chances', () => {
    const small = { principalCents: 5_000, interestCents: 0, indemnityCents: 0 };
    const { chance } = routeOf('injonction-de-payer', { successPercent: 100 }, small);
    // 30.23 + 25.79 × 0.5 × 1.2 + 10.56 = 56.26 for 50.00.
    expect(chance).toMatchObject({ costCents: 5_626, verdict: 'never-worth', breakEvenPercent: null });
    expect(chance!.sentence).toContain('Ne vaut pas la peine');
    expect(breakEven(5_626, 5_626)).toBeNull();
    expect(breakEven(5_627, 5_626)).toBe('100.0');
    expect(breakEven(1_000, 0)).toBe('0.0');
  });

  test('when no suit is worth its cost the guide says so, and only then', () => {
    expect(made().guide.notWorth).toBeNull();
    expect(made({ successPercent: 100 }).guide.notWorth).toBeNull();
    expect(made({ successPercent: 0 }).guide.notWorth).toMatch(/Aucune voie/);
    expect(made({ recoverablePercent: 0 }).guide.notWorth).toMatch(/Rien n’est récupérable/);
  });
});

describe('ways that are no procedure', () => {
  const exit = (name: string, answers: RouteAnswers = {}, change: Partial<RouteFacts> = {}) =>
    made(answers, change).guide.exits.find((one) => one.exit === name)!;

  test('each says what is missing until its price is told, and is weighed after', () => {
    expect(exit('agency').missing).toHaveLength(1);
    expect(exit('agency', { agencyPercent: 25, successPercent: 50 }).chance).toMatchObject({
      // 320 345 less a quarter (80 086.25 → 80 086) is 240 259; half of it is 120 129.5 → 120 130.
      recoverableCents: 240_259,
      expectedCents: 120_130,
    });
    expect(exit('lawyer', { lawyerQuoteCents: 400_000 }).chance).toMatchObject({ verdict: 'never-worth' });
    expect(exit('commissaire', { commissaireQuoteCents: 9_000, successPercent: 10 }).chance).toMatchObject({
      expectedCents: 32_035 - 9_000,
    });
    expect(exit('sell', { saleOfferCents: 90_000 }).chance).toMatchObject({ expectedCents: 90_000, verdict: 'worth' });
    for (const name of ['agency', 'lawyer', 'commissaire', 'sell']) {
      const { chance } = exit(name, {
        agencyPercent: 25,
        lawyerQuoteCents: 1,
        commissaireQuoteCents: 1,
        saleOfferCents: 1,
        successPercent: 40,
        recoverablePercent: 55,
      });
      expect(disagreements(chance!.explanation)).toEqual([]);
    }
  });

  test('giving up says what becomes of the tax, by the law', () => {
    expect(exit('write-off').missing).toHaveLength(3);
    const vat = { vatCents: 50_000, vatPoint: 'delivery' };
    const lost = exit('write-off', { ...vat, lossEvent: 'insolvency-opened', lossEventOn: '2026-11-01' });
    expect(lost.leadsTo.join(' ')).toContain('pas encore récupérable, 500,00');
    const receipts = exit('write-off', { vatCents: 50_000, vatPoint: 'receipts' });
    expect(receipts.leadsTo.length).toBeGreaterThan(2);
    expect(exit('write-off', { vatCents: 300_000, vatPoint: 'delivery' }).leadsTo.join(' ')).toContain(
      'dépasse le principal',
    );
  });
});

describe('the guide on paper', () => {
  test('says the open ways with their price, the facts with their source, and what was chosen; it claims nothing', () => {
    const answers = { successPercent: 60, contested: 'no', evidence: ['order', 'invoice'] };
    const paper = composeRouteGuide({
      company: company(),
      debtor: debtor(),
      reference: 'D-12345678',
      questions: routeQuestions(routeFacts(), answers, ON),
      guide: made(answers).guide,
      choice: { name: 'Injonction de payer', on: ON },
    });
    expect([paper.recipient, paper.payment]).toEqual([null, null]);
    expect(paper.table.rows[1]!.cells).toEqual([
      'Injonction de payer',
      'tribunal de commerce',
      '2 à 6 semaines (à vérifier)',
      '102,69\u00a0€',
      '1\u202f819,38\u00a0€',
    ]);
    expect(paper.details[0]!.table.rows.find(({ cells }) => cells[0] === 'Contestation de la dette')!.cells).toEqual([
      'Contestation de la dette',
      'Aucune',
      'votre réponse',
    ]);
    expect(paper.opening.join(' ')).toContain('Voie choisie le 21 novembre 2026\u00a0: Injonction de payer.');
    expect(paper.closing[0]).toContain('procédure simplifiée de recouvrement des petites créances');
    expect(JSON.stringify(paper)).not.toMatch(FORBIDDEN);
  });
});

describe('what a notice says', () => {
  const opened = { insolvencyOpenedOn: '2026-11-02', insolvencyPublishedOn: '2026-11-10' };
  const writeOff = (change: Partial<RouteFacts>) =>
    made({ vatCents: 50_000, vatPoint: 'delivery' }, change).guide.exits.find(({ exit }) => exit === 'write-off')!;

  test('a liquidation is a loss whose tax waits for its duplicate; a receivership that begins is none yet', () => {
    const liquidated = writeOff({ ...opened, insolvencyKind: 'liquidation' }).leadsTo.join(' ');
    const received = writeOff({ ...opened, insolvencyKind: 'redressement' }).leadsTo.join(' ');
    expect(liquidated).not.toBe(received);
    expect(liquidated).toMatch(/duplicata|facture/i);
  });

  test('a striking-off leaves the ad hoc representative alone', () => {
    const { guide } = made({}, { struckOffOn: '2026-09-01' });
    expect(guide.routes.filter(({ open }) => open).map(({ procedure }) => procedure)).toEqual([
      'ad-hoc-representative',
    ]);
  });
});

describe('what changed since', () => {
  test('a payment, a dispute and a new document are told; interest that grows is not', () => {
    const before = prefillOf(routeQuestions(routeFacts(), {}, ON));
    const same = routeQuestions(routeFacts({ interestCents: 13_000 }), { contested: 'minor' }, '2026-12-02');
    expect(changedSince(before, same)).toEqual([]);
    const after = routeQuestions(
      routeFacts({
        principalCents: 200_000,
        disputes: [{ reason: 'Prix', openedOn: '2026-11-30' }],
        papers: [{ evidence: 'formal-notice', from: 'Mise en demeure du 1er décembre' }],
      }),
      {},
      '2026-12-02',
    );
    expect(changedSince(before, after).map(({ key, was, now }) => [key, was, now])).toEqual([
      ['amountCents', '3\u202f000,00\u00a0€', '2\u202f000,00\u00a0€'],
      ['contested', 'Silence du débiteur', 'Sérieuse'],
      ['evidence', 'facture et commande ou devis signé', 'mise en demeure'],
    ]);
  });
});

const FORBIDDEN = /éligib|vous avez le droit|créance solide|garanti de|sûr de gagner/i;

const anyFacts = fc.record({
  kind: fc.constantFrom(
    'consumer',
    'company',
    'artisan',
    'civil-professional',
    'public-body',
    'public-enterprise',
    'non-business',
  ),
  country: fc.constantFrom('FR', 'FR', 'FR', 'DE', 'DK', 'US'),
  postcode: fc.constantFrom(null, '75011', '38000', '67000', '97110', '69400'),
  claimKind: fc.constantFrom('goods', 'rent', 'cheque', 'bill-of-exchange', 'other', 'judgment'),
  principalCents: fc.integer({ min: 1, max: 20_000_000 }),
  interestCents: fc.nat(200_000),
  insolvencyOpenedOn: fc.constantFrom(null, null, '2026-10-01'),
  limitation: fc.constantFrom(null, '2026-11-20', '2027-01-15', '2030-01-01'),
  disputed: fc.boolean(),
});
const anyAnswers = fc.record(
  {
    successPercent: fc.integer({ min: 0, max: 100 }),
    recoverablePercent: fc.integer({ min: 0, max: 100 }),
    contested: fc.constantFrom('no', 'silent', 'minor', 'serious'),
    evidence: fc.subarray(['contract', 'order', 'delivery', 'invoice', 'formal-notice', 'bill', 'cheque', 'judgment']),
    struckOff: fc.boolean(),
    'quote:assignation:lawyer': fc.nat(500_000),
    agencyPercent: fc.integer({ min: 0, max: 100 }),
    saleOfferCents: fc.nat(1_000_000),
  },
  { requiredKeys: [] },
);

describe('every case', () => {
  test('each procedure once, open before closed, closed with a reason and without price, gains by the formula', () => {
    fc.assert(
      fc.property(anyFacts, anyAnswers, (random, answers) => {
        const facts = routeFacts({
          debtor: debtor({
            kind: random.kind as never,
            address: { lines: [], postcode: random.postcode, city: null, country: random.country },
          }),
          claimKinds: [random.claimKind],
          principalCents: random.principalCents,
          interestCents: random.interestCents,
          insolvencyOpenedOn: random.insolvencyOpenedOn,
          limitation:
            random.limitation === null
              ? null
              : { expiresOn: random.limitation, number: 'F-1', isExpired: random.limitation < ON },
          disputes: random.disputed ? [{ reason: 'Prix', openedOn: '2026-10-01' }] : [],
        });
        const found = routeGuide(facts, { claimKind: random.claimKind, ...answers }, ON);
        if ('refusal' in found) throw new Error(found.refusal.message);
        const { guide } = found;
        expect(guide.routes.map(({ procedure }) => procedure).toSorted()).toEqual([...PROCEDURES].toSorted());
        const opens = guide.routes.map(({ open }) => open);
        expect(opens).toEqual(opens.toSorted((a, b) => Number(b) - Number(a)));
        for (const route of guide.routes) {
          expect(route.why).toMatch(/^\p{Lu}.*\.$/u);
          expect(route.costCents).toBeGreaterThanOrEqual(0);
          if (!route.open) {
            expect([route.costCents, route.costLines, route.chance]).toEqual([0, [], null]);
            continue;
          }
          const { expectedCents, recoverableCents, costCents, sentence, explanation } = route.chance!;
          expect(sentence).not.toMatch(FORBIDDEN);
          expect(disagreements(explanation)).toEqual([]);
          if (expectedCents === null) continue;
          const exact = (recoverableCents * answers.successPercent!) / 100 - costCents;
          expect(Math.abs(expectedCents - exact)).toBeLessThanOrEqual(0.5);
        }
      }),
      { numRuns: 150 },
    );
  });
});
