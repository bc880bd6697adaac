import type { Day } from '@acquit/law';
import { composeDigest, type DigestMessage } from '@acquit/recovery';
import type { SmtpOptions } from '../../channels/index.ts';
import {
  companiesWithDigest,
  digestFacts,
  digestsDue,
  digestWritten,
  insertDigest,
  loadCompany,
  loadScenarios,
  recoverDigests,
  type Store,
  type Tx,
} from '../../store/index.ts';
import { sendDigests } from './send.ts';

/** What a round works with. */
export interface DigestOptions {
  store: Store;
  today: Day;
  /** Where readers open the app; null: on this machine only. */
  appUrl: URL | null;
  smtp?: SmtpOptions;
  signal?: AbortSignal;
}

/** A mail account that does not work, with the sentence to show. */
export interface DigestTrouble {
  companyId: string;
  message: string;
}

export interface DigestRound {
  written: number;
  sent: number;
  refused: number;
  inDoubt: number;
  troubles: DigestTrouble[];
}

/**
 * Writes the digests whose day has come and sends those that wait, for all tenants. Each is written once, in one
 * transaction with its entry in the journal, and leaves as reminders do: the end of the message is held back until it is
 * on record that it is about to leave. Repeated or run by several machines, it changes nothing more.
 */
export async function digestRound(options: DigestOptions): Promise<DigestRound> {
  const { store, today, signal } = options;
  const round: DigestRound = { written: 0, sent: 0, refused: 0, inDoubt: 0, troubles: [] };
  for (const { tenantId } of await store.lookup.listTenants()) {
    if (signal?.aborted) break;
    for (const due of await store.inTenant(tenantId, (tx) => digestsDue(tx, today)))
      round.written += await store.inTenant(tenantId, async (tx) => {
        const written = await writeDigest(tx, due.companyId, {
          on: today,
          reader: due.userName,
          appUrl: options.appUrl,
        });
        const digestId = written && (await insertDigest(tx, due, written.mode, written.message));
        if (!digestId) return 0;
        await digestWritten(tx, due.companyId, digestId, written.mode);
        return 1;
      });
    await store.inTenant(tenantId, recoverDigests);
    for (const companyId of await store.inTenant(tenantId, companiesWithDigest))
      await sendDigests(options, tenantId, companyId, round);
  }
  return round;
}

/** The digest of a company as it would be written on a day; null when the company is unknown. Nothing is kept. */
export async function writeDigest(
  tx: Tx,
  companyId: string,
  order: { on: Day; reader: string; appUrl: URL | null },
): Promise<{ mode: 'test' | 'live'; message: DigestMessage } | null> {
  const company = await loadCompany(tx, companyId);
  if (!company) return null;
  const facts = await digestFacts(tx, company, await loadScenarios(tx, companyId), {
    ...order,
    appUrl: order.appUrl?.href ?? null,
  });
  return { mode: company.mode, message: composeDigest(facts) };
}
