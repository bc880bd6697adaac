// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries, RawArticle } from '../shapes.ts';

export const SERIES = {
  "payment-order-service": {
    ...{"description":"Délai pour signifier une ordonnance portant injonction de payer, selon sa date","unit":"months","expected":null,"expectedDaysBefore":0,"article":"1411 CPC"},
    values: [
      ["2022-03-01","2026-08-31","6","Code de procédure civile",null,null,"A","2026-11-21"],
      ["2026-09-01",null,"3","Code de procédure civile, décret n° 2026-96 du 16 février 2026, article 9",null,"2026-02-17","B","2026-11-21"],
    ],
  },
  "payment-order-wait": {
    ...{"description":"Attente, depuis la signification, avant toute exécution de l’ordonnance, selon sa date","unit":"months","expected":null,"expectedDaysBefore":0,"article":"1422 CPC"},
    values: [
      ["2022-03-01","2026-08-31","1","Code de procédure civile",null,null,"A","2026-11-21"],
      ["2026-09-01",null,"2","Code de procédure civile, décret n° 2026-96 du 16 février 2026, article 9",null,"2026-02-17","B","2026-11-21"],
    ],
  },
  "payment-order-opposition": {
    ...{"description":"Délai pour former opposition à l’ordonnance signifiée","unit":"months","expected":null,"expectedDaysBefore":0,"article":"1416 CPC"},
    values: [
      ["2008-06-19",null,"1","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "payment-order-late-opposition": {
    ...{"description":"Délai d’opposition après le premier acte à personne ou la première saisie","unit":"months","expected":null,"expectedDaysBefore":0,"article":"1416 al. 2 CPC"},
    values: [
      ["2008-06-19",null,"1","Code de procédure civile",null,null,"B","2026-11-21"],
    ],
  },
  "payment-order-notice": {
    ...{"description":"Délai du greffe pour aviser le créancier de l’opposition","unit":"months","expected":null,"expectedDaysBefore":0,"article":"1415 CPC"},
    values: [
      ["2026-09-01",null,"1","Code de procédure civile, décret n° 2026-96 du 16 février 2026, article 9",null,"2026-02-17","B","2026-11-21"],
    ],
  },
  "payment-order-fee": {
    ...{"description":"Délai pour verser les frais de greffe de la requête au tribunal de commerce","unit":"days","expected":null,"expectedDaysBefore":0,"article":"1425 al. 1 CPC"},
    values: [
      ["2008-06-19",null,"15","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "payment-order-opposition-fee": {
    ...{"description":"Délai pour consigner les frais de l’opposition demandés par le greffe du tribunal de commerce","unit":"days","expected":null,"expectedDaysBefore":0,"article":"1425 al. 2 CPC"},
    values: [
      ["2008-06-19",null,"15","Code de procédure civile",null,null,"B","2026-11-21"],
    ],
  },
  "payment-order-lawyer": {
    ...{"description":"Délai pour constituer avocat après l’avis d’opposition, en procédure écrite","unit":"days","expected":null,"expectedDaysBefore":0,"article":"1418 et 1419 CPC"},
    values: [
      ["2020-01-01",null,"15","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "payment-order-lapse-relief": {
    ...{"description":"Délai pour faire rapporter une décision de caducité","unit":"days","expected":null,"expectedDaysBefore":0,"article":"468 CPC"},
    values: [
      ["2008-06-19",null,"15","Code de procédure civile",null,null,"B","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;

export const ARTICLES = {
  "payment-order-regime": {
    ...{"says":"Date de l’ordonnance → régime de signification et d’exécution en vigueur ce jour-là"},
    values: [
      ["Décret n° 2026-96 du 16 février 2026, article 9","1411 et 1422 CPC",null,null,"B","2026-11-21"],
    ],
  },
  "payment-order-serve": {
    ...{"says":"Ordonnance non signifiée dans le délai → non avenue, la créance demeure"},
    values: [
      ["Code de procédure civile","1411 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "payment-order-serve-prudent": {
    ...{"says":"Dernier jour chômé → le report existe mais ne doit pas servir de marge"},
    values: [
      ["Code de procédure civile","642 al. 2 CPC",null,null,"C","2026-11-21"],
    ],
  },
  "payment-order-oppose-in-person": {
    ...{"says":"Signification à personne → opposition dans le mois de la signification"},
    values: [
      ["Code de procédure civile","1416 al. 1 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "payment-order-oppose-ordinary": {
    ...{"says":"Signification → un mois ordinaire d’opposition, à personne ou non"},
    values: [
      ["Code de procédure civile","1416 al. 1 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "payment-order-oppose-late": {
    ...{"says":"Signification non faite à personne → opposition jusqu’à un mois après le premier acte à personne ou la première saisie"},
    values: [
      ["Code de procédure civile","1416 al. 2 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "payment-order-oppose-open": {
    ...{"says":"Aucun acte à personne ni saisie notifiée → opposition encore possible, sans date de fin"},
    values: [
      ["Code de procédure civile","1416 al. 2 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "payment-order-person-unknown": {
    ...{"says":"Remise à personne non indiquée → tenue pour non faite, par prudence"},
    values: [
      ["Code de procédure civile","1416 CPC",null,null,"C","2026-11-21"],
    ],
  },
  "payment-order-first-event": {
    ...{"says":"Acte à personne et saisie → le premier des deux fait courir le mois"},
    values: [
      ["Code de procédure civile","1416 al. 2 CPC",null,null,"B","2026-11-21"],
    ],
  },
  "payment-order-wait": {
    ...{"says":"Aucune opposition dans ce temps → l’exécution peut commencer"},
    values: [
      ["Code de procédure civile","1422 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "payment-order-wait-distance": {
    ...{"says":"Débiteur outre-mer ou à l’étranger → l’attente est allongée comme l’opposition, par prudence"},
    values: [
      ["Code de procédure civile","645 CPC",null,null,"C","2026-11-21"],
    ],
  },
  "payment-order-opposed": {
    ...{"says":"Opposition reçue → pas d’exécution, le tribunal juge toute l’affaire"},
    values: [
      ["Code de procédure civile","1417 et 1420 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "payment-order-opposition-late": {
    ...{"says":"Opposition tardive, reçue avant la première date d’exécution → à faire juger irrecevable, pas d’exécution d’ici là"},
    values: [
      ["Code de procédure civile","1416 et 1422 CPC",null,null,"C","2026-11-21"],
    ],
  },
  "payment-order-opposition-too-late": {
    ...{"says":"Opposition reçue après le délai et après l’attente → l’ordonnance reste exécutoire ; vérifier d’abord au greffe qu’elle n’a pas été formée à temps"},
    values: [
      ["Code de procédure civile","1416 et 1422 CPC",null,null,"C","2026-11-21"],
    ],
  },
  "payment-order-posted": {
    ...{"says":"Opposition envoyée par lettre recommandée → formée au jour du cachet de la poste, pour le débiteur qui l’envoie"},
    values: [
      ["Code de procédure civile","668 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "payment-order-deed-at-hearing": {
    ...{"says":"Ordonnance du 1er septembre 2026 ou après, opposition → produire l’acte de signification à l’audience, sinon demandes irrecevables"},
    values: [
      ["Décret n° 2026-96 du 16 février 2026","1418 CPC","2026-09-01",null,"B","2026-11-21"],
    ],
  },
  "payment-order-no-act-on-holiday": {
    ...{"says":"Dimanche ou jour férié → pas d’acte de commissaire de justice sans autorisation du juge"},
    values: [
      ["Code de procédure civile","664 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "payment-order-notice": {
    ...{"says":"Opposition formée ailleurs qu’au tribunal de commerce → le greffe avise le créancier"},
    values: [
      ["Décret n° 2026-96 du 16 février 2026","1415 CPC","2026-09-01",null,"B","2026-11-21"],
    ],
  },
  "payment-order-fee": {
    ...{"says":"Frais de greffe non versés dans le délai → requête caduque"},
    values: [
      ["Code de procédure civile","1425 al. 1 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "payment-order-opposition-fee": {
    ...{"says":"Frais d’opposition non consignés dans le délai → demande caduque"},
    values: [
      ["Code de procédure civile","1425 al. 2 CPC",null,null,"B","2026-11-21"],
    ],
  },
  "payment-order-lawyer": {
    ...{"says":"Avocat non constitué dans le délai → instance éteinte, ordonnance non avenue"},
    values: [
      ["Code de procédure civile","1419 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "payment-order-lapse-relief": {
    ...{"says":"Caducité prononcée → le juge peut la rapporter sur motif légitime"},
    values: [
      ["Code de procédure civile","468 CPC",null,null,"B","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
