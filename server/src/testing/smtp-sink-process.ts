/**
 * The sink as a process of its own, for drills: it outlives the senders that are killed, and its file is the judge. Each
 * kept message is one line with its Message-ID, on the disk before the answer leaves (`fast`: written, not forced to the
 * disk, for measuring speed).
 *
 *     node smtp-sink-process.ts <file> [mean answer delay in ms] [seed] [safe | fast]
 *
 * Prints its port, then serves until it is told to end.
 */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { startSink } from './smtp-sink.ts';

const [file, meanDelay = '0', seed = '1', care = 'safe'] = process.argv.slice(2);
if (!file) throw new Error('usage: smtp-sink-process.ts <file> [mean delay ms] [seed] [safe | fast]');

let state = Number(seed) >>> 0;
/** A small generator is enough: the delays only have to differ, and to be the same again for the same seed. */
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}

const log = openSync(file, 'a');
const sink = await startSink({
  keepRaw: false,
  onMessage: () => ({ keep: true, answer: 'ok', delayMs: Math.round(random() * 2 * Number(meanDelay)) }),
  onKept: ({ messageId }) => {
    writeSync(log, `${messageId}\n`);
    if (care === 'safe') fsyncSync(log);
  },
});
process.stdout.write(`${sink.port}\n`);
process.once('SIGTERM', () => {
  void sink.close().then(() => closeSync(log));
});
