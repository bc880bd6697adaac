import type { SourceSettings } from '@acquit/recovery';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeWith, testStore } from '../../testing/index.ts';
import { fromAllowed } from './imap.ts';
import { filesOfMail } from './mail-parts.ts';
import { type Dovecot, findOrInstallDovecot, startDovecot } from './testing/dovecot.ts';
import { checker, claimsOf, filesOf, ledgerOf, plantSource } from './testing/fixture.ts';
import { mailOf } from './testing/mails.ts';
import { trySource } from './try.ts';

const { store } = await testStore();
const { check: look, readers } = checker(store);
afterAll(() => readers.close());
const permissions = { folders: null, hosts: null };

const ledger = (...numbers: string[]) => ({
  name: `${numbers[0]}.csv`,
  type: 'text/csv',
  content: ledgerOf(...numbers),
});

describe('the files of a message', () => {
  const names = async (raw: string) => (await filesOfMail(Buffer.from(raw))).files.map((file) => file.fileName);

  test('invoices and statements are taken; pictures and signatures are not; archives are named', async () => {
    const raw = mailOf({
      files: [
        ledger('F-1'),
        { name: 'logo.png', type: 'image/png', content: 'x' },
        { name: 'smime.p7s', type: 'application/pkcs7-signature', content: 'x' },
        { name: 'factures.zip', type: 'application/zip', content: 'PK' },
        { name: 'FACTURE.PDF', content: '%PDF-' },
      ],
    });
    const found = await filesOfMail(Buffer.from(raw));
    expect(found.files.map((file) => file.fileName)).toEqual(['F-1.csv', 'FACTURE.PDF']);
    expect(found.left).toMatchObject([{ fileName: 'factures.zip' }]);
    expect(Buffer.from(found.files[0]!.bytes).toString()).toBe(ledgerOf('F-1'));
  });

  test('those of a forwarded message are found, however often it was forwarded', async () => {
    const once = mailOf({ forwarded: mailOf({ files: [ledger('F-1')] }), files: [ledger('F-2')] });
    expect((await names(once)).sort()).toEqual(['F-1.csv', 'F-2.csv']);
    expect(await names(mailOf({ forwarded: once }))).toHaveLength(2);
  });

  test('a name that is a path, or of control characters, is only a name', async () => {
    const found = await names(
      mailOf({
        files: [
          { name: '../../etc/cron.d/x.csv', content: 'a' },
          { name: '\u202efdp.csv', content: 'b' },
        ],
      }),
    );
    expect(found).toEqual(['x.csv', 'fdp.csv']);
  });

  test('hostile messages end in an answer', async () => {
    const deep = Array.from(
      { length: 300 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    ).join('');
    const endless = mailOf({ files: Array.from({ length: 1500 }, (_, n) => ({ name: `${n}.csv`, content: 'a' })) });
    await expect(filesOfMail(Buffer.from(deep))).rejects.toThrow();
    await expect(filesOfMail(Buffer.from(`X: ${'a'.repeat(3_000_000)}\r\n\r\n`))).rejects.toThrow();
    const many = await filesOfMail(Buffer.from(endless));
    expect([many.files.length, many.left.length]).toEqual([200, 1300]);
    expect((await filesOfMail(Buffer.from([0xff, 0xfe, 0, 0, 13, 10, 13, 10]))).files).toEqual([]);
  });
});

test('allowed senders are addresses or domains; a message signed by several needs them all', () => {
  const from = (...addresses: string[]) => ({
    envelope: { from: addresses.map((address) => ({ name: '', address })) },
  });
  const senders = ['releves@banque.fr', '@fournisseur.example'];
  expect(fromAllowed(from('Releves@Banque.fr'), senders)).toBe(true);
  expect(fromAllowed(from('x@mail.fournisseur.example'), senders)).toBe(true);
  expect(fromAllowed(from('x@faux-fournisseur.example'), senders)).toBe(false);
  expect(fromAllowed(from('autre@banque.fr'), senders)).toBe(false);
  expect(fromAllowed(from('releves@banque.fr', 'eve@ailleurs.example'), senders)).toBe(false);
  expect(fromAllowed(from(), senders)).toBe(false);
  expect(fromAllowed(from(), [])).toBe(true);
});

const program = findOrInstallDovecot();

describeWith('Dovecot, a real IMAP server', program !== null, 'a mailbox of a real server', () => {
  let server: Dovecot;
  beforeEach(async () => {
    server = await startDovecot(program!);
  });
  afterEach(() => server.stop());

  const settings = (change: object = {}): SourceSettings => ({
    kind: 'imap',
    host: '127.0.0.1',
    port: server.tlsPort,
    security: 'tls',
    username: server.user,
    mailbox: 'INBOX',
    senders: [],
    ...change,
  });
  const watch = (change: object = {}, secret = server.password) => plantSource(store, settings(change), secret);
  const check: typeof look = (watched, more = {}) => look(watched, { ca: server.ca, ...more });

  test('attachments are imported once; no message is marked, moved or deleted', async () => {
    const watched = await watch();
    server.deliver(mailOf({ files: [ledger('F-1', 'F-2')] }));
    server.deliver(mailOf({ forwarded: mailOf({ files: [ledger('F-3')] }) }));
    expect(await check(watched)).toMatchObject({ state: 'done', files: 2, imported: 2 });
    expect(await check(watched)).toMatchObject({ state: 'done', files: 0 });
    server.deliver(mailOf({ files: [ledger('F-4')] }));
    expect(await check(watched)).toMatchObject({ files: 1 });
    expect(await claimsOf(store, watched)).toEqual(['F-1', 'F-2', 'F-3', 'F-4']);
    expect([server.count(), server.marked()]).toEqual([3, []]);
  });

  test('a renumbered mailbox is read again and nothing is taken twice', async () => {
    const watched = await watch();
    for (const number of ['F-1', 'F-2']) server.deliver(mailOf({ files: [ledger(number)] }));
    await check(watched);
    server.renumber();
    server.deliver(mailOf({ files: [ledger('F-3')] }));
    expect(await check(watched)).toMatchObject({ state: 'done', files: 1, imported: 1 });
    expect(await filesOf(store, watched)).toHaveLength(3);
  });

  test('only allowed senders are read, and a malformed message stops nothing', async () => {
    const watched = await watch({ senders: ['banque.example'] });
    server.deliver(mailOf({ from: 'eve@ailleurs.example', files: [ledger('F-8')] }));
    const deep = Array.from(
      { length: 300 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    ).join('');
    server.deliver(`From: x@banque.example\r\nSubject: piege\r\nMessage-ID: <piege@x>\r\n${deep}`);
    server.deliver(mailOf({ files: [ledger('F-1')] }));
    expect(await check(watched)).toMatchObject({ state: 'done', imported: 1 });
    expect(await claimsOf(store, watched)).toEqual(['F-1']);
    const files = await filesOf(store, watched);
    expect(files.map((file) => [file.fileName, file.outcome]).sort()).toEqual([
      ['F-1.csv', 'imported'],
      ['piege', 'refused'],
    ]);
  });

  test('STARTTLS serves as well, and trying counts the messages', async () => {
    const change = { port: server.plainPort, security: 'starttls' };
    const watched = await watch(change);
    server.deliver(mailOf({ files: [ledger('F-1')] }));
    expect(await check(watched)).toMatchObject({ state: 'done', imported: 1 });
    const tried = await trySource(store, { ...watched, settings: settings(change) }, { permissions, ca: server.ca });
    expect(tried).toMatchObject({ ok: true, files: 1 });
  });

  test('what is wrong is said by name: certificate, password, mailbox, port', async () => {
    const troubleOf = async (change: object, secret?: string, more = {}) => {
      const result = await check(await watch(change, secret), more);
      return 'trouble' in result ? result.trouble?.code : result.state;
    };
    expect(await troubleOf({}, server.password, { ca: '' })).toBe('ImapCertificateRefused');
    expect(await troubleOf({}, 'faux')).toBe('ImapLoginRefused');
    expect(await troubleOf({ mailbox: 'Absente' })).toBe('ImapMailboxMissing');
    expect(await troubleOf({ port: 1 })).toBe('ImapUnreachable');
    expect(await troubleOf({ host: 'introuvable.invalid' })).toBe('HostUnknown');
  });

  test('a server that stops in the middle of its work loses nothing', async () => {
    const watched = await watch();
    for (const number of ['F-1', 'F-2', 'F-3']) server.deliver(mailOf({ files: [ledger(number)] }));
    const stopping = new AbortController();
    const first = check(watched, { signal: stopping.signal });
    while ((await filesOf(store, watched)).length === 0) await new Promise((resolve) => setImmediate(resolve));
    stopping.abort();
    expect(await first).toMatchObject({ state: 'failed', trouble: { code: 'SourceTooSlow' } });
    expect(await check(watched)).toMatchObject({ state: 'done' });
    expect(await claimsOf(store, watched)).toEqual(['F-1', 'F-2', 'F-3']);
    expect(await filesOf(store, watched)).toHaveLength(3);
  });
});

test('whether a real IMAP server was there', (context) => {
  if (program === null)
    context.annotate(
      'Dovecot est absent et n’a pas pu être installé : la lecture d’une vraie boîte aux lettres n’est pas essayée. « sudo apt-get install dovecot-imapd », ou DOVECOT_PATH.',
    );
  expect(program === null || program.endsWith('dovecot')).toBe(true);
});
