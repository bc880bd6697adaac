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
} from './kinds.ts';
