import type { JoinedBy, ReplyKind, ReplyState } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { type StoredProposal, type StoredVerdict, wellFormed } from './stored.ts';

/** A message locked for a change. */
export interface LockedReply {
  replyId: string;
  companyId: string;
  caseId: string | null;
  kind: ReplyKind;
  state: ReplyState;
  joinedBy: JoinedBy | null;
  verdict: StoredVerdict;
  fromName: string;
  fromAddress: string;
  ownText: string;
  on: string;
  proposals: StoredProposal[];
}

export async function lockReply(tx: Tx, replyId: string): Promise<LockedReply | null> {
  const { rows } = await tx.query<LockedReply>(
    `select reply_id as "replyId", company_id as "companyId", case_id as "caseId", kind, state, joined_by as "joinedBy", verdict,
            from_name as "fromName", from_address as "fromAddress", own_text as "ownText", on_day as "on", proposals
       from reply where tenant_id = $1 and reply_id = $2 for update`,
    [tx.tenantId, replyId],
  );
  return rows[0] ?? null;
}

/** Marks a message as read by somebody. The case is for the caller to touch. */
export async function markReplyRead(tx: Tx, replyId: string, by: string): Promise<void> {
  await tx.query(
    `update reply set state = 'read', read_at = now(), read_by = $3 where tenant_id = $1 and reply_id = $2 and state <> 'read'`,
    [tx.tenantId, replyId, by],
  );
}

/** Puts a message into a case, as a person says; what it seems to say is read again for that case. */
export async function attachReply(
  tx: Tx,
  replyId: string,
  caseId: string,
  proposals: readonly StoredProposal[],
): Promise<void> {
  await tx.query(
    `update reply set case_id = $3, joined_by = 'person', candidates = '{}', proposals = $4, action_id = null,
            state = case when state = 'to-sort' then 'to-read' else state end
      where tenant_id = $1 and reply_id = $2`,
    [tx.tenantId, replyId, caseId, wellFormed(proposals)],
  );
}

/** Writes what was decided of one thing that a message seems to say. */
export async function decideProposal(tx: Tx, replyId: string, n: number, state: 'accepted' | 'refused'): Promise<void> {
  await tx.query(
    `update reply set proposals = jsonb_set(proposals, array[$3::text, 'state'], to_jsonb($4::text)) where tenant_id = $1 and reply_id = $2`,
    [tx.tenantId, replyId, String(n), state],
  );
}

/** Says that addresses are good after all; gives those that were refused until now. */
export async function trustAddresses(tx: Tx, addresses: readonly string[]): Promise<string[]> {
  const rows = await tx.arrays<[string]>(
    'delete from refused_address where tenant_id = $1 and email_key = any($2::text[]) returning email_key',
    [tx.tenantId, addresses.map((one) => one.toLowerCase())],
  );
  return rows.map(([address]) => address);
}
