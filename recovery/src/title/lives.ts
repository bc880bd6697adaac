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
 * The facts of a case's procedures once it is known which have a title: the person said so, or titles obtained by the
 * case's other procedures before it was opened cover every one of its claims.
 */
export function titledFacts(procedures: readonly CaseProcedure[], on: Day): Map<string, ProcedureFacts> {
  const titles = procedures.flatMap(({ procedureId, claimIds, facts }) => {
    const life = lifeOf(facts, on);
    return 'refusal' in life || life.title === null ? [] : [{ procedureId, claimIds, on: life.title.on }];
  });
  return new Map(
    procedures.map(({ procedureId, claimIds, openedOn, facts }) => {
      const others = titles.filter((title) => title.procedureId !== procedureId && title.on <= openedOn);
      const titled = new Set(others.flatMap((title) => title.claimIds));
      const hasTitle = facts.hasTitle || (claimIds.length > 0 && claimIds.every((claimId) => titled.has(claimId)));
      return [procedureId, hasTitle === facts.hasTitle ? facts : { ...facts, hasTitle }];
    }),
  );
}

/** The lives of all the procedures of one case on a day. */
export function livesOf(procedures: readonly CaseProcedure[], on: Day): Lives {
  return new Map([...titledFacts(procedures, on)].map(([procedureId, facts]) => [procedureId, lifeOf(facts, on)]));
}

/** The dates of a life once its claims are paid, or the procedure closed: what was open has nothing left to protect. */
export function mootDeadlines<D extends Pick<ProcedureDeadline, 'status'>>(deadlines: readonly D[]): D[] {
  return deadlines.map((deadline) => (deadline.status === 'open' ? { ...deadline, status: 'moot' } : deadline));
}
