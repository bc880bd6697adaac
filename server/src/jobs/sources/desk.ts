import { createHash } from 'node:crypto';
import { type ImportJobView, type ImportState, type SourceFileView, typeset } from '@acquit/recovery';
import type { Readers } from '../../intake/index.ts';
import {
  knownMarks,
  leaseSource,
  movePosition,
  orphanImport,
  recognise,
  recordFile,
  type SourceRecord,
  type Store,
  type Tx,
} from '../../store/index.ts';
import { importDropped } from '../importing/index.ts';
import { type Desk, type FoundFile, SourceFault } from './model.ts';
import { contentHash, withStaged } from './staging.ts';

/** Who a file of a source is imported by, for the journal. */
export const actorOf = (sourceId: string): string => `source:${sourceId}`;

/** A source may be held this long without a sign of life; each file taken gives one. */
export const LEASE_MS = 5 * 60_000;

const digest = (...parts: readonly string[]): string => createHash('sha256').update(parts.join('\0')).digest('hex');

/** The key under which a file is taken once: where it lies, and what is in it. */
export const fileKey = (place: string, sha256: Buffer): string => digest(place, sha256.toString('hex'));

interface DeskOptions {
  store: Store;
  readers: Readers;
  tenantId: string;
  worker: string;
  source: SourceRecord;
  secret: string | null;
  /** `YYYY-MM-DD`. */
  today: string;
  signal: AbortSignal;
  /** Hears of a file that met a fault of ours. */
  onError?: ((error: unknown) => void) | undefined;
}

/** What imports and remembers for a look at one source, under its lease. Counts the files it took. */
export class SourceDesk implements Desk {
  readonly source: SourceRecord;
  readonly secret: string | null;
  readonly signal: AbortSignal;
  readonly taken: SourceFileView['outcome'][] = [];
  readonly #options: DeskOptions;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.source = options.source;
    this.secret = options.secret;
    this.signal = options.signal;
  }

  async unknown<T extends FoundFile>(files: readonly T[]): Promise<T[]> {
    const markOf = (file: FoundFile) => file.mark && digest(file.place, file.mark);
    const marks = files.flatMap((file) => markOf(file) ?? []);
    const known = await this.#inTenant((tx) => knownMarks(tx, this.source.sourceId, marks));
    return files.filter((file) => {
      const mark = markOf(file);
      return mark === null || !known.has(mark);
    });
  }

  async take(file: FoundFile): Promise<void> {
    await this.renew();
    await withStaged(this.#options.store.home, async (path) => {
      const state = await file.fetch(path).catch((error) => this.#leaveTooLarge(file, error));
      if (state === 'whole') await this.#deliver(file, path).catch((error) => this.#stumble(file, error));
    });
  }

  /** A file beyond the limit is written down with its reason; any other trouble on the way is the source's. */
  async #leaveTooLarge(file: FoundFile, error: unknown): Promise<'changing'> {
    if (!(error instanceof SourceFault) || error.code !== 'FileTooLarge') throw error;
    await this.leave(file, 'refused', error.message);
    return 'changing';
  }

  /** A file on which the import stumbles is left with its reason: tried again for ever, it would stop its source. */
  async #stumble(file: FoundFile, error: unknown): Promise<void> {
    if (concernsAll(error)) throw error;
    this.#options.onError?.(error);
    await this.leave(file, 'refused', STUMBLED);
  }

  async leave(
    file: Pick<FoundFile, 'place' | 'mark' | 'fileName'>,
    outcome: 'ignored' | 'refused',
    why: string,
  ): Promise<void> {
    await this.#record(file, digest(file.place, file.mark ?? '', outcome), {
      outcome,
      importId: null,
      message: typeset(why),
    });
  }

  async moveTo(position: unknown): Promise<void> {
    await this.#inTenant((tx) => movePosition(tx, this.source.sourceId, this.#options.worker, position));
  }

  /** Imports a whole file, unless this place gave this very content before. */
  async #deliver(file: FoundFile, path: string): Promise<void> {
    const { store, readers, tenantId, today } = this.#options;
    const { sourceId, companyId } = this.source;
    const sha256 = await contentHash(path);
    const key = fileKey(file.place, sha256);
    const mark = file.mark && digest(file.place, file.mark);
    if (await this.#inTenant((tx) => recognise(tx, sourceId, key, mark))) return;
    const done = await importDropped(
      store,
      readers,
      { tenantId, companyId, actor: actorOf(sourceId), mapping: null, today },
      { uploadId: key, fileName: file.fileName, path },
    );
    await this.#record(file, key, {
      ...(await this.#became(done, sha256)),
      message: done.refusals[0]?.message ?? null,
    });
  }

  /**
   * A process may die between an import and the line that remembers it: the file is then found again, and its content
   * is already there. It was this source that brought it, so the line says what really became of it.
   */
  async #became(
    done: ImportJobView,
    sha256: Buffer,
  ): Promise<{ outcome: SourceFileView['outcome']; importId: string }> {
    const actor = actorOf(this.source.sourceId);
    const orphan = done.state === 'duplicate' ? await this.#inTenant((tx) => orphanImport(tx, sha256, actor)) : null;
    if (orphan !== null) return { outcome: 'imported', importId: orphan };
    return { outcome: outcomeOf(done.state), importId: done.importId };
  }

  async #record(
    file: Pick<FoundFile, 'place' | 'mark' | 'fileName'>,
    key: string,
    became: { outcome: SourceFileView['outcome']; importId: string | null; message: string | null },
  ): Promise<void> {
    const mark = file.mark && digest(file.place, file.mark);
    await this.#inTenant((tx) =>
      recordFile(tx, this.source.sourceId, { key, mark, fileName: file.fileName.slice(0, 300), ...became }),
    );
    this.taken.push(became.outcome);
  }

  async renew(): Promise<void> {
    const kept = await this.#inTenant((tx) => leaseSource(tx, this.source.sourceId, this.#options.worker, LEASE_MS));
    if (!kept) throw new LeaseLost();
  }

  #inTenant<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#options.store.inTenant(this.#options.tenantId, work);
  }
}

/** What became of a file, from how its import ended. One that failed is refused: nothing of it was kept. */
export function outcomeOf(state: ImportState): SourceFileView['outcome'] {
  return state === 'imported' || state === 'partly' || state === 'duplicate' || state === 'set-aside'
    ? state
    : 'refused';
}

/** Another process looks at the source now: this look ends without a word about it. */
export class LeaseLost extends Error {}

const STUMBLED =
  'Une erreur inattendue a empêché d’importer ce fichier : déposez-le dans « Importer », ou signalez le problème.';

/** Faults of the database and the network that pass by themselves, by PostgreSQL's classes and Node's names. */
const PASSING = /^(?:08|40|53|55|57)\w{3}$|^E[A-Z]+$/;

/** True for what does not come from the file: a lease lost, a full disk, a database that is away. */
export function concernsAll(error: unknown): boolean {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return (
    error instanceof LeaseLost || name === 'EnvironmentRefusal' || (typeof code === 'string' && PASSING.test(code))
  );
}
