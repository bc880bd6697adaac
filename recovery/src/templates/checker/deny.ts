/** Turns that have a negation in them and deny nothing: « nous ne manquerons pas de saisir… ». */
const AFFIRMING = [
  /\bne (?:manquer|manquerons|manquerions|tarder|tarderons|saurions)\w* (?:pas|point) (?:de |d'|a )?/g,
  /\bn'hesit\w+ pas a /g,
  /\bn'aur\w+ (?:pas |plus )?d'autre (?:choix|solution|issue) que (?:de |d')?/g,
  /\bne (?:pourr|pouv)\w+ (?:plus )?(?:faire autrement )?que /g,
  /\bwill not hesitate to /g,
  /\bno (?:other )?(?:choice|option|alternative) but to /g,
];

/** Right before a word: « sans frais », « aucun autre frais », « ni frais ». */
const RIGHT_BEFORE =
  /\b(?:(?:sans|aucune?s?|ni|zero|without(?: any)?|no|never|nor) +|(?:pas|jamais|point|plus) (?:de |d'))(?:[a-z']+ ){0,2}$/;
/** … which these words break, because they are what is missing: « sans règlement, saisie ». */
const MISSING =
  /\b(?:reglement|paiement|reponse|nouvelles?|retour|reaction|delai|action|versement|suite|payment|reply|answer|response|delay|further)\b/;
const NEGATION = /\b(?:ne|n')\b|\bn'(?=[a-z])/;
const NEGATED = /\b(?:pas|rien|jamais|aucune?s?|plus|ni|nullement|point)\b/;
const ENGLISH_NEGATION = /\b(?:(?:will|shall|do|does|can|may|would|could) ?not|won't|don't|never|cannot|not)\b/;

/** Ends of clauses: what is denied in one says nothing of the next. */
const CLAUSE = /[,;:\n()]| (?:mais|sinon|but|otherwise) /g;

/** Bounds of the clause around a place in a sentence. */
function clauseAt(sentence: string, from: number, until: number): [number, number] {
  let start = 0;
  for (const cut of sentence.matchAll(CLAUSE)) {
    const end = cut.index + cut[0].length;
    if (end <= from) start = end;
    else if (cut.index >= until) return [start, cut.index];
  }
  return [start, sentence.length];
}

/** True when a sentence says that something is *not* so: « nous ne saisirons pas… », « sans frais ». */
export function isDenied(sentence: string, from: number, until: number): boolean {
  let read = sentence;
  for (const turn of AFFIRMING) read = read.replace(turn, (found) => ' '.repeat(found.length));
  const [start, end] = clauseAt(read, from, until);
  const before = RIGHT_BEFORE.exec(read.slice(start, from));
  if (before !== null && !MISSING.test(before[0])) return true;
  const clause = read.slice(start, end);
  const lead = read.slice(start, until);
  if (NEGATION.test(lead)) {
    const after = clause.slice(clause.search(NEGATION));
    // « ne … que » says the contrary of a negation.
    return NEGATED.test(after) && !/\bque\b/.test(after.slice(0, until - start));
  }
  return ENGLISH_NEGATION.test(read.slice(start, from));
}

const CONDITION =
  /\b(?:si vous|si le reglement|a condition|tant que|pourvu que|des lors que|sous reserve|en cas de (?:paiement|reglement)|if you|provided|as long as|unless)\b/;

/** True when what is denied is only so on a condition: a threat said politely. */
export function isConditional(sentence: string): boolean {
  return CONDITION.test(sentence);
}

/** Sentences of a folded text, with where each begins. A point inside a number or an abbreviation ends nothing. */
export function sentencesOf(text: string): { sentence: string; at: number }[] {
  const list: { sentence: string; at: number }[] = [];
  let from = 0;
  for (const end of text.matchAll(/(?<!\b(?:art|n|ref|mme|mm|m|av|tel|c|l|r|d|p))[.!?](?=\s|$)|\n+/g)) {
    const until = end.index + end[0].length;
    if (text.slice(from, until).trim() !== '') list.push({ sentence: text.slice(from, until), at: from });
    from = until;
  }
  if (text.slice(from).trim() !== '') list.push({ sentence: text.slice(from), at: from });
  return list;
}
