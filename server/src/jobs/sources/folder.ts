import { createReadStream } from 'node:fs';
import { lstat, opendir, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SourceTrouble } from '../../store/index.ts';
import {
  type Desk,
  type FoundFile,
  isDocumentName,
  LARGEST_FILE_BYTES,
  MOST_FILES,
  SETTLE_MS,
  type SettingsOf,
  SourceFault,
  type Watch,
} from './model.ts';
import { copyTo, tooLarge } from './staging.ts';

export interface FolderOptions {
  /** `SETTLE_MS` unless told. */
  settleMs?: number;
}

const DEEPEST = 10;

interface Candidate extends FoundFile {
  path: string;
  size: number;
  mtimeMs: number;
}

interface Walk {
  root: string;
  settings: SettingsOf<'folder'>;
  candidates: Candidate[];
  /** Links that lead out of the folder: named, never followed. */
  strays: { place: string; fileName: string }[];
  /** What this account may not read. */
  forbidden: string[];
}

/**
 * Watches a folder of this machine or of a mounted share. Its files are read and never moved, renamed or deleted. Hidden
 * and temporary files are left out, and so is what is still being written.
 */
export function watchFolder(options: FolderOptions = {}): Watch {
  const settleMs = options.settleMs ?? SETTLE_MS;
  return {
    async look(desk) {
      const settings = desk.source.settings as SettingsOf<'folder'>;
      const walk: Walk = { root: await rootOf(settings.path), settings, candidates: [], strays: [], forbidden: [] };
      await walkFolder(walk, walk.root, 0);
      for (const stray of walk.strays) await leaveStray(desk, stray);
      const fresh = await desk.unknown(walk.candidates);
      for (const file of await settled(fresh, settleMs)) {
        if (desk.signal.aborted) break;
        await takeFile(desk, file, walk.forbidden);
      }
      return troubleOf(walk.forbidden);
    },
  };
}

/** The folder's real path. Refuses FolderMissing, NotAFolder, FolderForbidden. */
export async function rootOf(path: string): Promise<string> {
  if (!isAbsolute(path))
    throw new SourceFault(
      'FolderNotAbsolute',
      `Donnez le chemin complet du dossier (il commence par « / », ou par une lettre de lecteur) : « ${path} » ne l’est pas.`,
    );
  try {
    const root = await realpath(path);
    if (!(await stat(root)).isDirectory())
      throw new SourceFault(
        'NotAFolder',
        `« ${path} » est un fichier, pas un dossier. Indiquez le dossier qui le contient.`,
      );
    await (await opendir(root)).close();
    return root;
  } catch (error) {
    throw error instanceof SourceFault ? error : folderFault(error, path);
  }
}

function folderFault(error: unknown, path: string): SourceFault {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT')
    return new SourceFault(
      'FolderMissing',
      `Le dossier « ${path} » n’existe pas ou n’est pas monté. Créez-le, branchez le disque ou corrigez le chemin.`,
    );
  if (code === 'EACCES' || code === 'EPERM')
    return new SourceFault(
      'FolderForbidden',
      `Acquit n’a pas le droit de lire le dossier « ${path} ». Donnez le droit de lecture au compte qui fait tourner Acquit.`,
    );
  return new SourceFault(
    'FolderUnreadable',
    `Le dossier « ${path} » ne se lit pas (${code ?? String(error)}). Vérifiez le disque ou le partage réseau.`,
    { passing: true },
  );
}

