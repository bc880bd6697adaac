import { type BuiltMessage, buildMessage, type MailSender } from './message.ts';
import type { MailRefusal } from './refusal.ts';
import { openSmtp, type SmtpAccount, type SmtpOptions } from './smtp-line.ts';
import type { SendOutcome } from './smtp-outcome.ts';

export interface TestMailRequest {
  smtp: SmtpAccount;
  sender: MailSender;
  to: string;
  /** Names this trial in the Message-ID, and dates it. */
  trial: { tenantId: string; trialId: string; at: string };
}

const SENTENCE =
  'Ce message d’essai vient d’Acquit. S’il vous est parvenu, vos réglages de messagerie fonctionnent. Il n’appelle pas de réponse.';

function refuseOutcome(outcome: Exclude<SendOutcome, { kind: 'accepted' }>, server: string): MailRefusal {
  const answer = 'answer' in outcome ? outcome.answer : 'reason' in outcome ? outcome.reason : '';
  const message =
    outcome.kind === 'temporary'
      ? `Le serveur ${server} ne prend pas le message pour l’instant : « ${answer} ». Réessayez dans quelques minutes.`
      : outcome.kind === 'sender-refused'
        ? `Le serveur ${server} refuse l’adresse d’expédition : « ${answer} ». Vérifiez qu’elle appartient bien à ce compte.`
        : outcome.kind === 'permanent'
          ? `Le serveur ${server} refuse le message : « ${answer} ». Vérifiez l’adresse du destinataire et vos réglages.`
          : `La liaison avec ${server} s’est interrompue : ${answer}. Réessayez.`;
  return { code: 'MailRefused', message, facts: { kind: outcome.kind, answer } };
}

async function build(request: TestMailRequest): Promise<{ message: BuiltMessage } | { refusal: MailRefusal }> {
  return buildMessage({
    ...request.sender,
    key: { tenantId: request.trial.tenantId, actionId: request.trial.trialId, channel: 'email' },
    messageId: null,
    to: { name: null, address: request.to },
    subject: 'Essai de vos réglages de messagerie',
    text: `Bonjour,\n\n${SENTENCE}\n`,
    html: `<!doctype html><html lang="fr"><body><p>Bonjour,</p><p>${SENTENCE}</p></body></html>`,
    attachments: [],
    caseId: null,
    date: request.trial.at,
  });
}

/**
 * Sends one message to try an account, for the button of the settings. It is no reminder: no outbox, and nothing to hold.
 * Gives the server's words, or the refusal of the message, of the line, or of the server (`MailRefused`).
 */
export async function testMail(
  request: TestMailRequest,
  options: SmtpOptions = {},
): Promise<{ accepted: true; serverAnswer: string } | { accepted: false; refusal: MailRefusal }> {
  const built = await build(request);
  if ('refusal' in built) return { accepted: false, refusal: built.refusal };
  const { line, refusal } = await openSmtp(request.smtp, options);
  if (refusal) return { accepted: false, refusal };
  try {
    const { raw, envelope } = built.message;
    const outcome = await line.send(raw, { ...envelope, copyTo: null }, { beforeDot: async () => true });
    if (outcome.kind === 'accepted') return { accepted: true, serverAnswer: outcome.answer };
    return { accepted: false, refusal: refuseOutcome(outcome, line.server) };
  } finally {
    line.close();
  }
}
