/** One entry (`Ntry`) of a CAMT message: a line of the statement, with the transactions it groups. */

import { type BankDetail, type BankEntry, withDefined } from '../../result.ts';
import type { XmlElement } from '../../xml/parse-xml.ts';
import { text } from '../../xml/select.ts';
import { labelWords, oneLine, provided } from '../words.ts';
import { child, dayIn, signedAmount } from './amounts.ts';
import type { Transaction } from './transaction.ts';

/** Beyond so many transactions the words of each stay with it and are not gathered on the entry. */
const GATHERED = 200;

export interface CamtDay {
  on?: string;
  valueOn?: string;
  /** Texts that are no day. */
  bad: string[];
}

export function entryDays(element: XmlElement): CamtDay {
  const booked = dayIn(child(element, 'BookgDt'));
  const value = dayIn(child(element, 'ValDt'));
  const on = booked.day ?? value.day;
  return {
    ...(on === undefined ? {} : { on }),
    ...(value.day === undefined ? {} : { valueOn: value.day }),
    bad: [booked.bad, value.bad].filter((one) => one !== undefined),
  };
}

/** BOOK is cash; PDNG, FUTR and INFO are announcements. A message without status is a statement of what was booked. */
export function entryStatus(element: XmlElement): BankEntry['status'] {
  const status = text(element, ['Sts/Cd', 'Sts/Prtry', 'Sts']);
  return status === 'PDNG' || status === 'FUTR' || status === 'INFO' ? 'pending' : 'booked';
}

/** True when the entry, or each of its transactions, takes an earlier one back. */
export function isReversal(element: XmlElement): boolean {
  return /^(?:true|1)$/i.test(text(element, ['RvslInd']) ?? '');
}

/**
 * One entry with the transactions it groups. `usual` is the currency of the statement, which its entries do not repeat.
 * The fields are named one by one: a long statement has a million entries, and spreading objects is what costs there.
 */
export function readEntry(
  element: XmlElement,
  transactions: Transaction[],
  days: { on: string; valueOn?: string },
  { limit, usual }: { limit: number; usual: string | undefined },
): BankEntry | { problem: string; written: string } {
  const { cents, currency, written } = signedAmount(element, limit);
  if (typeof cents !== 'number') return { problem: cents, written };
  const single = transactions.length === 1 ? transactions[0] : undefined;
  const reason = reasonOf(transactions);
  const label = labelOf(element, transactions);
  const fromLabel = transactions.length === 0 ? labelWords(label) : undefined;
  // Who paid, and under which references: the only transaction says it, or what all have alike, or the bank's words.
  const said: Partial<Transaction> = single ?? fromLabel ?? shared(transactions);
  return withDefined<BankEntry>({
    on: days.on,
    valueOn: days.valueOn,
    amountCents: cents,
    status: entryStatus(element),
    label,
    counterparty: said.counterparty,
    counterpartyIban: said.counterpartyIban,
    endToEndId: said.endToEndId,
    mandateId: said.mandateId,
    remittance: said.remittance ?? gathered(transactions),
    bankReference: provided(text(element, ['AcctSvcrRef'])) ?? single?.bankReference,
    reversal: isReversal(element) || reason !== undefined || fromLabel?.reversal ? true : undefined,
    rejectReason: reason ?? fromLabel?.rejectReason,
    operation: operation(element),
    details: transactions.length > 1 ? transactions.map(detailOf) : undefined,
    currency: currency === usual ? undefined : currency,
  });
}

/** Why an entry came back: the reasons of its transactions, each once. */
function reasonOf(transactions: readonly Transaction[]): string | undefined {
  if (transactions.every(({ rejectReason }) => rejectReason === undefined)) return undefined;
  return [...new Set(transactions.flatMap(({ rejectReason }) => rejectReason ?? []))].join(', ').slice(0, 200);
}

function gathered(transactions: readonly Transaction[]): string[] {
  return transactions.length > GATHERED ? [] : transactions.flatMap(({ remittance }) => remittance);
}

/** What every transaction of a group says alike: the same payer, for one who pays several times. */
function shared(transactions: readonly Transaction[]): Pick<BankEntry, 'counterparty' | 'counterpartyIban'> {
  const [first] = transactions;
  const alike = (field: 'counterparty' | 'counterpartyIban'): string | undefined =>
    transactions.every((one) => one[field] === first?.[field]) ? first?.[field] : undefined;
  return withDefined<Pick<BankEntry, 'counterparty' | 'counterpartyIban'>>({
    counterparty: alike('counterparty'),
    counterpartyIban: alike('counterpartyIban'),
  });
}

function detailOf({ words, bankReference: _reference, operation: _operation, ...detail }: Transaction): BankDetail {
  return detail.remittance.length > 0 || words === undefined ? detail : { ...detail, remittance: [oneLine(words)] };
}

/** The bank's own words; without any, those of the payer, then his name, then the kind of operation. */
function labelOf(element: XmlElement, transactions: readonly Transaction[]): string {
  const own = text(element, ['AddtlNtryInf']);
  if (own !== undefined) return oneLine(own);
  const [first] = transactions;
  if (first?.words !== undefined) return oneLine(first.words);
  const parts = [first?.counterparty, ...(first?.remittance ?? [])].filter((part) => part !== undefined);
  return parts.length > 0 ? oneLine(parts.join(' ')) : (operation(element) ?? '');
}

function operation(element: XmlElement): string | undefined {
  const code = child(element, 'BkTxCd');
  if (code === undefined) return undefined;
  const domain = text(code, ['Domn/Cd']);
  const rest = [text(code, ['Domn/Fmly/Cd']), text(code, ['Domn/Fmly/SubFmlyCd'])].filter((one) => one !== undefined);
  return domain === undefined ? text(code, ['Prtry/Cd']) : [domain, ...rest].join('/');
}
