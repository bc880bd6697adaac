/**
 * When an alarm rings, in days before the last one: a choice of the product, not of the law. Each stage rings once: an
 * alarm that somebody has seen comes back at the next, and on the day after the last.
 */
export const LIMITATION_STAGES = [180, 60, 15] as const;
export const DEADLINE_STAGES = [30, 15, 7, 2] as const;

/** The stage of what was missed: it rings until somebody says he has seen it. */
export const MISSED_STAGE = 0;

/** The stage an alarm is at, so many days before its last day: the smallest one reached; null: it does not ring yet. */
export function stageOf(daysLeft: number, stages: readonly number[]): number | null {
  if (daysLeft < 0) return MISSED_STAGE;
  return stages.reduce<number | null>(
    (found, stage) => (daysLeft <= stage && (found === null || stage < found) ? stage : found),
    null,
  );
}
