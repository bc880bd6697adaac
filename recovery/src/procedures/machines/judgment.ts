import { type Day, frenchDate } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import { afterHearing, type ClockRule, clocksOf, type DatedBy, eventDay } from '../engine/clocks.ts';
import type { Clock, Closed, MachineEvent, MachineState, TimedMove } from '../engine/machine.ts';
import { cents, choice, event, flag, MANNER, state } from '../engine/parts.ts';
import type { Seen } from '../engine/seen.ts';
import type { EventField, ProcedureEvent, TitleFacts } from '../model.ts';

/** From the judgment on, whatever brought it: suit, request, opposition to a payment order. */

const ENFORCE = ['saisie-attribution', 'saisie-des-remunerations', 'saisie-vente'] as const;

export const JUDGMENT_STATES: readonly MachineState[] = [
  state(
    'judgment',
    [
      'Jugement favorable',
      'Faites signifier le jugement : aucune exécution avant, et six mois au plus s’il est par défaut.',
    ],
    { end: 'title' },
  ),
  state(
    'judgment-served',
    ['Jugement signifié', 'Le jugement s’exécute, sauf exécution provisoire écartée : confiez-le au commissaire.'],
    { end: 'title', follows: ENFORCE },
  ),
  state('judgment-final', ['Décision définitive', 'Plus aucun recours : confiez l’exécution au commissaire.'], {
    end: 'title',
    follows: ENFORCE,
  }),
  state(
    'judgment-void',
    ['Jugement non avenu', 'Le jugement par défaut n’a pas été notifié à temps : il faut saisir de nouveau le juge.'],
    { end: 'lapsed', follows: ['assignation'] },
  ),
  state(
    'dismissed',
    ['Demande rejetée', 'Lisez les motifs ; l’appel est ouvert pour un temps si la décision y est sujette.'],
    {
      end: 'refused',
    },
  ),
  state('appealed', ['En appel', 'La cour rejuge l’affaire et rien ne s’exécute ; l’avocat y est obligatoire.']),
  state(
    'appealed-enforceable',
    ['En appel, exécutoire', 'Le jugement signifié s’exécute pendant l’appel, à vos risques.'],
    {
      end: 'title',
      follows: ENFORCE,
    },
  ),
];

/** What a judgment grants: nothing, part or all of what was asked. */
export const OUTCOME: EventField = choice('outcome', 'Décision', {
  granted: 'Condamnation au montant demandé',
  partly: 'Condamnation en partie',
  dismissed: 'Demande rejetée',
});
export const GRANTED = cents('grantedCents', 'Montant accordé (en principal)', false);

/** Whether the latest judgment condemns the debtor. */
function condemns(_: Seen, { values }: { values: Readonly<Record<string, unknown>> }): boolean {
  return values.outcome !== 'dismissed';
}

/** Where a judgment may be served: once it is under appeal, service lets it be enforced and changes nothing else. */
const TO_SERVE = ['judgment', 'judgment-void', 'appealed-enforceable', 'judgment-final'];

/** Nothing of a court of appeal is served where no appeal was decided. */
export function decidedOnAppeal(seen: Seen): Closed | null {
  if (seen.has('appeal-decided')) return null;
  return { code: 'AppealNotDecided', message: fr`Aucun arrêt n’est noté : notez d’abord la décision sur le recours.` };
}

/** No registry certifies that there is no appeal while there is time for one. */
function appealOver(seen: Seen, { on }: ProcedureEvent): Closed | null {
  const clocks = clocksOf(seen, 'assignation', JUDGMENT_DATES, JUDGMENT_CLOCKS);
  const last = 'code' in clocks ? null : (clocks.find(({ what }) => what === 'debtor-appeal')?.before ?? null);
  if (last === null || on > last) return null;
  const message = fr`L’appel est possible jusqu’au ${frenchDate(last)} : le greffe ne certifie son absence qu’ensuite. Corrigez la date.`;
  return { code: 'CertificateTooEarly', message };
}

/** The events of a judgment that comes after these states. */
export function judgmentEvents(from: readonly string[]): readonly MachineEvent[] {
  return [
    event('judgment', ['court', 'Jugement rendu'], from, {
      fields: [
        OUTCOME,
        GRANTED,
        choice('nature', 'Nature du jugement', {
          contradictory: 'Contradictoire',
          'deemed-contradictory': 'Réputé contradictoire',
          default: 'Par défaut',
        }),
        flag('lastResort', 'Rendu en dernier ressort (sans appel)'),
        flag('notEnforceable', 'Exécution provisoire écartée'),
      ],
      proof: 'Le jugement (copie exécutoire)',
      refuses: afterHearing,
      leads: (seen, told) => (condemns(seen, told) ? 'judgment' : 'dismissed'),
    }),
    event('judgment-served', ['commissaire', 'Jugement signifié au débiteur'], TO_SERVE, {
      fields: [MANNER],
      proof: 'L’acte de signification',
      leads: (_seen, _told, here) => (here === 'judgment' ? 'judgment-served' : here),
      idleIn: ['judgment-void'],
    }),
    event('judgment-received', ['debtor', 'Jugement signifié à nous'], ['judgment', 'judgment-served', 'dismissed'], {
      proof: 'L’acte reçu',
    }),
    event('appealed', ['debtor', 'Appel ou opposition formé'], ['judgment', 'judgment-served', 'dismissed'], {
      leads: (seen, _told, here) =>
        here === 'dismissed' || seen.flag('judgment', 'notEnforceable') ? 'appealed' : 'appealed-enforceable',
      fields: [choice('by', 'Formé par', { debtor: 'Le débiteur', us: 'Nous' })],
      proof: 'La déclaration d’appel',
    }),
    event('appeal-decided', ['court', 'Décision sur le recours'], ['appealed', 'appealed-enforceable'], {
      fields: [OUTCOME, GRANTED],
      proof: 'L’arrêt',
      leads: (seen, told) => (condemns(seen, told) ? 'judgment-final' : 'dismissed'),
    }),
    event('appeal-served', ['commissaire', 'Arrêt signifié au débiteur'], ['judgment-final'], {
      fields: [MANNER],
      proof: 'L’acte de signification de l’arrêt',
      refuses: decidedOnAppeal,
    }),
    event('no-appeal', ['court', 'Certificat de non-appel'], ['judgment-served'], {
      to: 'judgment-final',
      proof: 'Le certificat de non-appel',
      refuses: appealOver,
    }),
  ];
}

