import type { ClueCases, Clues, Joining, ReaderProposal, Verdict } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { storedProposal, storedVerdict, wellFormed } from './stored.ts';

/** A message on its way into the book. */
export interface NewReply {
  replyId: string;
  companyId: string;
  sourceId: string;
  uidValidity: string;
  uid: number;
  key: string;
  messageId: string | null;
  /** Null when it was too large to be taken. */
  sha256: Buffer | null;
  bytes: number;
  joining: Joining;
  verdict: Verdict;
  fromAddress: string;
  fromName: string;
  subject: string;
  ownText: string;
  files: { name: string; mediaType: string; bytes: number }[];
  proposals: ReaderProposal[];
  sentAt: string | null;
  receivedAt: string;
  on: string;
  state: 'to-sort' | 'to-read' | 'filed';
}

/** True when this very message, or what its author wrote, is in the book already. */
export async function isKnownReply(tx: Tx, companyId: string, key: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'select from reply where tenant_id = $1 and company_id = $2 and message_key = $3',
    [tx.tenantId, companyId, key],
  );
  return rowCount === 1;
}

/** Writes a message; false when it was written before, by whoever. */
export async function insertReply(tx: Tx, reply: NewReply): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into reply (tenant_id, reply_id, company_id, source_id, uid_validity, uid, message_key, message_id, sha256, bytes, case_id, action_id,
                        joined_by, candidates, kind, verdict, from_address, from_name, subject, own_text, files, proposals, sent_at, received_at,
                        on_day, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)
     on conflict do nothing`,
    [
      tx.tenantId,
      reply.replyId,
      reply.companyId,
      reply.sourceId,
      reply.uidValidity,
      reply.uid,
      reply.key,
      reply.messageId,
      reply.sha256,
      reply.bytes,
      reply.joining.caseId,
      reply.joining.actionId,
      reply.joining.by,
      reply.joining.candidates,
      reply.verdict.kind,
      wellFormed(storedVerdict(reply.verdict)),
      reply.fromAddress,
      reply.fromName,
      reply.subject,
      reply.ownText,
      wellFormed(reply.files),
      wellFormed(reply.proposals.map(storedProposal)),
      reply.sentAt,
      reply.receivedAt,
      reply.on,
      reply.state,
    ],
  );
  return rowCount === 1;
}

/** What the book of a company knows of the clues of a message. One look-up per kind of clue, each by its index. */
export async function casesOfClues(tx: Tx, companyId: string, clues: Clues): Promise<ClueCases> {
  const byMessage = await casesOfMessages(tx, companyId, clues.messageIds);
  const byAddress = await casesOfAddresses(tx, companyId, clues.addresses);
  const byNumber = await casesOfNumbers(tx, companyId, clues.numbers);
  // A reference is part of an identifier that no index begins with: it is looked for where something else does not say.
  const known = byMessage.length > 0 || new Set(byAddress).size === 1;
  return {
    byMessage,
    byAddress,
    byNumber,
    byReference: known ? [] : await casesOfReferences(tx, companyId, clues.references, [...byAddress, ...byNumber]),
  };
}

async function casesOfMessages(tx: Tx, companyId: string, ids: readonly string[]): Promise<ClueCases['byMessage']> {
  if (ids.length === 0) return [];
  const rows = await tx.arrays<[messageId: string, caseId: string, actionId: string]>(
    `select o.message_id, a.case_id, a.action_id
       from outbox o join action a on a.tenant_id = o.tenant_id and a.action_id = o.action_id
      where o.tenant_id = $1 and o.company_id = $2 and o.message_id = any($3::text[])`,
    [tx.tenantId, companyId, ids],
  );
  return ids.flatMap((id) =>
    rows
      .filter(([messageId]) => messageId === id)
      .map(([messageId, caseId, actionId]) => ({ messageId, caseId, actionId })),
  );
}

async function casesOfAddresses(tx: Tx, companyId: string, addresses: readonly string[]): Promise<string[]> {
  if (addresses.length === 0) return [];
  const rows = await tx.arrays<[string]>(
    `select c.case_id
       from (select debtor_id from debtor where tenant_id = $1 and email_key = any($3::text[])
             union select debtor_id from debtor_contact where tenant_id = $1 and email_key = any($3::text[])) d
       join collection_case c on c.tenant_id = $1 and c.company_id = $2 and c.debtor_id = d.debtor_id
      order by 1 limit ${MOST_CASES}`,
    [tx.tenantId, companyId, addresses],
  );
  return rows.map(([caseId]) => caseId);
}

async function casesOfNumbers(tx: Tx, companyId: string, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return [];
  const rows = await tx.arrays<[string]>(
    `select distinct case_id from claim where tenant_id = $1 and company_id = $2 and number = any($3::text[])
        and status in ('open', 'settled') order by 1 limit ${MOST_CASES}`,
    [tx.tenantId, companyId, numbers],
  );
  return rows.map(([caseId]) => caseId);
}

async function casesOfReferences(
  tx: Tx,
  companyId: string,
  references: readonly string[],
  among: readonly string[],
): Promise<string[]> {
  if (references.length === 0) return [];
  const rows = await tx.arrays<[string]>(
    `select case_id from collection_case
      where tenant_id = $1 and company_id = $2 and ${among.length > 0 ? 'case_id = any($4::uuid[])' : '$4::uuid[] is not null'}
        and 'D-' || upper(right(case_id::text, 8)) = any($3::text[]) limit ${MOST_CASES}`,
    [tx.tenantId, companyId, references, among],
  );
  return rows.map(([caseId]) => caseId);
}

const MOST_CASES = 20;

/** Of these addresses, those that are a contact's of the case, or that we wrote to in it: only those can be refused to us. */
export async function addressesOfCase(tx: Tx, caseId: string, addresses: readonly string[]): Promise<string[]> {
  if (addresses.length === 0) return [];
  const rows = await tx.arrays<[string]>(
    `select u.address from unnest($3::text[]) as u(address)
      where exists (select from collection_case c join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
                     where c.tenant_id = $1 and c.case_id = $2 and (d.email_key = u.address
                       or exists (select from debtor_contact t where t.tenant_id = $1 and t.debtor_id = d.debtor_id and t.email_key = u.address)))
         or exists (select from action a join outbox o on o.tenant_id = a.tenant_id and o.action_id = a.action_id
                     where a.tenant_id = $1 and a.case_id = $2 and lower(o.recipient) = u.address)`,
    [tx.tenantId, caseId, addresses],
  );
  return rows.map(([address]) => address);
}

/** The address that one of our messages went to; null when it is unknown. */
export async function recipientOfAction(tx: Tx, actionId: string): Promise<string | null> {
  const { rows } = await tx.query<{ recipient: string | null }>(
    `select lower(recipient) as recipient from outbox where tenant_id = $1 and action_id = $2 and channel = 'email'`,
    [tx.tenantId, actionId],
  );
  return rows[0]?.recipient ?? null;
}

/** Writes down that addresses take nothing any more. */
export async function refuseAddresses(
  tx: Tx,
  addresses: readonly string[],
  by: { replyId: string; status: string | null; diagnostic: string | null; on: string },
): Promise<void> {
  await tx.query(
    `insert into refused_address (tenant_id, email_key, reply_id, status, diagnostic, refused_on)
     select $1, u.address, $3, $4, $5, $6 from unnest($2::text[]) as u(address)
     on conflict (tenant_id, email_key) do nothing`,
    [tx.tenantId, addresses, by.replyId, by.status, by.diagnostic, by.on],
  );
}

/** Cases of the tenant with a contact at one of these addresses: what is prepared for them must be prepared again. */
export async function casesWrittenTo(tx: Tx, addresses: readonly string[]): Promise<string[]> {
  const rows = await tx.arrays<[string]>(
    `select c.case_id from (select debtor_id from debtor where tenant_id = $1 and email_key = any($2::text[])
                            union select debtor_id from debtor_contact where tenant_id = $1 and email_key = any($2::text[])) d
       join collection_case c on c.tenant_id = $1 and c.debtor_id = d.debtor_id order by 1`,
    [tx.tenantId, addresses],
  );
  return rows.map(([caseId]) => caseId);
}
