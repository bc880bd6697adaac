import { randomUUID } from 'node:crypto';
import type { MailSettingsView } from '@acquit/recovery';
import { testMail } from '../channels/index.ts';
import {
  appendJournal,
  type MailSettings,
  type Secrets,
  type Store,
  saveMailSettings,
  type Tx,
} from '../store/index.ts';
import { mailSecretPurpose, readMailAccount, type SendRefusal } from './outbox/index.ts';

/** Secrets as a person gives them: undefined leaves what is there, null takes it away. */
export interface MailSecrets {
  password: string | null | undefined;
  dkimKey: string | null | undefined;
}

/** Saves a company's mail settings with its secrets sealed, and journals it without them. */
export async function saveMailAccount(
  tx: Tx,
  secrets: Secrets,
  order: { companyId: string; actor: string; settings: MailSettings; given: MailSecrets },
): Promise<void> {
  const { companyId, actor, settings, given } = order;
  const seal = (plain: string | null | undefined, purpose: string) =>
    plain === null || plain === undefined ? plain : secrets.seal(plain, purpose);
  await saveMailSettings(tx, companyId, settings, {
    password: seal(given.password, mailSecretPurpose.password(companyId)),
    dkimKey: seal(given.dkimKey, mailSecretPurpose.dkimKey(companyId)),
  });
  const payload: Omit<MailSettingsView, 'hasPassword' | 'hasDkimKey'> = settings;
  await appendJournal(tx, [{ actor, action: 'mail.changed', objectKind: 'company', objectId: companyId, payload }]);
}

/** Sends one message to try a company's mail account; gives the server's words or why it did not take it. `at` is an ISO instant. */
export async function tryMailAccount(
  store: Store,
  tenantId: string,
  order: { companyId: string; to: string; at: string },
): Promise<{ serverAnswer: string } | { refusal: SendRefusal }> {
  const { account, refusal } = await store.inTenant(tenantId, (tx) =>
    readMailAccount(tx, store.secrets, order.companyId),
  );
  if (!account) return { refusal };
  const outcome = await testMail({
    ...account,
    to: order.to,
    trial: { tenantId, trialId: randomUUID(), at: order.at },
  });
  return 'refusal' in outcome && outcome.refusal
    ? { refusal: { ...outcome.refusal, facts: { ...outcome.refusal.facts } } }
    : { serverAnswer: (outcome as { serverAnswer: string }).serverAnswer };
}
