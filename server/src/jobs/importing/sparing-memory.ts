import { setFlagsFromString } from 'node:v8';

/** A file beyond this is what most of the memory would go to, and takes its time whatever one does. */
const HUGE_BYTES = 30_000_000;
/** Left to itself the heap grows by more than half before it is cleared; so, by a tenth. */
const [CLOSELY, BY_ITSELF] = ['--heap-growing-percent=10', '--heap-growing-percent=0'];

let underWay = 0;

/**
 * Imports a file of some bytes; a huge one with its garbage cleared early and often, so that a gigabyte is imported within
 * the memory that a small file takes (300 MB, `drills/importing`), for a few hundredths of its time.
 */
export async function sparingMemory<T>(bytes: number, work: () => Promise<T>): Promise<T> {
  if (bytes <= HUGE_BYTES) return work();
  underWay += 1;
  setFlagsFromString(CLOSELY);
  try {
    return await work();
  } finally {
    underWay -= 1;
    if (underWay === 0) setFlagsFromString(BY_ITSELF);
  }
}
