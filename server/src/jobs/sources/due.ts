import { setTimeout as pause } from 'node:timers/promises';
import { openReaders, type Readers } from '../../intake/index.ts';
import { dueSources, noteTrouble, type SourceTrouble, sourcesBeforeSending } from '../../store/index.ts';
import { type CheckOptions, type CheckResult, checkSource, TOO_SLOW } from './check.ts';

/** Sources looked at together: more would only share the same processor. */
const AT_ONCE = 2;
const DUE_AT_ONCE = 50;

export interface SourceReport {
  tenantId: string;
  sourceId: string;
  trouble: SourceTrouble | null;
  imported: number;
}

/**
 * Looks at every source whose time has come, in all organisations. Several servers may do so: each source is looked at
 * by one. What fails is kept on its source and reported; it never stops the others.
 */
export async function checkDueSources(
  options: CheckOptions,
  report: (one: SourceReport) => void = () => {},
): Promise<void> {
  for (const { tenantId } of await options.store.lookup.listTenants()) {
    const waiting = await options.store.inTenant(tenantId, (tx) => dueSources(tx, DUE_AT_ONCE));
    await inTurns(waiting, AT_ONCE, async (sourceId) => {
      if (options.signal?.aborted) return;
      const result = await looked(options, tenantId, sourceId);
      if ('trouble' in result) report({ tenantId, sourceId, trouble: result.trouble, imported: result.imported });
    });
  }
}

/** A fault of ours in one source is reported like its own failure, so that the others are still looked at. */
async function looked(options: CheckOptions, tenantId: string, sourceId: string): Promise<CheckResult> {
  try {
    return await checkSource(options, tenantId, sourceId);
  } catch (error) {
    options.onError?.(error);
    return { state: 'failed', files: 0, imported: 0, trouble: { code: 'SourceFailed', message: String(error) } };
  }
}

/** How long the night waits for its sources, in ms. */
const BOUND_MS = 120_000;
const TRY_AGAIN_MS = 500;

/**
 * Looks at the sources of a company that are marked for it, just before its messages leave, within `boundMs` (the file
 * under way is finished). One that fails, or does not end in time, keeps its trouble: then the bank's data count as not
 * refreshed, and the guard holds what it must. Opens readers of its own when none are given. Gives how many were looked at.
 */
export async function refreshBeforeSending(
  options: Omit<CheckOptions, 'readers' | 'signal'> & { readers?: Readers | undefined },
  order: { tenantId: string; companyId: string; boundMs?: number },
): Promise<{ sources: number; failed: number }> {
  const { tenantId, companyId, boundMs = BOUND_MS } = order;
  const ids = await options.store.inTenant(tenantId, (tx) => sourcesBeforeSending(tx, companyId));
  if (ids.length === 0) return { sources: 0, failed: 0 };
  const readers = options.readers ?? openReaders();
  const signal = AbortSignal.timeout(boundMs);
  let failed = 0;
  try {
    await inTurns(ids, AT_ONCE, async (sourceId) => {
      if (!(await refreshed({ ...options, readers, signal }, tenantId, sourceId))) failed += 1;
    });
  } finally {
    if (!options.readers) await readers.close();
  }
  return { sources: ids.length, failed };
}

/** True when the source was looked at and is well. One that another process looks at is waited for. */
async function refreshed(
  options: CheckOptions & { signal: AbortSignal },
  tenantId: string,
  sourceId: string,
): Promise<boolean> {
  while (!options.signal.aborted) {
    const result = await looked(options, tenantId, sourceId);
    if (result.state !== 'busy') return result.state !== 'failed';
    await pause(TRY_AGAIN_MS);
  }
  await options.store.inTenant(tenantId, (tx) => noteTrouble(tx, sourceId, TOO_SLOW));
  return false;
}

async function inTurns<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const turn = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, turn));
}
