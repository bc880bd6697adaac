import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';
import type { SourceSettings } from '@acquit/recovery';
import {
  appendJournal,
  deleteTokens,
  findSource,
  insertSource,
  insertToken,
  removeSource as removeRow,
  type Secrets,
  type SourceRecord,
  type Tx,
  updateSource,
} from '../../store/index.ts';
import { sealSourceSecret } from './secret.ts';

export interface NewSourceOrder {
  companyId: string;
  name: string;
  settings: SourceSettings;
  /** Password or private key; null for a source that needs none. */
  secret: string | null;
  everyMinutes: number;
  beforeSending: boolean;
  active: boolean;
}

/** Adds a source, its secret sealed, with a line in the journal that says all but the secret. A pushing one gets its token, shown this once. */
export async function createSource(
  tx: Tx,
  secrets: Secrets,
  actor: string,
  order: NewSourceOrder,
): Promise<{ sourceId: string; token: string | null }> {
  const sourceId = randomUUIDv7();
  const { secret, ...rest } = order;
  await insertSource(tx, {
    ...rest,
    sourceId,
    secretSealed: secret === null ? null : sealSourceSecret(secrets, sourceId, secret),
  });
  await journal(tx, actor, 'source.created', sourceId, rest);
  return { sourceId, token: order.settings.kind === 'push' ? await renewToken(tx, sourceId) : null };
}

export interface SourceChangeOrder {
  name?: string | undefined;
  active?: boolean | undefined;
  settings?: SourceSettings | undefined;
  everyMinutes?: number | undefined;
  beforeSending?: boolean | undefined;
  /** Undefined leaves it, null takes it away. */
  secret?: string | null | undefined;
}

/**
 * Changes a source; its kind stays. A secret is said only to the server it was entered for: with another host or user
 * it is forgotten unless it is given again. False when the source is unknown or of another kind.
 */
export async function changeSource(
  tx: Tx,
  secrets: Secrets,
  actor: string,
  sourceId: string,
  { secret, ...change }: SourceChangeOrder,
): Promise<boolean> {
  const source = await findSource(tx, sourceId);
  if (source === null || (change.settings && change.settings.kind !== source.kind)) return false;
  const moved = change.settings !== undefined && !isSamePlace(source.settings, change.settings);
  const secretSealed = secret
    ? sealSourceSecret(secrets, sourceId, secret)
    : secret === null || moved
      ? null
      : undefined;
  await updateSource(tx, sourceId, { ...change, secretSealed });
  await journal(tx, actor, 'source.changed', sourceId, change);
  return true;
}

/** True when a secret entered for one place may be said to the other. */
export function isSamePlace(one: SourceSettings, other: SourceSettings): boolean {
  const place = (settings: SourceSettings) =>
    'host' in settings
      ? `${settings.kind} ${settings.host.toLowerCase()} ${settings.port} ${settings.username}${'security' in settings ? ` ${settings.security}` : ''}`
      : settings.kind;
  return place(one) === place(other);
}

/** Takes a source away: nothing is watched any more, its secret and tokens are gone, what it brought stays. False when unknown. */
export async function removeSource(tx: Tx, actor: string, sourceId: string): Promise<boolean> {
  const source = await findSource(tx, sourceId);
  if (source === null) return false;
  await removeRow(tx, sourceId);
  await journal(tx, actor, 'source.removed', sourceId, { name: source.name });
  return true;
}

/** Gives a pushing source a new token; the former ones open nothing from now on. Null when it is unknown or of another kind. */
export async function replaceToken(tx: Tx, actor: string, sourceId: string): Promise<string | null> {
  const source = await findSource(tx, sourceId);
  if (source?.kind !== 'push') return null;
  await deleteTokens(tx, sourceId);
  await journal(tx, actor, 'source.token-made', sourceId, { name: source.name });
  return renewToken(tx, sourceId);
}

/** 256 bits, with a prefix by which a scanner of leaked secrets knows it. Only its hash is kept. */
async function renewToken(tx: Tx, sourceId: string): Promise<string> {
  const token = `acquit_push_${randomBytes(32).toString('base64url')}`;
  await insertToken(tx, sourceId, hashOf(token));
  return token;
}

/** What the database keeps of a token. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const journal = (tx: Tx, actor: string, action: string, sourceId: string, payload: Partial<SourceRecord> | object) =>
  appendJournal(tx, [{ actor, action, objectKind: 'source', objectId: sourceId, payload: { ...payload } }]);
