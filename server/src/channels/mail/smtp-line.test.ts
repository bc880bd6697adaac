import { afterEach, describe, expect, test } from 'vitest';
import { type Sink, type SinkOptions, startSink } from '../../testing/smtp-sink.ts';
import { makeCertificate } from '../../testing/smtp-sink-certificate.ts';
import { plainAnswer, startWire, type Wire, type WireScript } from '../../testing/smtp-sink-wire.ts';
import type { MailEnvelope } from './message.ts';
import { openSmtp, type SmtpAccount, type SmtpLimits, type SmtpLine, type SmtpOptions } from './smtp-line.ts';
import { testMail } from './test-mail.ts';

const ENVELOPE: MailEnvelope = { from: 'nous@atelier.example', to: 'eux@client.example', copyTo: null };
const RAW = Buffer.from('Message-ID: <m1@atelier.example>\r\nSubject: x\r\n\r\nBonjour\r\n.une ligne\r\nfin\r\n');
const LEAVE = { beforeDot: async () => true };
const certificate = makeCertificate('127.0.0.1');

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function sink(options: SinkOptions = {}): Promise<Sink> {
  const started = await startSink(options);
  ends.push(() => started.close());
  return started;
}

async function wire(script?: WireScript): Promise<Wire> {
  const started = await startWire(script);
  ends.push(() => started.close());
  return started;
}

function account(port: number, more: Partial<SmtpAccount> = {}): SmtpAccount {
  return { host: '127.0.0.1', port, security: 'none', username: null, password: null, ...more };
}

async function open(port: number, more: Partial<SmtpAccount> = {}, options: SmtpOptions = {}): Promise<SmtpLine> {
  const { line, refusal } = await openSmtp(account(port, more), options);
  if (refusal) throw new Error(`${refusal.code}: ${JSON.stringify(refusal.facts)}`);
  ends.push(() => line.close());
  return line;
}

async function refusalOf(port: number, more: Partial<SmtpAccount> = {}, options: SmtpOptions = {}) {
  const { line, refusal } = await openSmtp(account(port, more), options);
  line?.close();
  return refusal;
}

const QUICK: Partial<SmtpLimits> = { openMs: 300, stepMs: 300, answerMs: 300 };
const END_OF_DATA = '\r\n.\r\n';

