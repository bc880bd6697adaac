/** A PDF: the invoice is the XML file attached to it. Its text, images and scripts are never looked at. */

import { readXmlInvoice, xmlKind } from '../invoice/read-xml.ts';
import type { Limits } from '../limits.ts';
import { doubt } from '../messages.ts';
import { Refused, refusedAs } from '../refused.ts';
import type { ReadResult } from '../result.ts';
import { type Attachment, type AttachmentList, listAttachments } from './attachments.ts';
import { refuseBombs } from './bombs.ts';
import { listAttachmentsSlowly } from './fallback.ts';

/** Names the standards give to the attached invoice, the best known first; compared without case. */
const STANDARD_NAMES = ['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml'];

type Reading = Omit<ReadResult, 'file'>;

/**
 * The invoice attached to a PDF. Refuses `PdfWithoutInvoice`, `OrderNotInvoice`, `PdfPasswordNeeded`, `DamagedPdf`,
 * the PDF limits, and everything the XML reader refuses.
 */
export async function readPdf(bytes: Buffer, limits: Limits): Promise<Reading> {
  // Both PDF libraries search a file without objects for a long time before they give up.
  if (!bytes.includes('endobj')) throw new Refused('DamagedPdf');
  refuseBombs(bytes, limits);
  const { attachments, encrypted } = await findAttachments(bytes, limits);
  const invoices = attachments.filter(({ bytes: content }) => xmlKind(content) === 'invoice').sort(byStandardName);
  const chosen = invoices[0] ?? attachments.find(hasStandardName);
  const facts = attachments.map((one) => ({ name: one.name, bytes: one.bytes.length, invoice: one === chosen }));
  if (chosen === undefined) {
    const order = attachments.find(({ bytes: content }) => xmlKind(content) === 'order');
    if (order !== undefined) throw new Refused('OrderNotInvoice', { name: order.name });
    throw new Refused('PdfWithoutInvoice', { encrypted, attachments: attachments.map((one) => one.name) });
  }
  const reading = refusedAs('facturx', () => readXmlInvoice(chosen.bytes, limits));
  if (invoices.length > 1) {
    reading.doubts.push(doubt('SeveralAttachments', { chosen: chosen.name, names: invoices.map((one) => one.name) }));
  }
  return { ...reading, format: 'facturx', attachments: facts };
}

/** The quick reader first; the patient one when it fails, finds nothing, or the file is encrypted. */
async function findAttachments(bytes: Buffer, limits: Limits): Promise<AttachmentList> {
  let encrypted = false;
  try {
    const quick = await listAttachments(bytes, limits);
    encrypted = quick.encrypted;
    // Without a word of attachments anywhere, a file that is neither packed nor encrypted has none.
    if (quick.attachments.length > 0 || (!encrypted && !mayHideAttachments(bytes))) return quick;
  } catch (error) {
    if (error instanceof Refused) throw error;
  }
  return { attachments: await listAttachmentsSlowly(bytes, limits), encrypted };
}

function mayHideAttachments(bytes: Buffer): boolean {
  return bytes.includes('/EmbeddedFile') || bytes.includes('/ObjStm');
}

function hasStandardName({ name }: Attachment): boolean {
  return STANDARD_NAMES.includes(name.toLowerCase());
}

function byStandardName(a: Attachment, b: Attachment): number {
  return rank(a) - rank(b);
}

function rank({ name }: Attachment): number {
  const index = STANDARD_NAMES.indexOf(name.toLowerCase());
  return index < 0 ? STANDARD_NAMES.length : index;
}
