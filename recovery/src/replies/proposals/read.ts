import type { ProposalKind, ReaderProposal } from '../model.ts';
import { sentencesOf } from '../words/sentences.ts';
import { disputeIn } from './dispute.ts';
import { copyAskedIn, instalmentsIn, wrongContactIn } from './others.ts';
import { paidIn } from './paid.ts';
import { promiseIn } from './promise.ts';
import { type ReadingContext, type Rule, readingOf } from './understood.ts';

/** The rules in the order in which one sentence is tried; the first that understands it keeps it. */
const RULES: readonly Rule[] = [disputeIn, instalmentsIn, paidIn, promiseIn, copyAskedIn, wrongContactIn];
/** What is shown first: what changes most what is done next. */
const ORDER: readonly ProposalKind[] = ['dispute', 'paid', 'promise', 'instalments', 'wrong-contact', 'copy-asked'];
const MOST_PROPOSALS = 4;

/**
 * What a person's own words seem to say of what he owes: at most one proposal of each kind, each with the sentence it
 * rests on. Rules of words, no more: they propose, a person decides. `text` is the author's own text, without what he
 * answers to.
 */
export function readProposals(text: string, context: ReadingContext): ReaderProposal[] {
  const found = new Map<ProposalKind, ReaderProposal>();
  let before = '';
  for (const sentence of sentencesOf(text)) {
    const reading = readingOf(sentence, before, context);
    for (const rule of RULES) {
      const proposal = rule(reading);
      if (proposal === null) continue;
      const known = found.get(proposal.kind);
      if (known === undefined || isFuller(proposal, known)) found.set(proposal.kind, proposal);
      break;
    }
    before = sentence.folded;
  }
  return ORDER.flatMap((kind) => found.get(kind) ?? []).slice(0, MOST_PROPOSALS);
}

/** A later sentence replaces an earlier one of its kind when it names the day, the sum or the address that lacked. */
function isFuller(one: ReaderProposal, known: ReaderProposal): boolean {
  const weight = (proposal: ReaderProposal): number => {
    switch (proposal.kind) {
      case 'promise':
      case 'paid':
        return (proposal.on === null ? 0 : 2) + (proposal.amountCents === null ? 0 : 1);
      case 'dispute':
        return (proposal.reason === 'other' ? 0 : 2) + (proposal.amountCents === null ? 0 : 1);
      case 'instalments':
        return (proposal.count === null ? 0 : 1) + (proposal.instalmentCents === null ? 0 : 1);
      case 'wrong-contact':
        return proposal.emails.length;
      case 'copy-asked':
        return proposal.numbers.length;
    }
  };
  return weight(one) > weight(known);
}
