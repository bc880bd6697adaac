import type { Decision } from '../model/decision.ts';
import type { CaseFacts } from '../model/facts.ts';
import { withNotice } from './plan-notice.ts';

/** The case once a decision is recorded, as the shell would read it back; nothing is received in between. */
export function applyDecision(facts: CaseFacts, decision: Decision): CaseFacts {
  const moves = new Map(decision.moves.map((move) => [move.claimId, move]));
  const notice = decision.actions.find((action) => action.facts.plan !== undefined);
  return {
    ...facts,
    status: decision.parked !== null ? 'parked' : decision.resumes ? 'open' : facts.status,
    lastContactOn: decision.contact ? decision.on : facts.lastContactOn,
    ...(notice && { plans: withNotice(facts, notice.facts) }),
    claims: facts.claims.map((claim) => {
      const move = moves.get(claim.claimId);
      if (move === undefined) return claim;
      const notice = move.isNotice ? { noticeSentOn: decision.on } : {};
      return { ...claim, level: move.rank, levelOn: decision.on, levelStep: move.step, ...notice };
    }),
  };
}
