// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries, RawArticle } from '../shapes.ts';

export const SERIES = {
  "insolvency-claim-declare": {
    ...{"description":"Délai pour déclarer une créance, depuis la publication au BODACC","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R622-24 C. com."},
    values: [
      ["2008-06-19",null,"2","Code de commerce",null,null,"B","2026-11-21"],
    ],
  },
  "insolvency-claim-far-creditor": {
    ...{"description":"Allongement du délai de déclaration pour le créancier hors du territoire de la juridiction","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R622-24 C. com."},
    values: [
      ["2008-06-19",null,"2","Code de commerce",null,null,"B","2026-11-21"],
    ],
  },
  "insolvency-claim-relief": {
    ...{"description":"Délai pour demander à être relevé de la forclusion, depuis la publication","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L622-26 C. com."},
    values: [
      ["2008-06-19",null,"6","Code de commerce",null,null,"B","2026-11-21"],
    ],
  },
  "insolvency-claim-goods": {
    ...{"description":"Délai pour revendiquer les biens vendus sous réserve de propriété, depuis la publication","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L624-9 C. com."},
    values: [
      ["2008-06-19",null,"3","Code de commerce",null,null,"B","2026-11-21"],
    ],
  },
  "insolvency-claim-after-relief": {
    ...{"description":"Délai de déclaration une fois relevé de la forclusion : moitié du délai ordinaire","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L622-24 C. com."},
    values: [
      ["2008-06-19",null,"1","Code de commerce",null,null,"B","2026-11-21"],
    ],
  },
  "insolvency-claim-after-relief-far": {
    ...{"description":"Allongement du délai réduit pour le créancier hors du territoire de la juridiction : moitié de l’allongement ordinaire","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L622-24 et R622-24 C. com."},
    values: [
      ["2008-06-19",null,"1","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "insolvency-claim-answer": {
    ...{"description":"Délai pour répondre à la contestation du mandataire, depuis sa réception","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L622-27 C. com."},
    values: [
      ["2008-06-19",null,"30","Code de commerce",null,null,"B","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;

export const ARTICLES = {
  "insolvency-claim-start": {
    ...{"says":"Publication au BODACC, et non jugement → départ des délais"},
    values: [
      ["Code de commerce","R622-24 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "insolvency-claim-declare": {
    ...{"says":"Créance non déclarée dans le délai → écartée des répartitions"},
    values: [
      ["Code de commerce","L622-26 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "insolvency-claim-after-relief": {
    ...{"says":"Relevé obtenu, créance non déclarée dans le délai réduit de moitié → écartée des répartitions"},
    values: [
      ["Code de commerce","L622-24 et L622-26 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "insolvency-claim-after-relief-far": {
    ...{"says":"Créancier hors du territoire, relevé obtenu → délai entier réduit de moitié, selon une lecture ; viser la moitié du délai ordinaire"},
    values: [
      ["Code de commerce","L622-24 et R622-24 C. com.",null,null,"C","2026-11-21"],
    ],
  },
  "insolvency-claim-far": {
    ...{"says":"Créancier hors du territoire de la juridiction → délai allongé"},
    values: [
      ["Code de commerce","R622-24 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "insolvency-claim-near": {
    ...{"says":"Créancier en métropole → délai ordinaire"},
    values: [
      ["Code de commerce","R622-24 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "insolvency-claim-relief": {
    ...{"says":"Déclaration manquée → relevé de forclusion possible devant le juge-commissaire dans ce délai"},
    values: [
      ["Code de commerce","L622-26 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "insolvency-claim-goods": {
    ...{"says":"Biens non revendiqués dans le délai → la réserve de propriété ne peut plus être opposée"},
    values: [
      ["Code de commerce","L624-9 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "insolvency-claim-answer": {
    ...{"says":"Pas de réponse dans le délai → la proposition du mandataire ne peut plus être contestée"},
    values: [
      ["Code de commerce","L622-27 C. com.",null,null,"B","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
