import type { Faces, PreparedDocument } from './prepare.ts';
import { printable } from './text.ts';

/** Height of the band, in points, the same as in its template. */
export const BAND = 26;

/** One band: the width of its sheet in points, what the exhibit is, and its number with its page. */
export interface Stamp {
  width: number;
  left: string;
  right: string;
}

/** Longest name that the band holds beside its number. */
const LONGEST_NAME = 110;

/** Bands as their template reads them. */
export function prepareStamps(stamps: readonly Stamp[], on: string, faces: Faces): PreparedDocument {
  const text = (value: string) => printable(value, faces.regular.covers);
  const cut = (value: string) => (value.length <= LONGEST_NAME ? value : `${value.slice(0, LONGEST_NAME - 1)}…`);
  const data = {
    mode: 'live',
    on,
    title: 'Pièces',
    sender: { name: 'Acquit' },
    footer: '',
    stamps: stamps.map(({ width, left, right }) => ({ width, left: cut(text(left)), right: text(right) })),
  };
  return { data, qr: null };
}