async function walkFolder(walk: Walk, folder: string, depth: number): Promise<void> {
  let entries: Awaited<ReturnType<typeof opendir>>;
  try {
    entries = await opendir(folder);
  } catch (error) {
    if (folder === walk.root) throw folderFault(error, folder);
    walk.forbidden.push(relative(walk.root, folder));
    return;
  }
  for await (const entry of entries) {
    if (walk.candidates.length >= MOST_FILES) return;
    if (!isDocumentName(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) await noteLink(walk, path);
    else if (entry.isDirectory()) await enter(walk, path, depth);
    else if (entry.isFile()) await consider(walk, path);
  }
}

async function enter(walk: Walk, folder: string, depth: number): Promise<void> {
  if (walk.settings.subfolders && depth < DEEPEST) await walkFolder(walk, folder, depth + 1);
}

/**
 * A link is never followed: one that leads inside shows a file that is met under its own name, and one that leads out
 * would let anybody who may write here show us anything of the machine.
 */
async function noteLink(walk: Walk, path: string): Promise<void> {
  const target = await realpath(path).catch(() => null);
  if (target === null || target === walk.root || target.startsWith(walk.root + sep)) return;
  walk.strays.push({ place: relative(walk.root, path), fileName: basename(path) });
}

async function consider(walk: Walk, path: string): Promise<void> {
  const fileName = basename(path);
  if (!matches(fileName, walk.settings.pattern)) return;
  const found = await lstat(path).catch(() => null);
  if (found === null || !found.isFile() || found.size === 0) return;
  walk.candidates.push(candidate(walk.root, path, found));
}

function candidate(root: string, path: string, found: { size: number; mtimeMs: number }): Candidate {
  const { size, mtimeMs } = found;
  return {
    place: relative(root, path),
    mark: `${size} ${mtimeMs}`,
    fileName: basename(path),
    path,
    size,
    mtimeMs,
    fetch: (to) => copyWhole(path, { size, mtimeMs }, to),
  };
}

/** Copies a file, and says whether it stayed as it was meanwhile: what is imported is exactly what was hashed. */
async function copyWhole(
  path: string,
  before: { size: number; mtimeMs: number },
  to: string,
): Promise<'whole' | 'changing'> {
  if (before.size > LARGEST_FILE_BYTES) throw tooLarge(LARGEST_FILE_BYTES);
  await copyTo(to, createReadStream(path));
  const after = await lstat(path);
  return after.isFile() && after.size === before.size && after.mtimeMs === before.mtimeMs ? 'whole' : 'changing';
}

/** Those that did not move while we waited; the others are being written, and the next look finds them. */
async function settled(files: readonly Candidate[], settleMs: number): Promise<Candidate[]> {
  if (files.length === 0) return [];
  await pause(settleMs);
  const still: Candidate[] = [];
  for (const file of files) {
    const now = await lstat(file.path).catch(() => null);
    if (now?.isFile() && now.size === file.size && now.mtimeMs === file.mtimeMs) still.push(file);
  }
  return still;
}

async function takeFile(desk: Desk, file: Candidate, forbidden: string[]): Promise<void> {
  try {
    await desk.take(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EACCES' || code === 'EPERM') forbidden.push(file.place);
    // Taken away by its owner while we looked: nothing to say.
    else if (code !== 'ENOENT') throw error;
  }
}

async function leaveStray(desk: Desk, stray: { place: string; fileName: string }): Promise<void> {
  const file: FoundFile = { ...stray, mark: 'link', fetch: async () => 'changing' };
  if ((await desk.unknown([file])).length === 0) return;
  await desk.leave(
    file,
    'refused',
    'Ce lien mène hors du dossier surveillé : il n’a pas été suivi. Copiez le fichier dans le dossier.',
  );
}

function troubleOf(forbidden: readonly string[]): SourceTrouble | null {
  if (forbidden.length === 0) return null;
  const more = forbidden.length - 1;
  const others = more > 1 ? ` et ${more} autres` : more === 1 ? ' et un autre' : '';
  return {
    code: 'FileForbidden',
    message: `Acquit n’a pas le droit de lire « ${forbidden[0]} »${others}. Donnez le droit de lecture au compte qui fait tourner Acquit ; le reste a été pris.`,
  };
}

/** True when a name fits a pattern of `*` and `?`, capitals aside; several patterns are separated by semicolons. */
export function matches(name: string, pattern: string | null): boolean {
  if (pattern === null || pattern.trim() === '') return true;
  return pattern.split(';').some((one) => fits(name.toLowerCase(), one.trim().toLowerCase()));
}

/** Walks name and pattern together with one place to come back to: linear in practice, never exponential as a regular expression may be. */
function fits(name: string, pattern: string): boolean {
  let [n, p, star, back] = [0, 0, -1, 0];
  while (n < name.length) {
    if (pattern[p] === '*') {
      star = p;
      back = n;
      p += 1;
    } else if (pattern[p] === '?' || pattern[p] === name[n]) {
      n += 1;
      p += 1;
    } else if (star >= 0) {
      p = star + 1;
      back += 1;
      n = back;
    } else return false;
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}

/** How many files of the folder a look would consider. */
export async function countFiles(settings: SettingsOf<'folder'>): Promise<number> {
  const walk: Walk = { root: await rootOf(settings.path), settings, candidates: [], strays: [], forbidden: [] };
  await walkFolder(walk, walk.root, 0);
  return walk.candidates.length;
}
