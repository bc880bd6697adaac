// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries, RawArticle } from '../shapes.ts';

export const SERIES = {
  "invoice-fine-individual": {
    ...{"description":"Plus forte amende administrative d’une personne physique pour une mention de facture manquante","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"L441-9 II C. com."},
    values: [
      ["2019-04-26","2026-12-31","7500000","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","A","2026-11-21"],
      ["2027-01-01",null,"7500000","Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026",null,null,"B","2026-11-21"],
    ],
  },
  "invoice-fine-company": {
    ...{"description":"Plus forte amende administrative d’une personne morale pour une mention de facture manquante","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"L441-9 II C. com."},
    values: [
      ["2019-04-26","2026-12-31","37500000","Code de commerce, ordonnance n° 2019-359 du 24 avril 2019",null,"2019-04-25","A","2026-11-21"],
      ["2027-01-01",null,"37500000","Code de commerce, ordonnance n° 2026-671 du 27 juillet 2026",null,null,"B","2026-11-21"],
    ],
  },
  "invoice-tax-fine": {
    ...{"description":"Amende fiscale par mention manquante ou inexacte","unit":"cents","expected":null,"expectedDaysBefore":0,"article":"1737 II CGI"},
    values: [
      ["2010-01-01",null,"1500","Code général des impôts",null,null,"A","2026-11-21"],
    ],
  },
  "invoice-tax-fine-cap": {
    ...{"description":"Plafond de l’amende fiscale, en part du montant de la facture","unit":"percent","expected":null,"expectedDaysBefore":0,"article":"1737 II CGI"},
    values: [
      ["2010-01-01",null,"25","Code général des impôts",null,null,"A","2026-11-21"],
    ],
  },
  "e-invoice-mentions-from/large": {
    ...{"description":"Jour à partir duquel les mentions de la facture électronique sont dues, selon la taille de l’émetteur","unit":"date","expected":null,"expectedDaysBefore":0,"article":"242 nonies A ann. II CGI"},
    values: [
      ["2010-01-01",null,"2026-09-01","Code général des impôts, annexe II",null,null,"A","2026-11-21"],
    ],
  },
  "e-invoice-mentions-from/small": {
    ...{"description":"Jour à partir duquel les mentions de la facture électronique sont dues, selon la taille de l’émetteur","unit":"date","expected":null,"expectedDaysBefore":0,"article":"242 nonies A ann. II CGI"},
    values: [
      ["2010-01-01",null,"2027-09-01","Code général des impôts, annexe II",null,null,"A","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;

export const ARTICLES = {
  "mention-due-date": {
    ...{"says":"Client professionnel → la facture porte la date à laquelle le règlement doit intervenir"},
    values: [
      ["Code de commerce","L441-9 I C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-9 I C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "mention-discount": {
    ...{"says":"Client professionnel → la facture porte les conditions d’escompte, ou dit qu’il n’y en a pas"},
    values: [
      ["Code de commerce","L441-9 I C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-9 I C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "mention-penalty-rate": {
    ...{"says":"Client professionnel → la facture porte le taux des pénalités dues dès le lendemain de l’échéance"},
    values: [
      ["Code de commerce","L441-9 I C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-9 I C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "mention-fixed-indemnity": {
    ...{"says":"Client professionnel → la facture porte le montant de l’indemnité forfaitaire de recouvrement"},
    values: [
      ["Code de commerce","L441-9 I C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-9 I C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "mention-billing-address": {
    ...{"says":"Adresse de facturation différente → la facture la porte"},
    values: [
      ["Code de commerce","L441-9 I C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-9 I C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "mention-order-number": {
    ...{"says":"Bon de commande établi par le client → la facture en porte le numéro"},
    values: [
      ["Code de commerce","L441-9 I C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-9 I C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "mention-due-date-differs": {
    ...{"says":"Date imprimée autre que celle du contrat → mention inexacte"},
    values: [
      ["Code de commerce","L441-9 I C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-9 I C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "mention-due-date-unlawful": {
    ...{"says":"Échéance imprimée au-delà du dernier jour licite → délai illicite"},
    values: [
      ["Code de commerce","L441-10 I C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-10 I C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "mention-rate-floor": {
    ...{"says":"Taux imprimé inférieur au triple du taux légal → clause illicite"},
    values: [
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "mention-single-rate": {
    ...{"says":"Deux taux imprimés → créance peu claire, un seul doit figurer"},
    values: [
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","B","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "mention-formula-safer": {
    ...{"says":"Taux chiffré → préférer la formule légale, puisque le taux change deux fois par an"},
    values: [
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","B","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "mention-indemnity-amount": {
    ...{"says":"Montant imprimé autre que celui du décret → mention inexacte"},
    values: [
      ["Code de commerce","D441-5 C. com.","2013-01-01",null,"A","2026-11-21"],
    ],
  },
  "mention-consumer-rate": {
    ...{"says":"Client non professionnel → le taux des pénalités entre professionnels ne s’imprime pas"},
    values: [
      ["Code de commerce","L441-10 II C. com.","2019-04-26",null,"B","2026-11-21"],
    ],
  },
  "mention-consumer-indemnity": {
    ...{"says":"Client non professionnel → l’indemnité forfaitaire ne s’imprime pas"},
    values: [
      ["Code de commerce","D441-5 C. com.","2013-01-01",null,"B","2026-11-21"],
    ],
  },
  "mention-public-rate": {
    ...{"says":"Acheteur public → taux fixé par décret, aucun autre ne s’imprime"},
    values: [
      ["Code de la commande publique","R2192-31 CCP","2019-04-01",null,"A","2026-11-21"],
    ],
  },
  "mention-public-indemnity": {
    ...{"says":"Acheteur public → indemnité au montant du décret"},
    values: [
      ["Code de la commande publique","D2192-35 CCP","2019-04-01",null,"A","2026-11-21"],
    ],
  },
  "mention-e-invoice-large": {
    ...{"says":"Grande entreprise ou entreprise intermédiaire → mentions nouvelles depuis le 1er septembre 2026"},
    values: [
      ["Code général des impôts, annexe II","242 nonies A ann. II CGI","2026-09-01",null,"A","2026-11-21"],
    ],
  },
  "mention-e-invoice-small": {
    ...{"says":"Petite, moyenne ou très petite entreprise → mentions nouvelles depuis le 1er septembre 2027"},
    values: [
      ["Code général des impôts, annexe II","242 nonies A ann. II CGI","2027-09-01",null,"A","2026-11-21"],
    ],
  },
  "mention-customer-siren": {
    ...{"says":"Facture électronique → numéro SIREN du client"},
    values: [
      ["Code général des impôts, annexe II","242 nonies A ann. II CGI","2026-09-01",null,"A","2026-11-21"],
    ],
  },
  "mention-siren-shape": {
    ...{"says":"Numéro SIREN → neuf chiffres"},
    values: [
      ["Code général des impôts, annexe II","242 nonies A ann. II CGI","2026-09-01",null,"B","2026-11-21"],
    ],
  },
  "mention-delivery-address": {
    ...{"says":"Adresse de livraison différente → la facture la porte"},
    values: [
      ["Code général des impôts, annexe II","242 nonies A ann. II CGI","2026-09-01",null,"A","2026-11-21"],
    ],
  },
  "mention-operation-nature": {
    ...{"says":"Nature de l’opération → livraison de biens, prestation de services, ou les deux"},
    values: [
      ["Code général des impôts, annexe II","242 nonies A ann. II CGI","2026-09-01",null,"A","2026-11-21"],
    ],
  },
  "mention-vat-on-debits": {
    ...{"says":"Option pour les débits exercée → la facture la porte"},
    values: [
      ["Code général des impôts, annexe II","242 nonies A ann. II CGI","2026-09-01",null,"A","2026-11-21"],
    ],
  },
  "mention-penalties-remain": {
    ...{"says":"Mention manquante → les pénalités restent dues"},
    values: [
      ["Code de commerce","L441-10 II C. com., Cass. com., 3 mars 2009, 07-16.527","2009-01-01",null,"B","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
