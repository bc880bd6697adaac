import { PROCEDURE_NAMES, type Procedure } from '../court-costs/index.ts';
import { derived, type Explanation, type Reference } from '../explain/index.ts';
import { parameterNode, type SeriesName, valueOn } from '../parameters/index.ts';
import { type Hearing, isCommercialHearing } from './court.ts';
import type { RouteCase } from './input.ts';

/** What a route usually takes, from the demand to its outcome: two equal ends when a text fixes it. */
export interface UsualDuration {
  readonly low: number;
  readonly high: number;
  readonly unit: 'days' | 'months';
  /** What the figure counts, and who says it; confidence C is « à vérifier ». */
  readonly label: string;
  readonly reference: Reference;
}

/** A published figure about a route. */
export interface PublishedFigure {
  readonly label: string;
  readonly value: number;
  readonly unit: 'count' | 'cents';
  readonly reference: Reference;
}

interface DurationName {
  readonly name: string;
  readonly unit: UsualDuration['unit'];
  readonly label: string;
}

const DAYS = 'days';
const MONTHS = 'months';
const NOTICE: DurationName = { name: 'practice-duration-notice', unit: DAYS, label: 'Délai laissé au débiteur' };
const ORDER = 'De la requête à l’ordonnance';
const JUDGMENT = 'De l’acte introductif au jugement';
const SUIT = {
  commercial: { name: 'practice-duration-suit-commercial', unit: MONTHS, label: JUDGMENT },
  civil: { name: 'practice-duration-suit-civil', unit: MONTHS, label: JUDGMENT },
} as const;

/** The usual duration of each procedure that has a known one, by the court that hears it. */
const DURATIONS: Partial<Record<Procedure, DurationName | Readonly<Record<'commercial' | 'civil', DurationName>>>> = {
  'formal-notice': NOTICE,
  'small-claims': {
    name: 'practice-duration-small-claims',
    unit: MONTHS,
    label: 'De l’envoi de l’invitation à son issue',
  },
  'uncontested-commercial': {
    name: 'practice-duration-uncontested',
    unit: DAYS,
    label: 'Du commandement au procès-verbal de non-contestation',
  },
  'injonction-de-payer': {
    commercial: { name: 'practice-duration-order-commercial', unit: DAYS, label: ORDER },
    civil: { name: 'practice-duration-order-civil', unit: MONTHS, label: ORDER },
  },
  'refere-provision': { name: 'practice-duration-interim', unit: MONTHS, label: 'De l’assignation à l’ordonnance' },
  requete: SUIT,
  assignation: SUIT,
  'cheque-title': { name: 'practice-duration-cheque', unit: DAYS, label: 'De la première présentation au titre' },
  'european-payment-order': {
    name: 'practice-duration-european-order',
    unit: DAYS,
    label: 'De la demande à l’ordonnance, puis au constat de sa force exécutoire',
  },
  'european-small-claims': {
    name: 'practice-duration-european-small',
    unit: DAYS,
    label: 'De la demande à la décision',
  },
};

function durationName(procedure: Procedure, hearing: Hearing): DurationName | null {
  const named = DURATIONS[procedure];
  if (named === undefined) return null;
  if ('name' in named) return named;
  // Courts of other States keep their own time.
  if (hearing.court === 'european') return null;
  return named[isCommercialHearing(hearing) ? 'commercial' : 'civil'];
}

/** The usual duration of a procedure with its node, or null when none is known. It commands no date. */
export function durationOf(procedure: Procedure, { on }: RouteCase, hearing: Hearing) {
  const named = durationName(procedure, hearing);
  if (named === null) return null;
  const end = (column: 'low' | 'high') => valueOn(`${named.name}/${column}` as SeriesName, on)!;
  const [low, high] = [end('low'), end('high')];
  const duration: UsualDuration = {
    low: Number(low.value),
    high: Number(high.value),
    unit: named.unit,
    label: named.label,
    reference: low.reference,
  };
  const node: Explanation = derived(
    'list',
    `${PROCEDURE_NAMES[procedure]}\u00a0: durée usuelle, simple repère`,
    'text',
    [
      parameterNode(`${named.label}, au moins`, low, named.unit),
      parameterNode(`${named.label}, au plus`, high, named.unit),
    ],
  );
  return { duration, node };
}

interface FigureName {
  readonly name: SeriesName;
  readonly unit: PublishedFigure['unit'];
  readonly label: string;
}

const ORDER_FIGURES: readonly FigureName[] = [
  { name: 'practice-figure-orders', unit: 'count', label: 'Requêtes commerciales en 2024' },
  { name: 'practice-figure-order-median', unit: 'cents', label: 'Montant médian de ces requêtes' },
];
const SMALL_CLAIMS_FIGURES: readonly FigureName[] = [
  { name: 'practice-figure-small-claims', unit: 'count', label: 'Procédures par an, environ' },
];

function figureNames(procedure: Procedure, hearing: Hearing): readonly FigureName[] {
  if (procedure === 'small-claims') return SMALL_CLAIMS_FIGURES;
  return procedure === 'injonction-de-payer' && isCommercialHearing(hearing) ? ORDER_FIGURES : [];
}

/** The published figures about a procedure. No official rate of success is published: none is given. */
export function figuresOf(procedure: Procedure, { on }: RouteCase, hearing: Hearing): readonly PublishedFigure[] {
  return figureNames(procedure, hearing).map(({ name, unit, label }) => {
    const { value, reference } = valueOn(name, on)!;
    return { label, value: Number(value), unit, reference };
  });
}
