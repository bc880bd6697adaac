import { type Clause, type IsoDate, type Refusal, termsClauses } from '@acquit/law';
import type { CompanySettings } from '../model/facts.ts';

/** What is unlawful in the terms a company has told us of, and the clauses it may print. */
export interface TermsAudit {
  faults: { code: string; message: string; article: string | null }[];
  /** Clauses with their articles, ready to copy, from the choices that are lawful. */
  clauses: { key: string; title: string; text: string; articles: string[] }[];
  /** All of them, numbered. */
  text: string;
}

/**
 * Judges the payment term and the rate of penalties of a company's settings against the law of a day, each alone so that
 * one fault does not hide the other, and drafts the clauses of what is left (L441-1, L441-9, L441-10, D441-5 C. com.).
 */
export function auditTerms(
  settings: Pick<CompanySettings, 'paymentTermDays' | 'stipulatedRate' | 'allocation'>,
  on: IsoDate,
): TermsAudit {
  const term = settings.paymentTermDays === null ? null : { term: { days: settings.paymentTermDays } };
  const rate = settings.stipulatedRate === null ? null : { penaltyRate: settings.stipulatedRate };
  const base = { on, customers: 'business', allocation: settings.allocation } as const;
  const faults: TermsAudit['faults'] = [];
  let choices = {};
  for (const choice of [term, rate]) {
    if (choice === null) continue;
    const { refusal } = termsClauses({ ...base, ...choice });
    if (refusal) faults.push(faultOf(refusal));
    else choices = { ...choices, ...choice };
  }
  const outcome = termsClauses({ ...base, ...choices });
  if (outcome.refusal) return { faults: [...faults, faultOf(outcome.refusal)], clauses: [], text: '' };
  return { faults, clauses: outcome.value.clauses.map(clauseOf), text: outcome.value.text };
}

function faultOf({ code, message, facts }: Refusal): TermsAudit['faults'][number] {
  const article = facts?.article;
  return { code, message, article: typeof article === 'string' ? article : null };
}

const clauseOf = ({ key, title, text, articles }: Clause): TermsAudit['clauses'][number] => ({
  key,
  title,
  text,
  articles: [...articles],
});
