import { findReversals, type LineOutcome, matchCredits, type Proposal } from '@acquit/recovery';
import { type JournalEvent, type Tx, touchCases } from '../../store/index.ts';
import { debtorsOf, loadBook, refusedProposals, reversibleReceipts } from './book.ts';
import { cameLines, leftLines, linesTogether, lockMatching, type StoredLine, someUndecided } from './lines.ts';
import { creditsFit } from './net.ts';
import { learnPayers } from './payers.ts';
import { setPayoutsAside } from './payouts.ts';
import { recordOutcomes, refreshStates } from './record.ts';
import { reverseReceipts, showReceipts } from './reverse.ts';
import { type MatchOrder, type Settled, settleMatches } from './settle.ts';

/** Numbers of lines looked at, and what became of them. */
export interface MatchCounts {
  examined: number;
  applied: number;
  /** Applied ones that show a receipt somebody else had told. */
  linked: number;
  /** Applied ones that take a receipt back. */
  reversed: number;
  proposed: number;
  toMatch: number;
  outgoing: number;
}

export interface MatchLinesOrder extends MatchOrder {
  /** The lines that were just brought; every other waiting line of the company is looked at with them. */
  lineIds?: readonly string[];
  /** A line that a person has just decided: the other lines of money that came are looked at, not it. */
  besides?: string;
  /** Lines looked at together, for tests of what batches do. */
  together?: number;
}

const NOTHING: MatchCounts = { examined: 0, applied: 0, linked: 0, reversed: 0, proposed: 0, toMatch: 0, outgoing: 0 };

/**
 * Matches the company's waiting lines with its open claims, in the caller's transaction: what is sure is applied, what is
 * doubtful proposed with its claims held back, and the cases touched go before the next pass. Money that came is looked at
 * before money that left, so that a debit and its reject of one file find each other. Done again it changes nothing.
 * Very many lines are looked at some at a time, in the order of their days: each sees what those before have left open.
 */
export async function matchLines(tx: Tx, order: MatchLinesOrder): Promise<MatchCounts> {
  await lockMatching(tx, order.companyId);
  if (!(await someUndecided(tx, order.companyId))) return NOTHING;
  await setPayoutsAside(tx, order.companyId, order.actor);
  const { besides } = order;
  const together = order.together ?? (await linesTogether(tx, order.companyId));
  const counts = { ...NOTHING };
  const events: JournalEvent[] = [];
  const caseIds = new Set<string>();
  const take = (done: Done) => {
    for (const event of done.events) events.push(event);
    for (const caseId of done.caseIds) caseIds.add(caseId);
  };
  let debtors: Facts['debtors'] | null = null;
  // Lines that may pay a claim stay in sight: what another one pays of it later is not sure.
  let doubtful: StoredLine[] = [];
  for await (const lines of cameLines(tx, order.companyId, together)) {
    const fresh = lines.filter((line) => line.lineId !== besides);
    if (fresh.length === 0) continue;
    const came = [...doubtful, ...fresh];
    const facts = await loadBook(tx, order.companyId, came, order.today);
    const refused = await refusedProposals(tx, came);
    counts.proposed -= doubtful.length;
    const done = await carryOut(tx, order, came, matchCredits(facts, came, { refused }), counts);
    counts.examined += fresh.length;
    doubtful = done.doubtful;
    take(done);
    ({ debtors } = facts);
  }
  // Read after the receipts that just came: one of them may be what an older line took back.
  for await (const left of leftLines(tx, order.companyId, { waiting: besides === undefined, together })) {
    const refused = await refusedProposals(tx, left);
    debtors ??= await debtorsOf(tx, order.companyId);
    take(await matchReversals(tx, order, left, debtors, refused, counts));
    counts.examined += left.length;
  }
  if (counts.examined === 0) return NOTHING;
  await touchCases(tx, [...caseIds].sort(), order.today, events);
  return counts;
}

/** Looks again at the lines that wait, because claims or receipts have come: see `matchLines`. */
export function rematchWaiting(tx: Tx, companyId: string, order: Omit<MatchOrder, 'companyId'>): Promise<MatchCounts> {
  return matchLines(tx, { companyId, ...order });
}

type Facts = Awaited<ReturnType<typeof loadBook>>;
type Done = { caseIds: string[]; events: JournalEvent[] };

async function matchReversals(
  tx: Tx,
  order: MatchOrder,
  lines: readonly StoredLine[],
  debtors: Facts['debtors'],
  refused: Map<string, Set<string>>,
  counts: MatchCounts,
): Promise<Done> {
  const receipts = await reversibleReceipts(tx, order.companyId, lines);
  return carryOut(tx, order, lines, findReversals(lines, receipts, debtors, refused), counts);
}

