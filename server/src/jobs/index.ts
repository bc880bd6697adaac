/** The door of jobs: what joins the database, the readers, the channels and the page into the product's work. */

export * from './bodacc/index.ts';
export { recordCall } from './calls/index.ts';
export * from './cards/index.ts';
export * from './commitments/index.ts';
export * from './court-file/index.ts';
export { type CourtsOrder, type CourtsRefusal, courtFor, courtsStatus, importCourts } from './courts/index.ts';
export { loadDemo, practiceStatement } from './demo/index.ts';
export { type DigestRound, digestRound, writeDigest } from './digest/index.ts';
export {
  backToPrint,
  handOverLetters,
  openAccount,
  paidAgain,
  paidArrived,
  paidRound,
  paidWorkerName,
  previewHandOver,
  saveAccount,
  smsProvider,
  wakeAccount,
} from './dispatch/index.ts';
export * from './hand-overs/index.ts';
export {
  type AbsenceAnswer,
  answerAbsence,
  type BegunImport,
  beginDropped,
  createCompany,
  type DroppedFile,
  endDeadImports,
  type FileToImport,
  type ImportOrder,
  type ImportOutcome,
  importDropped,
  importPaths,
  listCompanies,
  mediaTypeOf,
  previewDropped,
  undoImport,
} from './importing/index.ts';
export { ensureTenant } from './installation/index.ts';
export { findCases, letterOf } from './letters.ts';
export { type MailSecrets, saveMailAccount, tryMailAccount } from './mail-account.ts';
export {
  applyMatch,
  type ChosenPart,
  declineMatch,
  type MatchCounts,
  type MatchRefusal,
  matchByHand,
  matchLines,
  rematchWaiting,
  restoreLine,
  setLineAside,
  undoLines,
  undoMatch,
  undoMatchesOfClaims,
} from './matching/index.ts';
export { composeMessage, composer, keepPrintedLetters, letterPdf, printQueue, smsHeldBack } from './messages/index.ts';
export { type DecisionLine, type PassResult, planCompany, runNight, runPass, type Sending } from './night/index.ts';
export * from './outbox/index.ts';
export { checkScore, refreshCompanyPayers } from './payers/index.ts';
export {
  type DebtorSays,
  type PortalLink,
  type PortalVisit,
  readLink,
  type Said,
  sayOnPage,
  writeLink,
} from './portal/index.ts';
export { auditCompany } from './prevention/index.ts';
export * from './procedures/index.ts';
export { enterReceipt } from './receipts.ts';
export {
  acceptProposal,
  attachToCase,
  readMessage,
  readReply,
  refuseProposal,
  takeReply,
  trustAddress,
} from './replies/index.ts';
export { chooseRoute, routeGuideOf, routeGuidePaper, saveRouteAnswers, withdrawChoice } from './route-guide/index.ts';
export {
  keepRules,
  keepScenario,
  previewRules,
  previewScenario,
  replayScenario,
  type ScenarioDraft,
  scenariosOf,
} from './scenarios.ts';
export {
  type CheckResult,
  changeSource,
  checkDueSources,
  checkSource,
  createSource,
  hashPushToken,
  refreshBeforeSending,
  removeSource,
  replaceToken,
  type TryOutcome,
  takePushed,
  trySource,
} from './sources/index.ts';
export { statementsOf } from './statements.ts';
export { checkText, listTexts, openText, previewText, saveText } from './texts/index.ts';
export {
  findPassword,
  hashPassword,
  LONGEST_PASSWORD,
  PASSWORD_FAULTS,
  resetPassword,
  whoSignsIn,
} from './users/index.ts';
