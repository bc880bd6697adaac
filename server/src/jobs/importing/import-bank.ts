import { fr, type SyncLine } from '@acquit/recovery';
import type { BankEntry, BankStatement } from '../../intake/index.ts';
import type { Tx } from '../../store/index.ts';
import { accountOf, coverUntil } from './bank-accounts.ts';
import { storeLines } from './bank-lines.ts';
import { type Applied, type ImportContext, nothingApplied } from './context.ts';

/** What a statement file adds: the lines to match are given apart. */
export type AppliedLines = Applied & { lineIds: string[] };

/**
 * Stores the lines of a statement file. A pending line is no cash and is left for the statement that books it; one in
 * another currency is set aside with a doubt. Lines that another file, of this format or another, has told are known.
 */
export async function importStatements(
  tx: Tx,
  context: ImportContext,
  statements: readonly BankStatement[],
): Promise<AppliedLines> {
  const applied: AppliedLines = { ...nothingApplied(), lineIds: [] };
  let [foreign, pending] = [0, 0];
  for (const statement of statements) {
    const inEuros = statement.entries.filter((entry) => (entry.currency ?? statement.currency) === 'EUR');
    foreign += statement.entries.length - inEuros.length;
    if (statement.currency !== 'EUR') continue;
    const booked = inEuros.filter((entry) => entry.status === 'booked' && entry.amountCents !== 0);
    pending += inEuros.filter((entry) => entry.status === 'pending').length;
    const account = await accountOf(tx, context, statement);
    const { lineIds, stored, known } = await storeLines(tx, context, account.bankAccountId, booked);
    applied.lineIds.push(...lineIds);
    applied.counts.bankLines += lineIds.length;
    applied.counts.known += known;
    applied.totalCents += stored.reduce((sum, line) => sum + line.amountCents, 0);
    applied.lines.push(...stored.map(lineOf));
    const until = coveredUntil(statement, booked, context.today);
    if (until !== null) await coverUntil(tx, context, account.bankAccountId, until);
  }
  if (foreign > 0)
    applied.doubts.push({
      code: 'ForeignCurrencyLines',
      message: fr`${foreign} ligne(s) dans une autre devise que l’euro n’ont pas été reprises : Acquit ne recouvre que des créances en euros.`,
    });
  if (pending > 0)
    applied.doubts.push({
      code: 'PendingLines',
      message: fr`${pending} opération(s) encore en attente à la banque n’ont pas été reprises : elles le seront quand la banque les aura comptabilisées.`,
    });
  return applied;
}

/** The last day the statement tells about, never a day to come: a bank dates some lines ahead. */
function coveredUntil(statement: BankStatement, booked: readonly BankEntry[], today: string): string | null {
  let latest = statement.until !== undefined && statement.until <= today ? statement.until : null;
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
