/** The import layouts of French accounting software, made from what their publishers say of them. */

import { centsOfText, dayText } from '../book/book-amounts.ts';
import { type BookLayout, shortDay } from './book-line.ts';

/** Cuts a line of fixed width into its fields, without the spaces around them. */
function cutter(widths: readonly number[]): (text: string) => string[] {
  return (text) => {
    let at = 0;
    return widths.map((width) => {
      at += width;
      return text.slice(at - width, at).trim();
    });
  };
}

const side = (text: string): 'D' | 'C' => (text === 'C' ? 'C' : 'D');
const realDay = (day: number): number => (day > 0 && dayText(day) === undefined ? -1 : day);
const longDay = (text: string): number => (text === '' ? 0 : /^\d{8}$/.test(text) ? realDay(Number(text)) : -1);

/**
 * XIMPORT of Ciel, also written by EBP and many others: number of movement 5, journal 2, day 8, due day 8, piece 12,
 * account 11, label 25, amount 13 with a point, side 1, lettering 12, analytic code 6, name of the account 34.
 */
const XIMPORT = /^[ \d]{4}\d.{2}\d{8}(?:\d{8}| {8}).{12}[0-9A-Z].{10}.{25}[ \d]{9}\d[.,]\d\d[DC]/;
const ximportFields = cutter([5, 2, 8, 8, 12, 11, 25, 13, 1, 12, 6, 34]);

const ximport: BookLayout = {
  layout: 'ximport',
  separator: 'none',
  matches: (text) => XIMPORT.test(text),
  read(text, limit) {
    if (text.trim() === '') return undefined;
    if (!XIMPORT.test(text)) return null;
    const [entry = '', journal = '', on = '', due = '', piece = '', account = '', label = ''] = ximportFields(text);
    const [, , , , , , , amount = '', sign = '', lettering = '', , name = ''] = ximportFields(text);
    return {
      ...{ journal, entry, entryOn: longDay(on), dueOn: longDay(due), account, auxiliary: '', name, piece, label },
      ...{ lettering, cents: centsOfText(amount, limit), side: side(sign) },
    };
  },
};

/**
 * PNM of Sage 100, its name of company on a line of its own: journal 3, day 6 (JJMMAA), kind of piece 2, account 13,
 * kind of account 1 (X for a third party), third party 13, reference 13, label 25, mode of payment 1, due day 6, side 1,
 * amount 20, kind of entry 1.
 */
const PNM =
  /^.{3}\d{6}.{2}\d.{12}[GXA ].{13}.{13}.{25}.(?:\d{6}| {6})[DC](?=.{20}(?:[^\d.,]|$)) *\d+(?:[.,]\d\d)? *(?:[NRES]|$)/;
const pnmFields = cutter([3, 6, 2, 13, 1, 13, 13, 25, 1, 6, 1, 20]);

const pnm: BookLayout = {
  layout: 'sage-pnm',
  separator: 'none',
  matches: (text) => PNM.test(text),
  read(text, limit) {
    if (!PNM.test(text)) return text.length < SHORTEST_PNM ? undefined : null;
    const [journal = '', on = '', , account = '', kind = '', third = '', piece = '', label = ''] = pnmFields(text);
    const [, , , , , , , , , due = '', sign = '', amount = ''] = pnmFields(text);
    // A line of cost accounting repeats the line before it, cut by section: counting it would double the entry.
    if (kind === 'A') return undefined;
    const auxiliary = kind === 'X' ? third : '';
    return {
      ...{ journal, entry: '', entryOn: realDay(shortDay(on)), dueOn: realDay(shortDay(due)), account, auxiliary },
      ...{ name: auxiliary, piece, label, lettering: '', side: side(sign) },
      // Without a mark the figures are cents.
      cents: /[.,]/.test(amount) ? centsOfText(amount, limit) : Number(amount),
    };
  },
};
/** Characters that a line of an entry has at least; a shorter one names the company. */
const SHORTEST_PNM = 84;

/**
 * RImport of Sage 50 and Ciel: tabs, sections announced by `##`; number of movement, journal, day, account, name of the
 * account, amount with a point, side, state, label, piece, lettering, due day.
 */
const SAGE_50 =
  /^"?\d+"?\t"?[^\t]{1,6}"?\t"?\d\d\/\d\d\/\d{4}"?\t"?[0-9A-Z][^\t]*\t[^\t]*\t"?-?\d+(?:\.\d+)?"?\t"?[DC]"?(?:\t|$)/;

const sage50: BookLayout = {
  layout: 'sage-50',
  separator: 'tab',
  matches: (text) => SAGE_50.test(text),
  read(text, limit) {
    if (text.startsWith('##')) return undefined;
    if (!SAGE_50.test(text)) return /^"?\d+"?\t[^\t]*\t"?\d\d\//.test(text) ? null : undefined;
    const cells = text.split('\t').map((cell) => cell.replace(/^"(.*)"$/, '$1').trim());
    const [entry = '', journal = '', on = '', account = '', name = '', amount = '', sign = '', , label = ''] = cells;
    const [piece = '', lettering = '', due = ''] = cells.slice(9);
    const day = (written: string): number => longDay(written.split('/').reverse().join(''));
    return {
      ...{ journal, entry, entryOn: day(on), dueOn: day(due), account, auxiliary: '', name, piece, label, lettering },
      ...{ cents: centsOfText(amount, limit), side: side(sign) },
    };
  },
};

export const bookLayouts: readonly BookLayout[] = [ximport, pnm, sage50];

/** Lines in which a layout is looked for: a name of company or sections stand above the entries. */
const SEARCH = 40;

/** The layout that the first lines of a text follow; undefined when they follow none. */
export function layoutOf(text: string): BookLayout | undefined {
  const lines = text.split('\n', SEARCH);
  return bookLayouts.find(({ matches }) => {
    const first = lines.findIndex(matches);
    // Two lines that follow one another leave no doubt; a file of one line is no book.
    return first >= 0 && lines[first + 1] !== undefined && matches(lines[first + 1]!);
  });
}
