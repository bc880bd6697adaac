import { derived, type Explanation, flagValue, given, numberValue } from '../explain/index.ts';
import { reason, type SeriesName, soleValue } from '../parameters/index.ts';
import type { ReliefCase } from './input.ts';

/** A line of an accounting entry; one of the two amounts is zero. */
export interface EntryLine {
  readonly account: string;
  readonly debitCents: number;
  readonly creditCents: number;
}

/** An accounting entry: debits and credits have the same total. */
export interface Entry {
  readonly step: 'doubtful' | 'allowance' | 'allowance-reversal' | 'loss';
  /** French. */
  readonly label: string;
  readonly lines: readonly EntryLine[];
}

type Account =
  | 'customer'
  | 'doubtful'
  | 'allowance-charge'
  | 'allowance'
  | 'allowance-reversal'
  | 'loss'
  | 'vat-collected'
  | 'vat-pending';

function account(name: Account): string {
  return soleValue(`bad-debt-accounts/${name}` satisfies SeriesName).value;
}

function debit(name: Account, amount: Explanation): EntryLine {
  return { account: account(name), debitCents: numberValue(amount), creditCents: 0 };
}

function credit(name: Account, amount: Explanation): EntryLine {
  return { account: account(name), debitCents: 0, creditCents: numberValue(amount) };
}

/** The amounts that the entries move. */
export interface EntryAmounts {
  readonly unpaid: Explanation;
  readonly unpaidNet: Explanation;
  readonly lost: Explanation;
  readonly lostNet: Explanation;
  readonly lostVat: Explanation;
}

function lossEntry(relief: ReliefCase, amounts: EntryAmounts, recoverable: boolean): [EntryLine[], Explanation] {
  const { lost, lostNet, lostVat } = amounts;
  const written = credit('doubtful', lost);
  const withVat = (name: Account): EntryLine[] =>
    [debit('loss', lostNet), debit(name, lostVat), written].filter((line) => line.debitCents + line.creditCents > 0);
  if (recoverable) return [withVat('vat-collected'), reason('bad-debt-loss')];
  if (relief.vatPoint === 'receipts') return [withVat('vat-pending'), reason('bad-debt-pending-vat')];
  return [[debit('loss', lost), written], reason('bad-debt-loss-with-vat')];
}

/**
 * The entries of a bad debt: doubtful (tax included), write-down on the price before tax, then, once the claim is
 * definitively lost, its reversal up to the loss and the loss itself (plan comptable général). Every entry is balanced
 * to the cent. `isLost` says whether the loss is definitive, `recoverable` whether its VAT comes back.
 */
export function entriesOf(
  relief: ReliefCase,
  amounts: EntryAmounts,
  isLost: boolean,
  recoverable: Explanation,
): { readonly entries: readonly Entry[]; readonly explanation: Explanation } {
  const { unpaid, unpaidNet, lostNet } = amounts;
  const entries: Entry[] = [];
  const nodes: Explanation[] = [];
  const add = (step: Entry['step'], label: string, lines: readonly EntryLine[], inputs: readonly Explanation[]) => {
    entries.push({ step, label, lines });
    nodes.push(derived('detail', label, 'cents', inputs));
  };
  const doubtful = [debit('doubtful', unpaid), credit('customer', unpaid)];
  add('doubtful', 'Passage en créance douteuse', doubtful, [unpaid, reason('bad-debt-doubtful')]);
  if (relief.allowancePercent !== null) {
    const share = given('Risque estimé', relief.allowancePercent, 'percent');
    const exact = derived('percent-of', 'Dépréciation exacte', 'euros', [unpaidNet, share]);
    const allowance = derived('round-half-up', 'Dépréciation', 'cents', [exact]);
    const charged = [debit('allowance-charge', allowance), credit('allowance', allowance)];
    add('allowance', 'Dépréciation de la créance', charged, [allowance, reason('bad-debt-allowance')]);
    if (isLost) {
      const back = derived('least', 'Dépréciation à reprendre', 'cents', [allowance, lostNet]);
      const reversed = [debit('allowance', back), credit('allowance-reversal', back)];
      add('allowance-reversal', 'Reprise de la dépréciation', reversed, [back, reason('bad-debt-reversal')]);
    }
  }
  if (isLost) {
    const [lines, why] = lossEntry(relief, amounts, flagValue(recoverable));
    add('loss', 'Perte sur créance irrécouvrable', lines, [amounts.lost, lostNet, amounts.lostVat, why]);
  }
  return { entries, explanation: derived('list', 'Écritures', 'text', nodes) };
}
