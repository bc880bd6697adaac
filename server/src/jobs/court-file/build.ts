import { formatDay } from '@acquit/law';
import {
  askedCents,
  type CompletenessLine,
  type CourtDocumentKey,
  completenessOf,
  composeCourtDocument,
  DOCUMENT_NAMES,
  declaredCents,
  documentKeys,
  fr,
  type Made,
  madeOf,
} from '@acquit/recovery';
import { archiveOf, countPages, mergePdfs, renderCourtDocument } from '../../render/index.ts';
import { appendJournal, insertVersion, keepBlob, openBundle, type Store } from '../../store/index.ts';
import { fileName } from '../messages/index.ts';
import type { LoadedFile } from './facts.ts';
import { type PrintedExhibit, printExhibit } from './print.ts';

/** One file of what is built. */
export interface BuiltFile {
  role: 'merged' | 'archive' | 'document' | 'later' | 'exhibit' | 'original';
  title: string;
  fileName: string;
  mediaType: string;
  bytes: Uint8Array;
  pages: number | null;
}

/** A file as it was built, before it is kept. */
export interface BuiltCourtFile {
  files: BuiltFile[];
  lines: CompletenessLine[];
  ready: boolean;
  totalCents: number;
}

/** The most that a file may weigh before it is sent: what registries and mail servers take. */
const MOST_BYTES = 150 * 1024 * 1024;

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * Builds a court file: its documents, its exhibits numbered on every page, all of it as one PDF with a bookmark for each
 * part, and as an archive of separate files with their hashes. What is missing is said in the drafts and in the list; it
 * keeps nothing from being built.
 */
export async function buildCourtFile(
  store: Store,
  tenantId: string,
  loaded: LoadedFile,
): Promise<BuiltCourtFile | { refusal: { code: string; message: string; facts: Record<string, unknown> } }> {
  const { caseId, facts } = loaded;
  const chosen = loaded.exhibits.filter((exhibit) => exhibit.included);
  const printed: PrintedExhibit[] = [];
  for (const [n, exhibit] of chosen.entries())
    printed.push(await printExhibit({ store, tenantId, caseId, facts }, exhibit, n + 1));
  const exhibits = facts.exhibits.map((exhibit, n) => ({ ...exhibit, pages: printed[n]!.pages }));
  const made = madeOf({ ...facts, exhibits });
  const { main, after } = documentKeys(made.facts);
  const documents = [
    ...(await composed(made, main, 'document', 1)),
    ...(await composed(made, after, 'later', main.length + 1)),
  ];
  const exhibitFiles = printed.map(
    (one): BuiltFile => ({
      role: 'exhibit',
      title: fr`Pièce n°\u00a0${one.number} – ${one.exhibit.title}`,
      fileName: `piece-${two(one.number)}-${fileName(one.exhibit.title)}.pdf`,
      mediaType: 'application/pdf',
      bytes: one.pdf,
      pages: one.pages,
    }),
  );
  const originals = printed.flatMap(({ original, number, exhibit }): BuiltFile[] =>
    original === null
      ? []
      : [
          {
            role: 'original',
            title: fr`Original de la pièce n°\u00a0${number} – ${exhibit.title}`,
            fileName: `piece-${two(number)}-original${extension(original.fileName, original.mediaType)}`,
            mediaType: 'application/octet-stream',
            bytes: original.bytes,
            pages: null,
          },
        ],
  );
  const parts = [...documents, ...exhibitFiles, ...originals];
  const weight = parts.reduce((total, file) => total + file.bytes.byteLength, 0);
  if (weight > MOST_BYTES) {
    const message = fr`Ce dossier pèse ${Math.ceil(weight / 1024 / 1024)} Mo, plus que ce que les greffes acceptent. Réduisez les images, ou retirez des pièces.`;
    return { refusal: { code: 'CourtFileTooLarge', message, facts: { bytes: weight, limitBytes: MOST_BYTES } } };
  }
  const inFile = [...documents.filter((file) => file.role === 'document'), ...exhibitFiles];
  const title = fr`Dossier ${facts.reference} – ${facts.case.debtor.name}`;
  const merged = await mergePdfs(
    inFile.map((file) => ({ pdf: file.bytes, title: file.title })),
    { title, on: formatDay(facts.on), cover: null, duplex: false },
  );
  const name = `dossier-${fileName(facts.case.debtor.name)}-${formatDay(facts.on)}`;
  const whole: BuiltFile = {
    role: 'merged',
    title: 'Dossier complet',
    fileName: `${name}.pdf`,
    mediaType: 'application/pdf',
    bytes: merged,
    pages: inFile.reduce((total, file) => total + (file.pages ?? 0), 0),
  };
  const archive: BuiltFile = {
    role: 'archive',
    title: 'Fichiers séparés',
    fileName: `${name}.zip`,
    mediaType: 'application/zip',
    bytes: await archiveOf([whole, ...parts].map((file) => ({ name: file.fileName, bytes: file.bytes }))),
    pages: null,
  };
  const { lines, ready } = completenessOf(made);
  const faults = printed.filter((one) => one.fault !== null).map((one) => unreadable(one));
  const totalCents = facts.procedure === 'insolvency-claim' ? declaredCents(made) : askedCents(made);
  return { files: [whole, archive, ...parts], lines: [...lines, ...faults], ready, totalCents };
}

