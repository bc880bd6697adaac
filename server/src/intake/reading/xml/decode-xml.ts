/** Chooses how the bytes of an XML file become text, before a single tag is read. */

import { bareUtf16, byteOrderMark } from '../decode-text.ts';
import { Refused } from '../refused.ts';

/** Encodings an invoice may declare, under the names people write, with the decoder that reads them. */
const decoders: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'iso-8859-1': 'windows-1252',
  'iso_8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};

const CHUNK = 65_536;

/**
 * The text of an XML file in pieces, so that a large file is never in memory twice. Refuses what `xmlDecoder` does.
 */
export function* xmlText(bytes: Uint8Array): Generator<string> {
  const { decode, markLength } = xmlDecoder(bytes);
  for (let start = markLength; start < bytes.length; start += CHUNK) {
    yield decode(bytes.subarray(start, start + CHUNK), start + CHUNK >= bytes.length);
  }
}

export interface XmlDecoder {
  /** Text of the next bytes; `last` when there are no more. */
  decode(bytes: Uint8Array, last: boolean): string;
  /** Bytes of the byte-order mark, which are no text. */
  markLength: number;
}

/**
 * The decoder of an XML file, from its first bytes. Refuses `UnknownEncoding` for a label that is not in the list (UTF-7
 * among them: it hides tags from every check made on bytes) and `WrongEncoding` when the bytes do not follow the label,
 * at the line where that shows.
 */
export function xmlDecoder(first: Uint8Array): XmlDecoder {
  const mark = byteOrderMark(first);
  const wide = bareUtf16(first);
  const label = declaredEncoding(first);
  const encoding = mark?.encoding ?? wide ?? labelled(label);
  if (mark === undefined && wide === undefined && encoding.startsWith('utf-16')) {
    throw new Refused('WrongEncoding', { declared: label ?? encoding, line: 1 });
  }
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let line = 1;
  return {
    markLength: mark?.length ?? 0,
    decode(bytes, last) {
      let text: string;
      try {
        text = decoder.decode(bytes, { stream: !last });
      } catch {
        throw new Refused('WrongEncoding', { declared: label ?? encoding, line });
      }
      line += countFeeds(text);
      return text;
    },
  };
}

/** Line feeds of a text, counted without cutting it. */
export function countFeeds(text: string): number {
  let feeds = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) feeds += 1;
  return feeds;
}

function labelled(label: string | undefined): string {
  if (label === undefined) return 'utf-8';
  const decoder = Object.hasOwn(decoders, label) ? decoders[label] : undefined;
  if (decoder === undefined) throw new Refused('UnknownEncoding', { declared: label });
  return decoder;
}

/** The `encoding` of an XML declaration written in a superset of ASCII, in lower case. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 256)).toString('latin1');
  const found = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*(["'])([A-Za-z0-9._-]{1,40})\1/.exec(
    head.replace(/^\u00ef\u00bb\u00bf/, ''),
  );
  return found?.[2]?.toLowerCase();
}
