import type { Day } from '@acquit/law';

/** A first notice, one that corrects another, or one that takes it back. */
export type NoticeType = 'annonce' | 'rectificatif' | 'annulation';

/** What a notice of the BODACC says, of what a creditor needs. */
export interface NoticeRecord {
  /** Letter of the part, number of the issue and of the notice: « A202601765232 ». */
  noticeId: string;
  publishedOn: Day;
  type: NoticeType;
  /** The family as published: `collective`, `radiation`, `vente`… */
  family: string;
  /** The companies it is about, by their number; empty for a person or a body without one. */
  sirens: readonly string[];
  /** Those of them who sell, in a notice of sale. */
  sellers: readonly string[];
  name: string | null;
  court: string | null;
  postcode: string | null;
  city: string | null;
  judgment: { family: string; nature: string; on: Day | null; details: string | null } | null;
  /** The words of an act or of a change, without any address of the web. */
  text: string | null;
  /** The notice that this one corrects or takes back. */
  previousId: string | null;
}

export type ProceedingsKind = 'sauvegarde' | 'redressement' | 'liquidation';

/** What a notice does to a claim. */
export type NoticeEffect =
  | { kind: 'opening' | 'conversion'; proceedings: ProceedingsKind | null }
  | { kind: 'closure'; reason: 'insufficient-assets' | 'debts-paid' | null }
  | { kind: 'plan' | 'claims-listed' | 'in-proceedings' | 'retracted' }
  | { kind: 'struck-off' | 'seat-moved' | 'sale' | 'dissolution' | 'told' }
  | { kind: 'none' };

export type NoticeEffectKind = NoticeEffect['kind'];

/** The person whom the court appointed for the creditors, as the notice names him. */
export interface Representative {
  role: 'liquidateur' | 'mandataire judiciaire';
  name: string;
  /** Null when it cannot be told from the rest of the notice. */
  address: string | null;
}
