import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { SessionView } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { testApp } from '../http/testing/app.ts';
import { verifyJournal } from '../store/index.ts';
import { COMPILED } from '../testing/compiled.ts';
import { testStore } from '../testing/index.ts';

/** A person who forgot his password, beside a server that runs: the program that people run, on its database. */
const { store, home, databaseUrl, asSupervisor } = await testStore();
const app = await testApp(store, home);
const program = join(import.meta.dirname, '../../../bin/acquit.mjs');

const EMAIL = 'claire@example.fr';
const FIRST = 'une phrase bien à moi';
const SECOND = 'une autre, bien à moi';
const THIRD = 'et la troisième, été compris';
const env = {
  ...COMPILED,
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ACQUIT_HOME: home,
  DATABASE_URL: databaseUrl,
};

interface Ran {
  code: number;
  text: string;
}

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function acquit(args: string[], input: string | Buffer, more: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: home, env: { ...env, ...more } });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('close', (code) => resolve({ code: code ?? -1, text: plain(text) }));
  });
}

/** The same at a terminal: each answer is typed when its question is on the screen. */
function atTerminal(args: string[], answers: [question: string, typed: string][]): Promise<Ran> {
  const quoted = [process.execPath, program, ...args].map((one) => `'${one}'`).join(' ');
  return new Promise((resolve) => {
    const child = spawn('script', ['-qec', quoted, '/dev/null'], { cwd: home, env: { ...env, TERM: 'xterm' } });
    let text = '';
    let from = 0;
    const left = [...answers];
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
      const next = left[0];
      const at = next === undefined ? -1 : plain(text).indexOf(next[0], from);
      if (next === undefined || at < 0) return;
      left.shift();
      from = at + next[0].length;
      child.stdin.write(next[1]);
    });
    child.on('close', (code) => resolve({ code: code ?? -1, text: plain(text) }));
  });
}

const stateOf = async (client: ReturnType<typeof app.visitor>) =>
  (await client.get<SessionView>('/api/session')).body.state;
const signsIn = async (password: string) =>
  (await app.visitor().post('/api/login', { email: EMAIL, password })).status === 200;

test('before anybody has an access, it says how to get one', async () => {
  const { code, text } = await acquit(['password', EMAIL, '--json'], FIRST);
  expect([code, JSON.parse(text).refusal.code]).toEqual([1, 'NobodySignsInYet']);
});

test('the password changes, every session ends, failed attempts are forgiven, and the journal says it without it', async () => {
  const [here, there] = [app.visitor(), app.visitor()];
  for (const client of [here, there]) await client.signIn(EMAIL, FIRST);
  for (let n = 0; n < 6; n += 1) await signsIn('une phrase fausse');

  const { code, text } = await acquit(['password', ` ${EMAIL.toUpperCase()} `], `${SECOND}\n`);
  expect([code, text]).toEqual([0, `Mot de passe changé pour ${EMAIL}. 2 sessions ouvertes ont pris fin.\n`]);
  expect([await stateOf(here), await stateOf(there)]).toEqual(['anonymous', 'anonymous']);
  expect([await signsIn(FIRST), await signsIn(SECOND)]).toEqual([false, true]);

  const { rows } = await asSupervisor((client) =>
    client.query<{ tenant_id: string; actor: string; payload: string }>(
      `select e.tenant_id, e.actor, p.payload::text from journal_entry e join journal_payload p using (tenant_id, seq)
        where e.action = 'password-changed'`,
    ),
  );
  expect(rows).toMatchObject([{ actor: 'cli', payload: '{"sessionsEnded": 2}' }]);
  expect(await verifyJournal(store, rows[0]!.tenant_id)).toMatchObject({ valid: true });
});

test('what is refused is refused by name, and changes nothing', async () => {
  const refusals: [args: string[], input: string | Buffer, code: number, said: string][] = [
    [['password', 'paul@example.fr'], FIRST, 1, `Adresses connues : ${EMAIL}.`],
    [['password', EMAIL], 'trop court', 1, 'au moins 12 caractères'],
    [['password', EMAIL], '', 2, 'Aucun mot de passe n’a été donné'],
    [['password', EMAIL], `${FIRST}\n${FIRST}\n`, 2, 'sur une ligne de texte'],
    [['password', EMAIL], Buffer.from([0xff, 0xfe, 0x41]), 2, 'sur une ligne de texte'],
  ];
  for (const [args, input, code, said] of refusals)
    expect(await acquit(args, input), said).toEqual({ code, text: expect.stringContaining(said) });
  const nowhere = await acquit(['password', EMAIL], FIRST, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  expect(nowhere.code).toBe(3);
  expect(await signsIn(SECOND)).toBe(true);
});

test('at a terminal it is asked twice and never shown; giving up changes nothing', async () => {
  const [once, twice] = ['Nouveau mot de passe : ', 'Encore une fois : '];
  const typed = await atTerminal(
    ['password', EMAIL],
    [
      [once, `${THIRD}\r`],
      [twice, 'une faute de frappe\r'],
      [once, `${THIRD}x\x7f\r`],
      [twice, `${THIRD}\r`],
    ],
  );
  expect(typed).toEqual({ code: 0, text: expect.stringContaining('Les deux saisies diffèrent') });
  expect(typed.text).not.toContain('troisième');
  expect([await signsIn(SECOND), await signsIn(THIRD)]).toEqual([false, true]);
  const left = await atTerminal(['password', EMAIL], [[once, '\x03']]);
  expect(left).toEqual({ code: 2, text: expect.stringContaining('n’a pas changé') });
  expect(await signsIn(THIRD)).toBe(true);
});
