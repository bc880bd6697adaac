import {
  clip,
  concatTransformationMatrix,
  degrees,
  EncryptedPDFError,
  endPath,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
} from 'pdf-lib';
import { ExhibitFault } from './exhibit-fault.ts';
import { A4, pictureAsPdf } from './exhibit-image.ts';
import { BAND, type Stamp } from './stamp.ts';

/** A file to be numbered; its type was recognised from its first bytes. */
export interface ExhibitFile {
  bytes: Uint8Array;
  mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
  number: number;
  title: string;
  /** `YYYY-MM-DD`, for the file's metadata. */
  on: string;
}

/** Most pages of one exhibit. */
const MOST_PAGES = 500;

/** Makes the bands of a file, as one PDF with a page a band. */
export type StampPrinter = (stamps: Stamp[], on: string) => Uint8Array;

/**
 * An exhibit as a court gets it: every page on A4, its number in a band above what it shows. What the page shows is made
 * smaller to leave the room and never covered; marks and signatures on it shrink with it. Nothing active goes through:
 * scripts, links, attached files. Throws `ExhibitFault`. Equal input gives equal bytes.
 */
export async function stampExhibit(
  file: ExhibitFile,
  print: StampPrinter,
): Promise<{ pdf: Uint8Array; pages: number }> {
  const made = await PDFDocument.create({ updateMetadata: false });
  const pages = await pagesOf(file, made);
  const count = pages.length;
  const sheets = pages.map((page) => made.addPage(page)).map(placeOnSheet);
  const stamps = sheets.map(({ width }, n) => ({
    width,
    left: file.title,
    right: `Pièce n°\u00a0${file.number} — page ${n + 1}/${count}`,
  }));
  const bands = await made.embedPdf(
    print(stamps, file.on),
    stamps.map((_, n) => n),
  );
  for (const [n, sheet] of sheets.entries()) {
    pages[n]!.drawPage(bands[n]!, { x: sheet.bandAt.x, y: sheet.bandAt.y, rotate: degrees(sheet.turn) });
  }
  const day = new Date(`${file.on}T00:00:00Z`);
  made.setTitle(`Pièce n°\u00a0${file.number} — ${file.title}`, { showInWindowTitleBar: true });
  made.setLanguage('fr-FR');
  made.setProducer('Acquit');
  made.setCreationDate(day);
  made.setModificationDate(day);
  return { pdf: await made.save({ objectsPerTick: Number.POSITIVE_INFINITY }), pages: count };
}

/** The pages of a file, in the document being made. Whatever goes wrong with them is the file's fault. */
async function pagesOf(file: ExhibitFile, made: PDFDocument): Promise<PDFPage[]> {
  try {
    const { bytes, mediaType } = file;
    const source = mediaType === 'application/pdf' ? await loadPdf(bytes) : await pictureAsPdf(bytes, mediaType);
    const count = source.getPageCount();
    if (count === 0) throw new ExhibitFault('unreadable');
    if (count > MOST_PAGES) throw new ExhibitFault('too-many-pages');
    for (const page of source.getPages()) disarm(page);
    return await made.copyPages(source, source.getPageIndices());
  } catch (error) {
    throw error instanceof ExhibitFault ? error : new ExhibitFault('unreadable');
  }
}

async function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false });
  } catch (error) {
    throw new ExhibitFault(error instanceof EncryptedPDFError ? 'protected' : 'unreadable');
  }
}

const name = PDFName.of;
/** Of a note on a page, what would act, or drag other pages along. */
const ACTING = ['A', 'AA', 'Dest', 'PA', 'Parent', 'P', 'Popup', 'IRT', 'FS', 'Sound', 'Movie'].map(name);
/** Notes that only act, or hold a file. */
const DROPPED = ['Link', 'FileAttachment', 'Screen', 'Movie', 'Sound', 'RichMedia', '3D', 'Popup'].map(name);

/** Takes from a page whatever is not shown: actions, links, attached files, tags that point to a tree left behind. */
function disarm(page: PDFPage): void {
  for (const key of ['AA', 'StructParents', 'Tabs', 'Metadata', 'PieceInfo', 'Thumb', 'B', 'AF'])
    page.node.delete(name(key));
  const notes = page.node.lookupMaybe(name('Annots'), PDFArray);
  if (notes === undefined) return;
  for (let n = notes.size() - 1; n >= 0; n--) {
    const note = notes.lookupMaybe(n, PDFDict);
    const kind = note?.get(name('Subtype'));
    if (note === undefined || (kind instanceof PDFName && DROPPED.includes(kind))) notes.remove(n);
    else for (const key of ACTING) note.delete(key);
  }
}

interface Sheet {
  /** Width of the sheet as it is read, in points. */
  width: number;
  /** Lower left corner of the band, as the page's own axes have it, and how the band is turned. */
  bandAt: { x: number; y: number };
  turn: number;
}

/** Puts what a page shows on an A4 sheet, upright or lying, under a free band; whatever way the page is turned. */
function placeOnSheet(page: PDFPage): Sheet {
  const { x, y, width: w, height: h } = page.getCropBox();
  const turned = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270;
  const sideways = turned % 180 !== 0;
  const [shownW, shownH] = sideways ? [h, w] : [w, h];
  const [width, height] = shownW > shownH ? [A4.height, A4.width] : [A4.width, A4.height];
  const scale = Math.min(1, width / shownW, (height - BAND) / shownH);
  const [boxW, boxH] = sideways ? [height, width] : [width, height];
  const [left, bottom] = [scale * x - (boxW - scale * w) / 2, scale * y - (boxH - scale * h) / 2];
  // The edge that is read as the top: the band stands there, and what is shown follows it at once.
  const places = {
    0: {
      left,
      bottom: scale * (y + h) + BAND - boxH,
      band: (l: number, b: number) => ({ x: l, y: b + boxH - BAND }),
      turn: 0,
    },
    90: { left: scale * x - BAND, bottom, band: (l: number, b: number) => ({ x: l + BAND, y: b }), turn: 90 },
    180: { left, bottom: scale * y - BAND, band: (l: number, b: number) => ({ x: l + boxW, y: b + BAND }), turn: 180 },
    270: {
      left: scale * (x + w) + BAND - boxW,
      bottom,
      band: (l: number, b: number) => ({ x: l + boxW - BAND, y: b + boxH }),
      turn: 270,
    },
  };
  const place = places[turned] ?? places[0];
  scaleShown(page, scale, { x, y, w, h });
  for (const box of ['BleedBox', 'TrimBox', 'ArtBox']) page.node.delete(name(box));
  page.setMediaBox(place.left, place.bottom, boxW, boxH);
  page.setCropBox(place.left, place.bottom, boxW, boxH);
  return { width, bandAt: place.band(place.left, place.bottom), turn: place.turn };
}

/** Scales what a page draws and its notes, and keeps hidden what its crop hid. */
function scaleShown(page: PDFPage, scale: number, shown: { x: number; y: number; w: number; h: number }): void {
  const { context } = page.doc;
  page.node.normalize();
  const start = context.register(
    context.contentStream([
      pushGraphicsState(),
      concatTransformationMatrix(scale, 0, 0, scale, 0, 0),
      rectangle(shown.x, shown.y, shown.w, shown.h),
      clip(),
      endPath(),
    ]),
  );
  const end = context.register(context.contentStream([popGraphicsState()]));
  page.node.wrapContentStreams(start, end);
  page.scaleAnnotations(scale, scale);
}
