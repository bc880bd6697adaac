import { fr } from '../texts/typography.ts';
import type { NoticeEffect, ProceedingsKind } from './model.ts';

const PROCEEDINGS: Readonly<Record<ProceedingsKind, string>> = {
  sauvegarde: 'sauvegarde',
  redressement: 'redressement judiciaire',
  liquidation: 'liquidation judiciaire',
};

/** « liquidation judiciaire », and « procédure collective » where the notice does not say which. */
export const proceedingsName = (kind: ProceedingsKind | null): string =>
  kind === null ? 'procédure collective' : PROCEEDINGS[kind];

/** What a notice says, as a title. */
export function effectTitle(effect: NoticeEffect): string {
  switch (effect.kind) {
    case 'opening':
      return `Ouverture : ${proceedingsName(effect.proceedings)}`;
    case 'conversion':
      return `Conversion en ${proceedingsName(effect.proceedings)}`;
    case 'closure':
      return 'Clôture de la procédure collective';
    case 'plan':
      return 'Plan arrêté ou modifié';
    case 'claims-listed':
      return 'Dépôt de l’état des créances';
    case 'in-proceedings':
      return 'Autre décision dans une procédure collective';
    case 'retracted':
      return 'Jugement d’ouverture remis en cause';
    case 'struck-off':
      return 'Radiation du registre du commerce';
    case 'seat-moved':
      return 'Transfert du siège';
    case 'sale':
      return 'Vente du fonds de commerce';
    case 'dissolution':
      return 'Dissolution';
    case 'told':
      return 'Autre annonce';
    case 'none':
      return 'Annonce sans effet sur vos créances';
  }
}

/** What a notice means for the creditor and what is to be done, in one or two sentences. */
export function effectAdvice(effect: NoticeEffect): string {
  switch (effect.kind) {
    case 'opening':
      return fr`Les relances s’arrêtent pour les créances nées avant le jugement, et les intérêts avec elles. Déclarez votre créance au mandataire : le délai court depuis la publication (art. R622-24 C. com.).`;
    case 'conversion':
      return fr`La procédure change de nature. Une déclaration déjà faite reste acquise en principe (à vérifier auprès du liquidateur) ; si vous n’avez rien déclaré, regardez le délai sans attendre.`;
    case 'closure':
      return closureAdvice(effect.reason);
    case 'plan':
      return fr`Le plan fixe le paiement des créances déclarées : rien ne peut être réclamé hors du plan. Vérifiez que votre créance y figure.`;
    case 'claims-listed':
      return fr`L’état des créances est déposé au greffe : vérifiez que la vôtre y est pour son montant. Une contestation se fait dans un délai court (à vérifier).`;
    case 'in-proceedings':
      return fr`Une procédure collective est en cours, l’annonce ne dit pas clairement ce qui a été jugé. Les relances s’arrêtent par prudence : lisez l’annonce.`;
    case 'retracted':
      return fr`Un jugement d’ouverture semble rétracté, infirmé ou annulé. Confirmez après lecture : les relances et les intérêts reprendront.`;
    case 'struck-off':
      return fr`La société radiée doit toujours, mais plus personne ne la représente : un mandataire ad hoc se fait désigner par le tribunal avant tout acte.`;
    case 'seat-moved':
      return fr`Le siège a changé : le tribunal compétent peut changer avec lui. Mettez l’adresse du client à jour.`;
    case 'sale':
      return fr`Le fonds de commerce est vendu. Un créancier peut faire opposition au paiement du prix dans un délai très court depuis la publication (art. L141-14 C. com., à vérifier).`;
    case 'dissolution':
      return fr`La société est dissoute. Un créancier peut parfois s’y opposer dans un délai court (à vérifier) ; le liquidateur amiable la représente.`;
    case 'told':
      return fr`Annonce gardée au dossier pour mémoire : aucun effet automatique.`;
    case 'none':
      return fr`Aucun effet.`;
  }
}

function closureAdvice(reason: 'insufficient-assets' | 'debts-paid' | null): string {
  if (reason === 'insufficient-assets')
    return fr`Clôture pour insuffisance d’actif : les poursuites ne reprennent que dans de rares cas (art. L643-11 C. com.). Pensez à passer la créance en perte et à récupérer la TVA.`;
  if (reason === 'debts-paid')
    return fr`Clôture pour extinction du passif : demandez au mandataire ce qui vous revient, puis décidez de la suite.`;
  return fr`La procédure est close : lisez l’annonce, puis décidez de la suite du dossier.`;
}
