/** The door of render: documents in, PDF out. Typesetting happens in processes of its own and never blocks the server. */
export { type ArchivedFile, archiveOf, MANIFEST } from './archive.ts';
export type { CoverList, CoverListEntry } from './cover-list.ts';
export { type EpcRefusal, type EpcResult, epcPayload, type PaymentOrder } from './epc.ts';
export type { ExhibitFile } from './exhibit.ts';
export { fillTemplate } from './liquid.ts';
export type { MergePart, MergeSettings } from './merge.ts';
export type { PoolSettings } from './pool.ts';
export { paymentQrSvg } from './qr.ts';
export { RenderRefusal, type RenderRefusalCode } from './refusal.ts';
export { createRenderer, type PrintQueue, type QueuedLetter, type Rendered, type Renderer } from './renderer.ts';
export {
  closeRender,
  countPages,
  mergePdfs,
  renderCourtDocument,
  renderCoverList,
  renderLetter,
  renderMany,
  renderPrintQueue,
  stampExhibit,
} from './shared.ts';
export { looksLikeFormula, type SheetCell, type SheetColumn, type SheetWriter, type Sink } from './sheet/cell.ts';
export { writeCsv } from './sheet/csv.ts';
export { writeXlsx } from './sheet/xlsx.ts';
