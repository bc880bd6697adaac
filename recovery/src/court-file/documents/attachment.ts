import { euros, frenchDate } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import { field, paper, section, text } from '../blocks.ts';
import { basisSection, courtLines, exhibitsSection } from '../common.ts';
import type { Composer } from '../made.ts';
import { agentSection, answer, creditorSection, debtorLine, debtorSection } from '../parties.ts';
import { sumsSection } from '../sums.ts';

/**
 * The request for leave to attach as a protection: a claim that appears founded, and what threatens its recovery
 * (art. L511-1 CPCE); the order fixes the sum and the assets (art. R511-4).
 */
export const composeAttachmentRequest: Composer = (made) => {
  const { facts, account, found } = made;
  return {
    ...paper(facts, {
      key: 'attachment-request',
      title: 'Requête aux fins de saisie conservatoire',
      basis: fr`Articles L511-1 à L511-4 et R511-1 à R511-8 du code des procédures civiles d’exécution`,
    }),
    addressee: courtLines(made, 'president'),
    lead: ['Requête présentée en double exemplaire, avec ses pièces (art. 494 CPC).'],
    sections: [
      creditorSection(facts),
      agentSection(facts),
      debtorSection(facts),
      basisSection(made, 'Créance qui paraît fondée en son principe'),
      section('Circonstances qui menacent le recouvrement', [
        field('Circonstances', answer(facts, 'recoveryThreat'), 'art. L511-1 CPCE'),
      ]),
      section('Autorisation demandée', [
        text(fr`Autoriser le créancier à pratiquer une saisie conservatoire contre ${debtorLine(facts)}.`),
        field(
          fr`Sommes à garantir, arrêtées au ${frenchDate(facts.on)}`,
          euros(account.totalCents),
          'art. R511-4 CPCE',
        ),
        field('Biens', answer(facts, 'attachedAssets'), 'art. R511-4 CPCE'),
        field('Entre les mains de', answer(facts, 'debtorBank'), null),
        text(
          fr`La mesure est exécutée, puis la procédure qui donne un titre est introduite, dans les délais des articles R511-6 et R511-7 CPCE, à peine de caducité.`,
        ),
      ]),
      sumsSection(facts, account, found),
      exhibitsSection(facts),
    ],
  };
};
