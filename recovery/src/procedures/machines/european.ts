import { fr } from '../../texts/typography.ts';
import { appointment, clocksOf, eventDay, hearingClock, together } from '../engine/clocks.ts';
import { dayOf } from '../engine/faults.ts';
import type { Clock } from '../engine/machine.ts';
import { cents, dayField, event, flag, MANNER, machine, state } from '../engine/parts.ts';
import type { Seen } from '../engine/seen.ts';
import {
  JUDGMENT_CLOCKS,
  JUDGMENT_DATES,
  JUDGMENT_MOVES,
  JUDGMENT_STATES,
  judgmentEvents,
  judgmentTitle,
  judgmentWarnings,
} from './judgment.ts';

/** Cross-border in the European Union: payment order (1896/2006) and small claims (861/2007). */

/** A time that the court itself set in a form: to complete the request, or to accept a part of it. */
function courtTime(
  seen: Seen,
  kind: string,
  says: Pick<Clock, 'what' | 'label' | 'article' | 'effect' | 'confidence'>,
  doneBy: string,
) {
  const asked = seen.last(kind);
  const on = asked === null ? null : dayOf(asked.values, 'before');
  if (asked === null || on === null) return [];
  return [appointment({ startedBy: kind, startedOn: asked.on, on }, says, [doneBy])];
}

const BEFORE = dayField('before', 'Dernier jour donné par la juridiction');

export const EUROPEAN_PAYMENT_ORDER = machine({
  kind: 'european-payment-order',
  states: [
    state('draft', ['À préparer', 'Remplissez le formulaire A pour la juridiction du débiteur.']),
    state('filed', ['Demande déposée', 'La juridiction statue en principe dans les trente jours.']),
    state('completion', ['À compléter', 'Renvoyez le formulaire B complété avant la date donnée.']),
    state('partial-offer', [
      'Offre partielle',
      'L’accepter fait perdre le reste, sauf à ne pas signifier (art. 1424-3 CPC).',
    ]),
    state('rejected', ['Demande rejetée', 'Le rejet n’a pas d’appel : une autre voie reste ouverte.'], {
      end: 'refused',
      follows: ['european-small-claims', 'assignation'],
    }),
    state('ordered', ['Injonction délivrée', 'Faites-la signifier au débiteur, avec le formulaire d’opposition.']),
    state('served', ['Signifiée', 'Le débiteur peut s’opposer dans le délai du règlement.']),
    state('transit', ['Délai postal', 'Le greffe attend l’acheminement d’une opposition postée à temps.']),
    state('declarable', [
      'Force exécutoire à déclarer',
      'Demandez au greffe la déclaration de force exécutoire (formulaire G).',
    ]),
    state('title', ['Exécutoire dans l’Union', 'Le titre s’exécute dans chaque État membre, sauf au Danemark.'], {
      end: 'title',
      follows: ['saisie-attribution', 'saisie-des-remunerations', 'saisie-vente'],
    }),
    state('opposed', [
      'Opposition',
      'L’affaire suit la procédure ordinaire, sauf si vous aviez demandé d’y mettre fin.',
    ]),
    ...JUDGMENT_STATES,
  ],
  events: [
    event('filed', ['us', 'Formulaire A déposé'], ['draft'], {
      to: 'filed',
      proof: 'L’accusé de dépôt',
      limitation: 'payment-order-filed',
    }),
    event('completion-asked', ['court', 'Formulaire B reçu, demande à compléter'], ['filed'], {
      to: 'completion',
      fields: [BEFORE],
      proof: 'Le formulaire B',
      repeats: true,
    }),
    event('completed', ['us', 'Demande complétée'], ['completion'], { to: 'filed', proof: 'L’envoi', repeats: true }),
    event('partly-offered', ['court', 'Formulaire C reçu, offre partielle'], ['filed'], {
      to: 'partial-offer',
      fields: [BEFORE, cents('offeredCents', 'Montant offert', false)],
      proof: 'Le formulaire C',
    }),
    event('offer-accepted', ['us', 'Offre partielle acceptée'], ['partial-offer'], {
      to: 'filed',
      proof: 'La réponse',
    }),
    event('rejected', ['court', 'Demande rejetée'], ['filed', 'completion', 'partial-offer'], {
      to: 'rejected',
      proof: 'Le formulaire D',
    }),
    event('ordered', ['court', 'Injonction européenne délivrée'], ['filed'], {
      to: 'ordered',
      fields: [cents('grantedCents', 'Montant accordé (en principal)', false)],
      proof: 'Le formulaire E',
    }),
    event('served', ['commissaire', 'Injonction signifiée au débiteur'], ['ordered'], {
      to: 'served',
      fields: [MANNER],
      proof: 'La preuve de signification',
      limitation: 'payment-order-served',
    }),
    event('opposed', ['debtor', 'Opposition reçue (formulaire F)'], ['served', 'transit', 'declarable'], {
      to: 'opposed',
      proof: 'Le formulaire F',
    }),
    event('declared-enforceable', ['court', 'Force exécutoire déclarée'], ['declarable'], {
      to: 'title',
      proof: 'Le formulaire G',
    }),
    event('hearing-set', ['court', 'Audience fixée'], ['opposed'], {
      fields: [dayField('hearingOn', 'Jour de l’audience')],
      proof: 'La convocation',
      repeats: true,
    }),
    ...judgmentEvents(['opposed']),
  ],
  moves: [
    { from: ['served'], clock: 'oppose', to: 'transit' },
    { from: ['transit'], clock: 'declare-enforceable', to: 'declarable' },
    ...JUDGMENT_MOVES,
  ],
  clocks: (seen) =>
    together(
      courtTime(
        seen,
        'completion-asked',
        {
          what: 'complete',
          label: 'Compléter la demande (formulaire B)',
          article: 'Art. 9 règlement 1896/2006',
          confidence: 'C',
          effect: 'Demande non complétée à temps → rejetée',
        },
        'completed',
      ),
      courtTime(
        seen,
        'partly-offered',
        {
          what: 'answer-offer',
          label: 'Répondre à l’offre partielle (formulaire C)',
          article: 'Art. 10 règlement 1896/2006',
          confidence: 'C',
          effect: 'Pas de réponse à temps → demande rejetée',
        },
        'offer-accepted',
      ),
      clocksOf(seen, 'european-payment-order', { served: eventDay('served') }, [
        { what: 'oppose', startedBy: 'served', whose: 'theirs', doneBy: ['opposed'] },
        {
          what: 'declare-enforceable',
          startedBy: 'served',
          whose: 'wait',
          doneBy: ['declared-enforceable'],
          mootBy: ['opposed'],
        },
      ]),
      hearingClock(seen, { article: '468 CPC', confidence: 'B' }, ['judgment']),
      clocksOf(seen, 'assignation', JUDGMENT_DATES, JUDGMENT_CLOCKS),
    ),
  warnings: (seen, name) => [
    ...judgmentWarnings(seen, name),
    ...(name === 'title'
      ? [fr`Réexamen possible dans des cas exceptionnels (art. 20 du règlement 1896/2006). À vérifier.`]
      : []),
    ...(name === 'draft'
      ? [
          fr`Compétence par le règlement (UE) n° 1215/2012 ; un consommateur ne se poursuit que dans son État. À vérifier.`,
        ]
      : []),
  ],
  title: (seen, clocks) => {
    if (seen.has('judgment')) return judgmentTitle(seen, clocks);
    const on = seen.on('ordered');
    if (on === null) return null;
    const enforceableFrom = seen.on('declared-enforceable');
    const grantedCents = seen.cents('ordered', 'grantedCents');
    return { on, enforceableFrom, servedOn: seen.on('served'), grantedCents, lateOppositionPossible: false };
  },
});

