import { accessories } from './accessories/index.ts';
import { allocation } from './allocation/index.ts';
import { courtCosts } from './court-costs/index.ts';
import { deadline } from './deadline/index.ts';
import type { Explanation, Outcome } from './explain/index.ts';
import { insolvencyClaim } from './insolvency-claim/index.ts';
import { invoiceMentions } from './invoice-mentions/index.ts';
import { latePenalties } from './late-penalties/index.ts';
import { legalInterest } from './legal-interest/index.ts';
import { limitation } from './limitation/index.ts';
import { paymentOrder } from './payment-order/index.ts';
import { paymentTerm } from './payment-term/index.ts';
import { procedureDeadlines } from './procedure-deadlines/index.ts';
import { protectiveAttachment } from './protective-attachment/index.ts';
import { rate } from './rate/index.ts';
import { echoed, FieldReader } from './reading/index.ts';
import { missing, quoted, type Refusal, refuse } from './refusal.ts';
import { route } from './route/index.ts';
import { termsClauses } from './terms-clauses/index.ts';
import { vatRelief } from './vat-relief/index.ts';

/** What one line of the `acquit law` protocol answers (contract §3). */
export type Evaluation =
  | { readonly id: unknown; readonly value: unknown; readonly explanation: Explanation }
  | { readonly id: unknown; readonly refusal: Refusal };

type Rule = (input: never) => Outcome<unknown>;

/** The rules by the name they have on the line. Each checks its own input, whatever its shape. */
const RULES = new Map<string, Rule>([
  ['accessories', accessories],
  ['allocation', allocation],
  ['court-costs', courtCosts],
  ['deadline', deadline],
  ['insolvency-claim', insolvencyClaim],
  ['late-penalties', latePenalties],
  ['legal-interest', legalInterest],
  ['limitation', limitation],
  ['payment-order', paymentOrder],
  ['payment-term', paymentTerm],
  ['procedure-deadlines', procedureDeadlines],
  ['protective-attachment', protectiveAttachment],
  ['rate', rate],
  ['route', route],
  ['vat-relief', vatRelief],
  ['invoice-mentions', invoiceMentions],
  ['terms-clauses', termsClauses],
]);

/** Names of the rules, for help texts. */
export const RULE_NAMES: readonly string[] = [...RULES.keys()];

const LINE_FIELDS = new Set(['id', 'rule', 'input']);

function isObject(line: unknown): line is Record<string, unknown> {
  return typeof line === 'object' && line !== null && !Array.isArray(line);
}

function outcomeOf(line: Record<string, unknown>): Outcome<unknown> {
  const unknownField = new FieldReader(line, LINE_FIELDS).refusal;
  if (unknownField !== null) return { refusal: unknownField };
  for (const field of ['rule', 'input']) {
    if (line[field] === undefined || line[field] === null) {
      return { refusal: missing(field, 'la ligne attend id, rule et input') };
    }
  }
  const rule = typeof line.rule === 'string' ? RULES.get(line.rule) : undefined;
  if (rule === undefined) {
    const name = echoed(line.rule);
    const message = `La règle ${quoted(String(name))} n’existe pas. Règles connues\u00a0: ${RULE_NAMES.join(', ')}.`;
    return { refusal: refuse('UnknownRule', message, { field: 'rule', rule: name, known: RULE_NAMES }) };
  }
  return rule(line.input as never);
}

/**
 * Evaluates one line `{id, rule, input}` already parsed from JSON. Never throws on foreign data: what cannot be
 * calculated is refused (`InvalidLine`, `UnknownField`, `MissingField`, `UnknownRule`, and the refusals of each rule).
 */
export function evaluate(line: unknown): Evaluation {
  if (!isObject(line)) {
    const message = 'Chaque ligne doit être un objet JSON avec les champs id, rule et input.';
    return { id: null, refusal: refuse('InvalidLine', message, { value: echoed(line) }) };
  }
  const id = line.id ?? null;
  const outcome = outcomeOf(line);
  if (outcome.refusal !== undefined) return { id, refusal: outcome.refusal };
  return { id, value: outcome.value, explanation: outcome.explanation };
}
