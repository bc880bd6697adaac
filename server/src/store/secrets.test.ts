import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSecrets } from './secrets.ts';

const root = mkdtempSync(join(tmpdir(), 'acquit-secrets-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const PURPOSE = 'mail_account.password:1';

test('what was sealed opens, in this process and in a later one', () => {
  const home = join(root, 'a');
  const sealed = openSecrets(home).seal('motdepasse été', PURPOSE);
  expect(openSecrets(home).open(sealed, PURPOSE)).toBe('motdepasse été');
  expect(sealed.includes('motdepasse')).toBe(false);
  const key = join(home, 'secret.key');
  expect(statSync(key).mode & 0o777).toBe(0o600);
  expect(readFileSync(key)).toHaveLength(32);
});

test('the same text never seals twice to the same bytes', () => {
  const secrets = openSecrets(join(root, 'a'));
  expect(secrets.seal('x', PURPOSE).equals(secrets.seal('x', PURPOSE))).toBe(false);
});

test('another purpose, another key or one altered bit opens nothing', () => {
  const secrets = openSecrets(join(root, 'a'));
  const sealed = secrets.seal('secret', PURPOSE);
  const refused = expect.objectContaining({ code: 'SecretUnreadable', exitCode: 3 });
  const attempt = (work: () => string): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };
  expect(attempt(() => secrets.open(sealed, 'mail_account.password:2'))).toEqual(refused);
  expect(attempt(() => openSecrets(join(root, 'b')).open(sealed, PURPOSE))).toEqual(refused);
  for (let index = 0; index < sealed.length; index += 1) {
    const altered = Buffer.from(sealed);
    altered[index] = altered[index]! ^ 1;
    expect(attempt(() => secrets.open(altered, PURPOSE))).toEqual(refused);
  }
  writeFileSync(join(root, 'b', 'secret.key'), 'short');
  expect(attempt(() => openSecrets(join(root, 'b')).open(sealed, PURPOSE))).toEqual(refused);
});
