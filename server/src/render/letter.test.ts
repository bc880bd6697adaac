import { createHash } from 'node:crypto';
import type { LetterDocument } from '@acquit/recovery';
import decodeQR from 'qr/decode.js';
import { afterAll, describe, expect, test } from 'vitest';
import { euros, formalNotice } from './fixtures.ts';
import { createRenderer, type RenderRefusal } from './index.ts';
import { pdfFacts } from './pdf-facts.ts';

const renderer = createRenderer({ size: 1 });
afterAll(() => renderer.close());

const facts = async (document: LetterDocument) => pdfFacts(await renderer.renderLetter(document));
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('a letter', () => {
  test('is a tagged PDF/A-2a in French with its title, every font inside, and nothing that acts', async () => {
    const pdf = await facts(formalNotice());
    expect(pdf.xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
    expect(pdf.xmp).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(pdf.xmp).toContain('2026-11-21T00:00:00Z');
    expect(pdf.tagged).toBe(true);
    expect(pdf.language).toMatch(/^fr/);
    expect(pdf.title).toBe('Mise en demeure — Boulangerie Fournier');
    expect(pdf.foreignFonts).toEqual([]);
    expect(pdf.actions).toEqual([]);
    expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD', 'P', 'Figure']));
  });

  test('gives the same bytes for the same document, in another process too', async () => {
    const other = createRenderer({ size: 1 });
    const hash = (pdf: Uint8Array) => createHash('sha256').update(pdf).digest('hex');
    const first = hash(await renderer.renderLetter(formalNotice()));
    await renderer.renderLetter(formalNotice(5));
    expect(hash(await renderer.renderLetter(formalNotice()))).toBe(first);
    expect(hash(await other.renderLetter(formalNotice()))).toBe(first);
    expect(hash(await other.renderLetter(formalNotice(3, { on: '2026-11-22' })))).not.toBe(first);
    await other.close();
  });

  test('says everything, amounts with their no-break spaces, the annex on a page of its own', async () => {
    const document = formalNotice();
    const pdf = await facts(document);
    expect(pdf.pages).toHaveLength(2);
    const [letter, annex] = pdf.pages.map(flat) as [string, string];
    for (const text of [document.sender.name, ...document.recipient!.lines, document.subject, ...document.enclosures]) {
      expect(letter).toContain(flat(text));
    }
    expect(letter.split(flat(document.payment!.amount))).toHaveLength(1 + 3);
    expect(pdf.noBreakSpaces).toEqual({ narrow: true, wide: true });
    expect(letter).toContain(flat('FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189'));
    expect(letter).toContain('1/2');
    expect(annex).toContain('Code de commerce, art. L441-10, II');
    expect(annex).toContain('2/2');
  });

  test('carries the payment code that its bank details ask for', async () => {
    const document = formalNotice();
    const { images } = await facts(document);
    expect(images).toHaveLength(1);
    const { width, height, bytes } = images[0]!;
    const scale = 4;
    const data = new Uint8Array(width * height * scale * scale * 4).fill(255);
    for (let i = 0; i < data.length / 4; i++) {
      const [x, y] = [i % (width * scale), Math.floor(i / (width * scale))];
      data.fill(bytes[Math.floor(y / scale) * width + Math.floor(x / scale)]!, i * 4, i * 4 + 3);
    }
    const amount = (document.payment!.amountCents / 100).toFixed(2);
    expect(decodeQR({ width: width * scale, height: height * scale, data })).toBe(
      `BCD\n002\n1\nSCT\nAGRIFRPP\nAtelier Lumière SARL\nFR7630006000011234567890189\nEUR${amount}\n\n\nD-0042`,
    );
  });

  test('keeps its bank details and drops the code when the transfer standard cannot carry them', async () => {
    const payment = { ...formalNotice().payment!, beneficiary: `Société ${'très '.repeat(15)}longue` };
    const pdf = await facts(formalNotice(1, { payment }));
    expect(pdf.images).toEqual([]);
    expect(flat(pdf.pages[0]!)).toContain('Règlement par virement');
  });

  test('runs a long table over pages with its head repeated and its total at the end', async () => {
    const pdf = await facts(formalNotice(90, { annex: null }));
    expect(pdf.pages.length).toBeGreaterThanOrEqual(3);
    for (const page of pdf.pages.slice(0, 3)) expect(flat(page)).toContain('Restant dû');
    const text = pdf.pages.map(flat).join(' ');
    for (let i = 1; i <= 90; i++) expect(text).toContain(`FA-2026-${String(i).padStart(4, '0')}`);
    expect(pdf.pages.at(-1)).toContain('Claire Martin');
    expect(pdf.pages.findLast((page) => page.includes('Total à régler'))).toContain('Règlement par virement');
  });

  test('does without every optional part', async () => {
    const bare = formalNotice(1, {
      kind: 'reminder',
      sentBy: null,
      references: [],
      opening: [],
      table: { columns: [], rows: [], totals: [] },
      closing: [],
      payment: null,
      signature: null,
      enclosures: [],
      footer: '',
      annex: null,
    });
    const pdf = await facts(bare);
    expect(pdf.pages).toHaveLength(1);
    expect(pdf.roles).not.toContain('Table');
  });

  test('says on each page that it is a specimen in test mode, and only then', async () => {
    const test = await facts(formalNotice(30, { mode: 'test' }));
    expect(test.pages.length).toBeGreaterThan(2);
    for (const page of test.pages) expect(flat(page)).toMatch(/SPÉCIMEN — mode test/);
    expect((await facts(formalNotice(1))).pages.join()).not.toContain('SPÉCIMEN');
  });
});

describe('a hostile text', () => {
  const markup =
    '#import "/letter.typ": doc $x^2$ *gras* _it_ `raw` @ref <label> #panic("x") \\ // https://example.org';

  test('is printed as it was typed, wherever it stands', async () => {
    const cell = { cells: [markup, euros(1)], muted: true };
    const pdf = await facts(
      formalNotice(1, {
        title: markup,
        subject: markup,
        opening: [markup],
        closing: [markup],
        signature: markup,
        enclosures: [markup],
        footer: markup,
        references: [{ label: markup, value: markup }],
        table: {
          columns: [
            { label: markup, align: 'left' },
            { label: markup, align: 'right' },
          ],
          rows: [cell],
          totals: [{ label: markup, value: markup, strong: true }],
        },
        annex: {
          title: markup,
          intro: markup,
          sections: [{ title: markup, rows: [{ depth: 99, label: markup, value: markup, source: markup }] }],
        },
      }),
    );
    expect(pdf.title).toBe(markup);
    expect(flat(pdf.pages[0]!)).toContain('Objet : #import "/letter.typ": doc $x^2$ *gras* _it_ `raw` @ref <label>');
    expect(pdf.actions).toEqual([]);
    expect(flat(pdf.pages.join(' ')).split('#panic("x")').length).toBeGreaterThan(12);
  });

  test('cannot turn the line round, hide characters or make the page fail for want of a glyph', async () => {
    const pdf = await facts(
      formalNotice(1, { opening: ['\u202e€ 00,21\u202c caché\u200b\u0000 漢字 😀 \ud800 fin', 'A'.repeat(5_000)] }),
    );
    const text = flat(pdf.pages.join(' '));
    expect(text).toContain('€ 00,21 caché ');
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000]/);
  });

  test('is refused by name when it is no letter any more', async () => {
    const refusal: RenderRefusal = await renderer
      .renderLetter(formalNotice(1, { subject: 'x'.repeat(1_000_000) }))
      .then(
        () => expect.unreachable(),
        (error) => error,
      );
    expect(refusal.code).toBe('DocumentTooLarge');
    expect(refusal.facts).toMatchObject({ what: 'textCharacters' });
    const many = await renderer.renderMany([formalNotice(1), formalNotice(20_000), formalNotice(2)]);
    expect(many.map((it) => ('refusal' in it ? it.refusal.code : 'done'))).toEqual([
      'done',
      'DocumentTooLarge',
      'done',
    ]);
  });
});
