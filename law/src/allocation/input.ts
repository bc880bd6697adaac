import type { Day, IsoDate } from '../calendar/index.ts';
import { FieldReader } from '../reading/index.ts';
import { quoted, type Refusal } from '../refusal.ts';

/** One debt of the debtor on the day of the receipt: whole cents, dates `YYYY-MM-DD`. */
export interface AllocationDebt {
  readonly id: string;
  /** Last day on which payment is on time. A debt without one is held to be not due, and is cleared last. */
  readonly dueOn?: IsoDate;
  /** Tells apart the debts without a due date. */
  readonly issuedOn?: IsoDate;
  readonly principalCents: number;
  readonly interestCents: number;
  /** Accessory costs that the debtor owes, the fixed indemnity among them. */
  readonly costsCents: number;
  /** What the user says of the debt (`secured`, `judgment`…). It decides nothing: see `needsUser`. */
  readonly kind?: string;
}

/** Input of `allocation` (contract §3). */
export interface AllocationInput {
  readonly debts: readonly AllocationDebt[];
  readonly receiptCents: number;
  /** Day of the receipt. */
  readonly on: IsoDate;
  /** The debts that the debtor named when paying, in the order in which he named them. */
  readonly debtorChoice?: readonly string[];
  /** The debts that the user knows the debtor had most interest in clearing, the most onerous first. */
  readonly mostOnerous?: readonly string[];
  /** `principalFirst` needs the creditor's consent. */
  readonly order?: 'legal' | 'principalFirst';
}

export interface Debt {
  readonly id: string;
  readonly dueOn: Day | null;
  readonly issuedOn: Day | null;
  readonly principalCents: number;
  readonly interestCents: number;
  readonly costsCents: number;
  readonly totalCents: number;
  readonly kind: string | null;
}

/** The case once read and checked. Debts that owe nothing are left out: no money can reach them. */
export interface AllocationCase {
  readonly debts: readonly Debt[];
  readonly receiptCents: number;
  readonly on: Day;
  readonly debtorChoice: readonly string[];
  readonly mostOnerous: readonly string[];
  readonly principalFirst: boolean;
}

const FIELDS = new Set(['debts', 'receiptCents', 'on', 'debtorChoice', 'mostOnerous', 'order']);
const DEBT_FIELDS = new Set(['id', 'dueOn', 'issuedOn', 'principalCents', 'interestCents', 'costsCents', 'kind']);
const ORDERS = ['legal', 'principalFirst'] as const;

function readDebt(item: FieldReader): Debt {
  const principalCents = item.cents('principalCents');
  const interestCents = item.cents('interestCents');
  const costsCents = item.cents('costsCents');
  return {
    id: item.text('id'),
    dueOn: item.optionalDay('dueOn'),
    issuedOn: item.optionalDay('issuedOn'),
    principalCents,
    interestCents,
    costsCents,
    totalCents: principalCents + interestCents + costsCents,
    kind: item.optionalText('kind'),
  };
}

/** Ids of debts given in a field, each once; an id that no debt has is refused by name. */
function readIds(reader: FieldReader, field: string, known: ReadonlySet<string>): readonly string[] {
  const ids = reader.texts(field).map((id) => id.trim());
  for (const id of ids) {
    if (known.has(id)) continue;
    const message = `Le champ ${quoted(field)} nomme la dette ${quoted(id)}, absente de la liste des dettes\u00a0: corrigez l’un ou l’autre.`;
    reader.reject('UnknownDebt', message, { field, id });
  }
  return [...new Set(ids)];
}

function checkDebts(reader: FieldReader, debts: readonly Debt[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id } of debts) {
    if (ids.has(id)) {
      const message = `Deux dettes portent l’identifiant ${quoted(id)}\u00a0: donnez à chacune le sien.`;
      reader.reject('DuplicateDebt', message, { field: 'debts', id });
    }
    ids.add(id);
  }
  const sumCents = debts.reduce((sum, { totalCents }) => sum + totalCents, 0);
  if (!Number.isSafeInteger(sumCents)) {
    const message = 'Le total des dettes dépasse ce qui peut être calculé au centime près\u00a0: partagez la liste.';
    reader.reject('InvalidAmount', message, { field: 'debts', value: sumCents });
  }
  return ids;
}

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField`, `InvalidDate`, `InvalidAmount`,
 * `InvalidChoice`, `InvalidValue`, two debts of one id (`DuplicateDebt`) and the name of a debt that is not in the list
 * (`UnknownDebt`).
 */
export function readCase(input: unknown): AllocationCase | Refusal {
  const reader = new FieldReader(input, FIELDS);
  if (!reader.has('debts')) reader.rejectMissing('debts', 'il est nécessaire au calcul');
  const debts = reader.list('debts', DEBT_FIELDS, readDebt);
  const ids = checkDebts(reader, debts);
  const allocationCase: AllocationCase = {
    debts: debts.filter(({ totalCents }) => totalCents > 0),
    receiptCents: reader.cents('receiptCents'),
    on: reader.day('on'),
    debtorChoice: readIds(reader, 'debtorChoice', ids),
    mostOnerous: readIds(reader, 'mostOnerous', ids),
    principalFirst: reader.choice('order', ORDERS, 'legal') === 'principalFirst',
  };
  return reader.refusal ?? allocationCase;
}
