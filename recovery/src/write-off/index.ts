/** Claims given up as irrecoverable: their reasons, entries, VAT and statutory sentences. */
export {
  type LostClaim,
  VAT_POINT_NAMES,
  vatDueAgain,
  WRITE_OFF_REASONS,
  type WriteOffFacts,
  type WriteOffReason,
  writeOffAccounting,
  writeOffReasonName,
  writeOffWarnings,
} from './write-off.ts';
