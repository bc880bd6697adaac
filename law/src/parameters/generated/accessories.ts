// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawArticle } from '../shapes.ts';

export const ARTICLES = {
  "accessory-fee-before-title": {
    ...{"says":"Sans titre exécutoire → frais de recouvrement à la charge du créancier, clause contraire réputée non écrite"},
    values: [
      ["Loi n° 91-650 du 9 juillet 1991","art. 32 loi 91-650",null,"2012-05-31","C","2026-11-21"],
      ["Code des procédures civiles d’exécution, alinéa 2","L111-8 CPCE","2012-06-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-fee-consumer": {
    ...{"says":"Consommateur, sans titre exécutoire → demander ou encaisser ces frais est un délit"},
    values: [
      ["Loi n° 91-650 du 9 juillet 1991, avant la création du délit","art. 32 loi 91-650",null,"2012-05-31","C","2026-11-21"],
      ["Code des procédures civiles d’exécution, avant la création du délit","L111-8 CPCE","2012-06-01","2014-03-18","C","2026-11-21"],
      ["Code de la consommation, loi n° 2014-344 du 17 mars 2014","L122-16 (ancien) C. consom.","2014-03-19","2016-06-30","C","2026-11-21"],
      ["Code de la consommation, délit créé en 2014 et renuméroté","L121-21 C. consom.","2016-07-01",null,"C","2026-11-21"],
    ],
  },
  "accessory-fee-not-enforcement": {
    ...{"says":"Démarche amiable, même après un titre → ce n’est pas un acte d’exécution, elle reste à la charge du créancier"},
    values: [
      ["Loi n° 91-650 du 9 juillet 1991","art. 32 loi 91-650",null,"2012-05-31","C","2026-11-21"],
      ["Code des procédures civiles d’exécution","L111-8 CPCE","2012-06-01",null,"C","2026-11-21"],
    ],
  },
  "accessory-sliding-fee": {
    ...{"says":"Droit proportionnel du commissaire de justice, part du créancier → jamais à la charge du débiteur"},
    values: [
      ["Loi n° 91-650 du 9 juillet 1991","art. 32 loi 91-650",null,"2012-05-31","C","2026-11-21"],
      ["Code des procédures civiles d’exécution, et A444-32 C. com.","L111-8 CPCE","2012-06-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-small-claims-fee": {
    ...{"says":"Procédure simplifiée des petites créances → tous ses frais à la charge du créancier"},
    values: [
      ["Loi n° 91-650 du 9 juillet 1991, avant la création de la procédure","art. 32 loi 91-650",null,"2012-05-31","C","2026-11-21"],
      ["Code des procédures civiles d’exécution, avant la création de la procédure","L111-8 CPCE","2012-06-01","2016-05-31","C","2026-11-21"],
      ["Code des procédures civiles d’exécution","L125-1 CPCE","2016-06-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-lawyer-fees-judge": {
    ...{"says":"Honoraires d’avocat sans décision → le juge seul peut les mettre à la charge du débiteur"},
    values: [
      ["Code de procédure civile","700 CPC","1976-01-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-complement": {
    ...{"says":"Frais supérieurs à l’indemnité forfaitaire → indemnisation complémentaire, sur justificatif"},
    values: [
      ["Code de commerce","L441-6 C. com.",null,"2019-04-25","B","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026, art. 2","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "accessory-public-complement": {
    ...{"says":"Acheteur public, frais supérieurs à l’indemnité forfaitaire → indemnisation complémentaire, sur justificatif"},
    values: [
      ["Loi n° 2013-100 du 28 janvier 2013","art. 40 loi 2013-100","2013-03-16","2019-03-31","C","2026-11-21"],
      ["Code de la commande publique","L2192-13 CCP","2019-04-01",null,"C","2026-11-21"],
    ],
  },
  "accessory-proof": {
    ...{"says":"Frais réellement exposés → une preuve pour chacun, jamais un pourcentage"},
    values: [
      ["Code de commerce","L441-6 C. com.",null,"2019-04-25","B","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026, art. 2","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "accessory-no-commercial-regime": {
    ...{"says":"Créance hors du régime des professionnels → ni pénalité de l’article L441-10 ni indemnité forfaitaire"},
    values: [
      ["Code civil, ancienne rédaction","1153 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016","1231-6 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-legal-interest": {
    ...{"says":"Retard dans le paiement d’une somme d’argent → intérêt au taux légal, sans preuve d’une perte"},
    values: [
      ["Code civil, ancienne rédaction","1153 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016","1231-6 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-formal-notice": {
    ...{"says":"Sans décision de justice → une mise en demeure est nécessaire"},
    values: [
      ["Code civil, ancienne rédaction","1139 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016","1344 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-not-cumulative": {
    ...{"says":"Pénalités de retard et intérêt légal ont le même objet → jamais les deux pour un même jour"},
    values: [
      ["Code civil, ancienne rédaction","1153 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Cass. com., 24 avril 2024, 22-24.275","1231-6 C. civ.","2016-10-01",null,"B","2026-11-21"],
    ],
  },
  "accessory-insolvency-stop": {
    ...{"says":"Procédure collective ouverte au plus tard à l’échéance → ni pénalité ni intérêt de retard"},
    values: [
      ["Code de commerce","L622-28 C. com.","2006-01-01",null,"B","2026-11-21"],
    ],
  },
  "accessory-penalty-clause": {
    ...{"says":"Clause pénale du contrat → due telle que convenue"},
    values: [
      ["Code civil, ancienne rédaction","1152 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016","1231-5 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-judge-may-reduce": {
    ...{"says":"Pénalité manifestement excessive → le juge peut la réduire"},
    values: [
      ["Code civil, ancienne rédaction","1152 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016","1231-5 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-unfair-term": {
    ...{"says":"Clause sans réciprocité ou manifestement disproportionnée → abusive, réputée non écrite"},
    values: [
      ["Code de la consommation","L132-1 (ancien) C. consom.",null,"2016-06-30","C","2026-11-21"],
      ["Code de la consommation","L212-1 C. consom.","2016-07-01",null,"B","2026-11-21"],
    ],
  },
  "accessory-public-penalty-clause": {
    ...{"says":"Acheteur public → son retard est compensé par les intérêts moratoires et l’indemnité fixés par décret"},
    values: [
      ["Décret n° 2002-232 du 21 février 2002","art. 5 décret 2002-232",null,"2013-03-15","C","2026-11-21"],
      ["Loi n° 2013-100 du 28 janvier 2013","art. 39 loi 2013-100","2013-03-16","2019-03-31","C","2026-11-21"],
      ["Code de la commande publique","L2192-13 CCP","2019-04-01",null,"C","2026-11-21"],
    ],
  },
  "accessory-cheque-costs": {
    ...{"says":"Chèque rejeté → frais du rejet et du certificat de non-paiement à la charge du tireur"},
    values: [
      ["Code monétaire et financier","L131-73 C. mon. fin.","2001-01-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-required-act": {
    ...{"says":"Acte que la loi impose au créancier → à la charge du débiteur, avec ou sans titre"},
    values: [
      ["Loi n° 91-650 du 9 juillet 1991","art. 32 loi 91-650",null,"2012-05-31","C","2026-11-21"],
      ["Code des procédures civiles d’exécution, alinéa 2","L111-8 CPCE","2012-06-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-ordered-by-judge": {
    ...{"says":"Frais de l’instance → supportés par la partie condamnée aux dépens, après la décision"},
    values: [
      ["Code de procédure civile, articles 695 et 696","696 CPC","1976-01-01",null,"C","2026-11-21"],
    ],
  },
  "accessory-enforcement": {
    ...{"says":"Titre exécutoire → frais de l’exécution forcée à la charge du débiteur"},
    values: [
      ["Loi n° 91-650 du 9 juillet 1991","art. 32 loi 91-650",null,"2012-05-31","C","2026-11-21"],
      ["Code des procédures civiles d’exécution, alinéa 1","L111-8 CPCE","2012-06-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-enforcement-needs-title": {
    ...{"says":"Sans titre exécutoire → aucune exécution forcée, donc aucun frais d’exécution"},
    values: [
      ["Loi n° 91-650 du 9 juillet 1991","art. 2 loi 91-650",null,"2012-05-31","C","2026-11-21"],
      ["Code des procédures civiles d’exécution","L111-2 CPCE","2012-06-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-not-plainly-unnecessary": {
    ...{"says":"Frais d’exécution manifestement inutiles quand ils ont été exposés → ils restent au créancier"},
    values: [
      ["Loi n° 91-650 du 9 juillet 1991","art. 32 loi 91-650",null,"2012-05-31","C","2026-11-21"],
      ["Code des procédures civiles d’exécution, alinéa 1","L111-8 CPCE","2012-06-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-no-seizure-of-public-body": {
    ...{"says":"Personne publique → ses biens sont insaisissables, aucune exécution forcée"},
    values: [
      ["Code général de la propriété des personnes publiques","L2311-1 CG3P","2006-07-01",null,"C","2026-11-21"],
    ],
  },
  "accessory-lawyer-fees-awarded": {
    ...{"says":"Condamnation au titre des frais non compris dans les dépens → somme fixée par le juge"},
    values: [
      ["Code de procédure civile","700 CPC","1976-01-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-capitalised-interest": {
    ...{"says":"Intérêts dus pour une année entière → ils produisent intérêt si le contrat ou le juge le prévoit"},
    values: [
      ["Code civil, ancienne rédaction","1154 (ancien) C. civ.",null,"2016-09-30","B","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016","1343-2 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "accessory-no-capitalisation-consumer": {
    ...{"says":"Consommateur → pas de capitalisation sans texte spécial"},
    values: [
      ["Cass. 1re civ., 9 février 2012, 11-14.605","1154 (ancien) C. civ.",null,"2016-09-30","B","2026-11-21"],
      ["Cass. 1re civ., 9 février 2012, 11-14.605","1343-2 C. civ.","2016-10-01",null,"B","2026-11-21"],
    ],
  },
  "accessory-awarded-by-title": {
    ...{"says":"Après une décision → seulement ce que le titre accorde"},
    values: [
      ["Code civil, ancienne rédaction, autorité de la chose jugée","1351 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016, autorité de la chose jugée","1355 C. civ.","2016-10-01",null,"C","2026-11-21"],
    ],
  },
  "accessory-contract-clause": {
    ...{"says":"Stipulation → le contrat accepté par le débiteur doit la contenir"},
    values: [
      ["Code civil, ancienne rédaction","1134 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, ordonnance n° 2016-131 du 10 février 2016","1103 C. civ.","2016-10-01",null,"C","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
