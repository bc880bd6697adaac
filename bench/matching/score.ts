import {
  type BookFacts,
  type LineOutcome,
  type MatchingLine,
  payerKeys,
  type ReversibleReceipt,
} from '../../recovery/src/matching/index.ts';
import type { MadeBook, MadeLine } from './made-book.ts';

/** How often what was applied is right, and how much of what customers paid was applied. */
export interface Score {
  /** Of what was applied by itself, the share that is exactly the truth: same claims, same amounts. */
  precision: number;
  /** Of the lines that pay invoices or come back, the share that was applied rightly by itself. */
  recall: number;
  /** The same with what a person finds at the head of the proposals. */
  foundFirst: number;
  applied: number;
  wrong: { line: MadeLine; outcome: LineOutcome }[];
  /** By story: lines, rightly applied, wrongly applied, the truth among the proposals. */
  stories: Map<string, { lines: number; right: number; wrong: number; proposed: number }>;
}

/** A made book as matching reads it, with the payers learnt in the past. */
export function factsOf(book: MadeBook): BookFacts {
  return {
    settings: { toleranceCents: 100, bankFeeCents: 3500, indemnityCents: 40_00 },
    debtors: book.debtors.map(({ id, name, country, account }) => ({
      caseId: id,
      name: name.ledger,
      country,
      account,
    })),
    claims: book.claims.map(({ id, debtor, number, isCredit, issuedOn, dueOn, cents }) => ({
      claimId: id,
      caseId: debtor.id,
      number,
      isCredit,
      issuedOn,
      dueOn,
      openCents: cents,
      paymentReference: null,
    })),
    payers: book.debtors
      .filter((debtor) => debtor.known)
      .flatMap((debtor) =>
        payerKeys({ counterparty: null, counterpartyIban: debtor.iban }).map((key) => ({
          key,
          caseId: debtor.id,
          times: 1,
        })),
      ),
    receipts: [],
  };
}

/** The lines of a made book as matching reads them. */
export function linesOf(book: MadeBook): MatchingLine[] {
  return book.lines.map(
    ({ id, on, cents, label, counterparty, counterpartyIban, endToEndId, remittance, isReversal, rejectReason }) => ({
      lineId: id,
      on,
      amountCents: cents,
      label,
      counterparty,
      counterpartyIban,
      endToEndId,
      mandateId: null,
      remittance,
      isReversal,
      rejectReason,
    }),
  );
}

/** The receipts of a made book that its rejects may take back. */
export function receiptsOf(book: MadeBook): ReversibleReceipt[] {
  return book.receipts.map(({ id, claim, on, cents, endToEndId }) => ({
    receiptId: id,
    caseId: claim.debtor.id,
    on,
    amountCents: cents,
    claims: [{ claimId: claim.id, number: claim.number }],
    endToEndId,
    mandateId: null,
    payerKeys: payerKeys({ counterparty: null, counterpartyIban: claim.debtor.iban }),
    reference: null,
  }));
}

/** What was decided of one line, in the identifiers of the made book. */
export type Decision = Pick<LineOutcome, 'lineId' | 'applied' | 'proposals' | 'heldClaimIds'>;

export function scoreOf(book: MadeBook, outcomes: readonly Decision[]): Score {
  const byLine = new Map(outcomes.map((outcome) => [outcome.lineId, outcome]));
  const score: Score = { precision: 1, recall: 1, foundFirst: 1, applied: 0, wrong: [], stories: new Map() };
  let [right, first, wanted] = [0, 0, 0];
  for (const line of book.lines) {
    const outcome = byLine.get(line.id) ?? { lineId: line.id, applied: null, proposals: [], heldClaimIds: [] };
    const story = score.stories.get(line.truth.story) ?? { lines: 0, right: 0, wrong: 0, proposed: 0 };
    score.stories.set(line.truth.story, story);
    story.lines += 1;
    if (line.truth.kind !== 'none') wanted += 1;
    if (outcome.applied) {
      score.applied += 1;
      const good = isTrue(line, outcome.applied);
      if (good) [right, first, story.right] = [right + 1, first + 1, story.right + 1];
      else {
        story.wrong += 1;
        score.wrong.push({ line, outcome });
      }
    } else if (outcome.proposals.some((proposal) => isTrue(line, proposal))) {
      story.proposed += 1;
      if (isTrue(line, outcome.proposals[0]!)) first += 1;
    }
  }
  score.precision = score.applied === 0 ? 1 : right / score.applied;
  score.recall = wanted === 0 ? 1 : right / wanted;
  score.foundFirst = wanted === 0 ? 1 : first / wanted;
  return score;
}

type Answer = NonNullable<LineOutcome['applied']>;

function isTrue({ truth }: MadeLine, answer: Answer): boolean {
  if (truth.kind === 'none') return false;
  if (truth.kind === 'reject') return answer.receiptId === truth.receiptId;
  const told = (parts: readonly { claimId: string; cents: number }[]) =>
    parts
      .map((part) => `${part.claimId}:${part.cents}`)
      .sort()
      .join();
  return told(truth.parts) === told(answer.parts.map((part) => ({ claimId: part.claimId, cents: part.amountCents })));
}