const unreadable = ({ number, exhibit, fault }: PrintedExhibit): CompletenessLine => ({
  key: `unreadable-${number}`,
  label: fr`Pièce n°\u00a0${number} non imprimable : ${exhibit.title}`,
  state: 'doubtful',
  mandatory: false,
  article: null,
  todo: fr`${fault ?? ''} Le fichier est joint à part, avec une page qui l’annonce.`,
});

async function composed(
  made: Made,
  keys: readonly CourtDocumentKey[],
  role: 'document' | 'later',
  from: number,
): Promise<BuiltFile[]> {
  const files: BuiltFile[] = [];
  for (const [n, key] of keys.entries()) {
    const pdf = await renderCourtDocument(composeCourtDocument(made, key));
    files.push({
      role,
      title: DOCUMENT_NAMES[key],
      fileName: `${two(from + n)}-${fileName(DOCUMENT_NAMES[key])}.pdf`,
      mediaType: 'application/pdf',
      bytes: pdf,
      pages: (await countPages([pdf]))[0]!,
    });
  }
  return files;
}

const EXTENSIONS: Record<string, string> = { 'application/xml': '.xml', 'text/xml': '.xml', 'text/csv': '.csv' };

/** The ending of a file's own name when it is plain; else that of what it is. */
function extension(name: string, mediaType: string): string {
  return /\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? EXTENSIONS[mediaType] ?? '';
}

/** Builds a file and keeps it as a new version, with its hashes in the journal. Nothing built before changes. */
export async function keepCourtFile(
  store: Store,
  order: { tenantId: string; actor: string },
  loaded: LoadedFile,
): Promise<
  | { bundleId: string; version: number; built: BuiltCourtFile }
  | { refusal: { code: string; message: string; facts: Record<string, unknown> } }
> {
  const built = await buildCourtFile(store, order.tenantId, loaded);
  if ('refusal' in built) return built;
  const { companyId, caseId, facts } = loaded;
  return store.inTenant(order.tenantId, async (tx) => {
    const bundle = await openBundle(tx, { companyId, caseId, procedure: facts.procedure, by: order.actor });
    const documents = [];
    for (const { bytes, ...file } of built.files) {
      const sha256 = await keepBlob(tx, store.blobs, { bytes, mediaType: file.mediaType });
      documents.push({ ...file, sha256, bytes: bytes.byteLength });
    }
    const { lines, ready, totalCents } = built;
    const about = { on: formatDay(facts.on), totalCents, ready, lines, by: order.actor };
    const version = await insertVersion(tx, bundle.bundleId, about, documents);
    await appendJournal(tx, [
      {
        actor: order.actor,
        action: 'court-file.built',
        objectKind: 'case',
        objectId: caseId,
        payload: {
          procedure: facts.procedure,
          version,
          on: formatDay(facts.on),
          totalCents,
          ready,
          files: documents.map((one) => ({ name: one.fileName, sha256: one.sha256.toString('hex') })),
        },
      },
    ]);
    return { bundleId: bundle.bundleId, version, built };
  });
}
