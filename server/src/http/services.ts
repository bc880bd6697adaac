import type {
  Channel,
  ImportJobView,
  LetterDocument,
  PassView,
  Reason,
  SourceSettings,
  SyncPreview,
  WrittenChannel,
} from '@acquit/recovery';
import type { BodaccNet, StripeNet } from '../channels/index.ts';
import type { Clock } from '../clock.ts';
import type { PushingSource, Store, Tx } from '../store/index.ts';

/** Who asks, as every service below needs it: whose data, and whose name the journal keeps. */
export interface Actor {
  tenantId: string;
  /** `user:<id>`. */
  actor: string;
}

/** A refusal decided below HTTP; the pipeline answers it with its own code and sentence. */
export interface ServiceRefusal {
  refusal: { code: string; message: string; facts?: Record<string, unknown> };
}

/** A file given back to the browser. */
export interface ProducedFile {
  name: string;
  mediaType: string;
  content: Uint8Array;
}

/** A dropped file that waits on disk for its preview or its import. */
export interface StagedFile {
  uploadId: string;
  fileName: string;
  mediaType: string;
  /** Absolute path of the bytes. */
  path: string;
  bytes: number;
}

export interface ImportOptions {
  companyId: string | null;
  /** Field of ours → index of the column; null lets the reader find it. */
  mapping: Record<string, number> | null;
  /** `YYYY-MM-DD`. */
  today: string;
}

export interface RunDecision {
  debtorName: string;
  stepName: string;
  channel: Channel;
  totalCents: number;
  reasons: Reason[];
}

export interface ComposedMessage {
  messageId: string | null;
  subject: string;
  text: string;
  html: string;
  attachments: { name: string; mediaType: string; bytes: number }[];
}

export interface SourceTrial {
  tenantId: string;
  settings: SourceSettings;
  /** As typed; undefined takes the one kept for `sourceId`, if it was entered for this very place. */
  secret?: string | null | undefined;
  sourceId?: string | undefined;
}

export interface SourceTrialOutcome {
  ok: boolean;
  code: string | null;
  message: string;
  files: number | null;
  /** The key an SFTP server shows, for a person to accept. */
  hostKey: string | null;
}

/**
 * What the HTTP layer asks of the rest of the server. `createApp` receives it whole, so that the routes know neither
 * how a letter is rendered nor how an e-mail leaves, and tests can listen at this border.
 */
export interface AppServices {
  store: Store;
  clock: Clock;
  log: AppLog;
  version: string;
  config: HttpConfig;
  /** Reads dropped files and says what importing them would do; stores nothing. One answer per file, in order. */
  previewImport(actor: Actor, files: readonly StagedFile[], options: ImportOptions): Promise<SyncPreview[]>;
  /**
   * Imports one file; doing it twice with the same bytes is a duplicate, never a second claim. Answers when it is done,
   * or after two seconds with a job under way, to be asked again.
   */
  applyImport(actor: Actor, file: StagedFile, options: ImportOptions): Promise<ImportJobView>;
  /** Ends the hold of a claim that a complete list no longer has, as a person says; false when nothing holds it so. */
  answerAbsence(
    tx: Tx,
    order: { claimId: string; answer: 'paid' | 'cancelled' | 'resume'; actor: string; today: string },
  ): Promise<boolean>;
  /** Takes the last import of a company back, inside the request's transaction; null when done. */
  undoImport(tx: Tx, order: { importId: string; actor: string; today: string }): Promise<ServiceRefusal | null>;
  /** Looks at a source now; what it met is on the source. `busy`: another process is at it. */
  checkSource(actor: Actor, sourceId: string): Promise<'done' | 'failed' | 'busy' | 'gone'>;
  /** Opens a source with the given settings and counts what is there; takes nothing and keeps nothing. */
  trySource(order: SourceTrial): Promise<SourceTrialOutcome>;
  /** Imports one file that a program pushed. */
  takePushed(source: PushingSource, file: { fileName: string; path: string }): Promise<ImportJobView>;
  /** The night's pass of one company for one day; repeating it does nothing more. */
  runPass(
    actor: Actor,
    order: { companyId: string; on: string; dryRun: boolean },
  ): Promise<{ pass: PassView; decisions: RunDecision[] } | ServiceRefusal>;
  /** Sends one test message with the company's settings; `MailRefused` carries the server's own words. */
  testMail(actor: Actor, order: { companyId: string; to: string }): Promise<{ serverAnswer: string } | ServiceRefusal>;
  /** What an action's message says, exactly as it left or would leave. Called inside the request's transaction. */
  composeMessage(tx: Tx, actionId: string, channel: WrittenChannel): Promise<ComposedMessage>;
  /** The n-th attachment of that message, from 0; null when there are fewer. */
  messageAttachment(tx: Tx, actionId: string, channel: WrittenChannel, n: number): Promise<ProducedFile | null>;
  letterPdf(tx: Tx, actionId: string): Promise<ProducedFile>;
  /** The letters waiting to be printed, merged, behind a cover list; null when none waits. */
  printQueue(tx: Tx, companyId: string): Promise<ProducedFile | null>;
  /** Keeps letters as they are printed, as evidence, before they are marked so. */
  keepPrintedLetters(tx: Tx, actionIds: readonly string[]): Promise<void>;
  /** Closes a doubtful sending; false when it was not (or no longer) open to this answer. Journals the act. */
  resolveInDoubt(
    tx: Tx,
    order: { actionId: string; channel: WrittenChannel; answer: 'arrived' | 'send-again'; actor: string },
  ): Promise<boolean>;
  /** Sets the statement of a calculation; it is kept nowhere. Throws `RenderRefusal`. */
  renderStatement(document: LetterDocument): Promise<Uint8Array>;
  /** The figures of the law in force on a day, with their sources. */
  lawParameters(on: string): LawParameter[];
  /** Loads the demo company into the tenant, in test mode. */
  loadDemo(actor: Actor, today: string): Promise<{ companyId: string } | ServiceRefusal>;
}

export interface LawParameter {
  /** Its identifier in the tables of the law, with its column after a stroke: `legal-interest/business`. */
  key: string;
  name: string;
  kind: 'value' | 'list' | 'tariff';
  unit: string;
  knownUntil: string | null;
  expected: string | null;
  expectedOn: string | null;
  entries: LawParameterEntry[];
}

export interface LawParameterEntry {
  from: string;
  until: string | null;
  value: string;
  written: string;
  reference: string;
  confidence: 'A' | 'B' | 'C';
  verifiedOn: string;
}

export interface HttpConfig {
  /** Where people open the app when it is published (ACQUIT_PUBLIC_URL); null: on this machine only. */
  publicUrl: URL | null;
  /** Where debtors open their own page (ACQUIT_PORTAL_URL, or the address above); null: they have none. */
  portalUrl: URL | null;
  /** Where Stripe is reached, for payments by card on debtors' pages. */
  stripe: StripeNet;
  /** Where the BODACC's open data is reached. */
  bodacc: BodaccNet;
  /** Reverse proxies in front that we trust to say who calls; 0 takes the socket's own address. */
  proxyHops: number;
  /** Folder of the built app; a friendly sentence is served when it is missing. */
  webRoot: string;
  /** Folder where dropped files wait, emptied by itself. */
  stagingFolder: string;
  /** Checks every answer against its published schema: on in tests, where a mismatch must be loud. */
  checkAnswers: boolean;
}

/** The part of pino that we use. */
export interface AppLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
