import { describe, expect, it } from 'vitest';
import { readFile } from '../read-file.ts';
import { ciiInvoice, ublInvoice } from '../testing/invoices.ts';
import { encryptedPdf, pdfWith } from '../testing/pdfs.ts';

const xml = ciiInvoice();
const order =
  '<?xml version="1.0"?><rsm:SCRDMCCBDACIOMessageStructure xmlns:rsm="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100"/>';

describe('the invoice of a PDF', () => {
  it.each(['factur-x.xml', 'ZUGFeRD-invoice.xml', 'XRECHNUNG.XML', '172-factur-x.xml', 'facture sans nom'])(
    'is found as %s',
    async (name) => {
      const result = await readFile(
        await pdfWith([
          { name: 'note.txt', content: 'bonjour' },
          { name, content: xml },
        ]),
      );
      expect(result).toMatchObject({
        format: 'facturx',
        status: 'read',
        document: { number: 'F-2026-001' },
        doubts: [],
      });
      expect(result.attachments).toEqual([
        { name: 'note.txt', bytes: 7, invoice: false },
        { name, bytes: Buffer.byteLength(xml), invoice: true },
      ]);
    },
  );

  it.each([
    ['object streams', { objectStreams: true }],
    ['the list of associated files only', { associatedOnly: true }],
    ['both', { objectStreams: true, associatedOnly: true }],
  ])('is found behind %s', async (_name, shape) => {
    const result = await readFile(await pdfWith([{ name: 'factur-x.xml', content: xml }], shape));
    expect(result.document?.number).toBe('F-2026-001');
  });

  it('is found in a file encrypted with an empty password', async () => {
    const result = await readFile(encryptedPdf('factur-x.xml', xml));
    expect(result).toMatchObject({
      format: 'facturx',
      document: { number: 'F-2026-001' },
      attachments: [{ name: 'factur-x.xml', invoice: true }],
    });
  });

  it('stays closed behind a password', async () => {
    const result = await readFile(encryptedPdf('factur-x.xml', xml, 'secret'));
    expect(result).toMatchObject({ format: 'unknown', refusal: { code: 'PdfPasswordNeeded' } });
  });

  it('may be UBL, and may start with a byte-order mark', async () => {
    const content = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(ublInvoice())]);
    const result = await readFile(await pdfWith([{ name: 'UBL-Invoice-2.1.xml', content }]));
    expect(result).toMatchObject({ format: 'facturx', document: { number: 'U-1' } });
  });

  it('is taken under its standard name when there are two, with a doubt', async () => {
    const other = ciiInvoice({ number: 'OTHER' });
    const result = await readFile(
      await pdfWith([
        { name: 'a.xml', content: other },
        { name: 'factur-x.xml', content: xml },
      ]),
    );
    expect(result.document?.number).toBe('F-2026-001');
    expect(result.doubts).toMatchObject([{ code: 'SeveralAttachments', facts: { chosen: 'factur-x.xml' } }]);
  });

  it('is not an order, not nothing, and not broken XML', async () => {
    const refused = async (name: string, content: string) =>
      (await readFile(await pdfWith([{ name, content }]))).refusal;
    expect(await refused('order-x.xml', order)).toMatchObject({ code: 'OrderNotInvoice' });
    expect(await refused('note.txt', 'bonjour')).toMatchObject({
      code: 'PdfWithoutInvoice',
      facts: { attachments: ['note.txt'] },
    });
    expect(await refused('factur-x.xml', xml.replace('</rsm:CrossIndustryInvoice>', ''))).toMatchObject({
      code: 'MalformedXml',
    });
    expect((await readFile(await pdfWith([]))).refusal).toMatchObject({
      code: 'PdfWithoutInvoice',
      facts: { encrypted: false },
    });
  });

  it('is found in a file whose table of objects is damaged', async () => {
    const pdf = await pdfWith([{ name: 'factur-x.xml', content: xml }]);
    const damaged = Buffer.from(pdf.toString('latin1').replace(/startxref\n\d+/, 'startxref\n1'), 'latin1');
    expect((await readFile(damaged)).document?.number).toBe('F-2026-001');
  });

  it('may follow a few bytes that are not PDF', async () => {
    const pdf = Buffer.concat([Buffer.from('\r\n\r\n'), await pdfWith([{ name: 'factur-x.xml', content: xml }])]);
    expect((await readFile(pdf)).document?.number).toBe('F-2026-001');
  });
});
