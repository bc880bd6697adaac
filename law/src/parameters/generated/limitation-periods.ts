// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawArticle } from '../shapes.ts';

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
      ["Loi n° 89-462 du 6 juillet 1989","art. 7-1 de la loi du 6 juillet 1989","2014-03-27",null,"A","2026-11-21"],
    ],
  },
  "limitation-why-co-ownership": {
    ...{"says":"Charges de copropriété → délai propre au syndicat et aux copropriétaires"},
    values: [
      ["Loi n° 65-557 du 10 juillet 1965, ancienne rédaction","art. 42 de la loi du 10 juillet 1965","2008-06-19","2018-11-24","B","2026-11-21"],
      ["Loi n° 65-557 du 10 juillet 1965","art. 42 de la loi du 10 juillet 1965","2018-11-25",null,"B","2026-11-21"],
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
      ["Loi n° 68-1250 du 31 décembre 1968","art. 1er de la loi du 31 décembre 1968","2008-06-19",null,"A","2026-11-21"],
    ],
  },
  "limitation-why-public-enterprise": {
    ...{"says":"Entreprise publique → délai quadriennal si elle a un comptable public, lecture prudente"},
    values: [
      ["Loi n° 68-1250 du 31 décembre 1968","art. 1er de la loi du 31 décembre 1968","2008-06-19",null,"C","2026-11-21"],
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
      ["Loi n° 91-650 du 9 juillet 1991","art. 3-1 de la loi du 9 juillet 1991","2008-06-19","2012-05-31","B","2026-11-21"],
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
    ...{"says":"Signataire poursuivi non dit → effet de commerce : l’accepteur, qui doit le prix ; chèque : le délai le plus court"},
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
} as const satisfies Record<string, RawArticle>;
