import { type DebtorKind, day, euros, frenchDate } from '@acquit/law';
import type { DocumentTable, LetterDocument } from '../documents/document.ts';
import type { CompanyFacts, DebtorFacts } from '../model/facts.ts';
import { placeAndDate } from '../texts/letter.ts';
import { addressLines, companyParty, groupedIban, identityLine, legalIdLine, statedName } from '../texts/parties.ts';
import { days, fr } from '../texts/typography.ts';
import type { InstalmentPlanView } from '../views/commitments.ts';
import { sumInWords } from './number-words.ts';

/** Who signs a plan, beside what it says. */
export interface PlanParties {
  company: CompanyFacts;
  debtor: DebtorFacts;
}

const PERSONS: readonly DebtorKind[] = ['consumer', 'trader', 'artisan', 'non-business'];

const ONE_OF_TWO = fr`Fait en deux originaux, un pour chaque partie.`;

/**
 * The plan as a paper to sign: the parties and who signs for them, the invoices, the instalments with what each pays,
 * what becomes of penalties, and the clauses without which it would say less than people think. A missed instalment
 * makes nothing else due unless a clause says so (art. 1305-4 C. civ.); the debt stays what it was, because novation
 * is not presumed (art. 1330); each party has an original (art. 1375). It is no enforceable title (art. L111-3 CPCE),
 * and says nothing of being one. A draft for people to read over and sign.
 */
export function composePlanDocument(plan: InstalmentPlanView, parties: PlanParties, on: string): LetterDocument {
  const { company, debtor } = parties;
  return {
    ...paper(parties, on, fr`Échéancier de paiement`, fr`Échéancier de paiement – ${debtor.name}`),
    opening: [
      partiesSentence(plan, parties),
      fr`${debtor.name} reconnaît devoir à ${statedName(company)} la somme de ${euros(plan.principalCents)} en principal, au titre des factures ci-dessous, et s’engage à la payer selon l’échéancier qui suit.`,
    ],
    table: instalmentTable(plan),
    details: [{ title: 'Factures comprises dans l’échéancier', table: claimTable(plan) }],
    closing: [
      fr`1. Pénalités et indemnités. ${accessoriesSentence(plan)}`,
      fr`2. Paiement. Chaque versement est reçu au plus tard à sa date${company.iban === null ? '' : fr`, par virement sur le compte ${groupedIban(company.iban)}`}. Les sommes reçues couvrent les échéances dans leur ordre.`,
      fr`3. Déchéance du terme. Si une échéance n’est pas payée et le reste encore ${days(plan.clauseDays)} après la réception d’une mise en demeure restée sans effet, la totalité du solde devient exigible (article 1305-4 du code civil).`,
      fr`4. Absence de novation. Cet échéancier aménage le paiement de la dette sans la remplacer : les factures, leurs garanties et leurs accessoires demeurent (article 1330 du code civil).`,
      ...(plan.retentionOfTitle
        ? [
            fr`5. Réserve de propriété. Les biens vendus restent la propriété de ${statedName(company)} jusqu’au paiement complet.`,
          ]
        : []),
      fr`${plan.retentionOfTitle ? '6' : '5'}. ${ONE_OF_TWO} Cette reconnaissance, signée par le débiteur, interrompt la prescription (article 2240 du code civil).`,
    ],
    handwritten: [
      { label: fr`Pour ${statedName(company)} : nom, qualité, date et signature`, lines: 4, narrow: true },
      {
        label: fr`Pour ${debtor.name} : nom${plan.debtorSignatory === null ? '' : fr` (${plan.debtorSignatory})`}, qualité, date et signature`,
        lines: 4,
        narrow: true,
      },
    ],
  };
}

/**
 * An acknowledgement of debt. The sum is written by the debtor himself, in words and in figures; words prevail
 * (art. 1376 C. civ.): the paper prints it only as a model to copy, and leaves him the lines. Between traders proof is
 * free (art. L110-3 C. com.), and the mention does no harm.
 */
export function composeAcknowledgement(plan: InstalmentPlanView, parties: PlanParties, on: string): LetterDocument {
  const { company, debtor } = parties;
  const cents = plan.totalCents;
  return {
    ...paper(parties, on, 'Reconnaissance de dette', fr`Reconnaissance de dette – ${debtor.name}`),
    opening: [
      partiesSentence(plan, parties),
      fr`${debtor.name} reconnaît devoir à ${statedName(company)} la somme écrite ci-dessous de la main du signataire, au titre des factures suivantes, et s’engage à la payer selon l’échéancier du ${frenchDate(day(plan.madeOn))}.`,
    ],
    table: owedTable(plan),
    details: [],
    closing: [
      fr`La somme doit être écrite par le débiteur lui-même, en toutes lettres et en chiffres ; en cas de différence, la somme en toutes lettres l’emporte (article 1376 du code civil).`,
      fr`À recopier à la main : « Bon pour reconnaissance de dette de la somme de ${sumInWords(cents)} (${euros(cents)}) ».`,
      fr`Fait en un original, remis au créancier.`,
    ],
    handwritten: [
      { label: 'Mention de la main du signataire, en toutes lettres et en chiffres', lines: 4, narrow: false },
      { label: 'Nom, qualité, lieu et date', lines: 3, narrow: true },
      { label: 'Signature du débiteur', lines: 3, narrow: true },
    ],
  };
}

