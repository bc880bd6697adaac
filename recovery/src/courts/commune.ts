import { folded } from '../matching/words.ts';

/** Short forms that people write in addresses; each stands for one word of the official name. */
const SHORT: Readonly<Record<string, string>> = { ST: 'SAINT', STE: 'SAINTE', STS: 'SAINTS', STES: 'SAINTES' };

/** « Paris 8e Arrondissement », « Lyon 03 », « Nantes Cedex 2 », « Grenoble Cedex »: what follows the town itself. */
const AFTER_TOWN = / (?:CEDEX.*|\d{1,2}(?: ?(?:E|ER|EME|ND|NDE|RE))?(?: ARRONDISSEMENT)?)$/;

/**
 * The name of a commune as it is compared: no accents, no hyphens, « St » and « Ste » in full, « s/ » as « sur », without
 * the number of an arrondissement nor « Cedex », an article put behind brought back in front.
 */
export function communeKey(name: string): string {
  const inOrder = name.replace(/^(.*?)\s*\((L['’]|Le|La|Les)\)\s*$/i, '$2 $1');
  const words = folded(inOrder.replace(/(^|\s)s\//gi, '$1sur ').replace(/(\S)\/s\//gi, '$1 sur '))
    .replace(AFTER_TOWN, '')
    .split(' ')
    .map((word) => SHORT[word] ?? word);
  return words.join(' ');
}

/** Postcodes of the north of Corsica begin here; those before are of the south. */
const NORTH_CORSICA = 20_200;

/** The department that a postcode names: two signs, three overseas; null for what is no French postcode. */
export function departmentOfPostcode(postcode: string): string | null {
  const bare = postcode.replace(/\s/g, '');
  if (!/^\d{5}$/.test(bare)) return null;
  if (bare.startsWith('97') || bare.startsWith('98')) return bare.slice(0, 3);
  if (bare.startsWith('20')) return Number(bare) < NORTH_CORSICA ? '2A' : '2B';
  return bare.startsWith('00') ? null : bare.slice(0, 2);
}

/** The department of a commune's INSEE code. */
export function departmentOfCommune(insee: string): string {
  return insee.slice(0, /^9[78]/.test(insee) ? 3 : 2);
}

/** An INSEE code of five signs, its lost leading zero put back; null for what is none. */
export function inseeCode(text: string): string | null {
  const code = text.trim().toUpperCase();
  const whole = /^\d{4}$/.test(code) ? `0${code}` : code;
  return /^(?:\d{5}|2[AB]\d{3})$/.test(whole) ? whole : null;
}
