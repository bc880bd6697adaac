// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries, RawArticle } from '../shapes.ts';

export const SERIES = {
  "deadlines-known-from": {
    ...{"description":"Premier jour pour lequel les délais sont servis ; un jour plus ancien est refusé","unit":"date","expected":null,"expectedDaysBefore":0,"article":"Périmètre du logiciel"},
    values: [
      ["2008-06-19",null,"2008-06-19","Textes de délais relus pour Acquit",null,null,"A","2026-11-21"],
    ],
  },
  "deadlines-known-until": {
    ...{"description":"Dernier jour pour lequel les délais sont servis ; un jour plus lointain est une faute de saisie","unit":"date","expected":null,"expectedDaysBefore":0,"article":"Périmètre du logiciel"},
    values: [
      ["2008-06-19",null,"2099-12-31","Textes de délais relus pour Acquit",null,null,"A","2026-11-21"],
    ],
  },
  "deadline-distance-overseas": {
    ...{"description":"Délai de distance de la partie qui demeure outre-mer, devant une juridiction de métropole","unit":"months","expected":null,"expectedDaysBefore":0,"article":"643 CPC"},
    values: [
      ["2008-06-19",null,"1","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "deadline-distance-abroad": {
    ...{"description":"Délai de distance de la partie qui demeure à l’étranger, devant une juridiction de métropole","unit":"months","expected":null,"expectedDaysBefore":0,"article":"643 CPC"},
    values: [
      ["2008-06-19",null,"2","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;

export const ARTICLES = {
  "deadline-days": {
    ...{"says":"Délai en jours → le jour de l’acte ne compte pas"},
    values: [
      ["Code de procédure civile","641 al. 1 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "deadline-months": {
    ...{"says":"Délai en mois ou en années → même quantième, à défaut dernier jour du mois"},
    values: [
      ["Code de procédure civile","641 al. 2 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "deadline-months-then-days": {
    ...{"says":"Délai en mois et en jours → les mois d’abord, les jours ensuite"},
    values: [
      ["Code de procédure civile","641 al. 3 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "deadline-first-day-counted": {
    ...{"says":"Le jour de départ est le jour 1 → le délai expire un jour plus tôt"},
    values: [
      ["Réglage demandé, contraire au décompte ordinaire des délais de procédure","641 CPC",null,null,"C","2026-11-21"],
    ],
  },
  "deadline-first-day-end-of-month": {
    ...{"says":"Le jour de départ est le jour 1 et le quantième manque → dernier jour du mois"},
    values: [
      ["Réglage demandé, contraire au décompte ordinaire des délais de procédure","641 CPC",null,null,"C","2026-11-21"],
    ],
  },
  "deadline-extension": {
    ...{"says":"Dernier jour un samedi, un dimanche ou un jour férié → premier jour ouvrable suivant"},
    values: [
      ["Code de procédure civile","642 al. 2 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "deadline-no-extension": {
    ...{"says":"Le dernier jour est un jour ouvré → pas de report"},
    values: [
      ["Code de procédure civile","642 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "deadline-local-holiday-wait": {
    ...{"says":"Jour férié local et délai à laisser passer → report retenu par prudence"},
    values: [
      ["Fiche F31111 de service-public ; aucune décision de principe trouvée","642 al. 2 CPC",null,null,"C","2026-11-21"],
    ],
  },
  "deadline-local-holiday-ignored": {
    ...{"says":"Jour férié local et acte à accomplir → report non retenu par prudence"},
    values: [
      ["Fiche F31111 de service-public ; aucune décision de principe trouvée","642 al. 2 CPC",null,null,"C","2026-11-21"],
    ],
  },
  "deadline-backward": {
    ...{"says":"Délai compté à rebours → pas de report"},
    values: [
      ["Jurisprudence sur les délais à rebours","642 CPC",null,null,"C","2026-11-21"],
    ],
  },
  "deadline-not-procedural": {
    ...{"says":"Délai qui n’est pas de procédure → pas de report"},
    values: [
      ["Code de procédure civile","642 CPC",null,null,"B","2026-11-21"],
    ],
  },
  "deadline-last-day-passed": {
    ...{"says":"Le dernier jour court jusqu’à minuit → le premier jour libre est le lendemain"},
    values: [
      ["Code de procédure civile","642 al. 1 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "deadline-distance": {
    ...{"says":"Partie outre-mer ou à l’étranger → délai de distance ajouté aux mois, depuis la date d’origine"},
    values: [
      ["Code de procédure civile","643 et 645 CPC",null,null,"A","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
