export {
  type AllocatableClaim,
  type Allocation,
  type AllocationStep,
  allocateReceipt,
} from './allocation/allocate.ts';
export {
  type CoveredAccount,
  type Freshness,
  type FreshnessFacts,
  freshnessOf,
  workingDaysBetween,
} from './bank/freshness.ts';
export { type CalendarEntry, writeCalendar } from './calendar/ics.ts';
export * from './commitments/index.ts';
export * from './court-file/index.ts';
export * from './courts/index.ts';
export { addresseeOf, contactRoleName, facing } from './customers/addressee.ts';
export { type DoubleSign, doubleReason, doubleSign, type Likeness, mergeRefusal } from './customers/doubles.ts';
export { isMobile, mobileNumber } from './customers/mobile.ts';
export { nextPaymentDay, paymentDayOnOrAfter, paymentRunName } from './customers/payment-run.ts';
export { termsDueOn, termsName, termsRefusal } from './customers/terms.ts';
export { type ElectronicConsent, electronicRefusal } from './dispatch/consent.ts';
export {
  DISPATCH_EVENTS,
  type DispatchEvent,
  type DispatchEventKind,
  dispatchEventName,
  isEnded,
} from './dispatch/events.ts';
export { smsMayLeave } from './dispatch/hours.ts';
export { noticeDay } from './dispatch/notice.ts';
export {
  accountFault,
  missingFields,
  PROVIDER_FORMS,
  PROVIDERS,
  type Provider,
  type ProviderField,
  type ProviderForm,
  providerForm,
  SERVICES,
  type Service,
  serviceName,
} from './dispatch/providers.ts';
export { type SmsText, senderFault, senderFrom, smsText } from './dispatch/sms.ts';
export type * from './documents/document.ts';
export {
  addWorkingDays,
  type EInvoiceContext,
  type EInvoiceHold,
  type EInvoiceReason,
  type EInvoiceStanding,
  type EInvoiceStatus,
  type EInvoiceTask,
  effectOf,
  eventKey,
} from './einvoice/standing.ts';
export { eInvoiceSide, eInvoiceStatusName, type Ground, type Proof, sideOf } from './einvoice/statuses.ts';
export { compareWays, type WayTotals } from './hand-over/comparison.ts';
export { composeMandate, entrustedCents, entrustedFacts } from './hand-over/mandate.ts';
export {
  COST_BEARERS,
  costBearerName,
  endRefusal,
  HAND_OVER_OUTCOMES,
  HAND_OVER_POSTS,
  type HandOverOutcome,
  type HandOverPostKind,
  type HandOverTerms,
  handedOverReason,
  handOverOutcomeName,
  LONGEST_ACCESS_DAYS,
  PARTNER_KINDS,
  type PartnerKind,
  partnerKindName,
  toldDayRefusal,
} from './hand-over/model.ts';
export * from './limitation/index.ts';
export {
  type BookFacts,
  findReversals,
  type LineOutcome,
  type MatchingClaim,
  type MatchingDebtor,
  type MatchingLine,
  type MatchPart,
  type MatchRule,
  matchCredits,
  type Proposal,
  payerKeys,
  proposalKey,
  type ReversibleReceipt,
  type ToldPart,
} from './matching/index.ts';
export { isPostal, isWrittenChannel, WRITTEN_CHANNELS, type WrittenChannel } from './model/channel.ts';
export * from './model/decision.ts';
export * from './model/facts.ts';
export * from './model/payer.ts';
export * from './model/scenario.ts';
export * from './model/subject.ts';
export * from './notices/index.ts';
export { askedByNotice } from './owed/asked.ts';
export { uncontested } from './owed/contested.ts';
export { type Owed, type OwedAmounts, owedAmounts, owedOn, type Parties } from './owed/owed.ts';
export { type AheadItem, planAhead } from './planner/ahead.ts';
export { applyDecision } from './planner/apply.ts';
export { callConfirmedMessage } from './planner/call-confirmed.ts';
export { hasPostalAddress } from './planner/channels.ts';
export { decide, nextLook } from './planner/decide.ts';
export { draftMessage } from './planner/draft.ts';
export { INSOLVENCY, MISSING_ADDRESS } from './planner/hand-over.ts';
export { announceSuspension, suspensionMessage } from './planner/suspension-notice.ts';
export { type KeptPromise, THANKS_WITHIN_DAYS, thankFor } from './planner/thanks.ts';
export { type Account, type AccountLine, accountOf } from './portal/account.ts';
export { type InstalmentBounds, instalmentCounts, instalmentFault, type PortalSettings } from './portal/terms.ts';
export * from './prevention/index.ts';
export * from './procedures/index.ts';
export { profileOf, regimeOf } from './profile/profile.ts';
export { defaultSettings } from './profile/settings.ts';
export * from './replies/index.ts';
export * from './route-guide/index.ts';
export { type Assignment, assign, withoutKept } from './scenarios/assign.ts';
export { Backtest, type DoneContact, type PastCase } from './scenarios/backtest.ts';
export { defaultBook, defaultScenarios } from './scenarios/defaults.ts';
export { comparePlans, inOrder, noDifference, plannedSends } from './scenarios/difference.ts';
export { isFormalNotice, levelIn } from './scenarios/level.ts';
export type { ScenarioRefusal } from './scenarios/refused.ts';
export { ranked, scenarioRefusals } from './scenarios/validate.ts';
export { actsAlike, nextVersion, placeRefusals, ruleRefusals } from './scenarios/versions.ts';
export {
  channelName,
  conditionNames,
  conditionsLine,
  hoursName,
  objectiveName,
  releaseName,
  stepLine,
  stepWhen,
  stopLines,
  weekdaysName,
} from './scenarios/words.ts';
export * from './score/index.ts';
export * from './sync/index.ts';
export { type CheckSettings, checkTemplate } from './templates/checker/index.ts';
export { defaultTemplate } from './templates/defaults/index.ts';
export * from './templates/model.ts';
export { exampleCase, previewFacts } from './templates/preview.ts';
export { variablesOf } from './templates/variables.ts';
export { composeCalculation } from './texts/calculation/compose.ts';
export type { CalculationFacts } from './texts/calculation/facts.ts';
export { composeDigest } from './texts/digest.ts';
export { type ComposedEmail, composeEmail } from './texts/email.ts';
export { escapeHtml } from './texts/email-html.ts';
export { documentLabels } from './texts/language.ts';
export { composeLetter, type LetterOptions } from './texts/letter.ts';
export { debtorKindName, journalActionName, kindName, profileName, stepName } from './texts/names.ts';
export { caseReference, groupedIban, identityLine } from './texts/parties.ts';
export { phoneScript } from './texts/phone.ts';
export { composeSms, smsRefusal } from './texts/sms.ts';
export { composeStatement } from './texts/statement.ts';
export { languageName, messageName, textChannelName, textKindName, toneName } from './texts/template-names.ts';
export { fr, typeset } from './texts/typography.ts';
export { oneLine, withoutTurningMarks } from './texts/values.ts';
export { volumeSentence } from './texts/volume.ts';
export type { Correspondents } from './texts/words.ts';
export { ownTextOf, sourceFor } from './texts/write.ts';
export * from './title/index.ts';
export type * from './views/bank.ts';
export type * from './views/calendar.ts';
export * from './views/calls.ts';
export type * from './views/commitments.ts';
export type * from './views/court-files.ts';
export * from './views/courts.ts';
export type * from './views/customers.ts';
export type * from './views/digest.ts';
export type * from './views/dispatches.ts';
export type * from './views/hand-overs.ts';
export type * from './views/imports.ts';
export type * from './views/ledger.ts';
export type * from './views/notices.ts';
export type * from './views/payers.ts';
export type * from './views/portal.ts';
export type * from './views/procedures.ts';
export type * from './views/replies.ts';
export type * from './views/route-guide.ts';
export type * from './views/scenarios.ts';
export type * from './views/sources.ts';
export type * from './views/templates.ts';
export type * from './views/views.ts';
export * from './write-off/index.ts';
