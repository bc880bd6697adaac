/** Matching bank lines with claims: see `matchLines` for what is done by itself, `person.ts` for what a person decides. */
import { lookingAgain } from './look-again.ts';
import * as decisions from './person.ts';

export { type MatchCounts, type MatchLinesOrder, matchLines, rematchWaiting } from './match-lines.ts';
export { type ChosenPart, type Decided, type MatchRefusal, restoreLine, setLineAside } from './person.ts';
export { undoLines, undoMatchesOfClaims } from './undo.ts';

export const applyMatch = lookingAgain(decisions.applyMatch);
export const declineMatch = lookingAgain(decisions.declineMatch);
export const matchByHand = lookingAgain(decisions.matchByHand);
export const undoMatch = lookingAgain(decisions.undoMatch);
