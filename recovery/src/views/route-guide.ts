import type { CourtKind, Explanation, Procedure } from '@acquit/law';
import type { Reason } from '../model/decision.ts';
import type { ProcedureKind } from '../procedures/model.ts';
import type { ChangedFact } from '../route-guide/changes.ts';
import type { Exit, RouteAnswers, RouteGuide, RouteQuestion } from '../route-guide/model.ts';

/** The route guide of a case, as its screen shows it. Amounts are cents, days `YYYY-MM-DD`. */
export interface RouteGuideView {
  caseId: string;
  companyId: string;
  debtorName: string;
  on: string;
  questions: RouteQuestion[];
  /** Questions whose answer is still waited for. */
  waiting: number;
  /** The claims that are late: those that a procedure opened from here is for. */
  lateClaimIds: string[];
  /** The answers in use. */
  answers: RouteAnswers;
  /** The last answers kept, and what changed in the case since; null: none were. */
  saved: { version: number; on: string; by: string; changes: ChangedFact[] } | null;
  guide: RouteGuide | null;
  /** Why there is no guide yet. */
  blocked: Reason | null;
  /** How one route is made, when it was asked for: conditions and articles, then what it is worth. */
  explained: { procedure: Procedure; trees: Explanation[] } | null;
  choice: RouteChoiceView | null;
}

/** A way as it stood when it was chosen. */
export interface ShownWay {
  name: string;
  court: string | null;
  courtKind: CourtKind | null;
  why: string;
  costCents: number;
  isCostPartial: boolean;
  expectedCents: number | null;
  breakEvenPercent: string | null;
  recoverableCents: number;
  successPercent: number | null;
}

export interface RouteChoiceView {
  choiceId: string;
  way: Procedure | Exit;
  isProcedure: boolean;
  on: string;
  by: string;
  note: string | null;
  shown: ShownWay;
  /** Facts of the case that changed since: the choice rests on figures that are no longer those. */
  changes: ChangedFact[];
  /** The kind of procedure that the way opens; null when it is none that is followed here. */
  opens: ProcedureKind | null;
  /** Whether the way is still open on the day of the question; null: the guide cannot tell. */
  isOpen: boolean | null;
}
