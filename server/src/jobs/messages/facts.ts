import { type Day, day } from '@acquit/law';
import {
  type CaseFacts,
  type Channel,
  type CompanyFacts,
  type Correspondents,
  caseReference,
  type FirstLetter,
  facing,
  type MessageFacts,
  type TextTools,
} from '@acquit/recovery';
import { loadCases, loadCompany, type Secrets, type Tx } from '../../store/index.ts';
import { messageLink } from '../portal/index.ts';
import { firstLetterOf, textTools } from './texts.ts';

/** An invoice copy that may go with a message. */
export interface InvoiceCopy {
  number: string;
  sha256: Buffer;
  mediaType: string;
  bytes: number;
}

/** All that a message is made of: what was decided, frozen, and who writes to whom. */
export interface MessageSource {
  actionId: string;
  /** By which way the action goes. */
  channel: Channel;
  facts: MessageFacts;
  on: Day;
  mode: 'test' | 'live';
  company: CompanyFacts;
  case: CaseFacts;
  copies: InvoiceCopy[];
  /** The document as it was printed, once it was. */
  printed: Buffer | null;
  /** How texts are filled, and those that the company wrote itself, as they were when the message left. */
  tools: TextTools;
  /** True once it has left, was printed or captured: what it said is then shown and judged no more. */
  hasLeft: boolean;
  /** For who collects for others: the first letter of the case. */
  firstLetter: FirstLetter | null;
  /** The link to the debtor's own page; null when he has none. */
  pageUrl: string | null;
}

/** Who writes to whom in a message, with how the case is named. */
export function correspondents(source: MessageSource): Correspondents {
  const { company, firstLetter, pageUrl } = source;
  return {
    company,
    debtor: source.case.debtor,
    reference: caseReference(source.case.caseId),
    firstLetter,
    pageUrl,
  };
}

/** Reads the source of a message; null when the action is unknown. */
export async function loadMessage(tx: Tx, secrets: Secrets, actionId: string): Promise<MessageSource | null> {
  const { rows } = await tx.query<{
    case_id: string;
    company_id: string;
    channel: Channel;
    mode: 'test' | 'live';
    decided_on: string;
    facts: MessageFacts;
    document_sha256: Buffer | null;
    left_at: string | null;
  }>(
    `select a.case_id, a.company_id, a.channel, a.mode, a.decided_on, a.facts, a.document_sha256,
            (select min(o.settled_at) from outbox o
              where o.tenant_id = a.tenant_id and o.action_id = a.action_id and o.state in ('sent', 'printed', 'captured')) as left_at
       from action a where a.tenant_id = $1 and a.action_id = $2`,
    [tx.tenantId, actionId],
  );
  const [row] = rows;
  if (!row) return null;
  const company = await loadCompany(tx, row.company_id);
  const [loaded] = await loadCases(tx, [row.case_id]);
  if (!company || !loaded) throw new Error('An action belongs to a case of a company.');
  return {
    actionId,
    channel: row.channel,
    facts: row.facts,
    on: day(row.decided_on),
    mode: row.mode,
    company,
    case: { ...loaded.facts, debtor: facing(loaded.facts.debtor, row.facts.to) },
    copies: await copiesOf(tx, row.facts),
    printed: row.document_sha256,
    tools: await textTools(tx, row.company_id, row.left_at),
    hasLeft: row.left_at !== null,
    firstLetter: await firstLetterOf(tx, company, row.case_id, actionId),
    pageUrl: await messageLink(tx, secrets, { company, caseId: row.case_id, on: day(row.decided_on), mode: row.mode }),
  };
}

/**
 * The invoices of a message that are documents of their own, as PDF. A ledger holds other customers' accounts and is
 * never a copy of an invoice, which is why a claim that comes from one has no document.
 */
async function copiesOf(tx: Tx, facts: MessageFacts): Promise<InvoiceCopy[]> {
  const { rows } = await tx.query<{ number: string; sha256: Buffer; media_type: string; bytes: bigint }>(
    `select k.number, b.sha256, b.media_type, b.bytes
       from unnest($2::uuid[]) with ordinality as u(claim_id, place)
       join claim k on k.tenant_id = $1 and k.claim_id = u.claim_id
       join blob b on b.tenant_id = $1 and b.sha256 = k.document_sha256
      where b.media_type = 'application/pdf'
      order by u.place`,
    [tx.tenantId, facts.claims.map((claim) => claim.claimId)],
  );
  return rows.map((row) => ({
    number: row.number,
    sha256: row.sha256,
    mediaType: row.media_type,
    bytes: Number(row.bytes),
  }));
}
