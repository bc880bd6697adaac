import type { Day } from '../calendar/index.ts';
import type { Procedure } from '../court-costs/index.ts';
import { type SeriesName, valueOn } from '../parameters/index.ts';

const LIMITS: Partial<Record<Procedure, SeriesName>> = {
  'small-claims': 'court-small-claims-limit',
  requete: 'court-request-limit',
  'european-small-claims': 'court-european-small-claims-limit',
};

/** The largest sum that a procedure takes, and the text that says so. */
export interface AmountLimit {
  readonly cents: number;
  readonly article: string;
  readonly confidence: 'A' | 'B' | 'C';
}

/**
 * The largest sum, in cents, that a procedure takes on a day (R125-1 CPCE, 750 CPC, art. 2 of regulation 861/2007); null
 * for a procedure without a limit, and on a day that no known text covers.
 */
export function amountLimit(procedure: Procedure, on: Day): AmountLimit | null {
  const series = LIMITS[procedure];
  const dated = series === undefined ? null : valueOn(series, on);
  if (dated === null) return null;
  const { article, confidence } = dated.reference;
  return { cents: Number(dated.value), article, confidence };
}
