import type { CourtDocument } from '@acquit/recovery';
import { degrees, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formalNotice } from './fixtures.ts';
import { createRenderer, type Renderer, RenderRefusal } from './index.ts';
import { pdfFacts } from './pdf-facts.ts';
import { picture, somePng } from './testing-pictures.ts';

let renderer: Renderer;
beforeAll(() => {
  renderer = createRenderer({ size: 1 });
});
afterAll(() => renderer.close());

const on = '2026-11-21';
const exhibit = (bytes: Uint8Array, mediaType: 'application/pdf' | 'image/png' | 'image/jpeg' = 'application/pdf') =>
  renderer.stampExhibit({ bytes, mediaType, number: 3, title: 'Contrat — « A & B »', on });

async function refusalOf(work: Promise<unknown>): Promise<RenderRefusal> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(RenderRefusal);
  return error as RenderRefusal;
}

describe('an exhibit', () => {
  it('bears its number on each page, above what the page shows, on A4', async () => {
    const letter = await renderer.renderLetter(formalNotice(3));
    const before = await pdfFacts(letter);
    const { pdf, pages } = await exhibit(letter);
    expect(pages).toBe(before.pages.length);
    const facts = await pdfFacts(pdf);
    for (const [n, page] of facts.pages.entries()) {
      expect(page.replace(/\s/g, ' ')).toContain(`Pièce n° 3 — page ${n + 1}/${pages}`);
      expect(page).toContain('Contrat');
    }
    expect(facts.pages[0]).toContain('BOULANGERIE FOURNIER');
    const made = await PDFDocument.load(pdf, { updateMetadata: false });
    for (const page of made.getPages()) {
      expect(Math.round(page.getWidth())).toBe(595);
      expect(Math.round(page.getHeight())).toBe(842);
    }
    expect(facts.foreignFonts).toEqual([]);
  });

  it.each([0, 90, 180, 270])('keeps a page turned by %d degrees as it is read', async (turn) => {
    const source = await PDFDocument.create();
    const page = source.addPage([400, 900]);
    page.drawRectangle({ x: 0, y: 0, width: 400, height: 900 });
    page.setRotation(degrees(turn));
    const { pdf } = await exhibit(await source.save());
    const [sheet] = (await PDFDocument.load(pdf)).getPages();
    expect(sheet!.getRotation().angle).toBe(turn);
    // A narrow page that is read lying fills a lying sheet, whose own axes are still upright.
    expect([Math.round(sheet!.getWidth()), Math.round(sheet!.getHeight())]).toEqual([595, 842]);
    expect((await pdfFacts(pdf)).pages[0]).toContain('page 1/1');
  });

  it('lets nothing active through', async () => {
    const source = await PDFDocument.create();
    const page = source.addPage([595, 842]);
    const { context } = source;
    const acting = context.obj({ Type: 'Action', S: 'JavaScript', JS: PDFString.of('app.alert(1)') });
    const link = context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 10, 10],
      A: { S: 'URI', URI: PDFString.of('http://x.example') },
    });
    const note = context.obj({ Type: 'Annot', Subtype: 'Square', Rect: [0, 0, 10, 10], AA: { E: acting } });
    page.node.set(PDFName.of('Annots'), context.obj([context.register(link), context.register(note)]));
    page.node.set(PDFName.of('AA'), context.obj({ O: acting }));
    source.catalog.set(PDFName.of('OpenAction'), acting);
    const { pdf } = await exhibit(await source.save());
    expect((await pdfFacts(pdf)).actions).toEqual([]);
  });

  it('takes a picture, turned as its camera says', async () => {
    const upright = await exhibit(somePng(40, 20), 'image/png');
    expect(upright.pages).toBe(1);
    const [sheet] = (await PDFDocument.load(upright.pdf)).getPages();
    expect(Math.round(sheet!.getWidth())).toBe(842);
    const turned = await exhibit(picture(6), 'image/jpeg');
    const [photo] = (await PDFDocument.load(turned.pdf)).getPages();
    expect(Math.round(photo!.getWidth())).toBe(595);
  });

  it('refuses what it cannot read, with what to do', async () => {
    const broken = await refusalOf(exhibit(new TextEncoder().encode('%PDF-1.7 not really')));
    expect(broken).toMatchObject({ code: 'ExhibitUnfit', facts: { fault: 'unreadable' } });
    expect(broken.message).toMatch(/Imprimez-le en PDF/);
    const huge = somePng(1, 1);
    new DataView(huge.buffer).setUint32(16, 100_000);
    new DataView(huge.buffer).setUint32(20, 100_000);
    expect(await refusalOf(exhibit(huge, 'image/png'))).toMatchObject({ facts: { fault: 'picture-too-large' } });
    expect(await refusalOf(exhibit(new Uint8Array(0), 'image/jpeg'))).toMatchObject({ facts: { fault: 'unreadable' } });
  });

  it('gives the same bytes for the same file', async () => {
    const letter = await renderer.renderLetter(formalNotice(1));
    const [first, second] = [await exhibit(letter), await exhibit(letter)];
    expect(Buffer.from(first.pdf).equals(Buffer.from(second.pdf))).toBe(true);
  });
});

