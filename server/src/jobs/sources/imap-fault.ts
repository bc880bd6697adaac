import type { Mailbox } from './imap-line.ts';
import { SourceFault } from './model.ts';

/** What imapflow, the TLS layer and the network hang on their errors; only the fields read here. */
interface ImapError extends Error {
  code?: string;
  authenticationFailed?: boolean;
  serverResponseCode?: string;
  responseStatus?: string;
  responseText?: string;
  tlsFailed?: boolean;
  mailboxMissing?: boolean;
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY)|ALTNAME/;

/** A server's words made safe to keep and show. */
const cleaned = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, 200);

/** Why a mailbox could not be read, in words that say what to do. */
export function imapFault(error: unknown, { host, port, mailbox }: Mailbox): SourceFault {
  if (error instanceof SourceFault) return error;
  const failure = error as ImapError;
  const code = failure.code ?? '';
  const say = (name: string, message: string, passing = false) =>
    new SourceFault(name, message, { passing, cause: error });
  if (failure.authenticationFailed)
    return say(
      'ImapLoginRefused',
      `Le serveur ${host} refuse l’identifiant ou le mot de passe. Vérifiez-les ; certains hébergeurs demandent un mot de passe d’application.`,
    );
  if (CERTIFICATE.test(code))
    return say(
      'ImapCertificateRefused',
      `Le certificat du serveur ${host} n’est pas digne de confiance (${code}). Demandez à votre hébergeur le bon nom de serveur, ou déclarez son autorité dans NODE_EXTRA_CA_CERTS.`,
    );
  if (failure.tlsFailed || /STARTTLS/i.test(failure.message))
    return say(
      'ImapTlsMissing',
      `Le serveur ${host} ne propose pas de liaison chiffrée sur le port ${port} : le mot de passe n’a pas été envoyé. Choisissez TLS (port 993 en général).`,
    );
  if (
    failure.mailboxMissing ||
    failure.serverResponseCode === 'NONEXISTENT' ||
    failure.serverResponseCode === 'TRYCREATE'
  )
    return say(
      'ImapMailboxMissing',
      `Le dossier « ${mailbox} » n’existe pas dans cette boîte aux lettres. Corrigez son nom (INBOX est la boîte de réception).`,
    );
  if (code === 'ECONNREFUSED')
    return say(
      'ImapUnreachable',
      `Le serveur ${host} n’accepte pas de connexion sur le port ${port}. Vérifiez le nom et le port.`,
      true,
    );
  if (failure.responseText)
    return say(
      'ImapRefused',
      `Le serveur ${host} répond : « ${cleaned(failure.responseText)} ». Vérifiez les droits de ce compte sur le dossier « ${mailbox} ».`,
    );
  return say(
    'ImapLineBroken',
    `La liaison avec le serveur ${host} (port ${port}) s’est interrompue (${cleaned(code || failure.message)}). Vérifiez la connexion ; Acquit réessaie de lui-même.`,
    true,
  );
}
