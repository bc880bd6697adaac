// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawArticle } from '../shapes.ts';

export const ARTICLES = {
  "terms-every-day": {
    ...{"says":"Clause de délai → licite pour toute facture d’une année entière à compter de sa rédaction"},
    values: [
      ["Code de commerce","L441-10 I C. com.","2019-04-26","2026-12-31","B","2026-11-21"],
      ["Code de commerce","L441-10 I C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "terms-penalty-rate": {
    ...{"says":"Conditions générales entre professionnels → elles portent le taux des pénalités, un seul"},
    values: [
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "terms-indemnity": {
    ...{"says":"Conditions générales entre professionnels → elles portent le montant de l’indemnité forfaitaire"},
    values: [
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","A","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "terms-penalty-year": {
    ...{"says":"Pénalités comptées au jour le jour, du lendemain de l’échéance au jour du paiement"},
    values: [
      ["Code de commerce","L441-10 II C. com.","2019-04-26","2026-12-31","B","2026-11-21"],
      ["Code de commerce","L441-10 II C. com.","2027-01-01",null,"B","2026-11-21"],
    ],
  },
  "terms-discount": {
    ...{"says":"Escompte → ses conditions sont dites, ou son absence"},
    values: [
      ["Code de commerce","L441-9 I C. com.","2019-04-26",null,"A","2026-11-21"],
    ],
  },
  "terms-consumer-interest": {
    ...{"says":"Client non professionnel → intérêt au taux légal depuis la mise en demeure"},
    values: [
      ["Code civil","1231-6 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "terms-penalty-clause": {
    ...{"says":"Clause pénale → le juge peut la réduire ou l’augmenter si elle est manifestement excessive ou dérisoire"},
    values: [
      ["Code civil","1231-5 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "terms-penalty-clause-mutual": {
    ...{"says":"Client consommateur → la même pénalité pèse sur le vendeur, sinon la clause est présumée abusive"},
    values: [
      ["Code de la consommation","R212-2 C. consom.","2016-07-01",null,"B","2026-11-21"],
    ],
  },
  "terms-retention-of-title": {
    ...{"says":"Réserve de propriété convenue par écrit → le vendeur reste propriétaire jusqu’au paiement complet"},
    values: [
      ["Code civil","2367 C. civ.",null,null,"A","2026-11-21"],
    ],
  },
  "terms-retention-insolvency": {
    ...{"says":"Revendication en procédure collective → clause écrite au plus tard à la livraison"},
    values: [
      ["Code de commerce","L624-16 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "terms-suspension": {
    ...{"says":"Inexécution suffisamment grave du client → le vendeur peut suspendre la sienne"},
    values: [
      ["Code civil","1219 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "terms-allocation-legal": {
    ...{"says":"Paiement partiel → intérêts d’abord, puis principal"},
    values: [
      ["Code civil","1343-1 C. civ.","2016-10-01",null,"A","2026-11-21"],
    ],
  },
  "terms-allocation-costs": {
    ...{"says":"Frais accessoires → avant le principal, par extension de la jurisprudence"},
    values: [
      ["Code civil","1343-1 C. civ.","2016-10-01",null,"C","2026-11-21"],
    ],
  },
  "terms-allocation-choice": {
    ...{"says":"Imputation sur le principal d’abord → le créancier y consent"},
    values: [
      ["Code civil","1343-1 C. civ.","2016-10-01",null,"B","2026-11-21"],
    ],
  },
  "terms-acceleration": {
    ...{"says":"Échéance manquée → le solde ne devient exigible que par une clause"},
    values: [
      ["Code civil","1305-4 C. civ.","2016-10-01",null,"B","2026-11-21"],
    ],
  },
  "terms-acceleration-notice": {
    ...{"says":"Déchéance du terme → précédée d’une mise en demeure restée sans effet"},
    values: [
      ["Code civil","1231-5 et 1344 C. civ.","2016-10-01",null,"B","2026-11-21"],
    ],
  },
  "terms-limitation": {
    ...{"says":"Entre professionnels → prescription aménagée dans les bornes de la loi, hors sommes périodiques"},
    values: [
      ["Code civil","2254 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "terms-jurisdiction": {
    ...{"says":"Clause attributive de compétence → entre commerçants seulement, et de façon très apparente"},
    values: [
      ["Code de procédure civile","48 CPC",null,null,"A","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
