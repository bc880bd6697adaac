/**
 * Finds a Chromium for the browser tests: the one named in CHROMIUM_PATH, a system one, one that a registry package
 * ships, else the Debian package when this process may install it. Never a silent skip: without one, a sentence.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
/** Ships a compressed Chromium inside the package itself, for Linux on x64. */
const packaged = { name: '@sparticuz/chromium', version: '153.0.0' };

function starts(path: string): boolean {
  return (
    spawnSync(path, ['--headless', '--no-sandbox', '--disable-gpu', '--version'], { timeout: 30_000 }).status === 0
  );
}

function fromRegistry(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(root, '.cache', 'chromium');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{"private":true}');
  if (!existsSync(join(folder, 'node_modules', packaged.name))) {
    const npm = spawnSync(
      'npm',
      [
        'install',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        '--save-exact',
        `${packaged.name}@${packaged.version}`,
      ],
      {
        cwd: folder,
        stdio: ['ignore', 2, 2],
      },
    );
    if (npm.status !== 0) return null;
  }
  const script = `const m = await import('@sparticuz/chromium'); process.stdout.write(await m.default.executablePath())`;
  const found = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' });
  const path = found.stdout?.trim();
  return found.status === 0 && path && starts(path) ? path : null;
}

function fromDebian(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    stdio: ['ignore', 2, 2],
    env,
  });
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : null;
}

/** Path of a Chromium that starts; ends the process with a sentence when there is none to be had. */
export function findOrInstallChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  const found = [named, ...systemPlaces].find((path) => path && existsSync(path) && starts(path));
  const path = found ?? fromRegistry() ?? fromDebian();
  if (path) return path;
  console.error(
    'Les tests du navigateur ont besoin de Chromium. Installez-le (Debian, Ubuntu : « sudo apt-get install chromium ») ou donnez son chemin dans CHROMIUM_PATH, puis relancez « npm test ».',
  );
  process.exit(3);
}
