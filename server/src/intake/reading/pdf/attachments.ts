/** Takes the files attached to a PDF out of it with pdf-lib: fast, and blind to encrypted files. */

import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from 'pdf-lib';
import type { Limits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { inflateLimited, isTooLarge } from './bombs.ts';

export interface Attachment {
  name: string;
  bytes: Uint8Array;
}

export interface AttachmentList {
  attachments: Attachment[];
  encrypted: boolean;
}

/** Nodes of the tree of names that are looked at, and so its deepest level: a few attachments need one or two. */
const TREE_NODES = 1_000;

const name = (text: string): PDFName => PDFName.of(text);

/**
 * The attachments of the tree of names, then those that only stand in the `AF` list. Refuses `TooManyPages`,
 * `TooManyAttachments`, `UnpackedTooLarge`; throws whatever pdf-lib throws on a damaged file.
 */
export async function listAttachments(pdf: Uint8Array, limits: Limits): Promise<AttachmentList> {
  const document = await PDFDocument.load(pdf, {
    ignoreEncryption: true,
    updateMetadata: false,
    throwOnInvalidObject: false,
    parseSpeed: Number.POSITIVE_INFINITY,
  });
  const { catalog } = document;
  const pages = catalog.lookupMaybe(name('Pages'), PDFDict)?.lookupMaybe(name('Count'), PDFNumber)?.asNumber() ?? 0;
  if (pages > limits.pages) throw new Refused('TooManyPages', { limit: limits.pages, found: pages });
  if (document.isEncrypted) return { attachments: [], encrypted: true };

  const specifications = new Set<PDFDict>();
  const tree = catalog.lookupMaybe(name('Names'), PDFDict)?.lookupMaybe(name('EmbeddedFiles'), PDFDict);
  if (tree !== undefined) collect(tree, specifications, limits, new Set());
  const associated = catalog.lookup(name('AF'));
  if (associated instanceof PDFArray) addAll(associated, specifications, limits);
  if (associated instanceof PDFDict) specifications.add(associated);

  let left = limits.unpackedBytes;
  const attachments: Attachment[] = [];
  for (const specification of specifications) {
    const stream = fileStream(specification);
    if (stream === undefined) continue;
    const bytes = unpack(stream, left, limits);
    left -= bytes.length;
    attachments.push({ name: fileName(specification), bytes });
  }
  return { attachments, encrypted: false };
}

/** Walks the tree of names. Each node is visited once: a hostile tree points back at itself. */
function collect(node: PDFDict, into: Set<PDFDict>, limits: Limits, visited: Set<PDFDict>): void {
  if (visited.has(node) || visited.size > TREE_NODES) return;
  visited.add(node);
  const names = node.lookup(name('Names'));
  if (names instanceof PDFArray) addAll(names, into, limits);
  const kids = node.lookup(name('Kids'));
  if (!(kids instanceof PDFArray)) return;
  for (let index = 0; index < kids.size(); index += 1) {
    const kid = kids.lookup(index);
    if (kid instanceof PDFDict) collect(kid, into, limits, visited);
  }
}

/** Adds every file specification of an array; in a tree of names they alternate with their keys. */
function addAll(items: PDFArray, into: Set<PDFDict>, limits: Limits): void {
  for (let index = 0; index < items.size(); index += 1) {
    const item = items.lookup(index);
    if (item instanceof PDFDict) into.add(item);
    if (into.size > limits.attachments) throw new Refused('TooManyAttachments', { limit: limits.attachments });
  }
}

function fileStream(specification: PDFDict): PDFRawStream | undefined {
  const embedded = specification.lookup(name('EF'));
  if (!(embedded instanceof PDFDict)) return undefined;
  for (const key of ['UF', 'F', 'DOS', 'Unix', 'Mac']) {
    const stream = embedded.lookup(name(key));
    if (stream instanceof PDFRawStream) return stream;
  }
  return undefined;
}

function fileName(specification: PDFDict): string {
  for (const key of ['UF', 'F', 'Desc']) {
    const text = specification.lookup(name(key));
    if (text instanceof PDFString || text instanceof PDFHexString) return text.decodeText();
  }
  return '';
}

/** The bytes of a stream. The usual case is unpacked by zlib with a ceiling; rarer filters by pdf-lib, measured after. */
function unpack(stream: PDFRawStream, left: number, limits: Limits): Uint8Array {
  const filter = stream.dict.lookup(name('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  const plain = stream.dict.lookup(name('DecodeParms')) === undefined;
  try {
    if (only === undefined) return fits(stream.getContents(), left);
    if (only === name('FlateDecode') && plain) return inflateLimited(stream.getContents(), Math.max(1, left));
    return fits(decodePDFRawStream(stream).decode(), left);
  } catch (error) {
    if (isTooLarge(error)) throw new Refused('UnpackedTooLarge', { limit: limits.unpackedBytes });
    throw error;
  }
}

function fits(bytes: Uint8Array, left: number): Uint8Array {
  if (bytes.length > left) throw new RangeError('larger than the limit');
  return bytes;
}
