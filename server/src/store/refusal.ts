/**
 * What the machine around us refuses: a folder, a disk, a database that cannot serve. The person in front of the
 * screen can act on it, so it carries a French sentence that says what to do, a code for programs, and the facts.
 * It is thrown, not returned, because no caller below the command line can do anything but stop; the command line
 * prints `message` alone and leaves with `exitCode`.
 */
export class EnvironmentRefusal extends Error {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly exitCode = 3;

  constructor(code: string, message: string, facts: Record<string, string | number> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'EnvironmentRefusal';
    this.code = code;
    this.facts = facts;
  }
}

/** The `code` of a system error (`ENOSPC`, `EACCES`…), or undefined when the error is of another kind. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Turns a file system error about `path` into a refusal when a person can mend it (no right to write, full disk,
 * read-only medium); gives any other error back unchanged, because it is a bug and must stay visible.
 */
export function fileRefusal(error: unknown, path: string): unknown {
  const code = systemCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(`« ${path} »`, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new EnvironmentRefusal(
      'HomeNotWritable',
      `Acquit ne peut pas écrire dans le dossier « ${path} ». Donnez-lui le droit d’y écrire, ou choisissez un autre dossier avec ACQUIT_HOME ou --home.`,
      { path },
      error,
    );
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new EnvironmentRefusal(
      'HomeNotAFolder',
      `« ${path} » ne peut pas servir de dossier de données : un fichier porte déjà ce nom. Choisissez un autre dossier avec ACQUIT_HOME ou --home.`,
      { path },
      error,
    );
  }
  return error;
}

/** The refusal for a disk that filled up under `place` (as it reads in a sentence), whoever noticed it. */
export function diskFull(place: string, cause?: unknown): EnvironmentRefusal {
  return new EnvironmentRefusal(
    'DiskFull',
    `Le disque qui porte ${place} est plein. Libérez de la place puis relancez : rien de ce qui était enregistré n’est perdu.`,
    { place },
    cause,
  );
}
