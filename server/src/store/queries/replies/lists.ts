import {
  type JoinedBy,
  joinedByReason,
  type Page,
  proposalKindName,
  type ReplyKind,
  type ReplyRow,
  type ReplyState,
  type ReplyView,
  replyKindName,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { actorName } from '../actor-name.ts';
import { isInstantText, isUuidText, PAGE_SIZE, pageOf, readCursor } from '../cursor.ts';
import { openClaimsToRead } from './facts.ts';
import { proposalViews, type StoredProposal, type StoredVerdict } from './stored.ts';

interface Row {
  reply_id: string;
  company_id: string;
  case_id: string | null;
  debtor_name: string | null;
  joined_by: JoinedBy | null;
  candidates: string[];
  kind: ReplyKind;
  verdict: StoredVerdict;
  from_name: string;
  from_address: string;
  subject: string;
  own_text: string;
  files: { name: string; mediaType: string; bytes: number }[];
  proposals: StoredProposal[];
  received_at: string;
  on_day: string;
  state: ReplyState;
  sha256: Buffer | null;
  bytes: bigint;
  read_at: string | null;
  read_by: string | null;
}

const SELECT = `select r.*, d.name as debtor_name from reply r
  left join collection_case c on c.tenant_id = r.tenant_id and c.case_id = r.case_id
  left join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
 where r.tenant_id = $1`;

const LONGEST_EXCERPT = 160;

function rowView(row: Row): ReplyRow {
  const words = row.own_text.replaceAll(/\s+/g, ' ').trim();
  return {
    replyId: row.reply_id,
    kind: row.kind,
    kindName: replyKindName(row.kind),
    state: row.state,
    caseId: row.case_id,
    debtorName: row.debtor_name,
    fromName: row.from_name,
    fromAddress: row.from_address,
    subject: row.subject,
    excerpt:
      row.kind !== 'human' || words === '' ? row.verdict.why.message : [...words].slice(0, LONGEST_EXCERPT).join(''),
    receivedAt: row.received_at,
    on: row.on_day,
    proposed: row.proposals.filter(({ state }) => state === 'open').map(({ kind }) => proposalKindName(kind)),
  };
}

export type ReplyFilter = 'waiting' | 'all';

/** Messages of a company: those that wait for somebody, oldest first; or all of them, latest first. */
export async function listReplies(
  tx: Tx,
  companyId: string,
  filter: ReplyFilter,
  cursor?: string,
): Promise<Page<ReplyRow>> {
  const key = readCursor(cursor, 'ss');
  const after = key !== null && isInstantText(key[0]) && isUuidText(key[1]) ? key : null;
  const [where, order, past] =
    filter === 'waiting' ? [`and r.state in ('to-sort', 'to-read')`, '', '>'] : ['', ' desc', '<'];
  const { rows } = await tx.query<Row>(
    `${SELECT} and r.company_id = $2 ${where} ${after ? `and (r.received_at, r.reply_id) ${past} ($3::timestamptz, $4::uuid)` : ''}
      order by r.received_at${order}, r.reply_id${order} limit ${PAGE_SIZE + 1}`,
    [tx.tenantId, companyId, ...(after ?? [])],
  );
  return pageOf(rows, rowView, (row) => [row.received_at, row.reply_id]);
}

/** How many messages of a company wait for somebody. */
export async function countWaitingReplies(tx: Tx, companyId: string): Promise<number> {
  const rows = await tx.arrays<[number]>(
    `select count(*)::int from reply where tenant_id = $1 and company_id = $2 and state in ('to-sort', 'to-read')`,
    [tx.tenantId, companyId],
  );
  return rows[0]![0];
}

/** A message as somebody reads it, with what it takes to decide on it. Null when unknown. */
export async function replyView(tx: Tx, replyId: string): Promise<ReplyView | null> {
  const { rows } = await tx.query<Row>(`${SELECT} and r.reply_id = $2`, [tx.tenantId, replyId]);
  const [row] = rows;
  if (!row) return null;
  const { why, bounce, absence, ticket } = row.verdict;
  return {
    ...rowView(row),
    why,
    joined: row.joined_by === null ? null : { ...joinedByReason(row.joined_by), by: row.joined_by },
    candidates: await namesOf(tx, row.candidates),
    text: row.own_text,
    bounce,
    absence,
    ticket,
    refusedAddresses: bounce ? await refusedByReply(tx, replyId) : [],
    files: row.files.map((file, n) => ({ n, ...file })),
    proposals: proposalViews(row.proposals),
    claims: row.case_id === null ? [] : await openClaimsToRead(tx, row.case_id),
    isKept: row.sha256 !== null,
    bytes: Number(row.bytes),
    readAt: row.read_at,
    readBy: row.read_by === null ? null : await nameOfActor(tx, row.read_by),
  };
}

async function namesOf(tx: Tx, caseIds: readonly string[]): Promise<ReplyView['candidates']> {
  if (caseIds.length === 0) return [];
  const rows = await tx.arrays<[string, string]>(
    `select c.case_id, d.name from collection_case c join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where c.tenant_id = $1 and c.case_id = any($2::uuid[]) order by d.name_key, c.case_id`,
    [tx.tenantId, caseIds],
  );
  return rows.map(([caseId, debtorName]) => ({ caseId, debtorName }));
}

/** The addresses that a bounce put out of use, and that are so still. */
export async function refusedByReply(tx: Tx, replyId: string): Promise<string[]> {
  const rows = await tx.arrays<[string]>(
    'select email_key from refused_address where tenant_id = $1 and reply_id = $2 order by 1',
    [tx.tenantId, replyId],
  );
  return rows.map(([address]) => address);
}

async function nameOfActor(tx: Tx, actor: string): Promise<string> {
  const rows = await tx.arrays<[string]>(`select ${actorName('x.actor')} from (select $2::text as actor) x`, [
    tx.tenantId,
    actor,
  ]);
  return rows[0]![0];
}

/** Where the bytes of a message are, for it to be given back whole. Null when unknown or not kept. */
export async function keptReply(tx: Tx, replyId: string): Promise<{ sha256: Buffer; on: string } | null> {
  const rows = await tx.arrays<[Buffer | null, string]>(
    'select sha256, on_day from reply where tenant_id = $1 and reply_id = $2',
    [tx.tenantId, replyId],
  );
  const [sha256, on] = rows[0] ?? [null, ''];
  return sha256 === null ? null : { sha256, on };
}
