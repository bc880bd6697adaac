import type { Day } from '@acquit/law';
import type { Refused } from '../commitments/refused.ts';
import { lifeOf, type ProcedureDeadline, type ProcedureFacts, type ProcedureLife } from '../procedures/index.ts';

/** A procedure of a case, with what decides whether its claims already had a title. */
export interface CaseProcedure {
  procedureId: string;
  openedOn: Day;
  claimIds: readonly string[];
  /** `hasTitle` says only what the person stated. */
  facts: ProcedureFacts;
}

/** The lives of a case's procedures on a day, by procedure. */
export type Lives = ReadonlyMap<string, ProcedureLife | Refused>;

/**
 * The lives of all the procedures of one case. A procedure has a title when the person said so, or when titles obtained
 * by the case's other procedures before it was opened cover every one of its claims.
 */
export function livesOf(procedures: readonly CaseProcedure[], on: Day): Lives {
  const lives = new Map(procedures.map(({ procedureId, facts }) => [procedureId, lifeOf(facts, on)]));
  for (const one of procedures) {
    if (one.facts.hasTitle || one.claimIds.length === 0) continue;
    const titled = new Set(
      procedures.flatMap((other) => {
        const life = lives.get(other.procedureId)!;
        if (other === one || 'refusal' in life || life.title === null || life.title.on > one.openedOn) return [];
        return other.claimIds;
      }),
    );
    if (one.claimIds.every((claimId) => titled.has(claimId)))
      lives.set(one.procedureId, lifeOf({ ...one.facts, hasTitle: true }, on));
  }
  return lives;
}

/** The dates of a life once its claims are paid, or the procedure closed: what was open has nothing left to protect. */
export function mootDeadlines<D extends Pick<ProcedureDeadline, 'status'>>(deadlines: readonly D[]): D[] {
  return deadlines.map((deadline) => (deadline.status === 'open' ? { ...deadline, status: 'moot' } : deadline));
}
