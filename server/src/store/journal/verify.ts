import type { Store } from '../store.ts';
import type { Tx } from '../transaction.ts';
import { headOf, type JournalHead } from './append.ts';
import { commitmentOf, entryHash, genesisOf } from './canonical.ts';
import { diagnose, ENTRY_LINES, type JournalProblem } from './diagnose.ts';

export interface Verification {
  readonly valid: boolean;
  /** Entries found good, up to the first break. */
  readonly entries: number;
  /** Entries among them whose particulars were erased; they verify all the same. */
  readonly erased: number;
  /** Anchors that the chain was held against. */
  readonly anchors: number;
  readonly head: JournalHead;
  readonly problem?: JournalProblem;
}

export interface VerifyOptions {
  /** Heads kept outside the database; those that the database noted itself are always held against too. */
  readonly anchors?: readonly JournalHead[];
}

/** Verifying a large journal takes longer than an ordinary query may. */
const TIMEOUT_MS = 600_000;
/** Small enough for the server to prepare one batch in its socket while we hash the one before. */
const BATCH = 300;
const HEX_HASH = 64;

interface Row {
  /** The entry's eight lines, put together by the database from its columns. */
  readonly lines: string;
  readonly hash: string;
  /** Null when the particulars were erased. */
  readonly salt: string | null;
  readonly payload: string | null;
}

const ENTRIES = `
  select ${ENTRY_LINES} as lines, encode(hash, 'hex') as hash, encode(salt, 'hex') as salt, payload::text as payload
    from journal_entry left join journal_payload using (tenant_id, seq)
   where tenant_id = $1
   order by seq`;

/**
 * Recomputes the tenant's whole chain on one snapshot, in memory that does not grow with it, and stops at the first
 * break. Without an anchor it finds edits, deletions, insertions and swaps; a tail cut together with the head, or a
 * chain rewritten whole, shows only against an anchor, and only back to it.
 */
export function verifyJournal(
  store: Pick<Store, 'inTenant'>,
  tenantId: string,
  options: VerifyOptions = {},
): Promise<Verification> {
  return store.inTenant(tenantId, (tx) => walk(tx, options), { snapshot: true, timeoutMs: TIMEOUT_MS });
}

async function walk(tx: Tx, { anchors: outside = [] }: VerifyOptions): Promise<Verification> {
  const anchors = [...(await notedAnchors(tx)), ...outside].filter(({ seq }) => seq > 0).sort((a, b) => a.seq - b.seq);
  const head = await headOf(tx);
  let [seq, previous, erased, nextAnchor, anchored] = [0, genesisOf(tx.tenantId), 0, 0, 0];
  let rewritten: JournalProblem | undefined;
  const stop = (problem: JournalProblem): Verification => ({
    valid: false,
    entries: Math.min(seq, problem.seq - 1),
    erased,
    anchors: anchors.length,
    head,
    problem,
  });
  for await (const rows of tx.batches<Row & Record<string, unknown>>(ENTRIES, [tx.tenantId], BATCH)) {
    for (const row of rows) {
      const follows = row.lines.startsWith(`${previous}\n${seq + 1}\n`) && entryHash(row.lines) === row.hash;
      // One entry further: had the break been local, the next entry would not follow.
      if (follows && rewritten) return stop(rewritten);
      if (!follows) return stop(await diagnose(tx, row, { seq: seq + 1, previous, end: head.seq }));
      if (row.salt === null) erased += 1;
      else if (!keepsPromise(row, row.salt)) return stop({ kind: 'edited', seq: seq + 1, part: 'payload' });
      seq += 1;
      previous = row.hash;
      for (; anchors[nextAnchor]?.seq === seq; nextAnchor += 1) {
        if (anchors[nextAnchor]?.hash !== previous) rewritten ??= { kind: 'rewritten', seq: anchored + 1, until: seq };
        anchored = seq;
      }
    }
  }
  const end = endProblem({ seq, hash: previous }, head, anchors.at(-1)) ?? rewritten;
  if (end) return stop(end);
  return { valid: true, entries: seq, erased, anchors: anchors.length, head };
}

const keepsPromise = (row: Row, salt: string): boolean =>
  commitmentOf(salt, row.payload ?? '') === row.lines.slice(-HEX_HASH);

/** What the end of the chain shows: entries beyond or short of the head, or short of an anchor. */
function endProblem(last: JournalHead, head: JournalHead, anchor: JournalHead | undefined): JournalProblem | undefined {
  if (head.seq > last.seq || (anchor && anchor.seq > last.seq)) return { kind: 'cut', seq: last.seq + 1 };
  if (head.seq < last.seq) return { kind: 'inserted', seq: head.seq + 1 };
  if (head.hash !== last.hash) return { kind: 'edited', seq: last.seq, part: 'head' };
  return undefined;
}

async function notedAnchors(tx: Tx): Promise<JournalHead[]> {
  const { rows } = await tx.query<{ seq: number; hash: string }>(
    `select seq::float8 as seq, encode(hash, 'hex') as hash from journal_anchor
      where tenant_id = current_tenant()`,
  );
  return rows;
}
