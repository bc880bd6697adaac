// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries } from '../shapes.ts';

export const SERIES = {
  "limitation-civil": {
    ...{"description":"Délai de droit commun des actions personnelles ou mobilières","unit":"years","expected":null,"expectedDaysBefore":0,"article":"2224 C. civ."},
    values: [
      ["2008-06-19",null,"5","Code civil",null,null,"A","2026-11-21"],
    ],
  },
  "limitation-commercial": {
    ...{"description":"Délai des obligations nées du commerce, entre commerçants ou avec un non-commerçant","unit":"years","expected":null,"expectedDaysBefore":0,"article":"L110-4 I C. com."},
    values: [
      ["2008-06-19",null,"5","Code de commerce",null,null,"A","2026-11-21"],
    ],
  },
  "limitation-consumer": {
    ...{"description":"Délai de l’action des professionnels contre un consommateur, pour un bien ou un service","unit":"years","expected":null,"expectedDaysBefore":0,"article":"L137-2 (ancien) C. consom."},
    values: [
      ["2008-06-19","2016-06-30","2","Code de la consommation, ancien article L137-2",null,null,"B","2026-11-21"],
      ["2016-07-01",null,"2","Code de la consommation","L218-2 C. consom.",null,"A","2026-11-21"],
    ],
  },
  "limitation-transport": {
    ...{"description":"Délai des actions nées du contrat de transport, prix compris","unit":"years","expected":null,"expectedDaysBefore":0,"article":"L133-6 C. com."},
    values: [
      ["2008-06-19",null,"1","Code de commerce",null,null,"B","2026-11-21"],
    ],
  },
  "limitation-telecom": {
    ...{"description":"Délai de paiement des communications électroniques, au profit de tout utilisateur","unit":"years","expected":null,"expectedDaysBefore":0,"article":"L34-2 CPCE (postes)"},
    values: [
      ["2008-06-19",null,"1","Code des postes et des communications électroniques",null,null,"B","2026-11-21"],
    ],
  },
  "limitation-rent": {
    ...{"description":"Délai des loyers et charges de la résidence principale","unit":"years","expected":null,"expectedDaysBefore":0,"article":"2224 C. civ."},
    values: [
      ["2008-06-19","2014-03-26","5","Code civil",null,null,"C","2026-11-21"],
      ["2014-03-27",null,"3","Loi n° 89-462 du 6 juillet 1989","art. 7-1 de la loi du 6 juillet 1989",null,"A","2026-11-21"],
    ],
  },
  "limitation-co-ownership": {
    ...{"description":"Délai des charges de copropriété","unit":"years","expected":null,"expectedDaysBefore":0,"article":"art. 42 de la loi du 10 juillet 1965"},
    values: [
      ["2008-06-19","2018-11-24","10","Loi n° 65-557 du 10 juillet 1965, ancienne rédaction",null,null,"B","2026-11-21"],
      ["2018-11-25",null,"5","Loi n° 65-557 du 10 juillet 1965",null,null,"B","2026-11-21"],
    ],
  },
  "limitation-insurance": {
    ...{"description":"Délai des actions nées du contrat d’assurance, prime comprise","unit":"years","expected":null,"expectedDaysBefore":0,"article":"L114-1 C. assur."},
    values: [
      ["2008-06-19",null,"2","Code des assurances",null,null,"B","2026-11-21"],
    ],
  },
  "limitation-consumer-credit": {
    ...{"description":"Délai de forclusion des actions en paiement du crédit à la consommation","unit":"years","expected":null,"expectedDaysBefore":0,"article":"L311-37 (ancien) C. consom."},
    values: [
      ["2008-06-19","2011-04-30","2","Code de la consommation, ancien article L311-37",null,null,"C","2026-11-21"],
      ["2011-05-01","2016-06-30","2","Code de la consommation, ancien article L311-52","L311-52 (ancien) C. consom.",null,"C","2026-11-21"],
      ["2016-07-01",null,"2","Code de la consommation","R312-35 C. consom.",null,"B","2026-11-21"],
    ],
  },
  "limitation-bill-acceptor": {
    ...{"description":"Délai contre l’accepteur d’une lettre de change ou le souscripteur d’un billet à ordre","unit":"years","expected":null,"expectedDaysBefore":0,"article":"L511-78, L512-3 C. com."},
    values: [
      ["2008-06-19",null,"3","Code de commerce",null,null,"A","2026-11-21"],
    ],
  },
  "limitation-bill-holder": {
    ...{"description":"Délai du porteur contre les endosseurs et le tireur","unit":"years","expected":null,"expectedDaysBefore":0,"article":"L511-78 C. com."},
    values: [
      ["2008-06-19",null,"1","Code de commerce",null,null,"A","2026-11-21"],
    ],
  },
  "limitation-bill-recourse": {
    ...{"description":"Délai des endosseurs entre eux et contre le tireur","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L511-78 C. com."},
    values: [
      ["2008-06-19",null,"6","Code de commerce",null,null,"A","2026-11-21"],
    ],
  },
  "limitation-cheque-drawee": {
    ...{"description":"Délai du porteur d’un chèque contre la banque tirée","unit":"years","expected":null,"expectedDaysBefore":0,"article":"L131-59 C. mon. fin."},
    values: [
      ["2008-06-19",null,"1","Code monétaire et financier",null,null,"B","2026-11-21"],
    ],
  },
  "limitation-cheque-drawer": {
    ...{"description":"Délai du porteur d’un chèque contre le tireur et les endosseurs","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L131-59 C. mon. fin."},
    values: [
      ["2008-06-19",null,"6","Code monétaire et financier",null,null,"C","2026-11-21"],
    ],
  },
  "limitation-cheque-presentation": {
    ...{"description":"Délai de présentation d’un chèque émis et payable en France métropolitaine","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L131-32 C. mon. fin."},
    values: [
      ["2008-06-19",null,"8","Code monétaire et financier",null,null,"B","2026-11-21"],
    ],
  },
  "limitation-public-debtor": {
    ...{"description":"Délai, en années civiles entières, des créances sur l’État, les collectivités et les établissements dotés d’un comptable public","unit":"years","expected":null,"expectedDaysBefore":0,"article":"art. 1er de la loi du 31 décembre 1968"},
    values: [
      ["2008-06-19",null,"4","Loi n° 68-1250 du 31 décembre 1968",null,null,"A","2026-11-21"],
    ],
  },
  "limitation-public-water": {
    ...{"description":"Délai du recouvrement d’un titre de recettes local (eau facturée par une personne publique)","unit":"years","expected":null,"expectedDaysBefore":0,"article":"L1617-5 CGCT"},
    values: [
      ["2008-06-19",null,"4","Code général des collectivités territoriales",null,null,"C","2026-11-21"],
    ],
  },
  "limitation-title": {
    ...{"description":"Délai d’exécution d’un jugement ou d’un titre de même nature","unit":"years","expected":null,"expectedDaysBefore":0,"article":"art. 3-1 de la loi du 9 juillet 1991"},
    values: [
      ["2008-06-19","2012-05-31","10","Loi n° 91-650 du 9 juillet 1991",null,null,"B","2026-11-21"],
      ["2012-06-01",null,"10","Code des procédures civiles d’exécution","L111-4 CPCE",null,"A","2026-11-21"],
    ],
  },
  "limitation-contract-least": {
    ...{"description":"Durée la plus courte qu’un contrat puisse fixer","unit":"years","expected":null,"expectedDaysBefore":0,"article":"2254 C. civ."},
    values: [
      ["2008-06-19",null,"1","Code civil",null,null,"A","2026-11-21"],
    ],
  },
  "limitation-contract-most": {
    ...{"description":"Durée la plus longue qu’un contrat puisse fixer","unit":"years","expected":null,"expectedDaysBefore":0,"article":"2254 C. civ."},
    values: [
      ["2008-06-19",null,"10","Code civil",null,null,"A","2026-11-21"],
    ],
  },
  "limitation-cap": {
    ...{"description":"Durée totale, depuis la naissance du droit, que ni report, ni suspension, ni interruption ne dépassent","unit":"years","expected":null,"expectedDaysBefore":0,"article":"2232 C. civ."},
    values: [
      ["2008-06-19",null,"20","Code civil",null,null,"A","2026-11-21"],
    ],
  },
  "limitation-suspension-floor": {
    ...{"description":"Durée que laisse au moins la fin d’une médiation, d’une conciliation ou d’une expertise","unit":"months","expected":null,"expectedDaysBefore":0,"article":"2238, 2239 C. civ."},
    values: [
      ["2008-06-19",null,"6","Code civil",null,null,"A","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;
