import { type Day, euros, formatDay, frenchDate, frenchShortDate } from '@acquit/law';
import type { LetterDocument } from '../documents/document.ts';
import type { CaseFacts, ClaimFacts, CompanyFacts } from '../model/facts.ts';
import { placeAndDate } from './letter.ts';
import { kindName } from './names.ts';
import { companyParty, debtorParty, identityLine } from './parties.ts';
import { days, fr } from './typography.ts';

const COLUMNS: LetterDocument['table']['columns'] = [
  { label: 'Pièce', align: 'left' },
  { label: 'Émise le', align: 'left' },
  { label: 'Échéance', align: 'left' },
  { label: 'Retard', align: 'right' },
  { label: 'Montant', align: 'right' },
  { label: 'Réglé ou déduit', align: 'right' },
  { label: 'Reste dû', align: 'right' },
];

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
  return {
    kind: 'statement',
    mode: company.mode,
    title: 'Relevé de compte',
    sender: companyParty(company),
    recipient: debtorParty(facts.debtor),
    placeAndDate: placeAndDate(company, formatDay(on)),
    on: formatDay(on),
    sentBy: null,
    subject: fr`Relevé de compte au ${frenchDate(on)}`,
    references: [],
    opening: [fr`Voici l’état des factures ouvertes à votre nom au ${frenchDate(on)}, en principal.`],
    table: {
      columns: COLUMNS,
      rows: [...owed, ...credits].map((claim) => ({ cells: cells(claim, on), muted: isMuted(claim, on) })),
      totals: [
        ...(late > 0 ? [{ label: 'Échu', value: euros(late), strong: false }] : []),
        ...(notLate > 0 ? [{ label: 'À échoir', value: euros(notLate), strong: false }] : []),
        ...(credited > 0
          ? [{ label: 'Avoirs et règlements non affectés', value: euros(-credited), strong: false }]
          : []),
        { label: 'Solde', value: euros(late + notLate - credited), strong: true },
      ],
    },
    details: [],
    closing: [fr`Si ce relevé ne concorde pas avec vos comptes, dites-nous sur quelle pièce porte l’écart.`],
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

function cells(claim: ClaimFacts, on: Day): string[] {
  const credit = claim.kind === 'credit-note';
  const sign = credit ? -1 : 1;
  const name = claim.kind === 'invoice' ? claim.number : `${kindName(claim.kind)} ${claim.number}`;
  const late = !credit && claim.dueOn !== null && claim.dueOn < on;
  return [
    name,
    claim.issuedOn === null ? '–' : frenchShortDate(claim.issuedOn),
    claim.dueOn === null || credit ? '–' : frenchShortDate(claim.dueOn),
    late ? days(on - claim.dueOn!) : '–',
    euros(sign * claim.amountCents),
    euros(sign * (claim.amountCents - claim.openCents)),
    euros(sign * claim.openCents),
  ];
}

function byDueDate(a: ClaimFacts, b: ClaimFacts): number {
  return (a.dueOn ?? a.issuedOn ?? 0) - (b.dueOn ?? b.issuedOn ?? 0) || (a.number < b.number ? -1 : 1);
}
