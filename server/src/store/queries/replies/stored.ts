import { formatDay } from '@acquit/law';
import {
  proposalKindName,
  type ReaderProposal,
  type ReplyProposal,
  type ReplyView,
  type Verdict,
} from '@acquit/recovery';

/** What a reply is and says, as its row keeps it: days are written. */
export interface StoredVerdict {
  kind: Verdict['kind'];
  why: Verdict['why'];
  bounce: ReplyView['bounce'];
  absence: ReplyView['absence'];
  ticket: string | null;
}

/** JSON that PostgreSQL takes: half a character, which a cut may leave, is none. */
export function wellFormed(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part));
}

export type StoredProposal = Omit<ReplyProposal, 'n' | 'kindName'>;

export function storedVerdict({ kind, why, bounce, absence, ticket }: Verdict): StoredVerdict {
  return {
    kind,
    why,
    bounce: bounce ?? null,
    absence: absence ? { ...absence, returnOn: absence.returnOn === null ? null : formatDay(absence.returnOn) } : null,
    ticket: ticket ?? null,
  };
}

export function storedProposal(proposal: ReaderProposal): StoredProposal {
  const { kind, why, quote, numbers } = proposal;
  return {
    kind,
    why,
    start: quote.start,
    end: quote.end,
    quote: quote.text,
    numbers,
    amountCents: amountOf(proposal),
    on: 'on' in proposal && proposal.on !== null ? formatDay(proposal.on) : null,
    reason: proposal.kind === 'dispute' ? proposal.reason : null,
    means: proposal.kind === 'paid' ? proposal.means : null,
    count: proposal.kind === 'instalments' ? proposal.count : null,
    emails: proposal.kind === 'wrong-contact' ? proposal.emails : [],
    state: 'open',
  };
}

function amountOf(proposal: ReaderProposal): number | null {
  if (proposal.kind === 'instalments') return proposal.instalmentCents;
  return 'amountCents' in proposal ? proposal.amountCents : null;
}

export const proposalViews = (stored: readonly StoredProposal[]): ReplyProposal[] =>
  stored.map((proposal, n) => ({ n, kindName: proposalKindName(proposal.kind), ...proposal }));
