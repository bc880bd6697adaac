/** Amounts and days as OFX writes them, and as banks write them in OFX. */

import { isoDay } from '../../calendar.ts';
import { type AmountProblem, toCents } from '../../decimals.ts';

/** An amount with a point or a comma for decimals, spaces between thousands; nothing else is guessed. */
export function ofxAmount(text: string, decimals: number, limit: number): number | AmountProblem {
  const close = text.replace(/[\s\u00a0\u202f]/g, '');
  const found = /^([+-]?)([\d.,]+)$/.exec(close);
  if (found === null) return 'InvalidAmount';
  const [, sign = '', figures = ''] = found;
  const mark = Math.max(figures.lastIndexOf(','), figures.lastIndexOf('.'));
  const whole = mark < 0 ? figures : figures.slice(0, mark);
  const fraction = mark < 0 ? '' : figures.slice(mark + 1);
  const groups = whole.split(/[.,]/);
  // « 1.234,56 »: what stands before the decimals is groups of three, all cut by the same other mark.
  const grouped =
    groups.length === 1 || groups.every((one, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(one));
  const otherMark = mark < 0 || !whole.includes(figures[mark]!);
  if (!grouped || !otherMark) return 'InvalidAmount';
  return toCents(`${sign}${groups.join('')}${fraction === '' ? '' : `.${fraction}`}`, decimals, limit);
}

/** `20260305`, `20260305120000.000[+1:CET]`; undefined when it is no day. The local day of the bank is kept. */
export function ofxDay(text: string): string | undefined {
  const found = /^(\d{4})-?(\d\d)-?(\d\d)(?:$|[T\d[. ])/.exec(text.trim());
  return found === null ? undefined : isoDay(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** True for an account that the bank hides: letters in the place of figures, or nothing. */
export function isMasked(account: string): boolean {
  return /^[Xx*#.\s-]*$/.test(account) || /[*#]{2}|[Xx]{4}/.test(account);
}
