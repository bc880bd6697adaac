import {
  type DeadlineValue,
  day,
  type EventOutcome,
  type Explanation,
  explanationToRows,
  frenchDate,
  frenchShortDate,
  type LimitationCandidate,
  type LimitationValue,
} from '@acquit/law';
import type { DocumentTable } from '../../documents/document.ts';
import { days, fr, s } from '../typography.ts';
import { type CalculationFacts, NO_TABLE, type Statement } from './facts.ts';
import { weekdayDate } from './written.ts';

const EFFECTS: Record<EventOutcome['effect'], string> = {
  interrupts: 'interrompt',
  suspends: 'suspend',
  none: 'sans effet',
  erased: 'effet effacé par la suite',
  erases: 'efface l’effet de la demande',
};

/** The page of a limitation: its last day, the readings side by side, what each event did, and the texts. */
export function limitationPage({ value, explanation }: CalculationFacts): Statement {
  const { expiresOn, fallbackOn, expired, daysLeft, candidates, events } = value as LimitationValue;
  const lastDay = expiresOn ?? fallbackOn;
  const opening =
    expiresOn === null
      ? [
          fr`Une procédure ou une discussion en cours tient le délai ouvert.`,
          ...(lastDay === null
            ? []
            : [fr`Si elle n’aboutit pas, dernier jour pour agir : ${weekdayDate(day(lastDay))}.`]),
        ]
      : [fr`Dernier jour pour agir : ${weekdayDate(day(expiresOn))}, jusqu’à minuit.`];
  const readingsDiffer = candidates.some((one) => one.expiresOn !== expiresOn);
  if (expired && readingsDiffer) {
    opening.push(
      fr`À la date du calcul, ce délai est expiré selon la lecture la plus courte, pas forcément selon les autres.`,
    );
  } else if (expired) opening.push(fr`À la date du calcul, ce délai est expiré.`);
  else if (daysLeft !== null) opening.push(fr`À la date du calcul, il reste ${days(daysLeft)} pour agir.`);
  const subject =
    expiresOn === null ? fr`prescription, délai ouvert` : fr`prescription le ${frenchDate(day(expiresOn))}`;
  return page('Calcul de prescription', subject, explanation, opening, [
    ...(events.length === 0 ? [] : [{ title: 'Effet de chaque fait', table: eventsTable(events) }]),
    ...(candidates.length < 2 ? [] : [{ title: 'Lectures possibles', table: candidatesTable(candidates) }]),
  ]);
}

function candidatesTable(candidates: readonly LimitationCandidate[]): DocumentTable {
  return {
    columns: [
      { label: 'Point de départ', align: 'left' },
      { label: 'Durée', align: 'right' },
      { label: 'Dernier jour', align: 'left' },
      { label: 'Texte', align: 'left' },
    ],
    rows: candidates.map(({ startsOn, length, expiresOn, article }) => ({
      cells: [
        frenchDate(day(startsOn)),
        'months' in length ? fr`${length.months} mois` : fr`${length.years} an${s(length.years)}`,
        expiresOn === null ? 'délai ouvert' : frenchDate(day(expiresOn)),
        article,
      ],
      muted: false,
    })),
    totals: [],
  };
}

/** What each event did to the period that is kept, and why; the reason names it. */
function eventsTable(events: readonly EventOutcome[]): DocumentTable {
  return {
    columns: [
      { label: 'Date', align: 'left' },
      { label: 'Effet', align: 'left' },
      { label: 'Raison', align: 'left' },
      { label: 'Texte', align: 'left' },
    ],
    rows: events.map(({ on, effect, why, article }) => ({
      cells: [frenchShortDate(day(on)), EFFECTS[effect], why, article],
      muted: effect === 'none' || effect === 'erased',
    })),
    totals: [],
  };
}

/** The page of a time limit: its last day, the one before any extension, what makes them, and the texts. */
export function deadlinePage({ value, explanation }: CalculationFacts): Statement {
  const { endsOn, beforeExtension } = value as DeadlineValue;
  const extended =
    endsOn === beforeExtension
      ? []
      : [
          fr`Le délai aurait pris fin le ${weekdayDate(day(beforeExtension))} ; il est reporté au premier jour ouvrable.`,
        ];
  return page(
    'Calcul de délai',
    fr`délai expirant le ${frenchDate(day(endsOn))}`,
    explanation,
    [fr`Dernier jour du délai : ${weekdayDate(day(endsOn))}, jusqu’à minuit.`, ...extended],
    [],
  );
}

/** The page of any other calculation: its result as the tree says it. */
export function plainPage({ explanation }: CalculationFacts): Statement {
  return page('Calcul', explanation.label, explanation, [], []);
}

function page(
  title: string,
  subject: string,
  explanation: Explanation,
  opening: string[],
  details: Statement['details'],
): Statement {
  const reasons = reasonsTable(explanation);
  return {
    title,
    subject,
    opening,
    table: NO_TABLE,
    details: [...details, ...(reasons === NO_TABLE ? [] : [{ title: 'Raisons et textes', table: reasons }])],
    closing: [],
  };
}

/** Every reason of a tree once, with its text, in reading order: the rows that have a source and no figure. */
function reasonsTable(explanation: Explanation): DocumentTable {
  const reasons = explanationToRows(explanation).filter(({ value, source }) => value === '' && source !== null);
  const found = new Map(reasons.map(({ label, source }) => [label, source!]));
  if (found.size === 0) return NO_TABLE;
  return {
    columns: [
      { label: 'Raison', align: 'left' },
      { label: 'Texte', align: 'left' },
    ],
    rows: [...found].map((cells) => ({ cells, muted: false })),
    totals: [],
  };
}
