import { basename } from 'node:path';
import { day } from '@acquit/law';
import { type CourtImportView, fr } from '@acquit/recovery';
import { readCourtFile } from '../../intake/index.ts';
import { appendJournal, courtFiles, hashOfFile, replaceCourts, type Store } from '../../store/index.ts';

/** A file of courts to load. */
export interface CourtsOrder {
  /** The organisation whose journal tells it; the files themselves are the installation's. */
  tenantId: string;
  path: string;
  /** As its owner calls it, when it is not the path's last part. */
  fileName?: string;
  /** `user:<id>` or `cli`. */
  by: string;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Takes an edition that has lost a good part of its communes. */
  evenIfShorter?: boolean;
}

export interface CourtsRefusal {
  code: string;
  message: string;
  facts: Record<string, unknown>;
}

/** An edition with less than this share of what is loaded is taken for a cut download. */
const KEPT_SHARE = 0.9;

/**
 * Loads a file of courts in the place of the one of its layout, whole or not at all. The same bytes again change
 * nothing. Refuses what no reader knows, an edition whose rows slid (`CourtFileShifted`) and one much shorter than the
 * one loaded (`CourtFileShorter`).
 */
export async function importCourts(
  store: Store,
  order: CourtsOrder,
): Promise<CourtImportView | { refusal: CourtsRefusal }> {
  const outcome = await readCourtFile(order.path, order.fileName);
  if ('refusal' in outcome) return outcome;
  const { layout, edition, entries, doubts, ...rows } = outcome.read;
  const sha256 = (await hashOfFile(order.path)).sha256.toString('hex');
  return store.inTenant(order.tenantId, async (tx) => {
    const loaded = (await courtFiles(tx, day(order.today))).find((one) => one.layout === layout);
    if (loaded?.sha256 === sha256)
      return { layout, status: 'unchanged', entries: loaded.entries, doubts: loaded.doubts };
    if (loaded && entries < loaded.entries * KEPT_SHARE && !order.evenIfShorter) {
      const message = fr`Ce fichier n’a que ${entries} lignes, celui en place en a ${loaded.entries} : le téléchargement a sans doute été coupé. Rien n’est changé. Vérifiez-le, ou confirmez que vous voulez cette édition.`;
      return { refusal: { code: 'CourtFileShorter', message, facts: { entries, loaded: loaded.entries } } };
    }
    const fileName = order.fileName ?? basename(order.path);
    const about = { layout, fileName, sha256, edition, entries, doubts, importedBy: order.by, importedOn: order.today };
    await replaceCourts(tx, about, rows);
    const payload = { layout, fileName, edition, entries, doubts, sha256 };
    await appendJournal(tx, [
      { actor: order.by, action: 'courts.imported', objectKind: 'courts', objectId: layout, payload },
    ]);
    return { layout, status: 'imported', entries, doubts };
  });
}
