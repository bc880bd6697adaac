import type { IncomingMessage } from '../model.ts';
import { fold } from '../words/fold.ts';

/** A message as its kind is looked for: the same words folded once. */
export interface Signs {
  message: IncomingMessage;
  /** First value of a header, folded; empty when it is not there. */
  header(name: string): string;
  has(name: string): boolean;
  subject: string;
  from: string;
  fromName: string;
  /** What the author wrote himself, folded, in one line of bounded length. */
  words: string;
  /** The whole text folded and bounded, with its lines. */
  whole: string;
}

/** A machine says what it is in its first words. */
const LONGEST_LOOK = 6_000;
const LONGEST_WHOLE = 60_000;

export function signsOf(message: IncomingMessage, own: string): Signs {
  const headers = new Map<string, string>();
  for (const { name, value } of message.headers) if (!headers.has(name)) headers.set(name, fold(value.slice(0, 2_000)));
  return {
    message,
    header: (name) => headers.get(name) ?? '',
    has: (name) => headers.has(name),
    subject: fold(message.subject.slice(0, 1_000)).trim(),
    from: (message.from?.address ?? '').toLowerCase(),
    fromName: fold(message.from?.name ?? ''),
    words: fold(own.slice(0, LONGEST_LOOK)).replaceAll(/\s+/g, ' '),
    whole: fold(message.text.slice(0, LONGEST_WHOLE)),
  };
}

/** E-mail addresses of a text, in small letters, each once. */
export function addressesIn(text: string): string[] {
  const found = text
    .slice(0, LONGEST_WHOLE)
    .matchAll(/[a-z0-9._%+'-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}/gi);
  return [
    ...new Set(
      [...found].map(([address]) =>
        address
          .toLowerCase()
          .replace(/^['.]+/, '')
          .replace(/\.$/, ''),
      ),
    ),
  ];
}
