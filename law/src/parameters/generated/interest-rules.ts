// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries } from '../shapes.ts';

export const SERIES = {
  "year-length": {
    ...{"description":"Nombre de jours de l’année dans le calcul de l’intérêt, années bissextiles comprises","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L313-2 C. mon. fin."},
    values: [
      ["2009-01-01",null,"365","Fiche F783 de service-public, division par 36 500 même en année bissextile",null,null,"B","2026-11-21"],
    ],
  },
  "leap-year-length": {
    ...{"description":"Nombre de jours d’une année bissextile, quand le réglage la compte à part","unit":"days","expected":null,"expectedDaysBefore":0,"article":"Sans article"},
    values: [
      ["2009-01-01",null,"366","Consultation d’avocat sur un prêt, contre les fiches de service-public",null,null,"C","2026-11-21"],
    ],
  },
  "legal-uplift-points": {
    ...{"description":"Majoration du taux légal sur une condamnation restée impayée","unit":"points","expected":null,"expectedDaysBefore":0,"article":"L313-3 C. mon. fin."},
    values: [
      ["2001-01-01",null,"5","Code monétaire et financier",null,null,"A","2026-11-21"],
    ],
  },
  "legal-uplift-delay": {
    ...{"description":"Délai entre le jour où la décision devient exécutoire et la majoration","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L313-3 C. mon. fin."},
    values: [
      ["2001-01-01",null,"2","Code monétaire et financier",null,null,"A","2026-11-21"],
    ],
  },
  "capitalisation-interval": {
    ...{"description":"Durée d’intérêts dus au-delà de laquelle ils peuvent produire intérêt","unit":"months","expected":null,"expectedDaysBefore":0,"article":"1154 (ancien) C. civ."},
    values: [
      ["2009-01-01","2016-09-30","12","Code civil, ancien article 1154",null,null,"B","2026-11-21"],
      ["2016-10-01",null,"12","Code civil, ordonnance n° 2016-131 du 10 février 2016","1343-2 C. civ.","2016-02-11","A","2026-11-21"],
    ],
  },
  "rates-known-from": {
    ...{"description":"Premier jour pour lequel les taux sont servis ; un jour plus ancien est refusé","unit":"date","expected":null,"expectedDaysBefore":0,"article":"Périmètre du logiciel"},
    values: [
      ["2010-01-01",null,"2010-01-01","Table des taux d’Acquit",null,null,"A","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;
