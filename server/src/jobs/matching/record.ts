import { randomUUIDv7 } from 'node:crypto';
import { type LineOutcome, type Proposal, proposalKey } from '@acquit/recovery';
import { joinJson, jsonList, type Tx } from '../../store/index.ts';
import { setHolds, type WantedHold } from './holds.ts';
import type { StoredLine } from './lines.ts';
import type { MatchOrder, Settled } from './settle.ts';
import { SIGNATURE } from './signature.ts';

/** Who decided a match that nobody was asked about: whoever brings a statement has not matched its lines himself. */
const BY_ITSELF = 'acquit';

/** A match to be written: proposed, or applied from the start. */
interface NewMatch {
  matchId: string;
  line: StoredLine;
  proposal: Proposal;
  state: 'proposed' | 'applied';
  rank: number;
}

/** Signature by match of the proposals that stand for some lines: one found again keeps its row, which a person may be looking at. */
async function standing(tx: Tx, lineIds: readonly string[]): Promise<Map<string, Map<string, string>>> {
  const rows = await tx.arrays<[string, string, string | null]>(
    `select m.line_id, m.match_id, ${SIGNATURE}
       from bank_match m where m.tenant_id = $1 and m.line_id = any($2::uuid[]) and m.state = 'proposed'`,
    [tx.tenantId, lineIds],
  );
  const found = new Map<string, Map<string, string>>();
  for (const [lineId, matchId, key] of rows) {
    if (!found.has(lineId)) found.set(lineId, new Map());
    found.get(lineId)!.set(key ?? '', matchId);
  }
  return found;
}

/**
 * Writes what matching says of the lines: matches with their parts, proposals that stand kept as they are, those found no
 * more removed, holds begun and ended, states of the lines. Gives the matches to carry out and the cases whose holds changed.
 */
export async function recordOutcomes(
  tx: Tx,
  order: MatchOrder,
  lines: ReadonlyMap<string, StoredLine>,
  outcomes: readonly LineOutcome[],
): Promise<{ settled: Settled[]; heldCaseIds: string[] }> {
  const before = await standing(tx, [...lines.keys()]);
  const fresh: NewMatch[] = [];
  const kept = new Set<string>();
  const [settled, holds]: [Settled[], WantedHold[]] = [[], []];
  for (const { lineId, applied, proposals, heldClaimIds } of outcomes) {
    const line = lines.get(lineId)!;
    if (applied) {
      const matchId = randomUUIDv7();
      fresh.push({ matchId, line, proposal: applied, state: 'applied', rank: 0 });
      settled.push({ matchId, line, proposal: applied });
      continue;
    }
    const ids = proposals.map((proposal, rank) => {
      const known = before.get(lineId)?.get(proposalKey(proposal));
      const matchId = known ?? randomUUIDv7();
      if (known) kept.add(known);
      else fresh.push({ matchId, line, proposal, state: 'proposed', rank });
      return matchId;
    });
    for (const claimId of heldClaimIds) {
      const own = proposals.findIndex((one) => one.parts.some((part) => part.claimId === claimId));
      const matchId = ids[Math.max(own, 0)];
      if (matchId !== undefined) holds.push({ matchId, claimId, line });
    }
  }
  const causes = [...before.values()].flatMap((matches) => [...matches.values()]);
  const gone = causes.filter((matchId) => !kept.has(matchId));
  await insertMatches(tx, order, fresh);
  const heldCaseIds = await setHolds(tx, causes, holds, order);
  await tx.query(`delete from bank_match where tenant_id = $1 and match_id = any($2::uuid[])`, [tx.tenantId, gone]);
  return { settled, heldCaseIds };
}

async function insertMatches(tx: Tx, { companyId }: MatchOrder, matches: readonly NewMatch[]): Promise<void> {
  if (matches.length === 0) return;
  const column = <T>(value: (match: NewMatch) => T) => matches.map(value);
  await tx.query(
    `insert into bank_match (tenant_id, company_id, match_id, line_id, state, rule, confidence, reasons, rank, case_id,
                             reverses_receipt_id, known_receipt_id, taught, decided_by, decided_at)
     select $1, $2, u.match_id, u.line_id, u.state, u.rule, u.confidence, u.reasons::jsonb, u.rank, u.case_id, u.reverses, u.known, u.taught,
            case when u.state = 'applied' then $14 end, case when u.state = 'applied' then now() end
       from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::int2[], ${jsonList('$8')}, $9::int2[], $10::uuid[], $11::uuid[], $12::uuid[], $13::bool[])
            as u (match_id, line_id, state, rule, confidence, reasons, rank, case_id, reverses, known, taught)`,
    [
      tx.tenantId,
      companyId,
      column((one) => one.matchId),
      column((one) => one.line.lineId),
      column((one) => one.state),
      column((one) => one.proposal.rule),
      column((one) => one.proposal.confidence),
      joinJson(column((one) => JSON.stringify(one.proposal.reasons))),
      column((one) => one.rank),
      column((one) => one.proposal.caseId),
      column((one) => (one.proposal.rule === 'reversal' ? one.proposal.receiptId : null)),
      column((one) => (one.proposal.rule === 'known-receipt' ? one.proposal.receiptId : null)),
      column((one) => one.state === 'applied' && one.proposal.teaches),
      BY_ITSELF,
    ],
  );
  await insertParts(tx, matches);
}

/** Writes the parts of some matches. */
export async function insertParts(tx: Tx, matches: readonly Pick<Settled, 'matchId' | 'proposal'>[]): Promise<void> {
  const parts = matches.flatMap(({ matchId, proposal }) => proposal.parts.map((part) => ({ matchId, ...part })));
  if (parts.length === 0) return;
  await tx.query(
    `insert into bank_match_part (tenant_id, match_id, claim_id, amount_cents, difference_cents, difference_kind)
     select $1, u.* from unnest($2::uuid[], $3::uuid[], $4::int8[], $5::int8[], $6::text[]) as u`,
    [
      tx.tenantId,
      parts.map((part) => part.matchId),
      parts.map((part) => part.claimId),
      parts.map((part) => part.amountCents),
      parts.map((part) => part.differenceCents),
      parts.map((part) => part.differenceKind),
    ],
  );
}

/** Brings the state of lines up to date with their matches; money that left and takes nothing back is out of the way. */
export async function refreshStates(tx: Tx, lineIds: readonly string[]): Promise<void> {
  // The lines are named twice: by their join alone, a few thousand of millions were found by reading all of them.
  await tx.query(
    `update bank_line l set state = s.state
       from (select b.line_id, case when bool_or(m.state = 'applied') then 'matched' when bool_or(m.state = 'proposed') then 'proposed'
                                    when b.amount_cents < 0 then 'outgoing' else 'to-match' end as state
               from bank_line b left join bank_match m on m.tenant_id = b.tenant_id and m.line_id = b.line_id
              where b.tenant_id = $1 and b.line_id = any($2::uuid[]) group by b.line_id, b.amount_cents) s
      where l.tenant_id = $1 and l.line_id = any($2::uuid[]) and l.line_id = s.line_id and l.state <> s.state`,
    [tx.tenantId, lineIds],
  );
}
