import { createHash, type Hash, randomUUID } from 'node:crypto';
import { type FileHandle, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fr } from '@acquit/recovery';
import { HttpRefusal, passOn, refuse } from '../refusal.ts';
import type { StagedFile } from '../services.ts';
import { boundaryOf, type PartSink, readMultipart } from './multipart.ts';
import { openStaging, stage } from './staging.ts';

/** The largest document, workbook or image taken: those are held whole while they are read. */
export const FILE_LIMIT_BYTES = 50 * 1024 * 1024;
/** The largest text taken, a statement or an accounting file: those are read by pieces. */
export const TEXT_LIMIT_BYTES = 2_000_000_000;
/** All the files of one drop: the largest text, and documents beside it. */
const REQUEST_LIMIT_BYTES = TEXT_LIMIT_BYTES + 10 * FILE_LIMIT_BYTES;
const MOST_FILES = 500;

interface Draft {
  path: string;
  handle: FileHandle;
  hash: Hash;
  bytes: number;
  /** The most bytes it may have, by what its first ones say it is; unknown until they are there. */
  limit: number | null;
  fileName: string;
  mediaType: string;
}

/** A text holds none of these bytes near its beginning; a container, a document or an image does, or names itself. */
function limitOf(first: Uint8Array): number {
  const head = Buffer.from(first.buffer, first.byteOffset, Math.min(first.length, HEAD_BYTES));
  const isText = !head.includes('%PDF-') && !head.includes(0) && head.toString('latin1', 0, 2) !== 'PK';
  return isText ? TEXT_LIMIT_BYTES : FILE_LIMIT_BYTES;
}

const HEAD_BYTES = 1_024;

/** The largest file kept beside what it proves: a scan, a photograph, a mail. */
const PAPER_LIMIT_BYTES = 20 * 1024 * 1024;

/** The one file of a form. Refuses `OneFileOnly`, and what `receiveFiles` does. */
export async function receiveOne(request: Request, root: string, tenantId: string, most?: number): Promise<StagedFile> {
  const [file, ...others] = await receiveFiles(request, root, tenantId, most);
  if (file === undefined || others.length > 0)
    throw passOn(409, { code: 'OneFileOnly', message: 'Joignez un seul fichier à la fois.' });
  return file;
}

/** The one file of a form that is kept as a paper, whole in memory. Refuses what `receiveOne` does. */
export async function receivePaper(
  request: Request,
  root: string,
  tenantId: string,
): Promise<StagedFile & { content: Buffer }> {
  const file = await receiveOne(request, root, tenantId, PAPER_LIMIT_BYTES);
  return { ...file, content: await readFile(file.path) };
}

/**
 * Receives the files of a form straight to disk, in bounded memory, and gives them in the order they came. None is
 * larger than `most` bytes when given. When anything is refused nothing of the drop stays, and the rest is read first: a
 * browser that is still sending would take the answer for a cut line. Refuses: UnsupportedMediaType, InvalidRequest,
 * BodyTooLarge.
 */