describe('a document of a court file', () => {
  const field = (label: string, value: string | null): CourtDocument['sections'][number]['blocks'][number] => ({
    kind: 'field',
    label,
    value,
    article: 'art. 54 CPC',
  });
  const document: CourtDocument = {
    key: 'request',
    mode: 'live',
    on,
    title: 'Requête en injonction de payer',
    basis: 'Articles 54 et 57',
    draft: 'Projet — à compléter et à signer',
    author: ['Atelier Béranger'],
    addressee: ['Tribunal de commerce de Lyon', '44 rue de Bonnel'],
    lead: [],
    sections: [
      { title: 'Demandeur', blocks: [field('Nom', 'Béranger'), field('Prénoms', null)] },
      {
        title: 'Objet',
        blocks: [
          { kind: 'choice', label: 'Au choix', options: [{ label: 'Oui', chosen: true }] },
          field('Somme', '12,00 €'),
        ],
      },
    ],
    ending: {
      recall: 'Requête, dossier D-1',
      placeAndDate: 'Lyon, le 21 novembre 2026',
      fields: [{ label: 'Signature', lines: 2, narrow: true }],
    },
    footer: 'Atelier Béranger',
  };

  it('numbers its sections and their fields, and says what is to be completed', async () => {
    const facts = await pdfFacts(await renderer.renderCourtDocument(document));
    const text = facts.pages.join('\n').replace(/\s+/g, ' ');
    for (const words of [
      '1. Demandeur',
      '1.1',
      'Béranger',
      '1.2',
      '« à compléter »',
      '2. Objet',
      '2.1',
      'Projet — à compléter et à signer',
      'Signature',
    ])
      expect(text).toContain(words);
    expect(facts).toMatchObject({ language: 'fr-FR', tagged: true, foreignFonts: [], actions: [] });
  });

  it('keeps the lines of an answer, and never leaves a signature alone on a sheet', async () => {
    const rows = Array.from({ length: 8 }, (_, n) => ({ muted: false, cells: [`Pièce ${n + 1}`] }));
    const table = { columns: [{ label: 'Désignation', align: 'left' as const }], rows, totals: [] };
    const closing = (blocks: CourtDocument['sections'][number]['blocks']) => [{ title: 'Demande finale', blocks }];
    for (let lines = 24; lines < 34; lines++) {
      const filler = Array.from({ length: lines }, (_, n) => field(`Ligne ${n}`, 'une valeur'));
      for (const last of [
        closing([{ kind: 'table', title: null, table }]),
        closing([{ kind: 'text', text: 'Derniers mots.', strong: false }]),
      ]) {
        const sections = [{ title: 'Faits', blocks: filler }, ...last];
        const { pages } = await pdfFacts(await renderer.renderCourtDocument({ ...document, sections }));
        const signed = pages.find((page) => page.includes('Lyon, le 21 novembre 2026'))!;
        expect([lines, signed]).toEqual([lines, expect.stringContaining('Demande finale')]);
      }
    }
    const typed = { ...document, sections: [{ title: 'A', blocks: [field('Fondement', 'Première.\nSeconde.')] }] };
    const [page] = (await pdfFacts(await renderer.renderCourtDocument(typed))).pages;
    expect(page).not.toContain('Première. Seconde.');
    expect(page).toContain('Seconde.');
  }, 60_000);

  it('is laid out whatever its texts hold', async () => {
    const evil = { ...document, title: '#panic() $x$ \u202eabc', lead: ['*a* _b_ `c` #eval("1")'] };
    const text = (await pdfFacts(await renderer.renderCourtDocument(evil))).pages.join(' ');
    expect(text).toContain('#panic()');
    expect(text).toContain('#eval("1")');
  });
});
