import { communeKey, departmentOfCommune, fr, inseeCode } from '@acquit/recovery';
import { type CommuneRow, CourtFileRefused, type SeatRow, wrongLine } from './model.ts';

/** Columns of the layout: the commune's two, then origin, number and name of each of four courts. */
const COLUMNS = 14;
const GROUPS = ['CA', 'TJ', 'TPRX', 'CPH'] as const;
type Group = (typeof GROUPS)[number];
const FIRST_GROUP = 2;
const GROUP_COLUMNS = 3;

/** Communes that every edition has, with the seat of their tribunal judiciaire: an edition whose rows slid fails here. */
const WITNESSES: Readonly<Record<string, string>> = {
  '01187': 'BOURG EN BRESSE',
  '13201': 'MARSEILLE',
  '33063': 'BORDEAUX',
  '69381': 'LYON',
  '75056': 'PARIS',
};

/** What the column of a tribunal de proximité says where the tribunal judiciaire hears everything itself. */
const NONE = /^(?:|-|NEANT|AUCUN|SANS OBJET|.*HORS COMMUNES? EXCLUSIVES?.*|.*EXCLUSIVES? AUX? TJ.*)$/;

/** The row of titles of the layout, or null: its first two cells name the commune, and it has the width of the layout. */
export function ministryGroups(titles: readonly string[], above: readonly string[] | null): readonly Group[] | null {
  const keys = titles.map(communeKey);
  if (titles.length !== COLUMNS || !/COMMUNE|INSEE/.test(keys[0]!) || !/LIBELLE|COMMUNE|NOM/.test(keys[1]!))
    return null;
  const found = GROUPS.map((_, index) => {
    const from = FIRST_GROUP + index * GROUP_COLUMNS;
    const words = [...keys, ...(above ?? []).map(communeKey)];
    const own = [from, from + 1, from + 2].map((at) => `${words[at] ?? ''} ${words[at + COLUMNS] ?? ''}`).join(' ');
    return groupOf(own);
  });
  const known = found.filter((group) => group !== null);
  // Titles that name no court leave the order of the layout; some that do, all of them, and each once.
  if (known.length === 0) return GROUPS;
  return new Set(known).size === GROUPS.length ? (known as Group[]) : null;
}

function groupOf(title: string): Group | null {
  if (/TPRX|PROXIMITE/.test(title)) return 'TPRX';
  if (/CPH|PRUD/.test(title)) return 'CPH';
  if (/\bTJ\b|JUDICIAIRE/.test(title)) return 'TJ';
  return /\bCA\b|APPEL/.test(title) ? 'CA' : null;
}

/** Reads the ministry's layout row by row. Refuses what is not of it, with its line, and an edition whose rows slid. */
export class MinistryReader {
  private readonly groups: readonly Group[];
  private readonly seats = new Map<string, SeatRow>();
  private readonly communes = new Map<string, CommuneRow>();

  constructor(groups: readonly Group[]) {
    this.groups = groups;
  }

  row(cells: readonly string[], line: number): void {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (cells.length !== COLUMNS)
      throw wrongLine(
        line,
        fr`${cells.length} colonnes au lieu de ${COLUMNS}, les lignes de cette édition sont décalées`,
      );
    const insee = inseeCode(cells[0]!);
    const name = cells[1]!.trim();
    if (insee === null) throw wrongLine(line, fr`« ${cells[0]!.slice(0, 40)} » n’est pas un code de commune`);
    if (name === '' || /^\d+$/.test(name)) throw wrongLine(line, fr`le nom de la commune ${insee} manque`);
    const ids: Partial<Record<Group, string | null>> = {};
    this.groups.forEach((group, index) => {
      const from = FIRST_GROUP + index * GROUP_COLUMNS;
      ids[group] = this.seat(group, cells[from + 1]!.trim(), cells[from + 2]!.trim(), line);
    });
    const commune: CommuneRow = {
      insee,
      name,
      name_key: communeKey(name),
      department: departmentOfCommune(insee),
      judicial_id: ids.TJ ?? null,
      local_id: ids.TPRX ?? null,
      labour_id: ids.CPH ?? null,
      appeal_id: ids.CA ?? null,
    };
    const known = this.communes.get(insee);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(commune))
      throw wrongLine(line, fr`la commune ${insee} y a deux fois des tribunaux différents`);
    this.communes.set(insee, commune);
  }

  /** The court of a cell; a number that bears two names is the mark of rows that slid. */
  private seat(kind: Group, number: string, name: string, line: number): string | null {
    if (NONE.test(communeKey(name)) || NONE.test(communeKey(number))) return null;
    const id = `${kind}-${number}`;
    const known = this.seats.get(id);
    if (known !== undefined && communeKey(known.name) !== communeKey(name))
      throw shifted(fr`ligne ${line}, le tribunal n° ${number} s’appelle « ${name} », et plus haut « ${known.name} »`, {
        line,
      });
    if (known === undefined) this.seats.set(id, { court_id: id, kind, number, name });
    return id;
  }

  end(): { seats: SeatRow[]; communes: CommuneRow[]; doubts: string[] } {
    if (this.communes.size === 0) throw wrongLine(1, fr`aucune commune dans ce fichier`);
    const missing: string[] = [];
    for (const [insee, seat] of Object.entries(WITNESSES)) {
      const commune = this.communes.get(insee);
      if (commune === undefined) missing.push(insee);
      else {
        const found = commune.judicial_id === null ? null : this.seats.get(commune.judicial_id)!.name;
        if (found === null || !` ${communeKey(found)} `.includes(` ${seat} `))
          throw shifted(
            fr`la commune ${insee} (${commune.name}) y relève du tribunal « ${found ?? 'aucun'} », ce qui est faux`,
            { insee, found },
          );
      }
    }
    const doubts =
      missing.length === 0
        ? []
        : [
            fr`Fichier partiel : ${this.communes.size} communes, sans ${missing.join(', ')} qu’une édition entière contient.`,
          ];
    return { seats: [...this.seats.values()], communes: [...this.communes.values()], doubts };
  }
}

function shifted(what: string, facts: Record<string, unknown>): CourtFileRefused {
  return new CourtFileRefused({
    code: 'CourtFileShifted',
    message: fr`Cette édition du fichier est fausse, ses lignes sont décalées : ${what}. Rien n’est importé ; prenez une édition plus récente.`,
    facts,
  });
}
