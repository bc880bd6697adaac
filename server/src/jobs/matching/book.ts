import { type Day, latePenaltiesAmount } from '@acquit/law';
import { type BookFacts, type MatchingClaim, payerKeys, type ReversibleReceipt, type ToldPart } from '@acquit/recovery';
import { loadCompany, MONEY_CAME, type Tx } from '../../store/index.ts';
import { REVERSIBLE_DAYS, type StoredLine } from './lines.ts';
import { SIGNATURE } from './signature.ts';

/** Money told by a person or by the accounting file is looked for this many days around a line. */
const [DAYS_BEFORE, DAYS_AFTER] = [15, 45];

/**
 * The company's book as matching reads it: every open claim, who owes it, whom the lines' payers are known to pay for,
 * and receipts that no bank line shows yet. A fixed number of statements, whatever the number of lines.
 */
export async function loadBook(
  tx: Tx,
  companyId: string,
  lines: readonly StoredLine[],
  today: string,
): Promise<BookFacts> {
  const company = await loadCompany(tx, companyId);
  if (company === null) throw new Error('Lines belong to a company.');
  const { toleranceCents, bankFeeCents } = company.settings;
  const claims = await openClaims(tx, companyId);
  const receipts = await untoldReceipts(tx, companyId, lines);
  const told = await toldClaims(tx, companyId);
  const known = new Set(claims.map((claim) => claim.claimId));
  const paid = await closedClaims(
    tx,
    companyId,
    [...receipts.flatMap((receipt) => [...receipt.claimIds]), ...told.keys()].filter((claimId) => !known.has(claimId)),
    lines,
  );
  const every = [...claims, ...paid.filter((claim) => !known.has(claim.claimId))];
  return {
    settings: { toleranceCents, bankFeeCents, indemnityCents: fixedIndemnity(today) },
    debtors: await debtorsOf(tx, companyId),
    claims: every.map((claim) => {
      const part = told.get(claim.claimId);
      return part === undefined ? claim : { ...claim, told: part };
    }),
    payers: await knownPayers(tx, companyId, lines),
    receipts,
  };
}

/** The indemnity that the law adds to one late invoice between businesses, on a day. */
function fixedIndemnity(today: string): number | null {
  const answer = latePenaltiesAmount({
    amountCents: 100_000,
    dueOn: '2026-01-01',
    until: today > '2026-02-01' ? today : '2026-02-01',
  });
  return 'refusal' in answer ? null : answer.indemnityCents;
}

type ClaimRow = [string, string, string, boolean, number | null, number | null, bigint, string | null, boolean?];
const CLAIM = `k.claim_id, k.case_id, k.number, k.kind = 'credit-note', k.issued_on - date '1970-01-01', k.due_on - date '1970-01-01'`;

/** Whether a credit note names invoices of which none is in the book. */
const OF_UNKNOWN = `case when k.corrects = '{}' then false else not exists (
  select from claim i where i.tenant_id = k.tenant_id and i.company_id = k.company_id and i.number = any(k.corrects)
                        and i.kind <> 'credit-note' and i.status <> 'cancelled') end`;

const claimOf = (row: ClaimRow): MatchingClaim => ({
  claimId: row[0],
  caseId: row[1],
  number: row[2],
  isCredit: row[3],
  issuedOn: row[4] as Day | null,
  dueOn: row[5] as Day | null,
  openCents: Number(row[6]),
  paymentReference: row[7],
  ofUnknown: row[8] ?? false,
});

async function openClaims(tx: Tx, companyId: string): Promise<MatchingClaim[]> {
  const rows = await tx.arrays<ClaimRow>(
    `select ${CLAIM}, k.open_cents, k.payment_reference, ${OF_UNKNOWN} from claim k
      where k.tenant_id = $1 and k.company_id = $2 and k.status = 'open' and k.kind <> 'factored' and k.currency = 'EUR' and k.open_cents > 0`,
    [tx.tenantId, companyId],
  );
  return rows.map(claimOf);
}

