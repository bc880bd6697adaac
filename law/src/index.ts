export {
  ACCESSORIES,
  ACCESSORY_NAMES,
  type AccessoriesInput,
  type AccessoriesValue,
  type Accessory,
  type AccessoryCondition,
  type AccessoryRegime,
  accessories,
  mayClaimFixedIndemnity,
  mayClaimLatePenalties,
  type Permission,
  usualRegime,
} from './accessories/index.ts';
export type { Segment } from './accrual/index.ts';
export {
  type AllocationAmounts,
  type AllocationDebt,
  type AllocationInput,
  type AllocationPart,
  type AllocationStep,
  type AllocationValue,
  allocation,
  allocationAmounts,
} from './allocation/index.ts';
export {
  addDays,
  addMonths,
  type Day,
  day,
  daysBetween,
  formatDay,
  frenchDate,
  frenchShortDate,
  type IsoDate,
  isoWeekday,
  parseDay,
} from './calendar/index.ts';
export {
  type ContactCount,
  type ContactHours,
  contactCount,
  contactHours,
  isContactDayForConsumers,
} from './contact-hours/index.ts';
export {
  COST_STEPS,
  COURT_NAMES,
  COURTS,
  type CostLine,
  type CostStep,
  type CourtCostsInput,
  type CourtCostsValue,
  type CourtKind,
  courtCosts,
  PROCEDURE_NAMES,
  PROCEDURES,
  type Procedure,
  type UnknownCost,
} from './court-costs/index.ts';
export { type CourtPlaces, courtPlaces } from './courts/index.ts';
export {
  type DeadlineInput,
  type DeadlineValue,
  deadline,
  type PartyPlace,
  partyPlace,
  type SkippedDay,
} from './deadline/index.ts';
export { type Evaluation, evaluate, RULE_NAMES } from './evaluate.ts';
export {
  disagreements,
  type Explanation,
  type ExplanationRow,
  explanationToHtml,
  explanationToRows,
  explanationToText,
  explanationToTypst,
  type NodeValue,
  type Operation,
  type Outcome,
  type Reference,
  type Unit,
} from './explain/index.ts';
export {
  type HolidayPlace,
  holidayName,
  isJourOuvrable,
  isJourOuvre,
  TERRITORIES,
  type Territory,
} from './holidays/index.ts';
export { type InsolvencyClaimInput, type InsolvencyClaimValue, insolvencyClaim } from './insolvency-claim/index.ts';
export {
  type InvoiceMentionsInput,
  type InvoiceMentionsValue,
  ISSUER_SIZES,
  type IssuerSize,
  invoiceMentions,
  type Mention,
  type MentionFault,
  type MentionFines,
  type RateClauseInput,
} from './invoice-mentions/index.ts';
export {
  CLAIM_KINDS,
  CLAIM_NAMES,
  type ClaimKind,
  DEBTOR_KINDS,
  DEBTOR_NAMES,
  type DebtorKind,
  isProfessional,
  PLACES,
  type Place,
} from './kinds/index.ts';
export {
  ecbPoints,
  type LatePenaltiesAmount,
  type LatePenaltiesInput,
  type LatePenaltiesValue,
  latePenalties,
  latePenaltiesAmount,
} from './late-penalties/index.ts';
export {
  type Creditor,
  type LegalInterestInput,
  type LegalInterestValue,
  legalInterest,
} from './legal-interest/index.ts';
export {
  EVENT_KINDS as LIMITATION_EVENTS,
  EVENT_NAMES as LIMITATION_EVENT_NAMES,
  type EventOutcome,
  type LimitationCandidate,
  type LimitationEventKind,
  type LimitationInput,
  type LimitationValue,
  limitation,
  mayLast as mayLimitationEventLast,
  type Signatory,
} from './limitation/index.ts';
export { euros, parseEuros } from './money/index.ts';
export {
  type LawParameter,
  type LawParameterEntry,
  type LawWatchItem,
  lawParameters,
  lawToWatch,
} from './parameters/index.ts';
export {
  type PaymentOrderInput,
  type PaymentOrderState,
  type PaymentOrderValue,
  paymentOrder,
} from './payment-order/index.ts';
export {
  type PaymentTermInput,
  type PaymentTermValue,
  paymentTerm,
  SECTORS,
  type Sector,
  TERM_DEBTORS,
  type TermDebtor,
  type TermDoubt,
} from './payment-term/index.ts';
export {
  DEADLINE_PROCEDURES,
  type DeadlineProcedure,
  type ProcedureDeadlinesInput,
  type ProcedureDeadlinesValue,
  procedureDeadlines,
} from './procedure-deadlines/index.ts';
export {
  type AttachmentDocument,
  DOCUMENTS as ATTACHMENT_DOCUMENTS,
  type ProtectiveAttachmentInput,
  type ProtectiveAttachmentValue,
  protectiveAttachment,
} from './protective-attachment/index.ts';
export { RATE_KINDS, type RateInput, type RateKind, type RateValue, rate } from './rate/index.ts';
export type { ReceiptInput } from './reading/index.ts';
export type { Refusal, RefusalCode } from './refusal.ts';
export {
  type AmountLimit,
  amountLimit,
  CONTEST_NAMES,
  CONTESTS,
  type Contest,
  EVIDENCE,
  EVIDENCE_NAMES,
  type Evidence,
  MISSING,
  type Missing,
  type PublishedFigure,
  type Route,
  type RouteInput,
  type RouteValue,
  route,
  type UsualDuration,
} from './route/index.ts';
export {
  SUPPLIES,
  type Supply,
  type SuspensionFacts,
  type SuspensionObstacle,
  supplySuspension,
} from './supply-suspension/index.ts';
export {
  type Clause,
  type ClauseDoubt,
  type ClauseKey,
  CUSTOMERS,
  type Customers,
  type TermsClausesInput,
  type TermsClausesValue,
  termsClauses,
} from './terms-clauses/index.ts';
export {
  type Entry,
  type EntryLine,
  LOSS_EVENTS,
  type LossEvent,
  type ReliefLine,
  type UnmetCondition,
  VAT_POINTS,
  type VatPoint,
  type VatReliefInput,
  type VatReliefValue,
  vatRelief,
} from './vat-relief/index.ts';
