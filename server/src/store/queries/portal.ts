import type { Tx } from '../store.ts';
import { mergedInto } from './customers/undo.ts';

/** What a debtor may do on his page; `opened` is the first look of a day, `card-back` a card payment given back or contested. */
export type PortalActKind =
  | 'opened'
  | 'paid'
  | 'promise'
  | 'dispute'
  | 'instalments'
  | 'wrong-addressee'
  | 'card'
  | 'card-back';

/** One act of a debtor, as he typed it. Days are `YYYY-MM-DD`, amounts cents. */
export interface PortalAct {
  actId: string;
  companyId: string;
  caseId: string;
  kind: PortalActKind;
  on: string;
  claimIds: string[];
  said: Record<string, unknown>;
  file: { sha256: Buffer; name: string } | null;
  /** What it did by itself, in words for the creditor. */
  effect: string | null;
  /** True when nobody has to read it. */
  read: boolean;
}

/** A kept act, with the moment it was made. */
export interface KeptAct extends Omit<PortalAct, 'file' | 'read'> {
  /** Instant, ISO 8601. */
  at: string;
  fileName: string | null;
  fileSha256: Buffer | null;
  readAt: string | null;
}

/** The case that a link names, or the one that it became part of since; null when neither exists. */
export async function caseBehindDoor(tx: Tx, caseId: string): Promise<{ caseId: string; companyId: string } | null> {
  const find = async (id: string) => {
    const { rows } = await tx.query<{ company_id: string }>(
      'select company_id from collection_case where tenant_id = $1 and case_id = $2',
      [tx.tenantId, id],
    );
    return rows[0] === undefined ? null : { caseId: id, companyId: rows[0].company_id };
  };
  const found = await find(caseId);
  if (found) return found;
  const heir = await mergedInto(tx, caseId);
  return heir === null ? null : find(heir);
}

/** The number that the links of a case must bear to open; 0 until links were withdrawn. */
export async function doorEpoch(tx: Tx, caseId: string): Promise<number> {
  const rows = await tx.arrays<[number]>('select epoch from portal_door where tenant_id = $1 and door_id = $2', [
    tx.tenantId,
    caseId,
  ]);
  return rows[0]?.[0] ?? 0;
}

/** Withdraws every link given for a case. */
export async function closeDoor(tx: Tx, caseId: string): Promise<void> {
  await tx.query(
    `insert into portal_door (tenant_id, door_id, epoch) values ($1, $2, 1)
     on conflict (tenant_id, door_id) do update set epoch = portal_door.epoch + 1`,
    [tx.tenantId, caseId],
  );
}

