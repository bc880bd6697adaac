import type { DebtorKind, IsoDate } from '@acquit/law';
import { type CustomerTerms, type DueOnSource, supplyDueDate } from '@acquit/recovery';
import { bySlices, joinJson, jsonList, type Tx } from '../../store/index.ts';
import type { IncomingClaim } from './incoming.ts';

/** A claim to make, with what the file itself already clears of it and what is supplied where the file is silent. */
export interface NewClaim {
  claimId: string;
  caseId: string;
  number: string;
  claim: IncomingClaim;
  due: { on: string | null; source: DueOnSource; doubt: { code: string; message: string } | null };
  receivedCents: number;
  creditedCents: number;
  /** The day of the last thing that cleared it. */
  clearedOn: string | null;
}

/**
 * Inserts new claims in bulk, as they stand after all the file says of them. A claim already at zero is settled;
 * one a factor collects is not ours. `listedOn` is the day of the list that has them; null for a document.
 */
export async function insertClaims(
  tx: Tx,
  companyId: string,
  fresh: readonly NewClaim[],
  origin: ClaimsOrigin,
): Promise<void> {
  await bySlices(
    fresh,
    (slice) => [tx.tenantId, companyId, origin.sha256, origin.importId, origin.listedOn, ...columnsOf(slice, origin)],
    (values) => tx.query(INSERT_CLAIMS, values),
  );
}

interface ClaimsOrigin {
  importId: string;
  sha256: Buffer;
  today: IsoDate;
  listedOn: IsoDate | null;
}

const INSERT_CLAIMS = `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, due_on_source, currency,
                    total_cents, amount_cents, received_cents, credited_cents, status, settled_on, order_reference,
                    payment_reference, iban, document_sha256, import_id, doubts, listed_on)
 select $1, u.claim_id, $2, u.case_id, u.number, u.kind, u.issued_on, u.due_on, u.due_on_source, u.currency,
        u.total_cents, u.amount_cents, u.received_cents, u.credited_cents, u.status, u.settled_on,
        u.order_reference, u.payment_reference, u.iban, case when u.own_document then $3::bytea end, $4, u.doubts::jsonb, $5::date
   from unnest($6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::date[], $11::date[], $12::text[], $13::text[],
               $14::bigint[], $15::bigint[], $16::bigint[], $17::bigint[], $18::text[], $19::date[], $20::text[],
               $21::text[], $22::text[], ${jsonList('$23')}, $24::bool[])
     as u(claim_id, case_id, number, kind, issued_on, due_on, due_on_source, currency, total_cents, amount_cents,
          received_cents, credited_cents, status, settled_on, order_reference, payment_reference, iban, doubts, own_document)`;

/** The columns of new claims, in the order of the statement. */
function columnsOf(fresh: readonly NewClaim[], { today }: ClaimsOrigin): unknown[] {
  const left = (one: NewClaim) => one.claim.amountCents - one.receivedCents - one.creditedCents;
  const status = (one: NewClaim) => (one.claim.kind === 'factored' ? 'not-ours' : left(one) <= 0 ? 'settled' : 'open');
  return [
    fresh.map((one) => one.claimId),
    fresh.map((one) => one.caseId),
    fresh.map((one) => one.number),
    fresh.map((one) => one.claim.kind),
    fresh.map((one) => one.claim.issuedOn),
    fresh.map((one) => one.due.on),
    fresh.map((one) => one.due.source),
    fresh.map((one) => one.claim.currency),
    fresh.map((one) => one.claim.totalCents),
    fresh.map((one) => one.claim.amountCents),
    fresh.map((one) => one.receivedCents),
    fresh.map((one) => one.creditedCents),
    fresh.map(status),
    fresh.map((one) => (status(one) === 'settled' ? (one.clearedOn ?? today) : null)),
    fresh.map((one) => one.claim.orderReference),
    fresh.map((one) => one.claim.paymentReference),
    fresh.map((one) => one.claim.iban),
    joinJson(
      fresh.map((one) => JSON.stringify(one.due.doubt ? [...one.claim.doubts, one.due.doubt] : one.claim.doubts)),
    ),
    // A list is everybody's: it is never the document of one customer's invoice.
    fresh.map((one) => one.claim.line === null),
  ];
}

/**
 * The due dates that the file does not give, by the customer's terms, the company's, or the law: `supplyDueDate`. The
 * customer is read from his row, where a person may have said more than the file.
 */
export async function dueDatesOf(
  tx: Tx,
  claims: readonly { caseId: string; claim: IncomingClaim; isOpening: boolean }[],
  paymentTermDays: number | null,
): Promise<NewClaim['due'][]> {
  const lacking = claims.filter(
    ({ claim, isOpening }) => !claim.dueOn && claim.issuedOn !== null && claim.kind !== 'credit-note' && !isOpening,
  );
  const customers = await customersOf(tx, [...new Set(lacking.map(({ caseId }) => caseId))]);
  const wanted = new Set(lacking);
  const supply = remembering(supplyDueDate);
  return claims.map((one) => {
    const { claim, caseId } = one;
    const customer = customers.get(caseId);
    const supplied =
      wanted.has(one) && claim.issuedOn !== null
        ? supply({
            issuedOn: claim.issuedOn,
            deliveredOn: claim.deliveredOn,
            customerTerms: customer?.terms ?? null,
            companyDays: paymentTermDays,
            debtorKind: customer?.kind ?? null,
          })
        : null;
    if (supplied && !(supplied.source === 'law' && describesTerms(claim))) return supplied;
    return { on: claim.dueOn, source: 'document', doubt: null };
  });
}

/**
 * What decides of a due date in each case's customer. Two reads by key and no join: a first file asks right after it made
 * thousands of customers that the database has no statistics of, and a join would be planned for one.
 */
async function customersOf(
  tx: Tx,
  caseIds: readonly string[],
): Promise<Map<string, { kind: DebtorKind | null; terms: CustomerTerms | null }>> {
  if (caseIds.length === 0) return new Map();
  const cases = await tx.arrays<[string, string]>(
    'select case_id, debtor_id from collection_case where tenant_id = $1 and case_id = any($2::uuid[])',
    [tx.tenantId, caseIds],
  );
  const rows = await tx.arrays<[string, DebtorKind | null, CustomerTerms | null]>(
    'select debtor_id, kind, terms from debtor where tenant_id = $1 and debtor_id = any($2::uuid[])',
    [tx.tenantId, cases.map(([, debtorId]) => debtorId)],
  );
  const debtors = new Map(rows.map(([debtorId, kind, terms]) => [debtorId, { kind, terms }]));
  return new Map(cases.map(([caseId, debtorId]) => [caseId, debtors.get(debtorId) ?? { kind: null, terms: null }]));
}

/**
 * True for an invoice whose terms stand in its text only: nobody has read them, and the term of the law could be
 * earlier than the one agreed. Its date is asked of a person.
 */
const describesTerms = (claim: IncomingClaim) => claim.line === null && claim.termsText !== null;

/** A pure function of plain facts that answers the same facts from memory: a file has few days and few terms. */
function remembering<F extends object, R>(work: (facts: F) => R): (facts: F) => R {
  const known = new Map<string, R>();
  return (facts) => {
    const key = JSON.stringify(facts);
    if (!known.has(key)) known.set(key, work(facts));
    return known.get(key) as R;
  };
}
