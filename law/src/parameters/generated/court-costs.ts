// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries, RawTariff, RawArticle } from '../shapes.ts';

export const SERIES = {
  "cost-known-from": {
    ...{"description":"Premier jour pour lequel les frais et les voies sont servis ; un jour plus ancien est refusé","unit":"date","expected":null,"expectedDaysBefore":0,"article":"Périmètre du logiciel"},
    values: [
      ["2024-03-01",null,"2024-03-01","Tables d’Acquit",null,null,"A","2026-11-21"],
    ],
  },
  "cost-vat": {
    ...{"description":"Taux de TVA ajouté aux tarifs réglementés hors taxe","unit":"percent","expected":null,"expectedDaysBefore":0,"article":"278 CGI"},
    values: [
      ["2024-03-01",null,"20.00","Code général des impôts",null,null,"B","2026-11-21"],
    ],
  },
  "cost-registry-payment-order": {
    ...{"description":"Greffe de commerce, injonction de payer (requête, ordonnance, transmission), hors taxe","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"A743-9 C. com."},
    values: [
      ["2026-03-01","2028-02-29","2519","Arrêté du 25 février 2026 sur les tarifs des greffiers des tribunaux de commerce",null,null,"B","2026-11-21"],
    ],
  },
  "cost-registry-payment-order-with-vat": {
    ...{"description":"Greffe de commerce, injonction de payer, TTC, avant le tarif de mars 2026","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"A743-9 C. com."},
    values: [
      ["2024-03-01","2026-02-28","3347","Tarif des greffiers des tribunaux de commerce antérieur au 1er mars 2026",null,null,"B","2026-11-21"],
    ],
  },
  "cost-registry-order-on-request": {
    ...{"description":"Greffe de commerce, ordonnance sur requête, TTC","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"A743-9 C. com."},
    values: [
      ["2026-03-01","2028-02-29","1152","Tarif publié par Infogreffe pour 2026",null,null,"C","2026-11-21"],
    ],
  },
  "cost-registry-order-on-request-highest": {
    ...{"description":"Greffe de commerce, ordonnance sur requête, prix le plus élevé trouvé, TTC","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"A743-9 C. com."},
    values: [
      ["2026-03-01","2028-02-29","1715","Tarif affiché par le greffe de Nantes pour la désignation d’un mandataire ad hoc, 2026",null,null,"C","2026-11-21"],
    ],
  },
  "cost-registry-judicial": {
    ...{"description":"Droit de greffe devant le tribunal judiciaire, le tribunal de proximité, le juge des contentieux de la protection et le juge de l’exécution","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"1089 B CGI"},
    values: [
      ["2024-03-01",null,"0","Loi n° 77-1468 du 30 décembre 1977 instaurant la gratuité des actes de justice",null,null,"B","2026-11-21"],
    ],
  },
  "cost-legal-aid-contribution": {
    ...{"description":"Contribution pour l’aide juridique, par instance civile devant le tribunal judiciaire","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"1635 bis Q CGI"},
    values: [
      ["2026-03-01","2026-04-30","5000","Loi n° 2026-103 du 19 février 2026, art. 128",null,null,"C","2026-11-21"],
      ["2026-05-01",null,"5000","Loi n° 2026-103 du 19 février 2026, art. 128",null,null,"A","2026-11-21"],
    ],
  },
  "cost-appeal-stamp": {
    ...{"description":"Droit de timbre dû par chaque partie en appel avec avocat obligatoire","unit":"cents","expected":"loi de finances","expectedDaysBefore":0,"article":"1635 bis P CGI"},
    values: [
      ["2024-03-01","2026-12-31","22500","Code général des impôts",null,null,"A","2026-11-21"],
    ],
  },
  "cost-registered-letter": {
    ...{"description":"Lettre recommandée R1 de 20 g avec avis de réception (6,11 € + 1,45 €)","unit":"cents","expected":"tarif annuel de La Poste","expectedDaysBefore":0,"article":"Tarif de La Poste"},
    values: [
      ["2026-01-01","2026-12-31","756","Tarifs postaux de 2026",null,null,"B","2026-11-21"],
    ],
  },
  "cost-electronic-registered-letter": {
    ...{"description":"Lettre recommandée électronique qualifiée, prix moyen","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"L100 CPCE postes"},
    values: [
      ["2026-01-01","2026-12-31","349","Prix relevés en 2026",null,null,"C","2026-11-21"],
    ],
  },
  "cost-green-letter": {
    ...{"description":"Lettre verte de 20 g","unit":"cents","expected":"tarif annuel de La Poste","expectedDaysBefore":0,"article":"Tarif de La Poste"},
    values: [
      ["2026-01-01","2026-12-31","152","Tarifs postaux de 2026",null,null,"C","2026-11-21"],
    ],
  },
  "cost-payment-order-service": {
    ...{"description":"Commissaire de justice, signification de la requête et de l’ordonnance d’injonction de payer, hors taxe, avant coefficient","unit":"cents","expected":"tarif de mars 2028","expectedDaysBefore":0,"article":"A444-11 C. com."},
    values: [
      ["2024-03-01","2026-02-28","2553","Tarif des commissaires de justice antérieur au 1er mars 2026",null,null,"C","2026-11-21"],
      ["2026-03-01","2028-02-29","2579","Arrêtés de tarifs des professions du droit, en vigueur depuis le 1er mars 2026",null,null,"B","2026-11-21"],
    ],
  },
  "cost-electronic-travel": {
    ...{"description":"Commissaire de justice, frais de déplacement d’un acte seulement électronique, hors taxe","unit":"cents","expected":"tarif de mars 2028","expectedDaysBefore":0,"article":"A444-48 C. com."},
    values: [
      ["2026-01-01","2026-02-28","880","Tarif rapporté pour 2026",null,null,"C","2026-11-21"],
      ["2026-03-01","2028-02-29","880","Arrêtés de tarifs des professions du droit, en vigueur depuis le 1er mars 2026",null,null,"B","2026-11-21"],
    ],
  },
  "cost-paper-travel-kilometres": {
    ...{"description":"Kilomètres comptés pour le déplacement d’un acte remis sur papier","unit":"count","expected":null,"expectedDaysBefore":0,"article":"A444-48 C. com."},
    values: [
      ["2024-03-01",null,"20","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "cost-commissaire-overseas-uplift/971": {
    ...{"description":"Majoration des émoluments du commissaire de justice outre-mer, par préfixe postal","unit":"percent","expected":null,"expectedDaysBefore":0,"article":"A444-53 C. com."},
    values: [
      ["2024-03-01",null,"29.00","Texte de 2020 sur les majorations outre-mer",null,null,"C","2026-11-21"],
    ],
  },
  "cost-commissaire-overseas-uplift/972": {
    ...{"description":"Majoration des émoluments du commissaire de justice outre-mer, par préfixe postal","unit":"percent","expected":null,"expectedDaysBefore":0,"article":"A444-53 C. com."},
    values: [
      ["2024-03-01",null,"29.00","Texte de 2020 sur les majorations outre-mer",null,null,"C","2026-11-21"],
    ],
  },
  "cost-commissaire-overseas-uplift/973": {
    ...{"description":"Majoration des émoluments du commissaire de justice outre-mer, par préfixe postal","unit":"percent","expected":null,"expectedDaysBefore":0,"article":"A444-53 C. com."},
    values: [
      ["2024-03-01",null,"27.00","Texte de 2020 sur les majorations outre-mer",null,null,"C","2026-11-21"],
    ],
  },
  "cost-commissaire-overseas-uplift/974": {
    ...{"description":"Majoration des émoluments du commissaire de justice outre-mer, par préfixe postal","unit":"percent","expected":null,"expectedDaysBefore":0,"article":"A444-53 C. com."},
    values: [
      ["2024-03-01",null,"37.00","Texte de 2020 sur les majorations outre-mer",null,null,"C","2026-11-21"],
    ],
  },
  "cost-commissaire-overseas-uplift/other": {
    ...{"description":"Majoration des émoluments du commissaire de justice outre-mer, par préfixe postal","unit":"percent","expected":null,"expectedDaysBefore":0,"article":"A444-53 C. com."},
    values: [
      ["2024-03-01",null,"30.00","Texte de 2020 sur les majorations outre-mer",null,null,"C","2026-11-21"],
    ],
  },
  "cost-overseas-territories": {
    ...{"description":"Débuts de codes postaux qui ont leur propre majoration","unit":"text","expected":null,"expectedDaysBefore":0,"article":"A444-53 C. com."},
    values: [
      ["2024-03-01",null,"971, 972, 973, 974","Texte de 2020 sur les majorations outre-mer",null,null,"C","2026-11-21"],
    ],
  },
  "cost-summons-to-pay/low": {
    ...{"description":"Sommation de payer, fourchette constatée, hors taxe et hors déplacement","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"L111-8 CPCE"},
    values: [
      ["2024-03-01",null,"2500","Prix constatés",null,null,"C","2026-11-21"],
    ],
  },
  "cost-summons-to-pay/high": {
    ...{"description":"Sommation de payer, fourchette constatée, hors taxe et hors déplacement","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"L111-8 CPCE"},
    values: [
      ["2024-03-01",null,"3500","Prix constatés",null,null,"C","2026-11-21"],
    ],
  },
  "cost-opposition-registry/low": {
    ...{"description":"Greffe de commerce, frais demandés après opposition, fourchette constatée","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"1425 CPC"},
    values: [
      ["2024-03-01",null,"6000","Pratique des greffes",null,null,"C","2026-11-21"],
    ],
  },
  "cost-opposition-registry/high": {
    ...{"description":"Greffe de commerce, frais demandés après opposition, fourchette constatée","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"1425 CPC"},
    values: [
      ["2024-03-01",null,"10500","Pratique des greffes",null,null,"C","2026-11-21"],
    ],
  },
  "cost-seizure-sale-commandment": {
    ...{"description":"Commissaire de justice, commandement avant saisie-vente, hors taxe, avant coefficient","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"A444-15 C. com."},
    values: [
      ["2021-01-01","2022-02-28","2021","Tarif des commissaires de justice, chiffres de 2021 à février 2022",null,null,"C","2026-11-21"],
    ],
  },
  "cost-proceedings-fee-least": {
    ...{"description":"Droit d’engagement des poursuites, minimum pour une créance d’au plus 76 €","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"A444-15 C. com."},
    values: [
      ["2021-01-01","2022-02-28","429","Tarif des commissaires de justice, chiffres de 2021 à février 2022",null,null,"C","2026-11-21"],
    ],
  },
  "cost-proceedings-fee-most": {
    ...{"description":"Droit d’engagement des poursuites, maximum","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"A444-15 C. com."},
    values: [
      ["2021-01-01","2022-02-28","26813","Tarif des commissaires de justice, chiffres de 2021 à février 2022",null,null,"C","2026-11-21"],
    ],
  },
  "cost-wage-commandment": {
    ...{"description":"Saisie des rémunérations, supplément d’émolument : commandement, hors taxe","unit":"cents","expected":"tarif de mars 2028","expectedDaysBefore":0,"article":"A444-22-1 C. com."},
    values: [
      ["2025-07-01","2028-02-29","584","Arrêté du 20 juin 2025",null,null,"A","2026-11-21"],
    ],
  },
  "cost-wage-seizure": {
    ...{"description":"Saisie des rémunérations, supplément d’émolument : procès-verbal de saisie, hors taxe","unit":"cents","expected":"tarif de mars 2028","expectedDaysBefore":0,"article":"A444-22-1 C. com."},
    values: [
      ["2025-07-01","2028-02-29","144","Arrêté du 20 juin 2025",null,null,"A","2026-11-21"],
    ],
  },
  "cost-wage-agreement": {
    ...{"description":"Saisie des rémunérations, supplément d’émolument : constat d’accord, hors taxe","unit":"cents","expected":"tarif de mars 2028","expectedDaysBefore":0,"article":"A444-22-1 C. com."},
    values: [
      ["2025-07-01","2028-02-29","144","Arrêté du 20 juin 2025",null,null,"A","2026-11-21"],
    ],
  },
  "cost-wage-intervention": {
    ...{"description":"Saisie des rémunérations, supplément d’émolument : acte d’intervention, hors taxe","unit":"cents","expected":"tarif de mars 2028","expectedDaysBefore":0,"article":"A444-22-1 C. com."},
    values: [
      ["2025-07-01","2028-02-29","144","Arrêté du 20 juin 2025",null,null,"A","2026-11-21"],
    ],
  },
  "cost-wage-notice": {
    ...{"description":"Saisie des rémunérations, supplément d’émolument : dénonciation ou avis, hors taxe","unit":"cents","expected":"tarif de mars 2028","expectedDaysBefore":0,"article":"A444-22-1 C. com."},
    values: [
      ["2025-07-01","2028-02-29","160","Arrêté du 20 juin 2025",null,null,"A","2026-11-21"],
    ],
  },
  "cost-wage-no-contest": {
    ...{"description":"Saisie des rémunérations, supplément d’émolument : certificat de non-contestation, hors taxe","unit":"cents","expected":"tarif de mars 2028","expectedDaysBefore":0,"article":"A444-22-1 C. com."},
    values: [
      ["2025-07-01","2028-02-29","313","Arrêté du 20 juin 2025",null,null,"A","2026-11-21"],
    ],
  },
  "cost-wage-register": {
    ...{"description":"Saisie des rémunérations, supplément d’émolument : inscription au registre numérique, hors taxe","unit":"cents","expected":"tarif de mars 2028","expectedDaysBefore":0,"article":"A444-22-1 C. com."},
    values: [
      ["2025-07-01","2028-02-29","232","Arrêté du 20 juin 2025",null,null,"A","2026-11-21"],
    ],
  },
  "cost-tae-least-claim": {
    ...{"description":"Contribution pour la justice économique : montant de la demande au-delà duquel elle est due","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"Art. 27 loi 2023-1059"},
    values: [
      ["2025-01-01","2028-12-31","5000000","Loi n° 2023-1059 du 20 novembre 2023, art. 27, et décret n° 2024-1225",null,null,"B","2026-11-21"],
    ],
  },
  "cost-tae-least-employees": {
    ...{"description":"Contribution pour la justice économique : effectif au-dessous duquel le demandeur en est dispensé","unit":"count","expected":null,"expectedDaysBefore":0,"article":"Art. 27 loi 2023-1059"},
    values: [
      ["2025-01-01","2028-12-31","250","Loi n° 2023-1059 du 20 novembre 2023, art. 27, et décret n° 2024-1225",null,null,"B","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;

export const TARIFFS = {
  "commissaire-coefficient": {
    ...{"description":"Coefficient des émoluments fixes du commissaire de justice selon le montant de la créance","unit":"multiple","expected":null,"expectedDaysBefore":0},
    values: [
      ["2016-05-01",null,[["12800","0.5"],["128000","1"],[null,"2"]],"Code de commerce","A444-46 C. com.",null,"B","2026-11-21"],
    ],
  },
  "cost-proceedings-fee": {
    ...{"description":"Droit d’engagement des poursuites, pourcentage par tranche de la créance","unit":"percent","expected":null,"expectedDaysBefore":0},
    values: [
      ["2021-01-01","2022-02-28",[["30400","5.60"],["91200","2.80"],["304000","1.40"],[null,"0.28"]],"Tarif des commissaires de justice, chiffres de 2021 à février 2022","A444-15 C. com.",null,"C","2026-11-21"],
    ],
  },
  "cost-tae-company-rate": {
    ...{"description":"Contribution pour la justice économique d’une société : taux selon le chiffre d’affaires moyen de trois ans","unit":"percent","expected":null,"expectedDaysBefore":0},
    values: [
      ["2025-01-01","2028-12-31",[["5000000000","0"],["150000000000","3"],[null,"5"]],"Loi n° 2023-1059 du 20 novembre 2023, art. 27, et décret n° 2024-1225","Art. 27 loi 2023-1059",null,"B","2026-11-21"],
    ],
  },
  "cost-tae-company-cap": {
    ...{"description":"Contribution pour la justice économique d’une société : plafond selon le chiffre d’affaires moyen de trois ans","unit":"cents","expected":null,"expectedDaysBefore":0},
    values: [
      ["2025-01-01","2028-12-31",[["5000000000","0"],["150000000000","5000000"],[null,"10000000"]],"Loi n° 2023-1059 du 20 novembre 2023, art. 27, et décret n° 2024-1225","Art. 27 loi 2023-1059",null,"B","2026-11-21"],
    ],
  },
  "cost-tae-company-profit": {
    ...{"description":"Contribution pour la justice économique d’une société : bénéfice moyen de trois ans à dépasser, selon le chiffre d’affaires","unit":"cents","expected":null,"expectedDaysBefore":0},
    values: [
      ["2025-01-01","2028-12-31",[["150000000000","300000000"],[null,"0"]],"Loi n° 2023-1059 du 20 novembre 2023, art. 27, et décret n° 2024-1225","Art. 27 loi 2023-1059",null,"B","2026-11-21"],
    ],
  },
  "cost-tae-individual-rate": {
    ...{"description":"Contribution pour la justice économique d’une personne physique : taux selon le revenu fiscal de référence","unit":"percent","expected":null,"expectedDaysBefore":0},
    values: [
      ["2025-01-01","2028-12-31",[["25000000","0"],["50000000","1"],["100000000","2"],[null,"3"]],"Loi n° 2023-1059 du 20 novembre 2023, art. 27, et décret n° 2024-1225","Art. 27 loi 2023-1059",null,"B","2026-11-21"],
    ],
  },
  "cost-tae-individual-cap": {
    ...{"description":"Contribution pour la justice économique d’une personne physique : plafond selon le revenu fiscal de référence","unit":"cents","expected":null,"expectedDaysBefore":0},
    values: [
      ["2025-01-01","2028-12-31",[["25000000","0"],["50000000","1700000"],["100000000","3300000"],[null,"5000000"]],"Loi n° 2023-1059 du 20 novembre 2023, art. 27, et décret n° 2024-1225","Art. 27 loi 2023-1059",null,"B","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawTariff>;

export const ARTICLES = {
  "cost-left-to-creditor": {
    ...{"says":"Frais amiables engagés avant un titre → à la charge du créancier"},
    values: [
      ["Code des procédures civiles d’exécution","L111-8 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "cost-payment-order-exempt": {
    ...{"says":"Injonction de payer → pas de contribution pour l’aide juridique"},
    values: [
      ["Code général des impôts","1635 bis Q CGI","2026-03-01",null,"B","2026-11-21"],
    ],
  },
  "cost-judicial-free": {
    ...{"says":"Tribunal judiciaire, de proximité ou juge de l’exécution → pas de droit de greffe"},
    values: [
      ["Code général des impôts","1089 B CGI",null,null,"B","2026-11-21"],
    ],
  },
  "cost-commercial-no-contribution": {
    ...{"says":"Tribunal de commerce ou des activités économiques → pas de contribution pour l’aide juridique"},
    values: [
      ["Code général des impôts","1635 bis Q CGI","2026-03-01",null,"B","2026-11-21"],
    ],
  },
  "cost-tae-small-claim": {
    ...{"says":"Demande d’au plus 50 000 € → pas de contribution pour la justice économique"},
    values: [
      ["Loi n° 2023-1059 du 20 novembre 2023, art. 27, et décret n° 2024-1225","Art. 27 loi 2023-1059","2025-01-01","2028-12-31","B","2026-11-21"],
    ],
  },
  "cost-tae-exempt-employees": {
    ...{"says":"Demandeur de moins de 250 salariés → dispensé de la contribution pour la justice économique"},
    values: [
      ["Loi n° 2023-1059 du 20 novembre 2023, art. 27, et décret n° 2024-1225","Art. 27 loi 2023-1059","2025-01-01","2028-12-31","B","2026-11-21"],
    ],
  },
  "cost-tae-exempt-public": {
    ...{"says":"Demandeur public → dispensé de la contribution pour la justice économique"},
    values: [
      ["Loi n° 2023-1059 du 20 novembre 2023, art. 27, et décret n° 2024-1225","Art. 27 loi 2023-1059","2025-01-01","2028-12-31","B","2026-11-21"],
    ],
  },
  "cost-tae-due": {
    ...{"says":"Demande portée devant un tribunal des activités économiques par un demandeur non dispensé → contribution, à peine d’irrecevabilité"},
    values: [
      ["Loi n° 2023-1059 du 20 novembre 2023, art. 27, et décret n° 2024-1225","Art. 27 loi 2023-1059","2025-01-01","2028-12-31","B","2026-11-21"],
    ],
  },
  "cost-tae-no-share": {
    ...{"says":"Chiffre d’affaires ou revenu au-dessous du premier palier → contribution nulle"},
    values: [
      ["Loi n° 2023-1059 du 20 novembre 2023, art. 27, et décret n° 2024-1225","Art. 27 loi 2023-1059","2025-01-01","2028-12-31","B","2026-11-21"],
    ],
  },
  "cost-lawyer-free": {
    ...{"says":"Juridiction devant laquelle chacun peut agir seul → avocat facultatif"},
    values: [
      ["Code de procédure civile","761 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "cost-lawyer-abroad": {
    ...{"says":"Juridiction peut-être étrangère → avocat à prévoir"},
    values: [
      ["Règlement (UE) n° 1215/2012","Art. 4 règl. 1215/2012",null,null,"C","2026-11-21"],
    ],
  },
  "cost-lawyer-administrative": {
    ...{"says":"Demande d’une somme devant le tribunal administratif → avocat obligatoire, sauf exceptions"},
    values: [
      ["Code de justice administrative","R431-2 CJA",null,null,"C","2026-11-21"],
    ],
  },
  "cost-conciliator-free": {
    ...{"says":"Conciliateur de justice, médiateur des entreprises → gratuit"},
    values: [
      ["Code de procédure civile","1528 et s. CPC",null,null,"A","2026-11-21"],
    ],
  },
  "cost-letter-on-creditor": {
    ...{"says":"Lettre antérieure à un titre → à la charge du créancier"},
    values: [
      ["Code des procédures civiles d’exécution","L111-8 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "cost-tae-profit": {
    ...{"says":"Bénéfice moyen qui ne dépasse pas le minimum → contribution nulle"},
    values: [
      ["Loi n° 2023-1059 du 20 novembre 2023, art. 27, et décret n° 2024-1225","Art. 27 loi 2023-1059","2025-01-01","2028-12-31","B","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
