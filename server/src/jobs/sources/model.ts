import { type SourceSettings, typeset } from '@acquit/recovery';
import type { SourceRecord, SourceTrouble } from '../../store/index.ts';

/** What stops a look at a source, as the sentence a person reads. Thrown inside a look, kept on the source's row. */
export class SourceFault extends Error {
  readonly code: string;
  /** Passing: a broken line may be tried again at once. */
  readonly passing: boolean;

  constructor(code: string, message: string, options: { passing?: boolean; cause?: unknown } = {}) {
    super(typeset(message), { cause: options.cause });
    this.name = 'SourceFault';
    this.code = code;
    this.passing = options.passing ?? false;
  }

  get trouble(): SourceTrouble {
    return { code: this.code, message: this.message };
  }
}

export type SettingsOf<K extends SourceSettings['kind']> = Extract<SourceSettings, { kind: K }>;

/** A file found at its source, before it is taken. */
export interface FoundFile {
  /** Names the place in the source, so that two places may hold the same content. */
  place: string;
  /** How the file looks without opening it (size, date); null when it must be opened to know. */
  mark: string | null;
  fileName: string;
  /** Copies the content to `path` and ends when it is whole. Refuses with a `SourceFault`, or null to leave it for later. */
  fetch(path: string): Promise<'whole' | 'changing'>;
}

/** What a look may do with what it finds; the same for every kind of source. */
export interface Desk {
  readonly source: SourceRecord;
  /** What opens the source: a password, a private key; null when none is kept. */
  readonly secret: string | null;
  /** Asks a look to end between two files. */
  readonly signal: AbortSignal;
  /** Which of these files were never taken. */
  unknown<T extends FoundFile>(files: readonly T[]): Promise<T[]>;
  /** Takes one file in: imported or refused, it is written down with its outcome, once. */
  take(file: FoundFile): Promise<void>;
  /** Writes down a file that is not taken in, with the reason. */
  leave(
    file: Pick<FoundFile, 'place' | 'mark' | 'fileName'>,
    outcome: 'ignored' | 'refused',
    why: string,
  ): Promise<void>;
  /** Keeps the source for another while; the look ends when another process has taken it meanwhile. */
  renew(): Promise<void>;
  /** Remembers how far the source was read. */
  moveTo(position: unknown): Promise<void>;
}

/** How one kind of source is looked at. */
export interface Watch {
  /**
   * Finds what is new and hands it to the desk. Gives a trouble met on the way that did not stop it; throws a
   * `SourceFault` for one that did.
   */
  look(desk: Desk): Promise<SourceTrouble | null>;
}

/** The largest file taken from a source, in bytes: what the readers take of a statement or an accounting file. */
export const LARGEST_FILE_BYTES = 2_000_000_000;

/** A file that somebody may be writing is whole when neither its size nor its date has moved for so long, in ms. */
export const SETTLE_MS = 2_000;

/** The most files of one folder that a look considers: what it holds in memory has an end, whatever somebody put there. */
export const MOST_FILES = 50_000;

/** Names that a program gives to what it has not finished, or to what is nobody's document. */
const NOT_A_DOCUMENT =
  /^(?:\..*|~.*|desktop\.ini|thumbs\.db|.*\.(?:tmp|temp|part|partial|crdownload|download|filepart|swp|lock|bak)|.*~)$/i;

export const isDocumentName = (name: string): boolean => !NOT_A_DOCUMENT.test(name);
