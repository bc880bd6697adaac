import { noCounts, type SyncAction, type SyncCounts } from '@acquit/recovery';
import { t } from '../../texts/index.ts';

const words = t.imports.counts;

/** What is worth saying of an import, in the order a clerk cares for; what changes nothing comes last. */
const ORDER = [
  'companies',
  'debtors',
  'newClaims',
  'newCreditNotes',
  'updatedClaims',
  'closedClaims',
  'receipts',
  'bankLines',
  'statuses',
  'conflicts',
  'absent',
  'known',
] as const satisfies readonly (keyof SyncCounts)[];

/** « 12 nouvelles factures, 3 échéances changées… » from the counts of a difference; '' when there is none. */
export function countsText(counts: SyncCounts): string {
  return ORDER.filter((kind) => kind !== 'known' && counts[kind] > 0)
    .map((kind) => words[kind](counts[kind]))
    .join(', ');
}

/** Lines or documents that the file changes or adds; the receipts of a statement are its lines, counted already. */
export function changeCount(counts: SyncCounts): number {
  const aside = ['known', 'conflicts', 'absent', 'companies', 'debtors', ...(counts.bankLines > 0 ? ['receipts'] : [])];
  return ORDER.filter((kind) => !aside.includes(kind)).reduce((sum, kind) => sum + counts[kind], 0);
}

export function sumCounts(all: readonly SyncCounts[]): SyncCounts {
  const sum = noCounts();
  for (const counts of all) for (const kind of ORDER) sum[kind] += counts[kind];
  return sum;
}

/** Actions that ask a person to look. */
export const isDelicate = (action: SyncAction): boolean => action === 'conflict' || action === 'absent';
