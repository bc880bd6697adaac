import { createRenderer, type Renderer } from './renderer.ts';

/**
 * The renderer of this process, opened by the first document. Jobs, HTTP and the command line share it, so that the
 * machine never runs more presses than its pool allows.
 */
let shared: Renderer | null = null;

function current(): Renderer {
  shared ??= createRenderer();
  return shared;
}

export const renderLetter: Renderer['renderLetter'] = (document) => current().renderLetter(document);
export const renderMany: Renderer['renderMany'] = (documents) => current().renderMany(documents);
export const renderCoverList: Renderer['renderCoverList'] = (list) => current().renderCoverList(list);
export const renderCourtDocument: Renderer['renderCourtDocument'] = (document) =>
  current().renderCourtDocument(document);
export const stampExhibit: Renderer['stampExhibit'] = (file) => current().stampExhibit(file);
export const countPages: Renderer['countPages'] = (pdfs) => current().countPages(pdfs);
export const mergePdfs: Renderer['mergePdfs'] = (parts, settings) => current().mergePdfs(parts, settings);
export const renderPrintQueue: Renderer['renderPrintQueue'] = (queue) => current().renderPrintQueue(queue);

/** Ends the presses of this process; a later document opens new ones. */
export async function closeRender(): Promise<void> {
  const open = shared;
  shared = null;
  await open?.close();
}
