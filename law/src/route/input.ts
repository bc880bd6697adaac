import { type Day, frenchDate, type IsoDate } from '../calendar/index.ts';
import {
  CLAIMANT_FIELDS,
  type Claimant,
  type ClaimantInput,
  readActDay,
  readClaimant,
  readPostcode,
} from '../court-costs/index.ts';
import { notServed, outOfOrder } from '../deadline/index.ts';
import { CLAIM_KINDS, type ClaimKind, DEBTOR_KINDS, type DebtorKind } from '../kinds/index.ts';
import { listed, valueOn } from '../parameters/index.ts';
import { FieldReader } from '../reading/index.ts';
import { quoted, type Refusal } from '../refusal.ts';

/** What the debtor says of the debt: nothing against it, nothing at all, a point of detail, or a real dispute. */
export const CONTESTS = ['no', 'silent', 'minor', 'serious'] as const;
export type Contest = (typeof CONTESTS)[number];

/**
 * Documents on file. `bill` is an accepted bill of exchange or a promissory note; the last three, additions to the
 * contract, are the record of a failed amicable attempt, the refusal of the simplified procedure, and the bank's
 * certificate of non-payment.
 */
export const EVIDENCE = [
  'contract',
  'order',
  'delivery',
  'invoice',
  'formal-notice',
  'acknowledgement',
  'bill',
  'cheque',
  'lease',
  'judgment',
  'amicable-attempt',
  'small-claims-refusal',
  'cheque-certificate',
] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Input of `route` (contract §3); the fields after `on` are additions. */
export interface RouteInput extends ClaimantInput {
  readonly creditorKind: DebtorKind;
  readonly debtorKind: DebtorKind;
  readonly claimKind: ClaimKind;
  readonly amountCents: number;
  /** `false` is `no` and `true` is `serious`. */
  readonly contested: Contest | boolean;
  readonly evidence?: readonly Evidence[];
  /** Two letters, ISO 3166-1. */
  readonly debtorCountry: string;
  readonly debtorPostcode?: string;
  readonly insolvencyOpenedOn?: IsoDate;
  readonly alsaceMoselle?: boolean;
  /** Day that chooses the law. */
  readonly on: IsoDate;
  /** Interest claimed on top of the amount, for the limit of the simplified procedure. */
  readonly interestCents?: number;
  /** Last day of the limitation period, from the rule `limitation`. */
  readonly limitationExpiresOn?: IsoDate;
  /** Day of the BODACC notice, which starts the period to declare. */
  readonly insolvencyPublishedOn?: IsoDate;
  readonly overindebtednessAdmittedOn?: IsoDate;
  readonly struckOff?: boolean;
  readonly recoveryAtRisk?: boolean;
  /** Town of the debtor's commercial court, when the caller knows it. */
  readonly commercialCourtTown?: string;
  /** The caller has seen the decree that the claims invoiced between traders await, though our tables have not. */
  readonly uncontestedDecreeSeen?: boolean;
}

export interface RouteCase {
  readonly creditorKind: DebtorKind;
  readonly debtorKind: DebtorKind;
  readonly claimKind: ClaimKind;
  readonly amountCents: number;
  readonly interestCents: number;
  readonly contested: Contest;
  readonly evidence: readonly Evidence[];
  readonly country: string;
  readonly postcode: string | null;
  readonly insolvencyOpenedOn: Day | null;
  readonly insolvencyPublishedOn: Day | null;
  readonly overindebtednessAdmittedOn: Day | null;
  readonly limitationExpiresOn: Day | null;
  readonly struckOff: boolean;
  readonly recoveryAtRisk: boolean;
  readonly decreeSeen: boolean;
  readonly isAlsaceMoselle: boolean;
  readonly courtTown: string | null;
  readonly claimant: Claimant;
  readonly on: Day;
}

const FIELDS = new Set([
  'creditorKind',
  'debtorKind',
  'claimKind',
  'amountCents',
  'contested',
  'evidence',
  'debtorCountry',
  'debtorPostcode',
  'insolvencyOpenedOn',
  'alsaceMoselle',
  'on',
  'interestCents',
  'limitationExpiresOn',
  'insolvencyPublishedOn',
  'overindebtednessAdmittedOn',
  'struckOff',
  'recoveryAtRisk',
  'commercialCourtTown',
  'uncontestedDecreeSeen',
  ...CLAIMANT_FIELDS,
]);

/** The two booleans that the contract admits for `contested`, as words. */
function withContestWord(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('contested' in input)) return input;
  const { contested } = input;
  if (typeof contested !== 'boolean') return input;
  return { ...input, contested: contested ? 'serious' : 'no' };
}

