import type { Explanation } from '@acquit/law';
import type { WrittenChannel } from '../model/channel.ts';
import type { MessageFacts, Reason } from '../model/decision.ts';
import type { AccessoryChoice, Channel, CompanySettings, Profile, StipulatedRate } from '../model/facts.ts';
import type { DueOnSource } from '../sync/model.ts';
import type { BankFreshnessView } from './bank.ts';
import type { VolumeStop } from './scenarios.ts';

/**
 * The shapes that travel between the server and the app. Money is an integer of cents, a day is `YYYY-MM-DD`, an
 * instant is ISO 8601. The server's OpenAPI description is checked against these types.
 */

export type { AccessoryChoice, Channel, CompanySettings, Explanation, MessageFacts, Profile, Reason, StipulatedRate };

export interface SessionView {
  state: 'needs-first-user' | 'anonymous' | 'signed-in';
  user: { name: string; email: string } | null;
  csrfToken: string | null;
  companies: CompanyView[];
  /** Today in Europe/Paris, as the server sees it. */
  today: string;
  version: string;
}

export interface CompanyView {
  companyId: string;
  name: string;
  legalForm: string | null;
  legalId: string | null;
  vat: string | null;
  addressLines: string[];
  postcode: string | null;
  city: string | null;
  country: string;
  email: string | null;
  phone: string | null;
  iban: string | null;
  bic: string | null;
  /** « RCS Lyon », the national register, the capital: what letters must say of it (art. R123-237 and 238 C. com.). */
  rcsCity: string | null;
  inNationalRegister: boolean;
  capitalCents: number | null;
  inLiquidation: boolean;
  /** Day of the mandate by which somebody else collects for it (art. R124-3 CPCE); null: it collects for itself. */
  mandateSignedOn: string | null;
  mode: 'test' | 'live';
  isDemo: boolean;
  settings: CompanySettings;
  /** What is missing before it may go live, in French; empty when ready. */
  missingForLive: string[];
}

export interface TodayView {
  on: string;
  totals: {
    openCents: number;
    overdueCents: number;
    openClaims: number;
    overdueClaims: number;
    debtors: number;
    receivedThisMonthCents: number;
  };
  /** What waits for a person, by when it was to be done. */
  counters: DayCounters;
  groups: WorkGroup[];
  /** What the next pass will send by itself. */
  tonight: { messages: number; letters: number; totalCents: number };
  /** A day whose messages are held back because they are too many, until somebody says. */
  volumeStop: VolumeStop | null;
  /** Messages of debtors that belong to no case yet. */
  repliesToSort: number;
  lastPass: PassView | null;
  capturedCount: number;
  inDoubtCount: number;
  toPrintCount: number;
  importDoubtCount: number;
  /** How recent the bank's data are, and whether they hold the sendings back. */
  bank: BankFreshnessView;
}

/** Its day is past, is today, or is known and to come. */
export type WorkStanding = 'late' | 'today' | 'coming';

/** How many lines of work, and what is at stake in them; `coming` counts the next `comingDays` days. */
export interface DayCounters {
  late: DayCount;
  today: DayCount;
  coming: DayCount;
  comingDays: number;
}

export interface DayCount {
  count: number;
  cents: number;
}

export type WorkKind =
  | 'in-doubt'
  | 'deadline'
  | 'limitation'
  | 'notice'
  | 'opening'
  | 'procedure'
  | 'reply'
  | 'portal-act'
  | 'partner'
  | 'to-confirm'
  | 'to-send'
  | 'call'
  | 'promise'
  | 'plan'
  | 'dispute'
  | 'decide'
  | 'missing-address'
  | 'e-invoice'
  | 'absent'
  | 'to-print'
  | 'registered'
  | 'parked'
  | 'coming';

export interface WorkGroup {
  kind: WorkKind;
  title: string;
  items: WorkItem[];
  /** All there are; `items` holds the first fifty. */
  count: number;
  /** How many of them were to be done before today. */
  late: number;
}

