// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawSeries, RawArticle } from '../shapes.ts';

export const SERIES = {
  "vat-relief-reference": {
    ...{"description":"Renvoi imprimé dans la mention légale du duplicata de facture","unit":"text","expected":null,"expectedDaysBefore":0,"article":"272 CGI"},
    values: [
      ["2010-01-01","2026-12-31","art. 272 du code général des impôts","Code général des impôts",null,null,"A","2026-11-21"],
      ["2027-01-01","2028-06-30","art. 272 du code général des impôts","Ordonnance n° 2025-1247, entrée en vigueur reportée au 1er janvier 2027 par l’ordonnance n° 2026-671",null,null,"C","2026-11-21"],
    ],
  },
  "vat-relief-limit-years": {
    ...{"description":"Années civiles pleines après celle de l’événement, à la fin desquelles la TVA n’est plus récupérable","unit":"years","expected":null,"expectedDaysBefore":0,"article":"208 ann. II CGI"},
    values: [
      ["2010-01-01",null,"2","Code général des impôts, annexe II",null,null,"C","2026-11-21"],
    ],
  },
  "bad-debt-accounts/customer": {
    ...{"description":"Comptes d’une créance douteuse puis irrécouvrable","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Plan de comptes"},
    values: [
      ["2010-01-01",null,"411","Plan comptable général",null,null,"B","2026-11-21"],
    ],
  },
  "bad-debt-accounts/doubtful": {
    ...{"description":"Comptes d’une créance douteuse puis irrécouvrable","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Plan de comptes"},
    values: [
      ["2010-01-01",null,"416","Plan comptable général",null,null,"B","2026-11-21"],
    ],
  },
  "bad-debt-accounts/allowance-charge": {
    ...{"description":"Comptes d’une créance douteuse puis irrécouvrable","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Plan de comptes"},
    values: [
      ["2010-01-01",null,"68174","Plan comptable général",null,null,"B","2026-11-21"],
    ],
  },
  "bad-debt-accounts/allowance": {
    ...{"description":"Comptes d’une créance douteuse puis irrécouvrable","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Plan de comptes"},
    values: [
      ["2010-01-01",null,"491","Plan comptable général",null,null,"B","2026-11-21"],
    ],
  },
  "bad-debt-accounts/allowance-reversal": {
    ...{"description":"Comptes d’une créance douteuse puis irrécouvrable","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Plan de comptes"},
    values: [
      ["2010-01-01",null,"78174","Plan comptable général",null,null,"B","2026-11-21"],
    ],
  },
  "bad-debt-accounts/loss": {
    ...{"description":"Comptes d’une créance douteuse puis irrécouvrable","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Plan de comptes"},
    values: [
      ["2010-01-01",null,"654","Plan comptable général",null,null,"B","2026-11-21"],
    ],
  },
  "bad-debt-accounts/vat-collected": {
    ...{"description":"Comptes d’une créance douteuse puis irrécouvrable","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Plan de comptes"},
    values: [
      ["2010-01-01",null,"44571","Plan comptable général",null,null,"B","2026-11-21"],
    ],
  },
  "bad-debt-accounts/vat-pending": {
    ...{"description":"Comptes d’une créance douteuse puis irrécouvrable","unit":"text","expected":null,"expectedDaysBefore":0,"article":"Plan de comptes"},
    values: [
      ["2010-01-01",null,"4458","Plan comptable général",null,null,"B","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawSeries>;

export const ARTICLES = {
  "vat-relief-paid": {
    ...{"says":"TVA acquittée sur la livraison ou par option pour les débits → récupérable si la créance est perdue"},
    values: [
      ["Code général des impôts","272-1 CGI","2010-01-01","2026-12-31","A","2026-11-21"],
      ["Code des impositions sur les biens et services, article à vérifier","ex-272-1 CGI","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "vat-relief-receipts": {
    ...{"says":"TVA exigible à l’encaissement → jamais payée sur l’impayé, rien à récupérer"},
    values: [
      ["Code général des impôts","272-1 CGI","2010-01-01","2026-12-31","A","2026-11-21"],
      ["Code des impositions sur les biens et services, article à vérifier","ex-272-1 CGI","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "vat-relief-unpaid-vat": {
    ...{"says":"TVA de la facture non versée à l’État → rien à récupérer"},
    values: [
      ["Code général des impôts","272-1 CGI","2010-01-01","2026-12-31","A","2026-11-21"],
      ["Code des impositions sur les biens et services, article à vérifier","ex-272-1 CGI","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "vat-relief-liquidation": {
    ...{"says":"Liquidation judiciaire → créance irrécouvrable dès le jugement d’ouverture, sans attendre"},
    values: [
      ["Code général des impôts","272-1 CGI","2010-01-01","2026-12-31","A","2026-11-21"],
      ["Code des impositions sur les biens et services, article à vérifier","ex-272-1 CGI","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "vat-relief-plan": {
    ...{"says":"Sauvegarde ou redressement → seule la part abandonnée par le plan est irrécouvrable"},
    values: [
      ["Code général des impôts","272-1 CGI","2010-01-01","2026-12-31","A","2026-11-21"],
      ["Code des impositions sur les biens et services, article à vérifier","ex-272-1 CGI","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "vat-relief-failed-pursuits": {
    ...{"says":"Poursuites restées vaines, preuves à l’appui → créance irrécouvrable"},
    values: [
      ["Code général des impôts","272-1 CGI","2010-01-01","2026-12-31","A","2026-11-21"],
      ["Code des impositions sur les biens et services, article à vérifier","ex-272-1 CGI","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "vat-relief-debtor-gone": {
    ...{"says":"Débiteur disparu sans adresse → créance irrécouvrable"},
    values: [
      ["Code général des impôts","272-1 CGI","2010-01-01","2026-12-31","A","2026-11-21"],
      ["Code des impositions sur les biens et services, article à vérifier","ex-272-1 CGI","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "vat-relief-stolen-cheque": {
    ...{"says":"Chèque volé → créance irrécouvrable"},
    values: [
      ["Code général des impôts","272-1 CGI","2010-01-01","2026-12-31","A","2026-11-21"],
      ["Code des impositions sur les biens et services, article à vérifier","ex-272-1 CGI","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "vat-relief-insolvency-opened": {
    ...{"says":"Sauvegarde ou redressement seulement ouvert → créance pas encore irrécouvrable"},
    values: [
      ["Code général des impôts","272-1 CGI","2010-01-01","2026-12-31","A","2026-11-21"],
      ["Code des impositions sur les biens et services, article à vérifier","ex-272-1 CGI","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "vat-relief-not-lost": {
    ...{"says":"Aucun événement définitif → créance pas encore irrécouvrable"},
    values: [
      ["Code général des impôts","272-1 CGI","2010-01-01","2026-12-31","A","2026-11-21"],
      ["Code des impositions sur les biens et services, article à vérifier","ex-272-1 CGI","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "vat-relief-duplicate": {
    ...{"says":"Duplicata de la facture, avec la mention légale, envoyé au débiteur avant la récupération"},
    values: [
      ["Code général des impôts","272-1 CGI","2010-01-01","2026-12-31","A","2026-11-21"],
      ["Code des impositions sur les biens et services, article à vérifier","ex-272-1 CGI","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "vat-relief-summary": {
    ...{"says":"Plusieurs factures d’un même débiteur → un état récapitulatif portant la mention pour chacune"},
    values: [
      ["Code général des impôts","272-1 CGI","2010-01-01","2026-12-31","A","2026-11-21"],
      ["Code des impositions sur les biens et services, article à vérifier","ex-272-1 CGI","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "vat-relief-proportion": {
    ...{"says":"Paiement partiel → impayé réparti entre prix et taxe en proportion de la facture"},
    values: [
      ["Code général des impôts","272-1 CGI","2010-01-01","2026-12-31","A","2026-11-21"],
      ["Code des impositions sur les biens et services, article à vérifier","ex-272-1 CGI","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "vat-relief-paid-later": {
    ...{"says":"Somme reçue après la récupération → TVA de nouveau due sur ce qui est reçu"},
    values: [
      ["Code général des impôts","272-1 CGI","2010-01-01","2026-12-31","C","2026-11-21"],
      ["Code des impositions sur les biens et services, article à vérifier","ex-272-1 CGI","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "vat-relief-limit": {
    ...{"says":"TVA à récupérer avant la fin de la deuxième année qui suit l’événement"},
    values: [
      ["Code général des impôts","208 ann. II CGI","2010-01-01",null,"C","2026-11-21"],
    ],
  },
  "vat-relief-recodified": {
    ...{"says":"À compter de 2027 la TVA passe au code des impositions sur les biens et services ; le renvoi au code général des impôts reste admis jusqu’au 30 juin 2028"},
    values: [
      ["Ordonnances n° 2025-1247 et n° 2026-671","272 CGI","2027-01-01","2028-06-30","C","2026-11-21"],
    ],
  },
  "vat-relief-no-credit-note": {
    ...{"says":"La créance subsiste → facture d’origine inchangée, pas d’avoir"},
    values: [
      ["Code général des impôts","272-1 CGI","2010-01-01","2026-12-31","A","2026-11-21"],
      ["Code des impositions sur les biens et services, article à vérifier","ex-272-1 CGI","2027-01-01",null,"C","2026-11-21"],
    ],
  },
  "bad-debt-doubtful": {
    ...{"says":"Créance douteuse → virée toutes taxes comprises au compte des clients douteux"},
    values: [
      ["Plan comptable général","Plan de comptes",null,null,"B","2026-11-21"],
    ],
  },
  "bad-debt-allowance": {
    ...{"says":"Dépréciation calculée sur le prix hors taxe seulement"},
    values: [
      ["Plan comptable général","Plan de comptes",null,null,"B","2026-11-21"],
    ],
  },
  "bad-debt-reversal": {
    ...{"says":"Perte définitive → dépréciation reprise à hauteur de la perte"},
    values: [
      ["Plan comptable général","Plan de comptes",null,null,"B","2026-11-21"],
    ],
  },
  "bad-debt-loss": {
    ...{"says":"Perte définitive → prix hors taxe en pertes, TVA reprise si elle est récupérable"},
    values: [
      ["Plan comptable général","Plan de comptes",null,null,"B","2026-11-21"],
    ],
  },
  "bad-debt-loss-with-vat": {
    ...{"says":"TVA non récupérable → elle fait partie de la perte"},
    values: [
      ["Plan comptable général","Plan de comptes",null,null,"B","2026-11-21"],
    ],
  },
  "bad-debt-pending-vat": {
    ...{"says":"TVA à l’encaissement → la taxe en attente est soldée sans avoir été due"},
    values: [
      ["Plan comptable général","Plan de comptes",null,null,"C","2026-11-21"],
    ],
  },
} as const satisfies Record<string, RawArticle>;
