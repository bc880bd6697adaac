import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { MailRefusal } from './refusal.ts';

/** The key of a sending domain; its public half stands in the DNS at `<selector>._domainkey.<domain>`. */
export interface DkimKey {
  domain: string;
  selector: string;
  key: KeyObject;
}

const DNS_NAME = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9])?)*$/i;
/** RFC 8301: verifiers refuse anything shorter. */
const SHORTEST_KEY_BITS = 1024;
/** RFC 6376 §5.4.1, those we write. From is signed one time more than it occurs, so that none can be added. */
const SIGNED = [
  'from',
  'to',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'references',
  'auto-submitted',
  'mime-version',
  'content-type',
];

const signAsync = promisify(sign);

/**
 * Reads a DKIM key before it is kept or used. Refuses `InvalidDkimKey`: a key that does not sign would otherwise be found
 * out by the debtor's spam folder.
 */
export function readDkimKey(
  domain: string,
  selector: string,
  pem: string,
): { dkim: DkimKey; refusal?: undefined } | { refusal: MailRefusal; dkim?: undefined } {
  const refuse = (message: string): { refusal: MailRefusal } => ({
    refusal: { code: 'InvalidDkimKey', message, facts: { domain, selector } },
  });
  if (!DNS_NAME.test(domain) || !DNS_NAME.test(selector)) {
    return refuse(
      'Le domaine ou le sélecteur DKIM n’est pas un nom valable. Reprenez ceux que votre hébergeur indique.',
    );
  }
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < SHORTEST_KEY_BITS) {
      return refuse(
        'La clé DKIM doit être une clé privée RSA d’au moins 1 024 bits. Demandez-en une à votre hébergeur.',
      );
    }
    return { dkim: { domain, selector, key } };
  } catch {
    return refuse('La clé DKIM n’est pas une clé privée lisible au format PEM. Collez-la en entier, en-tête compris.');
  }
}

/** RFC 6376 §3.4.4: white space at line ends goes, runs of it shrink to one space, empty lines at the end go. */
function relaxedBody(body: string): string {
  const relaxed = body
    .replace(/[ \t]+(?=\r\n)/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/(\r\n)*$/, '');
  return relaxed === '' ? '' : `${relaxed}\r\n`;
}

/** RFC 6376 §3.4.2: unfolded, white space shrunk, none around the colon or at the end. */
function relaxedHeader(name: string, value: string): string {
  return `${name.toLowerCase()}:${value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`;
}

function folded(text: string): string {
  return (text.match(/.{1,72}/g) ?? []).join('\r\n ');
}

/** Puts the DKIM-Signature header in front of a whole message (RFC 6376, rsa-sha256, relaxed/relaxed). */
export async function signDkim(raw: Buffer, dkim: DkimKey): Promise<Buffer> {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const lines = text.slice(0, end).split(/\r\n(?![ \t])/);
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1)]),
  );
  const present = SIGNED.filter((name) => headers.has(name));
  const bodyHash = createHash('sha256')
    .update(relaxedBody(text.slice(end + 4)), 'latin1')
    .digest('base64');
  const unsigned = [
    `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${dkim.domain}; s=${dkim.selector};`,
    `h=${[...present, 'from'].join(':')};`,
    `bh=${bodyHash};`,
    'b=',
  ].join('\r\n ');
  const signed = [
    ...present.map((name) => `${relaxedHeader(name, headers.get(name)!)}\r\n`),
    relaxedHeader('dkim-signature', ` ${unsigned}`),
  ].join('');
  const signature = await signAsync('sha256', Buffer.from(signed, 'latin1'), dkim.key);
  const header = `DKIM-Signature: ${unsigned}${folded(signature.toString('base64'))}\r\n`;
  return Buffer.concat([Buffer.from(header, 'latin1'), raw]);
}
