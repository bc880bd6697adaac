import { timingSafeEqual } from 'node:crypto';
import { addDays, type Day, day } from '@acquit/law';
import type { CompanyFacts } from '@acquit/recovery';
import { PORTAL_ROOT, publicNames } from '../../public-names.ts';
import { doorEpoch, type Secrets, type Tx } from '../../store/index.ts';

/**
 * What a link to a debtor's page says: whose account, and until which day. It is a capability: whoever holds it reads
 * one account of one creditor, and nothing else. The database keeps no list of them; the mark at its end is what makes
 * it ours, and the number of the case what withdraws all of them at once.
 */
export interface PortalLink {
  tenantId: string;
  caseId: string;
  /** Last day on which it opens. */
  until: Day;
  epoch: number;
  /** The creditor looking at the page as the debtor sees it: nothing typed there is kept. */
  preview: boolean;
}

const FORMAT = 1;
const MARK_BYTES = 16;
const PURPOSE = 'portal link 1';
const BODY_BYTES = 1 + 1 + 16 + 16 + 2 + 2;
/** Days are counted from here, so that two bytes last until 2199. */
const FIRST_DAY: Day = day('2020-01-01');
const SHAPE = /^[A-Za-z0-9_-]{72}$/;

/** The link as it stands in an address: 72 letters that need no escape. */
export function writeLink(secrets: Secrets, link: PortalLink): string {
  const body = Buffer.alloc(BODY_BYTES);
  body[0] = FORMAT;
  body[1] = link.preview ? 1 : 0;
  body.write(link.tenantId.replaceAll('-', ''), 2, 'hex');
  body.write(link.caseId.replaceAll('-', ''), 18, 'hex');
  body.writeUInt16BE(link.until - FIRST_DAY, 34);
  body.writeUInt16BE(link.epoch, 36);
  return Buffer.concat([body, markOf(secrets, body)]).toString('base64url');
}

/** Reads a link back; null for whatever we did not write, to the last bit. Whether it has expired is the caller's to say. */
export function readLink(secrets: Secrets, text: string): PortalLink | null {
  if (!SHAPE.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  const body = bytes.subarray(0, BODY_BYTES);
  if (bytes.length !== BODY_BYTES + MARK_BYTES || body[0] !== FORMAT) return null;
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), markOf(secrets, body))) return null;
  return {
    preview: body[1] === 1,
    tenantId: uuidAt(body, 2),
    caseId: uuidAt(body, 18),
    until: addDays(FIRST_DAY, body.readUInt16BE(34)),
    epoch: body.readUInt16BE(36),
  };
}

const markOf = (secrets: Secrets, body: Uint8Array): Buffer => secrets.mark(body, PURPOSE).subarray(0, MARK_BYTES);

function uuidAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * The link that a message of a company carries, or null: its debtors have no page, or nobody could open it. A message of
 * the test mode, which reaches nobody, shows the page as it would be.
 */
export async function messageLink(
  tx: Tx,
  secrets: Secrets,
  of: { company: CompanyFacts; caseId: string; on: Day; mode: 'test' | 'live' },
): Promise<string | null> {
  const { portalUrl } = publicNames();
  const { enabled, validDays } = of.company.settings.portal;
  if (portalUrl === null || !enabled) return null;
  const link = writeLink(secrets, {
    tenantId: tx.tenantId,
    caseId: of.caseId,
    until: addDays(of.on, validDays),
    epoch: await doorEpoch(tx, of.caseId),
    preview: of.mode === 'test',
  });
  return new URL(`${PORTAL_ROOT}/${link}`, portalUrl).href;
}
