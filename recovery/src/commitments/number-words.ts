/**
 * Sums in full letters, as art. 1376 C. civ. wants them written: a sum in words prevails over the figures. Traditional
 * spelling, hyphens below one hundred except beside « et ».
 */

const UNITS = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
] as const;
const TENS = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
];

/** A number below 100; `last` when nothing of the number follows, so that « quatre-vingts » takes its s. */
function belowHundred(n: number, last: boolean): string {
  if (n < 20) return UNITS[n]!;
  const tens = Math.floor(n / 10);
  const counted = tens === 7 || tens === 9 ? 10 + (n % 10) : n % 10;
  if (counted === 0) return tens === 8 && last ? 'quatre-vingts' : TENS[tens]!;
  if ((counted === 1 || counted === 11) && tens < 8) return `${TENS[tens]} et ${UNITS[counted]}`;
  return `${TENS[tens]}-${UNITS[counted]}`;
}

/** A number below 1 000; « deux cents », but « deux cent un » and « deux cent mille ». */
function belowThousand(n: number, last: boolean): string {
  const hundreds = Math.floor(n / 100);
  const rest = n % 100;
  if (hundreds === 0) return belowHundred(rest, last);
  const hundred = hundreds === 1 ? 'cent' : `${UNITS[hundreds]} cent`;
  if (rest === 0) return hundreds > 1 && last ? `${hundred}s` : hundred;
  return `${hundred} ${belowHundred(rest, last)}`;
}

/** Million and milliard are nouns: they take an s, and what counts them keeps its own. */
const NOUNS = [
  { size: 1_000_000_000, name: 'milliard' },
  { size: 1_000_000, name: 'million' },
] as const;

/** A whole number from 0 to 999 999 999 999 in French words. Refuses any other by an assertion. */
export function numberInWords(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n >= 1_000_000_000_000) throw new Error(`${n} is not a number to spell.`);
  if (n === 0) return UNITS[0];
  const parts: string[] = [];
  let rest = n;
  for (const { size, name } of NOUNS) {
    const count = Math.floor(rest / size);
    rest %= size;
    if (count > 0) parts.push(`${belowThousand(count, true)} ${name}${count > 1 ? 's' : ''}`);
  }
  const thousands = Math.floor(rest / 1000);
  if (thousands > 0) parts.push(thousands === 1 ? 'mille' : `${belowThousand(thousands, false)} mille`);
  if (rest % 1000 > 0) parts.push(belowThousand(rest % 1000, true));
  return parts.join(' ');
}

/** « mille deux cent trente-quatre euros et cinquante-six centimes »; integer cents, zero or more. */
export function sumInWords(cents: number): string {
  const whole = Math.floor(cents / 100);
  const left = cents % 100;
  // « un million d’euros », but « un million deux cents euros »
  const de = whole >= 1_000_000 && whole % 1_000_000 === 0 ? ' d’' : ' ';
  const euros = `${numberInWords(whole)}${de}euro${whole > 1 ? 's' : ''}`;
  const centimes = `${numberInWords(left)} centime${left > 1 ? 's' : ''}`;
  if (left === 0) return euros;
  return whole === 0 ? centimes : `${euros} et ${centimes}`;
}
