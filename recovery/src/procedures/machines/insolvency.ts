import { formatDay, insolvencyClaim, type Refusal } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import { answered, type ClockRule, clocksFrom, clocksOf, eventDay, together } from '../engine/clocks.ts';
import type { Clock, Closed } from '../engine/machine.ts';
import { cents, choice, event, machine, state, text } from '../engine/parts.ts';
import type { Seen } from '../engine/seen.ts';

/** The claim in a debtor's insolvency: declared, challenged, admitted, or late and relieved (L622-21 to L622-27 C. com.). */

const OURS = { whose: 'ours' } as const;

/** The dates counted from the publication in the BODACC; none before it, since the judgment never replaces it. */
function publishedClocks(seen: Seen): readonly Clock[] | Refusal {
  const openedOn = seen.on('opened');
  const publishedOn = seen.on('published');
  if (openedOn === null || publishedOn === null) return [];
  const { creditorPlace, claimKind } = seen.facts;
  const rules: readonly ClockRule[] = [
    { ...OURS, what: 'declare', startedBy: 'published', doneBy: ['declared'], forgivenBy: ['relieved'] },
    { ...OURS, what: 'ask-relief', startedBy: 'published', doneBy: ['relief-asked'], mootBy: ['declared'] },
    {
      ...OURS,
      what: 'claim-goods',
      startedBy: 'published',
      doneBy: ['goods-claimed'],
      mootBy: ['no-retention'],
      when: () => claimKind === 'goods',
    },
    {
      ...OURS,
      what: 'answer-challenge',
      startedBy: 'challenged',
      doneBy: ['answered'],
      mootBy: ['admitted', 'rejected'],
    },
    { ...OURS, what: 'declare-after-relief', startedBy: 'relieved', doneBy: ['declared-after-relief'] },
  ];
  const outcome = insolvencyClaim({
    openedOn: formatDay(openedOn),
    publishedOn: formatDay(publishedOn),
    place: creditorPlace,
    ...seen.dated({ challengedOn: seen.on('challenged'), relievedOn: seen.on('relieved') }),
  });
  return answered(outcome, ({ steps }, tree) => clocksFrom(seen, rules, steps, tree));
}

function followUpClocks(seen: Seen): readonly Clock[] | Refusal {
  const rules: readonly ClockRule[] = [
    { ...OURS, what: 'declare-terminated', startedBy: 'contract-terminated', doneBy: ['termination-declared'] },
    { ...OURS, what: 'tell-later-claim', startedBy: 'observation-ended', doneBy: ['later-claim-told'] },
    {
      ...OURS,
      what: 'tell-later-claim-in-liquidation',
      startedBy: 'liquidation-published',
      doneBy: ['later-claim-told'],
    },
  ];
  const kinds = ['contract-terminated', 'observation-ended', 'liquidation-published'];
  return clocksOf(seen, 'insolvency-follow-up', Object.fromEntries(kinds.map((kind) => [kind, eventDay(kind)])), rules);
}

/** Without the publication no date can be told: a challenge would run out in silence. */
function publicationNeeded(seen: Seen): Closed | null {
  if (seen.has('published')) return null;
  const message = fr`Notez d’abord la date de l’annonce au BODACC : les délais de la vérification des créances la suivent.`;
  return { code: 'PublicationNeeded', message };
}

const ACTIVE = [
  'to-declare',
  'declared',
  'challenged',
  'unanswered',
  'foreclosed',
  'relief-asked',
  'relieved',
  'admitted',
];

