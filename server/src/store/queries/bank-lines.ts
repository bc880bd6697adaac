import type { BankLineFilter, BankLinesView, BankLineView, MatchableClaim, MatchView } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { isDayText, isUuidText, PAGE_SIZE, pageOf, readCursor } from './cursor.ts';
import { debtorsNamed, type Search, searchOf } from './search.ts';

interface Row extends Omit<BankLineView, 'amountCents' | 'matches'> {
  amountCents: bigint;
}

const SELECT = `select l.line_id as "lineId", a.label as "accountLabel", l.booked_on as "bookedOn", l.value_on as "valueOn",
    l.amount_cents as "amountCents", l.label, l.counterparty, l.counterparty_iban as "counterpartyIban", l.end_to_end_id as "endToEndId",
    l.remittance, l.is_reversal as "isReversal", l.reject_reason as "rejectReason", l.state, l.set_aside_reason as "setAsideReason"
  from bank_line l join bank_account a on a.tenant_id = l.tenant_id and a.bank_account_id = l.bank_account_id where l.tenant_id = $1`;

/** Each filter keeps one index: the waiting ones are read oldest first, because they are answered in that order. */
const STATES: Readonly<Record<BankLineFilter, string>> = {
  waiting: `and l.state in ('to-match', 'proposed')`,
  matched: `and l.state = 'matched'`,
  'set-aside': `and l.state = 'set-aside'`,
  outgoing: `and l.state = 'outgoing'`,
  all: '',
};

/** One page of a company's bank lines with what each pays: those that wait oldest first, the others latest first. */
export async function listBankLines(
  tx: Tx,
  companyId: string,
  filter: BankLineFilter,
  cursor: string | undefined,
): Promise<BankLinesView> {
  const key = readCursor(cursor, 'ss');
  const valid = key !== null && isDayText(key[0]) && isUuidText(key[1]);
  const [after, order] = filter === 'waiting' ? ['>', 'asc'] : ['<', 'desc'];
  const { rows } = await tx.query<Row>(
    `${SELECT} and l.company_id = $2 ${STATES[filter]} ${valid ? `and (l.booked_on, l.line_id) ${after} ($3::date, $4::uuid)` : ''}
      order by l.booked_on ${order}, l.line_id ${order} limit ${PAGE_SIZE + 1}`,
    valid ? [tx.tenantId, companyId, key[0], key[1]] : [tx.tenantId, companyId],
  );
  const { items, nextCursor } = pageOf(
    rows,
    (row) => row,
    (row) => [row.bookedOn, row.lineId],
  );
  return { items: await withMatches(tx, items), nextCursor, counts: await countLines(tx, companyId) };
}

const count = (state: string) =>
  `(select count(*)::int from bank_line where tenant_id = $1 and company_id = $2 and state = '${state}')`;

async function countLines(tx: Tx, companyId: string): Promise<BankLinesView['counts']> {
  const { rows } = await tx.query<BankLinesView['counts']>(
    // State by state, each a walk of its part of one index; money that left is not counted at all.
    `select ${count('to-match')} + ${count('proposed')} as waiting, ${count('proposed')} as proposed,
            ${count('matched')} as matched, ${count('set-aside')} as "setAside"`,
    [tx.tenantId, companyId],
  );
  return rows[0]!;
}

/** One line with its matches; null when unknown. */
export async function findBankLine(tx: Tx, lineId: string): Promise<BankLineView | null> {
  const { rows } = await tx.query<Row>(`${SELECT} and l.line_id = $2`, [tx.tenantId, lineId]);
  return (await withMatches(tx, rows))[0] ?? null;
}

interface MatchRow extends Omit<MatchView, 'parts' | 'leftCents' | 'reverses'> {
  lineId: string;
  parts: (MatchView['parts'][number] & { isCredit: boolean })[];
  reverses: { receiptId: string; receivedOn: string; amountCents: number } | null;
}

/** The lines with what they pay: applied first, then proposals best first; refused ones last. */
async function withMatches(tx: Tx, lines: readonly Row[]): Promise<BankLineView[]> {
  const { rows } = await tx.query<MatchRow>(
    `select m.line_id as "lineId", m.match_id as "matchId", m.state, m.rule, m.confidence, m.reasons, m.decided_by as "decidedBy", m.decided_at as "decidedAt",
            (select coalesce(json_agg(json_build_object('claimId', p.claim_id, 'caseId', k.case_id, 'number', k.number, 'debtorName', d.name, 'dueOn', k.due_on,
                      'openCents', k.open_cents, 'amountCents', p.amount_cents, 'differenceCents', p.difference_cents, 'differenceKind', p.difference_kind,
                      'isCredit', k.kind = 'credit-note') order by k.due_on, k.number), '[]')
               from bank_match_part p join claim k on k.tenant_id = p.tenant_id and k.claim_id = p.claim_id
               join collection_case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
               join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
              where p.tenant_id = m.tenant_id and p.match_id = m.match_id) as parts,
            case when r.receipt_id is not null then json_build_object('receiptId', r.receipt_id, 'receivedOn', r.received_on, 'amountCents', r.amount_cents) end as reverses
       from bank_match m left join receipt r on r.tenant_id = m.tenant_id and r.receipt_id = m.reverses_receipt_id
      where m.tenant_id = $1 and m.line_id = any($2::uuid[])
      order by array_position(array['applied', 'proposed', 'undone', 'declined'], m.state), m.rank, m.created_at, m.match_id`,
    [tx.tenantId, lines.map((line) => line.lineId)],
  );
  const byLine = Map.groupBy(rows, (row) => row.lineId);
  return lines.map((line) => {
    const amountCents = Number(line.amountCents);
    return { ...line, amountCents, matches: (byLine.get(line.lineId) ?? []).map((row) => matchView(row, amountCents)) };
  });
}

