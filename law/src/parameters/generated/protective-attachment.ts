// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries, RawArticle } from '../shapes.ts';

export const SERIES = {
  "protective-attachment-execute": {
    ...{"description":"Délai pour pratiquer la saisie conservatoire autorisée","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R511-6 CPCE"},
    values: [
      ["2008-06-19",null,"3","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-start-suit": {
    ...{"description":"Délai pour agir au fond après la saisie conservatoire","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R511-7 CPCE"},
    values: [
      ["2008-06-19",null,"1","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-start-again": {
    ...{"description":"Délai pour agir au fond après le rejet d’une requête en injonction de payer","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R511-7 CPCE"},
    values: [
      ["2008-06-19",null,"1","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-copy": {
    ...{"description":"Délai pour remettre au tiers saisi la copie de l’acte qui engage l’instance","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R511-8 CPCE"},
    values: [
      ["2008-06-19",null,"8","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-notify": {
    ...{"description":"Délai pour dénoncer la saisie conservatoire au débiteur","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R523-3 CPCE"},
    values: [
      ["2008-06-19",null,"8","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;

export const ARTICLES = {
  "protective-attachment-conditions": {
    ...{"says":"Créance fondée en son principe et recouvrement menacé → conditions à établir dans tous les cas"},
    values: [
      ["Code des procédures civiles d’exécution","L511-1 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-leave": {
    ...{"says":"Aucune dispense → autorisation du juge de l’exécution du domicile du débiteur, ou du président du tribunal de commerce avant tout procès pour une créance commerciale"},
    values: [
      ["Code des procédures civiles d’exécution","L511-3 et R511-2 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-invoice": {
    ...{"says":"Facture seule → jamais suffisante, autorisation nécessaire"},
    values: [
      ["Code des procédures civiles d’exécution","L511-2 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-title": {
    ...{"says":"Titre exécutoire → pas d’autorisation"},
    values: [
      ["Code des procédures civiles d’exécution","L511-2 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-judgment": {
    ...{"says":"Décision de justice pas encore exécutoire → pas d’autorisation"},
    values: [
      ["Code des procédures civiles d’exécution","L511-2 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-paper": {
    ...{"says":"Lettre de change acceptée, billet à ordre ou chèque impayé → pas d’autorisation"},
    values: [
      ["Code des procédures civiles d’exécution","L511-2 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-lease": {
    ...{"says":"Loyer impayé d’un bail écrit d’immeuble → pas d’autorisation"},
    values: [
      ["Code des procédures civiles d’exécution","L511-2 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-co-ownership": {
    ...{"says":"Provisions de copropriété exigibles → pas d’autorisation"},
    values: [
      ["Code des procédures civiles d’exécution","L511-2 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-execute": {
    ...{"says":"Saisie non pratiquée dans le délai → autorisation caduque"},
    values: [
      ["Code des procédures civiles d’exécution","R511-6 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-start-suit": {
    ...{"says":"Ni procès ni requête en injonction de payer dans le délai → saisie caduque"},
    values: [
      ["Code des procédures civiles d’exécution","R511-7 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-start-again": {
    ...{"says":"Requête en injonction de payer rejetée → un nouveau délai pour agir, sinon saisie caduque"},
    values: [
      ["Code des procédures civiles d’exécution","R511-7 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-copy": {
    ...{"says":"Copie non remise au tiers saisi dans le délai → saisie caduque"},
    values: [
      ["Code des procédures civiles d’exécution","R511-8 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-notify": {
    ...{"says":"Saisie non dénoncée au débiteur dans le délai → saisie caduque"},
    values: [
      ["Code des procédures civiles d’exécution","R523-3 et R522-5 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "protective-attachment-suit-before": {
    ...{"says":"Procès engagé avant la saisie → copie due depuis la saisie"},
    values: [
      ["Code des procédures civiles d’exécution","R511-8 CPCE",null,null,"C","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
