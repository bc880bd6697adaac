import { expect, test } from 'vitest';
import { findPassword, hashPassword } from './passwords.ts';

/** The hash of a password that is taken. */
async function hashed(password: string): Promise<string> {
  const made = await hashPassword(password, 'claire@example.fr');
  if (made.fault !== undefined) throw new Error(made.fault);
  return made.passwordHash;
}

test('a password is kept as argon2id at the recommended cost, and found again', async () => {
  const passwordHash = await hashed('une phrase bien à moi');
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await findPassword([{ passwordHash }], 'une phrase bien à moi')).toEqual({ passwordHash });
  expect(await findPassword([{ passwordHash }], 'une phrase bien à lui')).toBeNull();
  expect(await findPassword([], 'une phrase bien à moi')).toBeNull();
});

test('short, endless, repeated and well-known passwords are refused by name', async () => {
  const codeOf = async (password: string) => (await hashPassword(password, 'claire@example.fr')).fault;
  expect(await codeOf('onze caract')).toBe('PasswordTooShort');
  expect(await codeOf('é'.repeat(6) + 'abcdefghij'.repeat(26))).toBe('PasswordTooLong');
  expect(await codeOf('aaaaaaaaaaaaaaaa')).toBe('PasswordTooCommon');
  expect(await codeOf('Motdepasse123')).toBe('PasswordTooCommon');
  expect(await codeOf('claire@example.fr')).toBe('PasswordTooCommon');
});

test('many computations at once all end', async () => {
  const passwordHash = await hashed('une phrase bien à moi');
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      findPassword([{ passwordHash }], n % 2 ? 'autre chose' : 'une phrase bien à moi'),
    ),
  );
  expect(answers.filter((one) => one !== null)).toHaveLength(6);
});
