import { type Day, day, type Explanation, explanationToRows, frenchDate, type IsoDate } from '@acquit/law';
import type { DocumentTable } from '../../documents/document.ts';
import { days, fr } from '../typography.ts';
import { type CalculationFacts, NO_TABLE, type Statement } from './facts.ts';
import { weekdayDate } from './written.ts';

/** What the page reads of a limitation (contract §3). */
interface Limitation {
  expiresOn: IsoDate;
  expired: boolean;
  daysLeft: number;
}

/** What the page reads of a time limit (contract §3). */
interface Deadline {
  endsOn: IsoDate;
  beforeExtension: IsoDate;
}

const on = (iso: IsoDate): Day => day(iso);

/** The page of a limitation: its last day, what makes it, and the texts. */
export function limitationPage({ value, explanation }: CalculationFacts): Statement {
  const { expiresOn, expired, daysLeft } = value as Limitation;
  const state = expired
    ? fr`À la date du calcul, l’action est prescrite.`
    : fr`À la date du calcul, il reste ${days(daysLeft)} pour agir.`;
  return page('Calcul de prescription', fr`prescription le ${frenchDate(on(expiresOn))}`, explanation, [
    fr`Dernier jour pour agir : ${weekdayDate(on(expiresOn))}.`,
    state,
  ]);
}

/** The page of a time limit: its last day, the one before any extension, what makes them, and the texts. */
export function deadlinePage({ value, explanation }: CalculationFacts): Statement {
  const { endsOn, beforeExtension } = value as Deadline;
  const extended =
    endsOn === beforeExtension
      ? []
      : [
          fr`Le délai aurait pris fin le ${weekdayDate(on(beforeExtension))} ; il est prorogé au premier jour ouvrable.`,
        ];
  return page('Calcul de délai', fr`délai expirant le ${frenchDate(on(endsOn))}`, explanation, [
    fr`Dernier jour du délai : ${weekdayDate(on(endsOn))}, jusqu’à minuit.`,
    ...extended,
  ]);
}

/** The page of any other calculation: its result as the tree says it. */
export function plainPage({ explanation }: CalculationFacts): Statement {
  return page('Calcul', explanation.label, explanation, []);
}

function page(title: string, subject: string, explanation: Explanation, opening: string[]): Statement {
  const reasons = reasonsTable(explanation);
  return {
    title,
    subject,
    opening,
    table: NO_TABLE,
    details: reasons === NO_TABLE ? [] : [{ title: 'Raisons et textes', table: reasons }],
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
