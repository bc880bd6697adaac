/**
 * The sums EN 16931 asks for (rules BR-CO-10 to BR-CO-16), checked wherever the figures are there. A disagreement is a
 * doubt: which figure is wrong is for a person to say, so none is corrected.
 */

import { type Decimal, equal, negate, parseDecimal, sum } from '../decimals.ts';
import { doubt } from '../messages.ts';
import type { Doubt, InvoiceDocument } from '../result.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import { select } from '../xml/select.ts';
import type { AmountReader } from './amounts.ts';
import { isMinimumProfile } from './profiles.ts';
import type { Syntax } from './syntax.ts';

interface Figures {
  root: XmlElement;
  syntax: Syntax;
  document: InvoiceDocument;
  amounts: AmountReader;
  /** Sum of the net amounts of the lines; undefined when there is no line or one cannot be read. */
  lineSum: Decimal | undefined;
}

export function checkArithmetic({ root, syntax, document, amounts, lineSum }: Figures, doubts: Doubt[]): void {
  const { decimals } = amounts;
  const decimal = (cents: number | undefined): Decimal | undefined =>
    cents === undefined ? undefined : { units: BigInt(cents), scale: decimals };
  // Figures that only serve here raise no doubt of their own.
  const quiet: Doubt[] = [];
  const silent = amounts.quietly(quiet);
  const compare = (rule: string, found: Decimal | undefined, parts: readonly (Decimal | undefined)[]): void => {
    if (found === undefined || parts.some((part) => part === undefined)) return;
    const expected = sum(parts.filter((part) => part !== undefined));
    if (equal(found, expected)) return;
    const facts = {
      rule,
      currency: document.currency,
      foundCents: cents(found, decimals),
      expectedCents: cents(expected, decimals),
    };
    doubts.push(doubt('TotalsDisagree', facts));
  };
  const zero: Decimal = { units: 0n, scale: 0 };
  const lineTotal = decimal(silent.at(syntax.lineTotal, 'lineTotal'));
  const allowances = decimal(silent.at(syntax.allowanceTotal, 'allowanceTotal')) ?? zero;
  const charges = decimal(silent.at(syntax.chargeTotal, 'chargeTotal')) ?? zero;
  const net = decimal(document.netCents);
  const tax = decimal(document.taxCents);
  const total = decimal(document.totalCents);
  compare('BR-CO-10', lineTotal, [lineSum]);
  compare('BR-CO-13', net, [lineTotal, negate(allowances), charges]);
  compare('BR-CO-14', tax, taxParts(root, syntax, document));
  compare('BR-CO-15', total, [net, tax]);
  // What was paid before has no place in the MINIMUM profile, so its amount due proves nothing.
  if (document.prepaidCents === undefined && isMinimumProfile(document.profile)) return;
  const prepaid = decimal(document.prepaidCents) ?? zero;
  const rounding = decimal(document.roundingCents) ?? zero;
  compare('BR-CO-16', decimal(document.dueCents), [total, negate(prepaid), rounding]);
}

/** The lines of the VAT breakdown in the invoice's currency; an unreadable one stops the check. */
function taxParts(root: XmlElement, syntax: Syntax, { currency }: InvoiceDocument): (Decimal | undefined)[] {
  const parts = syntax.taxParts
    .flatMap((path) => select(root, path))
    .filter((element) => [undefined, currency].includes(element.attributes.get('currencyID')?.toUpperCase()));
  return parts.length === 0 ? [undefined] : parts.map((element) => parseDecimal(element.text));
}

function cents({ units, scale }: Decimal, decimals: number): number {
  return Math.round(Number(units) / 10 ** (scale - decimals));
}
