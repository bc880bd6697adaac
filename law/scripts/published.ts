/**
 * The shape in which `@acquit/law` leaves the house: plain ES modules with their types, the README and the licence. Inside
 * the house the workspace runs the sources; outside nobody should need a loader for them.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const law = join(import.meta.dirname, '..');
const tsc = join(law, '..', 'node_modules', 'typescript', 'bin', 'tsc');

/** The oldest Node that the published modules are tried on. */
const ENGINES = { node: '>=20' };

export interface Published {
  /** The archive, as a registry would serve it. */
  readonly tarball: string;
  readonly modules: number;
  /** Sizes in bytes: the archive, the modules as they are, the modules compressed as a server would send them. */
  readonly tarballBytes: number;
  readonly moduleBytes: number;
  readonly compressedBytes: number;
}

/** The package.json of the archive: that of the workspace, with its door on what was built. */
function publishedManifest(): string {
  const { exports: _, ...manifest } = JSON.parse(readFileSync(join(law, 'package.json'), 'utf8'));
  const door = { types: './dist/index.d.ts', default: './dist/index.js' };
  return `${JSON.stringify({ ...manifest, engines: ENGINES, exports: { '.': door }, files: ['dist', 'src'] }, null, 2)}\n`;
}

/** Declarations keep the names of the sources in their imports; other compilers look for the built names. */
function nameBuiltModules(declaration: string): void {
  const text = readFileSync(declaration, 'utf8');
  writeFileSync(declaration, text.replace(/(from '|import\(")(\.[^'"]+)\.ts(['"])/g, '$1$2.js$3'));
}

function run(command: string, args: readonly string[], cwd: string): string {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

/** Builds the package in `folder/package` and its archive in `folder`. Throws what the compiler said when it refuses. */
export function publishLaw(folder: string): Published {
  const place = join(folder, 'package');
  const dist = join(place, 'dist');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  run(process.execPath, [tsc, '-p', join(law, 'tsconfig.pack.json'), '--outDir', dist], law);
  for (const path of globSync('**/*.d.ts', { cwd: dist })) nameBuiltModules(join(dist, path));
  // The pages of law travel with the code, where the README links them.
  const pages = globSync('src/*/{law.md,examples*.yaml}', { cwd: law });
  for (const file of ['README.md', 'LICENSE', ...pages]) cpSync(join(law, file), join(place, file));
  writeFileSync(join(place, 'package.json'), publishedManifest());
  const name = run('npm', ['pack', '--silent', '--pack-destination', folder], place).trim().split('\n').at(-1)!;
  const modules = globSync('**/*.js', { cwd: dist }).map((path) => readFileSync(join(dist, path)));
  const whole = Buffer.concat(modules);
  return {
    tarball: join(folder, name),
    modules: modules.length,
    tarballBytes: statSync(join(folder, name)).size,
    moduleBytes: whole.length,
    compressedBytes: gzipSync(whole).length,
  };
}
