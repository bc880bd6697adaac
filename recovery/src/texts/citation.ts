/** Codes as the law room abbreviates them, and as a letter writes them. */
const CODES: [RegExp, string][] = [
  [/,? C\. com\./g, ' du code de commerce'],
  [/,? C\. civ\./g, ' du code civil'],
  [/,? C\. consom\./g, ' du code de la consommation'],
  [/,? CCP\b/g, ' du code de la commande publique'],
  [/,? CPCE\b/g, ' du code des procédures civiles d’exécution'],
  [/,? CMF\b/g, ' du code monétaire et financier'],
];

/** « L441-10 II C. com. » as a reader of letters expects it: « article L441-10 II du code de commerce ». */
export function citation(article: string): string {
  let text = article;
  for (const [short, long] of CODES) text = text.replace(short, long);
  return /^(art\.|articles?\b)/.test(text) ? text : `article\u00a0${text}`;
}

/** The same codes as an English letter names them. */
const ENGLISH_CODES: [RegExp, string][] = [
  [/,? C\. com\./g, ' of the French Commercial Code'],
  [/,? C\. civ\./g, ' of the French Civil Code'],
  [/,? CCP\b/g, ' of the French Public Procurement Code'],
];

/** « L441-10 II C. com. » for a reader of English: « article L441-10 II of the French Commercial Code ». */
export function englishCitation(article: string): string {
  let text = article;
  for (const [short, long] of ENGLISH_CODES) text = text.replace(short, long);
  return `article\u00a0${text.replace(/^(art\.|articles?)\s*/, '')}`;
}
