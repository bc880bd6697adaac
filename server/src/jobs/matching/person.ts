import { randomUUIDv7 } from 'node:crypto';
import { type MatchPart, type Proposal, payerKeys } from '@acquit/recovery';
import { type JournalEvent, MONEY_CAME, type Tx, touchCases } from '../../store/index.ts';
import { setHolds } from './holds.ts';
import { lockLines, lockMatching, type StoredLine } from './lines.ts';
import { lockClaims, roomOn } from './match-lines.ts';
import { creditsFit } from './net.ts';
import { learnPayers } from './payers.ts';
import { insertParts, refreshStates } from './record.ts';
import { reverseReceipts, showReceipts } from './reverse.ts';
import { type Effects, type MatchOrder, type Settled, settleMatches } from './settle.ts';
import { undoMatches } from './undo.ts';

/** What a person may be refused: the line is then as it was. */
export type MatchRefusal =
  | 'NotFound'
  | 'MatchOutOfDate'
  | 'MatchDecided'
  | 'LineDecided'
  | 'LineNotCredit'
  | 'PartsTooLarge'
  | 'ClaimNotOpen';

/** The line that was decided, or why nothing was done. */
export type Decided = { lineId: string } | { refused: MatchRefusal };

export interface PersonOrder {
  today: string;
  actor: string;
}

interface MatchRow {
  match_id: string;
  company_id: string;
  line_id: string;
  state: 'proposed' | 'applied' | 'undone' | 'declined';
  rule: Proposal['rule'];
  confidence: number;
  reasons: Proposal['reasons'];
  case_id: string;
  reverses_receipt_id: string | null;
  known_receipt_id: string | null;
}

/** Applies a proposal: the person's word makes it sure, and teaches whom the payer pays for. */
export async function applyMatch(tx: Tx, matchId: string, person: PersonOrder): Promise<Decided> {
  const found = await lockMatch(tx, matchId);
  if (found === null) return { refused: 'NotFound' };
  const { row, line, order } = { ...found, order: { ...person, companyId: found.row.company_id } };
  if (row.state !== 'proposed') return { refused: 'MatchDecided' };
  if (line.state !== 'proposed') return { refused: 'LineDecided' };
  const parts = await partsOf(tx, matchId);
  const proposal = proposalOf(row, line, parts);
  const open = await lockClaims(
    tx,
    [proposal.caseId],
    parts.map((part) => part.claimId),
  );
  const fits = parts.every(({ claimId, amountCents, differenceCents }) => {
    const claim = open.get(claimId);
    return claim !== undefined && amountCents + differenceCents <= roomOn(claim, line.bookedOn);
  });
  if (!fits || !(await receiptStands(tx, row))) return { refused: 'MatchOutOfDate' };
  await tx.query(
    `update bank_match set state = 'applied', taught = $4, decided_by = $3, decided_at = now() where tenant_id = $1 and match_id = $2`,
    [tx.tenantId, matchId, order.actor, row.rule !== 'reversal'],
  );
  await finish(tx, order, { matchId, line, proposal }, row.rule !== 'reversal');
  return { lineId: line.lineId };
}

/** Refuses a proposal: it is never made again for this line, and the claims it held back may be asked for. */
export async function declineMatch(tx: Tx, matchId: string, person: PersonOrder): Promise<Decided> {
  const found = await lockMatch(tx, matchId);
  if (found === null) return { refused: 'NotFound' };
  const { row, line } = found;
  if (row.state !== 'proposed') return { refused: 'MatchDecided' };
  await tx.query(
    `update bank_match set state = 'declined', decided_by = $3, decided_at = now() where tenant_id = $1 and match_id = $2`,
    [tx.tenantId, matchId, person.actor],
  );
  const caseIds = await setHolds(tx, [matchId], [], person);
  await refreshStates(tx, [line.lineId]);
  await touchCases(tx, caseIds, person.today, [lineEvent(person, 'line.declined', line, { matchId, rule: row.rule })]);
  return { lineId: line.lineId };
}

