import { timingSafeEqual } from 'node:crypto';
import { PORTAL_ROOT } from '../../public-names.ts';
import type { Secrets } from '../../store/index.ts';

/** Under the name of debtors' pages, which is the one that answers outside. */
export const WEBHOOK_ROOT = `${PORTAL_ROOT}/stripe`;

const PURPOSE = 'card webhook 1';
const MARK_BYTES = 16;
const SHAPE = /^[A-Za-z0-9_-]{64}$/;

/** Whose calls an address of ours receives. */
export interface WebhookDoor {
  tenantId: string;
  companyId: string;
}

/** The end of the address that Stripe calls for a company; nobody makes another one up. */
export function webhookDoor(secrets: Secrets, { tenantId, companyId }: WebhookDoor): string {
  const body = Buffer.from((tenantId + companyId).replaceAll('-', ''), 'hex');
  return Buffer.concat([body, secrets.mark(body, PURPOSE).subarray(0, MARK_BYTES)]).toString('base64url');
}

/** Whose address it is; null for whatever we did not write. */
export function readWebhookDoor(secrets: Secrets, text: string): WebhookDoor | null {
  if (!SHAPE.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  const body = bytes.subarray(0, 32);
  if (!timingSafeEqual(bytes.subarray(32), secrets.mark(body, PURPOSE).subarray(0, MARK_BYTES))) return null;
  const uuid = (at: number) =>
    body.toString('hex', at, at + 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { tenantId: uuid(0), companyId: uuid(16) };
}
