/** An act of a debtor on his page, as the creditor reads it. Days `YYYY-MM-DD`, instants ISO 8601. */
export interface PortalActView {
  actId: string;
  caseId: string;
  debtorName: string;
  kind: 'paid' | 'promise' | 'dispute' | 'instalments' | 'wrong-addressee' | 'card' | 'card-back';
  on: string;
  at: string;
  /** What it did by itself, or what it asks for. */
  effect: string | null;
  /** Numbers of the invoices it is about. */
  numbers: string[];
  /** His own words, when he wrote some. */
  details: string | null;
  hasFile: boolean;
  isRead: boolean;
}

/** The debtor's page of one case, as the creditor governs it. */
export interface PortalView {
  /** Null when the installation has no public address; debtors then have no page. */
  address: string | null;
  /** True when messages of this company carry the link. */
  enabled: boolean;
  /** The page as the debtor sees it, where nothing typed is kept. It opens for a day. */
  previewPath: string;
  lastOpenedOn: string | null;
  acts: PortalActView[];
}

/** A link made for one debtor, to be sent by hand. */
export interface PortalLinkView {
  url: string;
  until: string;
}

/** What debtors of a company said on their page and nobody has answered, oldest first. */
export interface PortalInbox {
  /** Where their pages open; null when the installation has no public address. */
  address: string | null;
  acts: PortalActView[];
}

/** A company's account for card payments on its debtors' page; no secret of it comes back. */
export interface CardAccountView {
  /** Null until a key was entered; a test key takes no real money. */
  keyMode: 'test' | 'live' | null;
  /** Last letters of the key. */
  keyEnd: string | null;
  enabled: boolean;
  hasWebhookSecret: boolean;
  /** What Stripe has to call; null when the installation has no public address. */
  webhookUrl: string | null;
  /** True when debtors may pay by card; else the sentence that says what is missing. */
  offered: boolean;
  whyNot: string | null;
}
