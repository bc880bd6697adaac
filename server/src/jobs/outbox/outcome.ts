import type { SendOutcome } from '../../channels/index.ts';
import type { DueMail } from './model.ts';
import { retryDelay } from './retry.ts';
import type { Settlement } from './settle.ts';

/** The mark was refused although the row had just been reserved: something else is at work, so do not insist at once. */
const STOPPED_DELAY_MS = 1_000;

const GIVEN_UP = 'Abandonné après 48 heures d’essais. Vérifiez l’adresse, puis renvoyez ou appelez.';

/** A message that was not taken for now: later, or given up with the last words heard when 48 hours have gone by. */
export function later(mail: DueMail, answer: string): Settlement {
  return { mail, ...laterVerdict(mail.attempts, answer), messageId: null };
}

/** A message that will not be sent unless a person decides otherwise. */
export function refused(mail: DueMail, answer: string): Settlement {
  return { mail, state: 'refused', answer, delayMs: 0, uncounted: false, messageId: null };
}

/** A message that was not tried at all, for a reason that is not its own: it waits without its attempt being counted. */
export function notTried(mail: DueMail, answer: string, delayMs: number): Settlement {
  return { mail, state: 'due', answer, delayMs, uncounted: true, messageId: null };
}

/** What is written down of an attempt, whatever was sent. */
export type Verdict = Pick<Settlement, 'state' | 'answer' | 'delayMs' | 'uncounted'>;

/** What to write down of one attempt, the `attempts`-th, for each way a conversation with the server can end. */
export function verdictOf(attempts: number, outcome: SendOutcome): Verdict {
  switch (outcome.kind) {
    case 'accepted':
      return { state: 'sent', answer: outcome.answer, delayMs: 0, uncounted: false };
    case 'in-doubt':
      return {
        state: 'in-doubt',
        answer: `La fin du message est partie et aucune réponse n’est revenue. ${outcome.reason}`,
        delayMs: 0,
        uncounted: false,
      };
    case 'permanent':
      return { state: 'refused', answer: outcome.answer, delayMs: 0, uncounted: false };
    case 'temporary':
      return laterVerdict(attempts, outcome.answer);
    case 'lost-before-dot':
      return laterVerdict(attempts, outcome.reason);
    case 'sender-refused':
      return { state: 'due', answer: outcome.answer, delayMs: 0, uncounted: true };
    case 'stopped':
      return {
        state: 'due',
        answer: 'La réservation de ce message n’était plus valable au moment de l’envoyer.',
        delayMs: STOPPED_DELAY_MS,
        uncounted: true,
      };
  }
}

function laterVerdict(attempts: number, answer: string): Verdict {
  const delayMs = retryDelay(attempts);
  if (delayMs !== null) return { state: 'due', answer, delayMs, uncounted: false };
  return { state: 'refused', answer: `${GIVEN_UP} Dernière réponse : ${answer}`, delayMs: 0, uncounted: false };
}

/** What to write down of a message for each way a conversation with the server can end. */
export function settlementOf(mail: DueMail, messageId: string, outcome: SendOutcome): Settlement {
  const verdict = verdictOf(mail.attempts, outcome);
  // A message that was not tried keeps no name: the next attempt may be another account's.
  return { mail, ...verdict, messageId: verdict.uncounted ? null : messageId };
}
