import { type CourtAnswers, contentsOf, type ExhibitKind, fr, questionsOf } from '@acquit/recovery';
import {
  appendJournal,
  changeBundle,
  keepBlob,
  keepIdentity,
  openBundle,
  type Store,
  type Tx,
} from '../../store/index.ts';
import type { LoadedFile } from './facts.ts';
import { printedType } from './print.ts';

interface By {
  actor: string;
}

const bundleOf = (tx: Tx, { companyId, caseId, facts }: LoadedFile, { actor }: By) =>
  openBundle(tx, { companyId, caseId, procedure: facts.procedure, by: actor });

/** Keeps answers: those about the creditor with the company, for his other cases; the others with this file. */
export async function answerCourtFile(tx: Tx, loaded: LoadedFile, answers: CourtAnswers, by: By): Promise<void> {
  const contents = contentsOf(loaded.facts.procedure);
  const known = questionsOf(loaded.facts, [...(contents?.documents ?? []), ...(contents?.after ?? [])]);
  const of = (whose: 'company' | 'case') =>
    Object.fromEntries(
      known.flatMap(({ key, of: owner }) =>
        owner === whose && answers[key] !== undefined ? [[key, answers[key].trim()]] : [],
      ),
    );
  const bundle = await bundleOf(tx, loaded, by);
  await keepIdentity(tx, loaded.companyId, of('company'), by.actor);
  await changeBundle(tx, bundle.bundleId, { answers: of('case') });
  await told(tx, loaded, by, 'court-file.answered', { keys: Object.keys({ ...of('company'), ...of('case') }) });
}

/** Keeps the order, the names and the choice of exhibits. */
export async function orderExhibits(
  tx: Tx,
  loaded: LoadedFile,
  exhibits: readonly { key: string; title: string | null; included: boolean }[],
  by: By,
): Promise<void> {
  const bundle = await bundleOf(tx, loaded, by);
  await changeBundle(tx, bundle.bundleId, { exhibits });
  await told(tx, loaded, by, 'court-file.exhibits', {
    order: exhibits.filter((one) => one.included).map((one) => one.key),
  });
}

/**
 * Adds a file as an exhibit: a PDF or a picture by its first bytes, whatever its name says. Refuses
 * `ExhibitTypeRefused`.
 */
export async function addExhibit(
  tx: Tx,
  store: Store,
  loaded: LoadedFile,
  file: { bytes: Uint8Array; fileName: string; kind: ExhibitKind; title: string; on: string | null },
  by: By,
): Promise<{ code: string; message: string } | null> {
  const mediaType = printedType(file.bytes);
  if (mediaType === null)
    return {
      code: 'ExhibitTypeRefused',
      message: fr`« ${file.fileName} » n’est ni un PDF, ni une image JPEG ou PNG. Imprimez-le en PDF, puis ajoutez-le.`,
    };
  const bundle = await bundleOf(tx, loaded, by);
  const sha256 = await keepBlob(tx, store.blobs, { bytes: file.bytes, mediaType });
  const { kind, title, on, fileName } = file;
  await changeBundle(tx, bundle.bundleId, { file: { kind, title, on, fileName, mediaType, sha256, by: by.actor } });
  await told(tx, loaded, by, 'court-file.exhibit-added', { fileName, kind, sha256: sha256.toString('hex') });
  return null;
}

/** Takes an added file out of what is prepared; what was built keeps it. False when it is not there. */
export async function removeExhibit(tx: Tx, loaded: LoadedFile, fileId: string, by: By): Promise<boolean> {
  const bundle = await bundleOf(tx, loaded, by);
  if (!(await changeBundle(tx, bundle.bundleId, { remove: { fileId, by: by.actor } }))) return false;
  await told(tx, loaded, by, 'court-file.exhibit-removed', { fileId });
  return true;
}

function told(tx: Tx, { caseId, facts }: LoadedFile, by: By, action: string, payload: Record<string, unknown>) {
  return appendJournal(tx, [
    {
      actor: by.actor,
      action,
      objectKind: 'case',
      objectId: caseId,
      payload: { procedure: facts.procedure, ...payload },
    },
  ]);
}
