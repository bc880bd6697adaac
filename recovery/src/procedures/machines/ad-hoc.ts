import { fr } from '../../texts/typography.ts';
import { clocksOf, eventDay } from '../engine/clocks.ts';
import { event, machine, state, text } from '../engine/parts.ts';

/** A company that was struck off still owes: the court appoints somebody to answer for it (Com., 20 September 2023). */
export const AD_HOC_REPRESENTATIVE = machine({
  kind: 'ad-hoc-representative',
  states: [
    state('draft', ['Radiation à noter', 'Relevez la date de radiation : la société radiée doit toujours.']),
    state('struck-off', [
      'Débiteur radié',
      'Demandez un mandataire ad hoc, ou la liquidation judiciaire tant que son délai court.',
    ]),
    state('asked', ['Désignation demandée', 'Attendez l’ordonnance du président du tribunal de commerce.']),
    state('appointed', ['Mandataire désigné', 'Agissez contre la société prise en la personne du mandataire.'], {
      end: 'done',
      follows: ['injonction-de-payer', 'refere-provision', 'assignation'],
    }),
    state('refused', ['Désignation refusée', 'Voyez avec un avocat : liquidation judiciaire ou perte.'], {
      end: 'refused',
    }),
    state(
      'liquidation-asked',
      ['Liquidation judiciaire demandée', 'Le tribunal statue ; la créance se déclare ensuite.'],
      {
        end: 'done',
        follows: ['insolvency-claim'],
      },
    ),
  ],
  events: [
    event('struck-off', ['authority', 'Radiation du débiteur'], ['draft'], {
      to: 'struck-off',
      proof: 'L’extrait du registre',
    }),
    event('asked', ['us', 'Désignation demandée au tribunal'], ['struck-off'], { to: 'asked', proof: 'La requête' }),
    event('appointed', ['court', 'Mandataire ad hoc désigné'], ['asked'], {
      to: 'appointed',
      fields: [text('representative', 'Mandataire désigné')],
      proof: 'L’ordonnance',
    }),
    event('refused', ['court', 'Désignation refusée'], ['asked'], { to: 'refused', proof: 'L’ordonnance' }),
    event('liquidation-asked', ['us', 'Liquidation judiciaire demandée'], ['struck-off', 'asked'], {
      to: 'liquidation-asked',
      proof: 'L’assignation',
    }),
  ],
  clocks: (seen) =>
    clocksOf(seen, 'ad-hoc-representative', { 'struck-off': eventDay('struck-off') }, [
      { what: 'ask-liquidation', startedBy: 'struck-off', whose: 'ours', doneBy: ['liquidation-asked'] },
    ]),
  warnings: (_seen, name) =>
    name === 'draft' || name === 'struck-off'
      ? [fr`Une lettre à une société radiée n’atteint personne : n’envoyez plus de relance à son siège.`]
      : [],
});
