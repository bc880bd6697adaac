const NO_BREAK = '\u00a0';
const NARROW = '\u202f';

/** Everything but user data goes through here: one place knows where French wants a space that does not break. */
const SPACES = /« | »| (?=[;!?])| (?=[:€%])|(?<=\d) (?=jours?\b)|(?<=\b(?:n°|art\.|article|articles)) (?=[\dLRD])/g;

/** Sets the no-break spaces of a French text written with ordinary ones. */
export function typeset(text: string): string {
  return text.replace(SPACES, (found, at: number) => {
    if (found === '« ') return `«${NO_BREAK}`;
    if (found === ' »') return `${NO_BREAK}»`;
    return ';!?'.includes(text[at + 1]!) ? NARROW : NO_BREAK;
  });
}

const typesetParts = new WeakMap<TemplateStringsArray, readonly string[]>();

/**
 * A French sentence: fr`Facture ${number} : à régler`. Only the words of the template are typeset; what is put in is
 * left as it is, so a debtor called « A ? » keeps his name. Parts are typeset once per sentence of the source.
 */
export function fr(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  let set = typesetParts.get(parts);
  if (set === undefined) {
    set = parts.map((part) => typeset(part));
    typesetParts.set(parts, set);
  }
  let text = set[0]!;
  for (let i = 0; i < values.length; i++) text += `${values[i]}${set[i + 1]}`;
  return text;
}

/** « un, deux et trois » */
export function enumerated(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
}

/** The ending that a plural takes: `facture${s(count)}`. */
export function s(count: number): string {
  return count > 1 ? 's' : '';
}

/** « 1 jour », « 30 jours » */
export function days(count: number): string {
  return `${count}${NO_BREAK}jour${s(count)}`;
}
