import type { CourtKind, Refusal } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import {
  afterHearing,
  beforeHearing,
  type ClockRule,
  clocksOf,
  eventDay,
  hearingClock,
  together,
  toVerify,
} from '../engine/clocks.ts';
import { dayOf } from '../engine/faults.ts';
import type { Clock } from '../engine/machine.ts';
import { dayField, event, MANNER, machine, state } from '../engine/parts.ts';
import type { Seen } from '../engine/seen.ts';
import { CONTRIBUTION_CLOCK, contributionEvents, INADMISSIBLE } from './contribution.ts';
import {
  JUDGMENT_CLOCKS,
  JUDGMENT_DATES,
  JUDGMENT_MOVES,
  JUDGMENT_STATES,
  judgmentEvents,
  judgmentTitle,
  judgmentWarnings,
} from './judgment.ts';

/** The ordinary suit: by assignation, or by request where the amount allows it (54 to 56, 750 to 757, 853 to 857 CPC). */

type Side = 'judicial' | 'commercial';
const SIDES: Partial<Record<CourtKind, Side>> = {
  commercial: 'commercial',
  economic: 'commercial',
  'commercial-or-economic': 'commercial',
  'mixed-commercial': 'commercial',
  'commercial-chamber': 'judicial',
  judicial: 'judicial',
  'judicial-or-local': 'judicial',
  protection: 'judicial',
};

function sideOf({ facts }: Seen): Side | null {
  return facts.court === null ? null : (SIDES[facts.court] ?? null);
}

const FILE = { startedBy: 'hearing-set', whose: 'ours', doneBy: ['filed'], forgivenBy: ['lapse-lifted'] } as const;
const FILING: readonly ClockRule[] = [
  { ...FILE, what: 'serve-commercial', doneBy: ['served'] },
  { ...FILE, what: 'file-judicial' },
  { ...FILE, what: 'file-commercial' },
];

function hearingDay(seen: Seen) {
  const fixed = seen.last('hearing-set');
  return fixed === null ? null : dayOf(fixed.values, 'hearingOn');
}

/**
 * The dates counted back from the hearing. Before a judicial court they hold only when the date was known earlier than
 * that (754 CPC). Without a court every one of them is shown, to be verified, and none makes the summons lapse.
 */
function filingClocks(seen: Seen): readonly Clock[] | Refusal {
  const side = sideOf(seen);
  const clocks = clocksOf(seen, 'assignation', { hearing: hearingDay }, FILING, side ?? undefined);
  if ('code' in clocks) return clocks;
  const held = clocks.filter(({ what, before, startedOn }) => what !== 'file-judicial' || before! > startedOn);
  return side === null ? toVerify(held) : held;
}

const RELIEF: ClockRule = {
  what: 'ask-lapse-relief',
  startedBy: 'lapse-decided',
  whose: 'ours',
  doneBy: ['relief-asked'],
  mootBy: ['lapse-lifted'],
};

/** What every suit has after it was brought. */
function suitClocks(seen: Seen): readonly Clock[] | Refusal {
  return together(
    hearingClock(seen, { article: '468 CPC', confidence: 'B' }, ['judgment']),
    clocksOf(
      seen,
      'assignation',
      {
        ...JUDGMENT_DATES,
        'contribution-asked': eventDay('contribution-asked'),
        'lapse-decided': eventDay('lapse-decided'),
      },
      [...JUDGMENT_CLOCKS, CONTRIBUTION_CLOCK, RELIEF],
    ),
  );
}

/** The amicable attempt that a civil court asks of small claims, while it can still be made. */
function amicableDoubt(seen: Seen, name: string): readonly string[] {
  const early = name === 'draft' || name === 'dated';
  if (!early || sideOf(seen) !== 'judicial' || seen.facts.court === 'commercial-chamber') return [];
  return [
    fr`Sous le seuil de l’art. 750-1 CPC, une tentative amiable est exigée à peine d’irrecevabilité : joignez sa preuve ou dites la dispense.`,
  ];
}

const PENDING = ['served', 'filed', 'pleaded'];

