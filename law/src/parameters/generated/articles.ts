// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawArticle } from '../shapes.ts';

export const ARTICLES = {
  "business-penalties": {
    ...{"says":"Débiteur professionnel → pénalités de l’article L441-10, dues sans rappel"},
    values: [
      ["Code de commerce","L441-6 C. com.","2009-01-01","2019-04-25","B","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "public-penalties": {
    ...{"says":"Acheteur public → intérêts moratoires de la commande publique, dus sans rappel"},
    values: [
      ["Décret n° 2002-232 du 21 février 2002","art. 5 décret 2002-232",null,"2013-03-15","C","2026-11-21"],
      ["Loi n° 2013-100 du 28 janvier 2013","art. 39 loi 2013-100","2013-03-16","2019-03-31","B","2026-11-21"],
      ["Code de la commande publique","L2192-13 CCP","2019-04-01",null,"A","2026-11-21"],
    ],
  },
  "public-single-rate": {
    ...{"says":"Commande publique → un seul taux pour tout le retard, celui du semestre où les intérêts commencent"},
    values: [
      ["Décret n° 2002-232 du 21 février 2002","art. 5 décret 2002-232",null,"2013-03-15","C","2026-11-21"],
      ["Décret n° 2013-269 du 29 mars 2013","art. 8 décret 2013-269","2013-03-16","2019-03-31","B","2026-11-21"],
      ["Code de la commande publique","R2192-31 CCP","2019-04-01",null,"A","2026-11-21"],
    ],
  },
  "no-stipulated-rate": {
    ...{"says":"Aucun taux stipulé → taux de la BCE majoré"},
    values: [
      ["Code de commerce","L441-6 C. com.","2009-01-01","2019-04-25","B","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "no-floor-on-default": {
    ...{"says":"Triple du taux légal supérieur au taux supplétif → plancher non appliqué, car il ne vise qu’un taux stipulé"},
    values: [
      ["Code de commerce","L441-6 C. com.","2009-01-01","2019-04-25","C","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","C","2026-11-21"],
      ["Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026","L441-10 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "clause-repeats-law": {
    ...{"says":"Clause qui reprend le taux supplétif → pas de stipulation contraire, donc pas de plancher"},
    values: [
      ["Code de commerce","L441-6 C. com.","2009-01-01","2019-04-25","C","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","C","2026-11-21"],
      ["Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026","L441-10 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "stipulated-rate": {
    ...{"says":"Taux stipulé au contrat → il s’applique s’il atteint le triple du taux légal"},
    values: [
      ["Code de commerce","L441-6 C. com.","2009-01-01","2019-04-25","B","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "indexed-rate": {
    ...{"says":"Taux stipulé par renvoi à un indice → il suit cet indice à chaque semestre"},
    values: [
      ["Code de commerce","L441-6 C. com.","2009-01-01","2019-04-25","C","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","C","2026-11-21"],
      ["Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026","L441-10 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "half-year-revision": {
    ...{"says":"Taux révisé à chaque semestre tant que dure le retard"},
    values: [
      ["Code de commerce","L441-6 C. com.","2009-01-01","2019-04-25","B","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","B","2026-11-21"],
      ["Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "half-year-anchor": {
    ...{"says":"Taux de la BCE lu au 1er janvier ou au 1er juillet"},
    values: [
      ["Code de commerce","L441-6 C. com.","2013-01-01","2019-04-25","B","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","B","2026-11-21"],
      ["Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "half-year-anchor-before-2013": {
    ...{"says":"Avant 2013 le texte visait la dernière opération de refinancement → taux indicatif"},
    values: [
      ["Code de commerce","L441-6 C. com.","2009-01-01","2012-12-31","C","2026-11-21"],
    ],
  },
  "late-days": {
    ...{"says":"Premier jour compté : le lendemain de l’échéance ; dernier : le jour du paiement compris"},
    values: [
      ["Code de commerce","L441-6 C. com.","2009-01-01","2019-04-25","B","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","B","2026-11-21"],
      ["Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "public-late-days": {
    ...{"says":"Premier jour compté : le lendemain du délai de paiement ; dernier : le jour du paiement compris"},
    values: [
      ["Décret n° 2002-232 du 21 février 2002","art. 5 décret 2002-232",null,"2013-03-15","C","2026-11-21"],
      ["Loi n° 2013-100 du 28 janvier 2013","art. 39 loi 2013-100","2013-03-16","2019-03-31","B","2026-11-21"],
      ["Code de la commande publique","R2192-31 CCP","2019-04-01",null,"B","2026-11-21"],
    ],
  },
  "no-late-day": {
    ...{"says":"Aucune somme impayée après l’échéance → ni pénalité ni indemnité"},
    values: [
      ["Code de commerce","L441-6 C. com.","2009-01-01","2019-04-25","B","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "indemnity-per-late-invoice": {
    ...{"says":"Une indemnité forfaitaire par facture payée en retard, entière même si une partie seulement est en retard"},
    values: [
      ["Code de commerce","D441-5 C. com.","2013-01-01","2021-02-26","A","2026-11-21"],
      ["Code de commerce","D441-5 C. com.","2021-02-27",null,"A","2026-11-21"],
    ],
  },
  "indemnity-per-instalment": {
    ...{"says":"Une indemnité forfaitaire par échéance convenue payée en retard"},
    values: [
      ["Code de commerce, CJUE, 4 mai 2023","D441-5 C. com.","2013-01-01","2021-02-26","C","2026-11-21"],
      ["Code de commerce, CJUE, 4 mai 2023","D441-5 C. com.","2021-02-27",null,"C","2026-11-21"],
    ],
  },
  "no-indemnity-before-2013": {
    ...{"says":"Échéance antérieure à 2013 → l’indemnité forfaitaire n’existait pas"},
    values: [
      ["Code de commerce, loi n° 2008-776 du 4 août 2008","L441-6 C. com.","2009-01-01","2012-12-31","B","2026-11-21"],
    ],
  },
  "no-indemnity-after-opening": {
    ...{"says":"Procédure collective ouverte au plus tard à l’échéance → pas d’indemnité forfaitaire"},
    values: [
      ["Code de commerce","L441-6 C. com.","2013-01-01","2019-04-25","B","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "indemnity-kept-before-opening": {
    ...{"says":"Facture déjà échue avant l’ouverture de la procédure collective → l’indemnité forfaitaire reste due"},
    values: [
      ["Code de commerce","L441-6 C. com.","2013-01-01","2019-04-25","C","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","C","2026-11-21"],
      ["Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026","L441-10 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "insolvency-stop": {
    ...{"says":"Jugement d’ouverture → cours des intérêts arrêté la veille"},
    values: [
      ["Code de commerce","L622-28 C. com.","2006-01-01",null,"C","2026-11-21"],
    ],
  },
  "credit-note-correction": {
    ...{"says":"Avoir de correction → la somme n’a jamais été due, calcul refait depuis l’origine"},
    values: [
      ["Usage de facturation, aucun texte trouvé sur la date d’effet","Sans article",null,null,"C","2026-11-21"],
    ],
  },
  "credit-note-gesture": {
    ...{"says":"Avoir commercial → principal réduit à compter de sa date"},
    values: [
      ["Usage de facturation, aucun texte trouvé sur la date d’effet","Sans article",null,null,"C","2026-11-21"],
    ],
  },
  "creditor-business": {
    ...{"says":"Créancier professionnel ou personne morale → colonne « autres cas »"},
    values: [
      ["Code monétaire et financier","D313-1-A C. mon. fin.","2015-01-01",null,"A","2026-11-21"],
    ],
  },
  "creditor-individual": {
    ...{"says":"Créancier particulier → colonne des personnes physiques n’agissant pas pour des besoins professionnels"},
    values: [
      ["Code monétaire et financier","D313-1-A C. mon. fin.","2015-01-01",null,"A","2026-11-21"],
    ],
  },
  "single-legal-rate": {
    ...{"says":"Avant 2015, un taux légal unique par année civile"},
    values: [
      ["Code monétaire et financier","L313-2 C. mon. fin.",null,"2014-12-31","A","2026-11-21"],
    ],
  },
  "legal-interest-days": {
    ...{"says":"Premier jour compté : le lendemain du point de départ ; dernier : le jour du paiement compris"},
    values: [
      ["Code civil","1153 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil","1344-1 C. civ.","2016-10-01",null,"C","2026-11-21"],
    ],
  },
  "first-day-included": {
    ...{"says":"Réglage : le jour du point de départ est compté"},
    values: [
      ["Code civil","1153 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil","1344-1 C. civ.","2016-10-01",null,"C","2026-11-21"],
    ],
  },
  "legal-uplift": {
    ...{"says":"Décision exécutoire impayée depuis deux mois → taux légal majoré"},
    values: [
      ["Code monétaire et financier","L313-3 C. mon. fin.","2001-01-01",null,"A","2026-11-21"],
    ],
  },
  "capitalisation": {
    ...{"says":"Intérêts dus pour une année entière → capitalisés à l’anniversaire de la demande"},
    values: [
      ["Code civil","1154 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil","1343-2 C. civ.","2016-10-01",null,"C","2026-11-21"],
    ],
  },
  "capitalisation-too-early": {
    ...{"says":"Moins d’une année entière d’intérêts dus → pas de capitalisation ce jour-là"},
    values: [
      ["Code civil","1154 (ancien) C. civ.",null,"2016-09-30","B","2026-11-21"],
      ["Code civil","1343-2 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "consumer-no-penalty": {
    ...{"says":"Consommateur → ni pénalité de l’article L441-10 ni indemnité forfaitaire"},
    values: [
      ["Code civil","1153 (ancien) C. civ.",null,"2016-09-30","B","2026-11-21"],
      ["Code civil","1231-6 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "non-business-no-penalty": {
    ...{"says":"Débiteur non professionnel → ni pénalité de l’article L441-10 ni indemnité forfaitaire"},
    values: [
      ["Code civil","1153 (ancien) C. civ.",null,"2016-09-30","B","2026-11-21"],
      ["Code civil","1231-6 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "public-indemnity": {
    ...{"says":"Acheteur public → indemnité forfaitaire due de plein droit à chaque retard"},
    values: [
      ["Décret n° 2013-269 du 29 mars 2013","art. 9 décret 2013-269","2013-03-16","2019-03-31","B","2026-11-21"],
      ["Code de la commande publique","D2192-35 CCP","2019-04-01",null,"A","2026-11-21"],
    ],
  },
  "public-no-late-day": {
    ...{"says":"Aucune somme impayée après le délai de paiement → ni intérêts moratoires ni indemnité"},
    values: [
      ["Décret n° 2002-232 du 21 février 2002","art. 5 décret 2002-232",null,"2013-03-15","C","2026-11-21"],
      ["Loi n° 2013-100 du 28 janvier 2013","art. 39 loi 2013-100","2013-03-16","2019-03-31","B","2026-11-21"],
      ["Code de la commande publique","L2192-13 CCP","2019-04-01",null,"A","2026-11-21"],
    ],
  },
  "no-public-indemnity-before-2013": {
    ...{"says":"Commande publique, échéance antérieure au 16 mars 2013 → l’indemnité forfaitaire n’existait pas"},
    values: [
      ["Décret n° 2002-232 du 21 février 2002","art. 5 décret 2002-232",null,"2013-03-15","C","2026-11-21"],
    ],
  },
  "public-contract-covered": {
    ...{"says":"Contrat public conclu depuis le 16 mars 2013 → majoration de huit points"},
    values: [
      ["Loi n° 2013-100 du 28 janvier 2013","art. 44 loi 2013-100","2013-03-16",null,"B","2026-11-21"],
    ],
  },
  "public-contract-assumed": {
    ...{"says":"Date du contrat public non indiquée → contrat tenu pour conclu depuis le 16 mars 2013"},
    values: [
      ["Loi n° 2013-100 du 28 janvier 2013","art. 44 loi 2013-100","2013-01-01",null,"C","2026-11-21"],
    ],
  },
  "waiver": {
    ...{"says":"Le créancier renonce à ce qui était dû ce jour-là → déduit du total, sans effet sur ce qui court ensuite"},
    values: [
      ["Code civil, remise de dette","1282 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, remise de dette","1350 C. civ.","2016-10-01",null,"C","2026-11-21"],
    ],
  },
  "waiver-nothing-owed": {
    ...{"says":"Rien n’était dû ce jour-là → renonciation sans effet, elle ne vaut pas pour l’avenir"},
    values: [
      ["Code civil, remise de dette","1282 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil, remise de dette","1350 C. civ.","2016-10-01",null,"C","2026-11-21"],
    ],
  },
  "start-formal-notice": {
    ...{"says":"Mise en demeure → intérêt au taux légal dès sa réception ou première présentation, sans préjudice à prouver"},
    values: [
      ["Code civil","1153 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil","1231-6 C. civ.","2016-10-01",null,"C","2026-11-21"],
    ],
  },
  "start-judgment": {
    ...{"says":"Indemnité fixée par un jugement → intérêts à compter du jugement, sauf décision contraire"},
    values: [
      ["Code civil","1153-1 (ancien) C. civ.",null,"2016-09-30","B","2026-11-21"],
      ["Code civil","1231-7 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "start-other": {
    ...{"says":"Point de départ fixé par la décision, par le contrat ou par un autre acte"},
    values: [
      ["Code civil","1153 (ancien) C. civ.",null,"2016-09-30","C","2026-11-21"],
      ["Code civil","1344-1 C. civ.","2016-10-01",null,"C","2026-11-21"],
    ],
  },
  "leap-year-counted": {
    ...{"says":"Réglage : les jours d’une année bissextile sont divisés par 366 → les fiches officielles divisent toujours par 365"},
    values: [
      ["Consultation d’avocat, contre les fiches de service-public","Sans article","2009-01-01",null,"C","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
