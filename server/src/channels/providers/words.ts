import { cleanAnswer } from '../mail/index.ts';
import type { NotBought, PaidOutcome } from './model.ts';
import type { Answer } from './request.ts';

/** A provider's words, safe to keep and show. */
export function wordsOf(answer: Answer): string {
  if (answer.kind !== 'answered') return answer.reason;
  return cleanAnswer(`${answer.status} ${answer.body.toString('utf8').slice(0, 2_000)}`);
}

const isAccount = (status: number) =>
  status === 401 || status === 402 || status === 403 || (status >= 300 && status < 400);

/**
 * What a failed call means when nothing was bought by it: a draft, a token. Whatever its end, it may be made again.
 */
export function notBought(answer: Answer): NotBought {
  const words = wordsOf(answer);
  if (answer.kind !== 'answered') return { kind: 'not-taken', answer: words };
  if (isAccount(answer.status)) return { kind: 'account', answer: words };
  if (answer.status === 429 || answer.status >= 500 || answer.status < 400) return { kind: 'not-taken', answer: words };
  return { kind: 'refused', answer: words };
}

/**
 * What the end of a paid call means when it is not the acceptance its documentation promises. Only a line that was never
 * open, and a refusal pronounced by the provider (4xx), are certain; anything else may have been taken.
 */
export function paidTrouble(answer: Answer): PaidOutcome {
  if (answer.kind === 'unknown') return { kind: 'unknown', answer: answer.reason };
  if (answer.kind === 'answered' && (answer.status < 300 || answer.status >= 500))
    return { kind: 'unknown', answer: wordsOf(answer) };
  return notBought(answer);
}

/** The day in Paris of an instant that a provider told. Null for what is none. */
export function parisDay(instant: string | null): string | null {
  if (instant === null) return null;
  try {
    return Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
  } catch {
    return null;
  }
}

/** Euros as providers write them (« 1.27 », 1.27, « 1,27 ») in cents; null when they are none. */
export function centsOf(euros: unknown): number | null {
  const text =
    typeof euros === 'number' ? String(euros) : typeof euros === 'string' ? euros.replace(',', '.').trim() : '';
  if (!/^\d{1,6}(\.\d+)?$/.test(text)) return null;
  return Math.round(Number(text) * 100);
}
