// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries, RawArticle } from '../shapes.ts';

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
      ["2014-03-27",null,"3","Loi n° 89-462 du 6 juillet 1989","7-1 loi du 6 juillet 1989",null,"A","2026-11-21"],
    ],
  },
  "limitation-co-ownership": {
    ...{"description":"Délai des charges de copropriété","unit":"years","expected":null,"expectedDaysBefore":0,"article":"42 loi du 10 juillet 1965"},
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
    ...{"description":"Délai, en années civiles entières, des créances sur l’État, les collectivités et les établissements dotés d’un comptable public","unit":"years","expected":null,"expectedDaysBefore":0,"article":"1 loi du 31 décembre 1968"},
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
    ...{"description":"Délai d’exécution d’un jugement ou d’un titre de même nature","unit":"years","expected":null,"expectedDaysBefore":0,"article":"3-1 loi du 9 juillet 1991"},
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

export const ARTICLES = {
  "limitation-why-civil": {
    ...{"says":"Aucun texte spécial pour cette créance → délai de droit commun"},
    values: [
      ["Code civil","2224 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-why-commercial": {
    ...{"says":"Débiteur professionnel → délai des obligations commerciales"},
    values: [
      ["Code de commerce","L110-4 I C. com.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-why-consumer": {
    ...{"says":"Professionnel contre consommateur, bien ou service → délai biennal"},
    values: [
      ["Code de la consommation, ancien article L137-2","L137-2 (ancien) C. consom.","2008-06-19","2016-06-30","B","2026-11-21"],
      ["Code de la consommation","L218-2 C. consom.","2016-07-01",null,"A","2026-11-21"],
    ],
  },
  "limitation-why-non-business": {
    ...{"says":"Débiteur non professionnel, qui n’est pas un consommateur → le délai biennal ne le protège pas ; le choisir comme consommateur si c’est un particulier"},
    values: [
      ["Code civil","2224 C. civ.","2008-06-19",null,"C","2026-11-21"],
    ],
  },
  "limitation-why-other-consumer": {
    ...{"says":"Créance d’une autre nature contre un consommateur → délai biennal si elle paie un bien ou un service, lecture prudente"},
    values: [
      ["Code de la consommation, ancien article L137-2","L137-2 (ancien) C. consom.","2008-06-19","2016-06-30","C","2026-11-21"],
      ["Code de la consommation","L218-2 C. consom.","2016-07-01",null,"C","2026-11-21"],
    ],
  },
  "limitation-why-transport": {
    ...{"says":"Contrat de transport → délai d’un an, prix compris"},
    values: [
      ["Code de commerce","L133-6 C. com.","2008-06-19",null,"B","2026-11-21"],
    ],
  },
  "limitation-why-telecom": {
    ...{"says":"Communications électroniques → délai d’un an pour tout utilisateur"},
    values: [
      ["Code des postes et des communications électroniques","L34-2 CPCE (postes)","2008-06-19",null,"B","2026-11-21"],
    ],
  },
  "limitation-why-rent": {
    ...{"says":"Loyer ou charges de la résidence principale → délai du bail d’habitation"},
    values: [
      ["Code civil","2224 C. civ.","2008-06-19","2014-03-26","C","2026-11-21"],
      ["Loi n° 89-462 du 6 juillet 1989","7-1 loi du 6 juillet 1989","2014-03-27",null,"A","2026-11-21"],
    ],
  },
  "limitation-why-co-ownership": {
    ...{"says":"Charges de copropriété → délai propre au syndicat et aux copropriétaires"},
    values: [
      ["Loi n° 65-557 du 10 juillet 1965, ancienne rédaction","42 loi du 10 juillet 1965","2008-06-19","2018-11-24","B","2026-11-21"],
      ["Loi n° 65-557 du 10 juillet 1965","42 loi du 10 juillet 1965","2018-11-25",null,"B","2026-11-21"],
    ],
  },
  "limitation-why-insurance": {
    ...{"says":"Prime d’assurance → délai biennal de l’assurance"},
    values: [
      ["Code des assurances","L114-1 C. assur.","2008-06-19",null,"B","2026-11-21"],
    ],
  },
  "limitation-why-consumer-credit": {
    ...{"says":"Crédit à la consommation → délai de forclusion, que rien ne suspend"},
    values: [
      ["Code de la consommation, ancien article L311-37","L311-37 (ancien) C. consom.","2008-06-19","2011-04-30","C","2026-11-21"],
      ["Code de la consommation, ancien article L311-52","L311-52 (ancien) C. consom.","2011-05-01","2016-06-30","C","2026-11-21"],
      ["Code de la consommation","R312-35 C. consom.","2016-07-01",null,"B","2026-11-21"],
    ],
  },
  "limitation-why-bill-acceptor": {
    ...{"says":"Contre l’accepteur ou le souscripteur du billet → délai compté de l’échéance"},
    values: [
      ["Code de commerce","L511-78, L512-3 C. com.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-why-bill-holder": {
    ...{"says":"Porteur contre un endosseur ou le tireur → délai compté de l’échéance, par prudence avant le protêt"},
    values: [
      ["Code de commerce","L511-78 C. com.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-why-bill-recourse": {
    ...{"says":"Recours entre signataires → délai compté du remboursement"},
    values: [
      ["Code de commerce","L511-78 C. com.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-why-cheque-drawee": {
    ...{"says":"Chèque, contre la banque tirée → délai compté de la fin de la présentation"},
    values: [
      ["Code monétaire et financier","L131-59 C. mon. fin.","2008-06-19",null,"B","2026-11-21"],
    ],
  },
  "limitation-why-cheque-drawer": {
    ...{"says":"Chèque, contre le tireur ou un endosseur → délai compté de la fin de la présentation"},
    values: [
      ["Code monétaire et financier","L131-59 C. mon. fin.","2008-06-19",null,"C","2026-11-21"],
    ],
  },
  "limitation-why-public-debtor": {
    ...{"says":"Personne publique dotée d’un comptable public → quatre années civiles"},
    values: [
      ["Loi n° 68-1250 du 31 décembre 1968","1 loi du 31 décembre 1968","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-why-public-enterprise": {
    ...{"says":"Entreprise publique → délai quadriennal si elle a un comptable public, lecture prudente"},
    values: [
      ["Loi n° 68-1250 du 31 décembre 1968","1 loi du 31 décembre 1968","2008-06-19",null,"C","2026-11-21"],
    ],
  },
  "limitation-why-public-water": {
    ...{"says":"Eau facturée par une personne publique → délai du titre de recettes"},
    values: [
      ["Code général des collectivités territoriales","L1617-5 CGCT","2008-06-19",null,"C","2026-11-21"],
    ],
  },
  "limitation-why-title": {
    ...{"says":"Titre exécutoire judiciaire → son propre délai remplace celui de la créance"},
    values: [
      ["Loi n° 91-650 du 9 juillet 1991","3-1 loi du 9 juillet 1991","2008-06-19","2012-05-31","B","2026-11-21"],
      ["Code des procédures civiles d’exécution","L111-4 CPCE","2012-06-01",null,"A","2026-11-21"],
    ],
  },
  "limitation-unknown-debtor": {
    ...{"says":"Qualité du débiteur inconnue → tous les délais possibles sont montrés, le plus court est retenu"},
    values: [
      ["Code civil","2224 C. civ.","2008-06-19",null,"C","2026-11-21"],
    ],
  },
  "limitation-unknown-sector": {
    ...{"says":"Nature de la créance inconnue → tous les délais possibles sont montrés, le plus court est retenu"},
    values: [
      ["Code civil","2224 C. civ.","2008-06-19",null,"C","2026-11-21"],
    ],
  },
  "limitation-unknown-action": {
    ...{"says":"Signataire poursuivi inconnu → chaque action est montrée, le délai le plus court est retenu"},
    values: [
      ["Code de commerce","L511-78 C. com.","2008-06-19",null,"C","2026-11-21"],
    ],
  },
  "limitation-contract": {
    ...{"says":"Durée fixée par le contrat, d’un à dix ans → elle remplace celle de la loi"},
    values: [
      ["Code civil","2254 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-reform": {
    ...{"says":"Loi nouvelle plus courte → son délai court du jour où elle entre en vigueur, sans dépasser la durée ancienne"},
    values: [
      ["Code civil","2222 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-start-due": {
    ...{"says":"Échéance convenue → le délai ne court pas avant elle"},
    values: [
      ["Code civil","2233 C. civ.","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-start-performance": {
    ...{"says":"Prestation achevée ou bien livré → le délai court de ce jour, non de la facture, sauf échéance fixée par le contrat ou la loi"},
    values: [
      ["Cour de cassation","Com. 26 févr. 2020, n° 18-25.036 ; 1re civ. 19 mai 2021, n° 20-12.520",null,null,"B","2026-11-21"],
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
      ["Loi n° 68-1250 du 31 décembre 1968","1 loi du 31 décembre 1968","2008-06-19",null,"A","2026-11-21"],
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
      ["Loi n° 68-1250 du 31 décembre 1968","2 loi du 31 décembre 1968","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-public-recognition": {
    ...{"says":"Paiement, même partiel, ou écrit de l’administration sur la dette → interruption"},
    values: [
      ["Loi n° 68-1250 du 31 décembre 1968","2 loi du 31 décembre 1968","2008-06-19",null,"B","2026-11-21"],
    ],
  },
  "limitation-public-suit": {
    ...{"says":"Recours en justice → interruption jusqu’à la décision définitive"},
    values: [
      ["Loi n° 68-1250 du 31 décembre 1968","2 loi du 31 décembre 1968","2008-06-19",null,"B","2026-11-21"],
    ],
  },
  "limitation-public-restart": {
    ...{"says":"Interruption du délai quadriennal → il repart du 1er janvier suivant"},
    values: [
      ["Loi n° 68-1250 du 31 décembre 1968","2 loi du 31 décembre 1968","2008-06-19",null,"C","2026-11-21"],
    ],
  },
  "limitation-public-none": {
    ...{"says":"Acte sans prise sur une personne publique → sans effet sur le délai quadriennal, lecture prudente"},
    values: [
      ["Loi n° 68-1250 du 31 décembre 1968","2 loi du 31 décembre 1968","2008-06-19",null,"C","2026-11-21"],
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
