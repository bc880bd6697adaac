/** What a lifecycle message (CDAR) says, as the readers give it. */

import type { Party } from '../result.ts';

/** A party of a lifecycle message, with what it does there: BY (buyer), SE (seller), WK (platform), DFH (public portal)… */
export type LifecycleParty = Party & { role?: string };

/** A message on the life of e-invoices (CDAR). `document` in the command's answer (contract §4). */
export interface LifecycleMessage {
  messageId: string;
  /** Name of the document, as its maker calls it. */
  name?: string;
  /** Cadre of the exchange (REGULATED, B2C…) and profile of the message. */
  businessProcess?: string;
  profile?: string;
  /** Local times of the message, without zone: `YYYY-MM-DDThh:mm:ss`. */
  issuedAt: string;
  statusAt?: string;
  /** 305: transmission between platforms; 23: treatment by the parties. */
  phaseCode?: string;
  /** What the message says of itself: several references follow. */
  multiple?: boolean;
  /** Who decided: BY (buyer), SE (seller), WK (platform)… */
  issuerRole: string;
  issuer?: LifecycleParty;
  sender?: LifecycleParty;
  recipients: LifecycleParty[];
  references: LifecycleReference[];
}

/** A value a status speaks of: money received (MEN) or announced (MPA), what remains (RAP), a wrong value (DIV)… */
export interface LifecycleValue {
  /** MDT-207: MEN, MPA, RAP, MAP, MAPTTC, MNA, MNATTC, ESC, RAB, REM, DIV, DVA, CBB, MAJ; others as written. */
  type?: string;
  /** The invoice's own term (BT-…) and what it is called. */
  term?: string;
  name?: string;
  amountCents?: number;
  currency?: string;
  percent?: string;
  on?: string;
  text?: string;
}

export interface LifecycleReason {
  code?: string;
  text?: string;
  /** Action asked for (NOA, PIN, NIN, CNF, CNP, CNA, OTH), and in words. */
  action?: string;
  actionText?: string;
  notes?: string[];
  values?: LifecycleValue[];
}

export interface LifecycleReference {
  invoice: string;
  /** The seller's identifier: a SIREN, or a SIRET. */
  issuerLegalId?: string;
  invoicedOn?: string;
  /** Kind of the invoice (380, 381, 384…). */
  typeCode?: string;
  /** When the platform received the invoice, local time. */
  receivedAt?: string;
  /** The three-digit code, as written: an unknown one is kept as it is. */
  status: string;
  /** UNTDID 4405; several statuses share one, so nothing is decided on it. */
  statusCode?: string;
  label: string;
  at: string;
  reasons: LifecycleReason[];
  /** Sum of the amounts of the message (MPA announced, MEN received), in cents; `leftCents` what it says remains. */
  amountCents?: number;
  leftCents?: number;
  /** Of a partial approval, taxes included. */
  approvedCents?: number;
  contestedCents?: number;
  /** The day of the payment, when the message gives it. */
  amountOn?: string;
}
