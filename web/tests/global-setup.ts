import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { systemClock } from '../../server/src/clock.ts';
import { acquit, listen } from './command.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    demo: {
      /** The day that its story ends on. */
      day: number;
      /** The home, once it is whole. */
      made: string;
      /** A file with what the command said, when it could not be made. */
      failed: string;
    };
  }
}

/**
 * Begins a home in which the demonstration is loaded, which the files that need one copy. To live through its eighteen
 * months takes longer than most of them: it is done once, while the tests of other rooms run. It goes with the run.
 */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'acquit-demo-'));
  const [draft, made, failed] = [join(folder, 'draft'), join(folder, 'made'), join(folder, 'failed')];
  project.provide('demo', { day: systemClock().today(), made, failed });
  mkdirSync(draft, { mode: 0o700 });
  const child = acquit(draft, 'demo');
  const said = listen(child);
  const over = once(child, 'exit').then(([code]) => {
    if (code === 0) renameSync(draft, made);
    else writeFileSync(failed, `acquit demo ended with ${code}:\n${said()}`);
  });
  return async () => {
    // A run of a few files may be over before.
    if (child.exitCode === null) child.kill('SIGTERM');
    await over;
    rmSync(folder, { recursive: true, force: true });
  };
}
