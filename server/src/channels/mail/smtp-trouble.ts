import type { MailRefusal, MailRefusalCode } from './refusal.ts';

/** What nodemailer hangs on its errors; only the fields read here. */
export interface SmtpError extends Error {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
  timeoutType?: string;
}

/** Enough of an answer to understand it, without what a hostile server could pad it with. */
const LONGEST_ANSWER = 500;

/** A server's words made safe to keep and show: one line, no control character, bounded. */
export function cleanAnswer(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, LONGEST_ANSWER);
}

const CERTIFICATE_SENTENCES: Record<string, string> = {
  CERT_HAS_EXPIRED: 'a expiré',
  CERT_NOT_YET_VALID: 'n’est pas encore valable',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'est signé par le serveur lui-même',
  SELF_SIGNED_CERT_IN_CHAIN: 'dépend d’une autorité inconnue',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'dépend d’une autorité inconnue',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'ne peut pas être rattaché à une autorité connue',
  ERR_TLS_CERT_ALTNAME_INVALID: 'est établi pour un autre nom',
};

/** Why a line to the mail server could not be opened, in words that say what to do. */
export function refuseLine(error: SmtpError, host: string, port: number): MailRefusal {
  const answer = error.response ? cleanAnswer(error.response) : null;
  const facts = { host, port, answer, reason: cleanAnswer(error.message) };
  const say = (code: MailRefusalCode, message: string): MailRefusal => ({ code, message, facts });
  const system = error.originalCode ?? error.code ?? '';
  const certificate = CERTIFICATE_SENTENCES[system];
  if (certificate) {
    return say(
      'MailCertificateRefused',
      `Le certificat du serveur ${host} ${certificate}. Rien n’a été envoyé : demandez à votre hébergeur le bon nom de serveur ou un certificat valable.`,
    );
  }
  if (error.code === 'EAUTH') {
    return say(
      'MailLoginRefused',
      `Le serveur ${host} refuse l’identifiant ou le mot de passe. Vérifiez-les dans les réglages de messagerie ; certains hébergeurs demandent un mot de passe d’application.`,
    );
  }
  if (error.code === 'ETIMEDOUT' || system === 'ETIMEDOUT') {
    return say(
      'MailServerTimeout',
      `Le serveur ${host} ne répond pas sur le port ${port}. Vérifiez le nom, le port et le pare-feu, puis réessayez.`,
    );
  }
  if (error.command === 'STARTTLS' || (error.command === 'EHLO' && /STARTTLS/.test(error.message))) {
    return say(
      'MailTlsMissing',
      `Le serveur ${host} ne propose pas de liaison chiffrée sur le port ${port}. Rien n’a été envoyé : choisissez « TLS » avec le port 465, ou un autre serveur.`,
    );
  }
  if (error.code === 'ETLS' || /^(EPROTO|ERR_SSL|ERR_TLS)/.test(system)) {
    return say(
      'MailTlsFailed',
      `La liaison chiffrée avec ${host} (port ${port}) n’a pas pu s’établir. Vérifiez le choix entre « TLS » (465) et « STARTTLS » (587).`,
    );
  }
  if (answer) {
    return say('MailServerRefused', `Le serveur ${host} refuse la connexion : « ${answer} ».`);
  }
  return say(
    'MailServerUnreachable',
    `Le serveur ${host} ne peut pas être joint sur le port ${port}. Vérifiez le nom et le port, puis réessayez.`,
  );
}
