import { type Day, formatDay } from '@acquit/law';
import type { LetterDocument } from '../documents/document.ts';
import type { CaseFacts, ClaimFacts, CompanyFacts } from '../model/facts.ts';
import { type Writing, writingOf } from './language.ts';
import { placeAndDate } from './letter.ts';
import { debtorParty, identityLine, senderParty } from './parties.ts';
import { fr } from './typography.ts';

interface StatementWords {
  title: string;
  subject: (date: string) => string;
  opening: (date: string) => string;
  columns: readonly string[];
  late: string;
  notLate: string;
  credited: string;
  balance: string;
  closing: string;
}

const FRENCH: StatementWords = {
  title: 'Relevé de compte',
  subject: (date) => fr`Relevé de compte au ${date}`,
  opening: (date) => fr`Voici l’état des factures ouvertes à votre nom au ${date}, en principal.`,
  columns: ['Pièce', 'Émise le', 'Échéance', 'Retard', 'Montant', 'Réglé ou déduit', 'Reste dû'],
  late: 'Échu',
  notLate: 'À échoir',
  credited: 'Avoirs et règlements non affectés',
  balance: 'Solde',
  closing: fr`Si ce relevé ne concorde pas avec vos comptes, dites-nous sur quelle pièce porte l’écart.`,
};

const ENGLISH: StatementWords = {
  title: 'Statement of account',
  subject: (date) => `Statement of account as at ${date}`,
  opening: (date) => `Here are the invoices open in your name as at ${date}, principal only.`,
  columns: ['Document', 'Issued', 'Due', 'Overdue', 'Amount', 'Paid or deducted', 'Outstanding'],
  late: 'Overdue',
  notLate: 'Not due yet',
  credited: 'Credit notes and payments not yet allocated',
  balance: 'Balance',
  closing: 'If this statement does not agree with your books, tell us which document differs.',
};

/** Names on the left, figures on the right. */
const TEXT_COLUMNS = 3;

/**
 * The statement of account that goes with an e-mail: every open piece of the case with what was paid on it, principal
 * only. What is late, what is not due yet and what is credited are summed apart.
 */
export function composeStatement(facts: CaseFacts, company: CompanyFacts, on: Day): LetterDocument {
  const claims = facts.claims.filter((claim) => claim.openCents > 0 && claim.kind !== 'factored').sort(byDueDate);
  const credits = claims.filter((claim) => claim.kind === 'credit-note');
  const owed = claims.filter((claim) => claim.kind !== 'credit-note');
  const late = sum(owed.filter((claim) => claim.dueOn !== null && claim.dueOn < on));
  const notLate = sum(owed) - late;
  const credited = sum(credits) + (facts.unallocatedCents ?? 0);
  const { language } = facts.debtor;
  const words = language === 'en' ? ENGLISH : FRENCH;
  const writing = writingOf(language);
  const { money } = writing;
  const today = writing.longDate(formatDay(on));
  return {
    ...(language === undefined ? {} : { language }),
    kind: 'statement',
    mode: company.mode,
    title: words.title,
    sender: senderParty(company),
    recipient: debtorParty(facts.debtor),
    placeAndDate: placeAndDate(company, formatDay(on), language),
    on: formatDay(on),
    sentBy: null,
    subject: words.subject(today),
    references: [],
    opening: [words.opening(today)],
    table: {
      columns: words.columns.map((label, i) => ({ label, align: i < TEXT_COLUMNS ? 'left' : 'right' })),
      rows: [...owed, ...credits].map((claim) => ({ cells: cells(claim, on, writing), muted: isMuted(claim, on) })),
      totals: [
        ...(late > 0 ? [{ label: words.late, value: money(late), strong: false }] : []),
        ...(notLate > 0 ? [{ label: words.notLate, value: money(notLate), strong: false }] : []),
        ...(credited > 0 ? [{ label: words.credited, value: money(-credited), strong: false }] : []),
        { label: words.balance, value: money(late + notLate - credited), strong: true },
      ],
    },
    details: [],
    closing: [words.closing],
    payment: null,
    signature: null,
    enclosures: [],
    footer: identityLine(company),
    annex: null,
  };
}

function sum(claims: readonly ClaimFacts[]): number {
  return claims.reduce((total, claim) => total + claim.openCents, 0);
}

function isMuted(claim: ClaimFacts, on: Day): boolean {
  return claim.kind === 'credit-note' || claim.dueOn === null || claim.dueOn >= on;
}

function cells(claim: ClaimFacts, on: Day, writing: Writing): string[] {
  const { money, shortDate, days, labels } = writing;
  const credit = claim.kind === 'credit-note';
  const sign = credit ? -1 : 1;
  const late = !credit && claim.dueOn !== null && claim.dueOn < on;
  const date = (day: Day | null) => (day === null ? '–' : shortDate(formatDay(day)));
  return [
    claim.kind === 'invoice' ? claim.number : `${labels.kind(claim.kind)} ${claim.number}`,
    date(claim.issuedOn),
    credit ? '–' : date(claim.dueOn),
    late ? days(on - claim.dueOn!) : '–',
    money(sign * claim.amountCents),
    money(sign * (claim.amountCents - claim.openCents)),
    money(sign * claim.openCents),
  ];
}

function byDueDate(a: ClaimFacts, b: ClaimFacts): number {
  return (a.dueOn ?? a.issuedOn ?? 0) - (b.dueOn ?? b.issuedOn ?? 0) || (a.number < b.number ? -1 : 1);
}
