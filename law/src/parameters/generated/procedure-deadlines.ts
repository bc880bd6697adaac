// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries, RawArticle } from '../shapes.ts';

export const SERIES = {
  "procedure-lre-accept": {
    ...{"description":"Délai du destinataire pour accepter une lettre recommandée électronique","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R53-3 C. postes"},
    values: [
      ["2008-06-19",null,"15","Code des postes et des communications électroniques",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-conciliation-meeting": {
    ...{"description":"Délai au-delà duquel l’absence de réunion de conciliation permet d’agir","unit":"months","expected":null,"expectedDaysBefore":0,"article":"750-1 CPC"},
    values: [
      ["2023-10-01",null,"3","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-small-claims-accept": {
    ...{"description":"Délai du débiteur pour accepter la procédure simplifiée","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R125-2 CPCE"},
    values: [
      ["2016-06-01",null,"1","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-l126-contest": {
    ...{"description":"Délai du débiteur pour payer ou contester le commandement d’une créance commerciale incontestée","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L126-1 et s. CPCE"},
    values: [
      ["2026-04-25",null,"1","Code des procédures civiles d’exécution, loi n° 2026-307 du 23 avril 2026",null,null,"B","2026-11-21"],
    ],
  },
  "procedure-l126-record": {
    ...{"description":"Délai ajouté avant le procès-verbal de non-contestation","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L126-1 et s. CPCE"},
    values: [
      ["2026-04-25",null,"8","Code des procédures civiles d’exécution, loi n° 2026-307 du 23 avril 2026",null,null,"B","2026-11-21"],
    ],
  },
  "procedure-l126-serve": {
    ...{"description":"Délai pour signifier le procès-verbal rendu exécutoire","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L126-1 et s. CPCE"},
    values: [
      ["2026-04-25",null,"6","Code des procédures civiles d’exécution, loi n° 2026-307 du 23 avril 2026",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-european-oppose": {
    ...{"description":"Délai d’opposition à l’injonction de payer européenne","unit":"days","expected":null,"expectedDaysBefore":0,"article":"Art. 16 règlement 1896/2006"},
    values: [
      ["2008-12-12",null,"30","Règlement (CE) n° 1896/2006",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-european-transit": {
    ...{"description":"Délai d’acheminement avant la déclaration de force exécutoire","unit":"days","expected":null,"expectedDaysBefore":0,"article":"1424-14 CPC"},
    values: [
      ["2008-12-12",null,"10","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-refere-appeal": {
    ...{"description":"Délai d’appel ou d’opposition contre une ordonnance de référé","unit":"days","expected":null,"expectedDaysBefore":0,"article":"490 CPC"},
    values: [
      ["2008-06-19",null,"15","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-file-judicial": {
    ...{"description":"Délai, avant l’audience, pour remettre la copie de l’assignation au tribunal judiciaire","unit":"days","expected":null,"expectedDaysBefore":0,"article":"754 CPC"},
    values: [
      ["2021-01-01",null,"15","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-serve-commercial": {
    ...{"description":"Délai, avant l’audience, pour assigner devant le tribunal de commerce","unit":"days","expected":null,"expectedDaysBefore":0,"article":"856 CPC"},
    values: [
      ["2008-06-19",null,"15","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-file-commercial": {
    ...{"description":"Délai, avant l’audience, pour remettre la copie de l’assignation au tribunal de commerce","unit":"days","expected":null,"expectedDaysBefore":0,"article":"857 CPC"},
    values: [
      ["2008-06-19",null,"8","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-default-judgment": {
    ...{"description":"Délai pour notifier un jugement par défaut ou réputé contradictoire","unit":"months","expected":null,"expectedDaysBefore":0,"article":"478 CPC"},
    values: [
      ["2008-06-19",null,"6","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-attribution-notify": {
    ...{"description":"Délai pour dénoncer une saisie-attribution au débiteur","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R211-3 CPCE"},
    values: [
      ["2008-06-19",null,"8","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-attribution-contest": {
    ...{"description":"Délai du débiteur pour contester une saisie-attribution","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R211-11 CPCE"},
    values: [
      ["2008-06-19",null,"1","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-contest-copy": {
    ...{"description":"Délai pour dénoncer la contestation au commissaire de justice","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R211-11 CPCE"},
    values: [
      ["2008-06-19",null,"1","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-sale-seize": {
    ...{"description":"Délai entre le commandement et la saisie-vente","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R221-10 CPCE"},
    values: [
      ["2008-06-19",null,"8","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-sale-amicable": {
    ...{"description":"Délai du débiteur pour vendre lui-même les biens saisis","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R221-30 CPCE"},
    values: [
      ["2008-06-19",null,"1","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-wages-register": {
    ...{"description":"Délai pour inscrire le commandement au registre numérique","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R212-1-1 et s. CPCE"},
    values: [
      ["2025-07-01",null,"1","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-wages-contest": {
    ...{"description":"Délai du débiteur pour contester le commandement avec effet suspensif","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R212-1-3 CPCE"},
    values: [
      ["2025-07-01",null,"1","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-wages-from": {
    ...{"description":"Délai entre le commandement et le procès-verbal de saisie des rémunérations","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R212-1-1 et s. CPCE"},
    values: [
      ["2025-07-01",null,"1","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-wages-until": {
    ...{"description":"Délai pour signifier la saisie à l’employeur, depuis le commandement","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R212-1-1 et s. CPCE"},
    values: [
      ["2025-07-01",null,"3","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-wages-notify": {
    ...{"description":"Délai pour dénoncer la saisie des rémunérations au débiteur","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R212-1-1 et s. CPCE"},
    values: [
      ["2025-07-01",null,"8","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-wages-contest-copy": {
    ...{"description":"Délai pour dénoncer la contestation au commissaire de justice","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R212-1-1 et s. CPCE"},
    values: [
      ["2025-07-01",null,"1","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-overindebtedness-suspension": {
    ...{"description":"Durée maximale de la suspension des poursuites en surendettement","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L722-3 C. conso."},
    values: [
      ["2016-07-01",null,"24","Code de la consommation",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-overindebtedness-justify": {
    ...{"description":"Délai pour justifier sa créance devant la commission","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R723-3 C. conso."},
    values: [
      ["2016-07-01",null,"30","Code de la consommation",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-overindebtedness-erasure": {
    ...{"description":"Délai pour contester l’effacement des dettes","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R741-1 C. conso."},
    values: [
      ["2016-07-01",null,"30","Code de la consommation",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-overindebtedness-declare": {
    ...{"description":"Délai pour déclarer sa créance en rétablissement personnel avec liquidation","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R742-11 C. conso."},
    values: [
      ["2016-07-01",null,"2","Code de la consommation",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-cheque-certificate": {
    ...{"description":"Délai avant de demander le certificat de non-paiement, depuis la première présentation","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L131-73 C. mon. fin."},
    values: [
      ["2008-06-19",null,"30","Code monétaire et financier",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-cheque-issue": {
    ...{"description":"Délai de la banque pour délivrer le certificat demandé","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L131-73 C. mon. fin."},
    values: [
      ["2008-06-19",null,"15","Code monétaire et financier",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-cheque-pay": {
    ...{"description":"Délai du tireur pour justifier du paiement du chèque et des frais","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L131-73 C. mon. fin."},
    values: [
      ["2008-06-19",null,"15","Code monétaire et financier",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-public-interest": {
    ...{"description":"Délai de l’acheteur public pour payer intérêts et indemnité, depuis le principal","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R2192-36 CCP"},
    values: [
      ["2019-04-01",null,"45","Code de la commande publique",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-public-judgment": {
    ...{"description":"Délai d’une personne publique pour payer une condamnation définitive","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L911-9 CJA"},
    values: [
      ["2008-06-19",null,"2","Code de justice administrative, loi n° 80-539 du 16 juillet 1980",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-public-judgment-credits": {
    ...{"description":"Délai de l’État quand les crédits sont insuffisants","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L911-9 CJA"},
    values: [
      ["2008-06-19",null,"4","Code de justice administrative, loi n° 80-539 du 16 juillet 1980",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-public-formal-notice": {
    ...{"description":"Délai laissé par la mise en demeure avant le mandatement d’office","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L1612-15 CGCT"},
    values: [
      ["2008-06-19",null,"1","Code général des collectivités territoriales",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-judgment-appeal": {
    ...{"description":"Délai d’appel ou d’opposition contre un jugement civil ou commercial, depuis sa signification","unit":"months","expected":null,"expectedDaysBefore":0,"article":"538 CPC"},
    values: [
      ["2008-06-19",null,"1","Code de procédure civile",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-contribution-regularise": {
    ...{"description":"Délai pour régulariser la contribution pour l’aide juridique, depuis l’invitation du greffe","unit":"months","expected":null,"expectedDaysBefore":0,"article":"1635 bis Q CGI"},
    values: [
      ["2026-03-01",null,"1","Code général des impôts, loi n° 2026-103, article 128",null,null,"B","2026-11-21"],
    ],
  },
  "procedure-european-small-answer": {
    ...{"description":"Délai du défendeur pour répondre à une demande européenne de règlement des petits litiges","unit":"days","expected":null,"expectedDaysBefore":0,"article":"Art. 5 règlement 861/2007"},
    values: [
      ["2009-01-01",null,"30","Règlement (CE) n° 861/2007",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-european-small-decide": {
    ...{"description":"Délai de la juridiction pour statuer, depuis la réponse du défendeur","unit":"days","expected":null,"expectedDaysBefore":0,"article":"Art. 7 règlement 861/2007"},
    values: [
      ["2009-01-01",null,"30","Règlement (CE) n° 861/2007",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-bill-protest": {
    ...{"description":"Délai pour faire dresser protêt faute de paiement, en jours ouvrables depuis l’échéance","unit":"days","expected":null,"expectedDaysBefore":0,"article":"L511-39 C. com."},
    values: [
      ["2008-06-19",null,"2","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-insolvency-terminated": {
    ...{"description":"Délai pour déclarer la créance née de la résiliation d’un contrat en cours","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R622-21 C. com."},
    values: [
      ["2008-06-19",null,"1","Code de commerce",null,null,"B","2026-11-21"],
    ],
  },
  "procedure-insolvency-later-claims": {
    ...{"description":"Délai pour porter une créance postérieure à la connaissance des organes, depuis la fin de la période d’observation","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L622-17 C. com."},
    values: [
      ["2008-06-19",null,"12","Code de commerce",null,null,"B","2026-11-21"],
    ],
  },
  "procedure-liquidation-later-claims": {
    ...{"description":"Délai pour porter une créance postérieure à la connaissance des organes, depuis la publication de la liquidation","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L641-13 C. com."},
    values: [
      ["2008-06-19",null,"6","Code de commerce",null,null,"B","2026-11-21"],
    ],
  },
  "procedure-struck-off-liquidation": {
    ...{"description":"Délai pour demander la liquidation judiciaire d’un débiteur radié","unit":"months","expected":null,"expectedDaysBefore":0,"article":"L640-5 C. com."},
    values: [
      ["2008-06-19",null,"12","Code de commerce",null,null,"B","2026-11-21"],
    ],
  },
  "procedure-administrative-refere-appeal": {
    ...{"description":"Délai d’appel d’une ordonnance de référé-provision du juge administratif","unit":"days","expected":null,"expectedDaysBefore":0,"article":"R541-3 CJA"},
    values: [
      ["2008-06-19",null,"15","Code de justice administrative",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-administrative-appeal": {
    ...{"description":"Délai d’appel d’un jugement du tribunal administratif","unit":"months","expected":null,"expectedDaysBefore":0,"article":"R811-2 CJA"},
    values: [
      ["2008-06-19",null,"2","Code de justice administrative",null,null,"C","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;

export const ARTICLES = {
  "procedure-lre-accept": {
    ...{"says":"Lettre électronique non acceptée dans le délai → preuve de refus ou de non-réclamation disponible le lendemain"},
    values: [
      ["Code des postes et des communications électroniques","R53-3 C. postes",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-conciliation-meeting": {
    ...{"says":"Pas de réunion dans le délai → le procès est recevable sans tentative amiable aboutie"},
    values: [
      ["Code de procédure civile","750-1 CPC","2023-10-01",null,"A","2026-11-21"],
    ],
  },
  "procedure-small-claims-accept": {
    ...{"says":"Silence pendant tout le délai → refus"},
    values: [
      ["Code des procédures civiles d’exécution","R125-2 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-small-claims-refusal": {
    ...{"says":"Refus ou silence → le créancier peut saisir le juge"},
    values: [
      ["Code des procédures civiles d’exécution","R125-5 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-l126-disabled": {
    ...{"says":"Décret d’application non publié → procédure pas encore praticable, dates indicatives"},
    values: [
      ["Loi n° 2026-307 du 23 avril 2026","L126-1 et s. CPCE","2026-04-25",null,"C","2026-11-21"],
    ],
  },
  "procedure-l126-contest": {
    ...{"says":"Contestation, même mal fondée → fin de la procédure"},
    values: [
      ["Loi n° 2026-307 du 23 avril 2026","L126-1 et s. CPCE","2026-04-25",null,"B","2026-11-21"],
    ],
  },
  "procedure-l126-record": {
    ...{"says":"Ni paiement ni contestation → procès-verbal de non-contestation possible"},
    values: [
      ["Loi n° 2026-307 du 23 avril 2026","L126-1 et s. CPCE","2026-04-25",null,"B","2026-11-21"],
    ],
  },
  "procedure-l126-serve": {
    ...{"says":"Procès-verbal exécutoire non signifié dans le délai → perdu"},
    values: [
      ["Loi n° 2026-307 du 23 avril 2026","L126-1 et s. CPCE","2026-04-25",null,"C","2026-11-21"],
    ],
  },
  "procedure-european-oppose": {
    ...{"says":"Opposition dans le délai → procédure ordinaire"},
    values: [
      ["Règlement (CE) n° 1896/2006","Art. 16 règlement 1896/2006",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-european-transit": {
    ...{"says":"Pas d’opposition après l’acheminement → force exécutoire déclarée"},
    values: [
      ["Code de procédure civile","1424-14 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-refere-appeal-theirs": {
    ...{"says":"Délai passé sans recours → ordonnance définitive au provisoire"},
    values: [
      ["Code de procédure civile","490 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-refere-appeal-ours": {
    ...{"says":"Recours non formé dans le délai → irrecevable"},
    values: [
      ["Code de procédure civile","490 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-file-judicial": {
    ...{"says":"Copie non remise à temps, date connue plus de quinze jours avant → assignation caduque"},
    values: [
      ["Code de procédure civile","754 CPC","2021-01-01",null,"A","2026-11-21"],
    ],
  },
  "procedure-serve-commercial": {
    ...{"says":"Assignation trop tardive → audience impossible à cette date"},
    values: [
      ["Code de procédure civile","856 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-file-commercial": {
    ...{"says":"Copie non remise à temps → assignation caduque"},
    values: [
      ["Code de procédure civile","857 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-default-judgment": {
    ...{"says":"Jugement non notifié dans le délai → non avenu"},
    values: [
      ["Code de procédure civile","478 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-attribution-notify": {
    ...{"says":"Saisie non dénoncée dans le délai → caduque"},
    values: [
      ["Code des procédures civiles d’exécution","R211-3 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-attribution-contest": {
    ...{"says":"Contestation dans le délai → paiement différé jusqu’à la décision"},
    values: [
      ["Code des procédures civiles d’exécution","R211-11 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-attribution-pay": {
    ...{"says":"Pas de contestation → paiement par le tiers saisi sur certificat"},
    values: [
      ["Code des procédures civiles d’exécution","R211-6 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-contest-copy": {
    ...{"says":"Contestation non dénoncée le jour même ou le jour ouvrable suivant → irrecevable"},
    values: [
      ["Code des procédures civiles d’exécution","R211-11 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-sale-seize": {
    ...{"says":"Commandement resté sans paiement → saisie possible"},
    values: [
      ["Code des procédures civiles d’exécution","R221-10 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-sale-amicable": {
    ...{"says":"Vente amiable non faite dans le délai → vente forcée"},
    values: [
      ["Code des procédures civiles d’exécution","R221-30 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-wages-register": {
    ...{"says":"Commandement non inscrit → caduc"},
    values: [
      ["Code des procédures civiles d’exécution","R212-1-1 et s. CPCE","2025-07-01",null,"A","2026-11-21"],
    ],
  },
  "procedure-wages-contest": {
    ...{"says":"Contestation dans le délai → procédure suspendue"},
    values: [
      ["Code des procédures civiles d’exécution","R212-1-3 CPCE","2025-07-01",null,"A","2026-11-21"],
    ],
  },
  "procedure-wages-from": {
    ...{"says":"Ni paiement, ni accord, ni contestation → saisie possible"},
    values: [
      ["Code des procédures civiles d’exécution","R212-1-1 et s. CPCE","2025-07-01",null,"A","2026-11-21"],
    ],
  },
  "procedure-wages-until": {
    ...{"says":"Saisie non signifiée à l’employeur dans le délai → commandement caduc"},
    values: [
      ["Code des procédures civiles d’exécution","R212-1-1 et s. CPCE","2025-07-01",null,"A","2026-11-21"],
    ],
  },
  "procedure-wages-notify": {
    ...{"says":"Saisie non dénoncée au débiteur dans le délai → caduque"},
    values: [
      ["Code des procédures civiles d’exécution","R212-1-1 et s. CPCE","2025-07-01",null,"A","2026-11-21"],
    ],
  },
  "procedure-wages-contest-copy": {
    ...{"says":"Contestation non dénoncée à temps → irrecevable"},
    values: [
      ["Code des procédures civiles d’exécution","R212-1-1 et s. CPCE","2025-07-01",null,"A","2026-11-21"],
    ],
  },
  "procedure-overindebtedness-freeze": {
    ...{"says":"Dossier recevable → plus de relance ni de saisie, intérêts et pénalités arrêtés"},
    values: [
      ["Code de la consommation","L722-2 et L722-14 C. conso.",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-overindebtedness-suspension": {
    ...{"says":"Suspension au plus pour cette durée, sauf plan ou décision avant → poursuites à revoir"},
    values: [
      ["Code de la consommation","L722-3 C. conso.",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-overindebtedness-justify": {
    ...{"says":"Créance non justifiée → retenue telle que le débiteur l’a dite"},
    values: [
      ["Code de la consommation","R723-3 C. conso.",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-overindebtedness-erasure": {
    ...{"says":"Pas de contestation dans le délai → dette effacée"},
    values: [
      ["Code de la consommation","R741-1 C. conso.",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-overindebtedness-declare": {
    ...{"says":"Créance non déclarée dans le délai → éteinte"},
    values: [
      ["Code de la consommation","R742-11 et L742-10 C. conso.",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-cheque-certificate": {
    ...{"says":"Délai passé et seconde présentation vaine → certificat de non-paiement sur demande"},
    values: [
      ["Code monétaire et financier","L131-73 C. mon. fin.",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-cheque-issue": {
    ...{"says":"Certificat demandé → la banque le délivre dans le délai"},
    values: [
      ["Code monétaire et financier","L131-73 C. mon. fin.",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-cheque-pay": {
    ...{"says":"Notification du certificat → vaut commandement de payer"},
    values: [
      ["Code monétaire et financier","L131-73 C. mon. fin.",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-cheque-title": {
    ...{"says":"Pas de preuve du paiement dans le délai → titre exécutoire sans autre acte ni frais"},
    values: [
      ["Code monétaire et financier","L131-73 C. mon. fin. et L111-3 5° CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-public-interest": {
    ...{"says":"Principal payé → intérêts et indemnité dus dans le délai, sans demande"},
    values: [
      ["Code de la commande publique","R2192-36 CCP","2019-04-01",null,"A","2026-11-21"],
    ],
  },
  "procedure-public-judgment": {
    ...{"says":"Condamnation définitive à une somme fixe → payée dans le délai"},
    values: [
      ["Code de justice administrative, loi n° 80-539 du 16 juillet 1980","L911-9 CJA",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-public-judgment-credits": {
    ...{"says":"Crédits de l’État insuffisants → délai plus long"},
    values: [
      ["Code de justice administrative, loi n° 80-539 du 16 juillet 1980","L911-9 CJA",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-public-forced": {
    ...{"says":"Pas de paiement dans le délai → paiement par le comptable ou mandatement d’office sur la seule décision"},
    values: [
      ["Code de justice administrative, loi n° 80-539 du 16 juillet 1980","L911-9 CJA",null,null,"A","2026-11-21"],
    ],
  },
  "procedure-public-formal-notice": {
    ...{"says":"Mise en demeure restée vaine → mandatement d’office possible"},
    values: [
      ["Code général des collectivités territoriales","L1612-15 CGCT",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-judgment-appeal-theirs": {
    ...{"says":"Délai passé sans recours → jugement définitif"},
    values: [
      ["Code de procédure civile","538 CPC",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-judgment-appeal-ours": {
    ...{"says":"Recours non formé dans le délai → irrecevable"},
    values: [
      ["Code de procédure civile","538 CPC",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-judgment-final": {
    ...{"says":"Ni appel ni opposition dans le délai → exécution même si l’exécution provisoire est écartée"},
    values: [
      ["Code de procédure civile","501 et 504 CPC",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-contribution-regularise": {
    ...{"says":"Contribution non réglée après l’invitation du greffe → demande irrecevable"},
    values: [
      ["Code général des impôts, loi n° 2026-103, article 128","1635 bis Q CGI","2026-03-01",null,"B","2026-11-21"],
    ],
  },
  "procedure-european-small-answer": {
    ...{"says":"Pas de réponse dans le délai → la juridiction statue sur la demande"},
    values: [
      ["Règlement (CE) n° 861/2007","Art. 7 règlement 861/2007",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-european-small-decide": {
    ...{"says":"Délai passé → interroger le greffe, la procédure continue"},
    values: [
      ["Règlement (CE) n° 861/2007","Art. 7 règlement 861/2007",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-bill-protest": {
    ...{"says":"Pas de protêt dans le délai → recours perdu contre les endosseurs, pas contre l’accepteur"},
    values: [
      ["Code de commerce","L511-39 et L511-49 C. com.",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-insolvency-terminated": {
    ...{"says":"Créance de résiliation non déclarée dans le délai → écartée des répartitions"},
    values: [
      ["Code de commerce","R622-21 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "procedure-insolvency-later-claims": {
    ...{"says":"Créance postérieure non signalée dans le délai → rang privilégié perdu"},
    values: [
      ["Code de commerce","L622-17 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "procedure-liquidation-later-claims": {
    ...{"says":"Créance postérieure non signalée dans le délai → rang privilégié perdu"},
    values: [
      ["Code de commerce","L641-13 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "procedure-struck-off-liquidation": {
    ...{"says":"Délai passé → plus de demande de liquidation judiciaire du débiteur radié"},
    values: [
      ["Code de commerce","L640-5 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "procedure-administrative-refere-appeal-theirs": {
    ...{"says":"Délai passé sans appel → ordonnance de provision acquise"},
    values: [
      ["Code de justice administrative","R541-3 CJA",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-administrative-refere-appeal-ours": {
    ...{"says":"Appel non formé dans le délai → irrecevable"},
    values: [
      ["Code de justice administrative","R541-3 CJA",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-administrative-appeal-theirs": {
    ...{"says":"Délai passé sans appel → jugement définitif"},
    values: [
      ["Code de justice administrative","R811-2 CJA",null,null,"C","2026-11-21"],
    ],
  },
  "procedure-administrative-appeal-ours": {
    ...{"says":"Appel non formé dans le délai → irrecevable"},
    values: [
      ["Code de justice administrative","R811-2 CJA",null,null,"C","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
