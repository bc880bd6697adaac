import { type CourtKind, courtPlaces, type Day, frenchDate } from '@acquit/law';
import { fr } from '../texts/typography.ts';
import type { CourtView } from '../views/courts.ts';
import { type Answer, distinct, nowhere } from './answer.ts';
import { communeKey, departmentOfCommune } from './commune.ts';
import type { CourtEvidence, CourtQuery, Seat } from './model.ts';
import { ofTown, specialRegistry, townName } from './names.ts';

/** A registry as the court that it serves; null where it serves no French court. */
function courtOf(seat: Seat, department: string | null, on: Day): CourtView | null {
  const special = specialRegistry(communeKey(seat.name));
  if (special?.court === null) return null;
  const town = special?.town ?? townName(seat.name);
  const { kind, title } = titleOf(town, special?.court, department, on);
  const { id, address, phone, email } = seat;
  return { courtId: id, kind, name: `${title} ${ofTown(town)}`, town, address, phone, email };
}

/** The name that a commercial court bears in a place, on a day. */
function titleOf(
  town: string,
  special: string | undefined,
  department: string | null,
  on: Day,
): { kind: CourtKind; title: string } {
  const places = courtPlaces(on);
  if (department !== null && places.chamberDepartments.includes(department))
    return { kind: 'commercial-chamber', title: 'Chambre commerciale du tribunal judiciaire' };
  if (department !== null && places.overseasPrefixes.some((prefix) => department.startsWith(prefix)))
    return { kind: 'mixed-commercial', title: special ?? 'Tribunal mixte de commerce' };
  if (places.economicTowns.some((one) => communeKey(one) === communeKey(town)))
    return { kind: 'economic', title: 'Tribunal des activités économiques' };
  return { kind: 'commercial', title: special ?? 'Tribunal de commerce' };
}

/** What must be said of the court found beside its name. */
function doubtsOf(court: CourtView, on: Day): string[] {
  const { economicUntil } = courtPlaces(on);
  if (court.kind === 'economic' && economicUntil !== null)
    return [
      fr`Tribunal de commerce renommé à titre d’essai jusqu’au ${frenchDate(economicUntil)} : une grosse demande peut y coûter une contribution.`,
    ];
  if (/première instance/.test(court.name))
    return [fr`Juridiction particulière à cette collectivité : à vérifier auprès de son greffe.`];
  return [];
}

/**
 * The commercial court, by the registry of the debtor's commune. A postcode alone proves it only where the whole
 * department has one registry, or where the town is the very seat of the registry that the file gives to it.
 */
export function chooseCommercial(query: CourtQuery, evidence: CourtEvidence): Answer {
  const { on } = query;
  if (evidence.registry === null)
    return {
      status: 'unknown',
      courts: [],
      why: fr`Le fichier des greffes de commerce n’est pas importé. Importez-le (Réglages, Tribunaux), ou cherchez le tribunal sur justice.fr et saisissez-le.`,
      doubts: [],
    };
  const found = (seat: Seat, department: string | null, why: string, doubts: string[] = []): Answer => {
    const court = courtOf(seat, department, on);
    if (court === null) return noRegistry(seat);
    return { status: 'found', courts: [court], why, doubts: [...doubtsOf(court, on), ...doubts] };
  };
  const byCommune = distinct(
    evidence.communes.map(({ registry, insee }) => registry && courtOf(registry, departmentOfCommune(insee), on)),
  );
  const known = evidence.communes.every(({ registry }) => registry !== null);
  const [first] = evidence.communes;
  if (first?.registry && known && byCommune.length <= 1) {
    const words = fr`${first.name} (code INSEE ${first.insee}) est dans le ressort de son greffe, d’après le fichier des greffes.`;
    return found(first.registry, departmentOfCommune(first.insee), words);
  }
  if (byCommune.length > 1)
    return {
      status: 'choose',
      courts: byCommune,
      why: fr`Plusieurs communes de ce département portent ce nom et ne relèvent pas du même greffe : choisissez.`,
      doubts: [],
    };
  if (evidence.communeRegistry !== null && query.insee)
    return found(
      evidence.communeRegistry,
      departmentOfCommune(query.insee),
      fr`La commune de code INSEE ${query.insee} est dans le ressort de son greffe, d’après le fichier des greffes.`,
    );
  return byPostcode(query, evidence, found);
}

function byPostcode(
  { postcode, city, on }: CourtQuery,
  { postcodeRegistry, departmentRegistries, department, ...rest }: CourtEvidence,
  found: (seat: Seat, department: string | null, why: string, doubts?: string[]) => Answer,
): Answer {
  if (postcodeRegistry !== null && city && communeKey(city) === communeKey(postcodeRegistry.name)) {
    const town = townName(postcodeRegistry.name);
    return found(postcodeRegistry, department, fr`Le greffe siège à ${town} même, d’après le fichier des greffes.`);
  }
  const [only] = departmentRegistries;
  if (postcodeRegistry !== null && departmentRegistries.length === 1 && only!.id === postcodeRegistry.id)
    return found(
      postcodeRegistry,
      department,
      fr`Tout le département ${department ?? ''} relève de ce greffe, et le code postal ${postcode ?? ''} aussi, d’après le fichier des greffes.`,
    );
  const seats = [
    ...(postcodeRegistry === null ? [] : [postcodeRegistry]),
    ...departmentRegistries.filter(({ id }) => id !== postcodeRegistry?.id),
  ];
  const courts = distinct(seats.map((seat) => courtOf(seat, department, on)));
  if (courts.length === 0 && postcodeRegistry !== null) return noRegistry(postcodeRegistry);
  if (courts.length === 0) return nowhere({ postcodeRegistry, departmentRegistries, department, ...rest });
  const why =
    postcodeRegistry === null
      ? fr`Le fichier des greffes ne connaît pas le code postal ${postcode ?? ''} : choisissez parmi les tribunaux du département.`
      : fr`Un code postal peut être partagé entre deux greffes : celui que le fichier donne à ${postcode ?? ''} est en tête, vérifiez avec la commune avant de choisir.`;
  return { status: 'choose', courts, why, doubts: [] };
}

function noRegistry(seat: Seat): Answer {
  return {
    status: 'unknown',
    courts: [],
    why: fr`Ce lieu ne dépend d’aucun greffe français (« ${townName(seat.name)} ») : vérifiez le pays et l’adresse du débiteur.`,
    doubts: [],
  };
}
