/** `npm run law:coverage`: runs the tests of the law with `coverage.config.ts` beside; fails below what it asks. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const config = join(import.meta.dirname, 'coverage.config.ts');
const options = ['run', '--config', config, '--root', root, '--reporter=dot', ...process.argv.slice(2)];
const run = spawnSync(process.execPath, [vitest, ...options], { cwd: root, stdio: 'inherit' });
process.exit(run.status ?? 1);