export const ASSIGNATION = machine({
  kind: 'assignation',
  states: [
    state('draft', [
      'À préparer',
      'Réunissez les pièces, faites rédiger l’assignation et demandez une date d’audience.',
    ]),
    state('dated', ['Date obtenue', 'Faites assigner le débiteur, puis remettez la copie au greffe dans les délais.']),
    state('date-lost', ['Date perdue', 'Il est trop tard pour cette audience : demandez une nouvelle date au greffe.']),
    state('served', [
      'Assignation signifiée',
      'Remettez la copie au greffe dans le délai, sinon l’assignation est caduque.',
    ]),
    state('filed', ['Copie remise au greffe', 'Le tribunal est saisi : préparez l’audience.']),
    state('pleaded', ['Affaire plaidée', 'Attendez le jugement.']),
    state(
      'lapsed',
      ['Assignation caduque', 'La copie n’a pas été remise à temps : demandez le relevé ou assignez de nouveau.'],
      {
        end: 'lapsed',
        follows: ['assignation'],
      },
    ),
    INADMISSIBLE,
    ...JUDGMENT_STATES,
  ],
  events: [
    event('hearing-set', ['court', 'Date d’audience obtenue'], ['draft', 'dated', 'date-lost'], {
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
    event('filed', ['us', 'Copie de l’assignation remise au greffe'], ['served', 'lapsed'], {
      to: 'filed',
      proof: 'L’accusé du greffe',
      idleIn: ['lapsed'],
    }),
    event('lapse-decided', ['court', 'Caducité prononcée'], [...PENDING, 'lapsed'], {
      to: 'lapsed',
      proof: 'La décision',
    }),
    event('relief-asked', ['us', 'Relevé de caducité demandé'], ['lapsed'], { proof: 'La demande et sa date' }),
    event('lapse-lifted', ['court', 'Caducité rapportée'], ['lapsed'], { to: 'filed', proof: 'La décision' }),
    ...contributionEvents(PENDING),
    event('adjourned', ['court', 'Renvoi à une autre audience'], ['filed', 'pleaded'], {
      to: 'filed',
      fields: [dayField('hearingOn', 'Jour de l’audience')],
      proof: 'L’avis de renvoi',
      repeats: true,
    }),
    event('heard', ['court', 'Audience tenue, affaire en délibéré'], ['filed'], {
      to: 'pleaded',
      repeats: true,
      refuses: afterHearing,
    }),
    ...judgmentEvents(['filed', 'pleaded']),
  ],
  moves: [
    { from: ['dated'], clock: 'serve-commercial', to: 'date-lost' },
    { from: ['dated'], clock: 'file-judicial', to: 'date-lost' },
    { from: ['served'], clock: 'file-judicial', to: 'lapsed' },
    { from: ['served'], clock: 'file-commercial', to: 'lapsed' },
    { from: PENDING, clock: 'pay-contribution', to: 'inadmissible' },
    ...JUDGMENT_MOVES,
  ],
  clocks: (seen) => together(filingClocks(seen), suitClocks(seen)),
  warnings: (seen, name) => [
    ...(sideOf(seen) === null ? [fr`Juridiction non précisée : les délais à rebours de l’audience en dépendent.`] : []),
    ...amicableDoubt(seen, name),
    ...(name === 'date-lost' ? [fr`Aucune assignation n’est perdue : seule la date d’audience l’est.`] : []),
    ...judgmentWarnings(seen, name),
  ],
  title: judgmentTitle,
});

export const REQUETE = machine({
  kind: 'requete',
  states: [
    state('draft', ['À préparer', 'Rédigez la requête avec l’exposé sommaire des motifs et joignez les pièces.']),
    state('filed', ['Requête déposée', 'Le greffe convoque les parties : surveillez le courrier.']),
    state('summoned', ['Audience fixée', 'Préparez le dossier et soyez présent.']),
    state('pleaded', ['Affaire plaidée', 'Attendez le jugement.']),
    INADMISSIBLE,
    ...JUDGMENT_STATES,
  ],
  events: [
    event('filed', ['us', 'Requête déposée au greffe'], ['draft'], {
      to: 'filed',
      proof: 'L’accusé de dépôt',
      limitation: 'court-claim',
    }),
    ...contributionEvents(['filed', 'summoned', 'pleaded']),
    event('hearing-set', ['court', 'Audience fixée'], ['filed', 'summoned', 'pleaded'], {
      to: 'summoned',
      fields: [dayField('hearingOn', 'Jour de l’audience')],
      proof: 'La convocation',
      repeats: true,
    }),
    event('heard', ['court', 'Audience tenue, affaire en délibéré'], ['summoned'], {
      to: 'pleaded',
      repeats: true,
      refuses: afterHearing,
    }),
    ...judgmentEvents(['summoned', 'pleaded']),
  ],
  moves: [{ from: ['filed', 'summoned', 'pleaded'], clock: 'pay-contribution', to: 'inadmissible' }, ...JUDGMENT_MOVES],
  clocks: suitClocks,
  warnings: (seen, name) => [...amicableDoubt(seen, name), ...judgmentWarnings(seen, name)],
  title: judgmentTitle,
});
