import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { COMPILED } from './compiled.ts';

/** A line that `store-process.ts` said. */
export interface Said {
  readonly ready?: boolean;
  readonly found?: 'nothing' | 'stopped' | 'running';
  readonly postmasterPid?: number;
  readonly fsync?: string;
  readonly role?: string;
  readonly uid?: number;
  readonly acknowledged?: number;
  readonly rows?: number;
  readonly closed?: boolean;
  readonly refused?: string;
  readonly message?: string;
}

export interface Child {
  readonly pid: number;
  readonly process: ChildProcess;
  /** What it said so far. */
  readonly said: readonly Said[];
  /** What it wrote on standard error. */
  errors(): string;
  ask(word: 'insert' | 'count' | 'close'): void;
  /** Waits for a line; fails when the child ends without saying it. */
  until(wanted: (line: Said) => boolean): Promise<Said>;
  /** Waits for its end; gives the exit code, or the signal. */
  end(): Promise<number | string>;
}

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Starts `store-process.ts` (found under `root`, the repository or a copy of it) on a home, as the given account. */
export function startChild(root: string, home: string, options: ChildOptions = {}): Child {
  const script = `${root}/server/src/testing/store-process.ts`;
  const [program, ...before] = options.under ?? [];
  const node = options.node ?? process.execPath;
  const args = program ? [...before, node, script, home] : [script, home];
  const child = spawn(program ?? node, args, {
    cwd: root,
    detached: options.group ?? false,
    // Another account may neither read nor write what is ours.
    env: { PATH: process.env.PATH ?? '', HOME: home, ...(options.account ? {} : COMPILED) },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...options.account,
  });
  const said: Said[] = [];
  let errors = '';
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const look of waiting) look();
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(JSON.parse(line) as Said);
    wake();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? ''));
  });
  let over = false;
  void ended.then(() => {
    over = true;
    wake();
  });
  return {
    pid: child.pid ?? 0,
    process: child,
    said,
    errors: () => errors,
    ask: (word) => child.stdin.write(`${word}\n`),
    until: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const line = said.find(wanted);
          if (line === undefined && !over) return;
          waiting.delete(look);
          if (line) resolve(line);
          else reject(new Error(`The child ended without saying it: ${JSON.stringify(said)} ${errors}`));
        };
        waiting.add(look);
        look();
      }),
    end: () => ended,
  };
}

export interface ChildOptions {
  readonly account?: Account | undefined;
  /** Another node than this one: a copy that the account can reach. */
  readonly node?: string | undefined;
  /** A program that starts it, with its first arguments. */
  readonly under?: readonly string[];
  /** In a process group of its own, as a shell would start it. */
  readonly group?: boolean;
}
