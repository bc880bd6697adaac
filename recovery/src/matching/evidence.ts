import type { BookClaim, MatchingBook } from './book.ts';
import { ACCOUNT_LENGTH, bookClaim } from './book.ts';
import type { MatchingLine } from './model.ts';
import { findNames, type NameAgreement } from './names.ts';
import { findReferences, type Strength } from './references.ts';
import { deniesPayment, folded, nearlySame, payerKeys } from './words.ts';

/** For whom the payer is known or seems to pay. */
export interface Identity {
  /** One case when it is sure; several homonyms, or the firms of a group. */
  caseIds: readonly string[];
  /** How he was recognised: a known account, a known name, the name itself (all its words, or part of them), or not at all. */
  how: 'iban' | 'account' | 'known-name' | 'same-name' | 'name' | 'part-of-name' | 'none';
}

/** An invoice or credit note named in the text. */
export interface Named {
  claim: BookClaim;
  words: string;
  strength: Strength;
  /** The text says that it is an invoice's number. */
  introduced: boolean;
}

/** What a line tells, read once. */
export interface Evidence {
  text: string;
  folded: string;
  identity: Identity;
  /** Every reading of each number found: several when two debtors have an invoice of that number. */
  readings: { words: string; strength: Strength; introduced: boolean; claims: BookClaim[]; endToEnd: boolean }[];
  /** Places, among the readings, of « de … à … ». */
  ranges: [number, number][];
  /** The debtors whose name agrees, looked for once. */
  names: () => NameAgreement[];
  /** Figures that are no number of the book, though they look like one: a slip, or a number the bank cut. */
  unread: string[];
  deniesPayment: boolean;
  saysPart: boolean;
  /** « et autres », « solde », « relevé »: more than what is named. */
  saysMore: boolean;
}

const PART = /\b(ACOMPTE|ACPTE|PARTIEL|PARTIELLE|ECHEANCE|MENSUALITE|VERSEMENT)\b|\b\d ?\/ ?\d\b/;

const MORE = /\b(AUTRES|SOLDE|RELEVE|FACTURES|DIVERS|DIVERSES|SUIVANTES)\b/;

/** Reads a line: numbers named, payer recognised, words that matter. */
export function readLine(book: MatchingBook, line: MatchingLine): Evidence {
  const remittance = line.remittance.join(' ');
  const text = `${remittance} ${line.label}`.trim();
  const upper = folded(`${line.counterparty ?? ''} ${text}`);
  let agreements: NameAgreement[] | undefined;
  const names = () => {
    agreements ??= findNames(book.names, line.counterparty, text);
    return agreements;
  };
  const seen = new Set<string>();
  const readings: Evidence['readings'] = [];
  const ranges: [number, number][] = [];
  const unread: string[] = [];
  const read = (source: string, endToEnd: boolean) => {
    const { hits, ranges: found, unread: others } = findReferences(book.references, source);
    if (!endToEnd) unread.push(...others);
    const places = hits.map(({ words, strength, introduced, claims }) => {
      const key = claims.map((claim) => claim.claimId).join();
      if (seen.has(key)) return readings.findIndex((one) => one.claims.map((claim) => claim.claimId).join() === key);
      seen.add(key);
      return (
        readings.push({
          words,
          strength,
          introduced,
          claims: claims.map((claim) => bookClaim(book, claim, line.on)),
          endToEnd,
        }) - 1
      );
    });
    for (const [from, to] of found) if (places[from] !== places[to]) ranges.push([places[from]!, places[to]!]);
  };
  if (line.endToEndId !== null) read(line.endToEndId, true);
  for (const source of remittance === '' ? [line.label] : [remittance, line.label]) read(source, false);
  return {
    text,
    folded: upper,
    identity: identify(book, line, text, names),
    names,
    readings,
    ranges,
    unread,
    deniesPayment: deniesPayment(upper),
    saysPart: PART.test(text.toUpperCase()),
    saysMore: MORE.test(upper),
  };
}

/** Fewer figures of a number than this may begin anything. */
const BEGINNING = 6;

