import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** One source file of the house, as the guards see it. */
export interface Source {
  /** From the root, with forward slashes. */
  path: string;
  text: string;
}

/** A complaint of a guard: where, and what to do instead. */
export interface Complaint {
  path: string;
  line: number;
  message: string;
}

/** Files as git lists them; null in a copy without its history. A clone that belongs to another account is read all the same. */
export function gitFiles(...options: string[]): string[] | null {
  const { status, stdout } = spawnSync('git', ['-c', `safe.directory=${root}`, 'ls-files', ...options], {
    cwd: root,
    encoding: 'utf8',
  });
  return status === 0 ? stdout.split('\n') : null;
}

/** Files of a copy without its history, but for the folders that git would not keep. */
function copiedFiles(): string[] {
  const left = new Set(['.git', ...readFileSync(join(root, '.gitignore'), 'utf8').split(/\/?\n/)]);
  const filesOf = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter(({ name }) => !left.has(name))
      .flatMap((entry) => {
        const path = `${folder}${entry.name}`;
        if (entry.isDirectory()) return filesOf(`${path}/`);
        return entry.isFile() ? [path] : [];
      });
  return filesOf('');
}

/** Every source file git knows or would add, without what is generated. */
export function sources(): Source[] {
  return (gitFiles('--cached', '--others', '--exclude-standard') ?? copiedFiles())
    .filter((path) => /\.(ts|tsx|mjs|sql|css|typ)$/.test(path) && !path.includes('generated'))
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(join(root, path), 'utf8') }];
      } catch {
        // Listed by git but deleted in the working tree.
        return [];
      }
    });
}

export const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) || path.startsWith('web/tests/') || path.includes('/testing/');

/** Line number, from 1, of an offset. */
export const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

/** The code of a file without its comments, each replaced by blanks so that offsets and lines stay. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|[^:'"`\\])\/\/[^\n]*/g, (match) => match.replace(/[^\n]/g, ' '));
}