export const INSOLVENCY_CLAIM = machine({
  kind: 'insolvency-claim',
  states: [
    state('draft', [
      'Procédure collective à noter',
      'Notez le jugement d’ouverture : toute relance et toute poursuite cessent.',
    ]),
    state('opened', [
      'Ouverte, publication attendue',
      'Préparez la déclaration ; le délai partira de l’annonce au BODACC.',
    ]),
    state('to-declare', [
      'À déclarer',
      'Envoyez la déclaration en recommandé au mandataire : la date du cachet compte.',
    ]),
    state('declared', ['Déclarée', 'Gardez la preuve du contenu ; attendez la vérification des créances.']),
    state('challenged', ['Contestée par le mandataire', 'Répondez dans le délai, pièces à l’appui.']),
    state('unanswered', [
      'Contestation restée sans réponse',
      'La proposition du mandataire ne peut plus être contestée : attendez la décision.',
    ]),
    state('admitted', ['Admise', 'Attendez les répartitions ; pensez à la TVA et à la dépréciation.']),
    state('rejected', ['Rejetée', 'Lisez l’ordonnance : un recours bref est ouvert, à vérifier avec un avocat.'], {
      end: 'refused',
    }),
    state('foreclosed', [
      'Délai de déclaration passé',
      'Demandez le relevé de forclusion au juge-commissaire dans son délai.',
    ]),
    state('relief-asked', [
      'Relevé de forclusion demandé',
      'Attendez la décision du juge-commissaire ; joignez la déclaration.',
    ]),
    state('relieved', ['Relevé accordé', 'Déclarez dans le délai réduit de moitié, sans attendre.']),
    state(
      'lost',
      ['Forclose', 'La créance est écartée des répartitions ; elle n’est pas éteinte contre les garants.'],
      {
        end: 'lapsed',
      },
    ),
    state('closed', ['Procédure clôturée', 'Notez ce qui a été reçu et passez le solde en perte.'], { end: 'done' }),
  ],
  events: [
    event('opened', ['court', 'Jugement d’ouverture'], ['draft'], {
      to: 'opened',
      fields: [
        choice('kind', 'Procédure', {
          safeguard: 'Sauvegarde',
          reorganisation: 'Redressement judiciaire',
          liquidation: 'Liquidation judiciaire',
        }),
        text('representative', 'Mandataire ou liquidateur'),
      ],
      proof: 'Le jugement ou l’annonce',
    }),
    event('published', ['authority', 'Annonce publiée au BODACC'], ['opened', 'declared'], {
      leads: (_seen, _event, here) => (here === 'opened' ? 'to-declare' : here),
      proof: 'L’annonce',
    }),
    event(
      'declared',
      ['us', 'Créance déclarée (cachet de la poste)'],
      ['opened', 'to-declare', 'foreclosed', 'relief-asked'],
      {
        to: 'declared',
        fields: [cents('declaredCents', 'Montant déclaré', false)],
        proof: 'La déclaration et la preuve de dépôt',
        limitation: 'insolvency-filing',
        idleIn: ['foreclosed', 'relief-asked'],
      },
    ),
    event('relief-asked', ['us', 'Relevé de forclusion demandé'], ['foreclosed', 'lost'], {
      to: 'relief-asked',
      proof: 'La requête et sa date',
      idleIn: ['lost'],
    }),
    event('relieved', ['court', 'Relevé de forclusion accordé'], ['relief-asked'], {
      to: 'relieved',
      proof: 'L’ordonnance',
    }),
    event('relief-refused', ['court', 'Relevé de forclusion refusé'], ['relief-asked'], {
      to: 'lost',
      proof: 'L’ordonnance',
    }),
    event('declared-after-relief', ['us', 'Créance déclarée après le relevé'], ['relieved', 'lost'], {
      to: 'declared',
      proof: 'La déclaration et la preuve de dépôt',
      limitation: 'insolvency-filing',
      idleIn: ['lost'],
    }),
    event('challenged', ['representative', 'Contestation du mandataire reçue'], ['declared'], {
      to: 'challenged',
      fields: [cents('proposedCents', 'Montant proposé', false)],
      refuses: publicationNeeded,
      proof: 'La lettre et son enveloppe',
    }),
    event('answered', ['us', 'Réponse à la contestation envoyée'], ['challenged', 'unanswered'], {
      to: 'declared',
      proof: 'La réponse et la preuve de dépôt',
      idleIn: ['unanswered'],
    }),
    event('admitted', ['court', 'Créance admise'], ['declared', 'challenged', 'unanswered'], {
      to: 'admitted',
      fields: [cents('admittedCents', 'Montant admis')],
      proof: 'L’avis d’admission',
    }),
    event('rejected', ['court', 'Créance rejetée'], ['declared', 'challenged', 'unanswered'], {
      to: 'rejected',
      proof: 'L’ordonnance',
    }),
    event('no-retention', ['us', 'Pas de réserve de propriété'], ACTIVE),
    event('goods-claimed', ['us', 'Biens revendiqués'], ACTIVE, { proof: 'La demande et sa date' }),
    event('contract-terminated', ['representative', 'Contrat en cours résilié'], ACTIVE, { proof: 'La notification' }),
    event('termination-declared', ['us', 'Créance de résiliation déclarée'], ACTIVE, { proof: 'La déclaration' }),
    event('observation-ended', ['court', 'Fin de la période d’observation'], ACTIVE, { proof: 'Le jugement' }),
    event('liquidation-published', ['authority', 'Liquidation publiée au BODACC'], ACTIVE, { proof: 'L’annonce' }),
    event('later-claim-told', ['us', 'Créance postérieure signalée'], ACTIVE, { proof: 'La lettre et sa date' }),
    event('dividend', ['representative', 'Répartition reçue'], ['admitted'], {
      fields: [cents('paidCents', 'Somme reçue')],
      proof: 'Le décompte',
      repeats: true,
    }),
    event('closed', ['court', 'Procédure clôturée'], ['opened', ...ACTIVE, 'lost'], {
      to: 'closed',
      fields: [
        choice('cause', 'Clôture pour', {
          'no-assets': 'Insuffisance d’actif',
          paid: 'Extinction du passif',
          other: 'Autre cause',
        }),
      ],
      proof: 'L’annonce de clôture',
    }),
  ],
  moves: [
    { from: ['to-declare'], clock: 'declare', to: 'foreclosed' },
    { from: ['foreclosed'], clock: 'ask-relief', to: 'lost' },
    { from: ['relieved'], clock: 'declare-after-relief', to: 'lost' },
    { from: ['challenged'], clock: 'answer-challenge', to: 'unanswered' },
  ],
  clocks: (seen) => together(publishedClocks(seen), followUpClocks(seen)),
  warnings: (seen, name) => [
    ...(name === 'opened'
      ? [fr`La date du jugement ne fait courir aucun délai : relevez celle de l’annonce au BODACC.`]
      : []),
    ...(name === 'to-declare'
      ? [
          fr`N’utilisez aucune adresse internet lue dans une annonce : le portail qu’elles citent est fermé. Envoyez en recommandé.`,
          fr`Contrat à exécution successive : déclarez la totalité des sommes échues et à échoir (art. R622-22 C. com.).`,
          fr`Créancier titulaire d’une sûreté publiée : le délai part de l’avis personnel, jamais avant celui-ci. À vérifier.`,
        ]
      : []),
    ...(name === 'relieved'
      ? [fr`Le délai réduit est compté de la décision, la date la plus proche. À vérifier.`]
      : []),
    ...(seen.text('opened', 'kind') === 'liquidation' || name === 'closed' || name === 'lost'
      ? []
      : [fr`Les garants personnes physiques sont protégés pendant la période d’observation. À vérifier.`]),
  ],
  stops: false,
});
