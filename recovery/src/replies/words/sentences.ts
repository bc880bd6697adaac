import { fold } from './fold.ts';

/** A sentence of a text, with its place, and as its words are compared. */
export interface Sentence {
  start: number;
  end: number;
  text: string;
  folded: string;
}

/** A sentence longer than this is cut: no rule looks further, and its time stays bounded. */
const LONGEST = 600;
const MOST_SENTENCES = 200;

/** Words whose full stop ends no sentence. */
const SHORTENED =
  /\b(?:m|mr|mme|mlle|ste|st|dr|me|n|no|ref|fact|art|env|ht|tel|av|bd|janv|fevr|avr|juil|sept|oct|nov|dec|cf|ex|etc|p|ets|cie|inc|ltd)$/;

/** Cuts a text into its sentences: at the end of one, at an empty line, and at a line that the next one does not go on. */
export function sentencesOf(text: string): Sentence[] {
  const folded = fold(text);
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number) => {
    let [from, to] = [start, end];
    while (from < to && /\s/.test(text[from]!)) from += 1;
    while (to > from && /\s/.test(text[to - 1]!)) to -= 1;
    for (; from < to && sentences.length < MOST_SENTENCES; from += LONGEST) {
      const until = Math.min(to, from + LONGEST);
      sentences.push({ start: from, end: until, text: text.slice(from, until), folded: folded.slice(from, until) });
    }
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    if (unit === '\n') {
      if (endsLine(folded, i)) close(i + 1);
    } else if (
      (unit === '.' || unit === '!' || unit === '?' || unit === ';' || unit === '…') &&
      endsSentence(folded, i)
    )
      close(i + 1);
  }
  close(text.length);
  return sentences;
}

/** A full stop ends a sentence before a blank; not after a shortened word, nor inside a number or an address. */
function endsSentence(folded: string, at: number): boolean {
  const next = folded[at + 1];
  if (next !== undefined && !/[\s"»)]/.test(next)) return false;
  if (folded[at] !== '.') return true;
  return !SHORTENED.test(folded.slice(Math.max(0, at - 6), at));
}

/** Programs break lines at some width: a line goes on when the next one begins with a small letter or a figure. */
function endsLine(folded: string, at: number): boolean {
  let next = at + 1;
  while (folded[next] === ' ' || folded[next] === '\r') next += 1;
  const unit = folded[next];
  if (unit === undefined || unit === '\n') return true;
  const line = folded.slice(folded.lastIndexOf('\n', at - 1) + 1, at).trim();
  // A greeting or an item of a list stands on its own line.
  if (line.length < 40) return !/[a-z,]$/.test(line) || line.endsWith(',') || /^[-*•]/.test(line);
  return /[.!?;:]$/.test(line) || /[-*•]/.test(unit);
}
