import type { SendOutcome } from '../../channels/index.ts';
import type { DueMail } from './model.ts';
import { retryDelay } from './retry.ts';
import type { Settlement } from './settle.ts';

/** The mark was refused although the row had just been reserved: something else is at work, so do not insist at once. */
const STOPPED_DELAY_MS = 1_000;

const GIVEN_UP = 'Abandonné après 48 heures d’essais. Vérifiez l’adresse, puis renvoyez ou appelez.';

/** A message that was not taken for now: later, or given up with the last words heard when 48 hours have gone by. */
export function later(mail: DueMail, answer: string, messageId: string | null = null): Settlement {
  const delayMs = retryDelay(mail.attempts);
  if (delayMs !== null) return { mail, state: 'due', answer, delayMs, uncounted: false, messageId };
  return refused(mail, `${GIVEN_UP} Dernière réponse : ${answer}`, messageId);
}

/** A message that will not be sent unless a person decides otherwise. */
export function refused(mail: DueMail, answer: string, messageId: string | null = null): Settlement {
  return { mail, state: 'refused', answer, delayMs: 0, uncounted: false, messageId };
}

/** A message that was not tried at all, for a reason that is not its own: it waits without its attempt being counted. */
export function notTried(mail: DueMail, answer: string, delayMs: number): Settlement {
  return { mail, state: 'due', answer, delayMs, uncounted: true, messageId: null };
}

/** What to write down for each way a conversation with the server can end. */
export function settlementOf(mail: DueMail, messageId: string, outcome: SendOutcome): Settlement {
  const certain = { mail, delayMs: 0, uncounted: false, messageId };
  switch (outcome.kind) {
    case 'accepted':
      return { ...certain, state: 'sent', answer: outcome.answer };
    case 'in-doubt':
      return {
        ...certain,
        state: 'in-doubt',
        answer: `La fin du message est partie et aucune réponse n’est revenue. ${outcome.reason}`,
      };
    case 'permanent':
      return refused(mail, outcome.answer, messageId);
    case 'temporary':
      return later(mail, outcome.answer, messageId);
    case 'lost-before-dot':
      return later(mail, outcome.reason, messageId);
    case 'sender-refused':
      return notTried(mail, outcome.answer, 0);
    case 'stopped':
      return notTried(
        mail,
        'La réservation de ce message n’était plus valable au moment de l’envoyer.',
        STOPPED_DELAY_MS,
      );
  }
}
