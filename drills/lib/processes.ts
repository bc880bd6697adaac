import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A process under test: what it said, and how it ended. */
export interface Running {
  child: ChildProcess;
  /** Its first line on standard output. */
  firstLine: Promise<string>;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

/** Starts a script on the Node that runs this one. Its errors go to ours, so that nothing fails unseen. */
export function startProcess(script: URL, args: string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [script.pathname, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const lines = createInterface({ input: child.stdout! });
  const firstLine = Promise.race([
    once(lines, 'line').then(([line]) => line as string),
    ended.then((how) => Promise.reject(new Error(`${script.pathname} ended (${how}) before it said anything`))),
  ]);
  // A process killed before its first line is not an error of the drill unless somebody waits for the line.
  firstLine.catch(() => {});
  return { child, firstLine, ended };
}

/** Ends a process as a power cut would: nothing of it runs any more once this resolves. */
export async function killHard({ child, ended }: Running): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}
