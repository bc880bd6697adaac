// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries } from '../shapes.ts';

export const SERIES = {
  "late-default-points": {
    ...{"description":"Points ajoutés au taux de la BCE quand le contrat ne fixe pas de taux de pénalités","unit":"points","expected":null,"expectedDaysBefore":0,"article":"L441-10 II C. com."},
    values: [
      ["2009-01-01","2019-04-25","10","Code de commerce, loi n° 2008-776 du 4 août 2008, art. 21","L441-6 C. com.","2008-08-05","B","2026-11-21"],
      ["2019-04-26","2026-12-31","10","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","A","2026-11-21"],
      ["2027-01-01",null,"10","Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026, art. 2",null,null,"B","2026-11-21"],
    ],
  },
  "late-floor-multiple": {
    ...{"description":"Multiple du taux légal au-dessous duquel un taux stipulé ne peut descendre","unit":"multiple","expected":null,"expectedDaysBefore":0,"article":"L441-10 II C. com."},
    values: [
      ["2009-01-01","2019-04-25","3","Code de commerce, loi n° 2008-776 du 4 août 2008, art. 21","L441-6 C. com.","2008-08-05","B","2026-11-21"],
      ["2019-04-26","2026-12-31","3","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","A","2026-11-21"],
      ["2027-01-01",null,"3","Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026, art. 2",null,null,"B","2026-11-21"],
    ],
  },
  "public-points": {
    ...{"description":"Points ajoutés au taux de la BCE dans la commande publique","unit":"points","expected":"taux fixé par décret","expectedDaysBefore":0,"article":"art. 8 décret 2013-269"},
    values: [
      ["2013-01-01","2013-03-15","8","Décret n° 2013-269 du 29 mars 2013",null,null,"C","2026-11-21"],
      ["2013-03-16","2019-03-31","8","Décret n° 2013-269 du 29 mars 2013",null,null,"B","2026-11-21"],
      ["2019-04-01",null,"8","Code de la commande publique","R2192-31 CCP",null,"A","2026-11-21"],
    ],
  },
  "public-contracts-from": {
    ...{"description":"Premier jour de conclusion des contrats publics soumis à la majoration de huit points","unit":"date","expected":null,"expectedDaysBefore":0,"article":"art. 44 loi 2013-100"},
    values: [
      ["2013-03-16",null,"2013-03-16","Loi n° 2013-100 du 28 janvier 2013",null,null,"B","2026-11-21"],
    ],
  },
  "fixed-indemnity": {
    ...{"description":"Indemnité forfaitaire pour frais de recouvrement, par facture payée en retard, entre professionnels","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"D441-5 C. com."},
    values: [
      ["2013-01-01","2021-02-26","4000","Code de commerce, décret n° 2012-1115 du 2 octobre 2012",null,"2012-10-04","A","2026-11-21"],
      ["2021-02-27",null,"4000","Code de commerce, rédaction en vigueur depuis le 27 février 2021",null,null,"A","2026-11-21"],
    ],
  },
  "public-fixed-indemnity": {
    ...{"description":"Indemnité forfaitaire pour frais de recouvrement dans la commande publique","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"art. 9 décret 2013-269"},
    values: [
      ["2013-03-16","2019-03-31","4000","Décret n° 2013-269 du 29 mars 2013",null,null,"B","2026-11-21"],
      ["2019-04-01",null,"4000","Code de la commande publique","D2192-35 CCP",null,"A","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;
