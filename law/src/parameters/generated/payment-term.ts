// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries, RawArticle } from '../shapes.ts';

export const SERIES = {
  "payment-term-default": {
    ...{"description":"Délai de paiement entre professionnels quand rien n’est convenu, depuis la réception ou l’exécution","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-10 I C. com."},
    values: [
      ["2019-04-26","2026-12-31","30","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","A","2026-11-21"],
      ["2027-01-01",null,"30","Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026, art. 2",null,null,"B","2026-11-21"],
    ],
  },
  "payment-term-cap": {
    ...{"description":"Plus long délai convenu entre professionnels, depuis l’émission de la facture","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-10 I C. com."},
    values: [
      ["2019-04-26","2026-12-31","60","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","A","2026-11-21"],
      ["2027-01-01",null,"60","Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026, art. 2",null,null,"B","2026-11-21"],
    ],
  },
  "payment-term-cap-month-end": {
    ...{"description":"Plus long délai convenu « fin de mois » entre professionnels","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-10 I C. com."},
    values: [
      ["2019-04-26","2026-12-31","45","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","A","2026-11-21"],
      ["2027-01-01",null,"45","Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026, art. 2",null,null,"B","2026-11-21"],
    ],
  },
  "payment-term-cap-periodic": {
    ...{"description":"Plus long délai convenu pour une facture périodique, depuis son émission","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-10 I C. com."},
    values: [
      ["2019-04-26","2026-12-31","45","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","A","2026-11-21"],
      ["2027-01-01",null,"45","Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026, art. 2",null,null,"B","2026-11-21"],
    ],
  },
  "payment-term-perishable": {
    ...{"description":"Plafond des produits alimentaires périssables, depuis la livraison ou la fin de sa décade","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","30","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","B","2026-11-21"],
      ["2024-01-01","2026-12-31","30","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"A","2026-11-21"],
      ["2027-01-01",null,"30","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-seasonal": {
    ...{"description":"Plafond des produits saisonniers sous contrat de culture, facture périodique, depuis la fin du mois de livraison","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","30","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","B","2026-11-21"],
      ["2024-01-01","2026-12-31","30","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"A","2026-11-21"],
      ["2027-01-01",null,"30","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-cattle": {
    ...{"description":"Plafond du bétail sur pied destiné à la consommation et des viandes fraîches, depuis la livraison","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","20","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","C","2026-11-21"],
      ["2024-01-01","2026-12-31","20","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"B","2026-11-21"],
      ["2027-01-01",null,"20","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-spirits": {
    ...{"description":"Plafond des alcools soumis au droit de consommation, depuis la fin du mois de livraison","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","30","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","C","2026-11-21"],
      ["2024-01-01","2026-12-31","30","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"B","2026-11-21"],
      ["2027-01-01",null,"30","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-transport": {
    ...{"description":"Plafond du transport routier et des métiers voisins, depuis l’émission de la facture","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","30","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","B","2026-11-21"],
      ["2024-01-01","2026-12-31","30","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"A","2026-11-21"],
      ["2027-01-01",null,"30","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-wine": {
    ...{"description":"Plafond des raisins, moûts, vins, cidres et bières, depuis l’émission de la facture","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","60","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","C","2026-11-21"],
      ["2024-01-01","2026-12-31","60","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"B","2026-11-21"],
      ["2027-01-01",null,"60","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-wine-month-end": {
    ...{"description":"Plafond « fin de mois » des raisins, moûts, vins, cidres et bières","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","45","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","C","2026-11-21"],
      ["2024-01-01","2026-12-31","45","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"B","2026-11-21"],
      ["2027-01-01",null,"45","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-gardening-month-end": {
    ...{"description":"Plafond « fin de mois » des matériels d’entretien d’espaces verts","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","55","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","C","2026-11-21"],
      ["2024-01-01","2026-12-31","55","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"B","2026-11-21"],
      ["2027-01-01",null,"55","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-farm-month-end": {
    ...{"description":"Plafond « fin de mois » des matériels agricoles hors tracteurs, transport et élevage","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","110","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","C","2026-11-21"],
      ["2024-01-01","2026-12-31","110","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"B","2026-11-21"],
      ["2027-01-01",null,"110","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-snow-extra": {
    ...{"description":"Jours ajoutés au plafond ordinaire pour les articles de glisse sur neige livrés avant la saison","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","30","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","C","2026-11-21"],
      ["2024-01-01","2026-12-31","30","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"B","2026-11-21"],
      ["2027-01-01",null,"30","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-leather-month-end": {
    ...{"description":"Plafond « fin de mois » de la filière du cuir, du fournisseur au distributeur spécialisé","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","54","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","C","2026-11-21"],
      ["2024-01-01","2026-12-31","54","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"B","2026-11-21"],
      ["2027-01-01",null,"54","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-watches": {
    ...{"description":"Plafond net de l’horlogerie, de la bijouterie et de la joaillerie","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","74","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","C","2026-11-21"],
      ["2024-01-01","2026-12-31","74","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"B","2026-11-21"],
      ["2027-01-01",null,"74","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-watches-month-end": {
    ...{"description":"Plafond « fin de mois » de l’horlogerie, de la bijouterie et de la joaillerie","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","59","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","C","2026-11-21"],
      ["2024-01-01","2026-12-31","59","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"B","2026-11-21"],
      ["2027-01-01",null,"59","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-toys": {
    ...{"description":"Plafond net du jouet, de janvier à la fin de la première saison","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","95","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","C","2026-11-21"],
      ["2024-01-01","2026-12-31","95","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"B","2026-11-21"],
      ["2027-01-01",null,"95","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-toys-year-end": {
    ...{"description":"Plafond net du jouet, à partir du mois où commence la fin d’année","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","75","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","C","2026-11-21"],
      ["2024-01-01","2026-12-31","75","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"B","2026-11-21"],
      ["2027-01-01",null,"75","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-toys-month": {
    ...{"description":"Mois de la facture où commence la fin d’année du jouet","unit":"count","expected":null,"expectedDaysBefore":0,"article":"L441-11 II C. com."},
    values: [
      ["2019-04-26","2023-12-31","10","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","C","2026-11-21"],
      ["2024-01-01","2026-12-31","10","Code de commerce, ordonnance n° 2023-1210 du 20 décembre 2023, art. 40",null,null,"C","2026-11-21"],
      ["2027-01-01",null,"10","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "payment-term-export": {
    ...{"description":"Plafond des achats en franchise de TVA revendus en l’état hors de l’Union européenne","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L441-12 C. com."},
    values: [
      ["2019-04-26",null,"90","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","B","2026-11-21"],
    ],
  },
  "payment-term-public-body": {
    ...{"description":"Délai de paiement de l’État, des collectivités et de leurs établissements","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R2192-10 CCP"},
    values: [
      ["2019-04-01",null,"30","Code de la commande publique",null,null,"A","2026-11-21"],
    ],
  },
  "payment-term-public-health": {
    ...{"description":"Délai de paiement des établissements publics de santé et du service de santé des armées","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R2192-11 CCP"},
    values: [
      ["2019-04-01",null,"50","Code de la commande publique",null,null,"A","2026-11-21"],
    ],
  },
  "payment-term-public-enterprise": {
    ...{"description":"Délai de paiement des autres entreprises publiques","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R2192-11 CCP"},
    values: [
      ["2019-04-01",null,"60","Code de la commande publique",null,null,"A","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;

export const ARTICLES = {
  "payment-term-default-business": {
    ...{"says":"Débiteur professionnel et rien de convenu → délai compté de la réception ou de l’exécution, jamais de la facture"},
    values: [
      ["Code de commerce","L441-10 I C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-10 I C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "payment-term-latest-of-both": {
    ...{"says":"Réception et exécution toutes deux connues → la dernière, lecture qui ne relance jamais trop tôt"},
    values: [
      ["Code de commerce","L441-10 I C. com.","2019-04-26","2026-12-31","C","2026-11-21"],
      ["Code de commerce","L441-10 I C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-agreed": {
    ...{"says":"Délai convenu entre professionnels → il court de l’émission de la facture, sauf autre point de départ convenu"},
    values: [
      ["Code de commerce","L441-10 I C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-10 I C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "payment-term-net": {
    ...{"says":"Délai net → plafond général compté de l’émission de la facture"},
    values: [
      ["Code de commerce","L441-10 I C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-10 I C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "payment-term-month-end": {
    ...{"says":"Délai « fin de mois » → plafond dérogatoire ; il faut une clause expresse, sans abus contre le créancier"},
    values: [
      ["Code de commerce","L441-10 I C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-10 I C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "payment-term-method-a": {
    ...{"says":"Méthode A → les jours d’abord, puis la fin de ce mois"},
    values: [
      ["Code de commerce","L441-10 I C. com., avis de la CEPC","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-10 I C. com., avis de la CEPC","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "payment-term-method-b": {
    ...{"says":"Méthode B → la fin du mois de la facture d’abord, puis les jours"},
    values: [
      ["Code de commerce","L441-10 I C. com., avis de la CEPC","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-10 I C. com., avis de la CEPC","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "payment-term-method-unknown": {
    ...{"says":"Méthode « fin de mois » inconnue → la plus tardive des deux dates, à préciser au contrat"},
    values: [
      ["Code de commerce","L441-10 I C. com., avis de la CEPC","2019-04-26","2026-12-31","C","2026-11-21"],
      ["Code de commerce","L441-10 I C. com., avis de la CEPC","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-periodic": {
    ...{"says":"Facture périodique → plafond propre, compté de son émission"},
    values: [
      ["Code de commerce","L441-10 I C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-10 I C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "payment-term-unlawful": {
    ...{"says":"Délai convenu au-delà du plafond → clause illicite ; la date convenue est gardée pour ne pas relancer trop tôt"},
    values: [
      ["Code de commerce","L441-10 I C. com.","2019-04-26","2026-12-31","C","2026-11-21"],
      ["Code de commerce","L441-10 I C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sanction": {
    ...{"says":"Clause de délai illicite → amende administrative possible"},
    values: [
      ["Code de commerce, ordonnance n° 2019-359 du 24 avril 2019","L441-16 C. com.","2019-04-26","2021-10-31","B","2026-11-21"],
      ["Code de commerce","L441-16 C. com.","2021-11-01",null,"A","2026-11-21"],
    ],
  },
  "payment-term-silence-capped": {
    ...{"says":"Plafond du secteur impératif → il borne aussi le délai supplétif"},
    values: [
      ["Code de commerce","L441-11 II C. com.","2019-04-26","2023-12-31","C","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2024-01-01","2026-12-31","B","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sector-perishable": {
    ...{"says":"Produits alimentaires périssables → plafond compté de la livraison"},
    values: [
      ["Code de commerce","L441-11 II C. com.","2019-04-26","2023-12-31","B","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2024-01-01","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sector-perishable-periodic": {
    ...{"says":"Produits alimentaires périssables, facture périodique → plafond compté de la fin de la décade de livraison"},
    values: [
      ["Code de commerce","L441-11 II C. com.","2019-04-26","2023-12-31","B","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2024-01-01","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sector-seasonal-periodic": {
    ...{"says":"Produits saisonniers sous contrat, facture périodique → plafond compté de la fin du mois de livraison"},
    values: [
      ["Code de commerce","L441-11 II C. com.","2019-04-26","2023-12-31","B","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2024-01-01","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sector-cattle": {
    ...{"says":"Bétail sur pied et viandes fraîches → plafond compté du jour de livraison"},
    values: [
      ["Code de commerce","L441-11 II C. com.","2019-04-26","2023-12-31","C","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2024-01-01","2026-12-31","B","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sector-spirits": {
    ...{"says":"Alcools soumis au droit de consommation → plafond compté de la fin du mois de livraison"},
    values: [
      ["Code de commerce","L441-11 II C. com.","2019-04-26","2023-12-31","C","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2024-01-01","2026-12-31","B","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sector-transport": {
    ...{"says":"Transport routier, location de véhicules, commission, transit, douane → plafond compté de l’émission de la facture"},
    values: [
      ["Code de commerce","L441-11 II C. com.","2019-04-26","2023-12-31","B","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2024-01-01","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sector-wine": {
    ...{"says":"Raisins, moûts, vins, cidres, bières → plafonds du secteur, sauf accord interprofessionnel"},
    values: [
      ["Code de commerce","L441-11 II C. com.","2019-04-26","2023-12-31","C","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2024-01-01","2026-12-31","B","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sector-gardening-machines": {
    ...{"says":"Matériels d’entretien d’espaces verts → plafond « fin de mois » du secteur"},
    values: [
      ["Code de commerce","L441-11 II C. com.","2019-04-26","2023-12-31","C","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2024-01-01","2026-12-31","B","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sector-farm-machines": {
    ...{"says":"Matériels agricoles → plafond « fin de mois » du secteur"},
    values: [
      ["Code de commerce","L441-11 II C. com.","2019-04-26","2023-12-31","C","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2024-01-01","2026-12-31","B","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sector-snow-sports": {
    ...{"says":"Articles de glisse livrés avant la saison à une entreprise saisonnière → plafond ordinaire allongé"},
    values: [
      ["Code de commerce","L441-11 II C. com.","2019-04-26","2023-12-31","C","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2024-01-01","2026-12-31","B","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sector-leather": {
    ...{"says":"Filière du cuir, vers un distributeur spécialisé → plafond « fin de mois » du secteur"},
    values: [
      ["Code de commerce","L441-11 II C. com.","2019-04-26","2023-12-31","C","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2024-01-01","2026-12-31","B","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sector-watches": {
    ...{"says":"Horlogerie, bijouterie, joaillerie → plafonds du secteur"},
    values: [
      ["Code de commerce","L441-11 II C. com.","2019-04-26","2023-12-31","C","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2024-01-01","2026-12-31","B","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sector-toys": {
    ...{"says":"Jouets, facture de janvier à septembre → plafond long"},
    values: [
      ["Code de commerce","L441-11 II C. com.","2019-04-26","2023-12-31","C","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2024-01-01","2026-12-31","B","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sector-toys-year-end": {
    ...{"says":"Jouets, facture d’octobre à décembre → plafond court"},
    values: [
      ["Code de commerce","L441-11 II C. com.","2019-04-26","2023-12-31","C","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2024-01-01","2026-12-31","B","2026-11-21"],
      ["Code de commerce","L441-11 II C. com.","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "payment-term-sector-export": {
    ...{"says":"Achat en franchise de TVA pour revente en l’état hors de l’Union → plafond allongé, par clause expresse"},
    values: [
      ["Code de commerce","L441-12 C. com.","2019-04-26",null,"B","2026-11-21"],
    ],
  },
  "payment-term-export-large": {
    ...{"says":"Acheteur grande entreprise → plafond de l’exportation exclu, plafonds ordinaires"},
    values: [
      ["Code de commerce","L441-12 C. com.","2019-04-26",null,"C","2026-11-21"],
    ],
  },
  "payment-term-overseas": {
    ...{"says":"Marchandises importées outre-mer → délais comptés de leur réception"},
    values: [
      ["Code de commerce","L441-13 C. com.","2019-04-26",null,"B","2026-11-21"],
    ],
  },
  "payment-term-public-body-term": {
    ...{"says":"État, collectivité ou établissement public → délai réglementaire"},
    values: [
      ["Code de la commande publique","R2192-10 CCP","2019-04-01",null,"A","2026-11-21"],
    ],
  },
  "payment-term-public-health-term": {
    ...{"says":"Établissement public de santé ou service de santé des armées → délai réglementaire propre"},
    values: [
      ["Code de la commande publique","R2192-11 CCP","2019-04-01",null,"A","2026-11-21"],
    ],
  },
  "payment-term-public-enterprise-term": {
    ...{"says":"Entreprise publique → délai réglementaire propre"},
    values: [
      ["Code de la commande publique","R2192-11 CCP","2019-04-01",null,"A","2026-11-21"],
    ],
  },
  "payment-term-public-start": {
    ...{"says":"Délai compté de la réception de la demande de paiement, ou du service fait s’il est postérieur"},
    values: [
      ["Code de la commande publique","R2192-12 CCP","2019-04-01",null,"A","2026-11-21"],
    ],
  },
  "payment-term-public-shorter": {
    ...{"says":"Délai plus court prévu au marché → il l’emporte"},
    values: [
      ["Code de la commande publique","L2192-10 CCP","2019-04-01",null,"B","2026-11-21"],
    ],
  },
  "payment-term-public-longer": {
    ...{"says":"Délai plus long prévu au marché → réputé non écrit, le délai réglementaire s’applique"},
    values: [
      ["Code de la commande publique","L2192-10 CCP","2019-04-01",null,"B","2026-11-21"],
    ],
  },
  "payment-term-consumer": {
    ...{"says":"Débiteur non professionnel → aucun délai légal, prix dû à la livraison ou à l’exécution"},
    values: [
      ["Code civil","1651 C. civ.",null,null,"B","2026-11-21"],
    ],
  },
  "payment-term-consumer-agreed": {
    ...{"says":"Débiteur non professionnel → le délai convenu, sans plafond légal"},
    values: [
      ["Code civil","1305-2 C. civ.",null,null,"B","2026-11-21"],
    ],
  },
  "payment-term-weekend": {
    ...{"says":"Échéance un samedi, un dimanche ou un jour férié → aucun texte ne la déplace"},
    values: [
      ["Usage, aucun texte trouvé","Sans article",null,null,"C","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
