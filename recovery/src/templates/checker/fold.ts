/** A text as it is searched, with the place of each of its characters in the text as it is written. */
export interface Folded {
  text: string;
  /** Index in the written text of each character of `text`, and one more for its end. */
  places: number[];
  written: string;
}

/** Letters of other alphabets that look like ours, and signs that people write for letters. */
const LOOKALIKES: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ї: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ϲ: 'c',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};

/** Signs that stand for a letter when letters stand on both sides: « hu1ssier », « s4isie », « f@mille ». */
const DISGUISED: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
  '|': 'l',
};

const INVISIBLE = /[\p{Cf}\p{Cc}\p{M}\p{Variation_Selector}]/u;
const LETTER = /\p{L}/u;

/**
 * A text without what may hide a word: capitals, accents, kinds of space, invisible characters, letters of other
 * alphabets, figures in the place of letters, and letters spaced out. Line ends stay, because they end sentences.
 */
export function fold(written: string): Folded {
  let text = '';
  const places: number[] = [];
  let at = 0;
  const characters = [...written];
  characters.forEach((character, i) => {
    const said = plain(character, characters[i - 1], characters[i + 1]);
    for (const letter of said) {
      text += letter;
      for (let unit = 0; unit < letter.length; unit++) places.push(at);
    }
    at += character.length;
  });
  places.push(written.length);
  return joinSpaced({ text, places, written });
}

function plain(character: string, before: string | undefined, after: string | undefined): string {
  if (character === '\n') return '\n';
  if (/[\s\u0001]/u.test(character)) return ' ';
  if (INVISIBLE.test(character)) return '';
  const disguised = DISGUISED[character];
  if (disguised !== undefined && before && after && LETTER.test(before) && LETTER.test(after)) return disguised;
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...bare].map((letter) => LOOKALIKES[letter] ?? letter).join('');
}

/** « s a i s i e », « s.a.i.s.i.e » and « s-a-i-s-i-e » as one word: four lone letters or more are no French. */
const SPACED = /(?<![a-z0-9])(?:[a-z][ ._*-]{1,2}){3,}[a-z](?![a-z0-9])/g;

function joinSpaced(folded: Folded): Folded {
  return without(
    folded,
    [...folded.text.matchAll(SPACED)].flatMap((found) => signsIn(found[0], found.index)),
  );
}

function signsIn(word: string, at: number): number[] {
  return [...word.matchAll(/[^a-z]/g)].map((sign) => at + sign.index);
}

/**
 * Every way a reader may take a folded text: as it is; without the signs and line ends that cut words (« sai-sie »,
 * « sai*sie », « saisi-/rons »); with underlines read as spaces; and with letters said too often counted once.
 */
export function readingsOf(folded: Folded): Folded[] {
  const cuts = [...folded.text.matchAll(/(?<=[a-z])(?:[-_*·.~/]|-\s+)(?=[a-z])/g)];
  const repeated = [...folded.text.matchAll(/([aiu])(?=\1)|([a-z])(?=\2\2)/g)].map((sign) => sign.index);
  const underlined = folded.text.includes('_');
  return [
    folded,
    ...(cuts.length === 0
      ? []
      : [
          without(
            folded,
            cuts.flatMap((cut) => [...cut[0]].map((_, i) => cut.index + i)),
          ),
        ]),
    ...(underlined ? [{ ...folded, text: folded.text.replaceAll('_', ' ') }] : []),
    ...(repeated.length === 0 ? [] : [without(folded, repeated)]),
  ];
}

function without({ text, places, written }: Folded, dropped: readonly number[]): Folded {
  if (dropped.length === 0) return { text, places, written };
  const gone = new Set(dropped);
  const kept = [...places.keys()].filter((i) => !gone.has(i));
  return {
    text: [...text].filter((_, i) => !gone.has(i)).join(''),
    places: kept.map((i) => places[i]!),
    written,
  };
}

/** What is written where something was found. */
export function passageOf({ places, written }: Folded, from: number, until: number): string {
  const end = until < places.length ? places[until]! : written.length;
  return written.slice(places[from]!, end).replace(/\s+/g, ' ').trim();
}