function readCountry(reader: FieldReader): string {
  const country = reader.text('debtorCountry').toUpperCase();
  if (country !== '' && !/^[A-Z]{2}$/.test(country)) {
    const message = `Le champ ${quoted('debtorCountry')} doit être un code de pays de deux lettres, comme FR.`;
    reader.reject('InvalidValue', message, { field: 'debtorCountry', value: country });
  }
  return country;
}

function readAmount(reader: FieldReader): number {
  const amountCents = reader.cents('amountCents');
  if (reader.refusal === null && amountCents === 0) {
    const message = `Le champ ${quoted('amountCents')} est nul\u00a0: sans somme due, aucune voie n’est à chercher.`;
    reader.reject('InvalidAmount', message, { field: 'amountCents', value: amountCents });
  }
  return amountCents;
}

/** Whether the debtor is in one of the three departments: the flag and the postcode must agree when both are given. */
function readAlsaceMoselle(reader: FieldReader, postcode: string | null, isFrench: boolean, on: Day): boolean {
  const flag = reader.flag('alsaceMoselle');
  if (reader.refusal !== null || postcode === null) return flag;
  const departments = listed(valueOn('court-commercial-chamber-departments', on)!);
  const found = isFrench && departments.some((department) => postcode.startsWith(department));
  if (reader.has('alsaceMoselle') && flag !== found) {
    const message = `Les champs ${quoted('alsaceMoselle')} et ${quoted('debtorPostcode')} se contredisent\u00a0: corrigez l’un des deux.`;
    reader.reject('InvalidValue', message, { field: 'alsaceMoselle', value: flag, debtorPostcode: postcode });
  }
  return found;
}

function readOverindebtedness(reader: FieldReader, debtorKind: DebtorKind, on: Day): Day | null {
  const admittedOn = reader.optionalDay('overindebtednessAdmittedOn');
  if (reader.refusal !== null || admittedOn === null) return admittedOn;
  if (listed(valueOn('route-overindebted-debtors', on)!).includes(debtorKind)) return admittedOn;
  const message = `Le surendettement ne concerne que les personnes physiques\u00a0: retirez ${quoted('overindebtednessAdmittedOn')} ou corrigez ${quoted('debtorKind')}.`;
  reader.reject('InvalidValue', message, {
    field: 'overindebtednessAdmittedOn',
    value: frenchDate(admittedOn),
    debtorKind,
  });
  return null;
}

/** The dates of the insolvency must be ones that its own rule serves, in their order. */
function datesRefusal({ insolvencyOpenedOn: opened, insolvencyPublishedOn: published }: RouteCase): Refusal | null {
  if (opened === null || published === null) return null;
  return (
    notServed('insolvencyOpenedOn', opened) ??
    outOfOrder(['insolvencyOpenedOn', opened], ['insolvencyPublishedOn', published])
  );
}

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField`, `InvalidDate`, `InvalidAmount` (zero
 * too), `InvalidChoice`, `InvalidValue` (facts that contradict each other too), `DateNotServed` and
 * `DatesOutOfOrder`.
 */
export function readCase(input: unknown): RouteCase | Refusal {
  const reader = new FieldReader(withContestWord(input), FIELDS);
  const creditorKind = reader.choice('creditorKind', DEBTOR_KINDS);
  const debtorKind = reader.choice('debtorKind', DEBTOR_KINDS);
  const claimKind = reader.choice('claimKind', CLAIM_KINDS);
  const on = readActDay(reader);
  const country = readCountry(reader);
  const isFrench = reader.refusal === null && listed(valueOn('court-french-codes', on)!).includes(country);
  const postcode = readPostcode(reader, isFrench);
  const routeCase: RouteCase = {
    creditorKind,
    debtorKind,
    claimKind,
    amountCents: readAmount(reader),
    interestCents: reader.optionalCents('interestCents') ?? 0,
    contested: reader.choice('contested', CONTESTS),
    evidence: reader.choices('evidence', EVIDENCE),
    country,
    postcode,
    insolvencyOpenedOn: reader.has('insolvencyPublishedOn')
      ? reader.day('insolvencyOpenedOn')
      : reader.optionalDay('insolvencyOpenedOn'),
    insolvencyPublishedOn: reader.optionalDay('insolvencyPublishedOn'),
    overindebtednessAdmittedOn: readOverindebtedness(reader, debtorKind, on),
    limitationExpiresOn: reader.optionalDay('limitationExpiresOn'),
    struckOff: reader.flag('struckOff'),
    recoveryAtRisk: reader.flag('recoveryAtRisk'),
    decreeSeen: reader.flag('uncontestedDecreeSeen'),
    isAlsaceMoselle: readAlsaceMoselle(reader, postcode, isFrench, on),
    courtTown: reader.optionalText('commercialCourtTown'),
    claimant: readClaimant(reader, creditorKind === 'public-body'),
    on,
  };
  return reader.refusal ?? datesRefusal(routeCase) ?? routeCase;
}
