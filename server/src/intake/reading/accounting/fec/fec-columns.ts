/** The header of a FEC (LPF art. A47 A-1): its separator and the place of each column, by name and never by rank. */

import { Refused } from '../../refused.ts';

export type FecColumn =
  | 'journal'
  | 'journalName'
  | 'entry'
  | 'entryOn'
  | 'account'
  | 'accountName'
  | 'auxiliary'
  | 'auxiliaryName'
  | 'piece'
  | 'pieceOn'
  | 'label'
  | 'debit'
  | 'credit'
  | 'amount'
  | 'side'
  | 'lettering'
  | 'letteredOn'
  | 'validOn'
  | 'currencyAmount'
  | 'currency'
  | 'paidOn'
  | 'customerId'
  | 'dueOn';

/** Names as they are compared: small letters and figures only, without accents. */
const names: Record<FecColumn, readonly string[]> = {
  journal: ['journalcode', 'codejournal'],
  journalName: ['journallib', 'libellejournal'],
  entry: ['ecriturenum', 'numecriture', 'numeroecriture'],
  entryOn: ['ecrituredate', 'dateecriture'],
  account: ['comptenum', 'numcompte', 'numerocompte'],
  accountName: ['comptelib', 'libellecompte'],
  auxiliary: ['compauxnum', 'compteauxnum', 'compteauxiliairenum'],
  auxiliaryName: ['compauxlib', 'compteauxlib', 'compteauxiliairelib'],
  piece: ['pieceref', 'refpiece', 'numpiece'],
  pieceOn: ['piecedate', 'datepiece'],
  label: ['ecriturelib', 'libelleecriture'],
  debit: ['debit', 'montantdebit'],
  credit: ['credit', 'montantcredit'],
  amount: ['montant'],
  side: ['sens'],
  lettering: ['ecriturelet', 'lettrage', 'codelettrage'],
  letteredOn: ['datelet', 'datelettrage'],
  validOn: ['validdate', 'datevalidation'],
  currencyAmount: ['montantdevise'],
  currency: ['idevise', 'devise'],
  paidOn: ['daterglt', 'datereglement'],
  customerId: ['idclient'],
  dueOn: ['dateecheance', 'echeance', 'dateech', 'echeancedate'],
};

const byName = new Map(
  Object.entries(names).flatMap(([column, list]) => list.map((name) => [name, column as FecColumn] as const)),
);
/** A header whose accented letters are in an encoding that is not known yet has lost them: « Dbit ». */
const withoutAccents = new Map<string, FecColumn>([
  ['dbit', 'debit'],
  ['crdit', 'credit'],
]);

const SEPARATORS = ['\t', '|', ';', ','] as const;
/** Columns that tell a FEC from another table when enough of them stand in one line. */
const TELLING: readonly FecColumn[] = [
  'journal',
  'entry',
  'entryOn',
  'account',
  'auxiliary',
  'piece',
  'label',
  'validOn',
];
const TELLING_LEAST = 4;

export interface FecHeader {
  separator: (typeof SEPARATORS)[number];
  /** Number of columns, a last empty one left out. */
  width: number;
  places: ReadonlyMap<FecColumn, number>;
  /** True when the names stand between quotes: a separator inside quotes then separates nothing. */
  quoted: boolean;
}

/** The header in a line held as its bytes; undefined when the line is none. */
export function fecHeader(line: string): FecHeader | undefined {
  for (const separator of SEPARATORS) {
    const cells = line.split(separator);
    if (cells.length < TELLING_LEAST) continue;
    const places = new Map<FecColumn, number>();
    cells.forEach((cell, index) => {
      const column = columnOf(cell);
      if (column !== undefined && !places.has(column)) places.set(column, index);
    });
    if (TELLING.filter((column) => places.has(column)).length < TELLING_LEAST) continue;
    const width = cells.at(-1)?.trim() === '' ? cells.length - 1 : cells.length;
    return { separator, width, places, quoted: cells[0]!.trim().startsWith('"') };
  }
  return undefined;
}

function columnOf(cell: string): FecColumn | undefined {
  const name = cell
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return byName.get(name) ?? withoutAccents.get(name.replace(/[^bcdirt]/g, ''));
}

/** What cannot be missing: the account, a day, and amounts. Refuses `FecColumnsMissing` with their names. */
export function requireColumns({ places }: FecHeader): void {
  const missing: string[] = [];
  if (!places.has('account')) missing.push('CompteNum');
  if (!places.has('entryOn') && !places.has('pieceOn')) missing.push('EcritureDate');
  const amounts = (places.has('debit') && places.has('credit')) || (places.has('amount') && places.has('side'));
  if (!amounts) missing.push('Debit', 'Credit');
  if (missing.length > 0) throw new Refused('FecColumnsMissing', { columns: missing });
}

/** The place of every column; -1 for those that the header does not have. */
export function columnPlaces({ places }: FecHeader): Readonly<Record<FecColumn, number>> {
  const all = Object.keys(names).map((column) => [column, places.get(column as FecColumn) ?? -1]);
  return Object.fromEntries(all) as Record<FecColumn, number>;
}

/** What a separator is called in a result. */
export function separatorName(separator: string): string {
  return separator === '\t' ? 'tab' : separator === '|' ? 'pipe' : separator;
}
