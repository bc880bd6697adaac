/**
 * The process that reads files of strangers. It is started without environment, without network, without the right to
 * write or to start anything, and with the right to read its own code only: the bytes come to it through the channel.
 */

import { readFile } from '../read-file.ts';
import type { ChildAnswer, ChildRequest } from './protocol.ts';

const answer = (message: ChildAnswer): void => {
  process.send?.(message);
};

process.on('message', async (request: ChildRequest) => {
  try {
    const result = await readFile(request.bytes, request.options);
    answer({ kind: 'result', result, rss: process.memoryUsage.rss() });
  } catch (error) {
    // A bug of ours must not take the files that follow with it.
    answer({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
});

process.on('disconnect', () => process.exit(0));

answer({ kind: 'ready', rss: process.memoryUsage.rss() });
