/** The beginning of a file, looked at in the few ways that tell formats apart; each is worked out once, when asked. */

import Papa from 'papaparse';
import { decodeTable } from '../decode-text.ts';
import { findDelimiter } from '../table/csv.ts';
import type { Row } from '../table/grid.ts';
import { sniffRoot, type XmlRoot } from '../xml/sniff-root.ts';

/** Bytes looked at to know a format. Preambles, comments and long first rows fit many times. */
export const HEAD_BYTES = 262_144;
const TEXT_BYTES = 40_000;
const ROWS = 60;

export interface Head {
  readonly bytes: Uint8Array;
  /** First characters of a text, line ends as line feeds. */
  text(): string;
  /** First rows of a delimited text; a row that the head cuts may be wrong. */
  rows(): readonly Row[];
  /** Root of an XML file; undefined when there is none. */
  root(): XmlRoot | undefined;
}

export function headOf(bytes: Uint8Array): Head {
  const once = <T>(compute: () => T): (() => T) => {
    let value: { made: T } | undefined;
    return () => {
      value ??= { made: compute() };
      return value.made;
    };
  };
  const text = once(() => {
    const decoded = decodeTable(bytes.subarray(0, wholeCharacters(bytes)));
    return (decoded?.text ?? '').replace(/\r+\n|\r/g, '\n');
  });
  return {
    bytes,
    text,
    rows: once(() => headRows(text())),
    root: once(() => sniffRoot(bytes)),
  };
}

/** Where to cut the head so that no character is cut, whatever the encoding: after a plain byte, at an even place. */
function wholeCharacters(bytes: Uint8Array): number {
  if (bytes.length <= TEXT_BYTES) return bytes.length;
  let end = TEXT_BYTES;
  while (end > 2 && (end % 2 === 1 || bytes[end - 1]! >= 0x80)) end -= 1;
  return end;
}

function headRows(text: string): Row[] {
  const body = text.replace(/^sep=.\n/i, '');
  const { data } = Papa.parse<string[]>(body, { delimiter: findDelimiter(body), newline: '\n', preview: ROWS });
  return data.map((cells, index) => ({ line: index + 1, cells }));
}
