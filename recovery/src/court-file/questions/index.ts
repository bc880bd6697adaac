import { fr, typeset } from '../../texts/typography.ts';
import type { CourtFileFacts } from '../facts.ts';
import type { CourtDocumentKey } from '../model.ts';
import { ACT_QUESTIONS } from './act.ts';
import { CLAIM_QUESTIONS } from './claim.ts';
import type { CourtQuestion } from './definition.ts';
import { PARTY_QUESTIONS } from './parties.ts';

const DEFINITIONS = [...PARTY_QUESTIONS, ...CLAIM_QUESTIONS, ...ACT_QUESTIONS];

/** The key under which the VAT of one invoice is kept. */
export const vatKey = (claimId: string): string => `vat:${claimId}`;

/** The questions of a file: those that its documents need and that the case does not answer by itself. */
export function questionsOf(facts: CourtFileFacts, documents: readonly CourtDocumentKey[]): CourtQuestion[] {
  const asked = DEFINITIONS.filter(
    ({ in: needed, when }) => needed.some((key) => documents.includes(key)) && (when === undefined || when(facts)),
  ).map(({ in: _, when: __, choices = [], help, article, ...rest }) => ({
    ...rest,
    label: typeset(rest.label),
    help: help === undefined ? null : typeset(help),
    article: article ?? null,
    choices: choices.map(([value, label]) => ({ value, label })),
  }));
  return documents.includes('vat-duplicate') ? [...asked, ...vatQuestions(facts)] : asked;
}

/** The tax of each invoice is read on it: nothing of it is kept with the claim. */
function vatQuestions(facts: CourtFileFacts): CourtQuestion[] {
  return facts.case.claims
    .filter((claim) => claim.kind !== 'credit-note' && claim.openCents > 0)
    .map((claim) => ({
      key: vatKey(claim.claimId),
      label: fr`TVA de la facture ${claim.number} (€)`,
      help: null,
      type: 'cents',
      choices: [],
      of: 'case',
      article: 'art. 272-1 CGI',
      group: 'claim',
    }));
}
