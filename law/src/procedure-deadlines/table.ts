import type { StepSpec } from '../deadline/index.ts';
import type { ArticleKey } from '../parameters/index.ts';

/** A court that a step belongs to, when the procedure may go before either. */
export const COURTS = ['judicial', 'commercial'] as const;
export type Court = (typeof COURTS)[number];

/** A step of a procedure, started by a dated event or by the end of an earlier step. */
export interface ProcedureStep extends StepSpec {
  /** Kind of the event that starts it. */
  readonly from: string;
  /** Earlier step of the same procedure whose last day starts it instead: periods that add up. */
  readonly after?: string;
  /** Kind of the event that shows it was done. */
  readonly done?: string;
  readonly court?: Court;
}

/** A procedure as data: its events by kind, with their French names, and its steps in order. */
export interface Procedure {
  readonly events: Readonly<Record<string, string>>;
  readonly steps: readonly ProcedureStep[];
  /** Pairs of events of which the second cannot come before the first, besides those that a step already says. */
  readonly orders?: readonly (readonly [earlier: string, later: string])[];
  /** A warning that stands for the whole procedure. */
  readonly warning?: ArticleKey;
  /** False while the procedure cannot be used, whatever its dates. */
  readonly available?: boolean;
}