/** Whether the text holds the beginning of a claim's number, which a bank has cut. */
export function isBegun({ unread }: Pick<Evidence, 'unread'>, { number }: BookClaim): boolean {
  const digits = number.replace(/\D/g, '');
  return unread.some((figures) => figures.length >= BEGINNING && digits.startsWith(figures));
}

/**
 * Whether the text holds a whole number written as this claim's is, which no invoice of the book bears. Successive invoices
 * differ by one figure: this is as likely the next one, which nobody has imported yet, as a slip.
 */
export function namesUnknown({ text, unread, readings }: NumbersRead, { number }: Pick<BookClaim, 'number'>): boolean {
  const parts = folded(number).match(/[A-Z]+|\d+/g) ?? [];
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || !/\d/.test(last)) return false;
  const shape = new RegExp(
    `\\b${parts.map((one) => (/\d/.test(one) ? `\\d{${one.length}}` : one)).join(' ?')}\\b`,
    'g',
  );
  const typed = [...folded(text).matchAll(shape)].map(([one]) => one);
  if (typed.length === 0) return false;
  const known = new Set(readings.flatMap(({ claims }) => claims.map((claim) => squeezed(claim.number))));
  // Figures alone may be a day or a sum; letters and figures in the order of a number are one, whatever else ends as it does.
  const hasLetters = parts.some((one) => /[A-Z]/.test(one));
  const isNumber = (one: string) => hasLetters || unread.some((figures) => one.endsWith(figures));
  return typed.some((one) => isNumber(one) && !known.has(squeezed(one)));
}

const squeezed = (number: string) => folded(number).replace(/ /g, '');

/** The numbers found in a text: those of the book, and figures that are none of it. */
export interface NumbersRead {
  text: string;
  unread: readonly string[];
  readings: readonly { claims: readonly { number: string }[] }[];
}

/** Whether the text holds a claim's number but for one sign, a slip of the finger, and no number of the same customer. */
export function isSlipped({ readings, unread }: Evidence, { number, caseId }: BookClaim): boolean {
  if (readings.some(({ claims }) => claims.some((claim) => claim.caseId === caseId))) return false;
  const whole = squeezed(number);
  const figures = whole.replace(/\D/g, '');
  return (
    readings.some(({ words }) => {
      const typed = words.replace(/ /g, '');
      return nearlySame(typed, whole) || nearlySame(typed, figures);
    }) || unread.some((typed) => nearlySame(typed, figures))
  );
}

/** Who pays: the account first, then the name that was learnt, then the name as it reads. */
export function identify(book: MatchingBook, line: MatchingLine, text: string, names: () => NameAgreement[]): Identity {
  for (const word of folded(text).split(' ')) {
    const cases = word.length >= ACCOUNT_LENGTH ? book.accounts.get(word) : undefined;
    if (cases) return { caseIds: [...cases].sort(), how: 'account' };
  }
  for (const key of payerKeys(line)) {
    const cases = book.payers.get(key);
    if (!cases || cases.size === 0) continue;
    if (key.startsWith('iban:')) return { caseIds: [...cases].sort(), how: 'iban' };
    // That one bearer of a name has paid before does not make the others of that name disappear.
    const bearers = book.names.bearers.get(key.slice('name:'.length)) ?? [];
    return { caseIds: [...new Set([...cases, ...bearers])].sort(), how: 'known-name' };
  }
  const found = names();
  const [top] = found;
  if (!top) return { caseIds: [], how: 'none' };
  const how = top.level === 3 ? 'same-name' : top.level === 2 ? 'name' : 'part-of-name';
  return { caseIds: found.map((one) => one.caseId).sort(), how };
}

/** True when the payer is recognised well enough for an agreement to count, be it among homonyms. */
export function recognised({ how }: Identity): boolean {
  return how !== 'none' && how !== 'part-of-name';
}

/** True when the payer is one debtor and no other. */
export function isOne(identity: Identity): boolean {
  return recognised(identity) && identity.caseIds.length === 1;
}
