/** Questions and changes in SQL, set-based, each within the caller's transaction. */
export {
  closeAction,
  contactedBesides,
  lockAction,
  noteContact,
  noteContacts,
  noteOnTheirWay,
  type OpenAction,
  releaseAction,
} from './actions.ts';
export { claimsAskedByNotice } from './asked-by-notice.ts';
export { bankFreshness, bankFreshnessView, releaseSending, retireAccount } from './bank-freshness.ts';
export { findBankLine, listBankLines, matchableClaims } from './bank-lines.ts';
export { calendarDayOf, calendarOf, caseAhead } from './calendar.ts';
export {
  type CardPayment,
  cardPaymentBy,
  cardPaymentsToAsk,
  changeCardPayment,
  enableCards,
  findCardAccount,
  findCardPayment,
  insertCardPayment,
  lockCardPayment,
  openCardPayment,
  recentCardPayments,
  saveCardAccount,
} from './cards.ts';
export {
  type ClaimOnScreen,
  claimOnScreen,
  claimsOnScreen,
  type LoadedCase,
  loadCases,
  loadClaim,
} from './case-facts.ts';
export { type CaseListOrder, listCases } from './case-list.ts';
export {
  type CaseHeader,
  closeTasks,
  companyExists,
  findCase,
  setCaseStatus,
  setProfile,
} from './cases.ts';
export { bringHolds, type CurrentHold, type WantedHold } from './claim-holds.ts';
export {
  type ClaimChange,
  caseDocuments,
  caseOfClaim,
  claimDocument,
  lockClaim,
  lockOpenClaims,
  setClaimKind,
  updateClaim,
} from './claims.ts';
export { findCollector, saveCollector } from './collector.ts';
export * from './commitments/index.ts';
export {
  type CompanyChange,
  findCompanyView,
  insertCompany,
  listCompanyViews,
  loadCompany,
  updateCompany,
} from './companies.ts';
export {
  type BuiltDocument,
  type Bundle,
  type CasePaper,
  changeBundle,
  findBundle,
  gatherPapers,
  identityOf,
  insertVersion,
  journalOfCase,
  keepIdentity,
  latestProcedure,
  type OpenedProcedure,
  openBundle,
  type PaperPage,
  procedureKey,
  versionFile,
  versionsOf,
} from './court-bundles/index.ts';
export { courtEvidence, courtFiles, type NewCourtFile, replaceCourts } from './courts/index.ts';
export {
  addContact,
  type ContactInput,
  type CustomerHead,
  changeContact,
  contactsOf,
  customerView,
  findCustomer,
  holdCustomers,
  listDoubles,
  makeMain,
  mergeCustomers,
  mergedInto,
  ownerOfLegalId,
  previewMerge,
  RECIPIENT_EMAIL,
  removeContact,
  setDistinct,
  undoMerge,
  updateCustomer,
} from './customers/index.ts';
export * from './digest/index.ts';
export {
  boughtSince,
  consentsOfCase,
  consentsToJudge,
  type DispatchFilter,
  dispatchByName,
  dispatchesOfCase,
  findDispatch,
  findProviderAccount,
  insertConsent,
  listDispatches,
  listProviderAccounts,
  type NewDispatchEvent,
  numberDispatch,
  proofOfEvent,
  recordDispatchEvents,
  removeProviderAccount,
  saveProviderAccount,
  withdrawConsent,
  withdrawDispatchEvent,
} from './dispatches/index.ts';
export { declaredOn, eInvoicesOf, settleStatuses } from './einvoice.ts';
export { applyStandings } from './einvoice-standing.ts';
export {
  insertStatuses,
  knownNumbers,
  type LinkedStatus,
  linkWaiting,
  type NewEInvoiceStatus,
  numbersOf,
  releaseStatuses,
  someStatusWaits,
  withdrawStatuses,
} from './einvoice-statuses.ts';
export { type FeedDate, feedDates, feedRead, findFeed, openFeed, revokeFeed } from './feed.ts';
export * from './hand-overs/index.ts';
export { finishKey, reserveKey } from './idempotency.ts';
export { findImport, listImports } from './imports.ts';
export { listJournal } from './journal.ts';
export { keepBlob } from './kept-blobs.ts';
export { eachLedgerRow, type LedgerOrder, type LedgerSort, listLedger } from './ledger.ts';
export type { LedgerFilter } from './ledger-filter.ts';
export { recountLevels } from './levels.ts';
export * from './limitation/index.ts';
export { findMailSettings, type MailSettings, saveMailSettings } from './mail.ts';
export {
  findMessage,
  lettersToPrint,
  listMessages,
  type MessageFilter,
  markPrinted,
  type StoredMessage,
} from './messages.ts';
export { switchMode } from './mode.ts';
export * from './notices/index.ts';
export {
  creditLimitOf,
  listPayers,
  loadPayers,
  loadPeers,
  markOldPayers,
  refreshPayer,
  refreshPayers,
  scoredCustomers,
  setCreditLimit,
  setPayerClass,
} from './payers/index.ts';
export { planItems, planOf, tonightOf } from './plan.ts';
export {
  announcedInVain,
  caseBehindDoor,
  closeDoor,
  copiesOfCase,
  countPortalActs,
  doorEpoch,
  findPortalAct,
  insertPortalAct,
  type KeptAct,
  lastOpened,
  listPortalActs,
  type PortalAct,
  type PortalActKind,
  portalActsOf,
  portalFile,
  readPortalAct,
} from './portal.ts';
export { auditCustomer, auditForSize, auditReport, recordAudit } from './prevention/index.ts';
export * from './procedures/index.ts';
export {
  type Cancelled,
  cancelReceipt,
  cancelReceipts,
  clearClaims,
  findReceipt,
  freeLines,
  insertReceipt,
  insertReceipts,
  listReceipts,
  MONEY_CAME,
  matchOfReceipt,
  type NewReceipt,
  receiptsOfCase,
} from './receipts.ts';
export {
  addressesOfCase,
  attachReply,
  type ClaimToRead,
  casesOfClues,
  casesWrittenTo,
  countWaitingReplies,
  decideProposal,
  insertReply,
  isKnownReply,
  keptReply,
  type LockedReply,
  listReplies,
  lockReply,
  markReplyRead,
  type NewReply,
  openClaimsToRead,
  type ReplyFilter,
  recipientOfAction,
  refuseAddresses,
  refusedByReply,
  replyView,
  type StoredProposal,
  storedProposal,
  trustAddresses,
} from './replies/index.ts';
export * from './route-guide/index.ts';
export { backtestScenario, lastYear, previewChange } from './scenario-trial.ts';
export {
  chooseScenario,
  countFollowing,
  insertDefaultScenarios,
  loadScenarios,
  sampleFollowing,
  saveAssignmentRules,
  saveScenario,
  scenarioVersions,
} from './scenarios.ts';
export {
  anyUser,
  changePassword,
  deleteSession,
  endSessionsOf,
  firstTenant,
  forgiveLogin,
  insertFirstUser,
  insertSession,
  keepsPassword,
  listUserEmails,
  loginFailures,
  recordLoginFailure,
  refreshSession,
  SESSION_IDLE_DAYS,
} from './sessions.ts';
export {
  deleteTokens,
  dueSources,
  endCheck,
  findSource,
  findSourceView,
  insertSource,
  insertToken,
  knownMarks,
  leaseSource,
  listSourceFiles,
  listSourceViews,
  movePosition,
  type NewSource,
  noteTrouble,
  orphanImport,
  recognise,
  recordFile,
  removeSource,
  type SourceChange,
  type SourceFile,
  type SourceRecord,
  type SourceTrouble,
  sourcesBeforeSending,
  updateSource,
} from './sources.ts';
export { stepName } from './step-name.ts';
export {
  firstLetterOn,
  loadTemplates,
  saveTemplate,
  type TemplateVersion,
  templateHistory,
} from './templates.ts';
export { tidyTenant } from './tidy.ts';
export { timelineOf } from './timeline.ts';
export { todayOf } from './today/index.ts';
export { distrustLists, type Retold, retell } from './told.ts';
export { touchCases } from './touch.ts';
export { type ActionUndone, undoAction } from './undo-action.ts';
export {
  daysHeld,
  keepBack,
  letGo,
  lockStop,
  stopVolume,
  type VolumeLimit,
  volumeLimit,
  waitingStop,
} from './volume.ts';
export { passToCome, WRITTEN_FOR_ITS_DAY, withdrawActions, withdrawUnsent } from './withdraw.ts';
export { findWriteOff, insertWriteOff, undoWriteOff, writeOffsOfCase } from './write-offs.ts';
