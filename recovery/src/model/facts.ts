import type { Day, DebtorKind, IssuerSize } from '@acquit/law';
import type { PortalSettings } from '../portal/terms.ts';
import type { ContactRole } from '../views/customers.ts';
import type { PayerClass } from './payer.ts';
import type { CollectorFacts, CompanyRegistration, Language } from './subject.ts';

/**
 * What the core knows of a company, a debtor, a case and its claims on the day it decides. The shell reads these
 * facts from the database; the core never asks for more. Amounts are integer cents, days are `Day`.
 */

/** The creditor's journalled choice about something the law adds to the principal. */
export type AccessoryChoice = 'claimed' | 'reserved' | 'waived';

/**
 * Which rules say what delay costs: penalties between businesses (L441-10 C. com.), late interest of public buyers
 * (CCP), or legal interest from the formal notice (art. 1231-6 C. civ.) for everybody else.
 */
export type Regime = 'business' | 'public' | 'civil';

/** Which scenario a debtor follows, decided by what he is. */
export type Profile = 'business' | 'consumer' | 'public';

/**
 * How a step reaches a debtor. `registered` is a letter that proves its own delivery: on paper, or electronic where
 * the addressee's consent allows it; `task` reaches nobody but the creditor.
 */
export type Channel = 'email' | 'letter' | 'registered' | 'sms' | 'phone' | 'task';

/** A rate written in the creditor's terms; absent means the statutory default rate. */
export type StipulatedRate = { fixed: string } | { legalMultiple: string } | { ecbPlus: string };

export interface Address {
  lines: string[];
  postcode: string | null;
  city: string | null;
  country: string;
}

/** What a company may tune; every field has a default in `defaultSettings`. */
export interface CompanySettings {
  /** Fewest days between two contacts of one debtor. */
  minimumGapDays: number;
  /** Under this sum of overdue principal nothing is sent. */
  thresholdCents: number;
  /** Order of art. 1343-1 C. civ., or principal first by the creditor's agreement. */
  allocation: 'legal' | 'principalFirst';
  /**
   * Accessories held in reserve are asked for by the formal notice, or never; `waived` ones never are. Receipts clear
   * the principal first as long as they are in reserve, so what the notice asks is never overstated.
   */
  reservedAccessories: 'asked-by-formal-notice' | 'kept';
  /** The rate of the creditor's general terms, for debtors in business. */
  stipulatedRate: StipulatedRate | null;
  /** Agreed payment term, used when a document states no due date. */
  paymentTermDays: number | null;
  /** A receipt short by at most this settles its invoice; the rest is let go. */
  toleranceCents: number;
  /** The most that banks on the way of a transfer from outside the European Economic Area may have kept. */
  bankFeeCents: number;
  /** What borrowing costs the company, in percent a year, as a decimal string: what lateness costs is told with it. */
  financingRate: string | null;
  /** Its size, which decides since when its invoices must bear the mentions of electronic ones; null: not told. */
  issuerSize: IssuerSize | null;
  /** Who signs the letters, with the capacity: « Claire Martin, comptabilité clients ». */
  signatory: string | null;
  /** Working days the bank's data may lag before nothing leaves; null: the user has switched this guard off. */
  bankFreshnessWorkingDays: number | null;
  /** Working days an announced payment has to arrive before the claim is asked for again. */
  announcedPaymentWorkingDays: number;
  /** Working days after the promised day before a promise is called broken. */
  promiseGraceWorkingDays: number;
  /** Working days after an instalment's day before it is called missed. */
  planGraceWorkingDays: number;
  /** Copies of the invoices go in the envelope, behind the letter. */
  copiesWithLetters: boolean;
  /** Who kept a promise is thanked by e-mail, once nothing is late any more. */
  thanksForPromises: boolean;
  /** Days of the week on which something may reach a debtor (Monday is 1); those of the channel and the law hold besides. */
  sendingDays: number[];
  /** Hours of Paris between which messages leave and calls are made; null: at any hour. */
  sendingHours: { from: string; until: string } | null;
  /** Working days that a registered letter is counted to take, as long as its first presentation is not known. */
  postalDelayWorkingDays: number;
  /** Messages that may leave in a day before somebody is asked; null: no such limit. */
  dailyCap: number | null;
  /** How many times the usual volume of a pass is a jump, which somebody is asked about; null: it is not looked at. */
  volumeJump: number | null;
  /** What debtors may do by themselves on their own page. */
  portal: PortalSettings;
}

