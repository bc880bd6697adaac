import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, '..', '..', 'bin', 'acquit.mjs');

/** Starts the command as a user does, on a home; what it says is the caller's to read. */
export function acquit(home: string, ...args: string[]): ChildProcess {
  // The test runner's own settings must not reach the product.
  const { DATABASE_URL: _, NODE_ENV: __, VITEST: ___, ...env } = process.env;
  return spawn(process.execPath, [program, ...args, '--home', home], {
    env: { ...env, ACQUIT_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What a command says, on either stream, up to now. */
export function listen(child: ChildProcess, hear: () => void = () => undefined): () => string {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk;
      hear();
    });
  return () => said;
}
