import { fr } from '../../texts/typography.ts';
import { clocksOf, eventDay } from '../engine/clocks.ts';
import { isLegalPerson } from '../engine/individual.ts';
import { cents, dayField, event, machine, state } from '../engine/parts.ts';

/** A consumer's over-indebtedness: what freezes, what is justified, what is erased (L722-2 ff C. conso.). */

const FROZEN = ['admitted', 'plan'];
const STARTS = ['admitted', 'commission-letter', 'erasure-notified', 'liquidation-published'];

export const OVERINDEBTEDNESS = machine({
  kind: 'overindebtedness',
  states: [
    state('draft', [
      'Dossier déposé',
      'Le dépôt seul n’arrête rien, sauf décision du juge : attendez la recevabilité.',
    ]),
    state('admitted', [
      'Dossier recevable',
      'Gelez tout le dossier : ni relance, ni saisie, ni intérêts ; rappelez vos mandataires.',
    ]),
    state('suspension-over', [
      'Suspension terminée',
      'Sans plan ni décision, les poursuites redeviennent possibles : vérifiez avant d’agir.',
    ]),
    state('plan', ['Plan ou mesures en cours', 'Suivez les échéances du plan ; hors plan, rien ne se réclame.']),
    state('erasure', ['Effacement notifié', 'Contestez dans le délai si le débiteur est de mauvaise foi.']),
    state('erasure-contested', ['Effacement contesté', 'Attendez le jugement.']),
    state('erased', ['Dette effacée', 'La créance ne se réclame plus au débiteur : passez-la en perte.'], {
      end: 'stopped',
    }),
    state('liquidation', [
      'Rétablissement avec liquidation',
      'Déclarez la créance dans le délai, sinon elle s’éteint.',
    ]),
    state('declared', ['Créance déclarée', 'Attendez les répartitions.']),
    state(
      'extinguished',
      [
        'Créance éteinte',
        'Elle n’a pas été déclarée à temps : demandez conseil sur un relevé, puis passez-la en perte.',
      ],
      {
        end: 'lapsed',
      },
    ),
    state('free', ['Poursuites possibles', 'Le gel est levé : reprenez le recouvrement.'], {
      end: 'done',
      follows: ['injonction-de-payer', 'saisie-attribution', 'saisie-des-remunerations'],
    }),
  ],
  events: [
    event('admitted', ['authority', 'Dossier déclaré recevable'], ['draft'], {
      to: 'admitted',
      proof: 'La lettre de la commission',
    }),
    event('commission-letter', ['authority', 'État du passif reçu, créance à justifier'], FROZEN, {
      proof: 'La lettre et son enveloppe',
    }),
    event('justified', ['us', 'Créance justifiée'], FROZEN, { proof: 'L’envoi' }),
    event('plan-started', ['authority', 'Plan ou mesures en vigueur'], ['admitted', 'suspension-over'], {
      to: 'plan',
      fields: [dayField('endsOn', 'Fin du plan', false), cents('keptCents', 'Montant maintenu', false)],
      proof: 'Le plan ou les mesures',
    }),
    event('plan-ended', ['authority', 'Plan terminé ou caduc'], ['plan'], { to: 'free', proof: 'La lettre' }),
    event('erasure-notified', ['authority', 'Effacement des dettes notifié'], FROZEN, {
      to: 'erasure',
      proof: 'La notification',
    }),
    event('erasure-contested', ['us', 'Effacement contesté'], ['erasure', 'erased'], {
      to: 'erasure-contested',
      proof: 'La contestation et sa date',
      idleIn: ['erased'],
    }),
    event('erasure-confirmed', ['court', 'Effacement confirmé'], ['erasure-contested'], {
      to: 'erased',
      proof: 'Le jugement',
    }),
    event('erasure-refused', ['court', 'Effacement écarté'], ['erasure-contested'], {
      to: 'admitted',
      proof: 'Le jugement',
    }),
    event('liquidation-published', ['authority', 'Rétablissement personnel avec liquidation publié'], FROZEN, {
      to: 'liquidation',
      proof: 'L’annonce',
    }),
    event('declared', ['us', 'Créance déclarée'], ['liquidation', 'extinguished'], {
      to: 'declared',
      proof: 'La déclaration et la preuve de dépôt',
      idleIn: ['extinguished'],
    }),
    event('closed', ['court', 'Liquidation clôturée'], ['declared'], { to: 'erased', proof: 'Le jugement' }),
    event('rejected', ['authority', 'Dossier irrecevable ou clos'], ['draft', 'admitted', 'suspension-over'], {
      to: 'free',
      proof: 'La décision',
    }),
  ],
  moves: [
    { from: ['admitted'], clock: 'suspension-ends', to: 'suspension-over' },
    { from: ['erasure'], clock: 'contest-erasure', to: 'erased' },
    { from: ['liquidation'], clock: 'declare', to: 'extinguished' },
  ],
  clocks: (seen) =>
    clocksOf(seen, 'overindebtedness', Object.fromEntries(STARTS.map((kind) => [kind, eventDay(kind)])), [
      {
        what: 'suspension-ends',
        startedBy: 'admitted',
        whose: 'wait',
        mootBy: ['plan-started', 'erasure-notified', 'liquidation-published', 'rejected'],
      },
      {
        what: 'justify-claim',
        startedBy: 'commission-letter',
        whose: 'ours',
        doneBy: ['justified'],
        mootBy: ['rejected'],
      },
      { what: 'contest-erasure', startedBy: 'erasure-notified', whose: 'ours', doneBy: ['erasure-contested'] },
      { what: 'declare', startedBy: 'liquidation-published', whose: 'ours', doneBy: ['declared'] },
    ]),
  warnings: (_seen, name) =>
    name === 'draft'
      ? [fr`Effet du seul dépôt du dossier : aucun, sauf suspension ordonnée par le juge. À vérifier.`]
      : [],
  closedTo: (facts) => {
    if (!isLegalPerson(facts)) return null;
    const message = fr`Le surendettement ne concerne qu’une personne physique : pour une société, notez une procédure collective.`;
    return { code: 'IndividualOnly', message };
  },
  stops: false,
});