/** What lists alone stand for on claims: a line of that time explains it, and adds nothing to it. */
async function toldClaims(tx: Tx, companyId: string): Promise<Map<string, ToldPart>> {
  const rows = await tx.arrays<[string, bigint, number]>(
    `select claim_id, cents, until from (
       select k.claim_id, told_left(k.tenant_id, k.claim_id, null) as cents, k.told_until - date '1970-01-01' as until
         from claim k where k.tenant_id = $1 and k.company_id = $2 and k.told_cents > 0 and k.told_until is not null) told
      where cents > 0`,
    [tx.tenantId, companyId],
  );
  return new Map(rows.map(([claimId, cents, until]) => [claimId, { cents: Number(cents), until: until as Day }]));
}

/** Claims that are closed but may still be named: those of receipts not shown yet, and those whose number stands in a text. */
async function closedClaims(
  tx: Tx,
  companyId: string,
  claimIds: readonly string[],
  lines: readonly StoredLine[],
): Promise<MatchingClaim[]> {
  const words = new Set<string>();
  for (const line of lines)
    for (const text of [line.label, line.endToEndId ?? '', ...line.remittance])
      for (const word of text.split(/[\s,;:+]+/)) if (/\d{3}/.test(word) && word.length <= 40) words.add(word);
  const rows = await tx.arrays<ClaimRow>(
    `select ${CLAIM}, 0::int8, k.payment_reference from claim k where k.tenant_id = $1 and k.claim_id = any($3::uuid[]) and k.company_id = $2
     union
     select ${CLAIM}, 0::int8, k.payment_reference from claim k
      where k.tenant_id = $1 and k.company_id = $2 and k.number = any($4::text[]) and k.status in ('open', 'settled') and k.open_cents = 0`,
    [tx.tenantId, companyId, claimIds, [...words]],
  );
  return rows.map(claimOf);
}

/** Who owes the company something, or did. */
export async function debtorsOf(tx: Tx, companyId: string): Promise<BookFacts['debtors']> {
  const rows = await tx.arrays<[string, string, string, string | null, string | null]>(
    `select c.case_id, d.name, d.country, d.account, d.legal_id from collection_case c
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where c.tenant_id = $1 and c.company_id = $2`,
    [tx.tenantId, companyId],
  );
  return rows.map(([caseId, name, country, account, legalId]) => ({ caseId, name, country, account, legalId }));
}

async function knownPayers(tx: Tx, companyId: string, lines: readonly StoredLine[]): Promise<BookFacts['payers']> {
  const keys = [...new Set(lines.flatMap((line) => payerKeys(line)))];
  const rows = await tx.arrays<[string, string, number]>(
    `select p.payer_key, c.case_id, p.times from payer p
       join collection_case c on c.tenant_id = p.tenant_id and c.company_id = p.company_id and c.debtor_id = p.debtor_id
      where p.tenant_id = $1 and p.company_id = $2 and p.payer_key = any($3::text[]) and p.times > 0`,
    [tx.tenantId, companyId, keys],
  );
  return rows.map(([key, caseId, times]) => ({ key, caseId, times }));
}

/** The first and the last day of some lines. */
function span(lines: readonly StoredLine[]): [first: string, last: string] {
  const days = lines.map((line) => line.bookedOn).sort();
  return [days[0]!, days.at(-1)!];
}

/**
 * Receipts of a person or of the accounting file that no line shows yet, near the days of the lines. One that the bank has
 * taken back since is among them: its line may come after that of its reject.
 */
