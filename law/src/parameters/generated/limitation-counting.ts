// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawArticle } from '../shapes.ts';

export const ARTICLES = {
  "limitation-start-due": {
    ...{"says":"Échéance convenue → le délai ne court pas avant elle"},
    values: [
      ["Code civil","2233 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-start-performance": {
    ...{"says":"Prestation achevée ou bien livré → le délai court de ce jour, non de la facture, sauf échéance fixée par le contrat ou la loi"},
    values: [
      ["Cour de cassation","Com. 26 févr. 2020, n° 18-25.036 ; 1re civ. 19 mai 2021, n° 20-12.520",null,null,"B","2026-11-21"],
    ],
  },
  "limitation-start-issue": {
    ...{"says":"Date de facture → retenue par prudence, la prestation devant la précéder"},
    values: [
      ["Cour de cassation","1re civ. 19 mai 2021, n° 20-12.520",null,null,"C","2026-11-21"],
    ],
  },
  "limitation-start-fallback": {
    ...{"says":"Le jour que vise le texte n’est pas donné → une autre date connue le remplace, à vérifier"},
    values: [
      ["Code civil","2224 C. civ.","2008-06-19",null,"C","2026-11-21"],
    ],
  },
  "limitation-issue-set-aside": {
    ...{"says":"Une meilleure date est connue → la date de facture ne fait pas courir le délai"},
    values: [
      ["Cour de cassation","Com. 26 févr. 2020, n° 18-25.036",null,null,"B","2026-11-21"],
    ],
  },
  "limitation-start-delivery": {
    ...{"says":"Transport → le délai court de la remise ou de l’offre de remise de la marchandise"},
    values: [
      ["Code de commerce","L133-6 C. com.","2008-06-19",null,"B","2026-11-21"],
    ],
  },
  "limitation-start-assignment": {
    ...{"says":"Honoraires d’avocat → le délai court de la fin de la mission"},
    values: [
      ["Code civil","2224 C. civ.","2008-06-19",null,"B","2026-11-21"],
    ],
  },
  "limitation-start-payable": {
    ...{"says":"Communications électroniques → le délai court du jour où la somme est exigible"},
    values: [
      ["Code des postes et des communications électroniques","L34-2 CPCE (postes)","2008-06-19",null,"B","2026-11-21"],
    ],
  },
  "limitation-start-maturity": {
    ...{"says":"Effet de commerce → le délai court de l’échéance"},
    values: [
      ["Code de commerce","L511-78 C. com.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-start-repayment": {
    ...{"says":"Recours entre signataires → le délai court du jour du remboursement"},
    values: [
      ["Code de commerce","L511-78 C. com.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-start-presentation": {
    ...{"says":"Chèque → le délai court de la fin de la présentation, comptée de l’émission et non prorogée"},
    values: [
      ["Code monétaire et financier","L131-59, L131-32 C. mon. fin.","2008-06-19",null,"B","2026-11-21"],
    ],
  },
  "limitation-start-year": {
    ...{"says":"Créance sur une personne publique → le délai court du 1er janvier qui suit l’année de sa naissance"},
    values: [
      ["Loi n° 68-1250 du 31 décembre 1968","art. 1er de la loi du 31 décembre 1968","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-start-title": {
    ...{"says":"Titre → le délai court du jour où il est exécutoire et signifié"},
    values: [
      ["Cour de cassation","2e civ. 5 oct. 2023, n° 20-23.523",null,null,"B","2026-11-21"],
    ],
  },
  "limitation-earliest": {
    ...{"says":"Plusieurs points de départ ou délais possibles → la première date est retenue, les autres sont montrées"},
    values: [
      ["Code civil","2224 C. civ.","2008-06-19",null,"C","2026-11-21"],
    ],
  },
  "limitation-counting": {
    ...{"says":"Délai compté de quantième à quantième → acquis quand le dernier jour est accompli"},
    values: [
      ["Code civil","2228, 2229 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-no-extension": {
    ...{"says":"Dernier jour un samedi, un dimanche ou un jour férié → aucune prorogation"},
    values: [
      ["Cour de cassation","2e civ. 7 avr. 2016, n° 15-12.960",null,null,"A","2026-11-21"],
    ],
  },
  "limitation-midnight": {
    ...{"says":"Délai ouvert à zéro heure → le dernier jour est la veille de l’anniversaire"},
    values: [
      ["Cour de cassation","Soc. 12 déc. 2018",null,null,"A","2026-11-21"],
    ],
  },
  "limitation-cap-reached": {
    ...{"says":"Report, suspension ou interruption → pas au-delà du délai butoir"},
    values: [
      ["Code civil","2232 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-cap-lifted": {
    ...{"says":"Demande en justice ou exécution → le délai butoir ne s’y applique pas"},
    values: [
      ["Code civil","2232 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-pending": {
    ...{"says":"Procédure encore en cours → pas de dernier jour tant qu’elle dure ; sans elle, il serait celui-ci"},
    values: [
      ["Code civil","2242, 2238 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-interest": {
    ...{"says":"Intérêts échus après le jugement → leur propre délai, non celui du titre"},
    values: [
      ["Cour de cassation","avis 4 juill. 2016, n° 16-70.004",null,null,"B","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
