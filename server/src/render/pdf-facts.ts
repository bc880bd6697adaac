import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What the tests of render look for in a file, read by libraries that had no part in making it. */
export interface PdfFacts {
  pages: string[];
  language: string | null;
  title: string | null;
  xmp: string;
  tagged: boolean;
  /** Roles of the structure tree, in reading order over all pages: `H1`, `Table`, `TH`… */
  roles: string[];
  bookmarks: { title: string; page: number }[];
  /** Names under which a PDF could do something by itself or call elsewhere; always empty. */
  actions: string[];
  /** Fonts that are not inside the file; always empty. */
  foreignFonts: string[];
  /** Whether the page itself knows its no-break spaces; the readers fold them into plain ones. */
  noBreakSpaces: { narrow: boolean; wide: boolean };
  images: { width: number; height: number; bytes: Uint8Array }[];
}

const ACTIVE = [
  'JavaScript',
  'JS',
  'OpenAction',
  'AA',
  'Launch',
  'URI',
  'GoToR',
  'SubmitForm',
  'RichMedia',
  'EmbeddedFile',
];

export async function pdfFacts(pdf: Uint8Array): Promise<PdfFacts> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  const details = info as Record<string, string | undefined>;
  const pages: string[] = [];
  const roles: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const content = await page.getTextContent();
    pages.push(content.items.map((it) => ('str' in it ? it.str + (it.hasEOL ? '\n' : '') : '')).join(''));
    collectRoles(await page.getStructTree(), roles);
  }
  const bookmarks: PdfFacts['bookmarks'] = [];
  for (const item of (await document.getOutline()) ?? []) {
    const target = typeof item.dest === 'string' ? await document.getDestination(item.dest) : item.dest;
    bookmarks.push({ title: item.title, page: target === null ? 0 : (await document.getPageIndex(target[0])) + 1 });
  }
  // Declared as an object, given as a map.
  const markInfo = (await document.getMarkInfo()) as unknown as Map<string, boolean> | null;
  const facts = {
    pages,
    roles,
    bookmarks,
    language: details.Language ?? null,
    title: details.Title ?? null,
    xmp: metadata === null ? '' : String(metadata.getRaw()),
    tagged: markInfo?.get('Marked') === true,
  };
  await task.destroy();
  return { ...facts, ...(await innerFacts(pdf)) };
}

function collectRoles(node: unknown, roles: string[]): void {
  if (typeof node !== 'object' || node === null || !('role' in node)) return;
  roles.push(String(node.role));
  if ('children' in node && Array.isArray(node.children)) for (const child of node.children) collectRoles(child, roles);
}

async function innerFacts(
  pdf: Uint8Array,
): Promise<Pick<PdfFacts, 'actions' | 'foreignFonts' | 'images' | 'noBreakSpaces'>> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  const images: PdfFacts['images'] = [];
  const actions = new Set<string>();
  const foreignFonts: string[] = [];
  const noBreakSpaces = { narrow: false, wide: false };
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dictionary = object instanceof PDFRawStream ? object.dict : object;
    const printed = dictionary.toString();
    for (const name of ACTIVE) if (new RegExp(`/${name}\\b`).test(printed)) actions.add(name);
    if (printed.includes('/FontDescriptor') && printed.includes('/Flags') && !/\/FontFile[23]?\b/.test(printed)) {
      foreignFonts.push(printed);
    }
    if (object instanceof PDFRawStream) {
      const packed = object.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode');
      const bytes = packed ? decodePDFRawStream(object).decode() : object.getContents();
      const content = Buffer.from(bytes).toString('latin1');
      noBreakSpaces.narrow ||= content.includes('<202F>');
      noBreakSpaces.wide ||= content.includes('\u00fe\u00ff\u0000\u00a0') || /feff00a0/i.test(content);
    }
    if (object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')) {
      const width = Number(object.dict.get(PDFName.of('Width'))?.toString());
      const height = Number(object.dict.get(PDFName.of('Height'))?.toString());
      images.push({ width, height, bytes: decodePDFRawStream(object).decode() });
    }
  }
  return { actions: [...actions], foreignFonts, noBreakSpaces, images };
}
