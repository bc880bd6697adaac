import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { normalizeAddress } from './address.ts';
import { type BuiltMessage, buildMessage, messageIdOf, type OutgoingMail } from './message.ts';
import { quotedPrintable } from './quoted-printable.ts';

const MAIL: OutgoingMail = {
  key: { tenantId: '6f1c', actionId: '9a2b', channel: 'email' },
  messageId: null,
  from: { name: 'Ébénisterie Durand, père & fils', address: 'facturation@durand.example' },
  to: { name: 'Société d’Études "Bâtir"', address: 'compta@batir.example' },
  replyTo: 'marie.durand@durand.example',
  copyTo: 'journal@durand.example',
  dkim: null,
  subject: 'Rappel : facture F-2026-118, échue le 21 novembre 2026, de 1 234,56 € — merci de votre règlement',
  text: 'Bonjour,\n\nVotre facture n’est pas réglée.\n.\nCordialement  \n',
  html: '<p>Votre facture n’est pas réglée.</p>',
  attachments: [
    { name: 'relevé « été ».pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7 un\r\n.\r\ndeux') },
    { name: 'F-2026-118.pdf', mediaType: 'application/pdf', bytes: Buffer.alloc(200_000, 7) },
  ],
  caseId: 'c0ffee',
  date: '2026-11-21T23:30:00.123456Z',
};

async function built(mail: OutgoingMail): Promise<BuiltMessage> {
  const outcome = await buildMessage(mail);
  if ('refusal' in outcome) throw new Error(outcome.refusal.message);
  return outcome.message;
}

function headerNames(raw: Buffer): string[] {
  const head = raw.toString('latin1').split('\r\n\r\n')[0]!;
  return head.split(/\r\n(?![ \t])/).map((line) => line.slice(0, line.indexOf(':')));
}

