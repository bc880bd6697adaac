/**
 * `npm run drills`: the long tests that need processes of their own, one after the other. Arguments go to each drill,
 * for instance `npm run drills -- --seed 42`. Ends with a failure if any drill's verdict is one.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const drills = [
  'drills/kill/main.ts',
  'drills/kill/workers.ts',
  'drills/kill/paid.ts',
  'drills/reading/main.ts',
  'drills/importing/main.ts',
  'drills/truth/main.ts',
  'drills/properties/main.ts',
];
const args = process.argv.slice(2);
const failed = drills.filter((drill) => {
  console.log(`\n== ${drill} ${args.join(' ')}`);
  const run = spawnSync(process.execPath, [join(import.meta.dirname, '..', drill), ...args], { stdio: 'inherit' });
  return run.status !== 0;
});
console.log(`\n${drills.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);
