import { randomUUIDv7 } from 'node:crypto';
import type { Proposal } from '@acquit/recovery';
import { insertReceipts, type JournalEvent, type NewReceipt, retell, type Tx } from '../../store/index.ts';
import type { StoredLine } from './lines.ts';

/** Who does it and on which day. */
export interface MatchOrder {
  companyId: string;
  /** `YYYY-MM-DD` */
  today: string;
  actor: string;
}

/** A match whose row exists, to be carried out. */
export interface Settled {
  matchId: string;
  line: StoredLine;
  proposal: Proposal;
}

/** What carrying out did, for the cases to be touched and the journal. */
export interface Effects {
  caseIds: string[];
  events: JournalEvent[];
}

interface Pair {
  matchId: string;
  creditClaimId: string;
  claimId: string;
  on: string;
  cents: number;
}

/** Makes the receipts of matched lines, with what they clear, let go and net; bulk statements whatever their number. */
export async function settleMatches(tx: Tx, order: MatchOrder, settled: readonly Settled[]): Promise<Effects> {
  const creditIds = await creditNotes(tx, settled);
  const pairs: Pair[] = [];
  const receipts: NewReceipt[] = [];
  const events: JournalEvent[] = [];
  for (const one of settled) {
    const { line, proposal, matchId } = one;
    const netted = net(one, creditIds, pairs);
    const own = receiptsOf(one, order, netted);
    receipts.push(...own);
    events.push({
      actor: order.actor,
      action: 'receipt.matched',
      objectKind: 'receipt',
      objectId: own[0]?.receiptId ?? line.lineId,
      payload: {
        lineId: line.lineId,
        matchId,
        bookedOn: line.bookedOn,
        amountCents: line.amountCents,
        rule: proposal.rule,
        confidence: proposal.confidence,
        reasons: proposal.reasons,
        parts: proposal.parts,
        receiptIds: own.map((receipt) => receipt.receiptId),
      },
    });
  }
  await insertReceipts(tx, receipts);
  await netCredits(tx, pairs);
  const caseIds = [
    ...new Set([
      ...receipts.map((one) => one.caseId),
      ...settled.flatMap((one) => one.proposal.parts.map((part) => part.caseId)),
    ]),
  ];
  if (pairs.length > 0) await retell(tx, caseIds);
  return { caseIds, events };
}

async function creditNotes(tx: Tx, settled: readonly Settled[]): Promise<Set<string>> {
  const ids = settled.flatMap((one) => one.proposal.parts.map((part) => part.claimId));
  const rows = await tx.arrays<[string]>(
    `select claim_id from claim where tenant_id = $1 and claim_id = any($2::uuid[]) and kind = 'credit-note'`,
    [tx.tenantId, ids],
  );
  return new Set(rows.map(([claimId]) => claimId));
}

/** Sets the credit notes of a match against its invoices of the same case, in their order; gives the money of each invoice. */
function net({ matchId, line, proposal }: Settled, credits: ReadonlySet<string>, pairs: Pair[]): Map<string, number> {
  const money = new Map(
    proposal.parts.filter((part) => !credits.has(part.claimId)).map((part) => [part.claimId, part.amountCents]),
  );
  for (const credit of proposal.parts.filter((part) => credits.has(part.claimId))) {
    let left = credit.amountCents;
    for (const part of proposal.parts) {
      if (credits.has(part.claimId) || part.caseId !== credit.caseId || left === 0) continue;
      const cents = Math.min(left, money.get(part.claimId)!);
      if (cents === 0) continue;
      money.set(part.claimId, money.get(part.claimId)! - cents);
      left -= cents;
      pairs.push({ matchId, creditClaimId: credit.claimId, claimId: part.claimId, on: line.bookedOn, cents });
    }
    if (left > 0) throw new Error('A credit note takes more off than there is: such a match may not be applied.');
  }
  return money;
}

