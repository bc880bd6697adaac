/** The records of CFONB 120 (« Relevé de compte sur support informatique », CFONB, July 2004): places counted from 1. */

import { isoDay } from '../../calendar.ts';

export const RECORD_LENGTH = 120;

export interface BalanceRecord {
  kind: '01' | '07';
  bank: string;
  branch: string;
  currency: string;
  decimals: string;
  account: string;
  date: string;
  amount: string;
}

export interface MovementRecord {
  kind: '04';
  bank: string;
  branch: string;
  internalCode: string;
  currency: string;
  decimals: string;
  account: string;
  operation: string;
  date: string;
  reject: string;
  valueDate: string;
  label: string;
  amount: string;
  reference: string;
}

export interface DetailRecord {
  kind: '05';
  qualifier: string;
  text: string;
}

const zone = (line: string, from: number, to: number): string => line.slice(from - 1, to).trim();

/** Cuts a record into its zones; undefined when its code is none of the four. */
export function readRecord(line: string): BalanceRecord | MovementRecord | DetailRecord | undefined {
  const kind = line.slice(0, 2);
  if (kind === '05') return { kind, qualifier: zone(line, 46, 48), text: line.slice(48, 118).trimEnd() };
  if (kind !== '01' && kind !== '04' && kind !== '07') return undefined;
  const common = {
    bank: zone(line, 3, 7),
    branch: zone(line, 12, 16),
    currency: zone(line, 17, 19),
    decimals: zone(line, 20, 20),
    account: zone(line, 22, 32),
    date: zone(line, 35, 40),
    amount: line.slice(90, 104),
  };
  if (kind !== '04') return { kind, ...common };
  return {
    kind,
    ...common,
    internalCode: zone(line, 8, 11),
    operation: zone(line, 33, 34),
    reject: zone(line, 41, 42),
    valueDate: zone(line, 43, 48),
    label: zone(line, 49, 79),
    reference: zone(line, 105, 120),
  };
}

/**
 * Last characters of an amount: they carry the sign over the last figure. French mainframes write é and è where others
 * write { and } (code page 297), and some banks leave positive amounts as plain figures.
 */
const POSITIVE = '{ABCDEFGHI';
const NEGATIVE = '}JKLMNOPQR';

/** An amount of 14 places as a plain decimal (`-190.40`); undefined when it is not one. */
export function overpunched(written: string, decimals: number): string | undefined {
  const text = written.trim();
  const last = text.at(-1) ?? '';
  const start = text.slice(0, -1);
  if (last === '' || !/^\d*$/.test(start)) return undefined;
  const mark = last === 'é' ? '{' : last === 'è' ? '}' : last;
  const negative = NEGATIVE.includes(mark);
  const figure = /\d/.test(mark) ? mark : String(negative ? NEGATIVE.indexOf(mark) : POSITIVE.indexOf(mark));
  if (figure === '-1') return undefined;
  const digits = (start + figure).padStart(decimals + 1, '0');
  const split = digits.length - decimals;
  const whole = digits.slice(0, split);
  return `${negative ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(split)}`}`;
}

/** `DDMMYY` as a day of this century; undefined when there is no such day. */
export function cfonbDay(text: string): string | undefined {
  const found = /^(\d\d)(\d\d)(\d\d)$/.exec(text);
  return found === null ? undefined : isoDay(2_000 + Number(found[3]), Number(found[2]), Number(found[1]));
}
