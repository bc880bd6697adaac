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
 * The text of an XML file in pieces, so that a large file is never in memory twice. Refuses `UnknownEncoding` for a
 * label that is not in the list (UTF-7 among them: it hides tags from every check made on bytes) and `WrongEncoding`
 * when the bytes do not follow the label, at the line where that shows.
 */
export function* xmlText(bytes: Uint8Array): Generator<string> {
  const mark = byteOrderMark(bytes);
  const wide = bareUtf16(bytes);
  const label = declaredEncoding(bytes);
  const encoding = mark?.encoding ?? wide ?? labelled(label);
  if (mark === undefined && wide === undefined && encoding.startsWith('utf-16')) {
    throw new Refused('WrongEncoding', { declared: label ?? encoding, line: 1 });
  }
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let line = 1;
  for (let start = mark?.length ?? 0; start < bytes.length; start += CHUNK) {
    const piece = bytes.subarray(start, start + CHUNK);
    let text: string;
    try {
      text = decoder.decode(piece, { stream: start + CHUNK < bytes.length });
    } catch {
      throw new Refused('WrongEncoding', { declared: label ?? encoding, line });
    }
    line += text.split('\n').length - 1;
    yield text;
  }
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