async function untoldReceipts(tx: Tx, companyId: string, lines: readonly StoredLine[]): Promise<BookFacts['receipts']> {
  const credits = lines.filter((line) => line.amountCents > 0);
  if (credits.length === 0) return [];
  const [first, last] = span(credits);
  const rows = await tx.arrays<[string, string, number, bigint, string[]]>(
    `select r.receipt_id, r.case_id, r.received_on - date '1970-01-01', r.amount_cents,
            (select coalesce(array_agg(claim_id::text), '{}') from (
               select a.claim_id from receipt_allocation a where a.tenant_id = r.tenant_id and a.receipt_id = r.receipt_id
               union select p.claim_id from bank_match m join bank_match_part p on p.tenant_id = m.tenant_id and p.match_id = m.match_id
                      where m.tenant_id = r.tenant_id and m.reverses_receipt_id = r.receipt_id and m.state = 'applied') parts)
       from receipt r
      where r.tenant_id = $1 and r.company_id = $2 and r.received_on between $3::date - ${DAYS_BEFORE} and $4::date + ${DAYS_AFTER}
        and r.bank_line_id is null and r.origin in ('manual', 'ledger') and r.amount_cents = any($5::int8[]) and ${MONEY_CAME}`,
    [tx.tenantId, companyId, first, last, [...new Set(credits.map((line) => line.amountCents))]],
  );
  return rows.map(([receiptId, caseId, on, cents, claimIds]) => ({
    receiptId,
    caseId,
    on: on as Day,
    amountCents: Number(cents),
    claimIds,
  }));
}

/** Receipts that the lines of money that left may take back: those of their amounts, not older than the law lets return. A card's goes back another way. */
export async function reversibleReceipts(
  tx: Tx,
  companyId: string,
  lines: readonly StoredLine[],
): Promise<ReversibleReceipt[]> {
  const debits = lines.filter((line) => line.amountCents < 0);
  if (debits.length === 0) return [];
  const [first, last] = span(debits);
  const rows = await tx.arrays<
    [
      string,
      string,
      number,
      bigint,
      string | null,
      string | null,
      string | null,
      string | null,
      string | null,
      ReversibleReceipt['claims'],
    ]
  >(
    `select r.receipt_id, r.case_id, r.received_on - date '1970-01-01', r.amount_cents, l.end_to_end_id, l.mandate_id, l.counterparty,
            l.counterparty_iban, r.reference,
            (select coalesce(jsonb_agg(jsonb_build_object('claimId', k.claim_id, 'number', k.number)), '[]')
               from receipt_allocation a join claim k on k.tenant_id = a.tenant_id and k.claim_id = a.claim_id
              where a.tenant_id = r.tenant_id and a.receipt_id = r.receipt_id)
       from receipt r left join bank_line l on l.tenant_id = r.tenant_id and l.line_id = r.bank_line_id
      where r.tenant_id = $1 and r.company_id = $2 and r.received_on between $3::date - ${REVERSIBLE_DAYS} and $4::date
        and r.cancelled_at is null and r.origin not in ('list', 'card') and r.amount_cents = any($5::int8[])`,
    [tx.tenantId, companyId, first, last, [...new Set(debits.map((line) => -line.amountCents))]],
  );
  return rows.map(
    ([receiptId, caseId, on, cents, endToEndId, mandateId, counterparty, counterpartyIban, reference, claims]) => ({
      receiptId,
      caseId,
      on: on as Day,
      amountCents: Number(cents),
      claims,
      endToEndId,
      mandateId,
      payerKeys: payerKeys({ counterparty, counterpartyIban }),
      reference,
    }),
  );
}

/** What persons have declined or undone on these lines: never proposed again. */
export async function refusedProposals(tx: Tx, lines: readonly StoredLine[]): Promise<Map<string, Set<string>>> {
  const rows = await tx.arrays<[string, string]>(
    `select m.line_id, ${SIGNATURE}
       from bank_match m where m.tenant_id = $1 and m.line_id = any($2::uuid[]) and m.state in ('undone', 'declined')`,
    [tx.tenantId, lines.map((line) => line.lineId)],
  );
  const refused = new Map<string, Set<string>>();
  for (const [lineId, key] of rows) {
    if (!refused.has(lineId)) refused.set(lineId, new Set());
    refused.get(lineId)!.add(key);
  }
  return refused;
}
