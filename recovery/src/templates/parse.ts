/**
 * The part of Liquid that texts may use: a variable, and a choice between two wordings. Nothing else is needed to write
 * a letter, and what is left out (loops, assignments, filters that build words, files) is what templates are attacked by.
 */
export type Piece =
  | { kind: 'text'; text: string; at: number }
  | { kind: 'variable'; name: string; at: number }
  | { kind: 'choice'; names: string[]; at: number }
  | { kind: 'refused'; source: string; at: number };

const MARKUP = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
/** `{{ total }}`, or `{{ factures | majuscule }}` at the beginning of a sentence. */
const OUTPUT = /^\{\{-?\s*([a-z][a-z0-9_]*)\s*(?:\|\s*majuscule\s*)?-?\}\}$/;
const TERM = String.raw`[a-z][a-z0-9_]*(?:\s*(?:==|!=|>=|<=|>|<)\s*\d{1,4})?`;
const CHOICE = new RegExp(String.raw`^\{%-?\s*(?:if|elsif|unless)\s+(${TERM}(?:\s+(?:and|or)\s+${TERM})*)\s*-?%\}$`);
const BRANCH = /^\{%-?\s*(?:else|endif|endunless)\s*-?%\}$/;

/** Cuts a text into what is said, what is put in, and what chooses; anything else comes out as refused. */
export function piecesOf(source: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const say = (until: number) => {
    if (until > from) pieces.push({ kind: 'text', text: source.slice(from, until), at: from });
  };
  for (const match of source.matchAll(MARKUP)) {
    const at = match.index;
    say(at);
    pieces.push(markup(match[0], at));
    from = at + match[0].length;
  }
  say(source.length);
  return pieces;
}

function markup(found: string, at: number): Piece {
  const output = OUTPUT.exec(found);
  if (output) return { kind: 'variable', name: output[1]!, at };
  const choice = CHOICE.exec(found);
  if (choice) {
    const words = choice[1]!.match(/[a-z][a-z0-9_]*/g) ?? [];
    return { kind: 'choice', names: words.filter((word) => word !== 'and' && word !== 'or'), at };
  }
  if (BRANCH.test(found)) return { kind: 'choice', names: [], at };
  return { kind: 'refused', source: found, at };
}

/** Names of the variables of a text, each once, in order. */
export function namesIn(source: string): string[] {
  const names = piecesOf(source).flatMap((piece) =>
    piece.kind === 'variable' ? [piece.name] : piece.kind === 'choice' ? piece.names : [],
  );
  return [...new Set(names)];
}

/** Names of the variables that choose between wordings. */
export function choicesIn(source: string): string[] {
  return [...new Set(piecesOf(source).flatMap((piece) => (piece.kind === 'choice' ? piece.names : [])))];
}

/** The same text with its own words changed and its variables left alone. */
export function mapWords(source: string, change: (words: string) => string): string {
  return piecesOf(source)
    .map((piece, i, all) => {
      if (piece.kind === 'text') return change(piece.text);
      return source.slice(piece.at, all[i + 1]?.at ?? source.length);
    })
    .join('');
}
