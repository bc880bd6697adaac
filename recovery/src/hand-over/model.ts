import { type Day, day } from '@acquit/law';
import { type Refused, refused } from '../commitments/refused.ts';
import { fr } from '../texts/typography.ts';
import type { ProcedureCostBearer } from '../views/procedures.ts';

/** Who a case may be entrusted to: each acts under rules of his own. */
export const PARTNER_KINDS = ['lawyer', 'commissaire', 'agency'] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

const KIND_NAMES: Readonly<Record<PartnerKind, string>> = {
  lawyer: 'Avocat',
  commissaire: 'Commissaire de justice',
  agency: 'Société de recouvrement',
};

/** « Avocat » */
export const partnerKindName = (kind: PartnerKind): string => KIND_NAMES[kind];

/** How a hand-over ended. */
export const HAND_OVER_OUTCOMES = ['paid', 'partly-paid', 'title', 'agreed', 'unrecoverable', 'taken-back'] as const;
export type HandOverOutcome = (typeof HAND_OVER_OUTCOMES)[number];

const OUTCOME_NAMES: Readonly<Record<HandOverOutcome, string>> = {
  paid: 'Payé en totalité',
  'partly-paid': 'Payé en partie',
  title: 'Titre exécutoire obtenu',
  agreed: 'Accord conclu',
  unrecoverable: 'Irrécouvrable',
  'taken-back': 'Repris',
};

/** « Payé en totalité » */
export const handOverOutcomeName = (outcome: HandOverOutcome): string => OUTCOME_NAMES[outcome];

/** What is written on the page of a hand-over, by the professional or by us. */
export const HAND_OVER_POSTS = ['event', 'fact', 'cost', 'receipt', 'message'] as const;
export type HandOverPostKind = (typeof HAND_OVER_POSTS)[number];

/** Who bears a cost in the end, as the professional tells it. */
export const COST_BEARERS = ['creditor', 'suit', 'enforcement'] as const satisfies readonly ProcedureCostBearer[];

const BEARER_NAMES: Readonly<Record<ProcedureCostBearer, string>> = {
  creditor: 'Honoraires et frais du créancier',
  suit: 'Dépens (frais d’instance)',
  enforcement: 'Frais d’exécution forcée',
};

/** « Dépens (frais d’instance) » */
export const costBearerName = (bearer: ProcedureCostBearer): string => BEARER_NAMES[bearer];

/** What was agreed with the professional; null: left blank on the draft, to be filled in by hand. */
export interface HandOverTerms {
  /** May he receive payment for the creditor; an agency must hold that power in writing (art. R124-3 CPCE). */
  receivesPayment: boolean | null;
  /** How he is paid, in words. */
  fee: string | null;
  /** Days within which what he received is paid over. */
  remittanceDays: number | null;
  /** His professional-liability insurance. */
  insurance: string | null;
  /** What he is asked to do. */
  instructions: string | null;
}

/** Days a link may open at most: a file that is still being worked on gets another. */
export const LONGEST_ACCESS_DAYS = 366;

/**
 * A day that a person tells of something that happened while a case was entrusted. Refuses a day that has not come, and
 * one before the hand-over began.
 */
export function toldDayRefusal(on: Day, openedOn: Day, today: Day): Refused | null {
  if (on > today)
    return refused('DayInTheFuture', 'Cette date n’est pas encore venue : indiquez le jour où cela s’est passé.');
  if (on < openedOn)
    return refused(
      'DayBeforeHandOver',
      'Cette date précède le jour où le dossier a été confié : corrigez-la, ou signalez-la dans un message.',
    );
  return null;
}

/** An end that may be recorded: not in the future, not before the beginning. */
export function endRefusal(on: string, openedOn: string, today: string): Refused | null {
  if (day(on) > day(today))
    return refused('DayInTheFuture', 'La fin ne peut pas être datée d’un jour qui n’est pas encore venu.');
  if (day(on) < day(openedOn))
    return refused('EndBeforeStart', fr`La fin ne peut pas précéder le jour où le dossier a été confié.`, { openedOn });
  return null;
}

/** Why the claims of an entrusted case are asked for by nobody else, after « Facture F-1 : ». */
export const handedOverReason = (partnerName: string): string =>
  fr`confiée à ${partnerName} ; elle n’est pas relancée tant que le dossier lui est confié.`;