type Shared = Omit<LetterDocument, 'opening' | 'table' | 'details' | 'closing'>;

/** What both papers have in common: no addressee, because each party keeps one. */
function paper({ company }: PlanParties, on: string, title: string, subject: string): Shared {
  return {
    kind: 'statement',
    mode: company.mode,
    title,
    sender: companyParty(company),
    recipient: null,
    placeAndDate: placeAndDate(company, on),
    on,
    sentBy: null,
    subject,
    references: [],
    payment: null,
    signature: null,
    enclosures: [],
    footer: identityLine(company),
    annex: null,
  };
}

function partiesSentence(plan: InstalmentPlanView, { company, debtor }: PlanParties): string {
  const side = (name: string, legalId: string | null, lines: string[]) =>
    [name, ...(legalId === null ? [] : [legalIdLine(legalId)]), ...lines].join(', ');
  const creditor = side(statedName(company), company.legalId, addressLines(company.address));
  const owing = side(debtor.name, debtor.legalId, addressLines(debtor.address));
  return fr`Entre ${creditor}, le créancier, et ${owing}, le débiteur${signsFor(debtor, plan.debtorSignatory)}.`;
}

/** A person signs for himself; whoever signs for a company says that he may. */
function signsFor({ kind }: DebtorFacts, signatory: string | null): string {
  if (kind !== null && PERSONS.includes(kind)) return '';
  return signatory === null
    ? ', représenté par le signataire, qui déclare en avoir le pouvoir'
    : fr`, représenté par ${signatory}, qui déclare en avoir le pouvoir`;
}

function accessoriesSentence({
  accessories,
  penaltyCents,
  indemnityCents,
  totalCents,
  principalCents,
  madeOn,
}: InstalmentPlanView): string {
  const cents = penaltyCents + indemnityCents;
  if (cents === 0) return 'Aucune pénalité ni indemnité n’est demandée à ce jour.';
  const dated = fr`arrêtées à ${euros(cents)} au ${frenchDate(day(madeOn))}`;
  switch (accessories) {
    case 'included':
      return fr`Les pénalités de retard et indemnités, ${dated}, sont comprises dans les versements pour ${euros(totalCents - principalCents)}. Celles qui courent pendant l’échéancier ne sont pas demandées s’il est respecté.`;
    case 'waived-if-kept':
      return fr`Les pénalités de retard et indemnités, ${dated}, et celles qui courent pendant l’échéancier, sont abandonnées s’il est respecté ; sinon, elles restent dues.`;
    case 'reserved':
      return fr`Le créancier garde ses droits aux pénalités de retard et indemnités, ${dated}, et ne les demande pas pendant l’échéancier ; il n’y renonce pas.`;
  }
}

function instalmentTable(plan: InstalmentPlanView): DocumentTable {
  const splits = plan.totalCents > plan.principalCents;
  return {
    columns: [
      { label: 'Échéance', align: 'left' },
      { label: 'Date', align: 'left' },
      ...(splits
        ? [
            { label: 'Principal', align: 'right' as const },
            { label: 'Accessoires', align: 'right' as const },
          ]
        : []),
      { label: 'Montant', align: 'right' },
    ],
    rows: plan.instalments.map((one, n) => ({
      cells: [
        String(n + 1),
        frenchDate(day(one.dueOn)),
        ...(splits ? [euros(one.principalCents), euros(one.accessoryCents)] : []),
        euros(one.cents),
      ],
      muted: false,
    })),
    totals: [{ label: 'Total', value: euros(plan.totalCents), strong: true }],
  };
}

/** What is acknowledged: the invoices, and what delay added when the plan pays it too. */
function owedTable(plan: InstalmentPlanView): DocumentTable {
  const table = claimTable(plan);
  const more = plan.totalCents - plan.principalCents;
  if (more === 0) return table;
  return {
    ...table,
    totals: [
      ...table.totals.map((total) => ({ ...total, strong: false })),
      { label: 'Pénalités et indemnités', value: euros(more), strong: false },
      { label: 'Total reconnu', value: euros(plan.totalCents), strong: true },
    ],
  };
}

function claimTable(plan: InstalmentPlanView): DocumentTable {
  return {
    columns: [
      { label: 'Facture', align: 'left' },
      { label: 'Principal dû', align: 'right' },
    ],
    rows: plan.claims.map((claim) => ({ cells: [claim.number, euros(claim.principalCents)], muted: false })),
    totals: [{ label: 'Total en principal', value: euros(plan.principalCents), strong: true }],
  };
}
