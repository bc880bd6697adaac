import { typeset } from '@acquit/recovery';
import { runProgram } from './program.ts';
import { texts } from './texts.ts';

// The entry of the command line. A bug ends here as one sentence; its stack is shown to those who ask for it.
try {
  process.exitCode = await runProgram(process.argv.slice(2));
} catch (error) {
  const detail = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${typeset(texts.fr.bug(detail))}\n`);
  if (process.env.ACQUIT_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = 70;
}
