import { cleanAnswer, type SmtpError } from './smtp-trouble.ts';

/**
 * How one message ended. Only two kinds leave no certainty about the past: none before the dot, `in-doubt` after it.
 * `sender-refused` is about us (the account may not send), not about the debtor: no message may be given up for it.
 */
export type SendOutcome =
  | { kind: 'accepted'; answer: string }
  | { kind: 'temporary'; answer: string }
  | { kind: 'permanent'; answer: string }
  | { kind: 'sender-refused'; answer: string }
  | { kind: 'lost-before-dot'; reason: string }
  | { kind: 'stopped' }
  | { kind: 'in-doubt'; reason: string };

/** What the line knows at the moment the answer, or its absence, is judged. */
export interface SendProgress {
  dotLeft: boolean;
  /** The gate refused the dot, or failed: the connection was cut on purpose. */
  stopped: boolean;
  /** A time limit that ran out, in French; null when none did. */
  timedOut: string | null;
}

/** RFC 1870: the one answer to MAIL FROM that is about the message and not about the sender. */
const TOO_BIG = 552;

function refusedByServer(error: SmtpError, code: number): SendOutcome {
  const answer = cleanAnswer(error.response ?? error.message);
  if (error.command === 'MAIL FROM' && code !== TOO_BIG) return { kind: 'sender-refused', answer };
  return code >= 500 ? { kind: 'permanent', answer } : { kind: 'temporary', answer };
}

/**
 * Judges an error of the mail client. Before the dot nothing was delivered, whatever happened; after it, only an answer
 * of the server (4xx, 5xx) proves that the message was not taken, and silence proves nothing.
 */
export function judgeError(error: SmtpError, progress: SendProgress): SendOutcome {
  const code = error.responseCode ?? 0;
  const answered = code >= 400 && code < 600;
  if (progress.dotLeft) {
    if (answered) return refusedByServer(error, code);
    return { kind: 'in-doubt', reason: progress.timedOut ?? cleanAnswer(error.message) };
  }
  if (progress.stopped) return { kind: 'stopped' };
  if (progress.timedOut) return { kind: 'lost-before-dot', reason: progress.timedOut };
  if (answered) return refusedByServer(error, code);
  // The client itself saw that the server announced a smaller limit than this message.
  if (error.code === 'EMESSAGE') return { kind: 'permanent', answer: cleanAnswer(error.message) };
  return { kind: 'lost-before-dot', reason: cleanAnswer(error.message) };
}
