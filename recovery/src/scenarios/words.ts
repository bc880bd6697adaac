import { euros } from '@acquit/law';
import type { Channel } from '../model/facts.ts';
import type {
  AccessoryDisplay,
  AssignmentConditions,
  Hours,
  Objective,
  Scenario,
  Step,
  StepConditions,
} from '../model/scenario.ts';
import { PAYER_CLASS_NAMES } from '../score/payer-class.ts';
import { debtorKindName } from '../texts/names.ts';
import { toneName } from '../texts/template-names.ts';
import { days, enumerated, fr } from '../texts/typography.ts';

const CHANNELS: Readonly<Record<Channel, string>> = {
  email: 'e-mail',
  letter: 'lettre',
  registered: 'lettre recommandée',
  sms: 'SMS',
  phone: 'appel',
  task: 'tâche',
};

const OBJECTIVES: Readonly<Record<Objective, string>> = {
  inform: 'informer',
  remind: 'rappeler',
  'find-the-cause': 'trouver la cause',
  'get-a-date': 'obtenir une date',
  'confirm-call': 'confirmer un appel',
  warn: 'avertir',
  decide: 'décider',
};

const RELEASES: Readonly<Record<Step['release'], string>> = {
  automatic: 'automatique',
  confirm: 'à confirmer',
  manual: 'à faire par vous',
};

const DISPLAYS: Readonly<Record<AccessoryDisplay, string>> = {
  none: 'principal seul',
  mentioned: 'pénalités mentionnées',
  claimed: 'pénalités demandées',
};

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

export const channelName = (channel: Channel): string => CHANNELS[channel];
export const objectiveName = (objective: Objective): string => OBJECTIVES[objective];
export const accessoryDisplayName = (display: AccessoryDisplay): string => DISPLAYS[display];

/** What leaves by itself, waits for a click, or is for somebody to do: a call and a task always are. */
export function releaseName(step: Pick<Step, 'channels' | 'release'>): string {
  const byHand = step.channels.some((channel) => channel === 'phone' || channel === 'task');
  return RELEASES[byHand ? 'manual' : step.release];
}

const AFTER: Readonly<Record<Step['countedFrom'], string>> = {
  'due-date': 'l’échéance',
  'previous-step': 'l’étape précédente',
  'last-contact': 'le dernier contact',
  notice: 'la présentation de la mise en demeure',
  promise: 'la promesse non tenue',
};

/** When a step comes: « 3 jours après l’échéance ». */
export function stepWhen({ offsetDays, countedFrom }: Pick<Step, 'offsetDays' | 'countedFrom'>): string {
  if (offsetDays === 0) return countedFrom === 'due-date' ? 'le jour de l’échéance' : fr`dès ${AFTER[countedFrom]}`;
  if (offsetDays < 0) return fr`${days(-offsetDays)} avant ${AFTER[countedFrom]}`;
  return fr`${days(offsetDays)} après ${AFTER[countedFrom]}`;
}

/** « 9 h 30 », « 14 h » */
export function hourName(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return minute === '00' ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`;
}

/** « de 10 h à 13 h et de 14 h à 20 h » */
export function hoursName(hours: readonly Hours[]): string {
  return enumerated(hours.map(({ from, until }) => `de ${hourName(from)} à ${hourName(until)}`));
}

/** « lundi, mardi et jeudi » */
export function weekdaysName(weekdays: readonly number[]): string {
  return enumerated([...weekdays].sort((a, b) => a - b).map((day) => WEEKDAYS[day - 1] ?? ''));
}

/** The conditions of a step, a phrase each. */
export function conditionNames(conditions: StepConditions | undefined): string[] {
  if (conditions === undefined) return [];
  const { leastCents, mostCents, leastDaysLate, mostDaysLate, payerClasses, debtorKinds, weekdays, hours } = conditions;
  return [
    leastCents === undefined ? '' : fr`à partir de ${euros(leastCents)}`,
    mostCents === undefined ? '' : fr`jusqu’à ${euros(mostCents)}`,
    leastDaysLate === undefined ? '' : fr`à partir de ${days(leastDaysLate)} de retard`,
    mostDaysLate === undefined ? '' : fr`jusqu’à ${days(mostDaysLate)} de retard`,
    payerClasses === undefined ? '' : payerClasses.map((one) => PAYER_CLASS_NAMES[one].toLowerCase()).join(' ou '),
    debtorKinds === undefined ? '' : debtorKinds.map((one) => debtorKindName(one).toLowerCase()).join(' ou '),
    weekdays === undefined ? '' : fr`le ${weekdaysName(weekdays)}`,
    hours === undefined ? '' : hoursName([hours]),
  ].filter((phrase) => phrase !== '');
}

/** A step as a line: « 3 jours après l’échéance · e-mail · courtois · rappeler · automatique ». */
export function stepLine(step: Step): string {
  const way = enumerated(step.channels.map(channelName));
  const copy = step.copySalesperson ? 'copie au commercial' : '';
  const grace = step.graceDays === null ? '' : fr`${days(step.graceDays)} pour payer`;
  return [
    stepWhen(step),
    way,
    toneName(step.tone),
    objectiveName(step.objective),
    releaseName(step),
    step.accessories === 'none' ? '' : accessoryDisplayName(step.accessories),
    grace,
    ...conditionNames(step.conditions),
    copy,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Where a scenario stops by itself, a sentence each. */
export function stopLines({ stops, steps }: Scenario): string[] {
  const last = steps.find((step) => step.key === stops?.afterStep);
  return [
    last === undefined ? '' : fr`S’arrête après « ${last.name} » : une décision vous est alors demandée.`,
    stops?.underCents === undefined
      ? ''
      : fr`Rien ne part tant que moins de ${euros(stops.underCents)} sont en retard.`,
  ].filter((line) => line !== '');
}

/** The conditions of a rule of assignment: « grand compte · secteur « bâtiment » · au moins 10 000,00 € ouverts ». */
export function conditionsLine(when: AssignmentConditions): string {
  const { leastOpenCents, mostOpenCents, leastTurnoverCents, mostTurnoverCents } = when;
  return [
    when.payerClasses?.map((one) => PAYER_CLASS_NAMES[one].toLowerCase()).join(' ou ') ?? '',
    when.debtorKinds?.map((one) => debtorKindName(one).toLowerCase()).join(' ou ') ?? '',
    when.sector === undefined ? '' : fr`secteur « ${when.sector} »`,
    leastOpenCents === undefined ? '' : fr`au moins ${euros(leastOpenCents)} en cours`,
    mostOpenCents === undefined ? '' : fr`au plus ${euros(mostOpenCents)} en cours`,
    leastTurnoverCents === undefined ? '' : fr`au moins ${euros(leastTurnoverCents)} facturés en un an`,
    mostTurnoverCents === undefined ? '' : fr`au plus ${euros(mostTurnoverCents)} facturés en un an`,
    when.agency === undefined ? '' : when.agency ? 'recouvré pour autrui' : 'recouvré pour soi',
  ]
    .filter((phrase) => phrase !== '')
    .join(' · ');
}
