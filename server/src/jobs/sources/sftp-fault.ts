import { type SettingsOf, SourceFault } from './model.ts';

interface SshError extends Error {
  code?: string | number;
  level?: string;
}

/** A key that nobody accepted yet, or that is not the accepted one. */
export function keyToAccept(settings: SettingsOf<'sftp'>, seen: string): HostKeyFault {
  return new HostKeyFault(settings, seen);
}

/** Carries the fingerprint that the server showed, so that a screen can ask a person about it. */
export class HostKeyFault extends SourceFault {
  readonly seen: string;

  constructor({ host, hostKey }: SettingsOf<'sftp'>, seen: string) {
    if (hostKey === null)
      super(
        'HostKeyToAccept',
        `Le serveur ${host} présente la clé ${seen}. Vérifiez-la auprès de votre hébergeur, puis acceptez-la : le mot de passe n’est envoyé qu’ensuite.`,
      );
    else
      super(
        'HostKeyChanged',
        `Le serveur ${host} présente la clé ${seen} au lieu de ${hostKey} : ce n’est peut-être pas lui. Rien ne lui a été envoyé. Demandez à votre hébergeur s’il a changé sa clé, puis acceptez la nouvelle.`,
      );
    this.seen = seen;
  }
}

/** Why an SFTP folder could not be read, in words that say what to do. */
export function sftpFault(
  error: unknown,
  { host, port, path }: SettingsOf<'sftp'>,
  secret: string | null,
): SourceFault {
  if (error instanceof SourceFault) return error;
  const { code, level, message } = error as SshError;
  const say = (name: string, text: string, passing = false) => new SourceFault(name, text, { passing, cause: error });
  if (level === 'client-authentication')
    return say(
      'SftpLoginRefused',
      `Le serveur ${host} refuse l’identifiant, le mot de passe ou la clé. Vérifiez-les auprès de votre hébergeur.`,
    );
  if (/Cannot parse privateKey|passphrase/i.test(message))
    return say('SftpKeyUnreadable', 'La clé privée ne se lit pas. Donnez une clé OpenSSH ou PEM sans phrase secrète.');
  if (code === 2)
    return say('SftpFolderMissing', `Le dossier « ${path} » n’existe pas sur le serveur ${host}. Corrigez le chemin.`);
  if (code === 3)
    return say(
      'SftpFolderForbidden',
      `Ce compte n’a pas le droit de lire « ${path} » sur le serveur ${host}. Demandez le droit de lecture.`,
    );
  if (code === 'ECONNREFUSED')
    return say(
      'SftpUnreachable',
      `Le serveur ${host} n’accepte pas de connexion sur le port ${port}. Vérifiez le nom et le port.`,
      true,
    );
  if (level === 'client-timeout')
    return say(
      'SftpTimeout',
      `Le serveur ${host} ne répond pas sur le port ${port}. Vérifiez le nom, le port et le pare-feu.`,
      true,
    );
  const detail = String(code ?? message)
    .replaceAll(secret || '\0', '…')
    .slice(0, 200);
  return say(
    'SftpLineBroken',
    `La liaison avec le serveur ${host} (port ${port}) s’est interrompue (${detail}). Vérifiez la connexion ; Acquit réessaie de lui-même.`,
    true,
  );
}