/** Writes what was decided of some lines and carries out what is sure. */
async function carryOut(
  tx: Tx,
  order: MatchOrder,
  lines: readonly StoredLine[],
  decided: readonly LineOutcome[],
  counts: MatchCounts,
): Promise<Done & { doubtful: StoredLine[] }> {
  const byId = new Map(lines.map((line) => [line.lineId, line]));
  const current = await stillOpen(tx, decided, byId);
  const outcomes = decided.map((outcome) =>
    outcome.applied && !current(outcome.applied) ? forNextTime(outcome) : outcome,
  );
  const { settled, heldCaseIds } = await recordOutcomes(tx, order, byId, outcomes);
  const of = (rule: Proposal['rule']) => settled.filter((one) => one.proposal.rule === rule);
  const [shown, reversed] = [of('known-receipt'), of('reversal')];
  const paid = settled.filter((one) => one.proposal.receiptId === null);
  const done = [
    await settleMatches(tx, order, paid),
    await showReceipts(tx, order, shown),
    await reverseReceipts(tx, order, reversed),
  ];
  await learnPayers(tx, order.companyId, lessons(settled));
  // A line that waited and found nothing waits on: of a statement of years, nearly all do.
  const unmoved = ({ lineId, applied, proposals }: LineOutcome) => {
    const { state, amountCents } = byId.get(lineId)!;
    return !applied && proposals.length === 0 && state === (amountCents < 0 ? 'outgoing' : 'to-match');
  };
  await refreshStates(tx, [
    ...new Set(byId.keys()).difference(new Set(outcomes.filter(unmoved).map((one) => one.lineId))),
  ]);
  counts.applied += settled.length;
  counts.linked += shown.length;
  counts.reversed += reversed.length;
  const doubtful: StoredLine[] = [];
  for (const { lineId, applied, proposals } of outcomes) {
    if (applied) continue;
    if (proposals.length > 0) {
      counts.proposed += 1;
      doubtful.push(byId.get(lineId)!);
    } else if (byId.get(lineId)!.amountCents < 0) counts.outgoing += 1;
    else counts.toMatch += 1;
  }
  return {
    caseIds: [...heldCaseIds, ...done.flatMap((one) => one.caseIds)],
    events: done.flatMap((one) => one.events),
    doubtful,
  };
}

const lessons = (settled: readonly Settled[]) =>
  settled.flatMap(({ line, proposal }) =>
    proposal.teaches ? [{ line, caseId: proposal.caseId, weight: 1 as const }] : [],
  );

/** A line whose claims moved while it was looked at waits for the next matching, which sees them as they are. */
const forNextTime = (outcome: LineOutcome): LineOutcome => ({
  ...outcome,
  applied: null,
  proposals: [],
  heldClaimIds: [],
});

/**
 * Locks the cases and claims that sure matches touch, cases first and in the order of their keys as every other writer
 * does, and tells whether each still finds its claims as open as when they were read.
 */
async function stillOpen(
  tx: Tx,
  outcomes: readonly LineOutcome[],
  lines: ReadonlyMap<string, StoredLine>,
): Promise<(proposal: Proposal) => boolean> {
  const sure = outcomes.flatMap((one) =>
    one.applied ? [{ ...one.applied, on: lines.get(one.lineId)!.bookedOn }] : [],
  );
  const open = await lockClaims(
    tx,
    [...new Set(sure.map((one) => one.caseId))],
    sure.flatMap((one) => one.parts.map((part) => part.claimId)),
  );
  // Lines after the day of a list add to what it told; those before explain it.
  const wanted = new Map<string, { early: number; late: number }>();
  for (const { parts, on } of sure)
    for (const { claimId, amountCents, differenceCents } of parts) {
      const sums = wanted.get(claimId) ?? { early: 0, late: 0 };
      const when = isTold(open.get(claimId), on) ? 'early' : 'late';
      wanted.set(claimId, { ...sums, [when]: sums[when] + amountCents + differenceCents });
    }
  const fits = (claimId: string) => {
    const [claim, { early, late }] = [open.get(claimId), wanted.get(claimId)!];
    return claim !== undefined && late <= claim.openCents && early + late <= claim.openCents + claim.toldCents;
  };
  return ({ parts }) =>
    parts.every(({ claimId }) => fits(claimId)) &&
    (parts.length === 0 || creditsFit(parts, (claimId) => open.get(claimId)!.isCredit));
}

/** A claim that money may clear, locked. */
export interface OpenClaim {
  openCents: number;
  /** What lists alone say was paid of it by `toldUntil`, not counted in `openCents`. */
  toldCents: number;
  toldUntil: string | null;
  caseId: string;
  isCredit: boolean;
}

const isTold = (claim: OpenClaim | undefined, on: string) =>
  claim !== undefined && claim.toldUntil !== null && on <= claim.toldUntil;

/** What money of a day may clear of a claim. */
export const roomOn = (claim: OpenClaim, on: string): number =>
  claim.openCents + (isTold(claim, on) ? claim.toldCents : 0);

/** Locks cases then claims by key; gives what is open of each claim, those left out that nothing may clear any more. */
export async function lockClaims(
  tx: Tx,
  caseIds: readonly string[],
  claimIds: readonly string[],
): Promise<Map<string, OpenClaim>> {
  await tx.query(
    `select from collection_case c where c.tenant_id = $1 and (c.case_id = any($2::uuid[])
        or c.case_id in (select k.case_id from claim k where k.tenant_id = $1 and k.claim_id = any($3::uuid[])))
      order by c.case_id for update`,
    [tx.tenantId, caseIds, claimIds],
  );
  const rows = await tx.arrays<[string, bigint, bigint, string | null, string, boolean]>(
    `select claim_id, open_cents, case when told_cents > 0 then told_left(tenant_id, claim_id, null) else 0 end, told_until, case_id,
            kind = 'credit-note'
       from claim
      where tenant_id = $1 and claim_id = any($2::uuid[]) and (status = 'open' or status = 'settled' and told_until is not null)
      order by claim_id for update`,
    [tx.tenantId, [...new Set(claimIds)]],
  );
  return new Map(
    rows.map(([claimId, openCents, toldCents, toldUntil, caseId, isCredit]) => [
      claimId,
      { openCents: Number(openCents), toldCents: Number(toldCents), toldUntil, caseId, isCredit },
    ]),
  );
}
