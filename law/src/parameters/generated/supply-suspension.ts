// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries } from '../shapes.ts';

export const SERIES = {
  "supply-suspension-winter/first": {
    ...{"description":"Période de l’année pendant laquelle l’énergie d’une résidence principale ne peut pas être coupée","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L115-3 CASF"},
    values: [
      ["2013-04-17",null,"11-01","Code de l’action sociale et des familles",null,null,"B","2026-11-21"],
    ],
  },
  "supply-suspension-winter/last": {
    ...{"description":"Période de l’année pendant laquelle l’énergie d’une résidence principale ne peut pas être coupée","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L115-3 CASF"},
    values: [
      ["2013-04-17",null,"03-31","Code de l’action sociale et des familles",null,null,"B","2026-11-21"],
    ],
  },
  "supply-suspension-first-notice/days": {
    ...{"description":"Délai laissé par le premier courrier avant un second, énergie d’un particulier","unit":"text","expected":null,"expectedDaysBefore":0,"article":"art. 1 à 3 du décret n° 2008-780"},
    values: [
      ["2008-08-14",null,"15","Décret n° 2008-780 du 13 août 2008",null,null,"B","2026-11-21"],
    ],
  },
  "supply-suspension-first-notice/helped": {
    ...{"description":"Délai laissé par le premier courrier avant un second, énergie d’un particulier","unit":"text","expected":null,"expectedDaysBefore":0,"article":"art. 1 à 3 du décret n° 2008-780"},
    values: [
      ["2008-08-14",null,"30","Décret n° 2008-780 du 13 août 2008",null,null,"B","2026-11-21"],
    ],
  },
  "supply-suspension-second-notice": {
    ...{"description":"Délai entre le second courrier et la coupure, énergie d’un particulier","unit":"days","expected":null,"expectedDaysBefore":0,"article":"art. 2 du décret n° 2008-780"},
    values: [
      ["2008-08-14",null,"20","Décret n° 2008-780 du 13 août 2008",null,null,"B","2026-11-21"],
    ],
  },
  "supply-suspension-fund": {
    ...{"description":"Durée pendant laquelle la saisine du fonds de solidarité pour le logement empêche la coupure","unit":"months","expected":null,"expectedDaysBefore":0,"article":"art. 2 du décret n° 2008-780"},
    values: [
      ["2008-08-14",null,"2","Décret n° 2008-780 du 13 août 2008",null,null,"B","2026-11-21"],
    ],
  },
  "supply-suspension-minimum-power": {
    ...{"description":"Période de puissance minimale avant toute coupure d’électricité d’un particulier","unit":"days","expected":null,"expectedDaysBefore":0,"article":"art. 35 de la loi n° 2022-1158"},
    values: [
      ["2022-08-17",null,"60","Loi n° 2022-1158 du 16 août 2022, art. 35, et son décret d’application",null,null,"C","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;
