import { type Day, frenchDate, type IsoDate, parseDay } from '../calendar/index.ts';
import { soleValue } from '../parameters/index.ts';
import { FieldReader } from '../reading/index.ts';
import { quoted, type Refusal } from '../refusal.ts';
import type { Claimant, CostFacts } from './items.ts';
import { COST_STEPS, COURTS, type CostStep, type CourtKind } from './steps.ts';

/** Size of the claimant, for the contribution to economic justice; amounts are averages of the last three years. */
export interface ClaimantInput {
  readonly employees?: number;
  readonly turnoverCents?: number;
  /** Zero for a loss. */
  readonly profitCents?: number;
  /** Reference tax income, for a natural person. */
  readonly referenceIncomeCents?: number;
}

/** Input of `court-costs`: the cost of one step for an amount on a day. */
export interface CourtCostsInput extends ClaimantInput {
  readonly procedure: CostStep;
  readonly amountCents: number;
  /** Day of the act: it chooses the tariff. */
  readonly on: IsoDate;
  /** Needed by the steps that a court hears. */
  readonly court?: CourtKind;
  readonly debtorPostcode?: string;
  readonly publicClaimant?: boolean;
  /** Whether a protective attachment needs a judge's leave; no when absent. */
  readonly leaveNeeded?: boolean;
  readonly letter?: 'paper' | 'electronic';
}

export interface CostCase {
  readonly step: CostStep;
  readonly facts: CostFacts;
}

/** The fields that tell the size of the claimant, for every rule that prices a procedure. */
export const CLAIMANT_FIELDS = ['employees', 'turnoverCents', 'profitCents', 'referenceIncomeCents'] as const;

const FIELDS = new Set([
  'procedure',
  'amountCents',
  'on',
  'court',
  'debtorPostcode',
  'publicClaimant',
  'leaveNeeded',
  'letter',
  ...CLAIMANT_FIELDS,
]);

/** Steps whose price depends on the court that hears them. */
const HEARD: readonly CostStep[] = [
  'injonction-de-payer',
  'refere-provision',
  'requete',
  'assignation',
  'ad-hoc-representative',
  'opposition',
];

/** Reads the size of the claimant. Refuses a turnover beside a personal income (`InvalidValue`). */
export function readClaimant(reader: FieldReader, isPublic: boolean): Claimant {
  if (reader.has('referenceIncomeCents') && (reader.has('turnoverCents') || reader.has('profitCents'))) {
    const message =
      'Le demandeur est une société (turnoverCents, profitCents) ou une personne physique (referenceIncomeCents), pas les deux.';
    reader.reject('InvalidValue', message, { field: 'referenceIncomeCents' });
  }
  return {
    isPublic,
    employees: reader.optionalWhole('employees', 0, Number.MAX_SAFE_INTEGER),
    turnoverCents: reader.optionalCents('turnoverCents'),
    profitCents: reader.optionalCents('profitCents'),
    incomeCents: reader.optionalCents('referenceIncomeCents'),
  };
}

/** Reads the day of the act, or refuses a day older than the tables (`DateNotServed`). */
export function readActDay(reader: FieldReader): Day {
  const on = reader.day('on');
  const first = parseDay(soleValue('cost-known-from').value)!;
  if (on < first) {
    const message = `Les frais et les voies sont connus depuis le ${frenchDate(first)}\u00a0: le ${frenchDate(on)} est trop ancien.`;
    reader.reject('DateNotServed', message, { field: 'on', knownFrom: soleValue('cost-known-from').value });
  }
  return on;
}

/** Reads a French postcode, or refuses what is not one (`InvalidValue`). */
export function readPostcode(reader: FieldReader, isFrench: boolean): string | null {
  const postcode = reader.optionalText('debtorPostcode');
  if (postcode === null || !isFrench || /^\d{5}$/.test(postcode)) return postcode;
  const message = `Le champ ${quoted('debtorPostcode')} doit être un code postal français de cinq chiffres.`;
  reader.reject('InvalidValue', message, { field: 'debtorPostcode', value: postcode });
  return null;
}

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField` (the court, where the price depends on
 * it), `InvalidDate`, `InvalidAmount`, `InvalidChoice`, `InvalidValue` and `DateNotServed`.
 */
export function readCase(input: unknown): CostCase | Refusal {
  const reader = new FieldReader(input, FIELDS);
  const step = reader.choice('procedure', COST_STEPS);
  const isHeard = HEARD.includes(step) || (step === 'saisie-conservatoire' && reader.flag('leaveNeeded'));
  const costCase: CostCase = {
    step,
    facts: {
      amountCents: reader.cents('amountCents'),
      on: readActDay(reader),
      court: reader.choice('court', COURTS, isHeard ? undefined : defaultCourt(step)),
      postcode: readPostcode(reader, true),
      claimant: readClaimant(reader, reader.flag('publicClaimant')),
      leaveNeeded: reader.flag('leaveNeeded'),
      electronicLetter: reader.optionalChoice('letter', ['paper', 'electronic']) === 'electronic',
    },
  };
  return reader.refusal ?? costCase;
}

/** The court of a step that only one kind of court hears, or that none hears. */
function defaultCourt(step: CostStep): CourtKind {
  return step.startsWith('administrative') ? 'administrative' : 'enforcement';
}
