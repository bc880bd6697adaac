/** Reading of the figures of one invoice, in its currency. What cannot be read exactly is doubted and left out. */

import { toCents } from '../decimals.ts';
import { currencyDecimals } from '../french.ts';
import type { Limits } from '../limits.ts';
import { doubt } from '../messages.ts';
import type { Doubt } from '../result.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import { select } from '../xml/select.ts';

/** Decimals taken for a currency that is not in ISO 4217: the doubt `UnknownCurrency` is raised beside it. */
const USUAL_DECIMALS = 2;

export class AmountReader {
  readonly decimals: number;
  private readonly root: XmlElement;
  private readonly currency: string | undefined;
  private readonly limits: Limits;
  private readonly doubts: Doubt[];

  constructor(root: XmlElement, currency: string | undefined, limits: Limits, doubts: Doubt[]) {
    this.root = root;
    this.currency = currency;
    this.limits = limits;
    this.doubts = doubts;
    this.decimals = (currency === undefined ? undefined : currencyDecimals(currency)) ?? USUAL_DECIMALS;
  }

  /** The figure at the first path that has one, in the invoice's currency; `field` names it in doubts. */
  at(paths: readonly string[], field: string): number | undefined {
    const found = this.elementAt(paths, field);
    return found === undefined ? undefined : this.read(found.text, field);
  }

  /** The same reader with its doubts put elsewhere: for figures that only serve to check others. */
  quietly(doubts: Doubt[]): AmountReader {
    return new AmountReader(this.root, this.currency, this.limits, doubts);
  }

  /** A written figure in smallest units, or a doubt. */
  read(text: string, field: string): number | undefined {
    const cents = toCents(text, this.decimals, this.limits.amountCents);
    if (typeof cents === 'number') return cents;
    this.doubts.push(doubt(cents, { field, text }));
    return undefined;
  }

  /**
   * Among figures given in two currencies (VAT in the invoice's currency and in the accounting one), the one of the
   * invoice; a figure that only exists in another currency is no figure of this invoice.
   */
  private elementAt(paths: readonly string[], field: string): XmlElement | undefined {
    for (const path of paths) {
      const all = select(this.root, path).filter((element) => element.text !== '');
      const first = all[0];
      if (first === undefined) continue;
      if (this.currency === undefined) return first;
      const own = all.find((element) => this.currencyOf(element) === this.currency);
      const chosen = own ?? all.find((element) => this.currencyOf(element) === undefined);
      if (chosen !== undefined) return chosen;
      const other = this.currencyOf(first) ?? '';
      this.doubts.push(doubt('CurrencyDisagrees', { field, currency: this.currency, found: other }));
      return undefined;
    }
    return undefined;
  }

  private currencyOf(element: XmlElement): string | undefined {
    return element.attributes.get('currencyID')?.trim().toUpperCase() || undefined;
  }
}
