import type { Day } from '@acquit/law';
import type { MatchingLine } from '@acquit/recovery';
import type { Tx } from '../../store/index.ts';

/** A debit may come back within thirteen months (L133-24 C. mon. fin.). */
export const REVERSIBLE_DAYS = 400;

/** A bank line as it is stored, with what the receipt it becomes needs. */
export interface StoredLine extends MatchingLine {
  bookedOn: string;
  state: 'to-match' | 'proposed' | 'matched' | 'set-aside' | 'outgoing';
  operation: string | null;
}

type Row = [
  lineId: string,
  bookedOn: string,
  on: number,
  amountCents: bigint,
  label: string,
  counterparty: string | null,
  counterpartyIban: string | null,
  endToEndId: string | null,
  mandateId: string | null,
  remittance: string[],
  operation: string | null,
  isReversal: boolean,
  rejectReason: string | null,
  state: StoredLine['state'],
];

/** The columns of a line, in the order of `Row`. A `Day` counts the days since 1970, as the subtraction does. */
const COLUMNS = `l.line_id, l.booked_on, l.booked_on - date '1970-01-01', l.amount_cents, l.label, l.counterparty, l.counterparty_iban,
  l.end_to_end_id, l.mandate_id, l.remittance, l.operation, l.is_reversal, l.reject_reason, l.state`;

/**
 * Lines looked at together, unless a test asks for fewer: a first statement of years is matched as its months would have
 * been, one after the other. Each time the book is read: the smaller it is, the fewer they are, and the memory they take.
 */
const [FEWEST, MOST] = [5_000, 20_000];
const CLAIMS_A_LINE = 5;

/** How many lines are worth looking at together, by what reading the company's book costs. */
export async function linesTogether(tx: Tx, companyId: string): Promise<number> {
  const rows = await tx.arrays<[number]>(
    `select coalesce(sum(claims), 0)::int from due_total where tenant_id = $1 and company_id = $2 and ledger_state = 'open'`,
    [tx.tenantId, companyId],
  );
  return Math.max(FEWEST, Math.min(MOST, Math.round(rows[0]![0] / CLAIMS_A_LINE)));
}

const WAITS = `l.state in ('to-match', 'proposed')`;
/**
 * Money that left and took nothing back so far, where a receipt of the same amount stands by now: a statement may tell a
 * reject before the invoice, or the accounts, have told what was rejected. Outgoing lines that mirror nothing stay unread.
 * The limit keeps it a question asked of the index of each line's amount: as a join, right after a first matching whose
 * receipts no statistics know yet, every line was set beside every receipt.
 */
const MIRRORS = `l.state = 'outgoing' and (select true from receipt r
  where r.tenant_id = $1 and r.company_id = $2 and r.cancelled_at is null and r.amount_cents = -l.amount_cents
    and r.received_on between l.booked_on - ${REVERSIBLE_DAYS} and l.booked_on limit 1)`;

/**
 * The lines of money that came to a company and wait for a decision, in the order of their days, some at a time. Lines in
 * another currency wait for ever: claims are in euros. A line may be decided, or not, before the next ones are asked for.
 */
export function cameLines(tx: Tx, companyId: string, together: number): AsyncGenerator<StoredLine[]> {
  return byBatches(tx, companyId, together, [`${WAITS} and l.amount_cents > 0`]);
}

/** The lines of money that left and may take a receipt back: those that wait, and those that mirror one by now. */
export function leftLines(
  tx: Tx,
  companyId: string,
  { waiting, together }: { waiting: boolean; together: number },
): AsyncGenerator<StoredLine[]> {
  return byBatches(tx, companyId, together, [...(waiting ? [`${WAITS} and l.amount_cents < 0`] : []), MIRRORS]);
}

async function* byBatches(
  tx: Tx,
  companyId: string,
  together: number,
  kinds: readonly string[],
): AsyncGenerator<StoredLine[]> {
  let after: Pick<StoredLine, 'bookedOn' | 'lineId'> = { bookedOn: '-infinity', lineId: FIRST_ID };
  for (;;) {
    const rows = await tx.arrays<Row>(
      `select * from (${kinds.map((kind) => `(${linesOfKind(kind, together)})`).join(' union all ')}) l order by 2, 1 limit ${together}`,
      [tx.tenantId, companyId, after.bookedOn, after.lineId],
    );
    const last = rows.at(-1);
    if (!last) return;
    after = { bookedOn: last[1], lineId: last[0] };
    yield rows.map(stored);
    if (rows.length < together) return;
  }
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const linesOfKind = (kind: string, together: number) => `
  select ${COLUMNS} from bank_line l join bank_account a on a.tenant_id = l.tenant_id and a.bank_account_id = l.bank_account_id
   where l.tenant_id = $1 and l.company_id = $2 and (l.booked_on, l.line_id) > ($3::date, $4::uuid) and ${kind} and a.currency = 'EUR'
   order by l.booked_on, l.line_id limit ${together}`;

/** Whether a company has a line to look at: most invoices come to one that has none, and each import asks. */
export async function someUndecided(tx: Tx, companyId: string): Promise<boolean> {
  const rows = await tx.arrays(
    `select 1 from bank_line where tenant_id = $1 and company_id = $2 and state in ('to-match', 'proposed', 'outgoing') limit 1`,
    [tx.tenantId, companyId],
  );
  return rows.length > 0;
}

/** Some lines whatever their state, locked against another decision. */
export async function lockLines(tx: Tx, lineIds: readonly string[]): Promise<StoredLine[]> {
  const rows = await tx.arrays<Row>(
    `select ${COLUMNS} from bank_line l where l.tenant_id = $1 and l.line_id = any($2::uuid[]) order by l.line_id for update`,
    [tx.tenantId, lineIds],
  );
  return rows.map(stored);
}

function stored(row: Row): StoredLine {
  return {
    lineId: row[0],
    bookedOn: row[1],
    on: row[2] as Day,
    amountCents: Number(row[3]),
    label: row[4],
    counterparty: row[5],
    counterpartyIban: row[6],
    endToEndId: row[7],
    mandateId: row[8],
    remittance: row[9],
    operation: row[10],
    isReversal: row[11],
    rejectReason: row[12],
    state: row[13],
  };
}

/**
 * Keeps every other matching of the company waiting until this transaction ends. Taken before any row: two matchings,
 * or a matching and a person, never decide on the same facts.
 */
export async function lockMatching(tx: Tx, companyId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('matching:' || $1, 0))`, [companyId]);
}
