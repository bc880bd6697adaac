import type { Day } from '@acquit/law';
import {
  type CommuneCourts,
  type CourtEvidence,
  type CourtFileView,
  type CourtLayout,
  type CourtQuery,
  communeKey,
  departmentOfCommune,
  departmentOfPostcode,
  inseeCode,
  type Seat,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { courtFiles } from './files.ts';

/** A registry's name as the addresses are found by: capitals without accents nor article, as `fold_name` makes it. */
const REGISTRY_KEY = (column: string) =>
  `regexp_replace(btrim(regexp_replace(upper(fold_name(${column})), '[^A-Z0-9]+', ' ', 'g')), '^(LE|LA|LES|L) ', '')`;

/** A registry as a court, with the address of the only commercial court of its town; two of them tell nothing. */
const REGISTRY = (
  column: string,
) => `jsonb_build_object('id', 'RCS-' || replace(${REGISTRY_KEY(column)}, ' ', '-'), 'name', ${column}) ||
  coalesce((select jsonb_build_object('address', min(a.address), 'phone', min(a.phone), 'email', min(a.email)) from court_address a
             where a.place_key = ${REGISTRY_KEY(column)} and a.type ~ '^(TC|TAE|TMC|TRIBUNAL DE COMMERCE|TRIBUNAL DES ACTIVIT|TRIBUNAL MIXTE)'
            having count(*) = 1), '{"address": null, "phone": null, "email": null}')`;

/** A civil court with its address, found by its number among those of its kind. */
const SEAT = `jsonb_build_object('id', s.court_id, 'name', s.name) ||
  coalesce((select jsonb_build_object('address', min(a.address), 'phone', min(a.phone), 'email', min(a.email)) from court_address a
             where a.number = s.number and (a.type = s.kind or (s.kind = 'TJ' and a.type ~ 'JUDICIAIRE') or (s.kind = 'TPRX' and a.type ~ 'PROXIMIT'))
            having count(*) = 1), '{"address": null, "phone": null, "email": null}')`;

const SEAT_OF = (column: string) => `(select ${SEAT} from court_seat s where s.court_id = ${column})`;

/** Reads everything the files say of a place: the commune by its INSEE code, else by its name in the postcode's department. */
export async function courtEvidence(tx: Tx, query: CourtQuery, today: Day): Promise<CourtEvidence> {
  const insee = inseeCode(query.insee ?? '');
  const postcode = (query.postcode ?? '').replace(/\s/g, '');
  const department = insee === null ? departmentOfPostcode(postcode) : departmentOfCommune(insee);
  const city = communeKey(query.city ?? '');
  const files = await courtFiles(tx, today);
  const file = (layout: CourtLayout): CourtFileView | null => {
    const found = files.find((one) => one.layout === layout);
    if (found === undefined) return null;
    const { sha256: _, ...view } = found;
    return view;
  };
  const { rows } = await tx.query<Found>(
    `select (select coalesce(jsonb_agg(jsonb_build_object('insee', c.insee, 'name', c.name, 'judicial', ${SEAT_OF('c.judicial_id')},
                'local', ${SEAT_OF('c.local_id')}, 'registry', (select ${REGISTRY('r.registry')} from court_registry_commune r where r.insee = c.insee))
                order by c.insee), '[]')
               from court_commune c where c.insee = $1 or ($1 is null and c.department = $2 and c.name_key = $3 and $3 <> '')) as communes,
            (select ${REGISTRY('r.registry')} from court_registry_commune r where r.insee = $1) as "communeRegistry",
            (select ${REGISTRY('r.registry')} from court_registry_postcode r where r.postcode = $4) as "postcodeRegistry",
            (select coalesce(jsonb_agg(${REGISTRY('r.registry')} order by r.registry), '[]')
               from (select distinct registry from court_registry_commune where department = $2) r) as "departmentRegistries",
            (select coalesce(jsonb_agg(${SEAT} order by s.name), '[]') from court_seat s
              where s.court_id in (select judicial_id from court_commune where department = $2)) as "departmentJudicial",
            (select coalesce(jsonb_agg(${SEAT} order by s.name), '[]') from court_seat s
              where s.court_id in (select local_id from court_commune where department = $2)) as "departmentLocal"`,
    [insee, department, city, postcode],
  );
  return {
    ministry: file('ministry'),
    registry: file('registry'),
    addresses: file('addresses'),
    department,
    ...rows[0]!,
  };
}

interface Found {
  communes: CommuneCourts[];
  communeRegistry: Seat | null;
  postcodeRegistry: Seat | null;
  departmentRegistries: Seat[];
  departmentJudicial: Seat[];
  departmentLocal: Seat[];
}
