import { day } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import type { AssignmentConditions, ScenarioBook } from '../model/scenario.ts';
import { caseOf, claim, company, debtor } from '../testing/facts.ts';
import { assign, withoutKept } from './assign.ts';
import { defaultBook, defaultScenarios } from './defaults.ts';

const late = claim('2026-10-07', { level: 1, levelStep: 'reminder-1', levelOn: day('2026-10-12') });

function bookWith(when: AssignmentConditions, scenario = 'large-account'): ScenarioBook {
  return { ...defaultBook, rules: [{ name: 'La règle', when, scenario }] };
}

describe('the scenario of a case', () => {
  it('is that of its profile when no rule holds', () => {
    const { scenario, by, rule, reason } = assign(defaultBook, caseOf([late]), company());
    expect([scenario.key, by, rule, reason.code]).toEqual(['business', 'profile', null, 'ScenarioByProfile']);
    const consumer = caseOf([late], { debtor: debtor({ kind: 'consumer' }) });
    expect(assign(defaultBook, consumer, company()).scenario.key).toBe('consumer');
  });

  it('is that of the first rule that holds, whose name is said', () => {
    const good = assign(defaultBook, caseOf([late], { payerClass: 'good-payer' }), company());
    expect([good.scenario.key, good.by, good.rule]).toEqual(['good-payer', 'rule', 'Bons payeurs']);
    expect(good.reason.message).toContain('par la règle');
  });

  it.each<[string, AssignmentConditions, boolean]>([
    ['its sector, whatever the accents', { sector: 'Bâtiment' }, true],
    ['its sector', { sector: 'transport' }, false],
    ['what is open', { leastOpenCents: 120_000 }, true],
    ['what is open', { leastOpenCents: 120_001 }, false],
    ['what is open', { mostOpenCents: 119_999 }, false],
    ['what was invoiced', { leastTurnoverCents: 1_000_000 }, true],
    ['what was invoiced', { mostTurnoverCents: 999_999 }, false],
    ['its kind', { debtorKinds: ['artisan', 'company'] }, true],
    ['its kind', { debtorKinds: ['artisan'] }, false],
    ['a mandate', { agency: false }, true],
    ['a mandate', { agency: true }, false],
    ['all of them together', { sector: 'batiment', leastOpenCents: 200_000 }, false],
  ])('is chosen by %s', (_, when, holds) => {
    const facts = caseOf([late], { debtor: debtor({ sector: 'batiment et travaux' }), turnoverCents: 1_000_000 });
    expect(assign(bookWith(when), facts, company()).by).toBe(holds ? 'rule' : 'profile');
  });

  it('is the one chosen by hand before any rule, unless it is meant for another profile', () => {
    const facts = caseOf([late], { payerClass: 'good-payer', scenarioChosen: 'large-account' });
    expect(assign(defaultBook, facts, company()).scenario.key).toBe('large-account');
    const consumer = caseOf([late], { debtor: debtor({ kind: 'consumer' }), scenarioChosen: 'large-account' });
    expect(assign(defaultBook, consumer, company()).scenario.key).toBe('consumer');
    const ruled = assign(bookWith({ leastOpenCents: 1 }), consumer, company());
    expect([ruled.scenario.key, ruled.by]).toEqual(['consumer', 'profile']);
  });

  it('is an older version as long as the case was told to keep it and something runs', () => {
    const newer = { ...defaultScenarios.business, version: 2, steps: defaultScenarios.business.steps.slice(2) };
    const book = {
      ...defaultBook,
      latest: { ...defaultBook.latest, business: newer },
      kept: [defaultScenarios.business],
    };
    const told = { keptVersions: { business: 1 } };
    const running = assign(book, caseOf([late], told), company());
    expect([running.scenario.version, running.isKept]).toEqual([1, true]);
    expect(running.reason.message).toContain('Version 1 gardée');
    expect(assign(book, caseOf([late]), company()).scenario.version).toBe(2);
    const paid = caseOf([{ ...late, openCents: 0 }], told);
    expect(assign(book, paid, company()).scenario.version).toBe(2);
    expect(withoutKept(paid, assign(book, paid, company())).keptVersions).toEqual({});
    expect(withoutKept(caseOf([late], told), running).keptVersions).toEqual({ business: 1 });
    expect(assign(book, caseOf([claim('2026-10-07')], told), company()).scenario.version).toBe(2);
  });
});
