import type { ReadOptions } from '../options.ts';
import type { ReadPart } from '../pieces/piece-reader.ts';
import type { ReadResult } from '../result.ts';

/** What goes to the reading process: one file at a time, whole or by pieces. */
export type ChildRequest =
  | { bytes: Uint8Array; options: ReadOptions }
  /** A piece; the first one of a file brings its options and its size. The next one waits for the answer to this one. */
  | { piece: Uint8Array; first?: { options: ReadOptions; size: number }; last: boolean };

/** What comes back. `rss` is the memory the process holds, in bytes. */
export type ChildAnswer =
  | { kind: 'ready'; rss: number }
  | { kind: 'result'; result: ReadResult; parts?: ReadPart[]; rss: number }
  /** What a piece gave; `more` is false when the rest of the file is of no use. */
  | { kind: 'parts'; parts: ReadPart[]; more: boolean }
  | { kind: 'failed'; detail: string };
