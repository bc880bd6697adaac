import type { CourtDocument, LetterDocument } from '@acquit/recovery';
import type { CoverList } from './cover-list.ts';
import type { ExhibitFile } from './exhibit.ts';
import type { ExhibitFaultCode } from './exhibit-fault.ts';
import type { MergePart, MergeSettings } from './merge.ts';

/** What a press process is asked to do. */
export type PressJob =
  | { kind: 'letter'; document: LetterDocument }
  | { kind: 'cover-list'; list: CoverList }
  | { kind: 'court'; document: CourtDocument }
  | { kind: 'exhibit'; file: ExhibitFile }
  | { kind: 'merge'; parts: MergePart[]; settings: MergeSettings }
  | { kind: 'count-pages'; pdfs: Uint8Array[] };

/** Its answer: the bytes, the page counts, or what went wrong in English for the log; and its memory afterwards. */
export type PressAnswer = { residentBytes: number } & (
  | { outcome: 'done'; pdf: Uint8Array }
  | { outcome: 'counted'; pages: number[] }
  | { outcome: 'stamped'; pdf: Uint8Array; pages: number }
  | { outcome: 'unfit'; fault: ExhibitFaultCode }
  | { outcome: 'failed'; detail: string }
);
