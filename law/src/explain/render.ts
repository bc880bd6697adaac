import { day, frenchDate, frenchShortDate } from '../calendar/index.ts';
import { euros, frenchDecimal } from '../money/index.ts';
import type { Explanation, Reference, Unit } from './explanation.ts';
import { OPERATIONS } from './operations.ts';

const NO_BREAK = '\u00a0';

function counted(value: string, singular: string, plural: string): string {
  return `${frenchDecimal(value)}${NO_BREAK}${Math.abs(Number(value)) < 2 ? singular : plural}`;
}

/** How a value of each unit is written for a French reader; the compiler refuses a missing unit. */
const WRITTEN: Record<Unit, (value: string) => string> = {
  cents: (value) => euros(BigInt(value)),
  euros: (value) => `${frenchDecimal(value)}${NO_BREAK}€`,
  percent: (value) => `${frenchDecimal(value)}${NO_BREAK}%`,
  points: (value) => counted(value, 'point', 'points'),
  multiple: (value) => `×${NO_BREAK}${frenchDecimal(value)}`,
  days: (value) => counted(value, 'jour', 'jours'),
  months: (value) => `${frenchDecimal(value)}${NO_BREAK}mois`,
  years: (value) => counted(value, 'an', 'ans'),
  date: (value) => frenchDate(day(value)),
  count: frenchDecimal,
  flag: (value) => (value === 'true' ? 'oui' : 'non'),
  text: (value) => value,
};

/** The value of a node as text: `1 234,56 €`, `12,40 %`, `61 jours`; empty for a reason or a group, which have none. */
export function writtenValue({ operation, value, unit }: Explanation): string {
  return operation === 'because' || value === null ? '' : WRITTEN[unit](String(value));
}

/** The French words of the operation that made a node; empty for a leaf, a group and what its label says enough. */
function writtenOperation({ operation }: Explanation): string {
  const meaning = OPERATIONS[operation];
  return meaning.isLeaf ? '' : meaning.words;
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

/** One line of a table of explanation; every text is ready to be read, in French. */
export interface ExplanationRow {
  readonly depth: number;
  readonly label: string;
  readonly value: string;
  /** How the value is made from the deeper rows that follow; empty for a fact or a figure of the law. */
  readonly operation: string;
  readonly source: string | null;
}

/** The tree as flat rows, in reading order: what every other renderer writes. */
export function explanationToRows(e: Explanation): ExplanationRow[] {
  const rows: ExplanationRow[] = [];
  const visit = (node: Explanation, depth: number): void => {
    rows.push({
      depth,
      label: node.label,
      value: writtenValue(node),
      operation: writtenOperation(node),
      source: writtenSource(node.reference),
    });
    for (const input of node.inputs) visit(input, depth + 1);
  };
  visit(e, 0);
  return rows;
}

/** The tree as French text, two spaces per level, each made value followed by the words of its operation. */
export function explanationToText(e: Explanation): string {
  return explanationToRows(e)
    .map(({ depth, label, value, operation, source }) => {
      const stated = value === '' ? label : `${label}${NO_BREAK}: ${value}`;
      const how = operation === '' ? '' : `, ${operation}`;
      return `${'  '.repeat(depth)}${stated}${how}${source === null ? '' : ` [${source}]`}`;
    })
    .join('\n');
}

const HTML_ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function html(text: string): string {
  return text.replace(/[&<>"']/g, (character) => HTML_ENTITIES[character]!);
}

/**
 * The tree as an HTML table of three columns (what, value, source), one body row per node with its depth in
 * `data-depth`. Every text is escaped; the page brings the style.
 */
export function explanationToHtml(e: Explanation): string {
  const rows = explanationToRows(e).map(({ depth, label, value, operation, source }) => {
    const how = operation === '' ? '' : `<small>${html(operation)}</small>`;
    const cells = `<th scope="row">${html(label)}${how}</th><td>${html(value)}</td><td>${html(source ?? '')}</td>`;
    return `<tr data-depth="${depth}">${cells}</tr>`;
  });
  const head = '<tr><th scope="col">Élément</th><th scope="col">Valeur</th><th scope="col">Source</th></tr>';
  return `<table class="explanation"><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`;
}

/** A Typst string literal: nothing in it is read as markup or code. */
function typstText(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** The tree as the source of a Typst table (what, value, source); texts are string literals, indented by depth. */
export function explanationToTypst(e: Explanation): string {
  const rows = explanationToRows(e).map(({ depth, label, value, source }) => {
    const indented = `h(${depth}em) + ${typstText(label)}`;
    return `  [#(${indented})], align(right, ${typstText(value)}), ${typstText(source ?? '')},`;
  });
  const head = '  table.header([Élément], [Valeur], [Source]),';
  return ['#table(', '  columns: (1fr, auto, 1fr),', head, ...rows, ')', ''].join('\n');
}
