import type { MatchingClaim } from './model.ts';
import { folded } from './words.ts';

/**
 * How much of an invoice's number a payer must have typed. `whole`: all of it, with letters or long enough to be nothing
 * else. `figures`: all but its letters. `tail`: its last figures, which any number may look like.
 */
export type Strength = 'tail' | 'figures' | 'whole';

export interface ReferenceHit {
  /** The words as they stand in the text. */
  words: string;
  strength: Strength;
  /** The words before it say that it is an invoice's number. */
  introduced: boolean;
  claims: readonly MatchingClaim[];
  /** Place among the pieces of the text, to tell « F-101 à F-103 ». */
  from: number;
  to: number;
}

/** What some figures may mean, and how much that proves. */
interface Meant {
  strength: Strength;
  claims: MatchingClaim[];
}

/**
 * Numbers of the book by what may be typed of them. Nearly all of them mean one claim alone, which then stands there by
 * itself: a list for each would be most of what a large book weighs.
 */
export interface ReferenceIndex {
  byKey: Map<string, MatchingClaim | Meant>;
  /** Signs in the longest key: longer texts are not looked up. */
  longest: number;
}

const WHOLE_LENGTH = 6;
const FIGURES_LENGTH = 7;
const TAIL_LENGTH = 4;
/** Shorter figures name nothing by themselves, but may be all that a payer typed of a number. */
const UNREAD_LENGTH = 3;
/** « FA - 2026 - 0 45123 »: letters and figures apart, and cut once by the bank. */
const MOST_PIECES = 6;
const ORDER: Record<Strength, number> = { tail: 0, figures: 1, whole: 2 };

export function indexReferences(claims: Iterable<MatchingClaim>): ReferenceIndex {
  const index: ReferenceIndex = { byKey: new Map(), longest: 0 };
  for (const claim of claims)
    for (const number of numbersOf(claim))
      for (const [key, strength] of keysOf(number)) add(index, key, strength, claim);
  return index;
}

const numbersOf = ({ number, paymentReference }: MatchingClaim) =>
  paymentReference === null ? [number] : [number, paymentReference];

function add(index: ReferenceIndex, key: string, strength: Strength, claim: MatchingClaim): void {
  index.longest = Math.max(index.longest, key.length);
  const found = index.byKey.get(key);
  if (found === undefined) index.byKey.set(key, claim);
  else if (found !== claim) {
    const known = meantBy(found, key);
    // The keys of one claim come together: if it stands there already, it came last.
    if (known.claims.at(-1) !== claim) known.claims.push(claim);
    known.strength = weaker(known.strength, strength);
    if (known !== found) index.byKey.set(key, known);
  }
}

function meantBy(found: MatchingClaim | Meant, key: string): Meant {
  if ('claims' in found) return found;
  const typed = numbersOf(found).flatMap((number) => keysOf(number).filter(([one]) => one === key));
  return { strength: typed.map(([, strength]) => strength).reduce(weaker), claims: [found] };
}

/** The same figures as a whole number and as another's tail prove no more than a tail does. */
const weaker = (a: Strength, b: Strength) => (ORDER[a] < ORDER[b] ? a : b);

/** What may be typed of a number, each with its strength. A number too short to be told from any other gives nothing. */
function keysOf(number: string): [key: string, strength: Strength][] {
  const keys: [string, Strength][] = [];
  const words = folded(number);
  const compact = words.replaceAll(' ', '');
  let digits = 0;
  let letters = 0;
  for (let at = 0; at < compact.length; at += 1)
    if (isDigit(compact, at)) digits += 1;
    else if (digits === 0) letters += 1;
  const figures = letters === 0 ? compact : compact.slice(letters);
  const hasLetters = digits < compact.length;
  const tail = lastFigures(words);
  if (compact.length >= WHOLE_LENGTH && digits >= 4 && (hasLetters || compact.length >= FIGURES_LENGTH))
    keys.push([compact, 'whole']);
  else if (hasLetters && digits >= 2) keys.push([compact, 'tail']);
  if (figures !== compact && figures.length >= TAIL_LENGTH && !isYear(figures))
    keys.push([figures, figures.length >= FIGURES_LENGTH ? 'figures' : 'tail']);
  // What is already one of the others proves as much as they do.
  if (tail.length >= TAIL_LENGTH && !isYear(tail) && !keys.some(([key]) => key === tail)) keys.push([tail, 'tail']);
  return keys;
}

const isDigit = (text: string, at: number) => text.charCodeAt(at) <= DIGIT_NINE;
/** The last of the digits, which come before letters. */
const DIGIT_NINE = '9'.charCodeAt(0);

/** The figures that end the last word, or that only letters follow in it, without the zeros before them. */
function lastFigures(words: string): string {
  const start = words.lastIndexOf(' ') + 1;
  let end = words.length;
  while (end > start && !isDigit(words, end - 1)) end -= 1;
  let from = end;
  while (from > start && isDigit(words, from - 1)) from -= 1;
  while (from < end && words[from] === '0') from += 1;
  return words.slice(from, end);
}

