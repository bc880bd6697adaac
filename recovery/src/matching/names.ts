import type { MatchingDebtor } from './model.ts';
import { formOf, nameWords, nearlySame, textWords } from './words.ts';

/** How well a name in a bank's text agrees with a debtor's. */
export interface NameAgreement {
  caseId: string;
  /** 3: the same words both ways; 2: all the debtor's words are there; 1: the telling half of them. */
  level: 1 | 2 | 3;
  /** Weight of the words that agree: rare ones count more. */
  weight: number;
}

/**
 * The names of the debtors, each word of them once. Words and debtors are numbered in the order they come and lists of
 * them lie in flat arrays: a common word is asked of a thousand names, for each line of a statement.
 */
export interface NameIndex {
  /** The number of each word. */
  places: Map<string, number>;
  words: readonly string[];
  /** How rare each word is: rare ones weigh more. */
  weights: Float64Array;
  /** The debtors that bear each word. */
  bearersOf: readonly (readonly number[])[];
  caseIds: readonly string[];
  /** The words of debtor `n` are those of `own` from `starts[n]` up to `starts[n + 1]`. */
  own: Int32Array;
  starts: Int32Array;
  /** The weight of each debtor's whole name. */
  whole: Float64Array;
  /** The legal form that each case's debtor bears in his name, those alone that bear one. */
  forms: Map<string, string>;
  /** Words by their first four letters, for those that a bank cut or abbreviated. */
  byStart: Map<string, string[]>;
  /** Cases by all the words of their debtor's name, sorted: who bears the same name. */
  bearers: Map<string, string[]>;
  asked: Asked;
}

const START = 4;
/** A word that more debtors bear than this leads nowhere by itself. */
const COMMON = 1_500;
/** Bearers of a word that are looked through even when a good agreement is known. */
const FEW = 200;
/** Rarest words of a text that are followed. */
const FOLLOWED = 4;
/** A single word names a debtor when so few bear it. */
const RARE_BEARERS = 30;
/** A name as short as this was not cut by any bank. */
const UNCUT = 20;

export function indexNames(debtors: Iterable<MatchingDebtor>): NameIndex {
  const words: string[] = [];
  const bearersOf: number[][] = [];
  const places = new Map<string, number>();
  const byStart = new Map<string, string[]>();
  const bearers = new Map<string, string[]>();
  const [caseIds, own, starts]: [string[], number[], number[]] = [[], [], [0]];
  const forms = new Map<string, string>();
  for (const { caseId, name } of debtors) {
    const given = nameWords(name);
    for (const word of given) {
      let place = places.get(word);
      if (place === undefined) {
        place = words.push(word) - 1;
        places.set(word, place);
        bearersOf.push([]);
        addTo(byStart, word.slice(0, START), word);
      }
      bearersOf[place]!.push(caseIds.length);
      own.push(place);
    }
    const form = formOf(name);
    if (form !== null) forms.set(caseId, form);
    addTo(bearers, given.sort().join(' '), caseId);
    caseIds.push(caseId);
    starts.push(own.length);
  }
  const total = Math.max(caseIds.length, 2);
  const weights = Float64Array.from(bearersOf, (list) => Math.log((total + 1) / (list.length + 0.5)));
  const whole = Float64Array.from(caseIds, (_, n) =>
    own.slice(starts[n], starts[n + 1]).reduce((sum, place) => sum + weights[place]!, 0),
  );
  return {
    places,
    words,
    weights,
    bearersOf,
    caseIds,
    own: Int32Array.from(own),
    starts: Int32Array.from(starts),
    whole,
    forms,
    byStart,
    bearers,
    asked: { times: 0, debtors: new Int32Array(caseIds.length), words: new Int32Array(words.length) },
  };
}

