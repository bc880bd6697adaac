/**
 * Files made to harm. Each family ends in a named verdict, in a reading process, and the honest file that follows is
 * read. The limits themselves bound time and memory, so no test measures either.
 */

import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReaders, type Readers } from './child/readers.ts';
import { ciiInvoice, ciiTotals } from './testing/invoices.ts';
import { attachmentBomb, encryptedPdf, objectStreamBomb, pdfWith, rawPdf } from './testing/pdfs.ts';
import { workbook, zipOf } from './testing/zips.ts';

let readers: Readers;
let folder: string;
beforeAll(() => {
  readers = openReaders({ processes: 1 });
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
});
afterAll(async () => {
  await readers.close();
  rmSync(folder, { recursive: true, force: true });
});

const invoice = ciiInvoice();
const root = invoice.slice(0, invoice.indexOf('>', invoice.indexOf('<rsm:CrossIndustryInvoice')) + 1);
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const withDoctype = (subset: string, body = '&a;'): string =>
  invoice.replace(declaration, `${declaration}<!DOCTYPE x [${subset}]>\n`).replace('F-2026-001', body);

async function verdict(file: string | Uint8Array): Promise<string> {
  const result = await readers.read(typeof file === 'string' ? Buffer.from(file) : file);
  // Whatever happened, the sentence is there and the next file is read.
  if (result.status === 'refused') expect(result.refusal?.message.length).toBeGreaterThan(20);
  return result.refusal?.code ?? `read ${result.format} ${result.doubts.map(({ code }) => code).join(' ')}`.trim();
}

