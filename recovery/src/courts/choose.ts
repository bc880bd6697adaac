import { type CourtKind, courtPlaces } from '@acquit/law';
import { fr } from '../texts/typography.ts';
import type { CourtAnswerView, CourtFileView, CourtView } from '../views/courts.ts';
import { type Answer, distinct, nowhere } from './answer.ts';
import { chooseCommercial } from './commercial.ts';
import type { CommuneCourts, CourtEvidence, CourtQuery, Seat } from './model.ts';
import { civilCourtName, civilTown } from './names.ts';

/** The official directory, when no file of ours answers. */
export const COURT_DIRECTORY = 'https://www.justice.fr';

const COMMERCIAL: readonly CourtKind[] = [
  'commercial',
  'economic',
  'commercial-or-economic',
  'commercial-chamber',
  'mixed-commercial',
];

/**
 * The court of the debtor's place, as the imported files tell it. `found` only when they leave one; several communes of
 * one name that lead to different courts, a postcode that straddles two, a missing file: a person chooses.
 */
export function chooseCourt(query: CourtQuery, evidence: CourtEvidence): CourtAnswerView {
  if (COMMERCIAL.includes(query.courtKind))
    return withSources(chooseCommercial(query, evidence), [evidence.registry, communeSource(evidence)], evidence);
  if (query.courtKind === 'administrative' || query.courtKind === 'european') {
    const why =
      query.courtKind === 'administrative'
        ? fr`Aucun fichier importé ne dit quel tribunal administratif est compétent : indiquez-le vous-même.`
        : fr`La juridiction étrangère se trouve dans l’atlas judiciaire européen : indiquez-la vous-même.`;
    return withSources({ status: 'unknown', courts: [], why, doubts: [] }, [], evidence);
  }
  return withSources(chooseCivil(query, evidence, query.courtKind as Civil), [evidence.ministry], evidence);
}

type Civil = 'judicial' | 'judicial-or-local' | 'protection' | 'enforcement';

/** The file that told the commune from its name, when it did. */
function communeSource({ communes, ministry }: CourtEvidence): CourtFileView | null {
  return communes.length > 0 ? ministry : null;
}

function withSources(answer: Answer, files: readonly (CourtFileView | null)[], { addresses }: CourtEvidence) {
  const hasAddress = answer.courts.some(({ address }) => address !== null);
  const sources = [...files, hasAddress ? addresses : null].filter((one) => one !== null);
  return { ...answer, sources, help: answer.status === 'found' ? null : COURT_DIRECTORY };
}

/** A tribunal de proximité may hear the claim: by its nature, or by its sum. */
function mayBeLocal({ courtKind, amountCents, on }: CourtQuery): boolean {
  if (courtKind === 'protection') return true;
  const { localLimitCents } = courtPlaces(on);
  return (
    courtKind === 'judicial-or-local' &&
    localLimitCents !== null &&
    (amountCents === undefined || amountCents <= localLimitCents)
  );
}

function viewOf(seat: Seat, kind: Civil, level: 'judicial' | 'local'): CourtView {
  const name = civilCourtName(kind, level, seat.name);
  const { id, address, phone, email } = seat;
  return { courtId: id, kind, name, town: civilTown(seat.name), address, phone, email };
}

function chooseCivil(query: CourtQuery, evidence: CourtEvidence, kind: Civil): Answer {
  const local = mayBeLocal(query);
  const courtOf = ({ judicial, local: near }: CommuneCourts): CourtView | null => {
    if (local && near !== null) return viewOf(near, kind, 'local');
    return judicial && viewOf(judicial, kind, 'judicial');
  };
  const courts = distinct(evidence.communes.map(courtOf));
  const [court] = courts;
  const [commune] = evidence.communes;
  if (court !== undefined && courts.length === 1) {
    const { name, insee } = commune!;
    const near = local && court.courtId.startsWith('TPRX');
    const limit = near ? (kind === 'protection' ? '' : fr` et la somme ne dépasse pas son seuil`) : '';
    return {
      status: 'found',
      courts,
      why: fr`${name} (code INSEE ${insee}) est dans son ressort${limit}, d’après le fichier du ministère de la justice.`,
      doubts: [],
    };
  }
  if (courts.length > 1)
    return {
      status: 'choose',
      courts,
      why: fr`Plusieurs communes de ce département portent ce nom et ne relèvent pas du même tribunal : choisissez.`,
      doubts: [],
    };
  if (evidence.ministry === null)
    return {
      status: 'unknown',
      courts: [],
      why: fr`Le fichier des tribunaux judiciaires n’est pas importé. Importez-le (Réglages, Tribunaux), ou cherchez le tribunal sur justice.fr et saisissez-le.`,
      doubts: [],
    };
  const all = [
    ...evidence.departmentJudicial.map((seat) => viewOf(seat, kind, 'judicial')),
    ...(local ? evidence.departmentLocal.map((seat) => viewOf(seat, kind, 'local')) : []),
  ];
  return all.length === 0 ? nowhere(evidence) : fromDepartment(all, query);
}

const placeWords = ({ city, postcode, insee }: CourtQuery): string =>
  [postcode, city].filter(Boolean).join(' ') || insee || '';

function fromDepartment(courts: CourtView[], query: CourtQuery): Answer {
  const place = placeWords(query);
  const why = query.city
    ? fr`Le fichier ne connaît pas de commune « ${place} » : choisissez parmi les tribunaux du département.`
    : fr`Sans le nom de la commune, « ${place} » ne désigne pas un seul tribunal : choisissez parmi ceux du département.`;
  return { status: 'choose', courts, why, doubts: [] };
}
