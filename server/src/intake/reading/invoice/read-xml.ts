/** An XML file: what it is, from its root element, and its invoice when it is one. */

import { readLifecycle } from '../cdar/read-lifecycle.ts';
import type { Limits } from '../limits.ts';
import { Refused } from '../refused.ts';
import type { Format, ReadResult } from '../result.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { sniffRoot, type XmlRoot } from '../xml/sniff-root.ts';
import { cii } from './cii.ts';
import { readInvoice } from './read-invoice.ts';
import { ubl } from './ubl.ts';

const CII_ROOTS = new Set(['CrossIndustryInvoice', 'CrossIndustryDocument']);
const UBL_ROOTS = new Set(['Invoice', 'CreditNote']);
const UBL_NAMESPACE = 'urn:oasis:names:specification:ubl:schema:xsd:';
/** Order-X: an order in the clothes of a Factur-X. */
const ORDER_ROOT = 'SCRDMCCBDACIOMessageStructure';
const CAMT_NAMESPACE = /iso:20022:tech:xsd:camt\.05[234]\./i;
const CAMT_FIRST = new Set(['BkToCstmrStmt', 'BkToCstmrAcctRpt', 'BkToCstmrDbtCdtNtfctn']);

/** The format of an XML file by its root; `unknown` when no reader of the house is meant for it. */
export function xmlFormat(root: XmlRoot | undefined): Format {
  if (root === undefined) return 'unknown';
  if (CII_ROOTS.has(root.name)) return 'cii';
  if (UBL_ROOTS.has(root.name) && root.namespace.startsWith(UBL_NAMESPACE)) return 'ubl';
  if (root.name === 'CrossDomainAcknowledgementAndResponse') return 'cdar';
  if (root.name === 'OFX') return 'ofx';
  const camt = CAMT_NAMESPACE.test(root.namespace) || CAMT_FIRST.has(root.firstChild ?? '');
  return root.name === 'Document' && camt ? 'camt' : 'unknown';
}

/** What an attached file is, without reading it whole. */
export function xmlKind(bytes: Uint8Array): 'invoice' | 'order' | 'other' {
  if (!looksLikeXml(bytes)) return 'other';
  const root = sniffRoot(bytes);
  const format = xmlFormat(root);
  if (format === 'cii' || format === 'ubl') return 'invoice';
  return root?.name === ORDER_ROOT ? 'order' : 'other';
}

/** True when the first character, after a byte-order mark and white space, opens a tag. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  for (const byte of bytes.subarray(0, 256)) {
    if (byte === 0x3c) return true;
    if (![0x09, 0x0a, 0x0d, 0x20, 0x00, 0xef, 0xbb, 0xbf, 0xff, 0xfe].includes(byte)) return false;
  }
  return false;
}

/** The invoice of an XML file, or its message on the life of invoices. Refuses `FormatNotYetRead`, `OrderNotInvoice`, `UnknownXml`, and what `parseXml` refuses. */
export function readXmlInvoice(bytes: Uint8Array, limits: Limits): Omit<ReadResult, 'file'> {
  const root = sniffRoot(bytes);
  const format = xmlFormat(root);
  if (format === 'cdar') return readLifecycle(bytes, limits);
  if (format !== 'cii' && format !== 'ubl') throw refuseRoot(bytes, root, format, limits);
  const { document, doubts } = readInvoice(bytes, format === 'cii' ? cii : ubl, limits);
  return { format, status: 'read', document, doubts };
}

function refuseRoot(bytes: Uint8Array, root: XmlRoot | undefined, format: Format, limits: Limits): Refused {
  if (format !== 'unknown') return new Refused('FormatNotYetRead', { format });
  if (root?.name === ORDER_ROOT) return new Refused('OrderNotInvoice');
  // A file that breaks, or carries a DOCTYPE, is refused for that reason rather than for its root.
  if (root?.name.toLowerCase() !== 'html') parseXml(bytes, limits);
  return new Refused('UnknownXml', { root: root?.name ?? '', namespace: root?.namespace ?? '' });
}
