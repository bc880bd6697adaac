// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries } from '../shapes.ts';

export const SERIES = {
  "practice-duration-notice/low": {
    ...{"description":"Délai laissé par une mise en demeure, en jours","unit":"days","expected":null,"expectedDaysBefore":0,"article":"1231 C. civ."},
    values: [
      ["2024-03-01",null,"8","Choix usuel : le texte dit un délai raisonnable",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-notice/high": {
    ...{"description":"Délai laissé par une mise en demeure, en jours","unit":"days","expected":null,"expectedDaysBefore":0,"article":"1231 C. civ."},
    values: [
      ["2024-03-01",null,"15","Choix usuel : le texte dit un délai raisonnable",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-small-claims/low": {
    ...{"description":"Procédure simplifiée, de l’envoi de l’invitation à son issue","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R125-2 CPCE"},
    values: [
      ["2024-03-01",null,"1","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "practice-duration-small-claims/high": {
    ...{"description":"Procédure simplifiée, de l’envoi de l’invitation à son issue","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R125-2 CPCE"},
    values: [
      ["2024-03-01",null,"1","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "practice-duration-uncontested/low": {
    ...{"description":"Recouvrement des créances commerciales incontestées, du commandement au procès-verbal de non-contestation","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L126-1 CPCE"},
    values: [
      ["2024-03-01",null,"39","Un mois puis huit jours, six semaines environ",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-uncontested/high": {
    ...{"description":"Recouvrement des créances commerciales incontestées, du commandement au procès-verbal de non-contestation","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L126-1 CPCE"},
    values: [
      ["2024-03-01",null,"42","Un mois puis huit jours, six semaines environ",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-order-commercial/low": {
    ...{"description":"Injonction de payer devant un tribunal de commerce, de la requête à l’ordonnance","unit":"days","expected":null,"expectedDaysBefore":0,"article":"1405 CPC"},
    values: [
      ["2024-03-01",null,"14","Durées constatées par les praticiens",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-order-commercial/high": {
    ...{"description":"Injonction de payer devant un tribunal de commerce, de la requête à l’ordonnance","unit":"days","expected":null,"expectedDaysBefore":0,"article":"1405 CPC"},
    values: [
      ["2024-03-01",null,"42","Durées constatées par les praticiens",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-order-civil/low": {
    ...{"description":"Injonction de payer devant un juge civil, de la requête à l’ordonnance","unit":"months","expected":null,"expectedDaysBefore":0,"article":"1405 CPC"},
    values: [
      ["2024-03-01",null,"1","Durées constatées par les praticiens",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-order-civil/high": {
    ...{"description":"Injonction de payer devant un juge civil, de la requête à l’ordonnance","unit":"months","expected":null,"expectedDaysBefore":0,"article":"1405 CPC"},
    values: [
      ["2024-03-01",null,"4","Durées constatées par les praticiens",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-interim/low": {
    ...{"description":"Référé-provision, de l’assignation à l’ordonnance","unit":"months","expected":null,"expectedDaysBefore":0,"article":"835 et 873 CPC"},
    values: [
      ["2024-03-01",null,"1","Durées constatées par les praticiens",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-interim/high": {
    ...{"description":"Référé-provision, de l’assignation à l’ordonnance","unit":"months","expected":null,"expectedDaysBefore":0,"article":"835 et 873 CPC"},
    values: [
      ["2024-03-01",null,"3","Durées constatées par les praticiens",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-suit-commercial/low": {
    ...{"description":"Procès au fond devant un tribunal de commerce","unit":"months","expected":null,"expectedDaysBefore":0,"article":"871 CPC"},
    values: [
      ["2024-03-01",null,"4","Durées constatées par les praticiens",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-suit-commercial/high": {
    ...{"description":"Procès au fond devant un tribunal de commerce","unit":"months","expected":null,"expectedDaysBefore":0,"article":"871 CPC"},
    values: [
      ["2024-03-01",null,"9","Durées constatées par les praticiens",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-suit-civil/low": {
    ...{"description":"Procès au fond devant un juge civil","unit":"months","expected":null,"expectedDaysBefore":0,"article":"754 CPC"},
    values: [
      ["2024-03-01",null,"6","Durées constatées par les praticiens",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-suit-civil/high": {
    ...{"description":"Procès au fond devant un juge civil","unit":"months","expected":null,"expectedDaysBefore":0,"article":"754 CPC"},
    values: [
      ["2024-03-01",null,"18","Durées constatées par les praticiens",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-cheque/low": {
    ...{"description":"Chèque, de la première présentation au titre","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L131-73 C. mon. fin."},
    values: [
      ["2024-03-01",null,"45","Trente jours, quinze au plus pour le certificat, quinze pour payer",null,null,"A","2026-11-21"],
    ],
  },
  "practice-duration-cheque/high": {
    ...{"description":"Chèque, de la première présentation au titre","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L131-73 C. mon. fin."},
    values: [
      ["2024-03-01",null,"60","Trente jours, quinze au plus pour le certificat, quinze pour payer",null,null,"A","2026-11-21"],
    ],
  },
  "practice-duration-european-order/low": {
    ...{"description":"Injonction de payer européenne, de la demande à l’ordonnance puis au constat de la force exécutoire","unit":"days","expected":null,"expectedDaysBefore":0,"article":"1424-14 CPC"},
    values: [
      ["2024-03-01",null,"30","Trente jours, puis trente pour l’opposition et dix de voie postale",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-european-order/high": {
    ...{"description":"Injonction de payer européenne, de la demande à l’ordonnance puis au constat de la force exécutoire","unit":"days","expected":null,"expectedDaysBefore":0,"article":"1424-14 CPC"},
    values: [
      ["2024-03-01",null,"70","Trente jours, puis trente pour l’opposition et dix de voie postale",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-european-small/low": {
    ...{"description":"Petits litiges européens, de la demande à la décision","unit":"days","expected":null,"expectedDaysBefore":0,"article":"Art. 5 et 7 règl. 861/2007"},
    values: [
      ["2024-03-01",null,"60","Trente jours pour répondre, trente pour décider",null,null,"C","2026-11-21"],
    ],
  },
  "practice-duration-european-small/high": {
    ...{"description":"Petits litiges européens, de la demande à la décision","unit":"days","expected":null,"expectedDaysBefore":0,"article":"Art. 5 et 7 règl. 861/2007"},
    values: [
      ["2024-03-01",null,"60","Trente jours pour répondre, trente pour décider",null,null,"C","2026-11-21"],
    ],
  },
  "practice-figure-orders": {
    ...{"description":"Requêtes commerciales en injonction de payer de l’année 2024","unit":"count","expected":null,"expectedDaysBefore":0,"article":"Statistique publiée"},
    values: [
      ["2024-03-01",null,"139234","Chiffres de l’année 2024 repris par la doctrine, as-juris-consulting.fr",null,null,"B","2026-11-21"],
    ],
  },
  "practice-figure-order-median": {
    ...{"description":"Montant médian d’une requête commerciale en injonction de payer de 2024","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"Statistique publiée"},
    values: [
      ["2024-03-01",null,"300000","Chiffres de l’année 2024 repris par la doctrine, as-juris-consulting.fr",null,null,"B","2026-11-21"],
    ],
  },
  "practice-figure-small-claims": {
    ...{"description":"Procédures simplifiées de recouvrement par an, environ","unit":"count","expected":null,"expectedDaysBefore":0,"article":"Statistique publiée"},
    values: [
      ["2024-03-01",null,"500","Sénat, exposé de l’amendement n° 1 rect., session 2025-2026",null,null,"A","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;
