import type { LimitationEventKind, Procedure } from '@acquit/law';
import { fr, typeset } from '../../texts/typography.ts';
import type { Actor, EventField, ProcedureEnd, ProcedureEvent } from '../model.ts';
import { isLegalPerson } from './individual.ts';
import type { Closed, Machine, MachineEvent, MachineState } from './machine.ts';
import type { Seen } from './seen.ts';

/** What machines are written with: each part sets its French once, so that a table reads like the law it tells. */

/** A state: its name, its advice in one sentence, how it ends and what usually follows. */
export function state(
  name: string,
  says: readonly [title: string, advice: string],
  { end = null, follows = [] }: { end?: ProcedureEnd | null; follows?: readonly Procedure[] } = {},
): MachineState {
  return { state: name, name: typeset(says[0]), advice: typeset(says[1]), end, follows };
}

interface EventOptions {
  to?: string;
  fields?: readonly EventField[];
  proof?: string;
  limitation?: LimitationEventKind;
  leads?: MachineEvent['leads'];
  repeats?: boolean;
  idleIn?: readonly string[];
  refuses?: MachineEvent['refuses'];
}

/** An event: who acts, what it is called, the states it may happen in, and what it leads to. */
export function event(
  kind: string,
  [actor, label]: readonly [Actor, string],
  from: readonly string[],
  { to, fields = [], proof, limitation, leads, repeats, idleIn, refuses }: EventOptions = {},
): MachineEvent {
  return {
    definition: {
      kind,
      label: typeset(label),
      actor,
      from,
      to: to ?? null,
      fields,
      proof: proof === undefined ? null : typeset(proof),
      ...(limitation === undefined ? {} : { limitation }),
    },
    ...(leads === undefined ? {} : { leads }),
    ...(repeats === undefined ? {} : { repeats }),
    ...(idleIn === undefined ? {} : { idleIn }),
    ...(refuses === undefined ? {} : { refuses }),
  };
}

function field(type: EventField['type'], name: string, label: string, required: boolean): EventField {
  return { name, label: typeset(label), type, required };
}

export const cents = (name: string, label: string, required = true) => field('cents', name, label, required);
export const text = (name: string, label: string, required = false) => field('text', name, label, required);
export const flag = (name: string, label: string) => field('flag', name, label, false);
export const dayField = (name: string, label: string, required = true) => field('day', name, label, required);

/** A day that comes before the event, as a postmark does. */
export const earlierDay = (name: string, label: string): EventField => ({
  ...field('day', name, label, false),
  earlier: true,
});

/** A choice among values, each with its French words. */
export function choice(
  name: string,
  label: string,
  choices: Readonly<Record<string, string>>,
  required = true,
): EventField {
  const known = Object.entries(choices).map(([value, words]) => ({ value, label: typeset(words) }));
  return { ...field('choice', name, label, required), choices: known };
}

/** How a deed was handed over: only the first is « à personne ». */
export const MANNER: EventField = choice('manner', 'Remise de l’acte', {
  person: 'À personne',
  home: 'À domicile, à une personne présente',
  office: 'Déposé à l’étude',
  'search-record': 'Procès-verbal de recherches (art. 659 CPC)',
});

const CLOSING_STATES: readonly MachineState[] = [
  state('settled', ['Accord trouvé', 'Notez l’accord au dossier ; seul un acte exécutoire vaut titre.'], {
    end: 'agreed',
    follows: ['instalment-plan'],
  }),
  state('paid', ['Payée', 'La créance est réglée : donnez mainlevée des mesures en cours.'], { end: 'paid' }),
  state(
    'withdrawn',
    ['Abandonnée', 'La créance demeure ; une interruption de prescription par la demande est effacée.'],
    {
      end: 'withdrawn',
    },
  ),
];

const STOPPED = state(
  'stopped',
  ['Arrêtée par la loi', 'Aucune poursuite pour les créances antérieures : déclarez la créance dans les délais.'],
  { end: 'stopped', follows: ['insolvency-claim', 'overindebtedness'] },
);

/** A stop that the law does not know for this debtor: a choice made by mistake would freeze the case for nothing. */
function unlikelyStop({ facts }: Seen, { values }: ProcedureEvent): Closed | null {
  if (values.cause === 'overindebtedness' && isLegalPerson(facts)) {
    const message = fr`Le surendettement ne concerne qu’une personne physique : pour une société, notez une procédure collective.`;
    return { code: 'IndividualOnly', message };
  }
  if (values.cause === 'insolvency' && facts.debtorKind === 'public-body') {
    const message = fr`Aucune procédure collective ne s’ouvre contre une personne publique : vérifiez de qui parle l’annonce.`;
    return { code: 'InsolvencyNotOfPublicBody', message };
  }
  return null;
}

/** A procedure as it is written: the ways out that all share are added to its own. */
interface MachineParts extends Pick<Machine, 'kind' | 'states' | 'events' | 'closedTo'> {
  moves?: Machine['moves'];
  clocks?: Machine['clocks'];
  warnings?: Machine['warnings'];
  title?: Machine['title'];
  /** Whether an insolvency or an over-indebtedness stops it; yes when absent. */
  stops?: boolean;
}

/** The machine of a procedure, with the ends that any may have: agreement, payment, withdrawal, a stop by the law. */
export function machine({ stops = true, closedTo, ...parts }: MachineParts): Machine {
  const open = parts.states.filter(({ end }) => end === null).map(({ state: name }) => name);
  const live = parts.states.filter(({ end }) => end === null || end === 'title').map(({ state: name }) => name);
  const cause = choice('cause', 'Ce qui arrête les poursuites', {
    insolvency: 'Jugement d’ouverture d’une procédure collective',
    overindebtedness: 'Dossier de surendettement déclaré recevable',
  });
  const stop = event('stopped', ['court', 'Procédure collective ou surendettement'], live, {
    to: 'stopped',
    fields: [cause],
    proof: 'L’annonce au BODACC ou la lettre de la commission',
    refuses: unlikelyStop,
  });
  return {
    moves: [],
    clocks: () => [],
    warnings: () => [],
    title: () => null,
    ...parts,
    ...(closedTo === undefined ? {} : { closedTo }),
    states: [...parts.states, ...CLOSING_STATES, ...(stops ? [STOPPED] : [])],
    events: [
      ...parts.events,
      event('settled', ['debtor', 'Accord avec le débiteur'], open, { to: 'settled', proof: 'L’accord signé' }),
      event('paid', ['debtor', 'Paiement intégral'], live, { to: 'paid', proof: 'Le relevé bancaire' }),
      event('withdrawn', ['us', 'Désistement ou abandon'], open, { to: 'withdrawn' }),
      ...(stops ? [stop] : []),
    ],
  };
}
