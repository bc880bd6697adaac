import { generateKeyPairSync, sign } from 'node:crypto';

/** A self-made certificate and its key, PEM. */
export interface TestCertificate {
  certificate: string;
  key: string;
}

// X.509 is a small tree of DER values; writing the few needed here by hand spares the tests an `openssl` on the machine.
const der = (tag: number, ...contents: Buffer[]): Buffer => {
  const body = Buffer.concat(contents);
  if (body.length < 128) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.from(body.length.toString(16).padStart(body.length > 255 ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
};
const sequence = (...items: Buffer[]) => der(0x30, ...items);
const integer = (value: number) => der(0x02, Buffer.from([value]));
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const octets = (content: Buffer) => der(0x04, content);
const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content);
const time = (when: Date) => der(0x17, Buffer.from(`${when.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));

const COMMON_NAME = '550403';
const SUBJECT_ALT_NAME = '551d11';
const BASIC_CONSTRAINTS = '551d13';
const ECDSA_WITH_SHA256 = '2a8648ce3d040302';
const DAY_MS = 86_400_000;

/**
 * Makes a certificate for a host name or an IPv4 address, signed by itself, so that a test can trust it (as its own
 * authority), distrust it, or let it be out of date or for another name.
 */
export function makeCertificate(
  host: string,
  days: { from: number; until: number } = { from: -1, until: 1 },
): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(oid(COMMON_NAME), der(0x0c, Buffer.from(host)))));
  const isAddress = /^[\d.]+$/.test(host);
  const altName = isAddress ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host));
  const algorithm = sequence(oid(ECDSA_WITH_SHA256));
  const now = Date.now();
  const body = sequence(
    der(0xa0, integer(2)),
    integer(1),
    algorithm,
    name,
    sequence(time(new Date(now + days.from * DAY_MS)), time(new Date(now + days.until * DAY_MS))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        sequence(oid(SUBJECT_ALT_NAME), octets(sequence(altName))),
        sequence(
          oid(BASIC_CONSTRAINTS),
          der(0x01, Buffer.from([0xff])),
          octets(sequence(der(0x01, Buffer.from([0xff])))),
        ),
      ),
    ),
  );
  const whole = sequence(body, algorithm, bits(sign('sha256', body, privateKey)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}