function addTo(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/**
 * The debtors whose name agrees best with the payer's name, or with the words of the label when the bank gives no name
 * apart. Homonyms all come; an agreement of a lower level comes only when there is none of a higher one.
 */
export function findNames(index: NameIndex, counterparty: string | null, text: string): NameAgreement[] {
  const isName = counterparty !== null && counterparty !== '';
  const given = isName ? nameWords(counterparty) : textWords(text);
  const payer: Payer = { given, isName, isCut: isName && counterparty.length >= UNCUT };
  const words = given.flatMap((word, place) => spellings(index, word, payer.isCut && place === given.length - 1));
  const rarest = [...new Set(words)]
    .map((word) => index.bearersOf[index.places.get(word)!]!)
    .filter((bearers) => bearers.length <= COMMON)
    .sort((a, b) => a.length - b.length)
    .slice(0, FOLLOWED);
  const { asked } = index;
  asked.times += 1;
  const best = new BestNames();
  for (const bearers of rarest) {
    // Whoever bears every word given bears the rarest: the others are only followed for a lesser agreement.
    if (best.level === 3 || (best.level === 2 && bearers.length > FEW)) break;
    for (const debtor of bearers) {
      if (asked.debtors[debtor] === asked.times) continue;
      asked.debtors[debtor] = asked.times;
      const one = agreement(index, payer, debtor);
      if (one) best.add(one);
    }
  }
  return sameForm(index, best.kept(), `${counterparty ?? ''} ${isName ? '' : text}`);
}

/** Among homonyms, those of the legal form that the text gives; one whose form nobody wrote stays possible. */
function sameForm(index: NameIndex, names: NameAgreement[], text: string): NameAgreement[] {
  if (names.length < 2 || names[0]!.level === 1) return names;
  const given = formOf(text);
  if (given === null) return names;
  const fitting = names.filter(({ caseId }) => (index.forms.get(caseId) ?? given) === given);
  return fitting.length > 0 ? fitting : names;
}

/** A word of the text as the book may write it: itself, with a slip, or whole when the bank cut the last one. */
function spellings(index: NameIndex, word: string, mayBeCut: boolean): string[] {
  if (index.places.has(word)) return [word];
  const alike = index.byStart.get(word.slice(0, START)) ?? [];
  return alike.filter((other) => nearlySame(word, other) || (mayBeCut && other.startsWith(word)));
}

/** The words of the name that is looked for. */
interface Payer {
  given: readonly string[];
  /** The bank gives the name apart: every word of it is the name's. */
  isName: boolean;
  /** It is long enough for its last word to have been cut. */
  isCut: boolean;
}

/**
 * What the name looked for now has been asked of already, so that each debtor is looked at once and each word compared
 * once, not for each of its bearers. `times` counts the names looked for; an answer of an earlier one is another number.
 */
interface Asked {
  times: number;
  /** Of each debtor, when he was last looked at. */
  debtors: Int32Array;
  /** Of each word, when it was last compared and how it was found: four times `times`, plus how. */
  words: Int32Array;
}

/** A word of the index among those given: not there, there with a slip or abbreviated, there as it is. */
const [ABSENT, SLIPPED, WHOLE] = [0, 1, 2];

function howFound({ asked, words }: NameIndex, { given, isCut }: Payer, place: number): number {
  const known = asked.words[place]! - 4 * asked.times;
  if (known >= ABSENT) return known;
  const word = words[place]!;
  const isSlipped = (other: string, n: number) =>
    // A slip seldom falls on the first letter, and most words stop here.
    other.charCodeAt(0) === word.charCodeAt(0) &&
    (nearlySame(other, word) ||
      (word.startsWith(other) && (other.length >= START || (isCut && n === given.length - 1))));
  const how = given.includes(word) ? WHOLE : given.some(isSlipped) ? SLIPPED : ABSENT;
  asked.words[place] = 4 * asked.times + how;
  return how;
}

function agreement(index: NameIndex, payer: Payer, debtor: number): NameAgreement | null {
  const { own, starts, weights } = index;
  const [from, to] = [starts[debtor]!, starts[debtor + 1]!];
  let weight = 0;
  let found = 0;
  let slips = 0;
  for (let at = from; at < to; at += 1) {
    const place = own[at]!;
    const how = howFound(index, payer, place);
    if (how === ABSENT) continue;
    found += 1;
    if (how === WHOLE) weight += weights[place]!;
    else {
      weight += weights[place]! / 2;
      slips += 1;
    }
  }
  if (found < to - from) {
    const tellsHalf = found > 0 && weight >= index.whole[debtor]! / 2;
    return tellsHalf ? { caseId: index.caseIds[debtor]!, level: 1, weight } : null;
  }
  const caseId = index.caseIds[debtor]!;
  if (payer.isName && found >= payer.given.length && (slips === 0 || payer.isCut)) return { caseId, level: 3, weight };
  // One common word, « Martin », is in too many texts to name anybody.
  const first = own[from]!;
  const tells = found > 1 || (index.words[first]!.length >= 5 && index.bearersOf[first]!.length <= RARE_BEARERS);
  return { caseId, level: tells ? 2 : 1, weight };
}

/** A debtor all of whose words are there may be meant beside one with rarer words, unless he weighs much less. */
const NEAR_BEST = 0.6;

/** The agreements of the best level and, within it, those that weigh about as much. */
class BestNames {
  level = 0;
  #all: NameAgreement[] = [];

  add(one: NameAgreement): void {
    if (one.level < this.level) return;
    if (one.level > this.level) this.#all = [];
    this.level = one.level;
    this.#all.push(one);
  }

  kept(): NameAgreement[] {
    const most = Math.max(...this.#all.map((one) => one.weight));
    const least = this.level === 2 ? most * NEAR_BEST : most - 0.01;
    return this.#all.filter((one) => one.weight >= least);
  }
}