/** One receipt per case that the money clears; what is left goes with the case that the match names. */
function receiptsOf(
  { matchId, line, proposal }: Settled,
  order: MatchOrder,
  money: ReadonlyMap<string, number>,
): NewReceipt[] {
  const left = line.amountCents - [...money.values()].reduce((sum, cents) => sum + cents, 0);
  const cases = new Set([proposal.caseId, ...proposal.parts.map((part) => part.caseId)]);
  return [...cases].flatMap((caseId) => {
    const parts = proposal.parts.filter((part) => part.caseId === caseId && money.has(part.claimId));
    const allocations = parts.map((part) => ({ claimId: part.claimId, amountCents: money.get(part.claimId)! }));
    const surplus = caseId === proposal.caseId ? left : 0;
    const amountCents = allocations.reduce((sum, one) => sum + one.amountCents, surplus);
    if (amountCents === 0) return [];
    return [
      {
        receiptId: randomUUIDv7(),
        companyId: order.companyId,
        caseId,
        receivedOn: line.bookedOn,
        amountCents,
        method: methodOf(line),
        reference: [...line.remittance, line.label].join(' ').slice(0, REFERENCE_LENGTH) || null,
        decidedBy: NAMED.has(proposal.rule) ? 'debtor' : 'due-first',
        enteredBy: order.actor,
        allocations,
        origin: 'bank' as const,
        bankLineId: line.lineId,
        matchId,
        differences: parts.flatMap(({ claimId, differenceCents, differenceKind }) =>
          differenceKind === null ? [] : [{ claimId, amountCents: differenceCents, kind: differenceKind }],
        ),
      },
    ];
  });
}

const REFERENCE_LENGTH = 200;
/** Rules in which the debtor said what he pays (art. 1342-10 C. civ., first sentence). */
const NAMED: ReadonlySet<string> = new Set([
  'reference',
  'end-to-end',
  'reference-part',
  'reference-surplus',
  'reference-others',
  'discount',
  'user',
]);

function methodOf({ label, operation }: StoredLine): string {
  const text = `${operation ?? ''} ${label}`.toUpperCase();
  if (/\b(PRLV|PRELEVEMENT|SDD)\b/.test(text)) return 'direct-debit';
  return /\b(CHEQUE|CHEQUES|CHQ)\b/.test(text) ? 'cheque' : /\bCB\b/.test(text) ? 'card' : 'transfer';
}

/** Writes what credit notes take off invoices: an allocation that stood already grows, and undoing takes back its part. */
async function netCredits(tx: Tx, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return;
  await tx.query(
    `with pair as (select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::date[], $6::int8[]) as u (match_id, credit_id, claim_id, on_day, cents)),
     kept as (insert into match_credit (tenant_id, match_id, credit_claim_id, claim_id, amount_cents)
       select $1, match_id, credit_id, claim_id, cents from pair returning 1),
     netted as (insert into credit_allocation as a (tenant_id, credit_claim_id, claim_id, effective_on, effect, amount_cents)
       select $1, credit_id, claim_id, min(on_day), 'correction', sum(cents) from pair group by credit_id, claim_id
       on conflict (tenant_id, credit_claim_id, claim_id) do update set amount_cents = a.amount_cents + excluded.amount_cents returning 1),
     sums as (select id, max(on_day) as on_day, sum(cents)::int8 as cents
                from (select claim_id as id, on_day, cents from pair union all select credit_id, on_day, cents from pair) sides group by id)
     update claim k
        set credited_cents = k.credited_cents + s.cents,
            status = case when k.amount_cents - k.received_cents - k.credited_cents - s.cents <= 0 and k.status = 'open' then 'settled' else k.status end,
            settled_on = case when k.amount_cents - k.received_cents - k.credited_cents - s.cents <= 0 then s.on_day else k.settled_on end
       from sums s where k.tenant_id = $1 and k.claim_id = s.id`,
    [
      tx.tenantId,
      pairs.map((one) => one.matchId),
      pairs.map((one) => one.creditClaimId),
      pairs.map((one) => one.claimId),
      pairs.map((one) => one.on),
      pairs.map((one) => one.cents),
    ],
  );
}
