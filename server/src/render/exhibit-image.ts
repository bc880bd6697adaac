import { degrees, PDFDocument, type PDFImage } from 'pdf-lib';
import { ExhibitFault } from './exhibit-fault.ts';

/** A4 in points, upright. */
export const A4 = { width: 595.28, height: 841.89 };
const MARGIN = 28;
/** Pixels are printed at 96 to the inch at the largest: a small picture is not blown up. */
const POINTS_PER_PIXEL = 0.75;
/** A picture of more pixels is no scan: it would only exhaust the memory of who opens it. */
const MOST_PIXELS = 60_000_000;

/** One page with a picture on it, turned as its camera says. Throws `ExhibitFault`. */
export async function pictureAsPdf(given: Uint8Array, mediaType: 'image/jpeg' | 'image/png'): Promise<PDFDocument> {
  if (mediaType === 'image/png') refuseHugePng(given);
  // The library reads the whole memory behind an array: ours may be a part of a larger one.
  const bytes = new Uint8Array(given);
  const document = await PDFDocument.create({ updateMetadata: false });
  let image: PDFImage;
  try {
    image = mediaType === 'image/png' ? await document.embedPng(bytes) : await document.embedJpg(bytes);
  } catch {
    throw new ExhibitFault('unreadable');
  }
  if (image.width * image.height > MOST_PIXELS) throw new ExhibitFault('picture-too-large');
  const turn = mediaType === 'image/jpeg' ? turnOf(bytes) : 0;
  const sideways = turn % 180 !== 0;
  const [width, height] = sideways ? [image.height, image.width] : [image.width, image.height];
  const sheet: [number, number] = width > height ? [A4.height, A4.width] : [A4.width, A4.height];
  const page = document.addPage(sheet);
  const scale = Math.min((sheet[0] - 2 * MARGIN) / width, (sheet[1] - 2 * MARGIN) / height, POINTS_PER_PIXEL);
  const [shownWidth, shownHeight] = [width * scale, height * scale];
  const left = (sheet[0] - shownWidth) / 2;
  const bottom = sheet[1] - MARGIN - shownHeight;
  // A picture turns around its lower left corner: that corner is put where the turned picture wants it.
  const corner = {
    0: { x: left, y: bottom },
    90: { x: left, y: bottom + shownHeight },
    180: { x: left + shownWidth, y: bottom + shownHeight },
    270: { x: left + shownWidth, y: bottom },
  }[turn]!;
  page.drawImage(image, {
    ...corner,
    width: image.width * scale,
    height: image.height * scale,
    rotate: degrees(-turn),
  });
  return document;
}

function refuseHugePng(bytes: Uint8Array): void {
  if (bytes.length < 24) throw new ExhibitFault('unreadable');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The head of a PNG holds its width and height before anything is unpacked.
  if (view.getUint32(16) * view.getUint32(20) > MOST_PIXELS) throw new ExhibitFault('picture-too-large');
}

const TURNS: Record<number, 0 | 90 | 180 | 270> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };
const ORIENTATION = 0x0112;

/** How far a photograph must be turned clockwise to stand upright, from its Exif mark (TIFF 6.0, tag 274). */
export function turnOf(bytes: Uint8Array): 0 | 90 | 180 | 270 {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    if (marker === 0xda || length < 2) return 0;
    if (marker === 0xe1) {
      const found = orientationIn(view, at + 4, Math.min(at + 2 + length, view.byteLength));
      if (found !== null) return TURNS[found] ?? 0;
    }
    at += 2 + length;
  }
  return 0;
}

function orientationIn(view: DataView, start: number, end: number): number | null {
  const head = start + 6;
  if (head + 8 > end || view.getUint32(start) !== 0x45786966) return null;
  const little = view.getUint16(head) === 0x4949;
  const list = head + view.getUint32(head + 4, little);
  if (list + 2 > end) return null;
  const count = view.getUint16(list, little);
  for (let n = 0; n < count; n++) {
    const entry = list + 2 + n * 12;
    if (entry + 12 > end) return null;
    if (view.getUint16(entry, little) === ORIENTATION) return view.getUint16(entry + 8, little);
  }
  return null;
}
