import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder, writeWhole } from './files.ts';
import { EnvironmentRefusal, fileRefusal, systemCode } from './refusal.ts';

/**
 * Mail and bank passwords, sealed before they reach the database with a key that lies beside it and never in it: a
 * copy of the database alone opens nothing. `purpose` (the table, column and row) is bound to the seal, so that a
 * sealed value moved to another row does not open there.
 */
export interface Secrets {
  seal(plain: string, purpose: string): Buffer;
  /** Opens what `seal` made for the same purpose. Refuses (SecretUnreadable) with another key or altered bytes. */
  open(sealed: Uint8Array, purpose: string): string;
  /** A mark (32 bytes) that only the holder of the key can make of these bytes, for what leaves and must come back unaltered. */
  mark(bytes: Uint8Array, purpose: string): Buffer;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The first byte says how the rest is made, so that a later format can live beside this one. */
const FORMAT = 1;

/** Opens the secrets of a home. The key is read, or drawn, at first use. */
export function openSecrets(home: string): Secrets {
  let key: Buffer | undefined;
  const keyOf = (): Buffer => {
    key ??= readKey(home) ?? createKey(home);
    return key;
  };
  return {
    seal(plain, purpose) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keyOf(), nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed);
      const [nonceEnd, tagEnd] = [1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES];
      try {
        if (bytes[0] !== FORMAT) throw new Error('unknown format');
        const decipher = createDecipheriv('aes-256-gcm', keyOf(), bytes.subarray(1, nonceEnd))
          .setAAD(Buffer.from(purpose))
          .setAuthTag(bytes.subarray(nonceEnd, tagEnd));
        return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]).toString('utf8');
      } catch (error) {
        if (error instanceof EnvironmentRefusal) throw error;
        throw unreadable(home);
      }
    },
    // A key of its own for each purpose: what was marked for one proves nothing for another.
    mark: (bytes, purpose) => hmac(hmac(keyOf(), Buffer.from(purpose)), bytes),
  };
}

const hmac = (key: Uint8Array, bytes: Uint8Array): Buffer => createHmac('sha256', key).update(bytes).digest();

const keyFile = (home: string): string => join(home, 'secret.key');

function readKey(home: string): Buffer | undefined {
  try {
    const key = readFileSync(keyFile(home));
    if (key.length !== KEY_BYTES) throw unreadable(home);
    return key;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw fileRefusal(error, keyFile(home));
  }
}

/** Of two processes that draw a key at once, one gives it its name and the other uses that one. */
function createKey(home: string): Buffer {
  const draft = `${keyFile(home)}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    writeWhole(draft, randomBytes(KEY_BYTES), 0o600);
    linkSync(draft, keyFile(home));
    syncFolder(home);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw fileRefusal(error, home);
  } finally {
    rmSync(draft, { force: true });
  }
  return readKey(home)!;
}

function unreadable(home: string): EnvironmentRefusal {
  return new EnvironmentRefusal(
    'SecretUnreadable',
    `Un mot de passe enregistré ne s’ouvre plus avec la clé « ${keyFile(home)} ». Remettez la clé d’origine depuis une sauvegarde, ou saisissez de nouveau le mot de passe dans les réglages.`,
    { path: keyFile(home) },
  );
}
