import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFPage } from 'pdf-lib';

export interface Bookmark {
  title: string;
  page: PDFPage;
}

/** Writes a flat list of bookmarks (ISO 32000-1, 12.3.3), which pdf-lib has no call for. */
export function addBookmarks(document: PDFDocument, bookmarks: Bookmark[]): void {
  if (bookmarks.length === 0) return;
  const { context } = document;
  const outline = context.nextRef();
  const items = bookmarks.map(() => context.nextRef());
  for (const [i, { title, page }] of bookmarks.entries()) {
    const item = PDFDict.withContext(context);
    item.set(PDFName.of('Title'), PDFHexString.fromText(title));
    item.set(PDFName.of('Parent'), outline);
    item.set(PDFName.of('Dest'), context.obj([page.ref, PDFName.of('Fit')]));
    if (i > 0) item.set(PDFName.of('Prev'), items[i - 1]!);
    if (i < items.length - 1) item.set(PDFName.of('Next'), items[i + 1]!);
    context.assign(items[i]!, item);
  }
  const root = PDFDict.withContext(context);
  root.set(PDFName.of('Type'), PDFName.of('Outlines'));
  root.set(PDFName.of('First'), items[0]!);
  root.set(PDFName.of('Last'), items.at(-1)!);
  root.set(PDFName.of('Count'), PDFNumber.of(items.length));
  context.assign(outline, root);
  document.catalog.set(PDFName.of('Outlines'), outline);
}
