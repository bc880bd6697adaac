import { fr, type NoticeRecord, noticeOf } from '@acquit/recovery';
import { defaultLimits } from '../reading/limits.ts';
import { openFile } from '../reading/load-file.ts';
import { CsvFeed } from '../reading/pieces/csv-feed.ts';
import { TextFeed } from '../reading/pieces/text-feed.ts';
import { Refused } from '../reading/refused.ts';
import { JsonObjects, NoticesRefused } from './json-objects.ts';

export interface NoticesRefusal {
  code: string;
  message: string;
  facts: Record<string, unknown>;
}

/** A notice with the record it was read from, which is kept as evidence. */
export interface ReadNotice {
  notice: NoticeRecord;
  record: unknown;
}

/** What a file held, once all of it was given. */
export interface ReadNotices {
  records: number;
  /** Records without an identifier or a day, left out. */
  unreadable: number;
}

const MOST_BYTES = 8_000_000_000;
const LIMITS = { ...defaultLimits, streamBytes: MOST_BYTES, lineBytes: 2_000_000, columns: 100, cellLength: 1_000_000 };
const PIECE = 262_144;
/** Notices handed over at once. */
const BATCH = 500;

/**
 * Reads an export of the commercial notices by pieces, in bounded memory: a list in JSON, one object per line, an answer
 * of the source, or its CSV. Gives batches to `onBatch`, which is waited for. A file that is not one is refused as a
 * value; what it held before the fault was already given.
 */
export async function readNoticesFile(
  path: string,
  onBatch: (batch: readonly ReadNotice[]) => Promise<void>,
): Promise<{ read: ReadNotices } | { refusal: NoticesRefusal }> {
  try {
    return { read: await read(path, onBatch) };
  } catch (error) {
    if (error instanceof NoticesRefused) return { refusal: error.refusal };
    if (error instanceof Refused) {
      const { code, message } = error.refusal;
      return { refusal: { code, message, facts: { ...error.refusal.facts } } };
    }
    throw error;
  }
}

async function read(path: string, onBatch: (batch: readonly ReadNotice[]) => Promise<void>): Promise<ReadNotices> {
  const { size, handle } = await openFile(path);
  const told: ReadNotices = { records: 0, unreadable: 0 };
  let batch: ReadNotice[] = [];
  const take = (record: unknown): void => {
    told.records += 1;
    const notice = noticeOf(record);
    if (notice === null) told.unreadable += 1;
    else batch.push({ notice, record });
  };
  const give = async (least: number): Promise<void> => {
    while (batch.length >= least && batch.length > 0) {
      await onBatch(batch.slice(0, BATCH));
      batch = batch.slice(BATCH);
    }
  };
  try {
    if (size > MOST_BYTES) throw new Refused('FileTooLarge', { limit: MOST_BYTES, found: size });
    const records = new Records(take);
    const feed = new TextFeed((text) => records.feed(text));
    for await (const piece of handle.createReadStream({ highWaterMark: PIECE, autoClose: false })) {
      feed.feed(piece);
      await give(BATCH);
    }
    feed.end();
    records.end();
    if (told.records > 0 && told.unreadable === told.records) throw notNotices();
    await give(1);
    return told;
  } finally {
    await handle.close();
  }
}

const notNotices = (): NoticesRefused =>
  new NoticesRefused(
    'NotNotices',
    fr`Ce fichier n’est pas un export des annonces du BODACC : il faut celui du jeu « annonces-commerciales », en JSON ou en CSV.`,
  );

/** Records of a text, JSON or CSV by its first sign. */
class Records {
  private readonly take: (record: unknown) => void;
  private reader: { feed(text: string): void; end(): void } | null = null;
  private titles: string[] | null = null;
  private held = '';

  constructor(take: (record: unknown) => void) {
    this.take = take;
  }

  feed(text: string): void {
    if (this.reader !== null) {
      this.reader.feed(text);
      return;
    }
    this.held = (this.held + text).replace(/^[\s\ufeff]+/, '');
    if (this.held === '') return;
    if (this.held[0] === '{' || this.held[0] === '[') this.reader = new JsonObjects(this.take);
    else {
      if (!/[\r\n]/.test(this.held) && this.held.length < LIMITS.lineBytes) return;
      const [line = ''] = this.held.split(/[\r\n]/, 1);
      const delimiter = line.includes(';') ? ';' : line.includes('\t') ? '\t' : ',';
      this.reader = new CsvFeed(delimiter, LIMITS, (cells, number) => this.row(cells, number));
    }
    const begun = this.held;
    this.held = '';
    this.reader.feed(begun);
  }

  private row(cells: string[], line: number): void {
    if (this.titles === null) {
      this.titles = cells.map((cell) => cell.trim().toLowerCase());
      if (!this.titles.includes('id') || !this.titles.includes('dateparution')) throw notNotices();
      return;
    }
    if (cells.every((cell) => cell === '')) return;
    if (cells.length !== this.titles.length)
      throw new NoticesRefused(
        'NoticesCut',
        fr`Ligne ${line} : ${cells.length} colonnes au lieu de ${this.titles.length}. Ce fichier est coupé ou abîmé : téléchargez-le à nouveau.`,
        { line },
      );
    const named = this.titles.map((title, index) => [title, cells[index] === '' ? null : cells[index]]);
    this.take(Object.fromEntries(named));
  }

  end(): void {
    if (this.reader === null) throw notNotices();
    this.reader.end();
  }
}
