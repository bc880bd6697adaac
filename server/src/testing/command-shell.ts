import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What a command line gave: its exit code, and what it printed on either stream. */
export interface Printed {
  code: number;
  out: string;
  errors: string;
}

export interface CommandShell {
  run(args: readonly string[]): Promise<Printed>;
  close(): Promise<void>;
}

const SHELL = `
import { createInterface } from 'node:readline';
import { runProgram } from ${JSON.stringify(new URL('../cli/program.ts', import.meta.url).href)};
const say = process.stdout.write.bind(process.stdout);
for await (const line of createInterface({ input: process.stdin })) {
  const printed = { code: 70, out: '', errors: '' };
  process.stdout.write = (part) => { printed.out += part; return true; };
  process.stderr.write = (part) => { printed.errors += part; return true; };
  try { printed.code = await runProgram(JSON.parse(line)); } catch (error) { printed.errors += error.stack; }
  say(JSON.stringify(printed) + '\\n');
}
process.exitCode = 0;`;

/**
 * A process that runs one command line after another as the program does: starting one for each takes most of its time.
 * For the words, figures and codes of a command; that it is a process of its own is for a few real ones to show.
 */
export function startCommandShell(cwd: string, env: NodeJS.ProcessEnv): CommandShell {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SHELL], {
    cwd,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(args) {
      child.stdin.write(`${JSON.stringify(args)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`The process ended at: ${args.join(' ')}`);
      return JSON.parse(value) as Printed;
    },
    close() {
      const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
      child.stdin.end();
      return closed;
    },
  };
}
