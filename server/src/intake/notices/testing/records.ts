/** Records of the dataset `annonces-commerciales`, as its exports and its API write them; companies and people are made up. */

export interface MadeNotice {
  id: string;
  siren: string | null;
  name?: string;
  on: string;
  judgedOn?: string;
  family?: string;
  nature?: string;
  details?: string;
  type?: 'annonce' | 'rectificatif' | 'annulation';
  previous?: string;
}

const TYPES = { annonce: 'Avis initial', rectificatif: 'Avis rectificatif', annulation: 'Avis d’annulation' };

export const LIQUIDATION = "Jugement d'ouverture de liquidation judiciaire";
export const RECEIVERSHIP = "Jugement d'ouverture d'une procédure de redressement judiciaire";

export function madeRecord(made: MadeNotice) {
  const { id, siren, name = 'ROCHE TRANSPORTS', on, judgedOn = on, family = 'collective', nature = LIQUIDATION } = made;
  const spaced = siren?.replace(/(\d{3})(?=\d)/g, '$1 ') ?? null;
  const previous = made.previous && {
    nomPublication: `BODACC ${made.previous[0]}`,
    numeroParution: made.previous.slice(1, 9),
    numeroAnnonce: made.previous.slice(9),
  };
  return {
    id,
    publicationavis: id[0],
    parution: id.slice(1, 9),
    dateparution: on,
    numeroannonce: Number(id.slice(9)),
    typeavis: made.type ?? 'annonce',
    typeavis_lib: TYPES[made.type ?? 'annonce'],
    familleavis: family,
    familleavis_lib: family === 'collective' ? 'Procédures collectives' : family,
    numerodepartement: '69',
    tribunal: 'Greffe du Tribunal des Activités Économiques de Lyon',
    commercant: name,
    ville: 'Nantes',
    cp: '44000',
    registre: siren === null ? [] : [spaced!, siren],
    listepersonnes: JSON.stringify({
      personne: {
        typePersonne: 'pm',
        denomination: name,
        ...(siren && {
          numeroImmatriculation: { numeroIdentification: spaced, codeRCS: 'RCS', nomGreffeImmat: 'Lyon' },
        }),
      },
    }),
    jugement:
      family === 'collective'
        ? JSON.stringify({
            type: 'initial',
            famille: /ouverture/.test(nature) ? "Jugement d'ouverture" : 'Jugement prononçant',
            nature,
            date: judgedOn,
            complementJugement:
              made.details ??
              'Jugement prononçant la liquidation judiciaire, désignant liquidateur Selarl Mj Synergie 136 cours Lafayette 69003 Lyon. Les créances sont à adresser, dans les deux mois de la présente publication, auprès du liquidateur ou sur le portail électronique à l’adresse https://www.creditors-services.com.',
          })
        : null,
    radiationaurcs: family === 'radiation' ? JSON.stringify({ radiationPM: 'O' }) : null,
    parutionavisprecedent: previous ? JSON.stringify(previous) : null,
    url_complete: `https://www.bodacc.fr/pages/annonces-commerciales-detail/?q.id=id:${id}`,
  };
}

const COLUMNS = Object.keys(madeRecord({ id: 'A202600000001', siren: '552100554', on: '2026-01-01' }));

/** The same records as the CSV export writes them: `;`, quotes doubled, the numbers of a company joined by commas. */
export function csvOf(records: readonly ReturnType<typeof madeRecord>[]): string {
  const cell = (value: unknown): string => {
    const text = value === null || value === undefined ? '' : Array.isArray(value) ? value.join(',') : String(value);
    return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = records.map((one) => COLUMNS.map((column) => cell(one[column as keyof typeof one])).join(';'));
  return `\ufeff${[COLUMNS.join(';'), ...rows].join('\n')}\n`;
}
