/**
 * What a message is about when it is no ordinary step of a scenario: it then has a text of its own, and the facts
 * that text needs. Days are `YYYY-MM-DD`, amounts integer cents, as everything frozen in a message.
 */
export type MessageSubject =
  /** What was asked has been paid: thanks, and nothing else. */
  | { kind: 'thanks'; receivedCents: number; receivedOn: string }
  /** A promise was not kept: what was promised, by when, and when it was said. */
  | { kind: 'promise-broken'; madeOn: string; promisedOn: string; promisedCents: number }
  /**
   * An instalment was missed: the notice that aims at the forfeiture clause. A missed instalment does not by itself
   * make the balance due (art. 1305-4 C. civ.), so the notice says what is to be paid now, and what would be after.
   */
  | {
      kind: 'plan-missed';
      signedOn: string;
      missedOn: string;
      missedCents: number;
      /** All that the plan leaves to pay, the missed instalments included. */
      balanceCents: number;
      /** Days given by the clause, from the reception of the notice. */
      noticeDays: number;
    }
  /** Deliveries or services will be suspended (art. 1219 and 1220 C. civ.): what, under which contract, from when. */
  | { kind: 'suspension'; suspendedOn: string; what: string; contract: string | null }
  /** What was said on the telephone, confirmed the same day. */
  | {
      kind: 'call-confirmed';
      calledOn: string;
      spokeWith: string | null;
      promisedCents: number | null;
      promisedOn: string | null;
    };

export type SubjectKind = MessageSubject['kind'];

/** The language a customer is written to. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a business letter must say of the company that writes it (art. R123-237 and R123-238 C. com.). */
export interface CompanyRegistration {
  /** The trade register's town: « RCS Lyon ». Null when the company is not in it. */
  rcsCity: string | null;
  /** Registered in the national register of businesses, for who is not in the trade register. */
  inNationalRegister: boolean;
  /** Share capital in cents, for companies that have one. */
  capitalCents: number | null;
  /** A company being wound up says so on every letter. */
  inLiquidation: boolean;
}

/** Who collects for others (art. R124-1 and following CPCE): stated on every letter of a company under mandate. */
export interface CollectorFacts {
  name: string;
  addressLines: string[];
  postcode: string | null;
  city: string | null;
  email: string | null;
  phone: string | null;
  legalId: string | null;
  /** The account that holds creditors' money and nothing else (art. R124-2 CPCE). */
  iban: string | null;
  bic: string | null;
}

/** The first letter of a collector in a case: later contacts recall it (art. R124-4 CPCE, last paragraph). */
export interface FirstLetter {
  reference: string;
  /** Null as long as it has not left: the message being written is the first. */
  sentOn: string | null;
}
