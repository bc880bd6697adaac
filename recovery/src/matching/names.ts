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

export interface NameIndex {
  words: Map<string, string[]>;
  debtors: Map<string, { words: string[]; weight: number; form: string | null }>;
  weightOf(word: string): number;
  /** Words by their first four letters, for those that a bank cut or abbreviated. */
  byStart: Map<string, string[]>;
  /** Cases by all the words of their debtor's name, sorted: who bears the same name. */
  bearers: Map<string, string[]>;
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
  const words = new Map<string, string[]>();
  const byStart = new Map<string, string[]>();
  const bearersOf = new Map<string, string[]>();
  const known: NameIndex['debtors'] = new Map();
  for (const { caseId, name } of debtors) {
    const own = nameWords(name);
    known.set(caseId, { words: own, weight: 0, form: formOf(name) });
    const whole = own.toSorted().join(' ');
    const others = bearersOf.get(whole);
    if (others) others.push(caseId);
    else bearersOf.set(whole, [caseId]);
    for (const word of own) {
      const bearers = words.get(word);
      if (bearers) bearers.push(caseId);
      else {
        words.set(word, [caseId]);
        const start = word.slice(0, START);
        const list = byStart.get(start);
        if (list) list.push(word);
        else byStart.set(start, [word]);
      }
    }
  }
  const total = Math.max(known.size, 2);
  const weights = new Map([...words].map(([word, bearers]) => [word, Math.log((total + 1) / (bearers.length + 0.5))]));
  const rarest = Math.log((total + 1) / 0.5);
  const weightOf = (word: string) => weights.get(word) ?? rarest;
  for (const debtor of known.values()) debtor.weight = debtor.words.reduce((sum, word) => sum + weightOf(word), 0);
  return { words, debtors: known, weightOf, byStart, bearers: bearersOf };
}

/**
 * The debtors whose name agrees best with the payer's name, or with the words of the label when the bank gives no name
 * apart. Homonyms all come; an agreement of a lower level comes only when there is none of a higher one.
 */
export function findNames(index: NameIndex, counterparty: string | null, text: string): NameAgreement[] {
  const isName = counterparty !== null && counterparty !== '';
  const given = isName ? nameWords(counterparty) : textWords(text);
  const isCut = isName && counterparty.length >= UNCUT;
  const words = given.flatMap((word, place) => spellings(index, word, isCut && place === given.length - 1));
  const rarest = [...new Set(words)]
    .map((word) => index.words.get(word) ?? [])
    .filter((bearers) => bearers.length <= COMMON)
    .sort((a, b) => a.length - b.length)
    .slice(0, FOLLOWED);
  const seen = new Set<string>();
  const best = new BestNames();
  for (const bearers of rarest) {
    // Whoever bears every word given bears the rarest: the others are only followed for a lesser agreement.
    if (best.level === 3 || (best.level === 2 && bearers.length > FEW)) break;
    for (const caseId of bearers) {
      if (seen.has(caseId)) continue;
      seen.add(caseId);
      const one = agreement(index, caseId, given, isName, isCut);
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
  const fitting = names.filter(({ caseId }) => [given, null].includes(index.debtors.get(caseId)!.form));
  return fitting.length > 0 ? fitting : names;
}

/** A word of the text as the book may write it: itself, with a slip, or whole when the bank cut the last one. */
function spellings(index: NameIndex, word: string, mayBeCut: boolean): string[] {
  if (index.words.has(word)) return [word];
  const alike = index.byStart.get(word.slice(0, START)) ?? [];
  return alike.filter((other) => nearlySame(word, other) || (mayBeCut && other.startsWith(word)));
}

function agreement(
  index: NameIndex,
  caseId: string,
  given: readonly string[],
  isName: boolean,
  isCut: boolean,
): NameAgreement | null {
  const debtor = index.debtors.get(caseId)!;
  let [weight, found, slips] = [0, 0, 0];
  for (const word of debtor.words) {
    if (given.includes(word)) weight += index.weightOf(word);
    else if (
      given.some(
        (other, n) =>
          // A slip seldom falls on the first letter, and most words stop here.
          other.charCodeAt(0) === word.charCodeAt(0) &&
          (nearlySame(other, word) ||
            (word.startsWith(other) && (other.length >= START || (isCut && n === given.length - 1)))),
      )
    ) {
      weight += index.weightOf(word) / 2;
      slips += 1;
    } else continue;
    found += 1;
  }
  if (found < debtor.words.length)
    return found > 0 && weight >= debtor.weight / 2 ? { caseId, level: 1, weight } : null;
  if (isName && found >= given.length && (slips === 0 || isCut)) return { caseId, level: 3, weight };
  // One common word, « Martin », is in too many texts to name anybody.
  const [first] = debtor.words;
  const tells = found > 1 || (first!.length >= 5 && (index.words.get(first!)?.length ?? 0) <= RARE_BEARERS);
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
