/** One line of an import layout of accounting software, whatever its layout. Texts are held as their bytes. */
export interface BookLine {
  journal: string;
  /** Number of the entry; empty when the layout has none, and journal, day and piece name it. */
  entry: string;
  /** Days as `AAAAMMJJ`: 0 for none, -1 for one that does not exist. */
  entryOn: number;
  dueOn: number;
  account: string;
  auxiliary: string;
  name: string;
  piece: string;
  label: string;
  lettering: string;
  /** NaN when the amount cannot be read. */
  cents: number;
  side: 'D' | 'C';
}

export interface BookLayout {
  layout: 'ximport' | 'sage-pnm' | 'sage-50';
  separator: string;
  /** The line; undefined when it is no line of an entry (a title, a section), null when it should be one and is not. */
  read(text: string, limit: number): BookLine | undefined | null;
  /** True when a line is of this layout, by the figures, days and sides that stand where they must. */
  matches(text: string): boolean;
}

/** `311225` as `20251231`; 0 for spaces, -1 for no figures. */
export function shortDay(text: string): number {
  if (text.trim() === '') return 0;
  return /^\d{6}$/.test(text) ? Number(`20${text.slice(4)}${text.slice(2, 4)}${text.slice(0, 2)}`) : -1;
}
