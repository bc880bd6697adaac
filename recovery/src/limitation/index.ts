/** Until when each claim may be sued for: the facts that decide it, its alarms, what would move its last day. */
export { type LimitationActs, limitationActs } from './acts.ts';
export {
  expiredReason,
  type LimitationFact,
  type LimitationFacts,
  limitationInput,
  limitationOf,
  missingNames,
} from './limitation.ts';
export { DEADLINE_STAGES, LIMITATION_STAGES, MISSED_STAGE, stageOf } from './stages.ts';
