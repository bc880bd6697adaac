import type { DocumentPayment, DocumentTable } from '../documents/document.ts';
import type { MessageFacts, StatedClaim } from '../model/decision.ts';
import type { CompanyFacts } from '../model/facts.ts';
import type { Language } from '../model/subject.ts';
import { type Writing, writingOf } from './language.ts';

const REFERENCE_LENGTH = 140;

function delay(claim: StatedClaim, { days, labels }: Writing): string {
  return claim.group === 'upcoming' || claim.daysLate === 0 ? labels.notDue : days(claim.daysLate);
}

function numberCell(claim: StatedClaim, { labels }: Writing): string {
  return claim.orderReference === null ? claim.number : `${claim.number} (${labels.reference(claim.orderReference)})`;
}

/**
 * The table of what is owed: one line per claim, then what is added and taken off. Its lines sum to its total. Claims
 * that are listed for completeness are muted; those not due yet are outside the sum. Who collects for others states
 * principal, interest and the rest apart even when they are nothing (art. R124-4 CPCE).
 */
export function owedTable(facts: MessageFacts, language: Language | undefined, isMandate: boolean): DocumentTable {
  const writing = writingOf(language);
  const { labels, money } = writing;
  const penalties = facts.penaltyCents > 0;
  const indemnity = facts.indemnityCents > 0;
  const date = (iso: string | null) => (iso === null ? '–' : writing.shortDate(iso));
  const columns: DocumentTable['columns'] = [
    { label: labels.invoice, align: 'left' },
    { label: labels.issuedOn, align: 'left' },
    { label: labels.dueOn, align: 'left' },
    { label: labels.delay, align: 'right' },
    { label: labels.open, align: 'right' },
    ...(penalties
      ? [{ label: facts.regime === 'business' ? labels.penalties : labels.interest, align: 'right' as const }]
      : []),
    ...(indemnity ? [{ label: labels.indemnity, align: 'right' as const }] : []),
  ];
  const rows = facts.claims.map((claim) => ({
    cells: [
      numberCell(claim, writing),
      date(claim.issuedOn),
      date(claim.dueOn),
      delay(claim, writing),
      money(claim.openCents),
      ...(penalties ? [money(claim.penaltyCents)] : []),
      ...(indemnity ? [money(claim.indemnityCents)] : []),
    ],
    muted: claim.group === 'upcoming',
  }));
  return { columns, rows, totals: totalLines(facts, writing, isMandate) };
}

function totalLines(facts: MessageFacts, { labels, money }: Writing, isMandate: boolean): DocumentTable['totals'] {
  const lines: DocumentTable['totals'] = [];
  const add = (label: string, cents: number) => lines.push({ label, value: money(cents), strong: false });
  const plain = !isMandate && facts.penaltyCents + facts.indemnityCents + facts.creditCents === 0;
  if (!plain) add(labels.principal, facts.principalCents);
  if (facts.penaltyCents > 0) add(labels.penaltyLine[facts.regime], facts.penaltyCents);
  else if (isMandate) add(labels.interestNone, 0);
  if (facts.indemnityCents > 0) add(labels.indemnityLine, facts.indemnityCents);
  else if (isMandate) add(labels.accessoriesNone, 0);
  for (const credit of facts.credits) {
    add(credit.number === null ? labels.unallocated : labels.credit(credit.number), -credit.cents);
  }
  // A plan asks for what was missed: the rest of its invoices is recalled, and asked of nobody.
  const isPlan = facts.about?.kind === 'plan-missed';
  lines.push({ label: isPlan ? labels.recalled : labels.total, value: money(facts.totalCents), strong: true });
  if (facts.about?.kind === 'plan-missed') {
    lines.push({ label: labels.missed, value: money(facts.about.missedCents), strong: true });
  }
  return lines;
}

/** What the debtor writes with his transfer, so that it is found again: the invoices' numbers. */
export function paymentReference(facts: MessageFacts, language?: Language): string {
  const asked = facts.claims.filter((claim) => claim.group !== 'upcoming');
  const claims = asked.length > 0 ? asked : facts.claims;
  const numbers = claims.map((claim) => claim.number).join(' ');
  if (numbers.length <= REFERENCE_LENGTH) return numbers;
  return writingOf(language)
    .labels.others(claims[0]!.number, claims.length - 1)
    .slice(0, REFERENCE_LENGTH);
}

/** What the message asks to be paid now: all that it states, or the missed instalments of a plan. */
function askedCents(facts: MessageFacts): number {
  return facts.about?.kind === 'plan-missed' ? facts.about.missedCents : facts.totalCents;
}

/**
 * How to pay by transfer; null when no account is given or nothing is asked. Who collects for others is paid on the
 * account that holds nothing but creditors' money.
 */
export function paymentOf(facts: MessageFacts, company: CompanyFacts, language?: Language): DocumentPayment | null {
  const { collector } = company;
  const account = collector?.iban ? { name: collector.name, iban: collector.iban, bic: collector.bic } : company;
  const cents = askedCents(facts);
  if (account.iban === null || account.iban.trim() === '' || cents <= 0 || facts.about?.kind === 'thanks') return null;
  return {
    beneficiary: account.name,
    iban: account.iban.replace(/\s/g, ''),
    bic: account.bic,
    reference: paymentReference(facts, language),
    amount: writingOf(language).money(cents),
    amountCents: cents,
  };
}