/** Takes an applied match back, with everything it did. */
export async function undoMatch(tx: Tx, matchId: string, person: PersonOrder): Promise<Decided> {
  const found = await lockMatch(tx, matchId);
  if (found === null) return { refused: 'NotFound' };
  const { row } = found;
  if (row.state !== 'applied') return { refused: 'MatchDecided' };
  const taken = await tx.arrays<[string]>(
    `select m.match_id from receipt r join bank_match m on m.tenant_id = r.tenant_id and m.reverses_receipt_id = r.receipt_id and m.state = 'applied'
      where r.tenant_id = $1 and r.match_id = $2`,
    [tx.tenantId, matchId],
  );
  // The bank took this money back: that line has to be undone first, or its reject would reverse nothing.
  if (taken.length > 0) return { refused: 'MatchOutOfDate' };
  const done = await undoMatches(tx, { ...person, companyId: row.company_id }, [matchId]);
  await touchCases(tx, done.caseIds, person.today, done.events);
  return { lineId: row.line_id };
}

/** The claims and amounts a person chose for a line, in cents. */
export interface ChosenPart {
  claimId: string;
  amountCents: number;
  differenceCents?: number | undefined;
}

/** Matches a line by hand with chosen claims; what they do not take stays to the credit of the first one's debtor. */
export async function matchByHand(
  tx: Tx,
  lineId: string,
  chosen: readonly ChosenPart[],
  person: PersonOrder,
): Promise<Decided> {
  const found = await lockLine(tx, lineId);
  if (found === null) return { refused: 'NotFound' };
  const { line, companyId } = found;
  const order = { ...person, companyId };
  if (line.amountCents < 0) return { refused: 'LineNotCredit' };
  if (line.state === 'matched' || line.state === 'set-aside') return { refused: 'LineDecided' };
  const open = await lockClaims(
    tx,
    [],
    chosen.map((part) => part.claimId),
  );
  if (
    chosen.some((part) => !open.has(part.claimId)) ||
    new Set(chosen.map((part) => part.claimId)).size < chosen.length
  )
    return { refused: 'ClaimNotOpen' };
  let left = line.amountCents;
  for (const { claimId, amountCents, differenceCents = 0 } of chosen) {
    const claim = open.get(claimId)!;
    left -= claim.isCredit ? -amountCents : amountCents;
    if (amountCents + differenceCents > roomOn(claim, line.bookedOn) || (claim.isCredit && differenceCents > 0))
      return { refused: 'PartsTooLarge' };
  }
  const parts = chosen.map(
    ({ claimId, amountCents, differenceCents = 0 }): MatchPart => ({
      claimId,
      caseId: open.get(claimId)!.caseId,
      amountCents,
      differenceCents,
      differenceKind: differenceCents > 0 ? 'tolerance' : null,
    }),
  );
  if (left < 0 || !creditsFit(parts, (claimId) => open.get(claimId)!.isCredit)) return { refused: 'PartsTooLarge' };
  const matchId = randomUUIDv7();
  const caseId = parts.find((part) => !open.get(part.claimId)!.isCredit)!.caseId;
  const proposal: Proposal = {
    rule: 'user' as Proposal['rule'],
    confidence: 100,
    sure: true,
    reasons: [],
    parts,
    caseId,
    leftCents: left,
    teaches: true,
    receiptId: null,
  };
  await tx.query(
    `insert into bank_match (tenant_id, match_id, company_id, line_id, state, rule, confidence, case_id, taught, decided_by, decided_at)
     values ($1, $2, $3, $4, 'applied', 'user', 100, $5, true, $6, now())`,
    [tx.tenantId, matchId, companyId, lineId, caseId, order.actor],
  );
  await insertParts(tx, [{ matchId, proposal }]);
  await finish(tx, order, { matchId, line, proposal }, true);
  return { lineId };
}