export interface CompanyFacts {
  companyId: string;
  name: string;
  legalForm: string | null;
  legalId: string | null;
  vat: string | null;
  address: Address;
  email: string | null;
  phone: string | null;
  iban: string | null;
  bic: string | null;
  creditorKind: 'business' | 'individual';
  mode: 'test' | 'live';
  settings: CompanySettings;
  /** What its letters must say of it, beyond its name and number. Absent: not known. */
  registration?: CompanyRegistration;
  /** Who collects for it when it is somebody's mandate; absent or null: it collects for itself. */
  collector?: CollectorFacts | null;
}

export interface DebtorFacts {
  debtorId: string;
  name: string;
  /** Null: not known; the prudent reading is taken and said. */
  kind: DebtorKind | null;
  legalId: string | null;
  email: string | null;
  phone: string | null;
  contactName: string | null;
  /** What the main contact above is for; absent: paying invoices. */
  contactRole?: ContactRole;
  /** The main address, when its server refused it for good: `email` is then null. Absent: none was. */
  refusedEmail?: { address: string; on: Day };
  /** Other people of this customer. Absent: none. */
  contacts?: ContactFacts[];
  address: Address;
  insolvencyOpenedOn: Day | null;
  /** The language he is written to; absent: French. */
  language?: Language;
  /** What the customer does, in the user's words. Absent: not said. */
  sector?: string | null;
  /** Our salesperson in charge of this customer, who may receive copies. Absent: nobody. */
  salesperson?: Salesperson | null;
}

/** Somebody of ours: never the debtor's contact. */
export interface Salesperson {
  name: string | null;
  email: string;
}

/** Somebody at the customer's besides the main contact. */
export interface ContactFacts {
  contactId: string;
  role: ContactRole;
  name: string | null;
  email: string | null;
  phone: string | null;
}

export interface ReceiptFacts {
  on: Day;
  amountCents: number;
}

export interface CreditFacts {
  on: Day;
  amountCents: number;
  /** A correction lowers the price from the start; a gesture counts from its date. */
  effect: 'correction' | 'gesture';
}

/** Why a claim is asked of nobody for now: money seen that may be its payment, a dispute told by the platform… */
export interface Hold {
  kind:
    | 'receipt-to-check'
    | 'payment-announced'
    | 'e-invoice-disputed'
    | 'e-invoice-suspended'
    | 'e-invoice-refused'
    | 'e-invoice-rejected'
    | 'absent-from-ledger'
    | 'promise'
    | 'disputed'
    | 'not-before'
    | 'procedure'
    | 'limitation-expired'
    | 'handed-over';
  /** A French sentence that ends the phrase « Facture F-1 : … ». */
  reason: string;
  /** Last day of the hold; null: until somebody acts. */
  until: Day | null;
}

