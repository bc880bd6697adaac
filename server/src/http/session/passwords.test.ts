import { expect, test } from 'vitest';
import { findPassword, hashPassword } from './passwords.ts';

test('a password is kept as argon2id at the recommended cost, and found again', async () => {
  const passwordHash = await hashPassword('une phrase bien à moi', 'claire@example.fr');
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await findPassword([{ passwordHash }], 'une phrase bien à moi')).toEqual({ passwordHash });
  expect(await findPassword([{ passwordHash }], 'une phrase bien à lui')).toBeNull();
  expect(await findPassword([], 'une phrase bien à moi')).toBeNull();
});

test('short, repeated and well-known passwords are refused by name', async () => {
  const codeOf = (password: string) =>
    hashPassword(password, 'claire@example.fr').then(
      () => null,
      (error) => error.refusal.code,
    );
  expect(await codeOf('onze caract')).toBe('PasswordTooShort');
  expect(await codeOf('aaaaaaaaaaaaaaaa')).toBe('PasswordTooCommon');
  expect(await codeOf('Motdepasse123')).toBe('PasswordTooCommon');
  expect(await codeOf('claire@example.fr')).toBe('PasswordTooCommon');
});

test('many computations at once all end', async () => {
  const passwordHash = await hashPassword('une phrase bien à moi', 'claire@example.fr');
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      findPassword([{ passwordHash }], n % 2 ? 'autre chose' : 'une phrase bien à moi'),
    ),
  );
  expect(answers.filter((one) => one !== null)).toHaveLength(6);
});
