import { type Day, day } from '@acquit/law';
import type { CaseFacts, ClaimFacts, CompanyFacts } from '../model/facts.ts';
import { caseOf, claim, company } from '../testing/facts.ts';
import type { CourtFileFacts } from './facts.ts';
import type { CourtBlock, CourtDocument } from './model.ts';

/** A plain file for the tests: one invoice between companies, a notice, a court; each test says what it changes. */
export function courtFacts(change: Partial<CourtFileFacts> = {}): CourtFileFacts {
  return {
    on: day('2026-11-21'),
    procedure: 'injonction-de-payer',
    reference: 'D-0042',
    company: company(),
    case: caseOf([invoice()]),
    claimKinds: { 'claim-F-1': 'goods' },
    receipts: [],
    answers: {
      creditorBody: 'son gérant, M. Paul Béranger',
      debtorForm: 'SAS',
      claimBasis: 'Vente de bois livrée le 3 mars 2026',
    },
    court: { name: 'tribunal de commerce de Grenoble', lines: ['Place Firmin-Gautier', '38000 Grenoble'], kind: null },
    exhibits: [
      { kind: 'order', title: 'Commande du 1er février 2026', on: day('2026-02-01'), pages: 1 },
      { kind: 'invoice', title: 'Facture F-1', on: day('2026-02-08'), pages: 1 },
      { kind: 'formal-notice', title: 'Mise en demeure du 2 juin 2026', on: day('2026-06-02'), pages: 2 },
      { kind: 'notice-proof', title: 'Avis de réception', on: day('2026-06-04'), pages: 1 },
    ],
    recordedCents: null,
    isDisputed: false,
    limitation: null,
    ...change,
  };
}

/** An invoice whose accessories are all claimed, with its notice received. */
export function invoice(change: Partial<ClaimFacts> = {}): ClaimFacts {
  return claim('2026-03-10', { penalties: 'claimed', indemnity: 'claimed', noticeOn: day('2026-06-04'), ...change });
}

/** The same file for other people: what the parties are decides nearly everything. */
export function between(
  creditor: Partial<CompanyFacts>,
  facts: CaseFacts,
  change: Partial<CourtFileFacts> = {},
): CourtFileFacts {
  return courtFacts({ company: company(creditor), case: facts, ...change });
}

/** Everything that a document says, one line a block. */
export function wordsOf(document: CourtDocument): string[] {
  const lines = [document.title, document.basis, ...document.addressee, ...document.lead];
  for (const { title, blocks } of document.sections) lines.push(title, ...blocks.flatMap(blockWords));
  return lines.map((line) => line.replace(/[\u00a0\u202f]/g, ' '));
}

function blockWords(block: CourtBlock): string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'field':
      return [`${block.label} : ${block.value ?? 'à compléter'}`];
    case 'choice':
      return block.options.map((option) => `${option.chosen ? '[x]' : '[ ]'} ${option.label}`);
    case 'list':
      return block.items;
    case 'table':
      return [
        ...block.table.rows.map((row) => row.cells.join(' | ')),
        ...block.table.totals.map((total) => `${total.label} = ${total.value}`),
      ];
    case 'tree':
      return [block.title, ...block.rows.map((row) => `${row.label} ${row.value}`)];
    case 'quote':
      return [block.article, ...block.paragraphs];
  }
}

/** A day, shorter. */
export const on = (iso: string): Day => day(iso);
