import type { DispatchEventKind } from '@acquit/recovery';

/** An address as the post wants it. */
export interface PostalParty {
  name: string;
  /** Above the street: « À l’attention de… ». */
  contact: string | null;
  street: string[];
  postcode: string;
  city: string;
  country: string;
}

export interface LetterFile {
  /** Without its extension. */
  name: string;
  pdf: Uint8Array;
}

/** One paid sending. `ref` is our name for it: 32 characters, the same at every attempt. */
export type PaidOrder = { ref: string } & (
  | { service: 'sms'; to: string; sender: string; text: string }
  | { service: 'letter' | 'registered'; from: PostalParty; to: PostalParty; file: LetterFile }
  | {
      service: 'electronic';
      to: { name: string; firstName: string; lastName: string; email: string; professional: boolean };
      file: LetterFile;
      /** What the addressee reads beside the file. */
      content: string;
    }
);

/** Ways a call can fail with certainty that nothing was bought. */
export type NotBought =
  /** This sending will never be taken as it is: a wrong number, a wrong address. */
  | { kind: 'refused'; answer: string }
  /** Not now; trying later is safe. */
  | { kind: 'not-taken'; answer: string }
  /** The account does not work: no other sending of it would be taken either. */
  | { kind: 'account'; answer: string };

/** What became of the one call that costs. `unknown`: it may have been taken. */
export type PaidOutcome =
  | { kind: 'accepted'; providerRef: string | null; priceCents: number | null; answer: string }
  | NotBought
  | { kind: 'unknown'; answer: string };

/** What is made ready at the provider's before anything costs; `draft` is what the paid call then needs. */
export type Prepared = { kind: 'ready'; draft: string | null } | NotBought;

/** What the provider knows of a sending in doubt. */
export type Finding =
  | { kind: 'taken'; providerRef: string | null; priceCents: number | null }
  /** Certainly not bought: it may be sent as if for the first time. */
  | { kind: 'not-taken' }
  /** Sending it again under the same name is recognised and refused by the provider, so it can only be bought once. */
  | { kind: 'repeatable' }
  | { kind: 'unknown'; answer: string };

export interface FollowedEvent {
  kind: DispatchEventKind;
  /** `YYYY-MM-DD` in Paris. */
  on: string;
  /** The provider's own words. */
  label: string;
  proof: { bytes: Uint8Array; mediaType: string } | null;
}

/** News of a sending; `trouble` when none could be had this time. */
export type Followed =
  | { events: FollowedEvent[]; number: string | null; priceCents: number | null; trouble?: undefined }
  | { trouble: string };

/** How one provider is spoken to. Only `pay` costs; all else may be repeated. */
export interface Connector {
  /** Proves that the account opens; gives the provider's words, or why it does not. */
  check(): Promise<{ answer: string; trouble?: undefined } | { trouble: string }>;
  prepare(order: PaidOrder): Promise<Prepared>;
  pay(order: PaidOrder, draft: string | null): Promise<PaidOutcome>;
  find(order: { ref: string; draft: string | null; ageMs: number }): Promise<Finding>;
  /** Null when the provider tells nothing afterwards. `known`: proofs already kept are not fetched again. */
  follow:
    | ((sending: { ref: string; providerRef: string; known: readonly DispatchEventKind[] }) => Promise<Followed>)
    | null;
  /** Opens the account for a while with a code its owner has just received or computed. */
  unlock?: (code: string) => Promise<{ trouble: string | null }>;
}
