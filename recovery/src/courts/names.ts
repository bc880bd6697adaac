import type { CourtKind } from '@acquit/law';

/** Words that stay small inside the name of a town. */
const SMALL = new Set(['de', 'des', 'du', 'en', 'et', 'le', 'la', 'les', 'sur', 'sous', 'aux']);

/** A town as a sentence writes it: registries write capitals without accents, « BOURG-EN-BRESSE ». */
export function townName(name: string): string {
  const bare = name.replace(/\s*\(.*\)\s*$/, '').trim();
  if (bare !== bare.toUpperCase()) return bare;
  let first = true;
  return bare.toLowerCase().replace(/[^\s'’-]+/g, (word) => {
    const small = !first && SMALL.has(word);
    first = false;
    return small ? word : word.charAt(0).toUpperCase() + word.slice(1);
  });
}

/** « de Lyon », « d’Angers », « du Havre », « de La Rochelle », « des Sables-d’Olonne » */
export function ofTown(town: string): string {
  if (/^Le /.test(town)) return `du ${town.slice(3)}`;
  if (/^Les /.test(town)) return `des ${town.slice(4)}`;
  return /^[AEIOUYÀÂÉÈÊÎÔŒ]/.test(town) ? `d’${town}` : `de ${town}`;
}

/** Registries whose name is not that of a town, with the court that sits there; `null`: no French court. */
const SPECIAL: Readonly<Record<string, { court: string | null; town: string }>> = {
  'GIE INFOGREFFE': { court: null, town: '' },
  'NOUVELLE CALEDONIE': { court: 'Tribunal mixte de commerce', town: 'Nouméa' },
  'PAPEETE TGI': { court: 'Tribunal mixte de commerce', town: 'Papeete' },
  'MATA UTU TGI': { court: 'Tribunal de première instance', town: 'Mata-Utu' },
  'SAINT PIERRE TGI': { court: 'Tribunal de première instance', town: 'Saint-Pierre' },
  'SAINT MALO': { court: 'Tribunal de commerce', town: 'Saint-Malo' },
  'SAINT DENIS DE LA REUNION': { court: 'Tribunal mixte de commerce', town: 'Saint-Denis de La Réunion' },
  'SAINT PIERRE DE LA REUNION': { court: 'Tribunal mixte de commerce', town: 'Saint-Pierre de La Réunion' },
};

/** What is special of a registry's name; undefined for that of a town. `key` is the name as it is compared. */
export function specialRegistry(key: string): { court: string | null; town: string } | undefined {
  return SPECIAL[key];
}

type Civil = Extract<CourtKind, 'judicial' | 'judicial-or-local' | 'protection' | 'enforcement'>;

const ABBREVIATED = /^(?:TJ|TPRX|TPR|CPX)\s+(?:d[eu]s?\s+|d['’])?/i;
const WRITTEN =
  /^(?:tribunal judiciaire|tribunal de (?:proximité|proximite|grande instance)|chambre de proximité)\s+(?:de\s+|du\s+|des\s+|d['’])?/i;

/** The town of a civil court, whether the file gives it alone, behind an abbreviation or in the whole name. */
export function civilTown(name: string): string {
  return townName(name.replace(ABBREVIATED, '').replace(WRITTEN, ''));
}

/** « Tribunal judiciaire de Lyon », whatever the file writes. */
function civilCourt(seat: 'judicial' | 'local', name: string): string {
  if (/^(tribunal|chambre)/i.test(name) && !WRITTEN.test(name)) return name;
  return `${seat === 'judicial' ? 'Tribunal judiciaire' : 'Tribunal de proximité'} ${ofTown(civilTown(name))}`;
}

/** The title of a civil court as a document names it; a judge who sits alone is named with his court. */
export function civilCourtName(kind: Civil, seat: 'judicial' | 'local', name: string): string {
  const court = civilCourt(seat, name);
  const within = court.charAt(0).toLowerCase() + court.slice(1);
  if (kind === 'protection') return `Juge des contentieux de la protection, ${within}`;
  return kind === 'enforcement' ? `Juge de l’exécution, ${within}` : court;
}
