import { type Day, formatDay, type IsoDate } from '../calendar/index.ts';
import { DEBTOR_KINDS, DEBTOR_NAMES, type DebtorKind } from '../kinds/index.ts';
import { FieldReader } from '../reading/index.ts';
import { quoted, type Refusal } from '../refusal.ts';
import { ACCESSORIES, type Accessory } from './names.ts';
import { type AccessoryRegime, fits, isProtected, REGIME_NAMES, REGIMES } from './regimes.ts';

/** Input of `accessories` (contract §3): dates `YYYY-MM-DD`. */
export interface AccessoriesInput {
  readonly debtorKind: DebtorKind;
  readonly regime: AccessoryRegime;
  readonly wanted: readonly Accessory[];
  /** Whether the creditor holds an enforceable title for the claim. */
  readonly hasTitle: boolean;
  /** The day on which they are asked for. */
  readonly on: IsoDate;
  /** Last day on which payment is on time; needed when the debtor is insolvent. */
  readonly dueOn?: IsoDate;
  readonly insolvencyOpenedOn?: IsoDate;
}

/** The question once read and checked. */
export interface AccessoriesCase {
  readonly debtorKind: DebtorKind;
  readonly regime: AccessoryRegime;
  readonly wanted: readonly Accessory[];
  readonly hasTitle: boolean;
  readonly on: Day;
  readonly dueOn: Day | null;
  /** Null when no opening is known, or when it is later than `on`: it then takes nothing away yet. */
  readonly insolvencyOpenedOn: Day | null;
}

const FIELDS = new Set(['debtorKind', 'regime', 'wanted', 'hasTitle', 'on', 'dueOn', 'insolvencyOpenedOn']);

function requirePresence(reader: FieldReader, field: string, why: string): void {
  if (reader.has(field)) return;
  reader.rejectMissing(field, why);
}

function checkRegime(reader: FieldReader, regime: AccessoryRegime, debtorKind: DebtorKind): void {
  if (reader.refusal !== null || isProtected(debtorKind) || fits(regime, debtorKind)) return;
  const message = `Le régime ${quoted(REGIME_NAMES[regime])} ne convient pas à ce débiteur (${DEBTOR_NAMES[debtorKind]})\u00a0: corrigez l’un ou l’autre.`;
  reader.reject('RegimeDoesNotFitDebtor', message, { regime, debtorKind });
}

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField`, `InvalidDate`, `InvalidChoice`,
 * `InvalidValue`, and a regime that cannot be that of the debtor (`RegimeDoesNotFitDebtor`), except for a debtor whom
 * the law protects whatever the regime named.
 */
export function readCase(input: unknown): AccessoriesCase | Refusal {
  const reader = new FieldReader(input, FIELDS);
  const debtorKind = reader.choice('debtorKind', DEBTOR_KINDS);
  const regime = reader.choice('regime', REGIMES);
  requirePresence(reader, 'wanted', 'il nomme les accessoires à examiner');
  const wanted = reader.choices('wanted', ACCESSORIES);
  requirePresence(reader, 'hasTitle', 'dites si le créancier a un titre exécutoire');
  const hasTitle = reader.flag('hasTitle');
  const on = reader.day('on');
  const dueOn = reader.optionalDay('dueOn');
  const openedOn = reader.optionalDay('insolvencyOpenedOn');
  const insolvencyOpenedOn = openedOn !== null && openedOn <= on ? openedOn : null;
  if (insolvencyOpenedOn !== null) {
    requirePresence(reader, 'dueOn', 'l’effet de la procédure collective dépend de l’échéance');
  }
  checkRegime(reader, regime, debtorKind);
  return reader.refusal ?? { debtorKind, regime, wanted, hasTitle, on, dueOn, insolvencyOpenedOn };
}

/** What a refusal recalls of the case. */
export function factsOf({ debtorKind, regime, hasTitle, on }: AccessoriesCase): Record<string, unknown> {
  return { debtorKind, regime, hasTitle, on: formatDay(on) };
}
