import { addDays, type Day, day, formatDay } from '@acquit/law';

/** What really happened to a small company, from which every file about it is written. Days are days of law. */

export const FIRST_DAY = day('2026-09-01');
export const LAST_DAY = day('2026-11-20');

export interface TrueDebtor {
  account: string;
  name: string;
  siren: string;
  email: string;
}

export interface TrueInvoice {
  number: string;
  debtor: TrueDebtor;
  on: Day;
  dueOn: Day;
  cents: number;
}

export interface TrueCredit {
  number: string;
  invoice: TrueInvoice;
  on: Day;
  cents: number;
}

/** One transfer, its words naming each invoice it pays; `rejectedOn` when the bank took it back. */
export interface TruePayment {
  id: string;
  debtor: TrueDebtor;
  on: Day;
  parts: { invoice: TrueInvoice; cents: number }[];
  rejectedOn: Day | null;
}

export interface Truth {
  debtors: TrueDebtor[];
  invoices: TrueInvoice[];
  credits: TrueCredit[];
  payments: TruePayment[];
}

const NAMES = [
  'Boulangerie Éléonore',
  'Transports Keller',
  'Garage Lemoine',
  'Menuiserie Vasseur',
  'Cabinet Ondine',
  'Fleurs de Brière',
  'Imprimerie Chastel',
  'Traiteur Maupin',
];
const SIRENS = [404833048, 552100554, 732829320, 443061841, 542065479, 383474814, 562016774, 775670417].map(String);
/** Few amounts, so that two invoices of one customer often cost the same. */
const AMOUNTS = [7_800, 12_000, 36_000, 59_940, 123_456, 240_000];

/** A truth that the seed alone decides: 8 customers, about 25 invoices, what was paid, credited and rejected of them. */
export function makeTruth(seed: number): Truth {
  const below = numbersFrom(seed);
  const debtors = NAMES.map((name, n) => ({
    name,
    account: `C${100 + n}`,
    siren: SIRENS[n]!,
    email: `compta@client${n}.example`,
  }));
  const truth: Truth = { debtors, invoices: [], credits: [], payments: [] };
  for (const debtor of debtors) {
    const own = Array.from({ length: 2 + below(3) }, (): TrueInvoice => {
      const on = addDays(FIRST_DAY, below(40));
      const cents = AMOUNTS[below(AMOUNTS.length)]!;
      return { number: `FA-26${1000 + truth.invoices.length + below(1)}`, debtor, on, dueOn: addDays(on, 30), cents };
    }).map((invoice, n) => ({ ...invoice, number: `FA-26${100 + truth.invoices.length + n}` }));
    truth.invoices.push(...own);
    liveThrough(truth, debtor, own, below);
  }
  return truth;
}

function liveThrough(truth: Truth, debtor: TrueDebtor, own: TrueInvoice[], below: (n: number) => number): void {
  const pay = (parts: TruePayment['parts'], rejected = false, later = 0): void => {
    const [after = FIRST_DAY] = parts.map(({ invoice }) => invoice.on).sort((a, b) => b - a);
    const on = addDays(after, 5 + later + below(20));
    const id = `P${100 + truth.payments.length}`;
    truth.payments.push({ id, debtor, on, parts, rejectedOn: rejected ? addDays(on, 3 + below(5)) : null });
  };
  const waiting = [...own];
  while (waiting.length > 0) {
    const invoice = waiting.shift()!;
    const whole = [{ invoice, cents: invoice.cents }];
    const third = [{ invoice, cents: Math.round(invoice.cents / 3) }];
    const credit = (cents: number) =>
      truth.credits.push({ number: `AV-26${100 + truth.credits.length}`, invoice, on: addDays(invoice.on, 4), cents });
    const fate = below(9);
    if (fate <= 2) pay(whole);
    else if (fate === 3) pay(third);
    else if (fate === 4) {
      pay(third);
      pay([{ invoice, cents: invoice.cents - third[0]!.cents }], false, 22);
    } else if (fate === 5 && waiting.length > 0) {
      const other = waiting.shift()!;
      pay([...whole, { invoice: other, cents: other.cents }]);
    } else if (fate === 6) credit(below(2) === 0 ? invoice.cents : invoice.cents / 6);
    else if (fate === 7) pay(whole, true);
  }
}

/** What is owed of an invoice at the end of a day: its price less what was paid and credited by then. */
export function owedOn(truth: Truth, invoice: TrueInvoice, on: Day): number {
  return invoice.cents - paidOn(truth, invoice, on) - creditedOn(truth, invoice, on);
}

export function creditedOn(truth: Truth, invoice: TrueInvoice, on: Day): number {
  return sum(truth.credits.filter((one) => one.invoice === invoice && one.on <= on).map((one) => one.cents));
}

/** What was paid of an invoice and not taken back by the bank by the end of a day. */
export function paidOn(truth: Truth, invoice: TrueInvoice, on: Day): number {
  const kept = truth.payments.filter((one) => one.on <= on && (one.rejectedOn === null || one.rejectedOn > on));
  return sum(kept.flatMap((one) => one.parts.filter((part) => part.invoice === invoice).map((part) => part.cents)));
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
export const dayText = (on: Day): string => formatDay(on);

/** Whole numbers below a bound, decided by the seed (mulberry32). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