export interface ClaimFacts {
  claimId: string;
  number: string;
  kind: 'invoice' | 'deposit' | 'corrective' | 'credit-note' | 'factored';
  issuedOn: Day | null;
  dueOn: Day | null;
  /** Total of the document, tax included. */
  totalCents: number;
  /** What was due when the document was made. */
  amountCents: number;
  receipts: ReceiptFacts[];
  credits: CreditFacts[];
  /** Principal still open: amount less receipts and credits, never below zero. */
  openCents: number;
  penalties: AccessoryChoice;
  indemnity: AccessoryChoice;
  /** Rank of the last scenario step this claim was part of; -1 before any. */
  level: number;
  levelOn: Day | null;
  /** Key of that step, which finds its place in a scenario that has changed since. Absent: the rank alone is known. */
  levelStep?: string | null;
  /** Day on which a formal notice for this claim was decided to be sent. Absent: none was. */
  noticeSentOn?: Day | null;
  /** Day on which a formal notice for this claim was received or first presented. */
  noticeOn: Day | null;
  orderReference: string | null;
  doubts: { code: string; message: string }[];
  /** Holds not ended by anybody; one whose last day is past holds no more. Absent: none. */
  holds?: Hold[];
  /** The part of the claim that the debtor contests and that nobody has answered: not asked for. Absent: none. */
  contestedCents?: number;
  /** The day of the last promise on this claim that was not kept, once its grace is over. Absent: none. */
  promiseOn?: Day;
}

/** One date of a plan: what is to be paid, by when, and until when we wait before calling it missed. */
export interface PlanInstalment {
  dueOn: Day;
  /** Last day of grace: the instalment is missed from the day after. */
  untilOn: Day;
  cents: number;
}

/** A notice that aims at the forfeiture clause of a plan, because instalments up to one were missed. */
export interface PlanNotice {
  /** Number of instalments, from the first, that the notice asks to be made good. */
  upTo: number;
  /** Last day to answer it; null while it has not left, and then nothing runs. */
  expiresOn: Day | null;
  /** The day it was decided, by which it is told from the plan's other notices where they are shown. */
  decidedOn?: Day;
}

/** A signed plan of payment. Where it stands on a day follows from this and is stored nowhere. */
export interface PlanFacts {
  planId: string;
  claimIds: string[];
  signedOn: Day;
  /** In the order of their days. */
  instalments: PlanInstalment[];
  /** Days left by the notice before the whole debt is due again. */
  clauseDays: number;
  /** Money received for its claims since it was signed, and credit notes given on them: both pay instalments. */
  receipts: ReceiptFacts[];
  notices: PlanNotice[];
}

/** Days on which a whole case is left alone; null: until somebody resumes it. */
export interface PauseFacts {
  from: Day;
  until: Day | null;
  reason: string;
}

/** A promise that was not kept. */
export interface BrokenPromise {
  madeOn: Day;
  promisedOn: Day;
  amountCents: number;
  /** The day after its grace. */
  brokenOn: Day;
}

export interface CaseFacts {
  caseId: string;
  profile: Profile;
  status: 'open' | 'paused' | 'parked' | 'closed';
  pausedUntil: Day | null;
  lastContactOn: Day | null;
  debtor: DebtorFacts;
  /** Open claims and open credit notes. */
  claims: ClaimFacts[];
  /** Money received from this debtor that clears no claim yet; it is netted in what a message asks. */
  unallocatedCents?: number;
  /** Plans that were signed and are not over. Absent: none. */
  plans?: PlanFacts[];
  /** The last promise of which nothing came, once its grace is over. Absent: none, or part of it came. */
  brokenPromise?: BrokenPromise;
  /** Pauses of this case, or of the whole company, that are not over. Absent: none. */
  pauses?: PauseFacts[];
  /** Key of the scenario a person chose for this case. Absent: the rules choose. */
  scenarioChosen?: string | null;
  /** Versions of scenarios that this case was told to keep as long as something runs, by their key. Absent: none. */
  keptVersions?: Readonly<Record<string, number>>;
  /** Invoiced to this customer in the twelve months before. Absent: no rule asks for it. */
  turnoverCents?: number;
  /** How this customer pays, by hand or from his history. Absent: not looked at yet. */
  payerClass?: PayerClass;
  /** The day of the oldest answer of a person that nobody of ours has read. Absent: none. */
  unreadReplyOn?: Day;
}
