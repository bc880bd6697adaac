import type { FileAnswer } from '../pipeline/endpoint.ts';

/** Only a PDF or an image is shown in the page; anything else is saved. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg'];

/** A file that somebody joined, given back byte for byte. */
export const givenFile = (name: string, mediaType: string, content: Uint8Array): FileAnswer => ({
  name,
  mediaType: SHOWN.includes(mediaType) ? mediaType : 'application/octet-stream',
  content,
  inline: SHOWN.includes(mediaType),
});
