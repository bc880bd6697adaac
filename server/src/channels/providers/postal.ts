import type { PostalParty } from './model.ts';

/** Longest line of an address, as the post reads it. */
const LINE = 38;

/** The six lines of an address: company, person, building, street, place, then postcode and town. */
export type SixLines = [string, string, string, string, string, string];

/**
 * An address on six lines of 38 characters at most. A name too long for its line goes on in the next one; gives null when
 * it does not fit all the same, for an address cut short is a letter lost.
 */
export function sixLines(party: PostalParty): SixLines | null {
  const name = wrapped(party.name, 2);
  const contact = party.contact === null ? [] : wrapped(party.contact, 1);
  if (name === null || contact === null) return null;
  const street = party.street.map((line) => line.trim()).filter((line) => line !== '');
  if (street.length === 0 || street.some((line) => line.length > LINE)) return null;
  const above = [...name, ...contact, ...street.slice(0, -1)];
  const town = `${party.postcode} ${party.city}`.trim();
  if (above.length > 4 || town.length > LINE) return null;
  const [first = '', second = '', third = '', fourth = ''] = above;
  // The street proper keeps the fourth line, where machines look for it, unless what is above needs it.
  const last = street.at(-1)!;
  return fourth === '' ? [first, second, third, last, '', town] : [first, second, third, fourth, last, town];
}

function wrapped(text: string, lines: number): string[] | null {
  const out: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= LINE) {
      line = longer;
      continue;
    }
    if (line !== '') out.push(line);
    line = word;
  }
  out.push(line);
  return out.length > lines || out.some((one) => one.length > LINE) ? null : out;
}

export const ADDRESS_TOO_LONG =
  'L’adresse ne tient pas sur six lignes de 38 caractères. Raccourcissez le nom ou l’adresse sur la fiche, puis recommencez.';

/** A body of several parts, as forms with files are sent. */
export function multipart(
  parts: readonly { name: string; fileName?: string; type?: string; content: string | Uint8Array }[],
): {
  type: string;
  body: Uint8Array;
} {
  // Ours alone, and in none of what we send: a PDF is bytes and our fields are short.
  const boundary = '----acquit-7f3d2c51b0e94a68';
  const chunks = parts.flatMap(({ name, fileName, type, content }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName.replace(/[^A-Za-z0-9._-]/g, '_')}"`}\r\n${type === undefined ? '' : `content-type: ${type}\r\n`}\r\n`,
    ),
    typeof content === 'string' ? Buffer.from(content) : content,
    Buffer.from('\r\n'),
  ]);
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
  };
}