describe('the message as bytes', () => {
  test('a mail program reads back exactly what was written', async () => {
    const { raw } = await built(MAIL);
    const read = await PostalMime.parse(raw);
    expect(read.from).toEqual({ name: MAIL.from.name, address: MAIL.from.address });
    expect(read.to).toEqual([{ name: MAIL.to.name, address: MAIL.to.address }]);
    expect(read.replyTo).toEqual([{ name: '', address: MAIL.replyTo }]);
    expect(read.subject).toBe(MAIL.subject);
    // The line break before the boundary belongs to the boundary; the reader shows it as one more empty line.
    expect(read.text?.trimEnd()).toBe(MAIL.text.trimEnd());
    expect(read.html?.trim()).toBe(MAIL.html);
    expect(read.date).toBe('2026-11-21T23:30:00.000Z');
    expect(read.attachments.map((file) => file.filename)).toEqual(MAIL.attachments.map((file) => file.name));
    for (const [index, file] of read.attachments.entries()) {
      expect(Buffer.from(file.content as ArrayBuffer)).toEqual(Buffer.from(MAIL.attachments[index]!.bytes));
    }
  });

  test('has exactly the headers we set, and no trace of the hidden copy', async () => {
    const { raw, envelope } = await built(MAIL);
    expect(headerNames(raw)).toEqual([
      'From',
      'To',
      'Reply-To',
      'Subject',
      'Date',
      'Message-ID',
      'References',
      'Auto-Submitted',
      'MIME-Version',
      'Content-Type',
    ]);
    expect(envelope).toEqual({ from: MAIL.from.address, to: MAIL.to.address, copyTo: MAIL.copyTo });
    expect(raw.toString('latin1')).not.toContain('journal@');
    expect(raw.toString('latin1')).toContain('Auto-Submitted: auto-generated\r\n');
  });

  test('equal input gives equal bytes, at any hour', async () => {
    const first = await built(MAIL);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await built(structuredClone(MAIL))).raw.equals(first.raw)).toBe(true);
  });

  test('the Message-ID follows the action and nothing else', async () => {
    const { messageId } = await built(MAIL);
    expect(messageId).toMatch(/^<[0-9a-f]{40}@durand\.example>$/);
    expect((await built({ ...MAIL, subject: 'Autre objet', attachments: [] })).messageId).toBe(messageId);
    const ids = [
      { ...MAIL.key, actionId: 'other' },
      { ...MAIL.key, tenantId: 'other' },
    ].map((key) => messageIdOf(key, MAIL.from.address));
    expect(new Set([...ids, messageId]).size).toBe(3);
    expect((await built({ ...MAIL, messageId: '<kept@old.example>' })).messageId).toBe('<kept@old.example>');
  });

  test('no line is longer than a server may refuse, and all are ended by CRLF', async () => {
    const { raw } = await built({ ...MAIL, text: 'mot '.repeat(5_000), html: `<p>${'é'.repeat(9_000)}</p>` });
    const text = raw.toString('latin1');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

describe('a copy to our salesperson', () => {
  const cc = { name: 'Paul Berger', address: 'paul@durand.example' };

  test('is seen by the debtor and goes with the message; without one nothing changes', async () => {
    const { raw, envelope } = await built({ ...MAIL, cc });
    expect((await PostalMime.parse(raw)).cc).toEqual([cc]);
    expect(envelope).toMatchObject({ to: 'compta@batir.example', cc: 'paul@durand.example' });
    expect((await built(MAIL)).envelope).not.toHaveProperty('cc');
    expect(headerNames((await built(MAIL)).raw)).not.toContain('Cc');
  });

  test('cannot smuggle a header in', async () => {
    const smuggled = { ...cc, name: 'Paul\r\nBcc: tous@client.example' };
    expect(await buildMessage({ ...MAIL, cc: smuggled })).toMatchObject({ refusal: { code: 'HeaderInjection' } });
  });
});

describe('what may not stand in a header is refused', () => {
  const breaks = ['\r\nBcc: tous@example.org', '\nX: y', '\r', '\u0000', '\u2028', '\u0085'];
  const fields: [string, (text: string) => OutgoingMail][] = [
    ['subject', (text) => ({ ...MAIL, subject: `Facture${text}` })],
    ['sender name', (text) => ({ ...MAIL, from: { ...MAIL.from, name: `Durand${text}` } })],
    ['recipient name', (text) => ({ ...MAIL, to: { ...MAIL.to, name: `Bâtir${text}` } })],
    ['recipient address', (text) => ({ ...MAIL, to: { ...MAIL.to, address: `a@b.example${text}` } })],
    ['reply address', (text) => ({ ...MAIL, replyTo: `a@b.example${text}` })],
    ['copy address', (text) => ({ ...MAIL, copyTo: `a@b.example${text}` })],
    ['file name', (text) => ({ ...MAIL, attachments: [{ ...MAIL.attachments[0]!, name: `f${text}.pdf` }] })],
    ['file type', (text) => ({ ...MAIL, attachments: [{ ...MAIL.attachments[0]!, mediaType: `a/b${text}` }] })],
  ];
  test.each(fields)('a line break in the %s', async (_field, hostile) => {
    for (const text of breaks) {
      const outcome = await buildMessage(hostile(text));
      expect('refusal' in outcome && outcome.refusal.code).toBe('HeaderInjection');
    }
  });

  test('a name cannot smuggle in an address, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), async (name) => {
        const outcome = await buildMessage({ ...MAIL, to: { name, address: 'a@b.example' }, attachments: [] });
        if ('refusal' in outcome) return;
        expect(headerNames(outcome.message.raw)).toHaveLength(10);
        const read = await PostalMime.parse(outcome.message.raw);
        expect(read.to?.map((to) => to.address)).toEqual(['a@b.example']);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    'sans-arobase.example',
    '@example.org',
    'a@',
    'a b@example.org',
    'a@exa mple.org',
    'a@localhost',
    'a@[127.0.0.1]',
    '"a b"@example.org',
    'a@b@example.org',
    'a@example.org>, <c@example.org',
    'é@example.org',
    `${'a'.repeat(65)}@example.org`,
    'a..b@example.org',
    'a@-example.org',
  ])('%s is no address', async (address) => {
    const outcome = await buildMessage({ ...MAIL, to: { name: null, address } });
    expect('refusal' in outcome && outcome.refusal.code).toBe('InvalidAddress');
  });

  test('an accented domain is written in its ASCII form', () => {
    expect(normalizeAddress(' compta@bâtir.example ')).toBe('compta@xn--btir-boa.example');
    expect(normalizeAddress("o'neil+f.118@sub.exemple.fr")).toBe("o'neil+f.118@sub.exemple.fr");
  });
});

describe('quoted-printable', () => {
  const decode = (encoded: string): string =>
    Buffer.from(
      encoded
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString('utf8');

  test('any text comes back, in short lines that end in no white space', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', '€', '😀', '=', '.', ' ', '\t', '\n', '\r\n'), maxLength: 400 }),
        (text) => {
          const encoded = quotedPrintable(text).toString('latin1');
          expect(decode(encoded)).toBe(text.replace(/\r\n|\r|\n/g, '\r\n'));
          for (const line of encoded.split('\r\n')) {
            expect(line.length).toBeLessThanOrEqual(76);
            expect(line).not.toMatch(/[ \t]$/);
          }
        },
      ),
    );
  });
});
