import type { Tx } from '../transaction.ts';
import { entryHash } from './canonical.ts';

/** The first place where a chain breaks, and what was done to it. */
export interface JournalProblem {
  readonly kind: 'edited' | 'deleted' | 'inserted' | 'swapped' | 'cut' | 'rewritten';
  /** The first sequence that is not what it was. */
  readonly seq: number;
  /** Of an edit: which part; the entry itself when absent. */
  readonly part?: 'payload' | 'head';
  /** Of a swap: the other place. */
  readonly with?: number;
  /** Of a rewriting: the anchor that shows it. */
  readonly until?: number;
}

/** An entry's eight lines, in SQL; the twin of `linesOf`. */
export const ENTRY_LINES = `encode(previous, 'hex') || E'\\n' || seq || E'\\n' || at || E'\\n' || actor || E'\\n' || action
  || E'\\n' || object_kind || E'\\n' || object_id || E'\\n' || encode(commitment, 'hex')`;

interface Stored {
  readonly lines: string;
  readonly hash: string;
}

const HEX_HASH = 64;
const previousOf = ({ lines }: Stored): string => lines.slice(0, HEX_HASH);
const seqOf = ({ lines }: Stored): number => Number(lines.slice(HEX_HASH + 1, lines.indexOf('\n', HEX_HASH + 1)));

/** Whether the stored entry is whole when it is taken for number `seq`: its hash covers its number. */
function holdsAs(entry: Stored, seq: number): boolean {
  const rest = entry.lines.slice(entry.lines.indexOf('\n', HEX_HASH + 1));
  return entryHash(`${previousOf(entry)}\n${seq}${rest}`) === entry.hash;
}

/**
 * Tells what happened where the chain broke: `entry` stands where number `seq` following `previous` was expected, in
 * a journal whose head says that it ends at `end`. An entry that was moved still tells by its hash which place it
 * came from.
 */
export async function diagnose(
  tx: Tx,
  entry: Stored,
  { seq, previous, end }: { seq: number; previous: string; end: number },
): Promise<JournalProblem> {
  const found = seqOf(entry);
  if (found > seq) return { kind: 'deleted', seq };
  if (found < seq) return { kind: 'inserted', seq: found };
  const next = await entryAt(tx, seq + 1);
  if (holdsAs(entry, seq) && seq <= end) {
    // Whole in itself, but it follows another entry than the one before it. If the next one follows *it*, it is
    // genuine, and the entry before was replaced by one with a fresh hash.
    const genuine = next === undefined ? previousOf(entry) !== previous : previousOf(next) === entry.hash;
    return { kind: 'edited', seq: genuine && seq > 1 ? seq - 1 : seq };
  }
  const origin = originOf(entry, seq, end);
  if (origin !== undefined && origin > seq && (await exchanged(tx, seq, origin))) {
    return { kind: 'swapped', seq, with: origin };
  }
  // It was itself pushed on by entries that look whole, the first of which has taken its place.
  if (origin !== undefined && origin < seq && (await entryAt(tx, origin))?.hash !== entry.hash) {
    return { kind: 'inserted', seq: origin };
  }
  // Beyond the end, or what follows was pushed one place on: this one was pushed in.
  if (seq > end) return { kind: 'inserted', seq };
  if (next && !holdsAs(next, seq + 1) && holdsAs(next, seq)) return { kind: 'inserted', seq };
  return { kind: origin !== undefined && origin > seq ? 'deleted' : 'edited', seq };
}

/** The entry now at `origin` came from `seq`, and the one after it never moved. */
async function exchanged(tx: Tx, seq: number, origin: number): Promise<boolean> {
  const [there, after] = [await entryAt(tx, origin), await entryAt(tx, origin + 1)];
  return there !== undefined && holdsAs(there, seq) && (after === undefined || holdsAs(after, origin + 1));
}

/** How far beyond the present end an entry's old number is sought, when others were taken away. */
const BEYOND = 10_000;

/** The number under which a moved entry was hashed: all are tried, the nearest first. */
function originOf(entry: Stored, seq: number, end: number): number | undefined {
  for (let distance = 1; distance <= end + BEYOND; distance += 1) {
    if (holdsAs(entry, seq + distance)) return seq + distance;
    if (distance < seq && holdsAs(entry, seq - distance)) return seq - distance;
  }
  return undefined;
}

async function entryAt(tx: Tx, seq: number): Promise<Stored | undefined> {
  const { rows } = await tx.query<{ lines: string; hash: string }>(
    `select ${ENTRY_LINES} as lines, encode(hash, 'hex') as hash
       from journal_entry where tenant_id = current_tenant() and seq = $1`,
    [seq],
  );
  return rows[0];
}
