import { PDFDocument } from 'pdf-lib';
import { startProcess } from '../../drills/lib/processes.ts';
import { createRenderer } from '../../server/src/render/index.ts';
import { median } from '../lib/figures.ts';
import { ownCpu, processCpu } from '../lib/processor.ts';
import type { Run } from '../lib/run.ts';
import { KINDS, letterFor } from './documents.ts';

const BARE = new URL('./bare-process.ts', import.meta.url);
/** What a press process gets too: without them the typesetter's threads spin and its memory is given back each time. */
const PRESS_SETTINGS = {
  RAYON_NUM_THREADS: '1',
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '536870912',
  MALLOC_MMAP_THRESHOLD_: '536870912',
  MALLOC_TOP_PAD_: '16777216',
};
const WARM_UP = 20;
const REPETITIONS = 3;

/** Letters a second of processor, through the renderer as the product uses it: our process and the press's, together. */
export async function letters(run: Run): Promise<void> {
  const count = run.quick ? 60 : 400;
  for (const [index, { what, daysLate, annex }] of KINDS.entries()) {
    const limits: number[] = [];
    const values: number[] = [];
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      const bare = startProcess(BARE, [String(index), String(count)], PRESS_SETTINGS);
      limits.push(1 / Number(await bare.firstLine));
      await bare.ended;
      values.push(await throughTheRenderer(count, daysLate, annex));
    }
    const pages = await pagesOf(daysLate, annex);
    run.add({
      section: 'Letters',
      what: `${what} (${pages} page${pages > 1 ? 's' : ''}), PDF/A-2a`,
      unit: '/cpu-s',
      values,
      kind: 'speed',
      ...(pages === 1 ? { budget: 150 } : {}),
      limit: { what: 'the bare typesetter on the same documents', value: median(limits) },
      whenMissed: 'the bare typesetter takes most of it, and its own figure here says how much this machine was shared',
    });
  }
}

async function throughTheRenderer(count: number, daysLate: number, annex: boolean): Promise<number> {
  const renderer = createRenderer({ size: 1 });
  try {
    await renderer.renderMany(Array.from({ length: WARM_UP }, (_, n) => letterFor(n, daysLate, annex)));
    const total = () => ownCpu() + renderer.pids().reduce((sum, pid) => sum + (processCpu(pid) ?? Number.NaN), 0);
    const before = total();
    const rendered = await renderer.renderMany(
      Array.from({ length: count }, (_, n) => letterFor(n + WARM_UP, daysLate, annex)),
    );
    const cpu = total() - before;
    if (rendered.some((one) => 'refusal' in one)) throw new Error('Every letter of the bench must be printable.');
    return count / cpu;
  } finally {
    await renderer.close();
  }
}

async function pagesOf(daysLate: number, annex: boolean): Promise<number> {
  const renderer = createRenderer({ size: 1 });
  try {
    return (await PDFDocument.load(await renderer.renderLetter(letterFor(0, daysLate, annex)))).getPageCount();
  } finally {
    await renderer.close();
  }
}
