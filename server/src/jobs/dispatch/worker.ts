import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { followSendings } from './follow.ts';
import { companiesWithPaidWork, recoverPaid } from './ledger.ts';
import { type PaidCounts, type PaidWork, resolveDoubts, sendPaid } from './send.ts';

export interface PaidRound extends PaidCounts {
  /** Doubts that a provider put an end to. */
  resolved: number;
  /** News of sendings. */
  told: number;
}

/** A process's name in the leases, never used again. */
export const paidWorkerName = (): string => `${hostname()}:${process.pid}:${randomBytes(6).toString('hex')}`;

/**
 * One round over all tenants: puts in order what dead processes left, asks about doubts, hands over what is due, and
 * follows what left. Safe beside any number of others, here and on other machines.
 */
export async function paidRound(work: PaidWork): Promise<PaidRound> {
  const total: PaidRound = { sent: 0, refused: 0, inDoubt: 0, postponed: 0, troubles: [], resolved: 0, told: 0 };
  for (const { tenantId } of await work.store.lookup.listTenants()) {
    if (work.signal.aborted) break;
    const companies = await work.store.inTenant(tenantId, async (tx) => {
      await recoverPaid(tx);
      return companiesWithPaidWork(tx);
    });
    for (const companyId of companies) {
      if (work.signal.aborted) break;
      total.resolved += await resolveDoubts(work, tenantId, companyId);
      const counts = await sendPaid(work, tenantId, companyId);
      total.sent += counts.sent;
      total.refused += counts.refused;
      total.inDoubt += counts.inDoubt;
      total.postponed += counts.postponed;
      total.troubles.push(...counts.troubles);
      total.told += await followSendings(work, tenantId, companyId);
    }
  }
  return total;
}
