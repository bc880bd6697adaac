import { afterAll, describe, expect, test } from 'vitest';
import { formalNotice } from './fixtures.ts';
import { createRenderer, type PrintQueue, type QueuedLetter } from './index.ts';
import { pdfFacts } from './pdf-facts.ts';

const renderer = createRenderer({ size: 1 });
afterAll(() => renderer.close());

async function letters(): Promise<QueuedLetter[]> {
  const rows = [
    { number: 'L-001', debtor: 'Boulangerie Fournier', city: 'Grenoble', registered: true, claims: 1 },
    { number: 'L-002', debtor: 'Garage Mercier', city: 'Vienne', registered: false, claims: 50 },
    { number: 'L-003', debtor: 'Café des Halles', city: 'Lyon', registered: false, claims: 1 },
  ];
  return Promise.all(
    rows.map(async ({ claims, ...row }) => {
      const document = formalNotice(claims, { annex: null, subject: `lettre ${row.number}` });
      return { ...row, amount: document.payment!.amount, pdf: await renderer.renderLetter(document) };
    }),
  );
}

const queue = async (changes: Partial<PrintQueue> = {}) =>
  renderer.renderPrintQueue({
    mode: 'live',
    company: 'Atelier Lumière SARL',
    on: '2026-11-21',
    date: '21 novembre 2026',
    duplex: false,
    letters: await letters(),
    ...changes,
  });

describe('the print queue', () => {
  test('puts a cover list first, then every letter in order, each under its bookmark', async () => {
    const pdf = await pdfFacts(await queue());
    expect(pdf.pages).toHaveLength(1 + 1 + 2 + 1);
    expect(pdf.pages[0]).toContain('Courrier à poster');
    for (const text of ['Atelier Lumière SARL, le 21 novembre 2026', 'Garage Mercier', 'Vienne', 'Recommandé']) {
      expect(pdf.pages[0]).toContain(text);
    }
    expect(pdf.pages[1]).toContain('lettre L-001');
    expect(pdf.pages[2]).toContain('lettre L-002');
    expect(pdf.pages[4]).toContain('lettre L-003');
    expect(pdf.bookmarks).toEqual([
      { title: 'Bordereau', page: 1 },
      { title: 'L-001 — Boulangerie Fournier', page: 2 },
      { title: 'L-002 — Garage Mercier', page: 3 },
      { title: 'L-003 — Café des Halles', page: 5 },
    ]);
    expect(pdf.language).toBe('fr-FR');
    expect(pdf.actions).toEqual([]);
  });

  test('starts each letter on a right-hand page for a duplex printer, as the cover list says', async () => {
    const pdf = await pdfFacts(await queue({ duplex: true }));
    expect(pdf.bookmarks.map((it) => it.page)).toEqual([1, 3, 5, 7]);
    expect(pdf.pages).toHaveLength(7);
    expect(pdf.pages[1]).toBe('');
    for (const page of ['p. 3', 'p. 5', 'p. 7']) expect(pdf.pages[0]).toContain(page);
  });

  test('names the right pages when the cover list itself takes several', async () => {
    const [letter] = await letters();
    const many = Array.from({ length: 60 }, (_, i) => ({ ...letter!, number: `N-${i + 1}` }));
    const pdf = await pdfFacts(await queue({ letters: many }));
    const coverPages = pdf.bookmarks[1]!.page - 1;
    expect(coverPages).toBeGreaterThan(1);
    expect(pdf.bookmarks[60]!.page).toBe(coverPages + 60);
    expect(pdf.pages[coverPages - 1]).toContain(`p. ${coverPages + 60}`);
  });

  test('gives the same bytes for the same letters', async () => {
    expect(Buffer.from(await queue()).equals(Buffer.from(await queue()))).toBe(true);
  });

  test('refuses a file that is no PDF', async () => {
    const broken = { pdf: new TextEncoder().encode('not a PDF'), title: 'x' };
    const merged = renderer.mergePdfs([broken], { title: 'x', on: '2026-11-21', cover: null, duplex: false });
    await expect(merged).rejects.toMatchObject({ code: 'RenderFailed' });
  });
});
