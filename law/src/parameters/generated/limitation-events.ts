// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawArticle } from '../shapes.ts';

export const ARTICLES = {
  "limitation-part-payment": {
    ...{"says":"Paiement partiel par le débiteur → reconnaissance, le délai repart pour toute la créance"},
    values: [
      ["Code civil","2240, 2231 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-acknowledgement": {
    ...{"says":"Reconnaissance non équivoque de la dette → le délai repart"},
    values: [
      ["Code civil","2240, 2231 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-plan-signed": {
    ...{"says":"Échéancier signé par le débiteur → reconnaissance, le délai repart"},
    values: [
      ["Code civil","2240, 2231 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-court-claim": {
    ...{"says":"Demande en justice, même en référé ou devant un juge incompétent → interruption jusqu’à la fin de l’instance"},
    values: [
      ["Code civil","2241, 2242 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-claim-erased": {
    ...{"says":"Désistement, caducité ou rejet définitif → l’interruption de la demande est non avenue"},
    values: [
      ["Code civil","2243 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-claim-withdrawn": {
    ...{"says":"Désistement, caducité ou rejet définitif → il efface l’interruption de la demande"},
    values: [
      ["Code civil","2243 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-nothing-withdrawn": {
    ...{"says":"Désistement sans demande antérieure → rien à effacer"},
    values: [
      ["Code civil","2243 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-payment-order-filed": {
    ...{"says":"Requête en injonction de payer → n’interrompt rien, seule la signification de l’ordonnance interrompt"},
    values: [
      ["Cour de cassation","Com. 6 déc. 2011, n° 10-23.466",null,null,"B","2026-11-21"],
    ],
  },
  "limitation-payment-order-served": {
    ...{"says":"Ordonnance d’injonction de payer signifiée → interruption"},
    values: [
      ["Cour de cassation","Com. 6 déc. 2011, n° 10-23.466",null,null,"B","2026-11-21"],
    ],
  },
  "limitation-seizure": {
    ...{"says":"Mesure conservatoire ou acte d’exécution forcée → le délai repart"},
    values: [
      ["Code civil","2244, 2231 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-insolvency": {
    ...{"says":"Déclaration de la créance à la procédure collective → interruption jusqu’à la clôture"},
    values: [
      ["Jurisprudence antérieure à l’ordonnance n° 2014-326","L622-24 C. com.","2008-06-19","2014-06-30","C","2026-11-21"],
      ["Code de commerce","L622-25-1 C. com.","2014-07-01",null,"C","2026-11-21"],
    ],
  },
  "limitation-formal-notice": {
    ...{"says":"Mise en demeure, même par lettre recommandée → n’interrompt pas"},
    values: [
      ["Cour de cassation","Com. 18 mai 2022, n° 20-23.204",null,null,"A","2026-11-21"],
    ],
  },
  "limitation-reminder": {
    ...{"says":"Relance, appel ou courriel → n’interrompt pas"},
    values: [
      ["Cour de cassation","Com. 18 mai 2022, n° 20-23.204",null,null,"A","2026-11-21"],
    ],
  },
  "limitation-written-claim": {
    ...{"says":"Réclamation écrite à un débiteur privé → n’interrompt pas"},
    values: [
      ["Cour de cassation","Com. 18 mai 2022, n° 20-23.204",null,null,"A","2026-11-21"],
    ],
  },
  "limitation-insurance-letter": {
    ...{"says":"Lettre recommandée de l’assureur pour la prime → interruption"},
    values: [
      ["Code des assurances","L114-2 C. assur.","2008-06-19",null,"B","2026-11-21"],
    ],
  },
  "limitation-contract-cause": {
    ...{"says":"Cause d’interruption ajoutée par le contrat → le délai repart"},
    values: [
      ["Code civil","2254 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-public-claim": {
    ...{"says":"Demande de paiement ou réclamation écrite à la personne publique → interruption"},
    values: [
      ["Loi n° 68-1250 du 31 décembre 1968","art. 2 de la loi du 31 décembre 1968","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-public-recognition": {
    ...{"says":"Paiement, même partiel, ou écrit de l’administration sur la dette → interruption"},
    values: [
      ["Loi n° 68-1250 du 31 décembre 1968","art. 2 de la loi du 31 décembre 1968","2008-06-19",null,"B","2026-11-21"],
    ],
  },
  "limitation-public-suit": {
    ...{"says":"Recours en justice → interruption jusqu’à la décision définitive"},
    values: [
      ["Loi n° 68-1250 du 31 décembre 1968","art. 2 de la loi du 31 décembre 1968","2008-06-19",null,"B","2026-11-21"],
    ],
  },
  "limitation-public-restart": {
    ...{"says":"Interruption du délai quadriennal → il repart du 1er janvier suivant"},
    values: [
      ["Loi n° 68-1250 du 31 décembre 1968","art. 2 de la loi du 31 décembre 1968","2008-06-19",null,"C","2026-11-21"],
    ],
  },
  "limitation-public-none": {
    ...{"says":"Acte sans prise sur une personne publique → sans effet sur le délai quadriennal, lecture prudente"},
    values: [
      ["Loi n° 68-1250 du 31 décembre 1968","art. 2 de la loi du 31 décembre 1968","2008-06-19",null,"C","2026-11-21"],
    ],
  },
  "limitation-public-mediation": {
    ...{"says":"Médiation avec une personne publique → délai suspendu jusqu’à sa fin"},
    values: [
      ["Code de justice administrative","L213-6 CJA","2016-11-20",null,"C","2026-11-21"],
    ],
  },
  "limitation-forfeiture-none": {
    ...{"says":"Délai de forclusion → ni reconnaissance ni suspension ne l’atteignent"},
    values: [
      ["Code civil","2220 C. civ.","2008-06-19",null,"B","2026-11-21"],
    ],
  },
  "limitation-forfeiture-plan": {
    ...{"says":"Réaménagement du crédit → le délai court alors du premier impayé qui le suit ; donner cette date"},
    values: [
      ["Code de la consommation, ancien article L311-37","L311-37 (ancien) C. consom.","2008-06-19","2011-04-30","C","2026-11-21"],
      ["Code de la consommation, ancien article L311-52","L311-52 (ancien) C. consom.","2011-05-01","2016-06-30","C","2026-11-21"],
      ["Code de la consommation","R312-35 C. consom.","2016-07-01",null,"C","2026-11-21"],
    ],
  },
  "limitation-mediation": {
    ...{"says":"Accord écrit de médiation, ou première réunion → délai suspendu jusqu’à sa fin"},
    values: [
      ["Code civil","2238, 2230 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-conciliation": {
    ...{"says":"Accord écrit de conciliation, ou première réunion → délai suspendu jusqu’à sa fin"},
    values: [
      ["Code civil","2238, 2230 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-small-claims": {
    ...{"says":"Accord du débiteur à la procédure simplifiée, constaté par le commissaire de justice → délai suspendu"},
    values: [
      ["Code civil","2238, 2230 C. civ.","2015-08-08",null,"A","2026-11-21"],
    ],
  },
  "limitation-expertise": {
    ...{"says":"Expertise ordonnée avant tout procès → délai suspendu jusqu’à son exécution"},
    values: [
      ["Code civil","2239, 2230 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-floor": {
    ...{"says":"Fin de la suspension → il reste au moins six mois"},
    values: [
      ["Code civil","2238, 2239 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-not-yet-law": {
    ...{"says":"Le texte qui donnerait effet à cet acte n’était pas en vigueur → sans effet"},
    values: [
      ["Code civil","2 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-after-expiry": {
    ...{"says":"Délai déjà expiré → il n’y a plus rien à interrompre ni à suspendre"},
    values: [
      ["Code civil","2221, 2231 C. civ.","2008-06-19",null,"B","2026-11-21"],
    ],
  },
  "limitation-acknowledged-after-expiry": {
    ...{"says":"Délai déjà expiré → une reconnaissance n’est une renonciation que si elle est sans équivoque ; non comptée, par prudence"},
    values: [
      ["Code civil","2250, 2251 C. civ.","2008-06-19",null,"C","2026-11-21"],
    ],
  },
  "limitation-before-start": {
    ...{"says":"Le délai ne courait pas encore → sans effet"},
    values: [
      ["Code civil","2233 C. civ.","2008-06-19",null,"B","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
