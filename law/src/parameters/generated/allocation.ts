// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawArticle } from '../shapes.ts';

export const ARTICLES = {
  "allocation-debtor-choice": {
    ...{"says":"Débiteur qui désigne une dette en payant → elle est payée d’abord"},
    values: [
      ["Code civil, ancienne rédaction","1253 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016","1342-10 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "allocation-due-first": {
    ...{"says":"Débiteur qui ne désigne rien → dettes échues avant celles qui ne le sont pas"},
    values: [
      ["Code civil, ancienne rédaction","1256 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016","1342-10 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "allocation-most-onerous": {
    ...{"says":"Dette que le débiteur avait le plus d’intérêt à acquitter, indiquée par l’utilisateur → payée avant les autres"},
    values: [
      ["Code civil, ancienne rédaction","1256 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016","1342-10 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "allocation-interest-unknown": {
    ...{"says":"Rien ne dit quelle dette échue pesait le plus sur le débiteur → intérêts tenus pour égaux, à confirmer"},
    values: [
      ["Code civil, ancienne rédaction","1256 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016","1342-10 C. civ.","2016-10-01",null,"C","2026-11-21"],
    ],
  },
  "allocation-oldest": {
    ...{"says":"À égalité d’intérêt → la dette la plus ancienne, par sa date d’échéance"},
    values: [
      ["Code civil, ancienne rédaction","1256 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016","1342-10 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "allocation-proportion": {
    ...{"says":"Toutes choses égales → partage en proportion de ce qui est dû sur chaque dette"},
    values: [
      ["Code civil, ancienne rédaction","1256 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016","1342-10 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "allocation-largest-remainder": {
    ...{"says":"Parts arrondies au centime inférieur → centimes manquants aux plus forts restes, puis par ordre d’identifiant"},
    values: [
      ["Convention de calcul, aucun texte sur l’arrondi","Sans article",null,null,"C","2026-11-21"],
    ],
  },
  "allocation-undated-last": {
    ...{"says":"Dette sans date d’échéance → tenue pour non échue, payée après les autres"},
    values: [
      ["Lecture prudente, aucun texte sur la dette dont l’échéance est inconnue","Sans article",null,null,"C","2026-11-21"],
    ],
  },
  "allocation-interest-first": {
    ...{"says":"Paiement partiel d’une dette → intérêts, puis frais et indemnité, puis principal"},
    values: [
      ["Code civil, ancienne rédaction","1254 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016 ; Cass. 1re civ., 7 févr. 1995, 92-14.216","1343-1 C. civ.","2016-10-01",null,"C","2026-11-21"],
    ],
  },
  "allocation-principal-first": {
    ...{"says":"Accord du créancier, ou délai de grâce qui l’ordonne → principal payé avant les intérêts et les frais"},
    values: [
      ["Code civil, ancienne rédaction","1254 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016, et 1343-5 C. civ. pour le délai de grâce","1343-1 C. civ.","2016-10-01",null,"B","2026-11-21"],
    ],
  },
  "allocation-partial-payment": {
    ...{"says":"Somme qui ne solde pas la dette → le créancier pouvait la refuser ; il l’a reçue"},
    values: [
      ["Code civil, ancienne rédaction","1244 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016","1342-4 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
