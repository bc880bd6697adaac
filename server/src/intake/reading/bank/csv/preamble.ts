/** What stands above and below the lines of a bank table: the account, its balances, the period. */

import { ibanText, isIban } from '../../identifiers.ts';
import type { Limits } from '../../limits.ts';
import { type Cell, cellText } from '../../table/grid.ts';
import { readAmount } from '../../table/table-amounts.ts';
import { readDay } from '../../table/table-dates.ts';
import type { StatementFacts } from '../entries.ts';
import { isMasked } from '../ofx/values.ts';

const AMOUNT = /(?:^|[\s:])([-+]?\d{1,3}(?:[ .\u00a0\u202f]\d{3})*(?:[.,]\d{2})|[-+]?\d+[.,]\d{2})\s*(?:€|EUR\b|$)/;
const DAY = /\b(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})\b/;
/** A balance in the money of before 2002, which one bank still writes. */
const OLD_MONEY = /francs?\b/i;
const OPENING = /d[ée]but|initial|pr[ée]c[ée]dent|ancien|d[ée]part/i;
const ACCOUNT =
  /(?:num[ée�]?ro\s*(?:de\s*)?compte|compte\s*(?:n°|no|num|:)|n°\s*(?:de\s*)?compte|n°)\s*:?\s*([A-Z0-9][A-Z0-9 ]{5,33})?/i;

/** Reads one row outside the lines into the facts of the statement; true when it said something. */
export function readAside(cells: readonly (Cell | undefined)[], facts: StatementFacts, limits: Limits): boolean {
  const texts = cells.map(cellText).filter((text) => text !== '');
  const whole = texts.join(' ');
  if (whole === '' || OLD_MONEY.test(whole)) return false;
  const before = JSON.stringify(facts);
  for (const text of texts) {
    const iban = ibanText(text.replace(/^IBAN\s*:?\s*/i, ''));
    if (isIban(iban)) facts.iban ??= iban;
  }
  const day = dayIn(texts.findLast((text) => DAY.test(text)));
  if (/solde/i.test(whole)) takeBalance(whole, day, facts, limits);
  else {
    takeAccount(texts, facts);
    takeUnnamedBalance(texts, day, facts, limits);
  }
  return JSON.stringify(facts) !== before;
}

function takeBalance(whole: string, day: string | undefined, facts: StatementFacts, limits: Limits): void {
  // Days look like amounts to a careless eye (05.03), so they are taken out first.
  const amount = amountIn(whole.replace(new RegExp(DAY, 'g'), ' '), limits);
  if (amount === undefined) return;
  if (OPENING.test(whole)) facts.openingCents ??= amount;
  else {
    facts.closingCents ??= amount;
    if (day !== undefined) facts.until ??= day;
  }
}

function takeAccount(texts: readonly string[], facts: StatementFacts): void {
  const [first = '', second = ''] = texts;
  const named = texts.map((text) => ACCOUNT.exec(text)).find((found) => found !== null);
  const value = named?.[1] ?? (named === undefined || named === null ? undefined : second);
  // One bank writes the number alone, first on its line, protected as a formula.
  const account = (value ?? (texts.length > 3 && /^\d{8,}$/.test(first) ? first : undefined))?.trim();
  if (account !== undefined && /\d{4}/.test(account) && !isMasked(account) && !isIban(ibanText(account)))
    facts.account ??= account;
  const bank = texts
    .map((text) => /code de la banque\s*:?\s*(\d{5})/i.exec(text)?.[1])
    .find((one) => one !== undefined);
  if (bank !== undefined) facts.bankCode ??= bank;
}

/** A line of account, day and amount without a word: the balance on that day. */
function takeUnnamedBalance(
  texts: readonly string[],
  day: string | undefined,
  facts: StatementFacts,
  limits: Limits,
): void {
  const last = texts.at(-1) ?? '';
  if (texts.length < 3 || day === undefined || !/[.,]\d{2}\s*(?:€|EUR)?$/.test(last)) return;
  const amount = amountIn(last, limits);
  if (amount === undefined) return;
  facts.closingCents ??= amount;
  facts.until ??= day;
}

function amountIn(text: string, limits: Limits): number | undefined {
  const found = AMOUNT.exec(text)?.[1];
  const cents = found === undefined ? undefined : readAmount(found, undefined, 2, limits.amountCents);
  return typeof cents === 'number' ? cents : undefined;
}

function dayIn(text: string | undefined): string | undefined {
  const found = text === undefined ? undefined : DAY.exec(text)?.[1];
  return (found === undefined ? undefined : readDay(found, 'dmy')) ?? undefined;
}
