/** Cases entrusted to professionals, and what is told of them. */
export { wayTotals } from './comparison.ts';
export {
  changeHandOver,
  claimsOfProcedures,
  findHandOver,
  type HandOverFilter,
  type HandOverHeader,
  handOverHeader,
  handOversOfCase,
  handOverTotals,
  insertHandOver,
  listHandOvers,
  noteHandOverOpened,
  runningHandOvers,
  setHandOverAccess,
  settleHandOver,
} from './hand-overs.ts';
export { type CourtPackage, courtPackages } from './packages.ts';
export { findPartner, listPartners, type PartnerRecord, savePartner } from './partners.ts';
export {
  countPosts,
  findPost,
  insertPost,
  type KeptPost,
  postFile,
  postView,
  readPost,
  tieReceipt,
  withdrawPostRow,
} from './posts.ts';