describe('XML', () => {
  const nested = [
    '<!ENTITY a "aaaaaaaaaa">',
    ...'bcdefghij'.split('').map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`),
  ].join('');
  it.each<[string, string | Uint8Array, string]>([
    ['nested entities', withDoctype(nested, '&j;'), 'DoctypeForbidden'],
    [
      'quadratic blow-up',
      withDoctype(`<!ENTITY a "${'a'.repeat(100_000)}">`, '&a;'.repeat(10_000)),
      'DoctypeForbidden',
    ],
    ['an external file', withDoctype('<!ENTITY a SYSTEM "file:///etc/passwd">'), 'DoctypeForbidden'],
    ['an external address', withDoctype('<!ENTITY a SYSTEM "http://127.0.0.1:9/x">'), 'DoctypeForbidden'],
    ['parameter entities', withDoctype('<!ENTITY % p SYSTEM "file:///etc/passwd">%p;', 'x'), 'DoctypeForbidden'],
    [
      'a plain DOCTYPE',
      invoice.replace(declaration, `${declaration}<!DOCTYPE rsm:CrossIndustryInvoice>\n`),
      'DoctypeForbidden',
    ],
    ['an entity that is not declared', invoice.replace('F-2026-001', '&a;'), 'MalformedXml'],
    ['200,000 levels', `${root}${'<a>'.repeat(200_000)}`, 'XmlTooDeep'],
    [
      '10⁶ attributes',
      `${root}<a ${Array.from({ length: 1_000_000 }, (_, index) => `b${index}=""`).join(' ')}/>`,
      'XmlTooManyAttributes',
    ],
    ['10⁶ elements', `${root}${'<a/>'.repeat(1_000_000)}`, 'XmlTooManyElements'],
    [
      '300,000 invoice lines',
      ciiInvoice({ lines: '<ram:IncludedSupplyChainTradeLineItem/>'.repeat(300_000) }),
      'read cii',
    ],
    ['a huge text', `${root}<a>${'x'.repeat(5_000_000)}</a>`, 'XmlTextTooLong'],
    ['a huge name', `${root}<${'x'.repeat(5_000_000)}/>`, 'MalformedXml'],
    [
      'XInclude',
      invoice.replace(
        '<rsm:SupplyChainTradeTransaction>',
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/><rsm:SupplyChainTradeTransaction>',
      ),
      'read cii',
    ],
    ['a label that lies', Buffer.from(invoice.replace('Paix', 'Général'), 'latin1'), 'WrongEncoding'],
    ['UTF-16 in name only', invoice.replace('UTF-8', 'UTF-16'), 'WrongEncoding'],
    ['UTF-7', invoice.replace('UTF-8', 'UTF-7'), 'UnknownEncoding'],
    [
      'UTF-16 cut in the middle of a character',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(invoice, 'utf16le').subarray(0, 2_001)]),
      'WrongEncoding',
    ],
    ['an invoice cut short', invoice.slice(0, 1_500), 'MalformedXml'],
    ['two roots', invoice + invoice.slice(declaration.length), 'MalformedXml'],
    ['a control character', invoice.replace('F-2026-001', 'F\u0001'), 'MalformedXml'],
    ['a web page', '<!DOCTYPE html><html><body>Bonjour</body></html>', 'UnknownXml'],
    ['another XML', '<?xml version="1.0"?><catalogue><livre/></catalogue>', 'UnknownXml'],
    [
      '10¹⁸',
      ciiInvoice({
        totals: ciiTotals({ GrandTotalAmount: '1000000000000000000', DuePayableAmount: '1000000000000000000' }),
        taxes: '',
      }),
      'read cii AmountOutOfRange AmountOutOfRange MissingTotal MissingAmountDue',
    ],
  ])('%s', async (_name, file, expected) => {
    expect(await verdict(file)).toBe(expected);
  });

  it('UTF-16 that is what it says is read', async () => {
    expect(
      await verdict(
        Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(invoice.replace('UTF-8', 'UTF-16'), 'utf16le')]),
      ),
    ).toBe('read cii');
  });
});

describe('PDF', () => {
  const deep = (): Buffer => {
    const names = Array.from({ length: 60 }, (_, index) => `<< /Kids [${index + 4} 0 R ${index + 4} 0 R] >>`);
    return rawPdf([
      '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> >>',
      '<< /Type /Pages /Kids [] /Count 0 >>',
      ...names,
      '<< /Kids [3 0 R] >>',
    ]);
  };
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['15 bytes', () => Buffer.from('%PDF-1.4\n%%EOF\n'), 'DamagedPdf'],
    [
      'half a file',
      async () => (await pdfWith([{ name: 'factur-x.xml', content: invoice }])).subarray(0, 700),
      'DamagedPdf',
    ],
    [
      'a file of another kind behind the mark',
      () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(100_000, 'stream ')]),
      'DamagedPdf',
    ],
    ['an attachment bomb', () => attachmentBomb(100_000_000), 'UnpackedTooLarge'],
    ['an object stream bomb', () => objectStreamBomb(100_000_000), 'UnpackedTooLarge'],
    ['an object stream bomb packed twice', () => objectStreamBomb(100_000_000, true), 'UnpackedTooLarge'],
    ['a password', () => encryptedPdf('factur-x.xml', invoice, 'secret'), 'PdfPasswordNeeded'],
    ['a tree of names that turns in circles', deep, 'DamagedPdf'],
    [
      '10⁶ pages',
      () => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 1000000 >>']),
      'TooManyPages',
    ],
    [
      '200 attachments',
      () => pdfWith(Array.from({ length: 200 }, (_, index) => ({ name: `${index}.txt`, content: 'x' }))),
      'TooManyAttachments',
    ],
    [
      'a hostile XML inside',
      () => pdfWith([{ name: 'factur-x.xml', content: withDoctype('<!ENTITY a "b">') }]),
      'DoctypeForbidden',
    ],
    [
      'scripts and launches',
      () =>
        rawPdf([
          '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> /AA << /WC << /S /JavaScript /JS (app.alert(1)) >> >> >>',
          '<< /Type /Pages /Kids [] /Count 0 >>',
        ]),
      'PdfWithoutInvoice',
    ],
  ])('%s', async (_name, make, expected) => {
    expect(await verdict(await make())).toBe(expected);
  });
});

describe('ZIP and workbooks', () => {
  const book = { name: 'xl/workbook.xml', content: '<workbook/>' };
  it.each<[string, () => Buffer, string]>([
    [
      'a bomb that says its size',
      () => zipOf([book, { name: 'xl/a.xml', content: Buffer.alloc(100_000_000) }]),
      'UnpackedTooLarge',
    ],
    [
      'a bomb under the size limit',
      () => zipOf([book, { name: 'xl/a.xml', content: Buffer.alloc(30_000_000) }]),
      'SuspiciousCompression',
    ],
    [
      'a bomb that says nothing',
      () => zipOf([book, { name: 'xl/a.xml', content: Buffer.alloc(100_000_000), declaredUnpacked: 100 }]),
      'LyingZip',
    ],
    ['a size too large', () => zipOf([book, { name: 'xl/a.xml', content: 'abc', declaredUnpacked: 500 }]), 'LyingZip'],
    [
      'overlapping parts',
      () =>
        zipOf([
          { ...book, content: 'x'.repeat(50) },
          { name: 'xl/a.xml', content: 'abc', offset: 0 },
        ]),
      'LyingZip',
    ],
    ['two parts of one name', () => zipOf([book, { name: 'XL/workbook.xml', content: 'other' }]), 'LyingZip'],
    ['65,000 entries', () => zipOf([book], 65_000), 'TooManyZipEntries'],
    ['a name that climbs', () => zipOf([book, { name: '../../etc/passwd', content: 'x' }]), 'UnsafeZipName'],
    ['an absolute name', () => zipOf([book, { name: '/etc/passwd', content: 'x' }]), 'UnsafeZipName'],
    ['a name of Windows', () => zipOf([book, { name: 'C:\\x', content: 'x' }]), 'UnsafeZipName'],
    [
      'a symbolic link',
      () => zipOf([book, { name: 'xl/link', content: '/etc/passwd', symlink: true }]),
      'UnsafeZipName',
    ],
    ['an encrypted part', () => zipOf([{ ...book, encrypted: true }]), 'EncryptedFile'],
    ['a ZIP in a ZIP', () => zipOf([{ name: 'inner.zip', content: zipOf([book]) }]), 'NotAWorkbook'],
    ['a directory cut off', () => zipOf([book]).subarray(0, -30), 'DamagedZip'],
    [
      'a directory outside of the file',
      () =>
        Buffer.from(
          zipOf([book])
            .toString('latin1')
            .replace(/(PK\u0005\u0006.{12}).{4}/s, '$1\u00ff\u00ff\u00ff\u007f'),
          'latin1',
        ),
      'DamagedZip',
    ],
    ['a workbook of nonsense', () => zipOf([book, { name: '[Content_Types].xml', content: '<x' }]), 'DamagedWorkbook'],
    [
      'too many columns',
      () => workbook({ A: [Array.from({ length: 600 }, (_, index) => `c${index}`), ['x']] }),
      'TooManyColumns',
    ],
    [
      'a workbook of before 2007, or encrypted',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]),
      'OldSpreadsheet',
    ],
    ['an empty workbook', () => workbook({ A: [] }), 'EmptyTable'],
  ])('%s', async (_name, make, expected) => {
    expect(await verdict(make())).toBe(expected);
  });
});

describe('tables of text', () => {
  const header = 'Client;Facture;Montant\n';
  const rows = (count: number): string => 'Dupont;F;1,00\n'.repeat(count);
  it.each<[string, () => string | Buffer, string]>([
    ['a line of 20 MB', () => `${header}${'a'.repeat(20_000_000)}`, 'LineTooLong'],
    ['an unclosed quote', () => `${header}Dupont;"F1;10,00\nMartin;F2;10,00\n`, 'UnclosedQuote'],
    ['an unclosed quote in a long file', () => `${header}"${rows(100_000)}`, 'UnclosedQuote'],
    ['a zero byte', () => `${header}Dupont;F\u00001;10,00\n`, 'NulByte'],
    ['100,000 columns', () => `${header}${';'.repeat(100_000)}\n`, 'TooManyColumns'],
    ['10⁶ rows', () => header + rows(1_000_000), 'TooManyRows'],
    ['a cell of 100,000 characters', () => `${header}Dupont;${'x'.repeat(100_000)};1,00\n`, 'CellTooLong'],
    ['nothing', () => '', 'EmptyFile'],
    ['blank lines', () => '\n\n\n', 'UnknownFormat'],
    [
      'random bytes',
      () => Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 7_919) % 251)),
      'UnknownFormat',
    ],
    [
      'only carriage returns',
      () => 'Client;Facture;Montant\rDupont;F1;1,00\rMartin;F2;1,00\r',
      'read ledger-csv MissingColumn MissingColumn MissingColumn',
    ],
    [
      'mixed line ends',
      () => 'Client;Facture;Montant\r\r\nDupont;F1;1,00\nMartin;F2;1,00\r\n',
      'read ledger-csv MissingColumn MissingColumn MissingColumn',
    ],
  ])('%s', async (_name, make, expected) => {
    expect(await verdict(Buffer.from(make()))).toBe(expected);
  });

  it('names the line of an unclosed quote, of a zero byte and of a wide row', async () => {
    const lineOf = async (text: string) => (await readers.read(Buffer.from(text))).refusal?.facts.line;
    expect(await lineOf(`${header}Roy;F0;1,00\nDupont;"F1;10,00\nMartin;F2;10,00\n`)).toBe(3);
    expect(await lineOf(`${header}Roy;F0;1,00\nDupont;F\u00001;10,00\n`)).toBe(3);
    expect(await lineOf(`${header}Roy;"F\n0";1,00\n${';'.repeat(1_000)}\n`)).toBe(4);
  });

  it('refuses a gigabyte from its size alone', async () => {
    const path = join(folder, 'large.csv');
    const file = openSync(path, 'w');
    ftruncateSync(file, 1_000_000_000);
    closeSync(file);
    expect(await readers.read(path)).toMatchObject({
      file: path,
      refusal: { code: 'FileTooLarge', facts: { found: 1_000_000_000 } },
    });
  });
});

describe('paths', () => {
  it('that lead to no file are refused by name', async () => {
    expect((await readers.read(join(folder, 'absent.pdf'))).refusal?.code).toBe('FileNotFound');
    expect((await readers.read(folder)).refusal?.code).toBe('NotAFile');
    expect((await readers.read('/dev/zero')).refusal?.code).toBe('NotAFile');
    writeFileSync(join(folder, 'f.xml'), invoice);
    expect((await readers.read(join(folder, 'f.xml'))).document?.number).toBe('F-2026-001');
  });
});
