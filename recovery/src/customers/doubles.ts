import type { DebtorKind } from '@acquit/law';
import { profileOf } from '../profile/profile.ts';
import { fr } from '../texts/typography.ts';
import type { CustomerRefusal } from '../views/customers.ts';

/** What two customers have in common that makes them look like one. The surest first. */
export type DoubleSign = 'siren' | 'vat' | 'name-and-town' | 'name' | 'account' | 'mail-domain' | 'close-name';

/** The confidence is the share, in percent, of such pairs that we expect to be one customer; none is merged by itself. */
const SIGNS: Readonly<Record<DoubleSign, { message: string; confidence: number }>> = {
  siren: { message: 'Même SIREN', confidence: 99 },
  vat: { message: 'Même numéro de TVA', confidence: 98 },
  account: { message: 'Même compte client, écrit de deux façons', confidence: 72 },
  'name-and-town': { message: 'Même nom, même ville', confidence: 88 },
  name: { message: 'Même nom, à la forme juridique près', confidence: 75 },
  'mail-domain': { message: 'Même domaine d’e-mail, noms proches', confidence: 70 },
  'close-name': { message: 'Noms très proches', confidence: 55 },
};

/** The sign as the screen says it, and how much it is worth. */
export function doubleReason(sign: DoubleSign): { reason: string; confidence: number } {
  const { message, confidence } = SIGNS[sign];
  return { reason: message, confidence };
}

/** What is compared of two customers, as the database keeps it. */
export interface Likeness {
  siren: string | null;
  vat: string | null;
  /** The account without punctuation, « 411 » and zeros. */
  accountKey: string | null;
  /** The name without accents, legal form and title. */
  bareName: string;
  city: string | null;
  /** Null for a domain that anybody has an address in. */
  mailDomain: string | null;
}

/** The surest thing two customers have in common, or null: two SIREN are two persons, whatever else looks alike. */
export function doubleSign(one: Likeness, other: Likeness): DoubleSign | null {
  const same = (field: keyof Likeness) => one[field] !== null && one[field] !== '' && one[field] === other[field];
  if (one.siren !== null && other.siren !== null && one.siren !== other.siren) return null;
  if (same('siren')) return 'siren';
  if (same('vat')) return 'vat';
  const sameTown = one.city !== null && one.city.toLowerCase() === other.city?.toLowerCase();
  if (same('bareName')) return sameTown ? 'name-and-town' : 'name';
  if (same('accountKey')) return 'account';
  const close = closeNames(one.bareName, other.bareName);
  if (same('mailDomain') && (close || firstWord(one) === firstWord(other))) return 'mail-domain';
  return close ? 'close-name' : null;
}

const firstWord = ({ bareName }: Likeness): string => bareName.split(' ', 1)[0] ?? '';

/** Shorter names differ by one letter too often: « Roca » is not « Roza ». */
const SHORTEST_CLOSE = 6;
/** Above this length two slips are allowed, below one. */
const LONG_NAME = 12;

/** Whether two bare names are one or two slips of the keyboard apart, spaces not counted. */
export function closeNames(one: string, other: string): boolean {
  const [a, b] = [one.replaceAll(' ', ''), other.replaceAll(' ', '')];
  const shortest = Math.min(a.length, b.length);
  if (shortest < SHORTEST_CLOSE) return false;
  const most = shortest >= LONG_NAME ? 2 : 1;
  // « Transports 12 » and « Transports 21 » are two: figures are never slips.
  return a.replaceAll(/\D/g, '') === b.replaceAll(/\D/g, '') && slips(a, b, most) <= most;
}

/** Letters to add, drop, change or swap with the next one (Damerau 1964, optimal string alignment); above `most`, any number more. */
function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : changed;
      row.push(Math.min(changed, swapped, last[j]! + 1, row[j - 1]! + 1));
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

/** What tells whether two customers may be one person in law. */
export interface Identity {
  name: string;
  kind: DebtorKind | null;
  legalId: string | null;
}

/**
 * Why two customers may not be merged, or null. Refuses `DifferentLegalPersons`: two SIREN are two persons, and one does
 * not owe the debts of the other; and `DifferentKinds`: what may be asked of a consumer may not be asked as of a company.
 */
export function mergeRefusal(into: Identity, from: Identity): CustomerRefusal | null {
  const facts = { into: into.name, from: from.name };
  const [one, other] = [sirenOf(into.legalId), sirenOf(from.legalId)];
  if (one !== null && other !== null && one !== other) {
    return {
      code: 'DifferentLegalPersons',
      message: fr`${into.name} (${one}) et ${from.name} (${other}) sont deux personnes différentes : l’une ne doit pas les dettes de l’autre. Gardez deux dossiers, ou corrigez le numéro qui est faux.`,
      facts: { ...facts, sirens: [one, other] },
    };
  }
  if (into.kind === null || from.kind === null) return null;
  if (profileOf(into.kind).profile === profileOf(from.kind).profile) return null;
  return {
    code: 'DifferentKinds',
    message: fr`${into.name} et ${from.name} n’ont pas la même nature (particulier, professionnel ou acheteur public) : la loi ne permet pas de leur demander la même chose. Corrigez d’abord la nature de l’un des deux.`,
    facts,
  };
}

const SIREN_FIGURES = 9;

/** The SIREN in a SIREN or a SIRET; any other number of a company as it is. */
function sirenOf(legalId: string | null): string | null {
  if (legalId === null) return null;
  const digits = legalId.replace(/\s/g, '');
  return /^(\d{9}|\d{14})$/.test(digits) ? digits.slice(0, SIREN_FIGURES) : digits;
}
