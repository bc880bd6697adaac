/** What is true of every answer of `evaluate`, whatever the question; used by the tests that ask many questions. */
import { disagreements, type Explanation, type Outcome } from '../src/explain/index.ts';
import type { Evaluation } from '../src/index.ts';

export function allNodes(tree: Explanation): Explanation[] {
  return [tree, ...tree.inputs.flatMap(allNodes)];
}

/** What a rule answers, its tree, the nodes of it and the labels of its reasons, in order. Throws when it refuses. */
export function answered<V>(outcome: Outcome<V>) {
  if (outcome.refusal !== undefined) throw new Error(outcome.refusal.message);
  const { value, explanation } = outcome;
  const nodes = allNodes(explanation);
  const reasons = nodes.filter(({ operation }) => operation === 'because').map(({ label }) => label);
  return { value, explanation, nodes, reasons };
}

/** Places of a value that JSON would lose or change: NaN, an infinity, undefined, a bigint, a function. */
function lostByJson(value: unknown, path: string): string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== 'object') return [`${path} is ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => lostByJson(inner, `${path}.${key}`));
}

/** Signs that a French typesetter never leaves as a keyboard types them, and what to say of each. */
const TYPED: readonly (readonly [RegExp, string])[] = [
  [/'/, 'a straight apostrophe'],
  [/"/, 'a straight quotation mark'],
  [/ [:;!?»%€]|« /, 'an ordinary space beside a high sign'],
  [/[^\s][;!?](?!\w)/, 'no space before a high sign'],
  [/[\p{L}\d)»]:(?=\s|$)/u, 'no space before a colon'],
  [/[^\u00a0]»|«(?!\u00a0)|\d[%€]/, 'no no-break space inside quotation marks or before a unit'],
  [/\.\.\.| {2}/, 'three periods or two spaces'],
];

/** What a French typesetter would change in a text that people read, each fault with the text. */
export function typographyFaults(text: string): string[] {
  return TYPED.filter(([sign]) => sign.test(text)).map(([, fault]) => `${fault}: ${text}`);
}

/** A French sentence as typeset: a capital, a period, nothing of the machine in it. */
function sentenceFaults(message: string): string[] {
  const faults: string[] = [];
  if (!/^[\p{Lu}«].*\.$/su.test(message)) faults.push('no capital or no period');
  if (/undefined|NaN|\[object|null/.test(message)) faults.push('a word of the machine');
  return [...faults.map((fault) => `${fault}: ${message}`), ...typographyFaults(message)];
}

/** Everything wrong with an answer, in words; an empty list when it may be given to a person. */
export function answerFaults(answer: Evaluation): string[] {
  if ('refusal' in answer) {
    const { code, message, facts } = answer.refusal;
    const named = /^[A-Z]\w+$/.test(code) && Object.keys(facts).length > 0;
    return [
      ...(named ? [] : [`no name or no facts: ${code}`]),
      ...sentenceFaults(message),
      ...lostByJson(facts, 'facts'),
    ];
  }
  const { value, explanation } = answer;
  const nodes = allNodes(explanation);
  const unsourced = nodes
    .filter(({ operation, reference }) => ['parameter', 'because'].includes(operation) && reference === undefined)
    .map(({ label }) => `no reference: ${label}`);
  return [
    ...lostByJson(value, 'value'),
    ...lostByJson(explanation, 'tree'),
    ...disagreements(explanation),
    ...unsourced,
    ...nodes.flatMap(({ label }) => typographyFaults(label)),
  ];
}
