import { PDFDocument, PDFName, type PDFPage } from 'pdf-lib';
import { addBookmarks, type Bookmark } from './outline.ts';

export interface MergePart {
  pdf: Uint8Array;
  /** Name of its bookmark. */
  title: string;
}

export interface MergeSettings {
  title: string;
  /** `YYYY-MM-DD`, for the file's metadata. */
  on: string;
  /** Put first, before the parts. */
  cover: MergePart | null;
  /** Every part starts on a right-hand page, so that a duplex printer never puts two letters on one sheet. */
  duplex: boolean;
}

/** A4 in points, for the blank pages between letters. */
const A4: [number, number] = [595.28, 841.89];

/**
 * One PDF out of many, in the order given, with one bookmark per part. The result is an ordinary PDF for a printer:
 * the tags of the parts do not survive a copy and the parts themselves stay the record. Equal input gives equal bytes.
 */
export async function mergePdfs(parts: MergePart[], settings: MergeSettings): Promise<Uint8Array> {
  const merged = await PDFDocument.create({ updateMetadata: false });
  const bookmarks: Bookmark[] = [];
  for (const part of settings.cover === null ? parts : [settings.cover, ...parts]) {
    if (settings.duplex && merged.getPageCount() % 2 === 1) merged.addPage(A4);
    const source = await PDFDocument.load(part.pdf, { updateMetadata: false });
    const pages = await merged.copyPages(source, source.getPageIndices());
    for (const page of pages) merged.addPage(withoutTags(page));
    if (pages[0] !== undefined) bookmarks.push({ title: part.title, page: pages[0] });
  }
  addBookmarks(merged, bookmarks);
  const day = new Date(`${settings.on}T00:00:00Z`);
  merged.setTitle(settings.title, { showInWindowTitleBar: true });
  merged.setLanguage('fr-FR');
  merged.setProducer('Acquit');
  merged.setCreationDate(day);
  merged.setModificationDate(day);
  return merged.save({ objectsPerTick: Number.POSITIVE_INFINITY });
}

/** Page on which each part starts, counted from 1, by the same rule as `mergePdfs`. */
export function startPages(coverPages: number, pages: number[], duplex: boolean): number[] {
  let next = coverPages;
  return pages.map((count) => {
    if (duplex && next % 2 === 1) next++;
    const start = next + 1;
    next += count;
    return start;
  });
}

/** Number of pages of each file. */
export async function countPages(pdfs: Uint8Array[]): Promise<number[]> {
  const counts: number[] = [];
  for (const pdf of pdfs) counts.push((await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount());
  return counts;
}

/** A copied page points into a structure tree that stayed behind; a dangling number would mislead a reader. */
function withoutTags(page: PDFPage): PDFPage {
  page.node.delete(PDFName.of('StructParents'));
  page.node.delete(PDFName.of('Tabs'));
  return page;
}
