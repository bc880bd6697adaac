import { stampExhibit } from './exhibit.ts';
import { ExhibitFault } from './exhibit-fault.ts';
import { countPages, mergePdfs } from './merge.ts';
import { openPress } from './press.ts';
import type { PressAnswer, PressJob } from './protocol.ts';

/**
 * Entry point of a press process: one job in, one answer out, over the channel to its parent. It ends when that
 * channel closes, so a parent killed on the spot leaves no process behind.
 */
const press = openPress();

type Result =
  | { outcome: 'done'; pdf: Uint8Array }
  | { outcome: 'counted'; pages: number[] }
  | { outcome: 'stamped'; pdf: Uint8Array; pages: number };

async function carryOut(job: PressJob): Promise<Result> {
  switch (job.kind) {
    case 'letter':
      return { outcome: 'done', pdf: press.letter(job.document) };
    case 'cover-list':
      return { outcome: 'done', pdf: press.coverList(job.list) };
    case 'court':
      return { outcome: 'done', pdf: press.court(job.document) };
    case 'exhibit':
      return { outcome: 'stamped', ...(await stampExhibit(job.file, press.stamps)) };
    case 'merge':
      return { outcome: 'done', pdf: await mergePdfs(job.parts, job.settings) };
    case 'count-pages':
      return { outcome: 'counted', pages: await countPages(job.pdfs) };
  }
}

async function answer(job: PressJob): Promise<PressAnswer> {
  try {
    const result = await carryOut(job);
    return { ...result, residentBytes: process.memoryUsage.rss() };
  } catch (error) {
    if (error instanceof ExhibitFault)
      return { outcome: 'unfit', fault: error.code, residentBytes: process.memoryUsage.rss() };
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { outcome: 'failed', detail, residentBytes: process.memoryUsage.rss() };
  }
}

process.on('disconnect', () => process.exit(0));
process.on('message', (job: PressJob) => {
  answer(job).then((message) => process.send?.(message));
});
