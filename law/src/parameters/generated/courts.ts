// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries } from '../shapes.ts';

export const SERIES = {
  "court-economic-towns": {
    ...{"description":"Villes dont le tribunal de commerce est renommé tribunal des activités économiques","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Art. 26 loi 2023-1059"},
    values: [
      ["2025-01-01","2028-12-31","Avignon, Auxerre, Le Havre, Le Mans, Limoges, Lyon, Marseille, Nancy, Nanterre, Paris, Saint-Brieuc, Versailles","Loi n° 2023-1059 du 20 novembre 2023, art. 26, expérimentation",null,null,"A","2026-11-21"],
    ],
  },
  "court-economic-postcodes": {
    ...{"description":"Débuts de codes postaux situés tout entiers dans une ville de tribunal des activités économiques","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Art. 26 loi 2023-1059"},
    values: [
      ["2025-01-01","2028-12-31","75, 6900, 1300, 1301, 84000, 89000, 76600, 76610, 76620, 72000, 72100, 87000, 87100, 54000, 92000, 22000, 78000","Codes postaux des douze villes",null,null,"C","2026-11-21"],
    ],
  },
  "court-commercial-chamber-departments": {
    ...{"description":"Départements où la chambre commerciale du tribunal judiciaire remplace le tribunal de commerce","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L731-1 C. com."},
    values: [
      ["2024-03-01",null,"57, 67, 68","Code de commerce",null,null,"A","2026-11-21"],
    ],
  },
  "court-economic-departments": {
    ...{"description":"Départements des villes de tribunal des activités économiques","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Art. 26 loi 2023-1059"},
    values: [
      ["2025-01-01","2028-12-31","84, 89, 76, 72, 87, 69, 13, 54, 92, 75, 22, 78","Départements des douze villes",null,null,"C","2026-11-21"],
    ],
  },
  "court-overseas-prefixes": {
    ...{"description":"Débuts de codes postaux d’outre-mer","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Périmètre du logiciel"},
    values: [
      ["2024-03-01",null,"97, 98","Codes postaux",null,null,"A","2026-11-21"],
    ],
  },
  "place-overseas-departments": {
    ...{"description":"Départements d’outre-mer par le début de leurs codes postaux, dans l’ordre des territoires","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Périmètre du logiciel"},
    values: [
      ["2024-03-01",null,"971, 972, 973, 974, 976","Codes postaux",null,null,"A","2026-11-21"],
    ],
  },
  "court-french-codes": {
    ...{"description":"Codes de pays dont le débiteur est traité comme domicilié en France","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Périmètre du logiciel"},
    values: [
      ["2024-03-01",null,"FR, GP, MQ, GF, RE, YT","Norme ISO 3166-1",null,null,"A","2026-11-21"],
    ],
  },
  "court-eu-members": {
    ...{"description":"Codes des autres États membres de l’Union européenne","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Art. 52 TUE"},
    values: [
      ["2024-03-01",null,"AT, BE, BG, CY, CZ, DE, DK, EE, EL, ES, FI, GR, HR, HU, IE, IT, LT, LU, LV, MT, NL, PL, PT, RO, SE, SI, SK","Traité sur l’Union européenne",null,null,"A","2026-11-21"],
    ],
  },
  "court-european-excluded": {
    ...{"description":"États membres que les procédures européennes de recouvrement ne lient pas","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Art. 2 règl. 1896/2006"},
    values: [
      ["2024-03-01",null,"DK","Règlements (CE) n° 1896/2006 et n° 861/2007",null,null,"C","2026-11-21"],
    ],
  },
  "court-local-limit": {
    ...{"description":"Montant jusqu’auquel le tribunal de proximité peut connaître d’une demande civile","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"D212-19 COJ"},
    values: [
      ["2024-03-01",null,"1000000","Code de l’organisation judiciaire",null,null,"B","2026-11-21"],
    ],
  },
  "court-lawyer-limit/judicial": {
    ...{"description":"Montant jusqu’auquel l’avocat n’est pas obligatoire","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"761 CPC et 853 CPC"},
    values: [
      ["2024-03-01",null,"1000000","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "court-lawyer-limit/commercial": {
    ...{"description":"Montant jusqu’auquel l’avocat n’est pas obligatoire","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"761 CPC et 853 CPC"},
    values: [
      ["2024-03-01",null,"1000000","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "court-amicable-limit": {
    ...{"description":"Montant jusqu’auquel une tentative amiable précède la demande devant le tribunal judiciaire","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"750-1 CPC"},
    values: [
      ["2024-03-01",null,"500000","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "court-amicable-limit-announced": {
    ...{"description":"Même montant selon le projet annoncé, sans effet","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"750-1 CPC"},
    values: [
      ["2024-03-01",null,"1000000","Projet de décret annoncé pour 2026, non publié au 25 septembre 2026",null,null,"C","2026-11-21"],
    ],
  },
  "court-last-instance-limit": {
    ...{"description":"Montant jusqu’auquel le jugement est sans appel","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"R211-3-24 COJ"},
    values: [
      ["2024-03-01",null,"500000","Code de l’organisation judiciaire, Code de commerce",null,null,"B","2026-11-21"],
    ],
  },
  "court-request-limit": {
    ...{"description":"Montant jusqu’auquel le tribunal judiciaire est saisi par requête","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"750 CPC"},
    values: [
      ["2024-03-01",null,"500000","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "court-small-claims-limit": {
    ...{"description":"Principal et intérêts, au plus, de la procédure simplifiée de recouvrement","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"R125-1 CPCE"},
    values: [
      ["2024-03-01",null,"500000","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "court-european-small-claims-limit": {
    ...{"description":"Montant, hors intérêts et frais, jusqu’auquel la procédure européenne des petits litiges est ouverte","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"Art. 2 règl. 861/2007"},
    values: [
      ["2024-03-01",null,"500000","Règlement (CE) n° 861/2007",null,null,"C","2026-11-21"],
    ],
  },
  "court-home-seizure-limit": {
    ...{"description":"Principal au-dessous duquel une saisie-vente au domicile suppose un préalable","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"R221-2 CPCE"},
    values: [
      ["2024-03-01",null,"53500","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "court-small-claims-between-traders": {
    ...{"description":"Procédure simplifiée pour une créance facturée entre commerçants","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L125-1 CPCE"},
    values: [
      ["2024-03-01","2026-04-24","admise","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
      ["2026-04-25",null,"exclue","Loi n° 2026-307 du 23 avril 2026",null,null,"B","2026-11-21"],
    ],
  },
  "uncontested-commercial-decree": {
    ...{"description":"Décret d’application du recouvrement des créances commerciales incontestées","unit":"text","expected":"décret d’application","expectedDaysBefore":0,"article":"L126-1 CPCE"},
    values: [
      ["2026-04-25",null,"non publié","Loi n° 2026-307 du 23 avril 2026, décret non publié au 16 septembre 2026",null,null,"B","2026-11-21"],
    ],
  },
  "court-payment-order-regime": {
    ...{"description":"Régime de l’injonction de payer selon la date de l’ordonnance","unit":"text","expected":null,"expectedDaysBefore":0,"article":"1411 CPC"},
    values: [
      ["2024-03-01","2026-08-31","R1","Code de procédure civile",null,null,"A","2026-11-21"],
      ["2026-09-01",null,"R2","Décret n° 2026-96 du 16 février 2026, art. 9",null,"2026-02-17","B","2026-11-21"],
    ],
  },
  "court-payment-order-form/commercial": {
    ...{"description":"Formulaire Cerfa de la requête en injonction de payer","unit":"text","expected":null,"expectedDaysBefore":0,"article":"1407 CPC"},
    values: [
      ["2024-03-01",null,"12946*02","Formulaires du ministère de la justice",null,null,"B","2026-11-21"],
    ],
  },
  "court-payment-order-form/civil": {
    ...{"description":"Formulaire Cerfa de la requête en injonction de payer","unit":"text","expected":null,"expectedDaysBefore":0,"article":"1407 CPC"},
    values: [
      ["2024-03-01",null,"12948*06","Formulaires du ministère de la justice",null,null,"B","2026-11-21"],
    ],
  },
  "court-payment-order-form/protection": {
    ...{"description":"Formulaire Cerfa de la requête en injonction de payer","unit":"text","expected":null,"expectedDaysBefore":0,"article":"1407 CPC"},
    values: [
      ["2024-03-01",null,"16040*01","Formulaires du ministère de la justice",null,null,"B","2026-11-21"],
    ],
  },
  "court-insolvency-form": {
    ...{"description":"Formulaire Cerfa, facultatif, de la déclaration de créance","unit":"text","expected":null,"expectedDaysBefore":0,"article":"R622-23 C. com."},
    values: [
      ["2024-03-01",null,"10021*01","Modèle de 1998",null,null,"B","2026-11-21"],
    ],
  },
  "court-limitation-margin": {
    ...{"description":"Marge avant la prescription au-dessous de laquelle un acte interruptif passe avant l’amiable","unit":"months","expected":null,"expectedDaysBefore":0,"article":"2241 C. civ."},
    values: [
      ["2024-03-01",null,"3","Choix de prudence du logiciel",null,null,"C","2026-11-21"],
    ],
  },
  "court-wage-attachment-reform": {
    ...{"description":"Saisie des rémunérations par commissaire de justice, sans juge","unit":"text","expected":null,"expectedDaysBefore":0,"article":"R3252-1 C. trav."},
    values: [
      ["2024-03-01","2025-06-30","juge","Code du travail",null,null,"B","2026-11-21"],
      ["2025-07-01",null,"commissaire de justice","Code des procédures civiles d’exécution","L212-1 CPCE",null,"A","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;
