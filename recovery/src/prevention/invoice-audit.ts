import { type DebtorKind, type IssuerSize, invoiceMentions, type Mention, type MentionFault } from '@acquit/law';
import { fr } from '../texts/typography.ts';
import type { InvoiceSays } from './invoice-words.ts';

/** One thing wrong with an invoice of ours, with its article and what to print instead. */
export interface InvoiceFault {
  mention: Mention | 'penalty-rate-unread' | 'fixed-indemnity-unread' | 'kind-unknown' | 'not-checked';
  /** 'unseen': it could not be told; it is no fault. */
  problem: 'missing' | 'wrong' | 'forbidden' | 'unseen';
  why: string;
  article: string | null;
  /** The clause to print, ready to copy; null when the facts of the invoice decide it. */
  suggestion: string | null;
}

export interface AuditedInvoice {
  issuedOn: string;
  totalCents: number;
  kind: DebtorKind | null;
  /** Null: not told; the mentions that only large issuers must print are then left out, and the report says so. */
  issuerSize: IssuerSize | null;
  says: InvoiceSays;
}

/**
 * What the law finds wrong with an invoice of ours, from what its structured data say (L441-9, L441-10, D441-5 C. com.;
 * CGI ann. II 242 nonies A): mentions missing or wrong, a due date no lawful term gives, a rate below the floor, and what
 * may not be printed for a consumer. What was not understood is told as unseen, and is never counted as a fault.
 */
export function auditInvoice({ issuedOn, totalCents, kind, issuerSize, says }: AuditedInvoice): InvoiceFault[] {
  if (kind === null)
    return [
      unseen(
        'kind-unknown',
        fr`La qualité du client n’est pas connue : ce que la facture doit dire en dépend. Précisez-la dans sa fiche.`,
      ),
    ];
  const { dueOn, penaltyRate, indemnityCents, discount, customerSiren } = says;
  const isRateRead = penaltyRate !== null && penaltyRate !== 'unreadable';
  const isIndemnityRead = indemnityCents !== null && indemnityCents !== 'unreadable';
  const outcome = invoiceMentions({
    debtor: kind,
    issuedOn,
    totalCents: Math.abs(totalCents),
    issuerSize: issuerSize ?? 'small',
    // No reader looks at each line of an invoice: the nature of the operation is left to the eye.
    operationNature: 'both',
    ...(dueOn !== null && { dueOn }),
    ...(isRateRead && { penaltyRate }),
    ...(isIndemnityRead && { fixedIndemnityCents: indemnityCents }),
    ...(discount !== null && { discountConditions: discount }),
    ...(customerSiren !== null && { customerSiren }),
  });
  if (outcome.refusal) return [unseen('not-checked', outcome.refusal.message)];
  const { missing, wrong, forbidden } = outcome.value;
  const faults = [...told(missing, 'missing'), ...told(wrong, 'wrong'), ...told(forbidden, 'forbidden')].filter(
    ({ mention, problem }) =>
      !(problem === 'missing' && mention === 'penalty-rate' && penaltyRate === 'unreadable') &&
      !(problem === 'missing' && mention === 'fixed-indemnity' && indemnityCents === 'unreadable'),
  );
  if (penaltyRate === 'unreadable')
    faults.push(
      unseen(
        'penalty-rate-unread',
        fr`La facture parle de pénalités de retard en des mots où aucun taux annuel n’a été reconnu : relisez-la.`,
      ),
    );
  if (indemnityCents === 'unreadable')
    faults.push(
      unseen(
        'fixed-indemnity-unread',
        fr`La facture parle de l’indemnité de recouvrement sans montant reconnu : relisez-la.`,
      ),
    );
  return faults;
}

function told(faults: readonly MentionFault[], problem: InvoiceFault['problem']): InvoiceFault[] {
  return faults.map(({ mention, why, article, suggestion }) => ({ mention, problem, why, article, suggestion }));
}

function unseen(mention: InvoiceFault['mention'], why: string): InvoiceFault {
  return { mention, problem: 'unseen', why, article: null, suggestion: null };
}

/** Each fault as a heading. */
const MENTION_NAMES: Record<InvoiceFault['mention'], string> = {
  'due-date': 'Date de règlement',
  discount: 'Conditions d’escompte',
  'penalty-rate': 'Taux des pénalités de retard',
  'fixed-indemnity': 'Indemnité forfaitaire de recouvrement',
  'billing-address': 'Adresse de facturation',
  'order-number': 'Numéro de commande',
  'customer-siren': 'SIREN du client',
  'delivery-address': 'Adresse de livraison',
  'operation-nature': 'Nature de l’opération',
  'vat-on-debits': 'Option pour les débits',
  'penalty-rate-unread': 'Taux des pénalités non reconnu',
  'fixed-indemnity-unread': 'Indemnité non reconnue',
  'kind-unknown': 'Qualité du client inconnue',
  'not-checked': 'Facture non contrôlée',
};
const PROBLEM_NAMES: Record<InvoiceFault['problem'], string> = {
  missing: 'mention manquante',
  wrong: 'mention inexacte',
  forbidden: 'mention interdite',
  unseen: 'à relire',
};

/** « Conditions d’escompte : mention manquante » */
export function faultName({ mention, problem }: Pick<InvoiceFault, 'mention' | 'problem'>): string {
  return fr`${MENTION_NAMES[mention]} : ${PROBLEM_NAMES[problem]}`;
}

/** A fault as it is counted: `missing/discount`. */
export function faultCode({ mention, problem }: Pick<InvoiceFault, 'mention' | 'problem'>): string {
  return `${problem}/${mention}`;
}

/** What no audit of structured invoices can see, said beside its result. */
export const UNSEEN_BY_AUDIT: readonly string[] = [
  fr`L’image des factures n’est pas lue : une mention imprimée sur le PDF mais absente de ses données structurées est comptée comme manquante.`,
  fr`Les factures venues d’une liste, d’un fichier comptable ou saisies à la main ne disent rien de leurs mentions.`,
  fr`L’adresse de facturation différente, la nature de l’opération et l’option pour les débits ne sont pas contrôlées.`,
  fr`Vos conditions générales ne sont pas lues : seuls vos réglages (délai, taux) le sont. Faites relire le texte que vous remettez à vos clients.`,
];
