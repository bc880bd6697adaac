import type { Refusal } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import { clocksOf, eventDay } from '../engine/clocks.ts';
import type { Clock, Machine, MachineState, TimedMove } from '../engine/machine.ts';
import { dayField, event, machine, state } from '../engine/parts.ts';
import type { Seen } from '../engine/seen.ts';
import type { ProcedureKind, TitleFacts } from '../model.ts';

/** Conciliation, mediation and the sommation: before any court (750-1 CPC, 2238 and 1344 C. civ.). */

const AFTER_FAILURE = ['injonction-de-payer', 'requete', 'assignation'] as const;

function homologated(seen: Seen): TitleFacts | null {
  const on = seen.on('homologated');
  if (on === null) return null;
  return { on, enforceableFrom: on, servedOn: null, grantedCents: null, lateOppositionPossible: false };
}

const NO_MEETING = state('no-meeting', [
  'Aucune réunion dans le délai',
  'Le procès est recevable : gardez la preuve de la saisine et de l’absence de réunion.',
]);
const NO_MEETING_MOVE: TimedMove = { from: ['referred'], clock: 'sue-without-meeting', to: 'no-meeting' };

/** The talks themselves: they suspend limitation from the first meeting, or from a written agreement to meet. */
function talks(
  kind: ProcedureKind & ('conciliation' | 'mediation'),
  says: { third: string; late?: readonly MachineState[]; clocks?: Machine['clocks'] },
) {
  const waiting = ['referred', ...(says.late ?? []).map(({ state: name }) => name)];
  const open = [...waiting, 'met'];
  return machine({
    kind,
    states: [
      state('draft', ['À engager', `Saisissez ${says.third} et gardez la preuve de la saisine et de sa date.`]),
      state('referred', ['Saisine faite', 'Attendez la première réunion ; elle suspend la prescription.']),
      ...(says.late ?? []),
      state('met', [
        'Réunion tenue',
        'La prescription est suspendue : cherchez l’accord, et faites-le constater par écrit.',
      ]),
      state('agreement', ['Accord constaté', 'Demandez l’homologation : sans elle, l’accord n’est pas un titre.'], {
        end: 'agreed',
        follows: ['instalment-plan'],
      }),
      state('homologated', ['Accord homologué', 'L’accord est exécutoire : veillez à ses échéances.'], {
        end: 'title',
        follows: ['saisie-attribution', 'saisie-des-remunerations', 'saisie-vente'],
      }),
      state('failed', ['Échec constaté', 'Gardez l’attestation : elle ouvre le procès (art. 750-1 CPC).'], {
        end: 'done',
        follows: AFTER_FAILURE,
      }),
    ],
    events: [
      event('referred', ['us', 'Saisine'], ['draft'], { to: 'referred', proof: 'La saisine et sa date' }),
      event('met', ['authority', 'Première réunion, ou accord écrit pour se réunir'], waiting, {
        to: 'met',
        proof: 'L’attestation ou l’accord écrit',
        limitation: kind,
      }),
      event('agreed', ['debtor', 'Accord signé'], open, { to: 'agreement', proof: 'Le constat d’accord' }),
      event('failed', ['authority', 'Échec ou refus constaté'], open, { to: 'failed', proof: 'L’attestation d’échec' }),
      event('homologated', ['court', 'Accord homologué'], ['agreement'], {
        to: 'homologated',
        proof: 'La décision d’homologation',
      }),
    ],
    ...(says.clocks === undefined ? {} : { clocks: says.clocks, moves: [NO_MEETING_MOVE] }),
    warnings: (_seen, name) =>
      name === 'agreement'
        ? [
            fr`Homologation : la numérotation du livre V du code de procédure civile a changé le 1er septembre 2025, citez-le sans numéro. À vérifier.`,
          ]
        : [],
    title: homologated,
  });
}

function meetingClock(seen: Seen): readonly Clock[] | Refusal {
  const rule = { what: 'sue-without-meeting', startedBy: 'referred', whose: 'wait' } as const;
  return clocksOf(seen, 'conciliation', { referred: eventDay('referred') }, [
    { ...rule, mootBy: ['met', 'agreed', 'failed'] },
  ]);
}

export const CONCILIATION = talks('conciliation', {
  third: 'le conciliateur de justice',
  late: [NO_MEETING],
  clocks: meetingClock,
});
export const MEDIATION = talks('mediation', { third: 'le médiateur' });

/** A commissaire's formal demand: it puts the debtor in default, interrupts nothing and coerces nobody. */
export const SOMMATION = machine({
  kind: 'sommation-de-payer',
  states: [
    state('draft', ['À demander', 'Demandez un devis au commissaire de justice : son coût reste au créancier.']),
    state('served', [
      'Sommation signifiée',
      'Laissez passer le délai qu’elle donne ; elle n’interrompt pas la prescription.',
    ]),
    state('without-effect', ['Restée sans effet', 'L’acte vaut mise en demeure : choisissez la voie judiciaire.'], {
      end: 'done',
      follows: ['injonction-de-payer', 'refere-provision', 'assignation'],
    }),
  ],
  events: [
    event('served', ['commissaire', 'Sommation signifiée'], ['draft'], {
      to: 'served',
      fields: [dayField('payBefore', 'Délai donné jusqu’au', false)],
      proof: 'L’acte de sommation',
      limitation: 'formal-notice',
    }),
    event('without-effect', ['us', 'Délai passé sans paiement'], ['served'], { to: 'without-effect' }),
  ],
});
