import { addDays, day, euros } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../../server/src/render/liquid.ts';
import type { Decision } from '../model/decision.ts';
import type { CaseFacts, CompanyFacts } from '../model/facts.ts';
import type { Scenario } from '../model/scenario.ts';
import { applyDecision } from '../planner/apply.ts';
import { decide } from '../planner/decide.ts';
import { regimeOf } from '../profile/profile.ts';
import { defaultScenarios } from '../scenarios/defaults.ts';
import { caseOf, claim, company, debtor } from '../testing/facts.ts';
import { anyCase, anyCompany, anyDay } from '../testing/random.ts';
import { composeEmail } from './email.ts';
import { composeLetter } from './letter.ts';
import { phoneScript } from './phone.ts';
import { composeStatement } from './statement.ts';

const tools = { fill: fillTemplate };

/** Every string of a document, in order. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

/** Everything a debtor may read or hear because of a decision. */
function said(decision: Decision, facts: CaseFacts, who: CompanyFacts): string {
  const parties = { company: who, debtor: facts.debtor };
  return decision.actions
    .flatMap((action) => {
      const email = composeEmail(action.facts, parties, tools);
      const letter = composeLetter(action.facts, parties, { mode: 'live', claims: facts.claims }, tools);
      return [email.subject, email.text, email.html, ...strings(letter), ...phoneScript(action.facts, parties)];
    })
    .join('\n');
}

function* decisionsOf(facts: CaseFacts, who: CompanyFacts, scenario: Scenario, from: ReturnType<typeof day>) {
  let current = facts;
  for (let i = 0; i < 75; i += 3) {
    const decision = decide(current, who, scenario, addDays(from, i));
    yield { decision, current };
    current = applyDecision(current, decision);
  }
}

/** A sum that ends alike (« 3 840,00 € ») is not the indemnity. */
const FORBIDDEN = /pénalit|forfaitaire|frais de recouvrement|L441-10|D441-5|(?<!\d)40,00|moratoire|2192/i;

