import { describe, expect, it } from 'vitest';
import { company, debtor } from '../testing/facts.ts';
import type { InstalmentPlanView } from '../views/commitments.ts';
import { composeAcknowledgement, composePlanDocument } from './plan-document.ts';

const plan = (change: Partial<InstalmentPlanView> = {}): InstalmentPlanView => ({
  planId: 'p',
  caseId: 'c',
  debtorName: 'Menuiserie Vallier',
  status: 'draft',
  state: null,
  since: null,
  accessories: 'reserved',
  principalCents: 120_000,
  penaltyCents: 3_000,
  indemnityCents: 4_000,
  totalCents: 120_000,
  receivedCents: 0,
  missingCents: 0,
  clauseDays: 8,
  madeOn: '2026-11-21',
  signedOn: null,
  signedBy: null,
  debtorSignatory: 'Mme Vallier, gérante',
  hasProof: false,
  retentionOfTitle: false,
  note: null,
  claims: [{ claimId: 'k', number: 'F-1', principalCents: 120_000 }],
  instalments: [60_000, 60_000].map((cents, n) => ({
    dueOn: `2026-12-${10 + n}`,
    untilOn: `2026-12-${15 + n}`,
    principalCents: cents,
    accessoryCents: 0,
    cents,
    paidCents: 0,
    state: 'coming',
  })),
  notices: [],
  changesOn: null,
  enteredBy: 'user:claire',
  ...change,
});
const parties = { company: company(), debtor: debtor() };
const textOf = (paper: ReturnType<typeof composePlanDocument>) => [...paper.opening, ...paper.closing].join('\n');

describe('the paper of a plan', () => {
  it('says who owes what to whom, by when, and which clauses hold', () => {
    const paper = composePlanDocument(plan(), parties, '2026-11-21');
    expect(paper.table.rows.map(({ cells }) => cells.at(-1))).toEqual(['600,00\u00a0€', '600,00\u00a0€']);
    expect(paper.table.totals).toEqual([{ label: 'Total', value: '1\u202f200,00\u00a0€', strong: true }]);
    const text = textOf(paper);
    for (const article of ['1305-4', '1330', '2240']) expect(text).toContain(article);
    expect(text).toContain('8\u00a0jours après la réception d’une mise en demeure restée sans effet');
    expect(text).toContain('représenté par Mme Vallier, gérante, qui déclare en avoir le pouvoir');
    expect(text).not.toContain('Réserve de propriété');
    expect(text).not.toMatch(/titre exécutoire|force exécutoire/);
    expect(paper.handwritten).toHaveLength(2);
  });

  it('says what becomes of penalties, by choice', () => {
    const said = (change: Partial<InstalmentPlanView>) =>
      textOf(composePlanDocument(plan(change), parties, '2026-11-21'));
    expect(said({})).toContain('il n’y renonce pas');
    expect(said({ accessories: 'waived-if-kept' })).toContain('sont abandonnées s’il est respecté');
    expect(said({ accessories: 'included', totalCents: 127_000 })).toContain(
      'comprises dans les versements pour 70,00',
    );
    expect(said({ penaltyCents: 0, indemnityCents: 0 })).toContain('Aucune pénalité');
    expect(said({ retentionOfTitle: true })).toContain('5. Réserve de propriété');
  });

  it('lets a person sign for himself', () => {
    const consumer = { ...parties, debtor: debtor({ kind: 'consumer', legalId: null, name: 'Jean Morel' }) };
    expect(textOf(composePlanDocument(plan({ debtorSignatory: null }), consumer, '2026-11-21'))).not.toContain(
      'représenté',
    );
  });
});

describe('an acknowledgement of debt', () => {
  it('leaves the sum to be written by the debtor himself, in words and figures, on a model that is exact', () => {
    const paper = composeAcknowledgement(plan({ accessories: 'included', totalCents: 127_080 }), parties, '2026-11-21');
    const text = textOf(paper);
    expect(text).toContain('mille deux cent soixante-dix euros et quatre-vingts centimes (1\u202f270,80\u00a0€)');
    expect(text).toContain('1376');
    expect(paper.table.totals.at(-1)).toEqual({ label: 'Total reconnu', value: '1\u202f270,80\u00a0€', strong: true });
    expect(paper.handwritten![0]).toMatchObject({ lines: 4, narrow: false });
    expect(paper.opening.join(' ')).not.toContain('1\u202f270,80');
  });
});
