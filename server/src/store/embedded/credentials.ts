import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../files.ts';
import { EnvironmentRefusal, fileRefusal } from '../refusal.ts';
import type { Home } from './home.ts';

/** Passwords of the two accounts that enter the embedded database: the supervisor's, and the application's. */
export interface Credentials {
  readonly supervisor: string;
  readonly app: string;
}

const fileOf = (home: Home): string => join(home.folder, 'credentials.json');

/** Draws new passwords and keeps them in a file that only this user reads. Done once, before the database exists. */
export function createCredentials(home: Home): Credentials {
  const draw = (): string => randomBytes(24).toString('base64url');
  const credentials = { supervisor: draw(), app: draw() };
  writeWhole(fileOf(home), Buffer.from(JSON.stringify(credentials)), 0o600);
  return credentials;
}

/** Reads the passwords of an existing database. Refuses (CredentialsLost) when the file is gone. */
export function readCredentials(home: Home): Credentials {
  const file = fileOf(home);
  if (!existsSync(file)) {
    throw new EnvironmentRefusal(
      'CredentialsLost',
      `Le fichier « ${file} », qui ouvre la base de données, a disparu. Remettez-le depuis une sauvegarde du dossier.`,
      { path: file },
    );
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Credentials;
  } catch (error) {
    throw fileRefusal(error, file);
  }
}
