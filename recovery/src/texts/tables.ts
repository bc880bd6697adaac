import { euros, frenchShortDate, parseDay } from '@acquit/law';
import type { DocumentPayment, DocumentTable } from '../documents/document.ts';
import type { MessageFacts, StatedClaim } from '../model/decision.ts';
import type { CompanyFacts } from '../model/facts.ts';
import { days, fr } from './typography.ts';
import { PENALTY_NAMES } from './words.ts';

const REFERENCE_LENGTH = 140;

function shortDate(iso: string | null): string {
  return iso === null ? '–' : frenchShortDate(parseDay(iso)!);
}

function delay(claim: StatedClaim): string {
  return claim.group === 'upcoming' || claim.daysLate === 0 ? 'À échoir' : days(claim.daysLate);
}

function numberCell(claim: StatedClaim): string {
  return claim.orderReference === null ? claim.number : fr`${claim.number} (réf. ${claim.orderReference})`;
}

/**
 * The table of what is owed: one line per claim, then what is added and taken off. Its lines sum to its total. Claims
 * that are listed for completeness are muted; those not due yet are outside the sum.
 */
export function owedTable(facts: MessageFacts): DocumentTable {
  const penalties = facts.penaltyCents > 0;
  const indemnity = facts.indemnityCents > 0;
  const columns: DocumentTable['columns'] = [
    { label: 'Facture', align: 'left' },
    { label: 'Émise le', align: 'left' },
    { label: 'Échéance', align: 'left' },
    { label: 'Retard', align: 'right' },
    { label: 'Reste dû', align: 'right' },
    ...(penalties ? [{ label: facts.regime === 'business' ? 'Pénalités' : 'Intérêts', align: 'right' as const }] : []),
    ...(indemnity ? [{ label: 'Indemnité', align: 'right' as const }] : []),
  ];
  const rows = facts.claims.map((claim) => ({
    cells: [
      numberCell(claim),
      shortDate(claim.issuedOn),
      shortDate(claim.dueOn),
      delay(claim),
      euros(claim.openCents),
      ...(penalties ? [euros(claim.penaltyCents)] : []),
      ...(indemnity ? [euros(claim.indemnityCents)] : []),
    ],
    muted: claim.group === 'upcoming',
  }));
  return { columns, rows, totals: totalLines(facts) };
}

function totalLines(facts: MessageFacts): DocumentTable['totals'] {
  const lines: DocumentTable['totals'] = [];
  const add = (label: string, cents: number) => lines.push({ label, value: euros(cents), strong: false });
  const plain = facts.penaltyCents + facts.indemnityCents + facts.creditCents === 0;
  if (!plain) add('Principal', facts.principalCents);
  if (facts.penaltyCents > 0) add(PENALTY_NAMES[facts.regime], facts.penaltyCents);
  if (facts.indemnityCents > 0) add('Indemnité forfaitaire pour frais de recouvrement', facts.indemnityCents);
  for (const credit of facts.credits) {
    add(credit.number === null ? 'Règlement non affecté, déduit' : fr`Avoir ${credit.number}, déduit`, -credit.cents);
  }
  lines.push({ label: 'Total à régler', value: euros(facts.totalCents), strong: true });
  return lines;
}

/** What the debtor writes with his transfer, so that it is found again: the invoices' numbers. */
export function paymentReference(facts: MessageFacts): string {
  const asked = facts.claims.filter((claim) => claim.group !== 'upcoming');
  const claims = asked.length > 0 ? asked : facts.claims;
  const numbers = claims.map((claim) => claim.number).join(' ');
  if (numbers.length <= REFERENCE_LENGTH) return numbers;
  return `${claims[0]!.number} et ${claims.length - 1} autres`.slice(0, REFERENCE_LENGTH);
}

/** How to pay by transfer; null when the company has given no account or nothing is asked. */
export function paymentOf(facts: MessageFacts, company: CompanyFacts): DocumentPayment | null {
  if (company.iban === null || company.iban.trim() === '' || facts.totalCents <= 0) return null;
  return {
    beneficiary: company.name,
    iban: company.iban.replace(/\s/g, ''),
    bic: company.bic,
    reference: paymentReference(facts),
    amount: euros(facts.totalCents),
    amountCents: facts.totalCents,
  };
}
