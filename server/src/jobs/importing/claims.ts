import { randomUUID } from 'node:crypto';
import { addDays, day, formatDay, type IsoDate } from '@acquit/law';
import { fr } from '@acquit/recovery';
import type { Tx } from '../../store/index.ts';
import type { DebtorCase } from './debtors.ts';
import type { IncomingClaim, IncomingRefusal } from './incoming.ts';

/** What happens to one incoming claim. */
export interface ClaimVerdict {
  claim: IncomingClaim;
  caseId: string;
  outcome: 'new' | 'known' | 'conflict';
  refusal: IncomingRefusal | null;
}

/**
 * Tells the new claims from those the company has already (same debtor, number and kind). The same number with another
 * amount is a conflict that a person settles: an issued invoice does not change, so one of the two files is wrong.
 */
export async function compareClaims(
  tx: Tx,
  tenantId: string,
  companyId: string,
  claims: readonly IncomingClaim[],
  debtorOf: (claim: IncomingClaim) => DebtorCase,
): Promise<ClaimVerdict[]> {
  const { rows } = await tx.query<{
    number: string;
    case_id: string;
    kind: string;
    amount_cents: bigint;
    total_cents: bigint;
  }>(
    `select number, case_id, kind, amount_cents, total_cents from claim
      where tenant_id = $1 and company_id = $2 and number = any($3)`,
    [tenantId, companyId, [...new Set(claims.map((claim) => claim.number))]],
  );
  const key = (caseId: string, number: string, kind: string) => `${caseId}\n${number}\n${kind}`;
  const known = new Map(rows.map((row) => [key(row.case_id, row.number, row.kind), Number(row.amount_cents)]));
  return claims.map((claim) => {
    const { caseId } = debtorOf(claim);
    const place = key(caseId, claim.number, claim.kind);
    const amount = known.get(place);
    if (amount === undefined) {
      known.set(place, claim.amountCents);
      return { claim, caseId, outcome: 'new', refusal: null };
    }
    if (amount === claim.amountCents) return { claim, caseId, outcome: 'known', refusal: null };
    return {
      claim,
      caseId,
      outcome: 'conflict',
      refusal: {
        code: 'NumberAlreadyKnown',
        message: fr`Le document ${claim.number} de ce client existe déjà avec un autre montant : il n’a pas été remplacé. Vérifiez lequel des deux fichiers est le bon ; une correction passe par un avoir.`,
        facts: {
          number: claim.number,
          knownCents: amount,
          incomingCents: claim.amountCents,
          ...(claim.line === null ? {} : { line: claim.line }),
        },
      },
    };
  });
}

/** The due date written in the document, else the company's own agreed term, said as a doubt; else none. */
export function dueDateOf(
  claim: IncomingClaim,
  paymentTermDays: number | null,
): { on: IsoDate | null; source: 'document' | 'terms'; doubt: { code: string; message: string } | null } {
  if (claim.dueOn || claim.kind === 'credit-note' || !claim.issuedOn || paymentTermDays === null)
    return { on: claim.dueOn, source: 'document', doubt: null };
  const on = formatDay(addDays(day(claim.issuedOn), paymentTermDays));
  return {
    on,
    source: 'terms',
    doubt: {
      code: 'DueDateFromTerms',
      message: fr`Échéance absente du document : calculée avec le délai de vos conditions (${paymentTermDays} jours après l’émission). Vérifiez-la.`,
    },
  };
}

/** A claim as stored by this import, with the identity it was given. */
export interface StoredClaim {
  claimId: string;
  caseId: string;
  claim: IncomingClaim;
}

