import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UsageError } from './context.ts';
import { print, printPrompt } from './output.ts';
import type { Texts } from './texts.ts';

/** More than this on the standard input is no password. */
const MOST_BYTES = 4096;
/** A mistake of typing is human; after this many the command ends. */
const TRIES = 3;

/**
 * A new secret: asked twice on a terminal, where nothing of it is shown; otherwise the one line of the standard input.
 * Throws `UsageError` when the person gives up, when the two never agree, and when the input is not one line of text.
 */
export function newSecret(texts: Texts): Promise<string> {
  return process.stdin.isTTY ? asked(texts) : piped(texts);
}

async function asked(texts: Texts): Promise<string> {
  // The terminal is read key by key and nothing is written back: neither the secret nor its length is seen.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({ input: process.stdin, output: nowhere, terminal: true, historySize: 0 });
  const next = line[Symbol.asyncIterator]();
  line.once('SIGINT', () => line.close());
  const ask = async (question: string): Promise<string> => {
    printPrompt(question);
    const { done, value } = await next.next();
    printPrompt('\n');
    if (done) throw new UsageError(texts.secretGivenUp);
    return value;
  };
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const first = await ask(texts.secretOnce);
      if (first === (await ask(texts.secretTwice))) return first;
      print(texts.secretDiffers);
    }
    throw new UsageError(texts.secretGivenUp);
  } finally {
    line.close();
  }
}

async function piped(texts: Texts): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    parts.push(part as Buffer);
    size += (part as Buffer).length;
    if (size > MOST_BYTES) throw new UsageError(texts.secretUnreadable);
  }
  const text = readUtf8(Buffer.concat(parts))?.replace(/\r?\n$/, '') ?? null;
  if (text === null || /\p{Cc}/u.test(text)) throw new UsageError(texts.secretUnreadable);
  if (text === '') throw new UsageError(texts.secretMissing);
  return text;
}

function readUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