describe('the dot held back, on the wire', () => {
  test('nothing but the dot is missing until the gate opens', async () => {
    const server = await wire();
    const line = await open(server.port);
    let openGate = (_allowed: boolean) => {};
    const gate = new Promise<boolean>((resolve) => {
      openGate = resolve;
    });
    const sending = line.send(RAW, ENVELOPE, { beforeDot: () => gate });
    await server.until('fin\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.received()).not.toContain(END_OF_DATA);
    expect(server.received().endsWith('Bonjour\r\n..une ligne\r\nfin\r\n')).toBe(true);
    openGate(true);
    expect(await sending).toEqual({ kind: 'accepted', answer: '250 ok' });
    expect(server.received().endsWith(`fin${END_OF_DATA}`)).toBe(true);
  });

  test.each([
    ['refuses', async () => false],
    ['fails', async () => Promise.reject(new Error('the database is gone'))],
  ])('when the gate %s the connection ends without the dot', async (_how, beforeDot) => {
    const server = await wire();
    const line = await open(server.port);
    expect(await line.send(RAW, ENVELOPE, { beforeDot })).toEqual({ kind: 'stopped' });
    await server.closed();
    expect(server.received()).toContain('fin\r\n');
    expect(server.received()).not.toContain(END_OF_DATA);
    expect(line.usable).toBe(false);
    expect(await line.send(RAW, ENVELOPE, LEAVE)).toMatchObject({ kind: 'lost-before-dot' });
  });

  test.each(['tls', 'starttls'] as const)('under %s as well, the server never gets the end of it', async (security) => {
    const server = await sink({ security, certificate });
    const line = await open(server.port, { security }, { ca: certificate.certificate });
    expect(await line.send(RAW, ENVELOPE, LEAVE)).toMatchObject({ kind: 'accepted' });
    expect(await line.send(RAW, ENVELOPE, { beforeDot: async () => false })).toEqual({ kind: 'stopped' });
    await expect.poll(() => server.seen).toMatchObject({ begun: 2, ended: 1, cut: 1 });
    expect(server.messages[0]?.raw.equals(RAW)).toBe(true);
  });

  test('a connection that is cut from outside before the dot certainly did not deliver', async () => {
    const server = await sink();
    const cut = new AbortController();
    const line = await open(server.port, {}, { signal: cut.signal });
    const outcome = await line.send(RAW, ENVELOPE, {
      beforeDot: async () => {
        cut.abort();
        await new Promise((resolve) => setTimeout(resolve, 20));
        return true;
      },
    });
    expect(outcome.kind).toBe('lost-before-dot');
    await expect.poll(() => server.seen.cut).toBe(1);
    expect(server.seen.ended).toBe(0);
  });

  test('the gate is asked once all is written, and not at all when the server wants nothing', async () => {
    const server = await sink({ onRecipient: () => ({ code: 550, text: '5.1.1 unknown' }) });
    const line = await open(server.port);
    let asked = 0;
    const gate = {
      beforeDot: async () => {
        asked += 1;
        return true;
      },
    };
    expect(await line.send(RAW, ENVELOPE, gate)).toEqual({ kind: 'permanent', answer: '550 5.1.1 unknown' });
    expect(asked).toBe(0);
    server.options.onRecipient = () => null;
    expect(await line.send(Buffer.concat([RAW, Buffer.alloc(1_000_000, 'a')]), ENVELOPE, gate)).toMatchObject({
      kind: 'accepted',
    });
    expect(asked).toBe(1);
  });
});

describe('how a message ends', () => {
  test('one connection carries many messages', async () => {
    const server = await sink();
    const line = await open(server.port);
    for (let count = 0; count < 20; count += 1) {
      expect((await line.send(RAW, ENVELOPE, LEAVE)).kind).toBe('accepted');
    }
    expect(server.seen).toMatchObject({ connections: 1, ended: 20 });
  });

  test.each([
    ['4xx for the recipient', { onRecipient: () => ({ code: 451, text: '4.7.1 greylisted' }) }, 'temporary'],
    ['5xx for the recipient', { onRecipient: () => ({ code: 550, text: '5.1.1 unknown' }) }, 'permanent'],
    ['5xx for the sender', { onSender: () => ({ code: 553, text: '5.7.1 not yours' }) }, 'sender-refused'],
    ['4xx for the sender', { onSender: () => ({ code: 450, text: '4.7.1 too many' }) }, 'sender-refused'],
    ['552 for the size', { onSender: () => ({ code: 552, text: '5.3.4 too big' }) }, 'permanent'],
    [
      '4xx after the dot',
      { onMessage: () => ({ keep: false, answer: { code: 451, text: '4.3.0 later' } }) },
      'temporary',
    ],
    [
      '5xx after the dot',
      { onMessage: () => ({ keep: false, answer: { code: 554, text: '5.7.1 spam' } }) },
      'permanent',
    ],
  ] satisfies [string, SinkOptions, string][])('%s, and the line goes on', async (_what, options, kind) => {
    const server = await sink(options);
    const line = await open(server.port);
    expect((await line.send(RAW, ENVELOPE, LEAVE)).kind).toBe(kind);
    server.options = {};
    expect((await line.send(RAW, ENVELOPE, LEAVE)).kind).toBe('accepted');
    expect(server.seen.connections).toBe(1);
  });

  test('hung up in the middle of the data: not delivered', async () => {
    const server = await sink({ dropAfterBytes: () => 10 });
    const line = await open(server.port);
    const outcome = await line.send(RAW, ENVELOPE, {
      beforeDot: () => new Promise((resolve) => setTimeout(() => resolve(true), 200)),
    });
    expect(outcome.kind).toBe('lost-before-dot');
    expect(line.usable).toBe(false);
  });

  test.each([true, false])('hung up after the dot: in doubt, whether it kept the message (%s) or not', async (keep) => {
    const server = await sink({ onMessage: () => ({ keep, answer: 'drop' }) });
    const line = await open(server.port);
    expect((await line.send(RAW, ENVELOPE, LEAVE)).kind).toBe('in-doubt');
    expect(server.counts.size).toBe(keep ? 1 : 0);
  });

  test('silence after the dot: in doubt; silence before it: not delivered', async () => {
    const mute = await wire((line) => (line === '.' ? null : plainAnswer(line)));
    const toMute = await open(mute.port, {}, { limits: QUICK });
    expect(await toMute.send(RAW, ENVELOPE, LEAVE)).toEqual({
      kind: 'in-doubt',
      reason: 'Le serveur n’a pas répondu à la fin du message.',
    });
    const deaf = await wire((line) => (line.startsWith('MAIL') ? null : plainAnswer(line)));
    const toDeaf = await open(deaf.port, {}, { limits: QUICK });
    expect(await toDeaf.send(RAW, ENVELOPE, LEAVE)).toEqual({
      kind: 'lost-before-dot',
      reason: 'Le serveur ne répond pas à l’annonce du message.',
    });
  });

  test('a gate that never answers does not hold the line for ever', async () => {
    const server = await wire();
    const line = await open(server.port, {}, { limits: QUICK });
    const outcome = await line.send(RAW, ENVELOPE, { beforeDot: () => new Promise(() => {}) });
    expect(outcome.kind).toBe('lost-before-dot');
    await server.closed();
    expect(server.received()).not.toContain(END_OF_DATA);
  });

  test('a yes before the end of the message is not believed', async () => {
    const server = await wire((line) => (line === 'data' ? '!250 ok already' : plainAnswer(line)));
    const line = await open(server.port);
    const outcome = await line.send(RAW, ENVELOPE, {
      beforeDot: () => new Promise((resolve) => setTimeout(() => resolve(true), 100)),
    });
    expect(outcome).toEqual({ kind: 'lost-before-dot', reason: 'Le serveur a répondu avant la fin du message.' });
    await server.closed();
    expect(server.received()).not.toContain(END_OF_DATA);
  });

  test('a no before the end of the message is a no, and the dot does not follow', async () => {
    const server = await wire((line) => (line === 'data' ? '!552 too much' : plainAnswer(line)));
    const line = await open(server.port);
    const outcome = await line.send(RAW, ENVELOPE, {
      beforeDot: () => new Promise((resolve) => setTimeout(() => resolve(true), 100)),
    });
    expect(outcome).toEqual({ kind: 'permanent', answer: '552 too much' });
    await server.closed();
    expect(server.received()).not.toContain(END_OF_DATA);
  });

  test('half an answer is no answer', async () => {
    const server = await wire((line) => (line === '.' ? null : plainAnswer(line)));
    const line = await open(server.port, {}, { limits: { ...QUICK, answerMs: 5_000 } });
    const sending = line.send(RAW, ENVELOPE, LEAVE);
    await server.until(END_OF_DATA);
    await server.close();
    ends.length = 0;
    expect((await sending).kind).toBe('in-doubt');
  });

  test('an endless or hostile answer is kept short and on one line', async () => {
    const server = await wire((line) =>
      line === '.' ? `550 non\u001b[2J\u0000 ${'x'.repeat(5_000)}` : plainAnswer(line),
    );
    const line = await open(server.port);
    const outcome = await line.send(RAW, ENVELOPE, LEAVE);
    expect(outcome).toMatchObject({ kind: 'permanent' });
    const { answer } = outcome as { answer: string };
    expect(answer.length).toBeLessThanOrEqual(500);
    expect(answer).not.toMatch(/[\u0000-\u001f]/);
  });
});

describe('the hidden copy', () => {
  const COPIED = { ...ENVELOPE, copyTo: 'journal@atelier.example' };

  test('is an address of the envelope', async () => {
    const server = await sink();
    const line = await open(server.port);
    await line.send(RAW, COPIED, LEAVE);
    expect(server.messages[0]?.to).toEqual([COPIED.to, COPIED.copyTo]);
  });

  test('never goes alone: when the debtor is refused, the dot does not leave', async () => {
    const server = await sink({
      onRecipient: (to) => (to === COPIED.to ? { code: 550, text: '5.1.1 unknown' } : null),
    });
    const line = await open(server.port);
    expect(await line.send(RAW, COPIED, LEAVE)).toEqual({ kind: 'permanent', answer: '550 5.1.1 unknown' });
    await expect.poll(() => server.seen.cut).toBe(1);
    expect(server.messages).toEqual([]);
  });

  test('that is refused does not keep the reminder back', async () => {
    const server = await sink({ onRecipient: (to) => (to === COPIED.copyTo ? { code: 550, text: 'no' } : null) });
    const line = await open(server.port);
    expect((await line.send(RAW, COPIED, LEAVE)).kind).toBe('accepted');
    expect(server.messages[0]?.to).toEqual([COPIED.to]);
  });
});

describe('a line that cannot be opened says why in French', () => {
  const login = { username: 'nous', password: 'secret' };

  test('the right password opens, the wrong one is refused', async () => {
    const server = await sink({ security: 'starttls', certificate, login });
    const options = { ca: certificate.certificate };
    await open(server.port, { security: 'starttls', ...login }, options);
    const refusal = await refusalOf(server.port, { security: 'starttls', ...login, password: 'faux' }, options);
    expect(refusal).toMatchObject({ code: 'MailLoginRefused', facts: { answer: '535 5.7.8 Authentication failed' } });
    expect(JSON.stringify(refusal)).not.toContain('faux');
  });

  test.each(['starttls', 'tls'] as const)('a certificate nobody vouches for (%s)', async (security) => {
    const server = await sink({ security, certificate, login });
    const refusal = await refusalOf(server.port, { security, ...login });
    expect(refusal?.code).toBe('MailCertificateRefused');
    expect(refusal?.message).toContain('Rien n’a été envoyé');
  });

  test('a certificate that has expired, or that is for another name', async () => {
    const old = makeCertificate('127.0.0.1', { from: -10, until: -1 });
    const expired = await sink({ security: 'tls', certificate: old });
    expect((await refusalOf(expired.port, { security: 'tls' }, { ca: old.certificate }))?.message).toContain(
      'a expiré',
    );
    const foreign = makeCertificate('ailleurs.example');
    const other = await sink({ security: 'tls', certificate: foreign });
    expect((await refusalOf(other.port, { security: 'tls' }, { ca: foreign.certificate }))?.message).toContain(
      'est établi pour un autre nom',
    );
  });

  test('no encryption offered where it is required: not one word of the message leaves', async () => {
    const server = await wire();
    const refusal = await refusalOf(server.port, { security: 'starttls', ...login });
    expect(refusal?.code).toBe('MailTlsMissing');
    expect(server.received()).not.toMatch(/AUTH|MAIL/);
  });

  test('encryption refused at the last moment is not gone round', async () => {
    const server = await wire((line) =>
      line.startsWith('EHLO') ? '250-wire\r\n250 STARTTLS' : line === 'STARTTLS' ? '454 not now' : plainAnswer(line),
    );
    expect((await refusalOf(server.port, { security: 'starttls', ...login }))?.code).toBe('MailTlsMissing');
    expect(server.received()).not.toMatch(/AUTH|MAIL/);
  });

  test('plain words where encryption is expected', async () => {
    const server = await wire();
    expect((await refusalOf(server.port, { security: 'tls' }))?.code).toBe('MailTlsFailed');
  });

  test('nobody there, nobody answering, and a server that wants no company', async () => {
    const gone = await startWire();
    await gone.close();
    expect((await refusalOf(gone.port))?.code).toBe('MailServerUnreachable');
    expect((await refusalOf(25, { host: 'nulle.part.invalid' }))?.code).toBe('MailServerUnreachable');
    const mute = await wire(() => null);
    expect((await refusalOf(mute.port, {}, { limits: QUICK }))?.code).toBe('MailServerTimeout');
    const busy = await wire((line) => (line.startsWith('EHLO') ? '421 too many connections' : plainAnswer(line)));
    expect(await refusalOf(busy.port)).toMatchObject({
      code: 'MailServerRefused',
      message: expect.stringContaining('421 too many connections'),
    });
  });
});

describe('the test button', () => {
  const request = (port: number, to = 'moi@atelier.example') => ({
    smtp: account(port),
    sender: { from: { name: 'Atelier', address: ENVELOPE.from }, replyTo: null, copyTo: 'copie@x.example', dkim: null },
    to,
    trial: { tenantId: 't', trialId: '1', at: '2026-11-21T08:00:00Z' },
  });

  test('sends one message to the one asked for, and gives the server’s words', async () => {
    const server = await sink();
    expect(await testMail(request(server.port))).toEqual({ accepted: true, serverAnswer: '250 2.0.0 kept' });
    expect(server.messages.map((message) => message.to)).toEqual([['moi@atelier.example']]);
  });

  test('says what is wrong, in French', async () => {
    const server = await sink({ onSender: () => ({ code: 553, text: '5.7.1 not yours' }) });
    expect(await testMail(request(server.port))).toMatchObject({
      accepted: false,
      refusal: { code: 'MailRefused', message: expect.stringContaining('refuse l’adresse d’expédition') },
    });
    expect(await testMail(request(server.port, 'pas une adresse'))).toMatchObject({
      accepted: false,
      refusal: { code: 'InvalidAddress' },
    });
  });
});
