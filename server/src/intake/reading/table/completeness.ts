/**
 * Whether a table lists everything that is still open: then what is absent from it is closed. It must say so itself, by
 * its title, its columns, the name of its sheet or of its file; otherwise absence proves nothing.
 */

import { isoDay } from '../calendar.ts';
import type { LedgerCompleteness } from '../result.ts';
import { normalise } from './names.ts';

/** Words that only a list of what is still owed bears. */
const OPEN_LIST =
  /\b(echeancier|impaye?e?s?|balances? (clients? )?agees?|encours|en cours clients?|non (reglee?s?|soldee?s?|payee?s?|echues? et echues?)|restes? (dus?|a (encaisser|payer|recouvrer))|creances (clients?|ouvertes?)|aged (receivables?|balance)|ageing|aging|open (items?|invoices?)|outstanding|unpaid|receivables?)\b/;
/** The same words said of suppliers, or of a part of the customers, say nothing of what is missing. */
const OTHER_LIST = /\b(fournisseurs?|suppliers?|payables?|extrait|selection|partielle?)\b/;

/** « … au 31/10/2026 », « arrêté le 31.10.2026 », “as of 31/10/2026”: the day whose state a table describes. */
const STATE_DAY = /\b(?:au|le|as of|as at) (\d{2}) (\d{2}) (\d{4})\b/;
/** « du 01/10/2026 au 31/10/2026 » is the period of what it lists, not the day of what is left of it. */
const PERIOD = /\b(?:du|from) \d{2} \d{2} \d{4}\b/;

/** The day of the state that a table describes, when one of the texts above it says so. */
export function stateDayOf(titles: readonly string[]): string | undefined {
  for (const title of titles) {
    const text = normalise(title);
    const [, date, month, year] = (PERIOD.test(text) ? null : STATE_DAY.exec(text)) ?? [];
    const day = isoDay(Number(year), Number(month), Number(date));
    if (day !== undefined) return day;
  }
  return undefined;
}

export interface TableWords {
  /** Texts that stand above the header. */
  titles: readonly string[];
  sheet: string | undefined;
  fileName: string | undefined;
  /** True when the columns cut what is owed by age. */
  aged: boolean;
}

/** How a table says that it lists everything open; undefined when it does not. */
export function completenessOf({ titles, sheet, fileName, aged }: TableWords): LedgerCompleteness | undefined {
  const said: [LedgerCompleteness['told'], string | undefined][] = [
    ...titles.map((text): [LedgerCompleteness['told'], string] => ['title', text]),
    ['sheet', sheet],
    ['file-name', fileName],
  ];
  if (said.some(([, text]) => text !== undefined && OTHER_LIST.test(normalise(text)))) return undefined;
  for (const [told, text] of said) {
    if (text !== undefined && OPEN_LIST.test(normalise(text))) return { told, text: text.trim().slice(0, 200) };
  }
  return aged ? { told: 'columns', text: '' } : undefined;
}