function matchView({ lineId: _, parts, reverses, ...row }: MatchRow, amountCents: number): MatchView {
  const paid = parts.reduce((sum, part) => sum + (part.isCredit ? -part.amountCents : part.amountCents), 0);
  const shownOnly = reverses !== null || row.rule === 'known-receipt';
  return {
    ...row,
    parts: reverses === null ? parts.map(({ isCredit: __, ...part }) => part) : [],
    leftCents: shownOnly ? 0 : amountCents - paid,
    reverses: reverses && { ...reverses, claimNumbers: parts.map((part) => part.number) },
  };
}

/** Most claims offered for one line. */
const MOST_CLAIMS = 30;

interface ClaimRow extends Omit<MatchableClaim, 'openCents' | 'fits'> {
  openCents: bigint;
}

/**
 * Open claims that a person may choose for a line: by the beginning of a number or of a word of the debtor, or, when
 * nothing is typed, those of its amount and of the debtors it may come from. Null when the line is unknown.
 */
export async function matchableClaims(tx: Tx, lineId: string, typed: string): Promise<MatchableClaim[] | null> {
  const { rows: found } = await tx.query<{ company_id: string; amount_cents: bigint }>(
    'select company_id, amount_cents from bank_line where tenant_id = $1 and line_id = $2',
    [tx.tenantId, lineId],
  );
  const [line] = found;
  if (!line) return null;
  const search = searchOf(typed);
  if (search === 'nothing') return [];
  const values: unknown[] = [tx.tenantId, line.company_id, line.amount_cents];
  const add = (value: unknown) => `$${values.push(value)}`;
  const chosen = search === null ? claimsOfLine(add(lineId)) : claimsNamed(search, add);
  const { rows } = await tx.query<ClaimRow>(
    `with chosen as (${chosen})
     select k.claim_id as "claimId", k.case_id as "caseId", k.number, d.name as "debtorName", k.due_on as "dueOn", k.open_cents as "openCents"
       from claim k join collection_case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where k.tenant_id = $1 and k.claim_id in (select claim_id from chosen) and k.status = 'open' and k.open_cents > 0
      order by k.open_cents <> $3, k.due_on nulls last, k.number limit ${MOST_CLAIMS}`,
    values,
  );
  return rows.map((row) => ({ ...row, openCents: Number(row.openCents), fits: row.openCents === line.amount_cents }));
}

/** Claims that owe just what came in ($3), or that are of the cases of the line's proposals. */
const claimsOfLine = (lineId: string): string => `
  (select claim_id from claim where tenant_id = $1 and company_id = $2 and ledger_state in ('open', 'credit-note')
      and amount_cents = $3 and open_cents = $3 limit ${MOST_CLAIMS})
  union all
  -- Those paid in part are few, and have an index of their own by what is left.
  (select claim_id from claim where tenant_id = $1 and company_id = $2 and status = 'open' and open_cents <> amount_cents
      and open_cents = $3 limit ${MOST_CLAIMS})
  union all
  select k.claim_id from bank_match m
    join claim k on k.tenant_id = m.tenant_id and k.case_id = m.case_id and k.status = 'open'
   where m.tenant_id = $1 and m.line_id = ${lineId}`;

/** Claims whose number begins as typed, and those of debtors whose words do. */
function claimsNamed(search: Search, add: (value: unknown) => string): string {
  const found: string[] = [];
  if (search.number !== null)
    found.push(`(select claim_id from claim where tenant_id = $1 and company_id = $2 and number >= ${add(search.number.from)}
      and number < ${add(search.number.to)} and status = 'open' order by number limit ${MOST_CLAIMS})`);
  const debtors = debtorsNamed(search, add);
  if (debtors !== null)
    // By key from each to his case and its claims, whatever the statistics say.
    found.push(`(select k.claim_id from (select distinct debtor_id from (${debtors} limit ${MOST_CLAIMS}) w) d
      cross join lateral (select case_id from collection_case where tenant_id = $1 and company_id = $2 and debtor_id = d.debtor_id limit 1) c
      cross join lateral (select claim_id from claim where tenant_id = $1 and case_id = c.case_id and status = 'open' limit ${MOST_CLAIMS}) k
      limit ${MOST_CLAIMS * 2})`);
  return found.join(' union all ');
}
