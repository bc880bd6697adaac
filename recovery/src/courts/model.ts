import type { CourtKind, Day } from '@acquit/law';
import type { CourtFileView } from '../views/courts.ts';

/** Who is sued and before which kind of court: what is known of the debtor's place. */
export interface CourtQuery {
  courtKind: CourtKind;
  on: Day;
  /** Sum claimed, which tells whether a tribunal de proximité may hear it. */
  amountCents?: number | undefined;
  insee?: string | null | undefined;
  postcode?: string | null | undefined;
  city?: string | null | undefined;
}

/** A court as a file names it, with the address that another file gives it. */
export interface Seat {
  id: string;
  name: string;
  address: string | null;
  phone: string | null;
  email: string | null;
}

/** A commune that the query may mean, with its courts; null where the file gives none. */
export interface CommuneCourts {
  insee: string;
  name: string;
  judicial: Seat | null;
  local: Seat | null;
  /** The registry of its companies, when the other file knows the commune. */
  registry: Seat | null;
}

/** Everything the imported files say of a place. */
export interface CourtEvidence {
  ministry: CourtFileView | null;
  registry: CourtFileView | null;
  addresses: CourtFileView | null;
  /** The commune of the INSEE code, else those of the department that bear the name; several: homonyms or arrondissements. */
  communes: readonly CommuneCourts[];
  /** The registry of the INSEE code alone, when no file names the commune. */
  communeRegistry: Seat | null;
  /** The registry that the file gives to the postcode. */
  postcodeRegistry: Seat | null;
  department: string | null;
  departmentRegistries: readonly Seat[];
  departmentJudicial: readonly Seat[];
  departmentLocal: readonly Seat[];
}
