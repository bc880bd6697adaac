/**
 * The second PDF reader: pdf.js repairs damaged files and opens those whose password is empty. It is heavier, so it is
 * loaded only when the first one finds nothing.
 */

import type { Limits } from '../limits.ts';
import { Refused } from '../refused.ts';
import type { Attachment } from './attachments.ts';

/** The attachments pdf.js finds. Refuses `PdfPasswordNeeded` and `DamagedPdf`. */
export async function listAttachmentsSlowly(pdf: Uint8Array, limits: Limits): Promise<Attachment[]> {
  const { getDocument, PasswordException } = await loadPdfjs();
  // pdf.js takes the bytes for itself, so it is given a copy.
  const task = getDocument({
    data: new Uint8Array(pdf),
    password: '',
    verbosity: 0,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
  });
  try {
    const document = await task.promise;
    const attachments: Attachment[] = [];
    let left = limits.unpackedBytes;
    for (const [id, { filename }] of (await document.getAttachments()) ?? []) {
      if (attachments.length >= limits.attachments)
        throw new Refused('TooManyAttachments', { limit: limits.attachments });
      const bytes = await document.getAttachmentContent(id);
      if (bytes === null) continue;
      left -= bytes.length;
      if (left < 0) throw new Refused('UnpackedTooLarge', { limit: limits.unpackedBytes });
      attachments.push({ name: filename, bytes });
    }
    return attachments;
  } catch (error) {
    if (error instanceof Refused) throw error;
    if (error instanceof PasswordException) throw new Refused('PdfPasswordNeeded');
    throw new Refused('DamagedPdf', { detail: (error as Error).message });
  } finally {
    await task.destroy();
  }
}

let library: Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> | undefined;

/** Loads pdf.js once. It warns that it cannot draw without a canvas: nothing is drawn here, so it is not let speak. */
function loadPdfjs(): NonNullable<typeof library> {
  if (library === undefined) {
    const { warn } = console;
    console.warn = () => undefined;
    library = import('pdfjs-dist/legacy/build/pdf.mjs').finally(() => {
      console.warn = warn;
    });
  }
  return library;
}
