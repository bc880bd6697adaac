import type { DispatchEventKind } from '../dispatch/events.ts';
import type { Provider, Service } from '../dispatch/providers.ts';

/** What was handed to the post and to providers, as its screens show it. Days are `YYYY-MM-DD`, amounts cents. */

export interface DispatchEventView {
  eventId: string;
  kind: DispatchEventKind;
  /** In French, by what was sent. */
  name: string;
  on: string;
  source: 'provider' | 'hand';
  label: string | null;
  hasProof: boolean;
  toldAt: string;
}

export interface DispatchView {
  actionId: string;
  caseId: string;
  debtorName: string;
  stepName: string;
  channel: 'letter' | 'registered' | 'sms';
  electronic: boolean;
  /** Null: printed and posted by the user. */
  provider: Provider | null;
  providerName: string | null;
  /** Of the registered letter, once known. */
  number: string | null;
  /** What the provider charged, without tax; null when he has not said. */
  priceCents: number | null;
  handedAt: string;
  ended: boolean;
  totalCents: number;
  /** The exact letter is kept. */
  hasLetter: boolean;
  events: DispatchEventView[];
}

export interface ProviderAccountView {
  service: Service;
  provider: Provider;
  /** Without any secret. */
  settings: Record<string, string>;
  unitPriceCents: number | null;
  monthlyLimit: number | null;
  usedThisMonth: number;
}

export interface ConsentView {
  consentId: string;
  givenOn: string;
  proof: string;
  hasProof: boolean;
  recordedBy: string;
  withdrawnOn: string | null;
}

/** What handing letters to a provider will do, said before it is done. */
export interface HandOverPreview {
  provider: Provider;
  providerName: string;
  service: Service;
  /** What leaves, and what cannot with the reason. */
  leaving: { actionId: string; debtorName: string; to: string }[];
  staying: { actionId: string; debtorName: string; reason: string }[];
  unitPriceCents: number | null;
  totalPriceCents: number | null;
  usedThisMonth: number;
  monthlyLimit: number | null;
  /** The sentence that says what confirming does. */
  consequence: string;
  /** The account asks for a code of its owner, once an hour. */
  asksCode: boolean;
}
