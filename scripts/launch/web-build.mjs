import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exclusively, fail, pinnedNode, root } from './pinned.mjs';

const marker = join(root, 'web', 'dist', '.built-from');

/** Hash of every source the bundle is made from, so that the app served is always the app of this checkout. */
function sourceHash() {
  const hash = createHash('sha256');
  const visit = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else hash.update(path).update(readFileSync(join(root, path)));
    }
  };
  for (const folder of ['web/src', 'web/public', 'recovery/src', 'law/src'])
    if (existsSync(join(root, folder))) visit(folder);
  for (const file of ['web/index.html', 'web/vite.config.ts', 'package-lock.json'])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Builds the browser app when its sources changed since the last build. */
export function ensureWebBuilt() {
  const wanted = sourceHash();
  const isBuilt = () => existsSync(marker) && readFileSync(marker, 'utf8') === wanted;
  if (isBuilt()) return;
  exclusively('web-build', () => {
    if (isBuilt()) return;
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const done = spawnSync(pinnedNode(), [vite, 'build', '--logLevel', 'error'], {
      cwd: join(root, 'web'),
      stdio: ['ignore', 2, 2],
    });
    if (done.status !== 0) fail('La construction de l’application a échoué : le message ci-dessus dit pourquoi.');
    writeFileSync(marker, wanted);
  });
}
