/** PDF files of our own, for tests: with attachments in every place they are found, encrypted, damaged, or too large. */

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';

export interface PdfFile {
  name: string;
  content: string | Uint8Array;
}

export interface PdfShape {
  /** Objects packed in streams, as many programs write them. */
  objectStreams?: boolean;
  /** The tree of names taken out, so that the attachments stand in the list of associated files only. */
  associatedOnly?: boolean;
}

/** A one-page PDF with the files attached. */
export async function pdfWith(
  files: readonly PdfFile[],
  { objectStreams = false, associatedOnly = false }: PdfShape = {},
): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([100, 100]);
  for (const { name, content } of files) await document.attach(Buffer.from(content), name, { mimeType: 'text/xml' });
  // The attachments reach the catalog only when the document is flushed.
  await document.flush();
  if (associatedOnly) {
    document.catalog.lookup(PDFName.of('Names'), PDFDict).delete(PDFName.of('EmbeddedFiles'));
  }
  return Buffer.from(await document.save({ useObjectStreams: objectStreams }));
}

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const md5 = (...parts: Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b]!, state[a]!];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + state[i]! + key[i % key.length]!) % 256;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) % 256;
      j = (j + state[i]!) % 256;
      swap(i, j);
      return byte ^ state[(state[i]! + state[j]!) % 256]!;
    }),
  );
}

/** A PDF encrypted with the oldest standard handler (RC4, 40 bits, ISO 32000-1 §7.6.3), its attachment included. */
export function encryptedPdf(name: string, content: string, password = ''): Buffer {
  const id = md5(Buffer.from('an identifier'));
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(padded, owner, permissions, id).subarray(0, 5);
  const user = rc4(key, PADDING);
  const encrypt = (object: number, data: Uint8Array): Buffer =>
    rc4(md5(key, Buffer.from([object, 0, 0, 0, 0])).subarray(0, 10), data);
  const text = (object: number, value: string): string =>
    `<${encrypt(object, Buffer.from(value, 'latin1')).toString('hex')}>`;
  const stream = encrypt(5, deflateSync(Buffer.from(content)));
  return rawPdf(
    [
      '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 6 0 R >> >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>',
      `<< /Type /Filespec /F ${text(4, name)} /UF ${text(4, name)} /EF << /F 5 0 R >> >>`,
      { dictionary: `<< /Type /EmbeddedFile /Filter /FlateDecode /Length ${stream.length} >>`, stream },
      `<< /Names [${text(6, name)} 4 0 R] >>`,
      `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -4 >>`,
    ],
    `/Encrypt 7 0 R /ID [<${id.toString('hex')}> <${id.toString('hex')}>]`,
  );
}

type RawObject = string | { dictionary: string; stream: Uint8Array };

/** A PDF written object by object; the first one is its catalog. */
export function rawPdf(objects: readonly RawObject[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const push = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, index) => {
    offsets.push(length);
    const body =
      typeof object === 'string'
        ? Buffer.from(object, 'latin1')
        : Buffer.concat([Buffer.from(`${object.dictionary}\nstream\n`), object.stream, Buffer.from('\nendstream')]);
    push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  });
  const start = length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** A PDF whose attachment unpacks to `bytes` zeros. */
export function attachmentBomb(bytes: number): Buffer {
  const stream = deflateSync(Buffer.alloc(bytes));
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(factur-x.xml) 3 0 R] >> >> >>',
    '<< /Type /Pages /Kids [] /Count 0 >>',
    '<< /Type /Filespec /F (factur-x.xml) /EF << /F 4 0 R >> >>',
    { dictionary: `<< /Type /EmbeddedFile /Filter /FlateDecode /Length ${stream.length} >>`, stream },
  ]);
}

/** A PDF with an object stream that unpacks to `bytes` zeros, packed once or twice. */
export function objectStreamBomb(bytes: number, twice = false): Buffer {
  const once = deflateSync(Buffer.alloc(bytes));
  const stream = twice ? deflateSync(once) : once;
  const filter = twice ? '[/FlateDecode /FlateDecode]' : '/FlateDecode';
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [] /Count 0 >>',
    { dictionary: `<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${stream.length} >>`, stream },
  ]);
}
