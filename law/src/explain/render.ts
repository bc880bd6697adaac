import { day, frenchDate, frenchShortDate } from '../calendar/index.ts';
import { euros, grouped } from '../money/index.ts';
import type { Explanation, Reference, Unit } from './explanation.ts';
import { OPERATIONS } from './operations.ts';

const NO_BREAK = '\u00a0';

function french(decimal: string): string {
  const [whole, fraction] = decimal.split('.');
  return fraction === undefined ? grouped(whole!) : `${grouped(whole!)},${fraction}`;
}

function counted(value: string, singular: string, plural: string): string {
  return `${french(value)}${NO_BREAK}${Number(value) < 2 ? singular : plural}`;
}

/** How a value of each unit is written for a French reader; the compiler refuses a missing unit. */
const WRITTEN: Record<Unit, (value: string) => string> = {
  cents: (value) => euros(BigInt(value)),
  euros: (value) => `${french(value)}${NO_BREAK}€`,
  percent: (value) => `${french(value)}${NO_BREAK}%`,
  points: (value) => counted(value, 'point', 'points'),
  multiple: (value) => `×${NO_BREAK}${french(value)}`,
  days: (value) => counted(value, 'jour', 'jours'),
  months: (value) => `${french(value)}${NO_BREAK}mois`,
  date: (value) => frenchDate(day(value)),
  count: french,
  text: (value) => value,
};

/** The value of a node as text: `1 234,56 €`, `12,40 %`, `61 jours`; empty for a reason, which has none. */
export function writtenValue({ operation, value, unit }: Explanation): string {
  return operation === 'because' ? '' : WRITTEN[unit](String(value));
}

function versionDates({ from, until }: Reference): string {
  if (from !== null && until !== null) {
    return `, du ${frenchShortDate(day(from))} au ${frenchShortDate(day(until))}`;
  }
  if (from !== null) return `, depuis le ${frenchShortDate(day(from))}`;
  return until === null ? '' : `, jusqu’au ${frenchShortDate(day(until))}`;
}

/** The source of a node in one line, with a warning when it rests on a single source or an unsettled reading. */
export function writtenSource(reference: Reference | undefined): string | null {
  if (reference === undefined) return null;
  const doubt = reference.confidence === 'C' ? ' (à vérifier)' : '';
  return `${reference.article} (${reference.text}${versionDates(reference)})${doubt}`;
}

/** One line of a table of explanation. */
export interface ExplanationRow {
  readonly depth: number;
  readonly label: string;
  readonly value: string;
  readonly source: string | null;
}

/** The tree as flat rows, in reading order, for tables on screen and on paper. */
export function explanationToRows(e: Explanation): ExplanationRow[] {
  const rows: ExplanationRow[] = [];
  const visit = (node: Explanation, depth: number): void => {
    rows.push({ depth, label: node.label, value: writtenValue(node), source: writtenSource(node.reference) });
    for (const input of node.inputs) visit(input, depth + 1);
  };
  visit(e, 0);
  return rows;
}

/** The tree as French text, two spaces per level, each made value followed by the words of its operation. */
export function explanationToText(e: Explanation): string {
  const lines: string[] = [];
  const visit = (node: Explanation, depth: number): void => {
    const value = writtenValue(node);
    const source = writtenSource(node.reference);
    const meaning = OPERATIONS[node.operation];
    const stated = value === '' ? node.label : `${node.label}${NO_BREAK}: ${value}`;
    const how = meaning.isLeaf ? '' : `, ${meaning.words}`;
    lines.push(`${'  '.repeat(depth)}${stated}${how}${source === null ? '' : ` [${source}]`}`);
    for (const input of node.inputs) visit(input, depth + 1);
  };
  visit(e, 0);
  return lines.join('\n');
}