export async function receiveFiles(
  request: Request,
  root: string,
  tenantId: string,
  most?: number,
): Promise<StagedFile[]> {
  const boundary = boundaryOf(request.headers.get('content-type'));
  if (boundary === null) throw refuse('UnsupportedMediaType', { expected: 'multipart/form-data' });
  if (Number(request.headers.get('content-length') ?? 0) > REQUEST_LIMIT_BYTES)
    throw refuse('BodyTooLarge', { limitBytes: REQUEST_LIMIT_BYTES });
  if (request.body === null) throw refuse('InvalidRequest', { problems: [{ field: 'files', problem: 'missing' }] });
  const folder = await openStaging(root, tenantId);
  const receiver = new Receiver(folder, most);
  const pieces = request.body.values({ preventCancel: true });
  try {
    await readMultipart(pieces, boundary, receiver);
  } catch (error) {
    await receiver.abandon();
    await readToItsEnd(request.body);
    // A client that went away in the middle is nobody's fault and needs no incident.
    if (error instanceof HttpRefusal || (error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
    throw refuse('InvalidRequest', { problems: [{ field: 'form', problem: 'cut' }] });
  }
  if (receiver.staged.length === 0)
    throw refuse('InvalidRequest', { problems: [{ field: 'files', problem: 'missing' }] });
  return receiver.staged;
}

/** Receives a body that is itself one file, under the same limits. Refuses: BodyTooLarge, InvalidRequest. */
export async function receiveBody(
  request: Request,
  root: string,
  tenantId: string,
  file: { fileName: string; mediaType: string },
): Promise<StagedFile> {
  if (Number(request.headers.get('content-length') ?? 0) > TEXT_LIMIT_BYTES) throw fileTooLarge(TEXT_LIMIT_BYTES);
  const receiver = new Receiver(await openStaging(root, tenantId));
  try {
    await receiver.open({ name: 'body', ...file });
    for await (const chunk of request.body?.values({ preventCancel: true }) ?? []) await receiver.data(chunk);
    await receiver.close();
  } catch (error) {
    await receiver.abandon();
    await readToItsEnd(request.body);
    if (error instanceof HttpRefusal || (error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
    throw refuse('InvalidRequest', { problems: [{ field: 'body', problem: 'cut' }] });
  }
  return receiver.staged[0]!;
}

/** What is left of a refused body, up to the largest drop; the server's own time limit ends one that trickles. */
async function readToItsEnd(body: ReadableStream<Uint8Array> | null): Promise<void> {
  let left = REQUEST_LIMIT_BYTES;
  try {
    for await (const { byteLength } of body ?? []) {
      left -= byteLength;
      if (left < 0) return;
    }
  } catch {
    // The client hung up: nobody waits for the answer.
  }
}

class Receiver implements PartSink {
  readonly staged: StagedFile[] = [];
  readonly #folder: string;
  readonly #most: number;
  #draft: Draft | null = null;
  #total = 0;

  constructor(folder: string, most = TEXT_LIMIT_BYTES) {
    this.#folder = folder;
    this.#most = most;
  }

  async open(part: { name: string; fileName: string | null; mediaType: string }): Promise<void> {
    if (part.fileName === null)
      throw refuse('InvalidRequest', { problems: [{ field: part.name.slice(0, 100), problem: 'not a file' }] });
    if (this.staged.length >= MOST_FILES) throw refuse('BodyTooLarge', { limitFiles: MOST_FILES });
    const path = join(this.#folder, `draft-${randomUUID()}`);
    const handle = await open(path, 'wx', 0o600);
    this.#draft = {
      path,
      handle,
      hash: createHash('sha256'),
      bytes: 0,
      limit: null,
      fileName: plainName(part.fileName),
      mediaType: part.mediaType,
    };
  }

  async data(bytes: Uint8Array): Promise<void> {
    const draft = this.#draft!;
    draft.bytes += bytes.byteLength;
    this.#total += bytes.byteLength;
    draft.limit ??= Math.min(limitOf(bytes), this.#most);
    if (draft.bytes > draft.limit) throw fileTooLarge(draft.limit, draft.fileName);
    if (this.#total > REQUEST_LIMIT_BYTES) throw refuse('BodyTooLarge', { limitBytes: REQUEST_LIMIT_BYTES });
    draft.hash.update(bytes);
    await draft.handle.writeFile(bytes);
  }

  async close(): Promise<void> {
    const draft = this.#draft!;
    await draft.handle.close();
    const { fileName, mediaType, bytes } = draft;
    this.staged.push(await stage(this.#folder, draft.path, { fileName, mediaType, bytes }, draft.hash.digest()));
    this.#draft = null;
  }

  async abandon(): Promise<void> {
    if (this.#draft !== null) {
      await this.#draft.handle.close().catch(() => undefined);
      await rm(this.#draft.path, { force: true });
    }
    for (const { path } of this.staged) {
      await rm(path, { force: true });
      await rm(`${path}.json`, { force: true });
    }
  }
}

const megabytes = (bytes: number) => bytes / (1024 * 1024);

/** The refusal of a file, with the limits a person can do something about. */
function fileTooLarge(limitBytes: number, file = 'Ce fichier') {
  const mostOfText = TEXT_LIMIT_BYTES / 1_000_000_000;
  return refuse(
    'BodyTooLarge',
    { limitBytes, file },
    limitBytes < FILE_LIMIT_BYTES
      ? fr`${file} dépasse ${megabytes(limitBytes)} Mo. Réduisez-le, ou joignez-en la partie utile.`
      : fr`${file} est trop volumineux : un relevé bancaire ou un FEC peut peser ${mostOfText} Go, tout autre fichier ${megabytes(FILE_LIMIT_BYTES)} Mo. Découpez-le, par exemple par mois, puis déposez les morceaux. Un gros relevé s’importe aussi sans navigateur : « acquit import », ou un dossier surveillé (Encaissements, Sources).`,
  );
}

/** The last part of a client's file name, in letters that are safe to show and to store; never a path. */
export function plainName(given: string): string {
  const last =
    given
      .replaceAll('%22', '"')
      .replaceAll(/%0[ad]/gi, '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  const shown = last
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200);
  return shown === '' || /^\.+$/.test(shown) ? 'document' : shown;
}