export const EUROPEAN_SMALL_CLAIMS = machine({
  kind: 'european-small-claims',
  states: [
    state('draft', ['À préparer', 'Remplissez le formulaire A et joignez les pièces.']),
    state('filed', ['Demande déposée', 'La juridiction l’envoie au défendeur.']),
    state('served', ['Notifiée au défendeur', 'Il a un délai pour répondre ; la juridiction statue ensuite.']),
    state('undefended', ['Sans réponse', 'La juridiction statue sur la demande : interrogez le greffe.']),
    state('answered', [
      'Réponse reçue',
      'Répondez à ce qu’il soutient ; la juridiction statue ou demande d’autres éléments.',
    ]),
    ...JUDGMENT_STATES,
  ],
  events: [
    event('filed', ['us', 'Formulaire A déposé'], ['draft'], {
      to: 'filed',
      fields: [flag('interests', 'Intérêts demandés en plus du principal')],
      proof: 'L’accusé de dépôt',
      limitation: 'court-claim',
    }),
    event('served', ['court', 'Demande notifiée au défendeur'], ['filed'], {
      to: 'served',
      proof: 'L’avis de la juridiction',
    }),
    event('answered', ['debtor', 'Réponse du défendeur (formulaire C)'], ['served', 'undefended'], {
      to: 'answered',
      proof: 'Le formulaire C',
    }),
    event('hearing-set', ['court', 'Audience fixée'], ['served', 'undefended', 'answered'], {
      fields: [dayField('hearingOn', 'Jour de l’audience')],
      proof: 'La convocation',
      repeats: true,
    }),
    ...judgmentEvents(['served', 'undefended', 'answered']),
  ],
  moves: [{ from: ['served'], clock: 'answer', to: 'undefended' }, ...JUDGMENT_MOVES],
  clocks: (seen) =>
    together(
      clocksOf(seen, 'european-small-claims', { served: eventDay('served'), answered: eventDay('answered') }, [
        { what: 'answer', startedBy: 'served', whose: 'theirs', doneBy: ['answered'], mootBy: ['judgment'] },
        { what: 'decide', startedBy: 'answered', whose: 'theirs', doneBy: ['judgment'], mootBy: ['hearing-set'] },
      ]),
      hearingClock(seen, { article: 'Art. 5 règlement 861/2007', confidence: 'C' }, ['judgment']),
      clocksOf(seen, 'assignation', JUDGMENT_DATES, JUDGMENT_CLOCKS),
    ),
  warnings: (seen, name) => [
    ...judgmentWarnings(seen, name),
    ...(name === 'draft'
      ? [fr`Litige transfrontalier dans l’Union, sous le plafond du règlement (hors intérêts et frais). À vérifier.`]
      : []),
  ],
  title: judgmentTitle,
});
