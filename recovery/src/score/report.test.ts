import { expect, it } from 'vitest';
import type { ScoreMeasure } from './measure.ts';
import { scoreReport } from './report.ts';

const MEASURE: ScoreMeasure = {
  from: '2025-11-20',
  until: '2026-11-20',
  invoices: 240,
  paid: 200,
  dated: 198,
  model: { brier: 0.117, errorDays: 5.44 },
  companyMean: { brier: 0.207, errorDays: 11.3 },
  customerMean: { brier: 0.121, errorDays: 6.03 },
  reliability: [{ from: 0.9, to: 1, invoices: 80, told: 0.96, seen: 0.98 }],
  within: 0.86,
  enough: true,
};

it('says what was compared with what, as French writes it', () => {
  const text = scoreReport(MEASURE).join('\n').replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
  expect(text).toContain('Prévision : date à 5,4 jours près, probabilité de retard : score de Brier 0,117');
  expect(text).toContain('annoncée 96 %, constatée 98 % (80 factures)');
  expect(text).not.toContain('réserve');
});

it('says so when it proves nothing, and when it does no better than a plain mean', () => {
  expect(scoreReport({ ...MEASURE, enough: false })[2]).toContain('ne prouvent rien');
  expect(scoreReport({ ...MEASURE, model: { brier: 0.2, errorDays: 5 } }).at(-1)).toContain('avec réserve');
  expect(scoreReport({ ...MEASURE, model: null, companyMean: null, customerMean: null, enough: false })).toHaveLength(
    3,
  );
});
