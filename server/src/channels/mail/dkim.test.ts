import { createHash, createPublicKey, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto';
import DKIM from 'nodemailer/lib/dkim';
import { expect, test } from 'vitest';
import { readDkimKey, signDkim } from './dkim.ts';
import { buildMessage, type OutgoingMail } from './message.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

/**
 * A receiver's view, written from RFC 6376 §6.1.3 apart from the signer: reads the tags, takes the headers named in h=
 * from the bottom up, and checks both hashes.
 */
function verify(raw: Buffer, publicKey: KeyObject): { valid: boolean; why: string; tags: Map<string, string> } {
  const text = raw.toString('latin1');
  const split = text.indexOf('\r\n\r\n');
  const fields = text
    .slice(0, split)
    .split(/\r\n(?![ \t])/)
    .map((line) => ({ name: line.slice(0, line.indexOf(':')).toLowerCase().trimEnd(), line }));
  const signature = fields.find((field) => field.name === 'dkim-signature')!;
  const value = signature.line.slice(signature.line.indexOf(':') + 1);
  const tags = new Map(
    value
      .replace(/\r\n/g, '')
      .split(';')
      .map((tag) => tag.trim())
      .filter(Boolean)
      .map((tag): [string, string] => [
        tag.slice(0, tag.indexOf('=')),
        tag.slice(tag.indexOf('=') + 1).replace(/\s/g, ''),
      ]),
  );
  const lines = text.slice(split + 4).split('\r\n');
  const relaxed = lines.map((line) => line.replace(/[ \t]+/g, ' ').trimEnd());
  while (relaxed.length > 0 && relaxed.at(-1) === '') relaxed.pop();
  const body = relaxed.map((line) => `${line}\r\n`).join('');
  const bodyHash = createHash('sha256').update(body, 'latin1').digest('base64');
  if (bodyHash !== tags.get('bh')) return { valid: false, why: 'body', tags };
  const canonical = (line: string) => {
    const colon = line.indexOf(':');
    const unfolded = line.slice(colon + 1).replace(/\r\n/g, '');
    return `${line.slice(0, colon).toLowerCase().trimEnd()}:${unfolded.replace(/[ \t]+/g, ' ').trim()}`;
  };
  const left = fields.filter((field) => field !== signature);
  let signed = '';
  for (const name of tags.get('h')!.toLowerCase().split(':')) {
    const at = left.findLastIndex((field) => field.name === name);
    if (at >= 0) signed += `${canonical(left.splice(at, 1)[0]!.line)}\r\n`;
  }
  signed += canonical(signature.line.replace(/([;\s]b=)[^;]*/, '$1'));
  const check = createVerify('sha256').update(Buffer.from(signed, 'latin1'));
  const valid = check.verify(publicKey, tags.get('b')!, 'base64');
  return { valid, why: valid ? '' : 'headers', tags };
}

const MAIL: OutgoingMail = {
  key: { tenantId: 't', actionId: 'a', channel: 'email' },
  messageId: null,
  from: { name: 'Ébénisterie Durand', address: 'facturation@durand.example' },
  to: { name: 'Bâtir', address: 'compta@batir.example' },
  replyTo: 'marie@durand.example',
  copyTo: null,
  dkim: readDkimKey('durand.example', 's2026', PEM).dkim!,
  subject: 'Rappel : facture F-2026-118 échue depuis quinze jours, merci de votre règlement',
  text: 'Bonjour,  \n\n\tVotre   facture n’est pas réglée.\n\n\n',
  html: '<p>Votre facture</p>\n\n\n',
  attachments: [{ name: 'relevé.pdf', mediaType: 'application/pdf', bytes: Buffer.alloc(3_000, 1) }],
  caseId: 'c',
  date: '2026-11-21T08:00:00Z',
};

async function signedMail(): Promise<Buffer> {
  const outcome = await buildMessage(MAIL);
  if ('refusal' in outcome) throw new Error(outcome.refusal.message);
  return outcome.message.raw;
}

test('a receiver verifies the signature, aligned with the sender', async () => {
  const raw = await signedMail();
  const { valid, why, tags } = verify(raw, createPublicKey(pair.privateKey));
  expect({ valid, why }).toEqual({ valid: true, why: '' });
  expect(tags.get('d')).toBe('durand.example');
  expect(tags.get('s')).toBe('s2026');
  expect((await signedMail()).equals(raw)).toBe(true);
});

test.each([
  ['a byte of the body', (text: string) => text.replace('F', 'f'), 'Votre'],
  ['the subject', (text: string) => text.replace(/Subject: =/, 'Subject: x='), 'Subject'],
  ['the recipient', (text: string) => text.replace('compta@', 'autre@'), 'compta@'],
  ['an added From', (text: string) => text.replace('\r\nTo:', '\r\nFrom: x@y.example\r\nTo:'), 'To:'],
])('a change to %s is seen', async (_what, change, marker) => {
  const text = (await signedMail()).toString('latin1');
  const changed = marker === 'Votre' ? text.replace('Votre', 'votre') : change(text);
  expect(changed).not.toBe(text);
  expect(verify(Buffer.from(changed, 'latin1'), createPublicKey(pair.privateKey)).valid).toBe(false);
});

test('the verification accepts the signature of another signer, and refuses another key', async () => {
  const { dkim: _ours, ...rest } = MAIL;
  const outcome = await buildMessage({ ...rest, dkim: null });
  if ('refusal' in outcome) throw new Error(outcome.refusal.message);
  const theirs: Buffer[] = [];
  const signer = new DKIM({ domainName: 'durand.example', keySelector: 's2026', privateKey: PEM });
  for await (const chunk of signer.sign(outcome.message.raw)) theirs.push(chunk as Buffer);
  expect(verify(Buffer.concat(theirs), createPublicKey(pair.privateKey)).valid).toBe(true);
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  expect(verify(await signedMail(), other.publicKey).valid).toBe(false);
});

test('an empty body is signed as such', async () => {
  const raw = await signDkim(Buffer.from('From: a@b.example\r\nSubject: x\r\n\r\n'), MAIL.dkim!);
  expect(verify(raw, createPublicKey(pair.privateKey)).valid).toBe(true);
});

test.each([
  ['no key at all', 'durand.example', 's', 'bonjour'],
  [
    'an elliptic key',
    'durand.example',
    's',
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  ],
  ['a domain with a tag in it', 'durand.example; l=0', 's', PEM],
  ['a selector with a line break', 'durand.example', 's\r\nX: y', PEM],
])('%s is refused', (_what, domain, selector, pem) => {
  expect(readDkimKey(domain, selector, pem).refusal?.code).toBe('InvalidDkimKey');
});
