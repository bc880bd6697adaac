import type { Figure } from './figures.ts';
import { ownCpu } from './processor.ts';

/** What every section is given: whether to be quick, and a place to put its figures. */
export interface Run {
  quick: boolean;
  add(figure: Figure): void;
  /** Says what is going on, on the terminal only. */
  say(text: string): void;
}

export type Section = (run: Run) => Promise<void>;

/**
 * Runs `work` for about `seconds` after a warm-up and gives how many times a second of processor it ran, three times
 * over: pure work waits for nothing, so what others do on the machine meanwhile is left out.
 */
export function speedOf(seconds: number, work: () => unknown): number[] {
  const CHUNK = 200;
  const round = (length: number): number => {
    const start = ownCpu();
    let times = 0;
    let elapsed = 0;
    do {
      for (let n = 0; n < CHUNK; n += 1) work();
      times += CHUNK;
      elapsed = ownCpu() - start;
    } while (elapsed < length);
    return times / elapsed;
  };
  round(seconds);
  return [round(seconds), round(seconds), round(seconds)];
}
