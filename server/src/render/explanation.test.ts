import { type Explanation, evaluate, explanationToTypst } from '@acquit/law';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { expect, test } from 'vitest';
import { FACES, loadFace } from './font.ts';
import { pdfFacts } from './pdf-facts.ts';

const compiler = NodeCompiler.create({
  fontArgs: [{ fontBlobs: [loadFace(FACES.regular).file, loadFace(FACES.semibold).file] }],
});

/** The text of the pages that our typesetter makes of a source, as another library reads them. */
async function printed(source: string): Promise<string> {
  const mainFileContent = `#set text(font: "Source Serif 4", lang: "fr")\n${source}`;
  const pdf = compiler.pdf({ mainFileContent });
  const { pages } = await pdfFacts(new Uint8Array(pdf));
  return pages.join(' ').replace(/\s+/g, ' ');
}

test('the law’s own Typst table of a calculation compiles, with every value and source of the tree', async () => {
  const input = {
    amountCents: 1_200_000,
    dueOn: '2026-04-30',
    until: '2026-09-20',
    receipts: [{ on: '2026-06-10', amountCents: 300_000 }],
  };
  const found = evaluate({ id: null, rule: 'late-penalties', input });
  if ('refusal' in found) throw new Error(found.refusal.message);
  const text = await printed(explanationToTypst(found.explanation));
  for (const said of ['Élément', 'Encaissement du 10 juin 2026', '163,7753 €', 'L441-10 II C. com.']) {
    expect(text).toContain(said);
  }
});

test('a hostile label, value or source is printed as it is and runs nothing', async () => {
  const hostile = '"] #panic("x") \\" $x^2$ *gras* _it_ `raw` @ref <label> // [ #import "/letter.typ": doc';
  const tree: Explanation = {
    label: hostile,
    value: `${hostile}\\`,
    unit: 'text',
    operation: 'given',
    inputs: [],
    reference: { text: hostile, article: '\\', from: null, until: null, confidence: 'A' },
  };
  const text = await printed(explanationToTypst(tree));
  expect(text.split('#panic("x")').length).toBe(1 + 3);
  expect(text).toContain('*gras* _it_ `raw` @ref <label>');
});
