// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries, RawArticle } from '../shapes.ts';

export const SERIES = {
  "route-traders": {
    ...{"description":"Parties commerçantes, sociétés commerciales par la forme comprises","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L210-1 C. com."},
    values: [
      ["2024-03-01",null,"trader, company","Code de commerce",null,null,"B","2026-11-21"],
    ],
  },
  "route-commercial-parties": {
    ...{"description":"Parties dont les engagements entre elles vont au tribunal de commerce","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L721-3 C. com."},
    values: [
      ["2024-03-01",null,"trader, company, artisan","Code de commerce",null,null,"B","2026-11-21"],
    ],
  },
  "route-commercial-debtors": {
    ...{"description":"Débiteurs qu’un demandeur non commerçant peut assigner devant le tribunal de commerce","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L721-3 C. com."},
    values: [
      ["2024-03-01",null,"trader, company, public-enterprise","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "route-commercial-claims": {
    ...{"description":"Créances commerciales quel que soit le signataire","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L721-3 C. com."},
    values: [
      ["2024-03-01",null,"bill-of-exchange","Code de commerce",null,null,"C","2026-11-21"],
    ],
  },
  "route-protection-claims": {
    ...{"description":"Créances du juge des contentieux de la protection","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L213-4-4 et L213-4-5 COJ"},
    values: [
      ["2024-03-01",null,"rent, consumer-credit","Code de l’organisation judiciaire",null,null,"B","2026-11-21"],
    ],
  },
  "route-civil-claims": {
    ...{"description":"Créances civiles quelles que soient les parties","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L211-3 COJ"},
    values: [
      ["2024-03-01",null,"co-ownership","Code de l’organisation judiciaire",null,null,"B","2026-11-21"],
    ],
  },
  "route-unseizable-debtors": {
    ...{"description":"Débiteurs dont les biens ne se saisissent pas","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L2311-1 CG3P"},
    values: [
      ["2024-03-01",null,"public-body, public-enterprise","Code général de la propriété des personnes publiques",null,null,"C","2026-11-21"],
    ],
  },
  "route-administrative-debtors": {
    ...{"description":"Débiteurs qui relèvent du juge administratif","unit":"text","expected":null,"expectedDaysBefore":0,"article":"R541-1 CJA"},
    values: [
      ["2024-03-01",null,"public-body","Code de justice administrative",null,null,"C","2026-11-21"],
    ],
  },
  "route-wage-debtors": {
    ...{"description":"Débiteurs qui peuvent recevoir un salaire","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L212-1 CPCE"},
    values: [
      ["2024-03-01",null,"consumer, non-business, trader, artisan, civil-professional","Code des procédures civiles d’exécution",null,null,"C","2026-11-21"],
    ],
  },
  "route-overindebted-debtors": {
    ...{"description":"Débiteurs qui peuvent être admis au surendettement","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L711-1 C. conso."},
    values: [
      ["2024-03-01",null,"consumer, non-business, trader, artisan, civil-professional","Code de la consommation",null,null,"C","2026-11-21"],
    ],
  },
  "route-payment-order-contest": {
    ...{"description":"Contestations qui laissent place à une décision non contradictoire","unit":"text","expected":null,"expectedDaysBefore":0,"article":"1405 CPC"},
    values: [
      ["2024-03-01",null,"no, silent, minor","Code de procédure civile",null,null,"B","2026-11-21"],
    ],
  },
  "route-unopposed-contest": {
    ...{"description":"Positions du débiteur qui valent absence de contestation","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L126-1 CPCE"},
    values: [
      ["2024-03-01",null,"no, silent","Loi n° 2026-307 du 23 avril 2026",null,null,"B","2026-11-21"],
    ],
  },
  "route-uncontested-excluded-claims": {
    ...{"description":"Créances hors du recouvrement des créances commerciales incontestées","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L126-1 CPCE"},
    values: [
      ["2024-03-01",null,"consumer-credit, co-ownership, insurance-premium, rent, judgment","Loi n° 2026-307 du 23 avril 2026",null,null,"B","2026-11-21"],
    ],
  },
  "route-undetermined-claims": {
    ...{"description":"Créances dont le montant n’est fixé que si un écrit le fixe","unit":"text","expected":null,"expectedDaysBefore":0,"article":"1405 CPC"},
    values: [
      ["2024-03-01",null,"other","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
  "route-amount-evidence": {
    ...{"description":"Écrits qui fixent le montant d’une créance","unit":"text","expected":null,"expectedDaysBefore":0,"article":"1405 CPC"},
    values: [
      ["2024-03-01",null,"contract, order, acknowledgement, bill, cheque, lease, judgment","Code de procédure civile",null,null,"B","2026-11-21"],
    ],
  },
  "route-contract-evidence": {
    ...{"description":"Écrits qui prouvent l’engagement","unit":"text","expected":null,"expectedDaysBefore":0,"article":"1353 C. civ."},
    values: [
      ["2024-03-01",null,"contract, order, acknowledgement, bill, cheque, lease, judgment","Code civil",null,null,"B","2026-11-21"],
    ],
  },
  "route-performance-claims": {
    ...{"description":"Créances dont l’exécution se prouve","unit":"text","expected":null,"expectedDaysBefore":0,"article":"1353 C. civ."},
    values: [
      ["2024-03-01",null,"goods, services, works, transport, telecom, energy, water, lawyer-fees, medical-fees","Code civil",null,null,"B","2026-11-21"],
    ],
  },
  "route-performance-evidence": {
    ...{"description":"Pièces qui prouvent l’exécution","unit":"text","expected":null,"expectedDaysBefore":0,"article":"1353 C. civ."},
    values: [
      ["2024-03-01",null,"delivery, acknowledgement, bill, cheque, judgment","Code civil",null,null,"B","2026-11-21"],
    ],
  },
  "route-invoice-evidence": {
    ...{"description":"Pièces qui chiffrent l’exécution","unit":"text","expected":null,"expectedDaysBefore":0,"article":"1353 C. civ."},
    values: [
      ["2024-03-01",null,"invoice, acknowledgement, bill, cheque, judgment","Code civil",null,null,"B","2026-11-21"],
    ],
  },
  "route-title-evidence": {
    ...{"description":"Pièces qui sont un titre exécutoire","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L111-3 CPCE"},
    values: [
      ["2024-03-01",null,"judgment","Code des procédures civiles d’exécution",null,null,"A","2026-11-21"],
    ],
  },
  "route-cheque-evidence": {
    ...{"description":"Pièces qui prouvent un chèque","unit":"text","expected":null,"expectedDaysBefore":0,"article":"L131-73 C. mon. fin."},
    values: [
      ["2024-03-01",null,"cheque, cheque-certificate","Code monétaire et financier",null,null,"A","2026-11-21"],
    ],
  },
  "route-amicable-evidence": {
    ...{"description":"Pièces qui prouvent une tentative amiable","unit":"text","expected":null,"expectedDaysBefore":0,"article":"750-1 CPC"},
    values: [
      ["2024-03-01",null,"amicable-attempt, small-claims-refusal","Code de procédure civile",null,null,"A","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;

export const ARTICLES = {
  "route-closed-insolvent": {
    ...{"says":"Procédure collective ouverte → poursuites et exécutions arrêtées, seule la déclaration de créance reste"},
    values: [
      ["Code de commerce","L622-21 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "route-closed-overindebted": {
    ...{"says":"Surendettement recevable → dossier gelé, exécutions suspendues deux ans au plus"},
    values: [
      ["Code de la consommation","L722-2 C. conso.",null,null,"A","2026-11-21"],
    ],
  },
  "route-closed-expired": {
    ...{"says":"Prescription acquise → aucune action en justice, et ne pas en annoncer"},
    values: [
      ["Code civil","2219 C. civ.",null,null,"A","2026-11-21"],
    ],
  },
  "route-closed-struck-off": {
    ...{"says":"Débiteur radié → plus personne ne le représente, un mandataire ad hoc d’abord"},
    values: [
      ["Cour de cassation, chambre commerciale, 20 septembre 2023","L237-2 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "route-closed-abroad": {
    ...{"says":"Débiteur hors de France → voies européennes, ou avocat de son pays"},
    values: [
      ["Code de procédure civile","1406 CPC",null,null,"B","2026-11-21"],
    ],
  },
  "route-closed-title": {
    ...{"says":"Titre exécutoire au dossier → exécution, pas de nouvelle demande"},
    values: [
      ["Code des procédures civiles d’exécution","L111-3 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "route-closed-no-title": {
    ...{"says":"Pas de titre exécutoire → aucune saisie d’exécution"},
    values: [
      ["Code des procédures civiles d’exécution","L111-2 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "route-closed-public-body": {
    ...{"says":"Personne publique → juge administratif, pas de juge judiciaire ni d’injonction de payer"},
    values: [
      ["Code de justice administrative","R541-1 CJA",null,null,"C","2026-11-21"],
    ],
  },
  "route-closed-private": {
    ...{"says":"Débiteur privé → voie réservée aux personnes publiques"},
    values: [
      ["Code de justice administrative","R541-1 CJA",null,null,"C","2026-11-21"],
    ],
  },
  "route-closed-unseizable": {
    ...{"says":"Personne ou entreprise publique → biens insaisissables"},
    values: [
      ["Code général de la propriété des personnes publiques","L2311-1 CG3P",null,null,"C","2026-11-21"],
    ],
  },
  "route-closed-serious": {
    ...{"says":"Contestation sérieuse → débat devant le juge, pas de décision sans le débiteur"},
    values: [
      ["Code de procédure civile","1405 CPC",null,null,"B","2026-11-21"],
    ],
  },
  "route-closed-opposed": {
    ...{"says":"Contestation, même mal fondée → fin de la procédure"},
    values: [
      ["Loi n° 2026-307 du 23 avril 2026","L126-1 CPCE",null,null,"B","2026-11-21"],
    ],
  },
  "route-closed-undetermined": {
    ...{"says":"Montant qu’aucun écrit ne fixe → pas d’injonction de payer, le juge doit l’évaluer"},
    values: [
      ["Code de procédure civile","1405 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "route-closed-small-claims-limit": {
    ...{"says":"Plus de 5 000 €, intérêts compris → pas de procédure simplifiée"},
    values: [
      ["Code des procédures civiles d’exécution","R125-1 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "route-closed-small-claims-traders": {
    ...{"says":"Créance facturée entre commerçants → exclue de la procédure simplifiée depuis le 25 avril 2026"},
    values: [
      ["Loi n° 2026-307 du 23 avril 2026","L125-1 CPCE","2026-04-25",null,"B","2026-11-21"],
    ],
  },
  "route-closed-not-traders": {
    ...{"says":"Une partie non commerçante → procédure réservée aux créances facturées entre commerçants"},
    values: [
      ["Loi n° 2026-307 du 23 avril 2026","L126-1 CPCE",null,null,"B","2026-11-21"],
    ],
  },
  "route-closed-uncontested-law": {
    ...{"says":"Avant le 25 avril 2026 → la procédure n’existe pas"},
    values: [
      ["Loi n° 2026-307 du 23 avril 2026","L126-1 CPCE",null,"2026-04-24","B","2026-11-21"],
    ],
  },
  "route-closed-uncontested-decree": {
    ...{"says":"Décret d’application non publié → procédure fermée par prudence"},
    values: [
      ["Loi n° 2026-307 du 23 avril 2026","L126-1 CPCE","2026-04-25",null,"B","2026-11-21"],
    ],
  },
  "route-closed-uncontested-kind": {
    ...{"says":"Échéance de crédit ou créance légale → exclue"},
    values: [
      ["Loi n° 2026-307 du 23 avril 2026","L126-1 CPCE",null,null,"B","2026-11-21"],
    ],
  },
  "route-closed-commercial-court": {
    ...{"says":"Affaire commerciale → pas de requête au tribunal judiciaire"},
    values: [
      ["Code de procédure civile","750 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "route-closed-request-limit": {
    ...{"says":"Plus de 5 000 € → assignation, pas de requête"},
    values: [
      ["Code de procédure civile","750 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "route-closed-no-cheque": {
    ...{"says":"Pas de chèque au dossier → pas de titre de chèque"},
    values: [
      ["Code monétaire et financier","L131-73 C. mon. fin.",null,null,"A","2026-11-21"],
    ],
  },
  "route-closed-no-wage": {
    ...{"says":"Personne morale → pas de rémunération à saisir"},
    values: [
      ["Code des procédures civiles d’exécution","L212-1 CPCE",null,null,"C","2026-11-21"],
    ],
  },
  "route-closed-wage-law": {
    ...{"says":"Avant le 1er juillet 2025 → saisie des rémunérations demandée au juge, hors de ce calcul"},
    values: [
      ["Code du travail","R3252-1 C. trav.",null,"2025-06-30","B","2026-11-21"],
    ],
  },
  "route-closed-not-european": {
    ...{"says":"Débiteur hors des autres États membres de l’Union → pas de procédure européenne"},
    values: [
      ["Règlement (CE) n° 1896/2006","Art. 3 règl. 1896/2006",null,null,"B","2026-11-21"],
    ],
  },
  "route-closed-european-excluded": {
    ...{"says":"Danemark → règlement non applicable"},
    values: [
      ["Règlement (CE) n° 1896/2006","Art. 2 règl. 1896/2006",null,null,"C","2026-11-21"],
    ],
  },
  "route-closed-european-limit": {
    ...{"says":"Plus de 5 000 € → pas de procédure européenne des petits litiges"},
    values: [
      ["Règlement (CE) n° 861/2007","Art. 2 règl. 861/2007",null,null,"C","2026-11-21"],
    ],
  },
  "route-closed-not-foreign": {
    ...{"says":"Débiteur en France ou dans l’Union → pas d’avocat étranger à chercher d’abord"},
    values: [
      ["Règlement (UE) n° 1215/2012","Art. 4 règl. 1215/2012",null,null,"C","2026-11-21"],
    ],
  },
  "route-closed-not-struck-off": {
    ...{"says":"Pas de radiation au dossier → pas de mandataire à désigner"},
    values: [
      ["Code de commerce","L237-2 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "route-closed-not-insolvent": {
    ...{"says":"Pas de procédure collective → rien à déclarer"},
    values: [
      ["Code de commerce","L622-24 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "route-closed-not-overindebted": {
    ...{"says":"Pas de surendettement déclaré recevable → rien n’est gelé"},
    values: [
      ["Code de la consommation","L722-2 C. conso.",null,null,"A","2026-11-21"],
    ],
  },
  "route-formal-notice": {
    ...{"says":"Dette échue → mise en demeure, qui fait courir les intérêts et n’interrompt pas la prescription"},
    values: [
      ["Code civil","1344 et 1344-1 C. civ.",null,null,"A","2026-11-21"],
    ],
  },
  "route-instalment-plan": {
    ...{"says":"Débiteur qui coopère → échéancier écrit, qui n’est pas un titre sans homologation, acte d’avocats ou acte notarié"},
    values: [
      ["Code des procédures civiles d’exécution","L111-3 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "route-small-claims": {
    ...{"says":"Créance d’au plus 5 000 €, intérêts compris → invitation d’un commissaire de justice du ressort du débiteur, silence d’un mois valant refus, frais au créancier"},
    values: [
      ["Code des procédures civiles d’exécution","L125-1 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "route-conciliation": {
    ...{"says":"Conciliateur de justice → gratuit, suspend la prescription une fois l’accord écrit de s’y rendre"},
    values: [
      ["Code civil","2238 C. civ.",null,null,"A","2026-11-21"],
    ],
  },
  "route-mediation": {
    ...{"says":"Médiation → suspend la prescription une fois l’accord écrit d’y recourir"},
    values: [
      ["Code civil","2238 C. civ.",null,null,"A","2026-11-21"],
    ],
  },
  "route-mediation-public": {
    ...{"says":"Acheteur public → médiateur des entreprises, gratuit"},
    values: [
      ["Code de la commande publique","L2197-1 CCP",null,null,"C","2026-11-21"],
    ],
  },
  "route-uncontested-commercial": {
    ...{"says":"Créance facturée entre commerçants et non contestée → commandement, un mois puis huit jours, titre visé par le greffe"},
    values: [
      ["Loi n° 2026-307 du 23 avril 2026","L126-1 CPCE",null,null,"B","2026-11-21"],
    ],
  },
  "route-injonction-de-payer": {
    ...{"says":"Montant fixé par contrat ou par la loi, sans contestation sérieuse → décision sur pièces, au tribunal du domicile du débiteur"},
    values: [
      ["Code de procédure civile","1405 et 1406 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "route-payment-order-r1": {
    ...{"says":"Ordonnance antérieure au 1er septembre 2026 → à signifier dans les six mois, sinon non avenue"},
    values: [
      ["Code de procédure civile","1411 CPC",null,"2026-08-31","A","2026-11-21"],
    ],
  },
  "route-payment-order-r2": {
    ...{"says":"Ordonnance du 1er septembre 2026 ou après → à signifier dans les trois mois, exécution après deux mois sans opposition"},
    values: [
      ["Décret n° 2026-96 du 16 février 2026, art. 9","1411 CPC","2026-09-01",null,"B","2026-11-21"],
    ],
  },
  "route-payment-order-fee": {
    ...{"says":"Greffe de commerce → frais à payer dans les quinze jours de la requête, sinon caducité"},
    values: [
      ["Code de procédure civile","1425 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "route-payment-order-amicable": {
    ...{"says":"Demande civile d’au plus 5 000 € → tentative amiable ou dispense à indiquer, point non tranché pour l’injonction de payer"},
    values: [
      ["Code de procédure civile","750-1 CPC",null,null,"C","2026-11-21"],
    ],
  },
  "route-amicable": {
    ...{"says":"Demande civile d’au plus 5 000 € → tentative amiable avant le juge, à peine d’irrecevabilité"},
    values: [
      ["Code de procédure civile","750-1 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "route-refere-provision": {
    ...{"says":"Obligation non sérieusement contestable → provision en référé, même de tout le montant"},
    values: [
      ["Code de procédure civile","835 et 873 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "route-refere-part": {
    ...{"says":"Contestation sérieuse → référé pour la seule part non contestée"},
    values: [
      ["Code de procédure civile","835 et 873 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "route-requete": {
    ...{"says":"Demande d’au plus 5 000 € → requête au tribunal judiciaire à la place de l’assignation"},
    values: [
      ["Code de procédure civile","750 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "route-assignation": {
    ...{"says":"Toute créance non prescrite → jugement au fond, au tribunal du domicile du débiteur ou du lieu d’exécution"},
    values: [
      ["Code de procédure civile","42, 43 et 46 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "route-last-instance": {
    ...{"says":"Demande d’au plus 5 000 € → jugement sans appel"},
    values: [
      ["Code de l’organisation judiciaire, Code de commerce","R211-3-24 COJ et R721-6 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "route-lawyer": {
    ...{"says":"Demande de plus de 10 000 € → avocat obligatoire"},
    values: [
      ["Code de procédure civile","761 et 853 CPC",null,null,"A","2026-11-21"],
    ],
  },
  "route-sommation-de-payer": {
    ...{"says":"Dette échue → sommation par commissaire de justice, qui vaut mise en demeure et n’interrompt pas la prescription"},
    values: [
      ["Code civil","1344 C. civ.",null,null,"A","2026-11-21"],
    ],
  },
  "route-attachment-leave": {
    ...{"says":"Créance fondée en son principe et recouvrement menacé → saisie conservatoire sur autorisation du juge de l’exécution, ou du président du tribunal de commerce avant tout procès pour une créance commerciale"},
    values: [
      ["Code des procédures civiles d’exécution","L511-1 et L511-3 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "route-attachment-free": {
    ...{"says":"Titre, effet accepté, billet à ordre, chèque, bail écrit ou charges de copropriété → saisie conservatoire sans autorisation"},
    values: [
      ["Code des procédures civiles d’exécution","L511-2 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "route-attachment-next": {
    ...{"says":"Saisie conservatoire → demande en justice dans le mois de son exécution, sinon caducité"},
    values: [
      ["Code des procédures civiles d’exécution","R511-7 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "route-cheque-title": {
    ...{"says":"Certificat de non-paiement notifié, rien payé en quinze jours → titre délivré par le commissaire de justice, frais au tireur"},
    values: [
      ["Code monétaire et financier","L131-73 C. mon. fin.",null,null,"A","2026-11-21"],
    ],
  },
  "route-saisie-attribution": {
    ...{"says":"Titre d’une somme liquide et exigible → saisie du compte ou des créances, dénoncée dans les huit jours"},
    values: [
      ["Code des procédures civiles d’exécution","L211-1 et R211-3 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "route-saisie-des-remunerations": {
    ...{"says":"Titre et débiteur salarié → commandement, un mois, puis saisie par commissaire répartiteur"},
    values: [
      ["Code des procédures civiles d’exécution","L212-1 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "route-saisie-vente": {
    ...{"says":"Titre → commandement, puis saisie des meubles huit jours après au plus tôt"},
    values: [
      ["Code des procédures civiles d’exécution","L221-1 et R221-10 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "route-home-seizure": {
    ...{"says":"Principal de moins de 535 € → saisie au domicile sur autorisation, sauf compte ou salaire déjà tenté"},
    values: [
      ["Code des procédures civiles d’exécution","L221-2 et R221-2 CPCE",null,null,"A","2026-11-21"],
    ],
  },
  "route-european-payment-order": {
    ...{"says":"Créance transfrontalière, civile ou commerciale, chiffrée et exigible, non contestée → injonction européenne, formulaire A, sans avocat"},
    values: [
      ["Règlement (CE) n° 1896/2006","Art. 2 à 4 règl. 1896/2006",null,null,"B","2026-11-21"],
    ],
  },
  "route-european-small-claims": {
    ...{"says":"Litige transfrontalier d’au plus 5 000 € → procédure européenne des petits litiges, formulaire A, sans avocat"},
    values: [
      ["Règlement (CE) n° 861/2007","Art. 2 règl. 861/2007",null,null,"C","2026-11-21"],
    ],
  },
  "route-european-consumer": {
    ...{"says":"Débiteur consommateur → seulement les juges de son pays"},
    values: [
      ["Règlement (UE) n° 1215/2012","Art. 18 règl. 1215/2012",null,null,"B","2026-11-21"],
    ],
  },
  "route-european-suit": {
    ...{"says":"Débiteur dans l’Union → juge désigné par le règlement, domicile du débiteur ou lieu d’exécution"},
    values: [
      ["Règlement (UE) n° 1215/2012","Art. 4 et 7 règl. 1215/2012",null,null,"B","2026-11-21"],
    ],
  },
  "route-foreign-lawyer": {
    ...{"says":"Débiteur hors de l’Union → vérifier avec un avocat si une décision y serait exécutée"},
    values: [
      ["Règlement (UE) n° 1215/2012","Art. 6 règl. 1215/2012",null,null,"C","2026-11-21"],
    ],
  },
  "route-administrative-claim": {
    ...{"says":"Personne publique → réclamation écrite à l’ordonnateur, qui interrompt la prescription quadriennale"},
    values: [
      ["Loi n° 68-1250 du 31 décembre 1968","Art. 2 loi 68-1250",null,null,"B","2026-11-21"],
    ],
  },
  "route-mandatement-d-office": {
    ...{"says":"Dépense obligatoire d’une collectivité locale, mise en demeure restée un mois sans effet → demande au préfet"},
    values: [
      ["Code général des collectivités territoriales","L1612-15 CGCT",null,null,"C","2026-11-21"],
    ],
  },
  "route-mandatement-title": {
    ...{"says":"Jugement définitif d’une somme fixée → payable dans les deux mois de sa notification, ordonnancement d’office ensuite"},
    values: [
      ["Loi n° 80-539 du 16 juillet 1980","Art. 1 loi 80-539",null,null,"A","2026-11-21"],
    ],
  },
  "route-administrative-refere": {
    ...{"says":"Obligation non sérieusement contestable d’une personne publique → provision du juge administratif des référés"},
    values: [
      ["Code de justice administrative","R541-1 CJA",null,null,"C","2026-11-21"],
    ],
  },
  "route-administrative-suit": {
    ...{"says":"Créance contestée d’une personne publique → requête au tribunal administratif"},
    values: [
      ["Code de justice administrative","R421-1 CJA",null,null,"C","2026-11-21"],
    ],
  },
  "route-ad-hoc-representative": {
    ...{"says":"Société radiée → désignation d’un mandataire ad hoc par le président du tribunal"},
    values: [
      ["Cour de cassation, chambre commerciale, 20 septembre 2023","L237-2 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "route-insolvency-claim": {
    ...{"says":"Procédure collective → déclaration dans les deux mois de la publication, par lettre recommandée au mandataire ou au liquidateur"},
    values: [
      ["Code de commerce","L622-24 et R622-24 C. com.",null,null,"B","2026-11-21"],
    ],
  },
  "route-overindebtedness": {
    ...{"says":"Surendettement recevable → justifier la créance auprès de la commission, sans intérêt ni pénalité jusqu’aux mesures"},
    values: [
      ["Code de la consommation","L722-14 C. conso.",null,null,"A","2026-11-21"],
    ],
  },
  "route-serve-first": {
    ...{"says":"Prescription dans les trois mois → acte interruptif d’abord : assignation, ou injonction signifiée avant la date"},
    values: [
      ["Code civil","2241 et 2244 C. civ.",null,null,"A","2026-11-21"],
    ],
  },
  "route-choice-of-court": {
    ...{"says":"Créancier non commerçant, débiteur commerçant → tribunal de commerce ou tribunal judiciaire, au choix"},
    values: [
      ["Code de commerce","L721-3 C. com.",null,null,"C","2026-11-21"],
    ],
  },
  "route-mixed-parties": {
    ...{"says":"Commerçant et artisan → tribunal de commerce, lecture"},
    values: [
      ["Code de commerce","L721-3 C. com.",null,null,"C","2026-11-21"],
    ],
  },
  "route-not-economic": {
    ...{"says":"Débiteur libéral, agriculteur ou civil → tribunal judiciaire, même dans une ville de tribunal des activités économiques"},
    values: [
      ["Loi n° 2023-1059 du 20 novembre 2023, art. 26","Art. 26 loi 2023-1059","2025-01-01","2028-12-31","B","2026-11-21"],
    ],
  },
  "route-commercial-chamber": {
    ...{"says":"Départements 57, 67 et 68 → chambre commerciale du tribunal judiciaire"},
    values: [
      ["Code de commerce","L731-1 C. com.",null,null,"A","2026-11-21"],
    ],
  },
  "route-overseas-court": {
    ...{"says":"Outre-mer → tribunal mixte de commerce"},
    values: [
      ["Code de commerce","L732-1 C. com.",null,null,"C","2026-11-21"],
    ],
  },
  "route-economic-court": {
    ...{"says":"Douze villes, de 2025 à 2028 → tribunal des activités économiques"},
    values: [
      ["Loi n° 2023-1059 du 20 novembre 2023, art. 26","Art. 26 loi 2023-1059","2025-01-01","2028-12-31","A","2026-11-21"],
    ],
  },
  "route-consumer-credit-term": {
    ...{"says":"Crédit à la consommation → forclusion de deux ans à vérifier"},
    values: [
      ["Code de la consommation","R312-35 C. conso.",null,null,"C","2026-11-21"],
    ],
  },
  "route-public-enterprise": {
    ...{"says":"Entreprise publique → contrat de droit privé supposé, à vérifier"},
    values: [
      ["Code de commerce","L721-3 C. com.",null,null,"C","2026-11-21"],
    ],
  },
  "route-notice-on-file": {
    ...{"says":"Mise en demeure au dossier → étape suivante"},
    values: [
      ["Code civil","1344 C. civ.",null,null,"A","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
