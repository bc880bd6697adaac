import type { Day } from '@acquit/law';
import { fr } from '../texts/typography.ts';
import { type Refused, refused } from './refused.ts';

/** Why a debtor contests, as a list to choose from; `details` says the rest in his words. */
export const DISPUTE_REASONS = [
  'goods-missing',
  'goods-faulty',
  'service-not-done',
  'price',
  'quantity',
  'order-unknown',
  'already-paid',
  'double-invoice',
  'address-or-mentions',
  'other',
] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

const REASON_NAMES: Readonly<Record<DisputeReason, string>> = {
  'goods-missing': 'marchandise non reçue',
  'goods-faulty': 'marchandise défectueuse ou abîmée',
  'service-not-done': 'prestation non faite ou mal faite',
  price: 'prix contesté',
  quantity: 'quantité contestée',
  'order-unknown': 'commande inconnue',
  'already-paid': 'dit avoir déjà payé',
  'double-invoice': 'facturé deux fois',
  'address-or-mentions': 'facture à corriger (adresse, mentions, bon de commande)',
  other: 'autre motif',
};

/** « marchandise non reçue » */
export function disputeReasonName(reason: DisputeReason): string {
  return REASON_NAMES[reason];
}

/** How a dispute ended: a credit note, one side giving way, or the debtor taking it back. */
export const DISPUTE_OUTCOMES = ['credit-note', 'we-accept', 'they-accept', 'withdrawn'] as const;
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

const OUTCOME_NAMES: Readonly<Record<DisputeOutcome, string>> = {
  'credit-note': 'réglé par un avoir',
  'we-accept': 'accepté par nous : la somme contestée est abandonnée',
  'they-accept': 'accepté par le client : la somme est due',
  withdrawn: 'retiré',
};

export function disputeOutcomeName(outcome: DisputeOutcome): string {
  return OUTCOME_NAMES[outcome];
}

/** What is contested of one claim: a sum, or the whole of it (null). */
export interface DisputedClaim {
  claimId: string;
  contestedCents: number | null;
}

/** A dispute that still freezes something: nobody has answered it, or we accepted it and owe a credit note. */
export interface DisputeFacts {
  disputeId: string;
  reason: DisputeReason;
  openedOn: Day;
  /** We accepted it: what it froze stays so until the credit note has come. */
  accepted: boolean;
  claims: readonly DisputedClaim[];
}

/** What open disputes freeze of one claim. */
export interface Freeze {
  /** A dispute that contests the whole claim: it is asked for no more. */
  whole: DisputeFacts | null;
  /** Parts contested by sum, added up. */
  contestedCents: number;
}

/** Freezes of each claim named by open disputes. Two disputes of parts of one claim add up. */
export function freezes(disputes: readonly DisputeFacts[]): Map<string, Freeze> {
  const frozen = new Map<string, Freeze>();
  for (const dispute of disputes)
    for (const { claimId, contestedCents } of dispute.claims) {
      const freeze = frozen.get(claimId) ?? { whole: null, contestedCents: 0 };
      if (contestedCents === null) freeze.whole ??= dispute;
      else freeze.contestedCents += contestedCents;
      frozen.set(claimId, freeze);
    }
  return frozen;
}

/** The end of « Facture F-1 : … » for a claim that is contested whole. */
export function disputeHoldReason({ reason, accepted }: Pick<DisputeFacts, 'reason' | 'accepted'>): string {
  if (accepted)
    return fr`contestée à raison (${REASON_NAMES[reason]}) ; elle n’est pas relancée, un avoir est à émettre.`;
  return fr`contestée (${REASON_NAMES[reason]}) ; elle n’est pas relancée tant que le litige n’a pas de réponse.`;
}

/** A claim as a new dispute sees it. */
export interface DisputableClaim {
  claimId: string;
  number: string;
  openCents: number;
  /** What other open disputes contest of it; null: all of it. */
  contestedCents: number | null;
}

/**
 * Whether a dispute may be opened on these claims: each known, still owed, and not contested beyond what is open of it.
 * Refuses `DisputeWithoutClaim`, `ClaimNotInCase`, `DisputeAmount`, `AlreadyDisputed` and `DisputeTooLarge`.
 */
export function disputeRefusal(wanted: readonly DisputedClaim[], claims: readonly DisputableClaim[]): Refused | null {
  if (wanted.length === 0) return refused('DisputeWithoutClaim', 'Indiquez au moins une facture contestée.', {});
  const known = new Map(claims.map((claim) => [claim.claimId, claim]));
  const seen = new Set<string>();
  for (const { claimId, contestedCents } of wanted) {
    const claim = known.get(claimId);
    if (claim === undefined || seen.has(claimId))
      return refused(
        'ClaimNotInCase',
        'Une facture indiquée n’est pas ouverte dans ce dossier, ou y figure deux fois. Rechargez la page et choisissez à nouveau.',
        { claimId },
      );
    seen.add(claimId);
    const { number } = claim;
    if (contestedCents !== null && (!Number.isSafeInteger(contestedCents) || contestedCents <= 0))
      return refused(
        'DisputeAmount',
        fr`Facture ${number} : indiquez la somme contestée, ou contestez toute la facture.`,
        {
          number,
        },
      );
    if (claim.contestedCents === null)
      return refused(
        'AlreadyDisputed',
        fr`Facture ${number} : déjà contestée en entier. Complétez le litige en cours plutôt que d’en ouvrir un autre.`,
        { number },
      );
    if (contestedCents !== null && contestedCents + claim.contestedCents > claim.openCents)
      return refused(
        'DisputeTooLarge',
        fr`Facture ${number} : la somme contestée dépasse ce qui reste dû. Contestez toute la facture, ou une somme plus petite.`,
        { number, openCents: claim.openCents, contestedCents: claim.contestedCents },
      );
  }
  return null;
}
