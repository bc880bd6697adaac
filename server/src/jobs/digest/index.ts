/** The week told by e-mail: written once for each person who asked, sent once through the company's own account. */
export { type DigestRound, type DigestTrouble, digestRound, writeDigest } from './round.ts';