/** Inserts the new claims in one statement. A claim already at zero is settled; one a factor collects is not ours. */
export async function insertClaims(
  tx: Tx,
  tenantId: string,
  companyId: string,
  verdicts: readonly ClaimVerdict[],
  origin: { importId: string; sha256: Buffer; paymentTermDays: number | null; today: IsoDate },
): Promise<StoredClaim[]> {
  const fresh = verdicts.filter((verdict) => verdict.outcome === 'new');
  if (fresh.length === 0) return [];
  const stored = fresh.map(({ claim, caseId }) => ({
    claimId: randomUUID(),
    caseId,
    claim,
    due: dueDateOf(claim, origin.paymentTermDays),
  }));
  const status = (claim: IncomingClaim) =>
    claim.kind === 'factored' ? 'not-ours' : claim.amountCents === 0 ? 'settled' : 'open';
  await tx.query(
    `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, due_on_source, currency,
                        total_cents, amount_cents, status, settled_on, order_reference, payment_reference, iban,
                        document_sha256, import_id, doubts)
     select $1, u.claim_id, $2, u.case_id, u.number, u.kind, u.issued_on, u.due_on, u.due_on_source, u.currency,
            u.total_cents, u.amount_cents, u.status, case when u.status = 'settled' then $20::date end,
            u.order_reference, u.payment_reference, u.iban, case when u.own_document then $3::bytea end, $4, u.doubts
       from unnest($5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::date[], $10::date[], $11::text[], $12::text[],
                   $13::bigint[], $14::bigint[], $15::text[], $16::text[], $17::text[], $18::text[], $19::jsonb[], $21::bool[])
         as u(claim_id, case_id, number, kind, issued_on, due_on, due_on_source, currency, total_cents, amount_cents, status,
              order_reference, payment_reference, iban, doubts, own_document)`,
    [
      tenantId,
      companyId,
      origin.sha256,
      origin.importId,
      stored.map((one) => one.claimId),
      stored.map((one) => one.caseId),
      stored.map((one) => one.claim.number),
      stored.map((one) => one.claim.kind),
      stored.map((one) => one.claim.issuedOn),
      stored.map((one) => one.due.on),
      stored.map((one) => one.due.source),
      stored.map((one) => one.claim.currency),
      stored.map((one) => one.claim.totalCents),
      stored.map((one) => one.claim.amountCents),
      stored.map((one) => status(one.claim)),
      stored.map((one) => one.claim.orderReference),
      stored.map((one) => one.claim.paymentReference),
      stored.map((one) => one.claim.iban),
      stored.map((one) => JSON.stringify(one.due.doubt ? [...one.claim.doubts, one.due.doubt] : one.claim.doubts)),
      origin.today,
      // A ledger is everybody's: it is never the document of one customer's invoice.
      stored.map((one) => one.claim.line === null),
    ],
  );
  return stored;
}

/**
 * Sets credit notes against the invoices they name, when that invoice is the same debtor's and large enough. A document
 * does not say whether it corrects the price or makes a later gesture: it is taken as a correction, which lowers the
 * penalties and so claims the less. What names no known invoice stays a credit of the debtor, netted in his messages.
 */
export async function settleCredits(
  tx: Tx,
  tenantId: string,
  stored: readonly StoredClaim[],
  today: IsoDate,
): Promise<number> {
  const credits = stored.filter(
    ({ claim }) => claim.kind === 'credit-note' && claim.precedingInvoices.length > 0 && claim.amountCents > 0,
  );
  if (credits.length === 0) return 0;
  const { rowCount } = await tx.query(
    `with named as (
       select distinct on (u.credit_id) u.credit_id, u.amount, u.on_day, k.claim_id
         from unnest($2::uuid[], $3::uuid[], $4::text[], $5::bigint[], $6::date[]) as u(credit_id, case_id, number, amount, on_day)
         join claim k on k.tenant_id = $1 and k.case_id = u.case_id and k.number = u.number and k.kind <> 'credit-note'
                     and k.status = 'open' and k.open_cents >= u.amount
        order by u.credit_id, k.due_on, k.claim_id),
     -- Two credits of one batch may name the same invoice: only what still fits is set, the rest waits as a credit.
     fitting as (
       select n.*, sum(n.amount) over (partition by n.claim_id order by n.credit_id) as running, k.open_cents
         from named n join claim k on k.tenant_id = $1 and k.claim_id = n.claim_id),
     allocated as (
       insert into credit_allocation (tenant_id, credit_claim_id, claim_id, effective_on, effect, amount_cents)
       select $1, credit_id, claim_id, on_day, 'correction', amount from fitting where running <= open_cents
       returning credit_claim_id, claim_id, amount_cents),
     sums as (
       select id, sum(amount_cents) as cents from (
         select claim_id as id, amount_cents from allocated union all select credit_claim_id, amount_cents from allocated) both_sides
        group by id)
     update claim k
        set credited_cents = k.credited_cents + s.cents,
            status = case when k.amount_cents - k.received_cents - k.credited_cents - s.cents <= 0 then 'settled' else k.status end,
            settled_on = case when k.amount_cents - k.received_cents - k.credited_cents - s.cents <= 0 then $7::date else k.settled_on end
       from sums s
      where k.tenant_id = $1 and k.claim_id = s.id`,
    [
      tenantId,
      credits.flatMap((one) => one.claim.precedingInvoices.map(() => one.claimId)),
      credits.flatMap((one) => one.claim.precedingInvoices.map(() => one.caseId)),
      credits.flatMap((one) => one.claim.precedingInvoices),
      credits.flatMap((one) => one.claim.precedingInvoices.map(() => one.claim.amountCents)),
      credits.flatMap((one) => one.claim.precedingInvoices.map(() => one.claim.issuedOn ?? today)),
      today,
    ],
  );
  return rowCount ?? 0;
}
