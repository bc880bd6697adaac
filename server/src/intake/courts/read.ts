import { communeKey } from '@acquit/recovery';
import { defaultLimits } from '../reading/limits.ts';
import { openFile } from '../reading/load-file.ts';
import { CsvFeed } from '../reading/pieces/csv-feed.ts';
import { TextFeed } from '../reading/pieces/text-feed.ts';
import { Refused } from '../reading/refused.ts';
import { AddressReader, addressColumns } from './addresses.ts';
import { MinistryReader, ministryGroups } from './ministry.ts';
import { type CourtFileRead, CourtFileRefused, type CourtRefusal, notACourtFile } from './model.ts';
import { readRegistry } from './registry.ts';

/** The known editions weigh 2 to 6 MB; beyond this nothing is one of them. */
const MOST_BYTES = 48_000_000;
const LIMITS = { ...defaultLimits, fileBytes: MOST_BYTES, lineBytes: 20_000, columns: 60, cellLength: 2_000 };
/** The row of titles stands among the first ones. */
const TITLES_WITHIN = 5;
const PIECE = 262_144;

/**
 * Reads a file of courts in one of its three layouts, found from its content. Read by pieces, in bounded memory; a file
 * that is not whole and right is refused as a value, and nothing of it is kept. `name` is what its owner calls it, which
 * may tell its edition.
 */
export async function readCourtFile(
  path: string,
  name: string = path,
): Promise<{ read: CourtFileRead } | { refusal: CourtRefusal }> {
  try {
    return { read: await read(path, name) };
  } catch (error) {
    if (error instanceof CourtFileRefused) return { refusal: error.refusal };
    if (error instanceof Refused) {
      const { code, message } = error.refusal;
      return { refusal: { code, message, facts: { ...error.refusal.facts } } };
    }
    throw error;
  }
}

async function read(path: string, name: string): Promise<CourtFileRead> {
  const { size, handle } = await openFile(path);
  try {
    if (size > MOST_BYTES) throw new Refused('FileTooLarge', { limit: MOST_BYTES, found: size });
    const layouts = new Layouts(editionOf(name));
    const feed = new TextFeed((text) => layouts.feed(text));
    for await (const piece of handle.createReadStream({ highWaterMark: PIECE, autoClose: false })) feed.feed(piece);
    feed.end();
    return layouts.end();
  } finally {
    await handle.close();
  }
}

const MONTHS = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre';

/** The edition that the name of a file tells: « 2026-juillet », « 2026-07 », « 2026 ». */
export function editionOf(path: string): string | null {
  const name = communeKey(path.split(/[/\\]/).at(-1) ?? '').toLowerCase();
  const found = new RegExp(`(20\\d\\d) (${MONTHS}|\\d\\d)\\b|(${MONTHS}) (20\\d\\d)|\\b(20\\d\\d)\\b`).exec(name);
  if (found === null) return null;
  const year = found[1] ?? found[4] ?? found[5]!;
  const month = found[2] ?? found[3];
  return month === undefined ? year : /^\d/.test(month) ? `${year}-${month}` : `${month} ${year}`;
}

/** Tells the layout from the first rows, then hands the others to its reader. */
class Layouts {
  private readonly edition: string | null;
  private json: string[] | null = null;
  private started = false;
  private csv: CsvFeed | null = null;
  private held = '';
  private above: string[] | null = null;
  private reader: { ministry: MinistryReader } | { addresses: AddressReader } | null = null;

  constructor(edition: string | null) {
    this.edition = edition;
  }

  feed(text: string): void {
    if (this.json !== null) this.json.push(text);
    else if (this.csv !== null) this.csv.feed(text);
    else {
      this.held += text;
      if (/\S/.test(this.held) && /[\r\n{]/.test(this.held)) this.start();
      else if (this.held.length > LIMITS.lineBytes) throw notACourtFile();
    }
  }

  private start(): void {
    this.started = true;
    const text = this.held.trimStart();
    this.held = '';
    if (text.startsWith('{')) {
      this.json = [text];
      return;
    }
    const [line = ''] = text.split(/[\r\n]/, 1);
    const delimiter = [';', '\t', ','].find((one) => line.includes(one)) ?? ';';
    this.csv = new CsvFeed(delimiter, LIMITS, (cells, number) => this.row(cells, number));
    this.csv.feed(text);
  }

  private row(cells: string[], line: number): void {
    if (this.reader !== null) {
      if ('ministry' in this.reader) this.reader.ministry.row(cells, line);
      else this.reader.addresses.row(cells, line);
      return;
    }
    const columns = addressColumns(cells);
    const groups = columns === null ? ministryGroups(cells, this.above) : null;
    if (columns !== null) this.reader = { addresses: new AddressReader(columns) };
    else if (groups !== null) this.reader = { ministry: new MinistryReader(groups) };
    else if (line > TITLES_WITHIN) throw notACourtFile();
    this.above = cells;
  }

  end(): CourtFileRead {
    if (!this.started) this.start();
    const { edition } = this;
    if (this.json !== null) {
      const { communes, postcodes, doubts } = readRegistry(this.json.join(''));
      return { layout: 'registry', edition, entries: communes.length + postcodes.length, doubts, communes, postcodes };
    }
    this.csv!.end();
    if (this.reader === null) throw notACourtFile();
    if ('ministry' in this.reader) {
      const { seats, communes, doubts } = this.reader.ministry.end();
      return { layout: 'ministry', edition, entries: communes.length, doubts, seats, communes };
    }
    const { addresses, doubts } = this.reader.addresses.end();
    return { layout: 'addresses', edition, entries: addresses.length, doubts, addresses };
  }
}
