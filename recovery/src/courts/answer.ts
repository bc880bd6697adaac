import { fr } from '../texts/typography.ts';
import type { CourtAnswerView, CourtView } from '../views/courts.ts';
import type { CourtEvidence } from './model.ts';

/** What the files answer, before the files themselves are named. */
export type Answer = Omit<CourtAnswerView, 'sources' | 'help'>;

/** Nothing in the files is of that place. */
export function nowhere({ department }: CourtEvidence): Answer {
  const why =
    department === null
      ? fr`L’adresse du débiteur n’a ni commune ni code postal français : complétez-la, ou saisissez le tribunal.`
      : fr`Les fichiers importés ne connaissent aucun tribunal dans le département ${department} : cherchez-le sur justice.fr et saisissez-le.`;
  return { status: 'unknown', courts: [], why, doubts: [] };
}

/** Each court once, in the order given; what is not known is left out. */
export function distinct(courts: readonly (CourtView | null)[]): CourtView[] {
  const seen = new Map<string, CourtView>();
  for (const court of courts) if (court !== null && !seen.has(court.courtId)) seen.set(court.courtId, court);
  return [...seen.values()];
}
