import type { Day } from '@acquit/law';
import { parseDay } from '@acquit/law';
import { type CommitmentRefusal, fr, type PaymentRun, type Refused, refused } from '@acquit/recovery';
import { type CaseHeader, findCase, type Tx } from '../../store/index.ts';

/** Who records something, and on which day. */
export interface By {
  actor: string;
  /** `YYYY-MM-DD` in Europe/Paris. */
  today: string;
}

export type Done<T> = T | { refusal: CommitmentRefusal };

export const isRefused = (answer: object): answer is Refused => 'refusal' in answer;

/** A case that something may still be agreed on, locked. Refuses `NotFound` and `CaseClosed`. */
export async function lockCase(tx: Tx, caseId: string): Promise<CaseHeader | Refused> {
  const found = await findCase(tx, caseId, true);
  if (found === null) return refused('NotFound', 'Ce dossier n’existe pas ou n’existe plus.', { caseId });
  if (found.status === 'closed')
    return refused('CaseClosed', 'Ce dossier est clos : il n’y a plus rien à relancer.', { caseId });
  return found;
}

/** A day of a request. Refuses `InvalidDay`. */
export function dayOf(iso: string): Day | Refused {
  return (
    parseDay(iso) ?? refused('InvalidDay', fr`« ${iso} » n’est pas une date. Écrivez-la AAAA-MM-JJ.`, { day: iso })
  );
}

/** An open claim of a case as a promise or a plan counts it. */
export interface OpenClaim {
  claimId: string;
  number: string;
  /** Principal left, without the part that is contested. */
  askedCents: number;
}

/** The open claims of a case, locked, credit notes aside; those held by a dispute of the whole claim ask for nothing. */
export async function openClaims(tx: Tx, caseId: string): Promise<OpenClaim[]> {
  const { rows } = await tx.query<{ claim_id: string; number: string; cents: bigint }>(
    `select k.claim_id, k.number,
            case when exists (select from claim_hold h where h.tenant_id = k.tenant_id and h.case_id = k.case_id and h.claim_id = k.claim_id
                                 and h.ended_at is null and h.kind in ('disputed', 'e-invoice-disputed', 'e-invoice-refused'))
                 then 0 else greatest(k.open_cents - k.contested_cents, 0) end as cents
       from claim k
      where k.tenant_id = $1 and k.case_id = $2 and k.status = 'open' and k.kind not in ('credit-note', 'factored')
      order by k.due_on, k.number, k.claim_id for update of k`,
    [tx.tenantId, caseId],
  );
  return rows.map((row) => ({ claimId: row.claim_id, number: row.number, askedCents: Number(row.cents) }));
}

/** The claims named, or all of them when none is. Refuses `ClaimNotInCase`. */
export function chosenOf(claims: readonly OpenClaim[], claimIds: readonly string[]): OpenClaim[] | Refused {
  if (claimIds.length === 0) return [...claims];
  const wanted = new Set(claimIds);
  const chosen = claims.filter(({ claimId }) => wanted.has(claimId));
  if (chosen.length === wanted.size) return chosen;
  return refused(
    'ClaimNotInCase',
    'L’une des factures indiquées n’est plus ouverte dans ce dossier. Rechargez la page et choisissez à nouveau.',
    { claimIds },
  );
}

/** The days on which the customer of a case pays; null: any. */
export async function paymentRunOf(tx: Tx, caseId: string): Promise<PaymentRun | null> {
  const { rows } = await tx.query<{ payment_run: PaymentRun | null }>(
    `select d.payment_run from collection_case c join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where c.tenant_id = $1 and c.case_id = $2`,
    [tx.tenantId, caseId],
  );
  return rows[0]?.payment_run ?? null;
}
