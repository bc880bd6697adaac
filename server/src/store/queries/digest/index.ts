/** The week told by e-mail: to whom, what it says, and how it leaves. */
export { digestFacts } from './facts.ts';
export {
  companiesWithDigest,
  type DigestOutcome,
  digestMayEnd,
  digestWritten,
  recoverDigests,
  settleDigest,
  type TakenDigest,
  takeDigest,
} from './sending.ts';
export { digestsDue, digestView, insertDigest, wishDigest } from './wishes.ts';
