/**
 * French typography for the sentences of the readers: the rule for spaces is written here once, so that sentences can
 * be typed with plain spaces in the tables of `messages.ts` and `limits.ts`.
 */

const NO_BREAK = '\u00a0';
const NARROW = '\u202f';

/** Puts the no-break spaces French asks for around `: ; ! ? « »` in place of the plain ones, and the curved apostrophe. */
export function typeset(sentence: string): string {
  return sentence
    .replace(/ ([;!?])/g, `${NARROW}$1`)
    .replace(/ ([:»%])/g, `${NO_BREAK}$1`)
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/« /g, `«${NO_BREAK}`);
}

const moneyFormats = new Map<string, Intl.NumberFormat>();

/** Number of decimals of a currency in ISO 4217 (2 for EUR, 0 for JPY); undefined when the code is not a currency. */
export function currencyDecimals(currency: string): number | undefined {
  // Remembered: a statement asks for it once per amount, and the options of a format cost microseconds.
  const known = decimalsOf.get(currency);
  if (known !== undefined) return known;
  if (!knownCurrencies.has(currency)) return undefined;
  const decimals = moneyFormat(currency).resolvedOptions().maximumFractionDigits ?? 2;
  decimalsOf.set(currency, decimals);
  return decimals;
}

const decimalsOf = new Map<string, number>();

const knownCurrencies = new Set(Intl.supportedValuesOf('currency'));

function moneyFormat(currency: string): Intl.NumberFormat {
  let format = moneyFormats.get(currency);
  if (format === undefined) {
    format = new Intl.NumberFormat('fr-FR', { style: 'currency', currency });
    moneyFormats.set(currency, format);
  }
  return format;
}

/** `123456` cents of `EUR` as « 1 234,56 € »; a code that is no currency is written after the figure. */
export function money(cents: number, currency = 'EUR'): string {
  const decimals = currencyDecimals(currency);
  // The decimal string keeps the amount exact: Intl formats strings without passing through a float.
  const text = decimalText(cents, decimals ?? 2) as Intl.StringNumericLiteral;
  if (decimals !== undefined) return moneyFormat(currency).format(text);
  return `${new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 }).format(text)}${NO_BREAK}${currency}`;
}

/** Integer smallest units as a plain decimal string: `(-5, 2)` is `-0.05`. */
export function decimalText(cents: number, decimals: number): string {
  const digits = String(Math.abs(cents)).padStart(decimals + 1, '0');
  const split = digits.length - decimals;
  const whole = digits.slice(0, split);
  return `${cents < 0 ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(split)}`}`;
}

/** `2026-11-21` as « 21 nov. 2026 ». */
export function day(iso: string): string {
  return Temporal.PlainDate.from(iso).toLocaleString('fr-FR', { day: 'numeric', month: 'short', year: 'numeric' });
}

/** « a, b et c »; beyond `limit` the rest is counted, so that a hostile file cannot make an endless sentence. */
export function list(items: readonly string[], limit = 5): string {
  const shown = items.slice(0, limit).map((item) => clip(item));
  const rest = items.length - shown.length;
  if (rest > 0) shown.push(rest === 1 ? '1 autre' : `${rest} autres`);
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} et ${shown.at(-1)}`;
}

/** Shortens a foreign text for a sentence and takes out control and direction characters. */
export function clip(text: string, length = 120): string {
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, ' ').trim();
  return plain.length <= length ? plain : `${plain.slice(0, length - 1)}…`;
}

/** Bytes as « 50 Mo » or « 12 ko » (decimal units, rounded up so that a limit never reads as zero). */
export function size(bytes: number): string {
  const units: [number, string][] = [
    [1_000_000_000, 'Go'],
    [1_000_000, 'Mo'],
    [1_000, 'ko'],
  ];
  const [unit, name] = units.find(([least]) => bytes >= least) ?? [1, 'octets'];
  return `${count(Math.ceil(bytes / unit))}${NO_BREAK}${name}`;
}

/** A whole number with French thousands separators. */
export function count(value: number): string {
  return value.toLocaleString('fr-FR');
}