const isYear = (figures: string) => /^(19|20)\d\d$/.test(figures);

/** Days and amounts are made of figures too: they are taken out before numbers are looked for. */
const NO_NUMBERS = [
  /\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b/g,
  /\b(?:19|20)\d\d-\d\d-\d\d\b/g,
  /\b\d{1,3}(?:[ .]\d{3})*[,.]\d{2}\b(?!\d)/g,
  /\b(?:AT|BE|BG|CH|CY|CZ|DE|DK|EE|ES|FI|FR|GB|GR|HR|HU|IE|IT|LI|LT|LU|LV|MA|MC|MT|NL|NO|PL|PT|RO|SE|SI|SK|SM|TN)\d{2}(?: ?[A-Z0-9]{4}){3,7}/g,
];
/** After these words a number is somebody else's. */
const OTHERS = new Set(
  'CLIENT CLT CDE COMMANDE COMMANDES BC MANDAT BORD BORDEREAU CONTRAT TEL SIRET SIREN DOSSIER DEVIS COMPTE CHEQUE CHQ'.split(
    ' ',
  ),
);

/** After these words a number is an invoice's. */
const INVOICE = new Set('FACT FACTURE FACTURES FAC FACS FC FA INVOICE INV RECHNUNG'.split(' '));

interface Piece {
  text: string;
  isFigures: boolean;
}

/** Letters and figures of a text, apart, in their order; null where a day or an amount stood. */
function piecesOf(text: string): (Piece | null)[] {
  let cleaned = text;
  for (const pattern of NO_NUMBERS) cleaned = cleaned.replace(pattern, ' \u0001 ');
  const pieces: (Piece | null)[] = [];
  for (const found of cleaned
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .matchAll(/[A-Z]+|\d+|\u0001/g))
    pieces.push(found[0] === '\u0001' ? null : { text: found[0], isFigures: /^\d/.test(found[0]) });
  return pieces;
}

/** The numbers of the book that a text holds, in their order, the longest reading first where several are possible. */
export function findReferences(
  index: ReferenceIndex,
  text: string,
): { hits: ReferenceHit[]; ranges: [number, number][]; unread: string[] } {
  const pieces = piecesOf(text);
  const hits: ReferenceHit[] = [];
  const unread: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    const hit = longestFrom(index, pieces, at);
    if (hit) hits.push(hit);
    else if (looksLikeNumber(pieces, at)) unread.push(pieces[at]!.text);
    at = hit ? hit.to : at + 1;
  }
  const ranges: [number, number][] = [];
  for (let n = 1; n < hits.length; n += 1) {
    const between = pieces.slice(hits[n - 1]!.to, hits[n]!.from);
    if (between.length === 1 && ['A', 'AU'].includes(between[0]?.text ?? '')) ranges.push([n - 1, n]);
  }
  return { hits, ranges, unread };
}

/** Figures as long as a number's, which nothing says to be somebody else's. */
function looksLikeNumber(pieces: readonly (Piece | null)[], at: number): boolean {
  const piece = pieces[at];
  if (!piece?.isFigures || piece.text.length < UNREAD_LENGTH || isYear(piece.text)) return false;
  return !OTHERS.has(pieces[at - 1]?.text ?? '');
}

function longestFrom(index: ReferenceIndex, pieces: readonly (Piece | null)[], at: number): ReferenceHit | null {
  let best: ReferenceHit | null = null;
  let compact = '';
  let hasFigures = false;
  for (let to = at; to < pieces.length && to < at + MOST_PIECES; to += 1) {
    const piece = pieces[to];
    if (!piece) break;
    compact += piece.text;
    if (compact.length > index.longest) break;
    hasFigures ||= piece.isFigures;
    // Every number holds figures: most words of a text stop here.
    if (!hasFigures) continue;
    const found = index.byKey.get(compact);
    if (found === undefined) continue;
    const meant = meantBy(found, compact);
    if (meant.strength !== 'tail' || to - at <= 1) best = hitOf(meant, pieces, at, to + 1);
  }
  const first = pieces[at];
  if (best || !first?.isFigures) return best;
  const bare = first.text.replace(/^0+/, '');
  const found = bare.length >= TAIL_LENGTH && !isYear(first.text) ? index.byKey.get(bare) : undefined;
  return found === undefined ? null : hitOf(meantBy(found, bare), pieces, at, at + 1);
}

function hitOf(
  { strength, claims }: Meant,
  pieces: readonly (Piece | null)[],
  from: number,
  to: number,
): ReferenceHit | null {
  const before = pieces[from - 1]?.text ?? '';
  const saidOf = before === 'N' ? (pieces[from - 2]?.text ?? '') : before;
  if (pieces[from]!.isFigures && OTHERS.has(saidOf)) return null;
  const words = pieces
    .slice(from, to)
    .map((piece) => piece!.text)
    .join(' ');
  return { words, strength, introduced: INVOICE.has(saidOf), claims, from, to };
}
