import type { ReadOptions } from '../options.ts';
import type { ReadResult } from '../result.ts';

/** What goes to the reading process: one file at a time. */
export interface ChildRequest {
  bytes: Uint8Array;
  options: ReadOptions;
}

/** What comes back. `rss` is the memory the process holds, in bytes. */
export type ChildAnswer =
  | { kind: 'ready'; rss: number }
  | { kind: 'result'; result: ReadResult; rss: number }
  | { kind: 'failed'; detail: string };
