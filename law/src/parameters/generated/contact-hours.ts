// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries } from '../shapes.ts';

export const SERIES = {
  "contact-hours/weekdays": {
    ...{"description":"Jours et heures du démarchage par téléphone, pris par prudence pour tout contact d’un consommateur","unit":"text","expected":null,"expectedDaysBefore":0,"article":"D223-9 C. conso."},
    values: [
      ["2023-03-01",null,"1, 2, 3, 4, 5","Code de la consommation, décret n° 2022-1313 du 13 octobre 2022",null,"2022-10-14","A","2026-11-21"],
    ],
  },
  "contact-hours/hours": {
    ...{"description":"Jours et heures du démarchage par téléphone, pris par prudence pour tout contact d’un consommateur","unit":"text","expected":null,"expectedDaysBefore":0,"article":"D223-9 C. conso."},
    values: [
      ["2023-03-01",null,"10:00-13:00, 14:00-20:00","Code de la consommation, décret n° 2022-1313 du 13 octobre 2022",null,"2022-10-14","A","2026-11-21"],
    ],
  },
  "contact-count/most": {
    ...{"description":"Sollicitations par téléphone au plus sur trente jours, pris par prudence pour les contacts d’un consommateur","unit":"text","expected":null,"expectedDaysBefore":0,"article":"D223-9 C. conso."},
    values: [
      ["2023-03-01",null,"4","Code de la consommation, décret n° 2022-1313 du 13 octobre 2022",null,"2022-10-14","A","2026-11-21"],
    ],
  },
  "contact-count/days": {
    ...{"description":"Sollicitations par téléphone au plus sur trente jours, pris par prudence pour les contacts d’un consommateur","unit":"text","expected":null,"expectedDaysBefore":0,"article":"D223-9 C. conso."},
    values: [
      ["2023-03-01",null,"30","Code de la consommation, décret n° 2022-1313 du 13 octobre 2022",null,"2022-10-14","A","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;
