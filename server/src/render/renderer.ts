import type { CourtDocument, LetterDocument } from '@acquit/recovery';
import type { CoverList, CoverListEntry } from './cover-list.ts';
import type { ExhibitFile } from './exhibit.ts';
import { EXHIBIT_FAULTS } from './exhibit-fault.ts';
import { type MergePart, type MergeSettings, startPages } from './merge.ts';
import { openPool, type PoolSettings, renderFailed } from './pool.ts';
import type { PressJob } from './protocol.ts';
import { RenderRefusal } from './refusal.ts';
import { assertPrintableSize } from './size.ts';

/** What became of one document among many. */
export type Rendered = { pdf: Uint8Array } | { refusal: RenderRefusal };

/** One letter waiting to be printed, with what the cover list says of it. */
export type QueuedLetter = Omit<CoverListEntry, 'pages' | 'firstPage'> & { pdf: Uint8Array };

export interface PrintQueue extends Omit<CoverList, 'entries'> {
  letters: QueuedLetter[];
  /** Every letter starts on a right-hand page. */
  duplex: boolean;
}

export interface Renderer {
  /** Sets a letter or a statement as a tagged PDF/A-2a. Throws `RenderRefusal`. */
  renderLetter(document: LetterDocument): Promise<Uint8Array>;
  /** The same for many, in their order; one that is refused stops no other. */
  renderMany(documents: LetterDocument[]): Promise<Rendered[]>;
  /** Sets the cover list of a print queue as a tagged PDF/A-2a. Throws `RenderRefusal`. */
  renderCoverList(list: CoverList): Promise<Uint8Array>;
  /** Sets a document of a court file as a tagged PDF/A-2a. Throws `RenderRefusal`. */
  renderCourtDocument(document: CourtDocument): Promise<Uint8Array>;
  /** Numbers an exhibit on every page, see `exhibit.ts`. Throws `RenderRefusal`, `ExhibitUnfit` for a file that cannot be one. */
  stampExhibit(file: ExhibitFile): Promise<{ pdf: Uint8Array; pages: number }>;
  /** Number of pages of each file. Throws `RenderRefusal`. */
  countPages(pdfs: Uint8Array[]): Promise<number[]>;
  /** Puts files one after the other, see `merge.ts`. Throws `RenderRefusal`. */
  mergePdfs(parts: MergePart[], settings: MergeSettings): Promise<Uint8Array>;
  /** The day's post as one file: the cover list, then each letter in order. Throws `RenderRefusal`. */
  renderPrintQueue(queue: PrintQueue): Promise<Uint8Array>;
  /** The press processes alive now. */
  pids(): number[];
  /** Ends every process; what still waits is refused (`RendererClosed`). */
  close(): Promise<void>;
}

const DEFAULTS: PoolSettings = {
  size: 2,
  documentsPerProcess: 2_000,
  bytesPerProcess: 512 * 1024 * 1024,
  limitMs: 20_000,
};

/** Merging is bounded work per file; a day's post of thousands must not fall under the limit of one letter. */
const MERGE_MS_PER_PART = 100;

/** Opens a renderer; its processes start with the first document. */
export function createRenderer(settings: Partial<PoolSettings> = {}): Renderer {
  const pool = openPool({ ...DEFAULTS, ...settings });

  const make = async (job: PressJob, extraMs = 0): Promise<Uint8Array> => {
    const answer = await pool.run(job, extraMs);
    if (answer.outcome !== 'done') throw renderFailed(answer.outcome === 'failed' ? new Error(answer.detail) : answer);
    return answer.pdf;
  };

  const count = async (pdfs: Uint8Array[]): Promise<number[]> => {
    const answer = await pool.run({ kind: 'count-pages', pdfs }, pdfs.length * MERGE_MS_PER_PART);
    if (answer.outcome !== 'counted')
      throw renderFailed(answer.outcome === 'failed' ? new Error(answer.detail) : answer);
    return answer.pages;
  };

  const renderer: Renderer = {
    async renderLetter(document) {
      assertPrintableSize(document);
      return make({ kind: 'letter', document });
    },
    renderMany(documents) {
      return Promise.all(
        documents.map(async (document): Promise<Rendered> => {
          try {
            return { pdf: await renderer.renderLetter(document) };
          } catch (refusal) {
            if (refusal instanceof RenderRefusal) return { refusal };
            throw refusal;
          }
        }),
      );
    },
    async renderCoverList(list) {
      assertPrintableSize(list);
      return make({ kind: 'cover-list', list });
    },
    async renderCourtDocument(document) {
      assertPrintableSize(document);
      return make({ kind: 'court', document });
    },
    async stampExhibit(file) {
      const answer = await pool.run({ kind: 'exhibit', file });
      if (answer.outcome === 'stamped') return { pdf: answer.pdf, pages: answer.pages };
      if (answer.outcome === 'unfit')
        throw new RenderRefusal('ExhibitUnfit', EXHIBIT_FAULTS[answer.fault], {
          fault: answer.fault,
          title: file.title,
        });
      throw renderFailed(answer.outcome === 'failed' ? new Error(answer.detail) : answer);
    },
    countPages: count,
    mergePdfs: (parts, mergeSettings) =>
      make({ kind: 'merge', parts, settings: mergeSettings }, parts.length * MERGE_MS_PER_PART),
    async renderPrintQueue({ letters, duplex, ...head }) {
      const pages = await count(letters.map((it) => it.pdf));
      // The list names pages that its own length moves: set it once to know that length, then with the right numbers.
      const list = (coverPages: number): CoverList => {
        const starts = startPages(coverPages, pages, duplex);
        return {
          ...head,
          entries: letters.map(({ pdf: _, ...it }, i) => ({ ...it, pages: pages[i]!, firstPage: starts[i]! })),
        };
      };
      const [coverPages] = await count([await renderer.renderCoverList(list(1))]);
      const cover = await renderer.renderCoverList(list(coverPages!));
      return renderer.mergePdfs(
        letters.map((it) => ({ pdf: it.pdf, title: `${it.number} — ${it.debtor}` })),
        {
          title: `Courrier à poster — ${head.company} — ${head.date}`,
          on: head.on,
          cover: { pdf: cover, title: 'Bordereau' },
          duplex,
        },
      );
    },
    pids: pool.pids,
    close: pool.close,
  };
  return renderer;
}
