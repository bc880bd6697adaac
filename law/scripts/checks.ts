/** What is true of every answer of `evaluate`, whatever the question; used by the tests that ask many questions. */
import { disagreements, type Evaluation, type Explanation } from '../src/index.ts';

export function allNodes(tree: Explanation): Explanation[] {
  return [tree, ...tree.inputs.flatMap(allNodes)];
}

/** Places of a value that JSON would lose or change: NaN, an infinity, undefined, a bigint, a function. */
function lostByJson(value: unknown, path: string): string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== 'object') return [`${path} is ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => lostByJson(inner, `${path}.${key}`));
}

/** A French sentence as typeset: a capital, a period, no ordinary space where the line must not break. */
function sentenceFaults(message: string): string[] {
  const faults: string[] = [];
  if (!/^[\p{Lu}«].*\.$/su.test(message)) faults.push('no capital or no period');
  if (/ [:;!?»%€]|« /.test(message)) faults.push('an ordinary space before a high sign');
  if (/\S[;!?](?!\w)/.test(message.replaceAll('\u202f', ' '))) faults.push('no narrow space before a high sign');
  if (/undefined|NaN|\[object|null/.test(message)) faults.push('a word of the machine');
  return faults.map((fault) => `${fault}: ${message}`);
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
  const unsourced = allNodes(explanation)
    .filter(({ operation, reference }) => ['parameter', 'because'].includes(operation) && reference === undefined)
    .map(({ label }) => `no reference: ${label}`);
  return [
    ...lostByJson(value, 'value'),
    ...lostByJson(explanation, 'tree'),
    ...disagreements(explanation),
    ...unsourced,
  ];
}
