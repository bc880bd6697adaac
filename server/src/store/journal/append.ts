import { randomBytes } from 'node:crypto';
import { joinJson, jsonList } from '../json-list.ts';
import { bySlices, SLICE_ROWS } from '../slices.ts';
import type { Tx } from '../transaction.ts';
import {
  type ChainedEntry,
  canonicalJson,
  commitmentOf,
  entryHash,
  genesisOf,
  linesOf,
  storableLine,
} from './canonical.ts';

/** Something that happened, to be recorded for good. */
export interface JournalEvent {
  /** Who did it: `user:<id>`, `night`, `import`… */
  readonly actor: string;
  /** What was done: `claim.imported`, `reminder.queued`… */
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  /** The particulars, as JSON. Kept apart from the chain, so that a person's data can be erased from it. */
  readonly payload: unknown;
}

/** The last entry of a chain: what an anchor outside the database fixes. */
export interface JournalHead {
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
}

const SALT_BYTES = 32;

interface HeadRow {
  readonly seq: bigint;
  readonly hash: Buffer;
  readonly at: string;
}

/** Events with all of their entries that does not depend on the chain: the lock is not held while it is worked out. */
interface PreparedEvents {
  readonly events: readonly JournalEvent[];
  readonly salts: readonly string[];
  readonly payloads: readonly string[];
  readonly commitments: readonly string[];
}

/** Prepares events for `appendJournal`: whoever waits for the database meanwhile has them for nothing. */
export function prepareEvents(events: readonly JournalEvent[]): PreparedEvents {
  const salts = drawSalts(events.length);
  const payloads = events.map(({ payload }) => canonicalJson(payload));
  const commitments = payloads.map((payload, index) => commitmentOf(salts[index]!, payload));
  return { events, salts, payloads, commitments };
}

/**
 * Adds events to the tenant's journal within the caller's transaction, in their order, and gives the new head.
 * The head's row is locked from here to the end of the transaction: writers of one tenant follow one another, so
 * that the chain has no fork and no gap. Call it last, and once, for all that a transaction did.
 */
export async function appendJournal(tx: Tx, given: readonly JournalEvent[] | PreparedEvents): Promise<JournalHead> {
  const events = 'events' in given ? given.events : given;
  // Those of a very large import are worked out some at a time, or they would weigh as much as what it imports.
  const whole = 'events' in given ? given : given.length <= SLICE_ROWS ? prepareEvents(given) : null;
  const head = await lockHead(tx);
  let [seq, previous] = [Number(head.seq), head.hash.toString('hex')];
  if (events.length === 0) return { seq, hash: previous };
  let written = 0;
  const chain = (slice: readonly JournalEvent[]): Chained => {
    const { salts, payloads, commitments } =
      whole === null ? prepareEvents(slice) : partOf(whole, written, written + slice.length);
    written += slice.length;
    const hashes: string[] = [];
    const entries = slice.map((event, index): ChainedEntry => {
      seq += 1;
      const entry = {
        seq,
        at: head.at,
        actor: storableLine(event.actor),
        action: storableLine(event.action),
        objectKind: storableLine(event.objectKind),
        objectId: storableLine(event.objectId),
        commitment: commitments[index]!,
        previous,
      };
      previous = entryHash(linesOf(entry));
      hashes.push(previous);
      return entry;
    });
    return { entries, hashes, salts, payloads };
  };
  await bySlices(events, chain, (chained) => insert(tx, chained));
  await tx.query(`update journal_head set seq = $1, hash = decode($2, 'hex') where tenant_id = current_tenant()`, [
    seq,
    previous,
  ]);
  return { seq, hash: previous };
}

/** Entries of the chain, ready to be written, each with its hash and what is kept apart from it. */
interface Chained {
  readonly entries: readonly ChainedEntry[];
  readonly hashes: readonly string[];
  readonly salts: readonly string[];
  readonly payloads: readonly string[];
}

const partOf = ({ salts, payloads, commitments }: PreparedEvents, from: number, until: number) => ({
  salts: salts.slice(from, until),
  payloads: payloads.slice(from, until),
  commitments: commitments.slice(from, until),
});

