import { fr } from '@acquit/recovery';

/** What a file of courts says, as the store takes it; the names are those of its columns. */
export type CourtFileRead = { edition: string | null; entries: number; doubts: string[] } & (
  | { layout: 'ministry'; seats: SeatRow[]; communes: CommuneRow[] }
  | { layout: 'registry'; communes: RegistryCommuneRow[]; postcodes: RegistryPostcodeRow[] }
  | { layout: 'addresses'; addresses: AddressRow[] }
);

export interface SeatRow {
  court_id: string;
  kind: 'TJ' | 'TPRX' | 'CPH' | 'CA';
  number: string;
  name: string;
}

export interface CommuneRow {
  insee: string;
  name: string;
  name_key: string;
  department: string;
  judicial_id: string | null;
  local_id: string | null;
  labour_id: string | null;
  appeal_id: string | null;
}

export interface RegistryCommuneRow {
  insee: string;
  registry: string;
  department: string;
}

export interface RegistryPostcodeRow {
  postcode: string;
  registry: string;
}

export interface AddressRow {
  line: number;
  type: string;
  insee: string | null;
  number: string | null;
  place_key: string;
  name: string;
  address: string | null;
  phone: string | null;
  email: string | null;
}

/** Why a file of courts is not taken; nothing of it is kept then. */
export interface CourtRefusal {
  code: string;
  message: string;
  facts: Record<string, unknown>;
}

/** A refusal on its way out of a reader of this folder; the door turns it into a value. */
export class CourtFileRefused extends Error {
  readonly refusal: CourtRefusal;

  constructor(refusal: CourtRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export const notACourtFile = (): CourtFileRefused =>
  new CourtFileRefused({
    code: 'NotACourtFile',
    message: fr`Ce fichier n’est d’aucune des trois formes attendues : juridictions par commune du ministère (14 colonnes), greffes par commune et code postal (JSON), adresses des structures de la justice. Vérifiez que vous avez déposé le bon.`,
    facts: {},
  });

export const wrongLine = (line: number, what: string): CourtFileRefused =>
  new CourtFileRefused({
    code: 'CourtFileDamaged',
    message: fr`Ligne ${line} : ${what}. Rien n’est importé : téléchargez à nouveau le fichier, sans l’ouvrir dans un tableur.`,
    facts: { line },
  });
