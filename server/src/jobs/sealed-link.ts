import { timingSafeEqual } from 'node:crypto';
import { addDays, type Day, day } from '@acquit/law';
import type { Secrets } from '../store/index.ts';

/**
 * What a link that needs no account says: of whom, of what, and until which day. It is a capability: whoever holds it
 * opens one thing of one tenant, and nothing else. The database keeps no list of them; the mark at its end is what makes
 * it ours, and the number of the thing what withdraws all of them at once.
 */
export interface SealedLink {
  tenantId: string;
  objectId: string;
  /** Last day on which it opens. */
  until: Day;
  epoch: number;
  /** The creditor looking at the page as the other sees it: nothing typed there is kept. */
  preview: boolean;
}

const FORMAT = 1;
const MARK_BYTES = 16;
const BODY_BYTES = 1 + 1 + 16 + 16 + 2 + 2;
/** Days are counted from here, so that two bytes last until 2199. */
const FIRST_DAY: Day = day('2020-01-01');
const SHAPE = /^[A-Za-z0-9_-]{72}$/;

/** The link as it stands in an address: 72 letters that need no escape. A link of one purpose opens no other. */
export function seal(secrets: Secrets, purpose: string, link: SealedLink): string {
  const body = Buffer.alloc(BODY_BYTES);
  body[0] = FORMAT;
  body[1] = link.preview ? 1 : 0;
  body.write(link.tenantId.replaceAll('-', ''), 2, 'hex');
  body.write(link.objectId.replaceAll('-', ''), 18, 'hex');
  body.writeUInt16BE(link.until - FIRST_DAY, 34);
  body.writeUInt16BE(link.epoch, 36);
  return Buffer.concat([body, markOf(secrets, purpose, body)]).toString('base64url');
}

/** Reads a link back; null for whatever we did not write, to the last bit. Whether it has expired is the caller's to say. */
export function unseal(secrets: Secrets, purpose: string, text: string): SealedLink | null {
  if (!SHAPE.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  const body = bytes.subarray(0, BODY_BYTES);
  if (bytes.length !== BODY_BYTES + MARK_BYTES || body[0] !== FORMAT) return null;
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), markOf(secrets, purpose, body))) return null;
  return {
    preview: body[1] === 1,
    tenantId: uuidAt(body, 2),
    objectId: uuidAt(body, 18),
    until: addDays(FIRST_DAY, body.readUInt16BE(34)),
    epoch: body.readUInt16BE(36),
  };
}

const markOf = (secrets: Secrets, purpose: string, body: Uint8Array): Buffer =>
  secrets.mark(body, purpose).subarray(0, MARK_BYTES);

function uuidAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
