/** Matching bank lines with claims: see `matchLines` for what is done by itself, `person.ts` for what a person decides. */
export { type MatchCounts, type MatchLinesOrder, matchLines, rematchWaiting } from './match-lines.ts';
export {
  applyMatch,
  type ChosenPart,
  type Decided,
  declineMatch,
  type MatchRefusal,
  matchByHand,
  restoreLine,
  setLineAside,
  undoMatch,
} from './person.ts';
export { undoLines, undoMatchesOfClaims } from './undo.ts';