/** Sets a line aside with a reason: it pays no customer's invoice, and its proposals hold nothing back any more. */
export async function setLineAside(tx: Tx, lineId: string, reason: string, person: PersonOrder): Promise<Decided> {
  const found = await lockLine(tx, lineId);
  if (found === null) return { refused: 'NotFound' };
  const { line } = found;
  if (line.state === 'matched' || line.state === 'set-aside') return { refused: 'LineDecided' };
  const caseIds = await dropProposals(tx, [lineId], person);
  await tx.query(
    `update bank_line set state = 'set-aside', set_aside_reason = $3 where tenant_id = $1 and line_id = $2`,
    [tx.tenantId, lineId, reason],
  );
  await touchCases(tx, caseIds, person.today, [lineEvent(person, 'line.set-aside', line, { reason })]);
  return { lineId };
}

/** A line set aside, or money that left, waits for a decision again. */
export async function restoreLine(tx: Tx, lineId: string, person: PersonOrder): Promise<Decided> {
  const found = await lockLine(tx, lineId);
  if (found === null) return { refused: 'NotFound' };
  const { line } = found;
  if (line.state !== 'set-aside' && line.state !== 'outgoing') return { refused: 'LineDecided' };
  await tx.query(
    `update bank_line set state = 'to-match', set_aside_reason = null where tenant_id = $1 and line_id = $2`,
    [tx.tenantId, lineId],
  );
  await touchCases(tx, [], person.today, [lineEvent(person, 'line.restored', line, {})]);
  return { lineId };
}

/** Carries a person's decision out: the line's other proposals fall, and those of other lines on the same claims with them. */
async function finish(tx: Tx, order: MatchOrder, settled: Settled, teaches: boolean): Promise<void> {
  const { line, proposal, matchId } = settled;
  const held = await dropProposals(tx, [line.lineId], order, matchId);
  const done: Effects =
    proposal.rule === 'reversal'
      ? await reverseReceipts(tx, order, [settled])
      : proposal.rule === 'known-receipt'
        ? await showReceipts(tx, order, [settled])
        : await settleMatches(tx, order, [settled]);
  if (teaches) await learnPayers(tx, order.companyId, [{ line, caseId: proposal.caseId, weight: 1 }]);
  const stale = await dropStale(
    tx,
    order,
    proposal.parts.map((part) => part.claimId),
  );
  await refreshStates(tx, [line.lineId, ...stale.lineIds]);
  await touchCases(tx, [...new Set([...held, ...done.caseIds, ...stale.caseIds])].sort(), order.today, done.events);
}

/** Removes the proposals of some lines with their holds; gives the cases that were held. */
async function dropProposals(
  tx: Tx,
  lineIds: readonly string[],
  person: PersonOrder,
  but: string | null = null,
): Promise<string[]> {
  const rows = await tx.arrays<[string]>(
    `select match_id from bank_match where tenant_id = $1 and line_id = any($2::uuid[]) and (state = 'proposed' or match_id = $3)`,
    [tx.tenantId, lineIds, but],
  );
  const causes = rows.map(([matchId]) => matchId);
  const caseIds = await setHolds(tx, causes, [], person);
  await tx.query(`delete from bank_match where tenant_id = $1 and match_id = any($2::uuid[]) and state = 'proposed'`, [
    tx.tenantId,
    causes,
  ]);
  return caseIds;
}