export interface WorkItem {
  actionId: string | null;
  caseId: string;
  /** The one claim the work is about; null when it is about the case. */
  claimId: string | null;
  /** The reply, act, promise, dispute, plan or procedure it is about, by the kind of work. */
  objectId: string | null;
  debtorName: string;
  stepName: string;
  /** What it is, as a code, where one kind of work has several. */
  what: string | null;
  channel: Channel;
  /** The day it was to be done, or since which it waits. */
  on: string;
  standing: WorkStanding;
  totalCents: number;
  oldestDueOn: string | null;
  reasons: Reason[];
  phone: string | null;
  /** Who is to do it, when somebody was named, and whether it is the reader. */
  owner: string | null;
  mine: boolean;
  /** For a call: what to say, by objective. */
  script: string[];
}

export interface PassView {
  passId: string;
  company: string;
  on: string;
  casesExamined: number;
  decisions: number;
  messages: number;
  tasks: number;
  parked: number;
  cpuSeconds: number;
  finishedAt: string | null;
}

export interface CaseRow {
  caseId: string;
  debtorName: string;
  profile: Profile;
  status: 'open' | 'paused' | 'parked' | 'closed';
  openCents: number;
  openClaims: number;
  oldestDueOn: string | null;
  daysLate: number;
  nextActionOn: string | null;
  nextStepName: string | null;
  lastContactOn: string | null;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface CaseView {
  caseId: string;
  profile: Profile;
  status: 'open' | 'paused' | 'parked' | 'closed';
  statusReason: string | null;
  pausedUntil: string | null;
  debtor: DebtorView;
  on: string;
  owed: OwedView;
  oldestDueOn: string | null;
  nextActionOn: string | null;
  nextStepName: string | null;
  /** Why this step on this day. */
  nextReasons: Reason[];
  scenario: CaseScenarioView;
  claims: ClaimView[];
  receipts: ReceiptView[];
}

/** The scenario of a case, who or what chose it, and the others it might follow. */
export interface CaseScenarioView {
  key: string;
  name: string;
  version: number;
  by: 'hand' | 'rule' | 'profile';
  why: string;
  choices: { key: string; name: string }[];
}

export interface DebtorView {
  debtorId: string;
  name: string;
  kind: string | null;
  kindName: string;
  legalId: string | null;
  vat: string | null;
  email: string | null;
  phone: string | null;
  contactName: string | null;
  addressLines: string[];
  postcode: string | null;
  city: string | null;
  country: string;
  insolvencyOpenedOn: string | null;
}

export interface OwedView {
  principalCents: number;
  penaltyCents: number;
  indemnityCents: number;
  creditCents: number;
  /** Principal, claimed accessories, less credits. */
  claimedCents: number;
  /** Due by law but kept in reserve by the creditor's choice. */
  reservedCents: number;
  /** Sentences on what may not be asked of this debtor, with the article. */
  notes: string[];
}

export interface ClaimView {
  claimId: string;
  number: string;
  kind: 'invoice' | 'deposit' | 'corrective' | 'credit-note' | 'factored';
  kindName: string;
  issuedOn: string | null;
  dueOn: string | null;
  dueOnSource: DueOnSource;
  daysLate: number;
  totalCents: number;
  amountCents: number;
  openCents: number;
  receivedCents: number;
  creditedCents: number;
  penaltyCents: number;
  indemnityCents: number;
  penalties: AccessoryChoice;
  indemnity: AccessoryChoice;
  /** A formal notice asked for what was kept in reserve: it is part of what is claimed. */
  askedByNotice: boolean;
  status: 'open' | 'settled' | 'cancelled' | 'not-ours' | 'irrecoverable';
  levelStepName: string | null;
  levelOn: string | null;
  doubts: { code: string; message: string }[];
  hasDocument: boolean;
  /** Where the claim's e-invoice stands; null when no platform has said anything of it. */
  eInvoice: EInvoiceView | null;
  /** Why a list casts doubt on the claim, which is asked of nobody until a person answers; null otherwise. */
  absent: string | null;
}

/** Where an e-invoice stands: its last status, what it asks of a person, and what it proves. */
export interface EInvoiceView {
  /** The three-digit code of the last status, its French name, and its local time. */
  status: string;
  label: string;
  at: string;
  /** What a person has to do; null when nothing waits for him. */
  task: { ground: string; title: string; message: string } | null;
  /** Money declared to the platform as received and not recorded here, in cents. */
  unrecordedCents: number;
  /** French sentences: what the statuses prove. */
  evidence: string[];
}

/** "Pourquoi ce montant ?": what one claim is worth on one day, with its whole tree. */
export interface ClaimStatementView {
  claimId: string;
  number: string;
  on: string;
  principalLeftCents: number;
  penaltyCents: number;
  indemnityCents: number;
  totalDueCents: number;
  explanation: Explanation;
  /** Set when the figure cannot be computed (a rate not published yet…): nothing is claimed then. */
  refusal: { code: string; message: string } | null;
}

export interface ReceiptView {
  receiptId: string;
  caseId: string;
  debtorName: string;
  receivedOn: string;
  amountCents: number;
  method: string;
  reference: string | null;
  allocations: { claimId: string; number: string; amountCents: number }[];
  unallocatedCents: number;
  decidedBy: string;
  cancelledAt: string | null;
}

export interface TimelineItem {
  id: string;
  at: string;
  on: string;
  /** 'left': from the debtor; 'right': from us; 'center': a fact. */
  side: 'left' | 'right' | 'center';
  kind: string;
  title: string;
  detail: string | null;
  amountCents: number | null;
  actionId: string | null;
  mode: 'test' | 'live' | null;
  reasons: Reason[];
  /** How money was found on a line of the bank; null for everything else. */
  match: MatchedBy | null;
  /** Papers of it that can be opened. */
  exhibits: { name: string; href: string }[];
}

/** By which rule of the matching, how sure out of 100, and the person who decided; null when it was done by itself. */
export interface MatchedBy {
  rule: string;
  confidence: number;
  by: string | null;
}

export interface PlanItem {
  on: string;
  caseId: string;
  debtorName: string;
  stepName: string;
  channel: Channel;
  recipient: string | null;
  release: 'automatic' | 'confirm' | 'manual';
  totalCents: number;
  claimNumbers: string[];
  reasons: Reason[];
}

export interface PlanView {
  from: string;
  days: number;
  items: PlanItem[];
  /** True when more would follow than is shown. */
  truncated: boolean;
}

export type MessageState =
  | 'waiting'
  | 'due'
  | 'reserved'
  | 'ending'
  | 'sent'
  | 'in-doubt'
  | 'refused'
  | 'captured'
  | 'to-print'
  | 'printed'
  | 'cancelled';

export interface MessageRow {
  actionId: string;
  caseId: string;
  debtorName: string;
  channel: WrittenChannel;
  state: MessageState;
  stepName: string;
  recipient: string | null;
  decidedOn: string;
  totalCents: number;
  settledAt: string | null;
  serverAnswer: string | null;
  attempts: number;
}

export interface MessageView extends MessageRow {
  messageId: string | null;
  subject: string;
  text: string;
  html: string;
  attachments: { name: string; mediaType: string; bytes: number; href: string }[];
  reasons: Reason[];
  facts: MessageFacts;
}

/** A column of a table with a sample of it, so that a wrong reading is seen and corrected. */
export interface PreviewColumn {
  index: number;
  header: string;
  sample: string;
  field: string | null;
}

export interface MailSettingsView {
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  username: string | null;
  hasPassword: boolean;
  fromName: string;
  fromAddress: string;
  replyTo: string | null;
  copyTo: string | null;
  dkimDomain: string | null;
  dkimSelector: string | null;
  hasDkimKey: boolean;
}

export interface JournalRow {
  seq: number;
  at: string;
  actor: string;
  action: string;
  actionName: string;
  objectKind: string;
  objectId: string;
  payload: Record<string, unknown> | null;
  hash: string;
}

export interface RefusalView {
  code: string;
  message: string;
  facts: Record<string, unknown>;
}
