import type { CourtLayout } from '../views/courts.ts';

const NAMES: Readonly<Record<CourtLayout, string>> = {
  ministry: 'Tribunaux judiciaires et de proximité, par commune',
  registry: 'Greffes des tribunaux de commerce, par commune et code postal',
  addresses: 'Adresses des tribunaux',
};

const WHERE: Readonly<Record<CourtLayout, string>> = {
  ministry:
    'data.gouv.fr, ministère de la justice : « Liste des juridictions compétentes pour les communes de France »',
  registry:
    'data.gouv.fr, Datainfogreffe : « Référentiel communes – greffes », au format JSON par commune et code postal',
  addresses: 'data.gouv.fr, ministère de la justice : « Données géocodées des structures de la justice »',
};

/** What a file of courts is called on screen. */
export const courtFileName = (layout: CourtLayout): string => NAMES[layout];

/** Where a person finds it; all three are under the Licence Ouverte. */
export const courtFileWhere = (layout: CourtLayout): string => WHERE[layout];
