/** Amounts, sides and days of a CAMT element. */

import { xmlDay } from '../../calendar.ts';
import { type AmountProblem, toCents } from '../../decimals.ts';
import { currencyDecimals } from '../../french.ts';
import type { XmlElement } from '../../xml/parse-xml.ts';
import { text } from '../../xml/select.ts';

export interface CamtAmount {
  cents: number | AmountProblem | 'MissingAmount' | 'MissingSign';
  currency?: string;
  /** The amount as it is written. */
  written: string;
}

const USUAL_DECIMALS = 2;

/** The amount of `element` (its own `Amt`), positive for a credit and negative for a debit. */
export function signedAmount(element: XmlElement, limit: number): CamtAmount {
  const amount = child(element, 'Amt');
  const written = amount?.text ?? '';
  const currency = amount?.attributes.get('Ccy');
  const known = currency === undefined || currency === '' ? {} : { currency };
  if (written === '') return { cents: 'MissingAmount', written, ...known };
  const cents = toCents(written, currencyDecimals(currency ?? 'EUR') ?? USUAL_DECIMALS, limit);
  if (typeof cents !== 'number') return { cents, written, ...known };
  const side = child(element, 'CdtDbtInd')?.text;
  if (side === 'DBIT') return { cents: cents === 0 ? 0 : -cents, written, ...known };
  // A minus says what a missing side does not; a plain amount without side could be either.
  if (side === 'CRDT' || cents <= 0) return { cents, written, ...known };
  return { cents: 'MissingSign', written, ...known };
}

/** A day written as a date or as a date and time; a problem is the text that is no day. */
export function dayIn(element: XmlElement | undefined): { day?: string; bad?: string } {
  if (element === undefined) return {};
  const written = text(element, ['Dt', 'DtTm']) ?? element.text;
  if (written === '') return {};
  const day = xmlDay(written);
  return day === undefined ? { bad: written } : { day };
}

export function child(element: XmlElement, name: string): XmlElement | undefined {
  for (const one of element.children) if (one.name === name) return one;
  return undefined;
}
