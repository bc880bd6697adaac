import { fr, type SyncLine } from '@acquit/recovery';
import type { BankEntry, BankStatement } from '../../intake/index.ts';
import type { Tx } from '../../store/index.ts';
import { accountOf, coverUntil } from './bank-accounts.ts';
import { storeLines } from './bank-lines.ts';
import { type Applied, type ImportContext, nothingApplied } from './context.ts';
import { LINES_SHOWN } from './lines.ts';

/** The entries of a statement, in parts that may be stored one after the other. */
export type EntriesOf = (statement: BankStatement, index: number) => AsyncIterable<BankEntry[]> | Iterable<BankEntry[]>;

const held: EntriesOf = (statement) => [statement.entries];

/**
 * Stores the lines of a statement file. A pending line is no cash and is left for the statement that books it; one in
 * another currency is set aside with a doubt. Lines that another file, of this format or another, has told are known.
 * `entriesOf` gives the entries of a statement too large to hold them itself, by whole days.
 */
export async function importStatements(
  tx: Tx,
  context: ImportContext,
  statements: readonly BankStatement[],
  entriesOf: EntriesOf = held,
): Promise<Applied> {
  const applied = nothingApplied();
  const left = { foreign: 0, pending: 0 };
  for (const [index, statement] of statements.entries()) {
    const account = statement.currency === 'EUR' ? await accountOf(tx, context, statement) : null;
    let until = statement.until !== undefined && statement.until <= context.today ? statement.until : null;
    for await (const entries of entriesOf(statement, index)) {
      const inEuros = entries.filter((entry) => (entry.currency ?? statement.currency) === 'EUR');
      left.foreign += entries.length - inEuros.length;
      if (account === null) continue;
      const booked = inEuros.filter((entry) => entry.status === 'booked' && entry.amountCents !== 0);
      left.pending += inEuros.filter((entry) => entry.status === 'pending').length;
      await storeBooked(tx, context, account.bankAccountId, booked, applied);
      until = lastTold(booked, until, context.today);
    }
    if (account !== null && until !== null) await coverUntil(tx, context, account.bankAccountId, until);
  }
  if (left.foreign > 0)
    applied.doubts.push({
      code: 'ForeignCurrencyLines',
      message: fr`Lignes dans une autre devise que l’euro, non reprises : ${left.foreign}. Acquit ne recouvre que des créances en euros.`,
    });
  if (left.pending > 0)
    applied.doubts.push({
      code: 'PendingLines',
      message: fr`Opérations encore en attente à la banque, non reprises : ${left.pending}. Elles le seront quand la banque les aura comptabilisées.`,
    });
  return applied;
}

/** Stores lines of one account and adds to what was applied; the first ones only are kept to be shown. */
async function storeBooked(
  tx: Tx,
  context: ImportContext,
  bankAccountId: string,
  booked: readonly BankEntry[],
  applied: Applied,
): Promise<void> {
  const { lineIds, stored, known } = await storeLines(tx, context, bankAccountId, booked);
  applied.counts.bankLines += lineIds.length;
  applied.counts.known += known;
  applied.totalCents += stored.reduce((sum, line) => sum + line.amountCents, 0);
  applied.lines.push(...stored.slice(0, Math.max(LINES_SHOWN - applied.lines.length, 0)).map(lineOf));
}

/** The last day told about, never a day to come: a bank dates some lines ahead. */
function lastTold(booked: readonly BankEntry[], before: string | null, today: string): string | null {
  let latest = before;
  for (const { on } of booked) if (on <= today && (latest === null || on > latest)) latest = on;
  return latest;
}

const lineOf = (entry: { on: string; amountCents: number; label: string; counterparty?: string }): SyncLine => ({
  action: 'bank-line',
  line: null,
  number: null,
  debtorName: entry.counterparty ?? null,
  on: entry.on,
  dueOn: null,
  amountCents: entry.amountCents,
  currency: 'EUR',
  changes: [entry.label],
  doubts: [],
});