export const JUDGMENT_MOVES: readonly TimedMove[] = [
  { from: ['judgment'], clock: 'notify-default-judgment', to: 'judgment-void' },
];

/** A judgment by default, or only deemed adversarial because it may be appealed, lapses when it is not notified. */
function mayLapse(seen: Seen): boolean {
  const nature = seen.text('judgment', 'nature');
  return nature !== null && nature !== 'contradictory' && seen.text('judgment', 'outcome') !== 'dismissed';
}

/** The day of a judgment that lapses when it is not notified. */
function defaultJudgmentDay(seen: Seen): Day | null {
  return mayLapse(seen) ? seen.on('judgment') : null;
}

export const JUDGMENT_DATES: DatedBy = {
  'default-judgment': defaultJudgmentDay,
  'judgment-served-on-debtor': eventDay('judgment-served'),
  'judgment-served-on-creditor': eventDay('judgment-received'),
};

const appealable = (seen: Seen) => !seen.flag('judgment', 'lastResort');

export const JUDGMENT_CLOCKS: readonly ClockRule[] = [
  {
    what: 'notify-default-judgment',
    startedBy: 'judgment',
    whose: 'ours',
    doneBy: ['judgment-served'],
    mootBy: ['appealed'],
  },
  {
    what: 'debtor-appeal',
    startedBy: 'judgment-served',
    whose: 'theirs',
    doneBy: ['appealed'],
    mootBy: ['no-appeal'],
    when: appealable,
  },
  {
    what: 'appeal-expired',
    startedBy: 'judgment-served',
    whose: 'wait',
    mootBy: ['appealed', 'no-appeal'],
    when: appealable,
  },
  {
    what: 'creditor-appeal',
    startedBy: 'judgment-received',
    whose: 'ours',
    doneBy: ['appealed'],
    when: appealable,
  },
];

/** The latest amount granted. */
function grantedBy(seen: Seen): number | null {
  return seen.cents('appeal-decided', 'grantedCents') ?? seen.cents('judgment', 'grantedCents');
}

/** First day on which a decision on appeal is enforced: a judgment enforced meanwhile goes on, any other waits for it. */
function enforceableAfterAppeal(seen: Seen, decidedOn: Day): Day | null {
  const servedOn = seen.on('judgment-served');
  const goesOn = servedOn !== null && (servedOn >= decidedOn || !seen.flag('judgment', 'notEnforceable'));
  return goesOn ? servedOn : seen.on('appeal-served');
}

/** First day on which the judgment itself is enforced, no court of appeal having decided. */
function enforceableAlone(seen: Seen, clocks: readonly Clock[]): Day | null {
  const servedOn = seen.on('judgment-served');
  const waits = seen.flag('judgment', 'notEnforceable') && appealable(seen);
  if (!waits || servedOn === null) return servedOn;
  return seen.on('no-appeal') ?? clocks.find(({ what }) => what === 'appeal-expired')?.notBefore ?? null;
}

/**
 * The judgment as a title: enforced from its service (503 and 514 CPC), and only once the time to appeal has passed, or
 * the decision on appeal is served, when provisional enforcement was set aside.
 */
export function judgmentTitle(seen: Seen, clocks: readonly Clock[]): TitleFacts | null {
  const decidedOn = seen.on('appeal-decided');
  const on = decidedOn ?? seen.on('judgment');
  if (on === null) return null;
  return {
    on,
    enforceableFrom: decidedOn === null ? enforceableAlone(seen, clocks) : enforceableAfterAppeal(seen, decidedOn),
    servedOn: seen.on('judgment-served') ?? seen.on('appeal-served'),
    grantedCents: grantedBy(seen),
    lateOppositionPossible: false,
  };
}

/** What a judgment leaves to verify. */
export function judgmentWarnings(seen: Seen, name: string): readonly string[] {
  if (name === 'judgment-final' && seen.has('appeal-decided') && !seen.has('appeal-served')) {
    return [
      fr`Arrêt non signifié : ce qu’il ajoute ne s’exécute qu’après sa signification (art. 503 CPC). À vérifier.`,
    ];
  }
  if (name !== 'judgment-served' || !seen.flag('judgment', 'notEnforceable')) return [];
  return [fr`Exécution provisoire écartée : attendez la fin du délai de recours et un certificat de non-appel.`];
}