/** Removes the proposals of other lines that some claims can no longer take. */
async function dropStale(
  tx: Tx,
  person: PersonOrder,
  claimIds: readonly string[],
): Promise<{ lineIds: string[]; caseIds: string[] }> {
  const rows = await tx.arrays<[string, string]>(
    `select distinct m.match_id, m.line_id from bank_match_part p
       join bank_match m on m.tenant_id = p.tenant_id and m.match_id = p.match_id and m.state = 'proposed'
       join claim k on k.tenant_id = p.tenant_id and k.claim_id = p.claim_id
      where p.tenant_id = $1 and p.claim_id = any($2::uuid[]) and (k.status <> 'open' or k.open_cents < p.amount_cents + p.difference_cents)`,
    [tx.tenantId, claimIds],
  );
  const caseIds = await setHolds(
    tx,
    rows.map(([matchId]) => matchId),
    [],
    person,
  );
  await tx.query(`delete from bank_match where tenant_id = $1 and match_id = any($2::uuid[])`, [
    tx.tenantId,
    rows.map(([matchId]) => matchId),
  ]);
  return { lineIds: rows.map(([, lineId]) => lineId), caseIds };
}

async function lockMatch(tx: Tx, matchId: string): Promise<{ row: MatchRow; line: StoredLine } | null> {
  const read = () =>
    tx.query<MatchRow>(`select * from bank_match where tenant_id = $1 and match_id = $2`, [tx.tenantId, matchId]);
  const [before] = (await read()).rows;
  if (!before) return null;
  await lockMatching(tx, before.company_id);
  const [row] = (await read()).rows;
  const [line] = row ? await lockLines(tx, [row.line_id]) : [];
  return row && line ? { row, line } : null;
}

async function lockLine(tx: Tx, lineId: string): Promise<{ line: StoredLine; companyId: string } | null> {
  const [found] = await tx.arrays<[string]>('select company_id from bank_line where tenant_id = $1 and line_id = $2', [
    tx.tenantId,
    lineId,
  ]);
  if (!found) return null;
  await lockMatching(tx, found[0]);
  const [line] = await lockLines(tx, [lineId]);
  return line ? { line, companyId: found[0] } : null;
}

async function partsOf(tx: Tx, matchId: string): Promise<MatchPart[]> {
  const rows = await tx.arrays<[string, string, bigint, bigint, MatchPart['differenceKind']]>(
    `select p.claim_id, k.case_id, p.amount_cents, p.difference_cents, p.difference_kind
       from bank_match_part p join claim k on k.tenant_id = p.tenant_id and k.claim_id = p.claim_id
      where p.tenant_id = $1 and p.match_id = $2 order by p.claim_id`,
    [tx.tenantId, matchId],
  );
  return rows.map(([claimId, caseId, cents, difference, differenceKind]) => ({
    claimId,
    caseId,
    amountCents: Number(cents),
    differenceCents: Number(difference),
    differenceKind,
  }));
}

/** A stored proposal as the core made it; what is left of the line is worked out when its receipts are made. */
function proposalOf(row: MatchRow, line: StoredLine, parts: MatchPart[]): Proposal {
  return {
    rule: row.rule,
    confidence: row.confidence,
    sure: true,
    reasons: row.reasons,
    parts,
    caseId: row.case_id,
    leftCents: line.amountCents,
    teaches: payerKeys(line).length > 0,
    receiptId: row.reverses_receipt_id ?? row.known_receipt_id,
  };
}

/** False when the receipt that a match takes back or shows has changed meanwhile. */
async function receiptStands(tx: Tx, row: MatchRow): Promise<boolean> {
  const receiptId = row.reverses_receipt_id ?? row.known_receipt_id;
  if (receiptId === null) return true;
  // A receipt that the bank has taken back is still the one its line shows.
  const stands = row.known_receipt_id === null ? 'r.cancelled_at is null' : `r.bank_line_id is null and ${MONEY_CAME}`;
  const rows = await tx.arrays(
    `select 1 from receipt r where r.tenant_id = $1 and r.receipt_id = $2 and ${stands} for update`,
    [tx.tenantId, receiptId],
  );
  return rows.length === 1;
}

function lineEvent({ actor }: PersonOrder, action: string, line: StoredLine, payload: object): JournalEvent {
  return {
    actor,
    action,
    objectKind: 'line',
    objectId: line.lineId,
    payload: { bookedOn: line.bookedOn, amountCents: line.amountCents, label: line.label, ...payload },
  };
}