/** Keeps an act; false when one of this identifier is kept already, so that a form sent twice is one act. */
export async function insertPortalAct(tx: Tx, act: PortalAct): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into portal_act (tenant_id, act_id, company_id, case_id, kind, on_day, claim_ids, said, file_sha256, file_name, effect, read_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, case when $12 then now() end) on conflict do nothing`,
    [
      tx.tenantId,
      act.actId,
      act.companyId,
      act.caseId,
      act.kind,
      act.on,
      act.claimIds,
      JSON.stringify(act.said),
      act.file?.sha256 ?? null,
      act.file?.name ?? null,
      act.effect,
      act.read,
    ],
  );
  return rowCount === 1;
}

interface ActRow {
  act_id: string;
  company_id: string;
  case_id: string;
  kind: PortalActKind;
  on_day: string;
  at: string;
  claim_ids: string[];
  said: Record<string, unknown>;
  file_sha256: Buffer | null;
  file_name: string | null;
  effect: string | null;
  read_at: string | null;
}

const keptAct = (row: ActRow): KeptAct => ({
  actId: row.act_id,
  companyId: row.company_id,
  caseId: row.case_id,
  kind: row.kind,
  on: row.on_day,
  at: row.at,
  claimIds: row.claim_ids,
  said: row.said,
  fileSha256: row.file_sha256,
  fileName: row.file_name,
  effect: row.effect,
  readAt: row.read_at,
});

/** What a debtor said or did on his page, latest first: neither his looks nor what became of a card payment later. */
export async function portalActsOf(tx: Tx, caseId: string, limit: number): Promise<KeptAct[]> {
  const { rows } = await tx.query<ActRow>(
    `select * from portal_act where tenant_id = $1 and case_id = $2 and kind not in ('opened', 'card-back') order by at desc, act_id limit $3`,
    [tx.tenantId, caseId, limit],
  );
  return rows.map(keptAct);
}

export async function findPortalAct(tx: Tx, actId: string): Promise<KeptAct | null> {
  const { rows } = await tx.query<ActRow>('select * from portal_act where tenant_id = $1 and act_id = $2', [
    tx.tenantId,
    actId,
  ]);
  return rows[0] ? keptAct(rows[0]) : null;
}

/** The file that a debtor attached to an act; null when there is none. */
export async function portalFile(
  tx: Tx,
  actId: string,
): Promise<{ name: string; mediaType: string; sha256: Buffer } | null> {
  const { rows } = await tx.query<{ name: string | null; mediaType: string; sha256: Buffer }>(
    `select a.file_name as name, b.media_type as "mediaType", b.sha256
       from portal_act a join blob b on b.tenant_id = a.tenant_id and b.sha256 = a.file_sha256
      where a.tenant_id = $1 and a.act_id = $2`,
    [tx.tenantId, actId],
  );
  const [row] = rows;
  return row ? { ...row, name: row.name ?? 'fichier' } : null;
}

/** How many acts of each kind a case had on a day. */
export async function countPortalActs(
  tx: Tx,
  caseId: string,
  on: string,
): Promise<Partial<Record<PortalActKind, number>>> {
  const rows = await tx.arrays<[PortalActKind, number]>(
    'select kind, count(*)::int from portal_act where tenant_id = $1 and case_id = $2 and on_day = $3 group by kind',
    [tx.tenantId, caseId, on],
  );
  return Object.fromEntries(rows);
}

/** Marks an act as read by a person; false when it was, or is unknown. */
export async function readPortalAct(tx: Tx, actId: string, by: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update portal_act set read_at = now(), read_by = $3 where tenant_id = $1 and act_id = $2 and read_at is null',
    [tx.tenantId, actId, by],
  );
  return rowCount === 1;
}

/** The claims among these for which a payment was announced before and nothing came in time. */
export async function announcedInVain(tx: Tx, claimIds: readonly string[]): Promise<string[]> {
  const rows = await tx.arrays<[string]>(
    `select distinct claim_id from claim_hold where tenant_id = $1 and claim_id = any($2::uuid[]) and kind = 'payment-announced'`,
    [tx.tenantId, claimIds],
  );
  return rows.map(([claimId]) => claimId);
}

/** The open claims of a case whose invoice is kept as a PDF: what its debtor may open again. */
export async function copiesOfCase(tx: Tx, caseId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.arrays<[string]>(
    `select k.claim_id from claim k join blob b on b.tenant_id = k.tenant_id and b.sha256 = k.document_sha256 and b.media_type = 'application/pdf'
      where k.tenant_id = $1 and k.case_id = $2 and k.status = 'open'`,
    [tx.tenantId, caseId],
  );
  return new Set(rows.map(([claimId]) => claimId));
}

const LISTED = 50;

/** What debtors said: of one case, latest first; of a company, what nobody has answered, oldest first. Fifty at most. */
export async function listPortalActs(
  tx: Tx,
  of: { caseId: string } | { companyId: string },
): Promise<(KeptAct & { debtorName: string; numbers: string[] })[]> {
  const [where, order] =
    'caseId' in of
      ? ['a.case_id = $2', 'a.at desc, a.act_id']
      : ['a.company_id = $2 and a.read_at is null', 'a.at, a.act_id'];
  const { rows } = await tx.query<ActRow & { debtor_name: string; numbers: string[] }>(
    `select a.*, d.name as debtor_name,
            array(select k.number from claim k where k.tenant_id = a.tenant_id and k.claim_id = any(a.claim_ids) order by k.due_key, k.number) as numbers
       from portal_act a
       join collection_case c on c.tenant_id = a.tenant_id and c.case_id = a.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where a.tenant_id = $1 and ${where} and a.kind <> 'opened' order by ${order} limit ${LISTED}`,
    [tx.tenantId, 'caseId' in of ? of.caseId : of.companyId],
  );
  return rows.map((row) => ({ ...keptAct(row), debtorName: row.debtor_name, numbers: row.numbers }));
}

/** The last day on which somebody opened the page of a case; null: never. */
export async function lastOpened(tx: Tx, caseId: string): Promise<string | null> {
  const rows = await tx.arrays<[string | null]>(
    `select max(on_day) from portal_act where tenant_id = $1 and case_id = $2 and kind = 'opened'`,
    [tx.tenantId, caseId],
  );
  return rows[0]?.[0] ?? null;
}
