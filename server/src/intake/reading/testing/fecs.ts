/** Accounting files of our own, for tests: a small book that can be written in every way software writes one. */

import iconv from 'iconv-lite';

export const fecColumns = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const;

export type FecRow = Partial<Record<(typeof fecColumns)[number], string>> & Record<string, string>;

export interface FecShape {
  columns?: readonly string[];
  separator?: string;
  lineEnd?: string;
  encoding?: string;
}

/** The bytes of a book: its header, then one line per row; columns a row does not name are empty. */
export function fecOf(rows: readonly FecRow[], shape: FecShape = {}): Buffer {
  const { columns = fecColumns, separator = '\t', lineEnd = '\r\n', encoding = 'utf8' } = shape;
  const lines = [columns.join(separator), ...rows.map((row) => columns.map((name) => row[name] ?? '').join(separator))];
  return iconv.encode(`${lines.join(lineEnd)}${lineEnd}`, encoding);
}

export interface Sale {
  number?: string;
  customer?: string;
  name?: string;
  on?: string;
  cents?: number;
  lettering?: string;
  letteredOn?: string;
  entry?: string;
  label?: string;
  /** Columns to write otherwise on the customer's line. */
  more?: FecRow;
}

/** `12345` cents as `123,45`. */
export function frenchAmount(cents: number): string {
  return `${Math.trunc(cents / 100)},${String(Math.abs(cents % 100)).padStart(2, '0')}`;
}

/** The three lines of a sale: customer, sale, tax. */
export function sale(of: Sale = {}): FecRow[] {
  const { number = 'F-001', customer = 'C001', name = 'Boulangerie Éloïse', on = '20250115', cents = 120_000 } = of;
  const tax = Math.round(cents / 6);
  const common = {
    JournalCode: 'VT',
    JournalLib: 'Ventes',
    EcritureNum: of.entry ?? number,
    EcritureDate: on,
    PieceRef: number,
    PieceDate: on,
    EcritureLib: of.label ?? 'Vente',
    ValidDate: on,
  };
  const letters = { EcritureLet: of.lettering ?? '', DateLet: of.letteredOn ?? '' };
  return [
    {
      ...common,
      ...{ CompteNum: '41100000', CompteLib: 'Clients', CompAuxNum: customer, CompAuxLib: name, ...letters },
      ...{ Debit: frenchAmount(cents), Credit: '0,00', ...of.more },
    },
    { ...common, CompteNum: '70600000', CompteLib: 'Prestations', Debit: '0,00', Credit: frenchAmount(cents - tax) },
    { ...common, CompteNum: '44571000', CompteLib: 'TVA', Debit: '0,00', Credit: frenchAmount(tax) },
  ];
}

/** The two lines of a receipt: bank, customer. */
export function receipt(of: Sale = {}): FecRow[] {
  const { number = 'RLV-1', customer = 'C001', name = 'Boulangerie Éloïse', on = '20250210', cents = 120_000 } = of;
  const common = {
    JournalCode: 'BQ',
    JournalLib: 'Banque',
    EcritureNum: of.entry ?? number,
    EcritureDate: on,
    PieceRef: number,
    PieceDate: on,
    EcritureLib: of.label ?? 'Virement',
    ValidDate: on,
  };
  const letters = { EcritureLet: of.lettering ?? '', DateLet: of.letteredOn ?? '' };
  return [
    { ...common, CompteNum: '51200000', CompteLib: 'Banque', Debit: frenchAmount(cents), Credit: '0,00' },
    {
      ...common,
      ...{ CompteNum: '41100000', CompteLib: 'Clients', CompAuxNum: customer, CompAuxLib: name, ...letters },
      ...{ Debit: '0,00', Credit: frenchAmount(cents), ...of.more },
    },
  ];
}
