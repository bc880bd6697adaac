/** What a status says beside its code: reasons, actions asked for, and amounts. */

import { cefactDay } from '../calendar.ts';
import { toCents } from '../decimals.ts';
import { currencyDecimals } from '../french.ts';
import type { Limits } from '../limits.ts';
import { doubt } from '../messages.ts';
import {
  type Doubt,
  type LifecycleReason,
  type LifecycleReference,
  type LifecycleValue,
  withDefined,
} from '../result.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import { select, text, texts } from '../xml/select.ts';
import { detail, value } from './syntax.ts';

type Amounts = Pick<LifecycleReference, 'amountCents' | 'leftCents' | 'approvedCents' | 'contestedCents' | 'amountOn'>;

/** Types of values (MDT-207) that say an amount of the whole invoice, taxes included, with the field they add up in. */
const SUMS: Readonly<Record<string, Exclude<keyof Amounts, 'amountOn'>>> = {
  MEN: 'amountCents',
  MPA: 'amountCents',
  RAP: 'leftCents',
  MAPTTC: 'approvedCents',
  MNATTC: 'contestedCents',
};

/** The reasons of one reference, each with the values it names; a status that says nothing gives nothing. */
export function readReasons(elements: readonly XmlElement[], limits: Limits, doubts: Doubt[]): LifecycleReason[] {
  return elements.flatMap((element) => {
    const notes = texts(element, detail.notes);
    const values = select(element, detail.value).map((one) => readValue(one, limits, doubts));
    const reason = withDefined<LifecycleReason>({
      code: text(element, detail.code),
      text: text(element, detail.text),
      action: text(element, detail.action),
      actionText: text(element, detail.actionText),
      notes: notes.length === 0 ? undefined : notes,
      values: values.length === 0 ? undefined : values,
    });
    return Object.keys(reason).length === 0 ? [] : [reason];
  });
}

function readValue(element: XmlElement, limits: Limits, doubts: Doubt[]): LifecycleValue {
  const amount = select(element, value.amount)[0];
  const currency = amount?.attributes.get('currencyID')?.trim().toUpperCase() || undefined;
  const on = text(element, value.on);
  return withDefined<LifecycleValue>({
    type: text(element, value.type)?.toUpperCase(),
    term: text(element, value.term),
    name: text(element, value.name),
    amountCents: amount === undefined || amount.text === '' ? undefined : cents(amount.text, currency, limits, doubts),
    currency,
    percent: text(element, value.percent),
    on: on === undefined ? undefined : cefactDay(on),
    text: text(element, value.text),
  });
}

function cents(written: string, currency: string | undefined, limits: Limits, doubts: Doubt[]): number | undefined {
  const read = toCents(written, currencyDecimals(currency ?? 'EUR') ?? 2, limits.amountCents);
  if (typeof read === 'number') return read;
  doubts.push(doubt(read, { field: 'status', text: written }));
  return undefined;
}

/**
 * The amounts of one reference, added up over its values: the money of a 212 comes as one MEN per rate of VAT, taxes
 * included. A sum that one value makes uncertain (unreadable, of another currency) is left out whole, with a doubt.
 */
export function sumValues(reasons: readonly LifecycleReason[], limits: Limits, doubts: Doubt[]): Amounts {
  const sums: Amounts = {};
  const unsure = new Set<keyof Amounts>();
  const currencies = new Set<string>();
  for (const { values = [] } of reasons) {
    for (const { type, amountCents, currency, on } of values) {
      const field = SUMS[type ?? ''];
      if (field === undefined) continue;
      currencies.add(currency ?? 'EUR');
      if (amountCents === undefined) unsure.add(field);
      else sums[field] = (sums[field] ?? 0) + amountCents;
      if (field === 'amountCents' && on !== undefined && on > (sums.amountOn ?? '')) sums.amountOn = on;
    }
  }
  const foreign = [...currencies].find((currency) => currency !== 'EUR');
  for (const field of new Set(Object.values(SUMS))) {
    const sum = sums[field];
    if (sum === undefined) continue;
    if (Math.abs(sum) > limits.amountCents)
      doubts.push(doubt('AmountOutOfRange', { field: 'status', text: String(sum) }));
    else if (!unsure.has(field) && foreign === undefined) continue;
    delete sums[field];
  }
  if (foreign !== undefined) doubts.push(doubt('StatusInForeignCurrency', { currency: foreign }));
  return sums;
}
