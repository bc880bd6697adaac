import { addDays, formatDay } from '@acquit/law';
import { assign, THANKS_WITHIN_DAYS, thankFor } from '@acquit/recovery';
import { loadCases, promisesThanked, promisesToThank, type Tx } from '../../store/index.ts';
import type { CompanyTerms } from './load.ts';
import type { PassOrder } from './pass.ts';
import { type ActionRow, type Decided, recordDecisions } from './record.ts';

/**
 * Thanks who kept a promise of late, after the decisions of the day: a debtor contacted by them is thanked another day.
 * A company that does not thank costs nothing. Gives what was written, or would be on a dry run.
 */
export async function thankPromises(
  tx: Tx,
  order: PassOrder,
  { company, book }: CompanyTerms,
): Promise<Pick<ActionRow, 'decided' | 'action'>[]> {
  if (!company.settings.thanksForPromises) return [];
  const kept = await promisesToThank(tx, order.companyId, addDays(order.on, -THANKS_WITHIN_DAYS), !order.dryRun);
  if (kept.length === 0) return [];
  const latest = new Map<string, (typeof kept)[number]>();
  for (const promise of kept) if (!latest.has(promise.caseId)) latest.set(promise.caseId, promise);
  const batch: Decided[] = [];
  for (const { facts } of await loadCases(tx, [...latest.keys()])) {
    const { scenario, isKept } = assign(book, facts, company);
    const decision = thankFor(facts, company, scenario, latest.get(facts.caseId)!, order.on);
    if (decision !== null) batch.push({ facts, scenarioKey: scenario.key, isKept, decision });
  }
  if (order.dryRun) return batch.flatMap((decided) => decided.decision.actions.map((action) => ({ decided, action })));
  if (batch.length === 0) return [];
  const written = await recordDecisions(tx, order.tenantId, order.companyId, company.mode, batch);
  await promisesThanked(
    tx,
    written.map(({ decided }) => decided.facts.caseId),
    formatDay(order.on),
  );
  return written;
}
