import { type Day, euros, formatDay, LOSS_EVENTS, type LossEvent, type VatPoint, vatRelief } from '@acquit/law';
import { type Refused, refused } from '../commitments/refused.ts';
import type { Reason } from '../model/decision.ts';
import { fr } from '../texts/typography.ts';
import type { WriteOffAccounting } from '../views/procedures.ts';

/** Why a claim is given up: what the law knows as a loss, or a choice of the creditor, which gives no VAT back. */
export const WRITE_OFF_REASONS = [...LOSS_EVENTS, 'uneconomic'] as const;
export type WriteOffReason = (typeof WRITE_OFF_REASONS)[number];

const NAMES: Readonly<Record<WriteOffReason, string>> = {
  liquidation: 'Liquidation judiciaire, irrécouvrabilité établie',
  plan: 'Abandon imposé par un plan',
  'failed-pursuits': 'Poursuites restées vaines',
  'debtor-gone': 'Débiteur introuvable',
  'stolen-cheque': 'Chèque volé ou contrefait',
  'insolvency-opened': 'Procédure collective ouverte',
  uneconomic: 'Poursuite trop coûteuse au regard de la somme',
};

/** When the VAT of a sale falls due, as read on a screen. */
export const VAT_POINT_NAMES: Readonly<Record<VatPoint, string>> = {
  delivery: 'à la livraison',
  debits: 'sur les débits, par option',
  receipts: 'à l’encaissement',
};

export const writeOffReasonName = (reason: WriteOffReason): string => NAMES[reason];

/** A claim to give up. Amounts are cents. */
export interface LostClaim {
  claimId: string;
  number: string;
  issuedOn: Day | null;
  totalCents: number;
  /** Received and credited so far. */
  receivedCents: number;
  openCents: number;
  /** The VAT of the whole invoice; null: not told. */
  vatCents: number | null;
}

export interface WriteOffFacts {
  on: Day;
  reason: WriteOffReason;
  /** The day of what makes it lost: judgment, report of fruitless pursuits… */
  reasonOn: Day | null;
  vatPoint: VatPoint;
  duplicateSentOn: Day | null;
  claims: readonly LostClaim[];
  /** Money and credit notes of the case that clear no claim. */
  unplacedCents: number;
}

const isLossEvent = (reason: WriteOffReason): reason is LossEvent => reason !== 'uneconomic';

/** What is to be known before giving claims up: nothing here stops anybody. */
export function writeOffWarnings({ reason, reasonOn, claims, unplacedCents }: WriteOffFacts): Reason[] {
  const warnings: Reason[] = [];
  if (unplacedCents > 0)
    warnings.push({
      code: 'MoneyUnplaced',
      message: fr`${euros(BigInt(unplacedCents))} de ce client ne sont affectés à aucune facture : affectez-les d’abord, sans quoi la perte et sa TVA sont comptées trop haut.`,
    });
  if (reason === 'uneconomic')
    warnings.push({
      code: 'NoVatBack',
      message: fr`Renoncer par choix ne rend pas la TVA : elle reste acquise à l’État, et la perte doit être justifiée par l’intérêt de l’entreprise.`,
    });
  if (reason === 'insolvency-opened')
    warnings.push({
      code: 'NotLostYet',
      message: fr`L’ouverture d’une procédure collective ne suffit pas à établir la perte : gardez la créance déclarée, et passez-la en créance douteuse.`,
    });
  if (isLossEvent(reason) && reasonOn === null)
    warnings.push({ code: 'ReasonUndated', message: 'Indiquez le jour de l’événement qui établit la perte.' });
  const untold = claims.filter((claim) => claim.vatCents === null).map((claim) => claim.number);
  if (untold.length > 0)
    warnings.push({
      code: 'VatUnknown',
      message: fr`TVA à indiquer pour les écritures : ${untold.slice(0, 5).join(', ')}.`,
    });
  const undated = claims.filter((claim) => claim.issuedOn === null).map((claim) => claim.number);
  if (undated.length > 0)
    warnings.push({
      code: 'IssueDateUnknown',
      message: fr`Date de facture à indiquer pour les écritures : ${undated.slice(0, 5).join(', ')}.`,
    });
  return warnings;
}

/**
 * The entries, the VAT and the statutory sentences of claims given up (rule `vat-relief`); null while the VAT or the day
 * of an invoice is not known. Refuses what the rule refuses, and a VAT larger than its invoice (`VatTooLarge`).
 */
export function writeOffAccounting(facts: WriteOffFacts): WriteOffAccounting | Refused | null {
  const large = facts.claims.find((claim) => (claim.vatCents ?? 0) > claim.totalCents);
  if (large !== undefined)
    return refused('VatTooLarge', fr`La TVA de la facture ${large.number} dépasse son total : corrigez-la.`, {
      number: large.number,
    });
  const { on, reason, reasonOn, vatPoint, duplicateSentOn } = facts;
  if (facts.claims.some(({ vatCents, issuedOn }) => vatCents === null || issuedOn === null)) return null;
  const outcome = vatRelief({
    on: formatDay(on),
    vatPoint,
    ...(isLossEvent(reason) && reasonOn !== null && { event: { kind: reason, on: formatDay(reasonOn) } }),
    ...(duplicateSentOn !== null && { duplicateSentOn: formatDay(duplicateSentOn) }),
    invoices: facts.claims.map((claim) => ({
      number: claim.number,
      issuedOn: formatDay(claim.issuedOn!),
      netCents: claim.totalCents - claim.vatCents!,
      vatCents: claim.vatCents!,
      receivedCents: claim.receivedCents,
      ...(reason === 'plan' && { writtenOffCents: claim.openCents }),
    })),
  });
  if (outcome.refusal !== undefined)
    return refused(outcome.refusal.code, outcome.refusal.message, { ...outcome.refusal.facts });
  const { value, explanation } = outcome;
  return {
    recoverable: value.recoverable,
    recoverableVatCents: value.recoverableVatCents,
    lostNetCents: value.lostNetCents,
    lostVatCents: value.lostVatCents,
    unmet: value.unmet.map(({ why, article }) => `${why} (${article})`),
    entries: value.entries.map(({ label, lines }) => ({ label, lines: lines.map((line) => ({ ...line })) })),
    statements: value.invoices.flatMap(({ number, statement }) => (statement === null ? [] : [{ number, statement }])),
    document: value.document,
    explanation,
  };
}

/**
 * The VAT due again on money that came in after claims were given up (rule `vat-relief`, CGI 272-1): it clears the oldest
 * invoice first. In cents; null while the VAT or the day of an invoice is not known.
 */
export function vatDueAgain(claims: readonly LostClaim[], receivedCents: number, on: Day): number | null {
  if (claims.some(({ vatCents, issuedOn }) => vatCents === null || issuedOn === null)) return null;
  let left = receivedCents;
  const invoices = claims
    .toSorted((one, other) => one.issuedOn! - other.issuedOn!)
    .map(({ number, issuedOn, totalCents, receivedCents: before, openCents, vatCents }) => {
      const receivedLaterCents = Math.min(left, openCents);
      left -= receivedLaterCents;
      const [netCents, day] = [totalCents - vatCents!, formatDay(issuedOn!)];
      return { number, issuedOn: day, netCents, vatCents: vatCents!, receivedCents: before, receivedLaterCents };
    });
  const { value } = vatRelief({ on: formatDay(on), vatPoint: 'delivery', invoices });
  return value?.vatDueAgainCents ?? null;
}
