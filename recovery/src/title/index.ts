/** What an enforceable title is worth, which costs it lets ask, and which procedures of a case have one. */
export { costStanding, type TitleAccount, type TitleAccountFacts, titleAccount, titleClockStart } from './account.ts';
export { type CaseProcedure, type Lives, livesOf, mootDeadlines, titledFacts } from './lives.ts';
