import type { Representative } from './model.ts';
import { withoutAddresses } from './read.ts';

/** Who is named for the creditors; an administrator, who helps the debtor, is another person. */
const ROLE =
  /\b(liquidateurs?|mandataires? judiciaires?|repr[ée]sentants? des cr[ée]anciers)\b\s*(?:judiciaires?)?\s*(?:\([^)]*\))?\s*[:,]?\s*(?:la |le |de la |en la personne de )?(?=(?:selarl|selas|selafa|scp|sas|sarl|me\b|ma[îi]tre|m\.|mme|mlle|[A-ZÉÈÀ]))/gi;

/** Where the words on that person end. */
const END =
  /(?:[.;](?=\s|$)(?!\s*(?:\d|[a-z])))|,?\s+(?:les cr[ée]ances|les d[ée]clarations|administrateur|commissaire|avec (?:pour )?mission|et (?:d[ée]sign|fix|nomm)|d[ée]signant|fixant|nommant|date de cessation|dans les|aupr[èe]s|juge[- ]commissaire|liquidateur|mandataire judiciaire)/i;

const STREET =
  /[,\s]+(?=(?:\d{1,4}(?:\s?(?:bis|ter|quater|[a-d]))?(?:[-/]\d{1,4})?,?\s+(?:rue|av(?:enue)?\b|bd\b|b[lo]?v?l?e?vard|boulevard|cours|place|pl\b|quai|all[ée]es?|chemin|ch\b|route|rte\b|impasse|square|passage|esplanade|parvis|rond|faubourg|fbg|mail|promenade|parc|r\b)|(?:immeuble|r[ée]sidence|b[âa]timent|BP|CS|espace|centre|zone|ZA|ZI|parc)\b))/i;
const POSTCODE =
  /\b\d{5}\b\s+[A-ZÀ-Ý][\p{L}’'-]*(?:[\s-]+(?:[A-ZÀ-Ý][\p{L}’'-]*|\d{1,2}(?!\d)|sur|sous|en|de|du|des|la|le|les|et))*/u;

const LONGEST_NAME = 120;

/**
 * The liquidator or the creditors' representative named in a judgment's words, with his address when the words give one
 * that ends in a postcode and a town. Null when nobody is named: then a person fills it in. Never an address of the web.
 */
export function representativeIn(details: string | null): Representative | null {
  if (details === null) return null;
  const text = withoutAddresses(details);
  for (const found of text.matchAll(ROLE)) {
    const rest = text.slice(found.index + found[0].length);
    const whole = rest.slice(0, endOf(rest)).trim();
    const parts = split(whole);
    if (parts === null) continue;
    return { role: /^liquid/i.test(found[1]!) ? 'liquidateur' : 'mandataire judiciaire', ...parts };
  }
  return null;
}

/** A postcode and its town close the words; failing one, the end of the sentence does. */
function endOf(rest: string): number {
  const stop = END.exec(rest)?.index ?? rest.length;
  const place = POSTCODE.exec(rest);
  return place !== null && place.index < stop ? Math.min(stop, place.index + place[0].length) : stop;
}

function split(whole: string): { name: string; address: string | null } | null {
  const place = POSTCODE.exec(whole);
  const street = STREET.exec(whole);
  const from = street?.index ?? place?.index;
  const name = clean(from === undefined ? whole : whole.slice(0, from));
  if (name === '' || name.length > LONGEST_NAME || !/\p{L}{2}/u.test(name)) return null;
  const address = place === null || from === undefined ? null : clean(whole.slice(from, place.index + place[0].length));
  return { name, address };
}

const clean = (text: string): string =>
  text.replace(/^[\s,:;.-]+|[\s,:;.-]+$|\s+(?:et|de|du|des|la|le|les|en|sur|sous)$/g, '').trim();
