/** Cases entrusted to professionals: who, on what terms, their page and what they tell on it. */
export { type PartnerLink, readPartnerLink } from './link.ts';
export {
  amendHandOver,
  endHandOver,
  giveAccess,
  type HandOverOrder,
  keepPartner,
  openHandOver,
  withdrawAccess,
} from './open.ts';
export { mandatePaper } from './papers.ts';
export {
  type PartnerSays,
  partnerActor,
  readToldPost,
  recordToldReceipt,
  tellOnHandOver,
  withdrawPost,
  writeToPartner,
} from './posts.ts';
