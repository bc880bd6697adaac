/** What an enforceable title is worth, and which costs it lets ask. */
export { costStanding, type TitleAccount, type TitleAccountFacts, titleAccount, titleClockStart } from './account.ts';
