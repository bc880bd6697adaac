import { hash, verify } from '@node-rs/argon2';
import { Lanes } from '../../lanes.ts';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. The algorithm is the package's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** In characters. */
const SHORTEST = 12;
/** What the sign-in form takes at most: a longer one could be kept and never typed. */
export const LONGEST_PASSWORD = 256;

/** Why a password is not taken, in the sentences that a screen and a terminal show alike. */
export const PASSWORD_FAULTS = {
  PasswordTooShort: `Choisissez un mot de passe d’au moins ${SHORTEST} caractères.`,
  PasswordTooLong: `Choisissez un mot de passe d’au plus ${LONGEST_PASSWORD} caractères.`,
  PasswordTooCommon: 'Ce mot de passe se devine trop facilement. Choisissez une phrase que vous êtes seul à connaître.',
} as const;

export type PasswordFault = keyof typeof PASSWORD_FAULTS;

/** Long enough to pass the length rule, and among the first a guesser tries in French. */
const GUESSED_FIRST = ['motdepasse', 'azertyuiop', 'qwertyuiop', '1234567890', 'password', 'administrateur', 'bonjour'];

/**
 * Two computations at once, the others wait: each takes 19 MiB and a core, and a flood of sign-ins must not take the
 * machine away from the people already in.
 */
const lanes = new Lanes(2);

/** The stored form of a new password, or what is wrong with it. The address is one of the guesses it must not be. */
export async function hashPassword(
  password: string,
  email: string,
): Promise<{ passwordHash: string; fault?: undefined } | { fault: PasswordFault }> {
  if ([...password].length < SHORTEST) return { fault: 'PasswordTooShort' };
  if (password.length > LONGEST_PASSWORD) return { fault: 'PasswordTooLong' };
  const plain = password.toLowerCase();
  const guessable =
    new Set(plain).size < 5 ||
    plain === email.toLowerCase() ||
    GUESSED_FIRST.some((word) => plain.replace(/\d/g, '') === word || plain.replaceAll(word, '').length < 4);
  if (guessable) return { fault: 'PasswordTooCommon' };
  return { passwordHash: await lanes.run(() => hash(password, COST)) };
}

/**
 * Whether the password is the one behind any of the stored hashes. With no hash at all it works as long as with one,
 * so that the time of the answer does not tell which addresses exist.
 */
export async function findPassword<T extends { passwordHash: string }>(
  candidates: readonly T[],
  password: string,
): Promise<T | null> {
  let found: T | null = null;
  if (candidates.length === 0) await lanes.run(async () => verify(await decoy(), password));
  for (const candidate of candidates) {
    const matches = await lanes.run(() => verify(candidate.passwordHash, password));
    if (matches && found === null) found = candidate;
  }
  return found;
}

let decoyHash: Promise<string> | null = null;

/** The hash of a password nobody has, made once at the same cost as the others. */
export function decoy(): Promise<string> {
  decoyHash ??= hash(crypto.getRandomValues(new Uint8Array(32)), COST);
  return decoyHash;
}
