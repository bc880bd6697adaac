import { fr } from '../../texts/typography.ts';
import { afterHearing, beforeHearing, clocksOf, eventDay, hearingClock, together } from '../engine/clocks.ts';
import { cents, choice, dayField, event, MANNER, machine, state } from '../engine/parts.ts';
import { CONTRIBUTION_CLOCK, contributionEvents, INADMISSIBLE } from './contribution.ts';
import { decidedOnAppeal } from './judgment.ts';

/** Interim payment: an order that is enforced at once and judges nothing for good (835 and 873, 490, 514 CPC). */

const ENFORCE = ['saisie-attribution', 'saisie-des-remunerations', 'saisie-vente'] as const;
const PENDING = ['served', 'pleaded'];

export const REFERE_PROVISION = machine({
  kind: 'refere-provision',
  states: [
    state('draft', ['À préparer', 'Obtenez une date d’audience et faites rédiger l’assignation.']),
    state('dated', ['Date obtenue', 'Faites assigner le débiteur : il doit avoir le temps de préparer sa défense.']),
    state('served', [
      'Assignation signifiée',
      'La demande en justice interrompt la prescription ; préparez l’audience.',
    ]),
    state('pleaded', ['Affaire plaidée', 'Attendez l’ordonnance.']),
    state('ordered', ['Provision accordée', 'Faites signifier l’ordonnance : elle s’exécute aussitôt signifiée.'], {
      end: 'title',
    }),
    state('order-served', ['Ordonnance signifiée', 'Elle s’exécute, même si un recours est formé.'], {
      end: 'title',
      follows: ENFORCE,
    }),
    state('final', ['Provision acquise', 'Plus de recours contre l’ordonnance ; le fond peut toujours être jugé.'], {
      end: 'title',
      follows: ENFORCE,
    }),
    state(
      'to-the-merits',
      ['Renvoyée au fond', 'La contestation est sérieuse : assignez au fond sans attendre la prescription.'],
      {
        end: 'refused',
        follows: ['assignation', 'requete'],
      },
    ),
    state('appealed', ['En appel, exécutoire', 'L’ordonnance reste exécutoire pendant l’appel.'], {
      end: 'title',
      follows: ENFORCE,
    }),
    state('appealed-refusal', [
      'En appel du refus',
      'La cour dira s’il y a lieu à provision ; l’avocat y est obligatoire.',
    ]),
    INADMISSIBLE,
  ],
  events: [
    event('hearing-set', ['court', 'Date d’audience obtenue'], ['draft', 'dated'], {
      to: 'dated',
      fields: [dayField('hearingOn', 'Jour de l’audience')],
      proof: 'L’avis du greffe',
      repeats: true,
    }),
    event('served', ['commissaire', 'Assignation signifiée'], ['dated'], {
      to: 'served',
      fields: [MANNER],
      proof: 'L’assignation',
      limitation: 'court-claim',
      refuses: beforeHearing,
    }),
    event('adjourned', ['court', 'Renvoi à une autre audience'], PENDING, {
      to: 'served',
      fields: [dayField('hearingOn', 'Jour de l’audience')],
      proof: 'L’avis de renvoi',
      repeats: true,
    }),
    ...contributionEvents(PENDING),
    event('heard', ['court', 'Audience tenue, affaire en délibéré'], ['served'], {
      to: 'pleaded',
      repeats: true,
      refuses: afterHearing,
    }),
    event('ordered', ['court', 'Ordonnance accordant une provision'], PENDING, {
      to: 'ordered',
      fields: [cents('grantedCents', 'Provision accordée')],
      proof: 'L’ordonnance',
      refuses: afterHearing,
    }),
    event('refused', ['court', 'Pas de référé : contestation sérieuse'], PENDING, {
      to: 'to-the-merits',
      proof: 'L’ordonnance',
      refuses: afterHearing,
    }),
    event('order-served', ['commissaire', 'Ordonnance signifiée au débiteur'], ['ordered', 'appealed'], {
      leads: (_seen, _event, here) => (here === 'ordered' ? 'order-served' : here),
      fields: [MANNER],
      proof: 'L’acte de signification',
    }),
    event('appeal-served', ['commissaire', 'Arrêt signifié au débiteur'], ['final'], {
      fields: [MANNER],
      proof: 'L’acte de signification de l’arrêt',
      refuses: decidedOnAppeal,
    }),
    event('order-received', ['debtor', 'Ordonnance signifiée à nous'], ['ordered', 'order-served', 'to-the-merits'], {
      proof: 'L’acte reçu',
    }),
    event('appealed', ['debtor', 'Appel ou opposition formé'], ['ordered', 'order-served', 'to-the-merits'], {
      leads: (_seen, _event, here) => (here === 'to-the-merits' ? 'appealed-refusal' : 'appealed'),
      fields: [choice('by', 'Formé par', { debtor: 'Le débiteur', us: 'Nous' })],
      proof: 'La déclaration d’appel',
    }),
    event('appeal-decided', ['court', 'Décision sur le recours'], ['appealed', 'appealed-refusal'], {
      fields: [
        choice('outcome', 'Décision', { granted: 'Provision accordée ou confirmée', dismissed: 'Pas de provision' }),
        cents('grantedCents', 'Provision accordée', false),
      ],
      proof: 'L’arrêt',
      leads: (_seen, { values }) => (values.outcome === 'granted' ? 'final' : 'to-the-merits'),
    }),
  ],
  moves: [
    { from: ['order-served'], clock: 'debtor-appeal', to: 'final' },
    { from: PENDING, clock: 'pay-contribution', to: 'inadmissible' },
  ],
  clocks: (seen) =>
    together(
      hearingClock(seen, { article: '468 CPC', confidence: 'B' }, ['ordered', 'refused']),
      clocksOf(
        seen,
        'refere-provision',
        {
          'contribution-asked': eventDay('contribution-asked'),
          'served-on-debtor': eventDay('order-served'),
          'served-on-creditor': eventDay('order-received'),
        },
        [
          CONTRIBUTION_CLOCK,
          {
            what: 'debtor-appeal',
            startedBy: 'order-served',
            whose: 'theirs',
            doneBy: ['appealed'],
            mootBy: ['appeal-decided'],
          },
          { what: 'creditor-appeal', startedBy: 'order-received', whose: 'ours', doneBy: ['appealed'] },
        ],
      ),
    ),
  warnings: (seen, name) => {
    if (name === 'to-the-merits') {
      return [
        fr`Demande rejetée : l’interruption de la prescription est effacée (art. 2243 C. civ.) ; vérifiez la date avant d’assigner au fond.`,
      ];
    }
    if (name !== 'order-served' && name !== 'final' && name !== 'appealed') return [];
    return [
      fr`L’ordonnance ne juge pas le fond : le débiteur peut encore le faire juger, et redemander la provision.`,
      ...(seen.has('appeal-decided') && !seen.has('order-served', 'appeal-served')
        ? [fr`Arrêt non signifié : rien ne s’exécute avant sa signification (art. 503 CPC).`]
        : []),
      ...(seen.has('appealed') && !seen.has('appeal-decided')
        ? [fr`Exécution pendant l’appel aux risques de qui exécute. À vérifier avec l’avocat.`]
        : []),
    ];
  },
  title: (seen) => {
    const on = seen.on('ordered') ?? seen.on('appeal-decided');
    if (on === null) return null;
    const servedOn = seen.on('order-served') ?? seen.on('appeal-served');
    const grantedCents = seen.cents('appeal-decided', 'grantedCents') ?? seen.cents('ordered', 'grantedCents');
    return { on, enforceableFrom: servedOn, servedOn, grantedCents, lateOppositionPossible: false };
  },
});
