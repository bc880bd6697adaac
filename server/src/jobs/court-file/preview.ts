import { type CourtDocumentKey, composeCourtDocument, DOCUMENT_NAMES, documentKeys, madeOf } from '@acquit/recovery';
import { renderCourtDocument } from '../../render/index.ts';
import type { Store } from '../../store/index.ts';
import { fileName } from '../messages/index.ts';
import type { LoadedFile } from './facts.ts';
import { printExhibit } from './print.ts';

/** A document as it would be built now; kept nowhere. Null when the file has no such document. */
export async function previewCourtDocument(
  { facts }: LoadedFile,
  key: CourtDocumentKey,
): Promise<{ name: string; content: Uint8Array } | null> {
  const { main, after } = documentKeys(facts);
  if (![...main, ...after].includes(key)) return null;
  const content = await renderCourtDocument(composeCourtDocument(madeOf(facts), key));
  return { name: `${fileName(DOCUMENT_NAMES[key])}.pdf`, content };
}

/** An exhibit with the number it has now; null when it is unknown. One that is left out bears the number it would have. */
export async function previewExhibit(
  store: Store,
  tenantId: string,
  loaded: LoadedFile,
  key: string,
): Promise<{ name: string; content: Uint8Array } | null> {
  const at = loaded.exhibits.findIndex((exhibit) => exhibit.key === key);
  if (at < 0) return null;
  const exhibit = loaded.exhibits[at]!;
  const number = loaded.exhibits.slice(0, at).filter((one) => one.included).length + 1;
  const { pdf } = await printExhibit({ store, tenantId, caseId: loaded.caseId, facts: loaded.facts }, exhibit, number);
  return { name: `piece-${number}-${fileName(exhibit.title)}.pdf`, content: pdf };
}
