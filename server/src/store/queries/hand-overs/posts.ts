import type { HandOverPostKind, HandOverPostView, ProcedureCostBearer } from '@acquit/recovery';
import type { Tx } from '../../store.ts';

/** Something told on the page of a hand-over, as it is written. Days `YYYY-MM-DD`, amounts cents. */
export interface HandOverPost {
  postId: string;
  handOverId: string;
  companyId: string;
  kind: HandOverPostKind;
  by: 'partner' | 'us';
  author: string;
  on: string;
  title: string;
  details: string | null;
  amountCents: number | null;
  bearer: ProcedureCostBearer | null;
  file: { sha256: Buffer; name: string } | null;
  procedureId: string | null;
  /** The event or the cost of the procedure that it became. */
  madeId: string | null;
}

interface Row {
  post_id: string;
  hand_over_id: string;
  kind: HandOverPostKind;
  told_by: 'partner' | 'us';
  author: string;
  on_day: string;
  at: string;
  title: string;
  details: string | null;
  amount_cents: bigint | null;
  bearer: ProcedureCostBearer | null;
  file_sha256: Buffer | null;
  file_name: string | null;
  procedure_id: string | null;
  made_id: string | null;
  receipt_id: string | null;
  read_at: string | null;
  withdrawn_by: string | null;
  withdrawn_on: string | null;
  withdraw_reason: string | null;
}

/** A kept post, with where it belongs and the hash of its file. */
export interface KeptPost extends HandOverPostView {
  handOverId: string;
  madeId: string | null;
  fileSha256: Buffer | null;
}

const SELECT = `select x.*, x.withdrawn_at::date as withdrawn_on from hand_over_post x where x.tenant_id = $1`;

const keptOf = (row: Row): KeptPost => ({
  postId: row.post_id,
  handOverId: row.hand_over_id,
  kind: row.kind,
  by: row.told_by,
  author: row.author,
  on: row.on_day,
  at: row.at,
  title: row.title,
  details: row.details,
  amountCents: row.amount_cents === null ? null : Number(row.amount_cents),
  bearer: row.bearer,
  fileName: row.file_name,
  fileSha256: row.file_sha256,
  procedureId: row.procedure_id,
  madeId: row.made_id,
  receiptId: row.receipt_id,
  isRead: row.read_at !== null,
  withdrawn:
    row.withdrawn_on === null
      ? null
      : { by: row.withdrawn_by ?? '', on: row.withdrawn_on, reason: row.withdraw_reason },
});

/** A kept post as its screens show it. */
export function postView({ handOverId: _, madeId: __, fileSha256: ___, ...view }: KeptPost): HandOverPostView {
  return view;
}

/** Keeps a post; what we say ourselves is read. */
export async function insertPost(tx: Tx, post: HandOverPost): Promise<void> {
  await tx.query(
    `insert into hand_over_post (tenant_id, post_id, hand_over_id, company_id, kind, told_by, author, on_day, title, details, amount_cents, bearer,
                                 file_sha256, file_name, procedure_id, made_id, read_at, read_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, case when $6 = 'us' then now() end, case when $6 = 'us' then $7 end)`,
    [
      tx.tenantId,
      post.postId,
      post.handOverId,
      post.companyId,
      post.kind,
      post.by,
      post.author,
      post.on,
      post.title,
      post.details,
      post.amountCents,
      post.bearer,
      post.file?.sha256 ?? null,
      post.file?.name ?? null,
      post.procedureId,
      post.madeId,
    ],
  );
}

/** Everything told of a hand-over, latest first. */
export async function postsOf(tx: Tx, handOverId: string): Promise<HandOverPostView[]> {
  const { rows } = await tx.query<Row>(`${SELECT} and x.hand_over_id = $2 order by x.at desc, x.post_id`, [
    tx.tenantId,
    handOverId,
  ]);
  return rows.map((row) => postView(keptOf(row)));
}

export async function findPost(tx: Tx, postId: string, lock = false): Promise<KeptPost | null> {
  const { rows } = await tx.query<Row>(`${SELECT} and x.post_id = $2 ${lock ? 'for update' : ''}`, [
    tx.tenantId,
    postId,
  ]);
  return rows[0] ? keptOf(rows[0]) : null;
}

/** The file joined to a post, of this hand-over when one is named. */
export async function postFile(
  tx: Tx,
  postId: string,
  handOverId: string | null = null,
): Promise<{ name: string; mediaType: string; sha256: Buffer } | null> {
  const { rows } = await tx.query<{ name: string; mediaType: string; sha256: Buffer }>(
    `select coalesce(x.file_name, 'piece') as name, b.media_type as "mediaType", b.sha256
       from hand_over_post x join blob b on b.tenant_id = x.tenant_id and b.sha256 = x.file_sha256
      where x.tenant_id = $1 and x.post_id = $2 and ($3::uuid is null or x.hand_over_id = $3)`,
    [tx.tenantId, postId, handOverId],
  );
  return rows[0] ?? null;
}

/** How many things the professional told on a day. */
export async function countPosts(tx: Tx, handOverId: string, on: string): Promise<number> {
  const rows = await tx.arrays<[number]>(
    `select count(*)::int from hand_over_post where tenant_id = $1 and hand_over_id = $2 and told_by = 'partner' and at::date = $3`,
    [tx.tenantId, handOverId, on],
  );
  return rows[0]![0];
}

/** Marks what he told as read by a person; false when it was. */
export async function readPost(tx: Tx, postId: string, by: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update hand_over_post set read_at = now(), read_by = $3 where tenant_id = $1 and post_id = $2 and read_at is null',
    [tx.tenantId, postId, by],
  );
  return rowCount === 1;
}

/** Takes something told back; it stays visible, struck out. `by` is a name. */
export async function withdrawPostRow(tx: Tx, postId: string, by: string, reason: string | null): Promise<void> {
  await tx.query(
    `update hand_over_post set withdrawn_by = $3, withdrawn_at = now(), withdraw_reason = $4
      where tenant_id = $1 and post_id = $2 and withdrawn_at is null`,
    [tx.tenantId, postId, by, reason],
  );
}

/** Ties a told receipt to the one recorded from it. */
export async function tieReceipt(tx: Tx, postId: string, receiptId: string, by: string): Promise<void> {
  await tx.query(
    `update hand_over_post set receipt_id = $3, read_at = coalesce(read_at, now()), read_by = coalesce(read_by, $4)
      where tenant_id = $1 and post_id = $2`,
    [tx.tenantId, postId, receiptId, by],
  );
}
