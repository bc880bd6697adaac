import type { LawParameter } from '../../api/queries.ts';
import { t } from '../../texts/index.ts';

const text = t.settings.law;
export type LawGroup = keyof typeof text.groups;

/** Which group a figure belongs to, by the first words of its identifier. */
const PREFIXES: readonly (readonly [start: string, group: LawGroup])[] = [
  ['ecb-', 'rates'],
  ['legal-', 'rates'],
  ['late-', 'rates'],
  ['public-', 'rates'],
  ['fixed-', 'rates'],
  ['capitalisation-', 'rates'],
  ['year-', 'rates'],
  ['leap-', 'rates'],
  ['payment-term', 'terms'],
  ['limitation-', 'limitation'],
  ['payment-order-', 'procedure'],
  ['deadline-', 'procedure'],
  ['procedure-', 'procedure'],
  ['insolvency-', 'procedure'],
  ['protective-', 'procedure'],
  ['attachment-', 'procedure'],
  ['court-', 'courts'],
  ['uncontested-', 'courts'],
  ['cost-', 'costs'],
];

function groupOf({ key }: LawParameter): LawGroup {
  return PREFIXES.find(([start]) => key.startsWith(start))?.[1] ?? 'other';
}

/** The name of a figure on screen, with that of its column when it has several. */
export function nameOf({ key, name }: LawParameter): string {
  const [, column] = key.split('/');
  return column === undefined ? name : `${name} – ${text.variants[column] ?? column}`;
}

/** Plain letters in lower case, so that « prescription » finds « Prescription » and « delai » finds « délai ». */
function plain(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .toLowerCase();
}

/** The figures that hold every word sought, by group, in the order of the groups. */
export function foundIn(
  parameters: readonly LawParameter[],
  sought: string,
  toCheckOnly: boolean,
): { group: LawGroup; parameters: LawParameter[] }[] {
  const wanted = plain(sought).split(/\s+/).filter(Boolean);
  const kept = parameters.filter((parameter) => {
    const [now] = parameter.entries;
    if (now === undefined || (toCheckOnly && now.confidence !== 'C')) return false;
    const said = plain(`${nameOf(parameter)} ${now.written} ${now.reference}`);
    return wanted.every((word) => said.includes(word));
  });
  const byGroup = Object.groupBy(kept, groupOf);
  return (Object.keys(text.groups) as LawGroup[]).flatMap((group) => {
    const found = byGroup[group];
    return found === undefined ? [] : [{ group, parameters: found }];
  });
}