/** One draw for all: asking the system for randomness costs more than what it gives. */
function drawSalts(count: number): string[] {
  const hex = randomBytes(count * SALT_BYTES).toString('hex');
  return Array.from({ length: count }, (_, index) => hex.slice(index * 2 * SALT_BYTES, (index + 1) * 2 * SALT_BYTES));
}

/** The instant comes from the database's clock, once the lock is ours: it never runs backwards along a chain. */
async function lockHead(tx: Tx): Promise<HeadRow> {
  const read = (): Promise<{ rows: HeadRow[] }> =>
    tx.query<HeadRow>(
      `select seq, hash, clock_timestamp()::text as at from journal_head where tenant_id = current_tenant() for update`,
    );
  const { rows } = await read();
  if (rows[0]) return rows[0];
  await tx.query(
    `insert into journal_head (tenant_id, hash) values (current_tenant(), decode($1, 'hex')) on conflict do nothing`,
    [genesisOf(tx.tenantId)],
  );
  return (await read()).rows[0]!;
}

async function insert(tx: Tx, { entries, hashes, salts, payloads }: Chained): Promise<void> {
  const first = entries[0]!;
  const column = (key: keyof ChainedEntry): unknown[] => entries.map((entry) => entry[key]);
  await tx.query(
    `insert into journal_entry
       (tenant_id, seq, at, actor, action, object_kind, object_id, commitment, previous, hash)
     select current_tenant(), seq, $1, actor, action, object_kind, object_id,
            decode(commitment, 'hex'), decode(previous, 'hex'), decode(hash, 'hex')
       from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
            as e (seq, actor, action, object_kind, object_id, commitment, previous, hash)`,
    [
      first.at,
      entries.map(({ seq }) => seq),
      column('actor'),
      column('action'),
      column('objectKind'),
      column('objectId'),
      entries.map(({ commitment }) => commitment),
      entries.map(({ previous }) => previous),
      hashes,
    ],
  );
  await tx.query(
    `insert into journal_payload (tenant_id, seq, salt, payload)
     select current_tenant(), $1::bigint + rank - 1, decode(salt, 'hex'), text::jsonb
       from unnest($2::text[], ${jsonList('$3')}) with ordinality as p (salt, text, rank)`,
    [first.seq, salts, joinJson(payloads)],
  );
}

/** The tenant's head; sequence 0 before the first entry. */
export async function headOf(tx: Tx): Promise<JournalHead> {
  const { rows } = await tx.query<{ seq: bigint; hash: Buffer }>(
    'select seq, hash from journal_head where tenant_id = current_tenant()',
  );
  const [row] = rows;
  if (!row) return { seq: 0, hash: genesisOf(tx.tenantId) };
  return { seq: Number(row.seq), hash: row.hash.toString('hex') };
}

/** Writes down that the present head was shown outside, at `place` (the owner's mail, a notice's annex…). */
export async function recordAnchor(tx: Tx, place: string): Promise<JournalHead> {
  const head = await headOf(tx);
  await tx.query(
    `insert into journal_anchor (tenant_id, seq, hash, place)
     values (current_tenant(), $1, decode($2, 'hex'), $3) on conflict do nothing`,
    [head.seq, head.hash, place],
  );
  return head;
}

/**
 * Erases for good the particulars of entries, with the salts without which nothing can be guessed back, and records
 * that it was done. The chain keeps verifying. Gives the number of payloads erased.
 */
export async function erasePayloads(tx: Tx, seqs: readonly number[], actor: string): Promise<number> {
  const { rowCount } = await tx.query(
    'delete from journal_payload where tenant_id = current_tenant() and seq = any ($1::bigint[])',
    [seqs],
  );
  const erased = rowCount ?? 0;
  if (erased > 0) {
    const payload = { seqs: [...seqs].sort((a, b) => a - b), erased };
    await appendJournal(tx, [
      { actor, action: 'journal.erased', objectKind: 'journal', objectId: tx.tenantId, payload },
    ]);
  }
  return erased;
}
