/** Small files of courts in the three layouts, as tests need them. The places are real, the numbers are made. */

const TITLES =
  'Commune;Libellé;Orig. CA;N° CA;Cour d’appel;Orig. TJ;N° TJ;Tribunal judiciaire;Orig. TPRX;N° TPRX;Tribunal de proximité;Orig. CPH;N° CPH;Conseil de prud’hommes';

/** One commune as the ministry's layout writes it; `local` empty where the tribunal judiciaire hears everything. */
export interface MadeCommune {
  insee: string;
  name: string;
  judicial: [number: string, name: string];
  local?: [number: string, name: string];
}

export const COMMUNES: readonly MadeCommune[] = [
  { insee: '01053', name: 'Bourg-en-Bresse', judicial: ['0101', 'TJ Bourg-en-Bresse'] },
  { insee: '01187', name: 'Haut-Valromey', judicial: ['0101', 'TJ Bourg-en-Bresse'], local: ['0151', 'TPRX Belley'] },
  { insee: '13201', name: 'Marseille 1er Arrondissement', judicial: ['1301', 'TJ Marseille'] },
  { insee: '13202', name: 'Marseille 2e Arrondissement', judicial: ['1301', 'TJ Marseille'] },
  { insee: '13108', name: 'Tarascon', judicial: ['1302', 'TJ Tarascon'] },
  { insee: '13017', name: 'Boulbon', judicial: ['1302', 'TJ Tarascon'] },
  { insee: '33063', name: 'Bordeaux', judicial: ['3301', 'TJ Bordeaux'] },
  { insee: '42218', name: 'Saint-Étienne', judicial: ['4201', 'TJ Saint-Étienne'] },
  { insee: '67482', name: 'Strasbourg', judicial: ['6701', 'TJ Strasbourg'] },
  { insee: '69381', name: 'Lyon 1er Arrondissement', judicial: ['6901', 'TJ Lyon'] },
  { insee: '75056', name: 'Paris', judicial: ['7501', 'TJ Paris'] },
];

const row = ({ insee, name, judicial, local = ['', 'hors communes exclusives aux TJ'] }: MadeCommune): string =>
  [
    insee,
    name,
    'C',
    '99',
    'CA d’ici',
    'C',
    ...judicial,
    'C',
    ...local,
    'C',
    `9${judicial[0]}`,
    `CPH ${judicial[1]}`,
  ].join(';');

export const ministryFile = (communes: readonly MadeCommune[] = COMMUNES): string =>
  [TITLES, ...communes.map(row), ''].join('\r\n');

/** The edition whose courts slid by one row beside their communes. */
export const shiftedFile = (): string =>
  ministryFile(
    COMMUNES.map((commune, index) => {
      const { judicial, local } = COMMUNES.at(index - 1)!;
      return { insee: commune.insee, name: commune.name, judicial, ...(local && { local }) };
    }),
  );

export const registryFile = (): string =>
  JSON.stringify({
    byCodePostal: {
      '01000': 'BOURG-EN-BRESSE',
      '13001': 'MARSEILLE',
      '13150': 'TARASCON',
      '69001': 'LYON',
      '67000': 'STRASBOURG',
    },
    byCodeInsee: {
      1053: 'BOURG-EN-BRESSE',
      1187: 'BOURG-EN-BRESSE',
      13201: 'MARSEILLE',
      13202: 'MARSEILLE',
      13108: 'TARASCON',
      13017: 'TARASCON',
      67482: 'STRASBOURG',
      69381: 'LYON',
      '2A004': 'AJACCIO',
    },
  });

export const addressesFile = (): string =>
  [
    'TYPE;CODE_INSEE;NUM;NOM;ADRESSE;CODE_POSTAL;VILLE;TELEPHONE;EMAIL',
    'TJ;01053;0101;Tribunal judiciaire de Bourg-en-Bresse;32 avenue Alsace-Lorraine;01000;Bourg-en-Bresse;04 74 14 01 23;accueil@tj-bourg.exemple.fr',
    'TPRX;01034;0151;Tribunal de proximité de Belley;"8, place de l’Hôtel de ville";01300;Belley;;pas une adresse',
    'TC;69383;;Tribunal des activités économiques de Lyon;44 rue de Bonnel;69003;Lyon;;',
    'TC;01053;;Tribunal de commerce de Bourg-en-Bresse;32 avenue Alsace-Lorraine;01000;Bourg-en-Bresse;;',
    '',
  ].join('\n');
