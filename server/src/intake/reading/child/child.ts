/**
 * The process that reads files of strangers. It is started without environment, without network, without the right to
 * write or to start anything, and with the right to read its own code only: the bytes come to it through the channel.
 */

import type { ReadPart } from '../pieces/piece-reader.ts';
import { readFile } from '../read-file.ts';
import { openSession, type Session } from '../session.ts';
import type { ChildAnswer, ChildRequest } from './protocol.ts';

const answer = (message: ChildAnswer): void => {
  process.send?.(message);
};

let session: Session | undefined;
let parts: ReadPart[] = [];

async function readPiece(request: Extract<ChildRequest, { piece: Uint8Array }>): Promise<ChildAnswer> {
  if (request.first !== undefined) {
    parts = [];
    session = openSession(request.first.options, (part) => parts.push(part), request.first.size);
  }
  if (session === undefined) throw new Error('a piece without its file');
  // An empty piece asks for what is left to give.
  const more = request.piece.length === 0 || session.feed(request.piece);
  const result = request.last ? await session.end() : undefined;
  const given = parts;
  parts = [];
  if (result === undefined) return { kind: 'parts', parts: given, more };
  session = undefined;
  return { kind: 'result', result, parts: given, rss: process.memoryUsage.rss() };
}

process.on('message', async (request: ChildRequest) => {
  try {
    if ('piece' in request) answer(await readPiece(request));
    else {
      const result = await readFile(request.bytes, request.options);
      answer({ kind: 'result', result, rss: process.memoryUsage.rss() });
    }
  } catch (error) {
    // A bug of ours must not take the files that follow with it.
    answer({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
});

process.on('disconnect', () => process.exit(0));

answer({ kind: 'ready', rss: process.memoryUsage.rss() });