describe('what may not be asked', () => {
  it('appears in no text to a consumer, to an unknown debtor, or from a private creditor, whatever the scenario', () => {
    fc.assert(
      fc.property(
        anyCase,
        anyCompany,
        anyDay,
        fc.constantFrom('business', 'consumer', 'public'),
        (facts, who, from, profile) => {
          fc.pre(regimeOf(who.creditorKind, facts.debtor.kind) === 'civil');
          fc.pre(
            facts.claims.every((claim) =>
              [claim, ...claim.receipts, ...claim.credits].every(({ amountCents }) => amountCents !== 4_000),
            ),
          );
          for (const { decision, current } of decisionsOf(
            { ...facts, profile },
            who,
            defaultScenarios[profile],
            from,
          )) {
            const figures = decision.actions.flatMap((action) => [
              action.facts.totalCents,
              action.facts.creditCents,
              ...action.facts.claims.map((c) => c.openCents),
            ]);
            if (figures.includes(4_000)) continue;
            expect(said(decision, current, who)).not.toMatch(FORBIDDEN);
            expect(decision.actions.every((action) => action.facts.indemnityCents === 0)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is dropped from a message whose debtor turns out to be a consumer after the decision', () => {
    const facts = caseOf([claim('2026-09-01')]);
    const decision = decide(facts, company(), defaultScenarios.business, day('2026-10-12'));
    expect(said(decision, facts, company())).toMatch(FORBIDDEN);
    const corrected = { ...facts, debtor: debtor({ kind: 'consumer' }) };
    expect(said(decision, corrected, company())).not.toMatch(FORBIDDEN);
    expect(
      composeEmail(decision.actions[0]!.facts, { company: company(), debtor: corrected.debtor }, tools).text,
    ).toContain(`Total à régler`);
  });
});

describe('an e-mail', () => {
  const facts = caseOf([
    claim('2026-09-01', { number: 'F-1' }),
    claim('2026-10-05', { number: 'F-2', orderReference: 'BC <77> & Cie' }),
  ]);
  const parties = { company: company(), debtor: facts.debtor };
  const [action] = decide(facts, company(), defaultScenarios.business, day('2026-10-12')).actions;

  it('states each amount of its facts, as text and as HTML', () => {
    const email = composeEmail(action!.facts, parties, tools);
    const amounts = [
      action!.facts.totalCents,
      action!.facts.penaltyCents,
      action!.facts.principalCents,
      120_000,
      4_000,
    ];
    for (const cents of amounts) {
      expect(email.text).toContain(euros(cents));
      expect(email.html).toContain(euros(cents));
    }
    expect(email.subject).toBe('Mise en demeure de payer – factures F-1 et F-2 – Atelier Béranger');
    expect(email.text).toContain('FR76\u00a03000\u00a06000');
  });

  it('escapes what comes from files, fetches nothing and follows nobody', () => {
    const { html } = composeEmail(action!.facts, parties, tools);
    expect(html).toContain('BC &lt;77&gt; &amp; Cie');
    expect(html).not.toMatch(/<img|<script|<link|href=|src=|url\(/);
  });

  it('is set as a French typographer would', () => {
    fc.assert(
      fc.property(anyCase, anyCompany, anyDay, (any, who, from) => {
        for (const { decision, current } of decisionsOf(any, who, defaultScenarios[any.profile], from)) {
          const texts = [said(decision, current, who), ...decision.reasons.map(({ message }) => message)].join('\n');
          const words = texts.replace(/<[^>]+>|style="[^"]*"/g, '');
          expect(words.match(/.{0,30}(« | »| [;!?]| : |undefined|NaN|\d €|').{0,20}/g) ?? []).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('a formal notice', () => {
  const facts = caseOf([claim('2026-09-01', { penalties: 'claimed', indemnity: 'claimed' })]);
  const [action] = decide(facts, company(), defaultScenarios.business, day('2026-10-12')).actions;
  const letter = composeLetter(
    action!.facts,
    { company: company(), debtor: facts.debtor },
    { mode: 'live', claims: facts.claims },
    tools,
  );

  it('says that it is one, of how much, by when, and why', () => {
    const text = [...letter.opening, ...letter.closing].join(' ');
    expect(letter.kind).toBe('mise-en-demeure');
    expect(text).toContain('vaut mise en demeure');
    expect(text).toContain('articles\u00a01344 et 1231-6 du code civil');
    expect(text).toContain(
      `la somme de ${euros(action!.facts.totalCents)} dans un délai de 8\u00a0jours à compter de sa réception.`,
    );
    expect(text).toContain('article\u00a0L441-10');
    expect(letter.payment?.amountCents).toBe(action!.facts.totalCents);
    expect(letter.placeAndDate).toBe('Lyon, le 12 octobre 2026');
  });

  it('shows in its annex how each figure is made, and only while it still gives that figure', () => {
    expect(letter.annex?.sections.map(({ title }) => title)).toEqual(['Facture F-1']);
    expect(letter.annex?.sections[0]?.rows.some(({ source }) => source?.includes('L441-10'))).toBe(true);
    expect(letter.annex?.sections[0]?.rows[0]?.value).toBe(euros(action!.facts.totalCents));
    const credited = caseOf([
      ...facts.claims,
      claim(null, { number: 'A-1', kind: 'credit-note', amountCents: 30_000 }),
    ]);
    const [netted] = decide(credited, company(), defaultScenarios.business, day('2026-10-12')).actions;
    const withCredit = composeLetter(
      netted!.facts,
      { company: company(), debtor: facts.debtor },
      { mode: 'live', claims: credited.claims },
      tools,
    );
    expect(withCredit.annex?.sections[0]?.rows[0]?.value).toBe(euros(netted!.facts.totalCents));
    const paidSince = [claim('2026-09-01', { receipts: [{ on: day('2026-10-01'), amountCents: 100 }] })];
    const later = composeLetter(
      action!.facts,
      { company: company(), debtor: facts.debtor },
      { mode: 'live', claims: paidSince },
      tools,
    );
    expect(later.annex).toBeNull();
  });

  it('adds up in its annex to what it asks, reserve included, and cites each text once', () => {
    const reserved = caseOf([claim('2026-03-01'), claim('2026-05-01', { number: 'F-2', claimId: 'second' })]);
    const [asking] = decide(reserved, company(), defaultScenarios.business, day('2026-10-12')).actions;
    const who = { company: company(), debtor: reserved.debtor };
    const written = composeLetter(asking!.facts, who, { mode: 'live', claims: reserved.claims }, tools);
    const asked = asking!.facts.claims.map((one) => euros(one.openCents + one.penaltyCents + one.indemnityCents));
    expect(written.annex?.sections.map(({ rows }) => rows[0]?.value)).toEqual(asked);
    const rows = written.annex!.sections.flatMap((section) => section.rows);
    expect(rows.filter((row) => row.label.includes('en réserve'))).toEqual([]);
    const reasons = rows.filter((row) => row.value === '').map((row) => row.label.replace(/\d/g, ''));
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  it('threatens nobody', () => {
    fc.assert(
      fc.property(anyCase, anyCompany, anyDay, (any, who, from) => {
        for (const { decision, current } of decisionsOf(any, who, defaultScenarios[any.profile], from)) {
          expect(said(decision, current, who)).not.toMatch(
            /huissier|saisie|saisir vos|poursuites|fichag|liste noire|pénal[^i]|malgré nos relances/i,
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('a statement of account', () => {
  it('sums what is late, what is to come and what is credited', () => {
    const facts = caseOf(
      [
        claim('2026-09-01', { number: 'F-1', receipts: [{ on: day('2026-09-15'), amountCents: 20_000 }] }),
        claim('2026-12-01', { number: 'F-2' }),
        claim(null, { number: 'A-1', kind: 'credit-note', amountCents: 30_000 }),
        claim('2026-09-01', { number: 'X-1', kind: 'factored' }),
      ],
      { unallocatedCents: 1_000 },
    );
    const { table } = composeStatement(facts, company(), day('2026-10-12'));
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(['F-1', 'F-2', 'Avoir A-1']);
    expect(table.totals.map(({ label, value }) => [label, value])).toEqual([
      ['Échu', euros(100_000)],
      ['À échoir', euros(120_000)],
      ['Avoirs et règlements non affectés', euros(-31_000)],
      ['Solde', euros(189_000)],
    ]);
  });
});

describe('a telephone script', () => {
  it('says who calls, about what, and what to obtain', () => {
    const facts = caseOf([claim('2026-10-01', { level: 1 })]);
    const [action] = decide(facts, company(), defaultScenarios.business, day('2026-10-12')).actions;
    const script = phoneScript(action!.facts, { company: company(), debtor: facts.debtor });
    expect(action!.channel).toBe('phone');
    expect(script[0]).toContain('Atelier Béranger');
    expect(script[1]).toContain('F-1');
    expect(script.join(' ')).toContain('date de règlement précise');
    const person = { ...debtor({ kind: 'consumer', name: 'Claire Martin' }) };
    const personal = caseOf([claim('2026-10-01', { level: 1 })], { debtor: person });
    const [call] = decide(personal, company(), defaultScenarios.consumer, day('2026-10-12')).actions;
    expect(phoneScript(call!.facts, { company: company(), debtor: person }).join(' ')).toContain('qu’à l’intéressé');
  });
});
