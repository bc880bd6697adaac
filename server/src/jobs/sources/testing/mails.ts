/** Messages as mail programs write them, for the tests. */

export interface MailShape {
  from?: string;
  id?: string;
  subject?: string;
  files?: { name: string; type?: string; content: string }[];
  /** A message carried whole as an attachment, as « transférer en pièce jointe » does. */
  forwarded?: string;
}

let serial = 0;

/** One message with its attachments, in base64. */
export function mailOf({
  from = 'banque@banque.example',
  id,
  subject = 'Votre relevé',
  files = [],
  forwarded,
}: MailShape): string {
  serial += 1;
  const boundary = `limite-${serial}`;
  const parts = [
    ['Content-Type: text/plain; charset=utf-8', '', 'Bonjour, veuillez trouver ci-joint.'],
    ...files.map(({ name, type = 'application/octet-stream', content }) => [
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(content)
        .toString('base64')
        .replaceAll(/(.{76})/g, '$1\r\n'),
    ]),
    ...(forwarded
      ? [['Content-Type: message/rfc822', 'Content-Disposition: attachment; filename="transmis.eml"', '', forwarded]]
      : []),
  ];
  return [
    `From: ${from}`,
    'To: compta@atelier.example',
    `Subject: ${subject}`,
    `Message-ID: ${id ?? `<${serial}.${Math.trunc(performance.timeOrigin)}@banque.example>`}`,
    `Date: ${new Date(performance.timeOrigin).toUTCString()}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...parts.flatMap((lines) => [`--${boundary}`, ...lines]),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
