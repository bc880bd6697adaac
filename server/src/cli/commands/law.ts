import { createInterface } from 'node:readline';
import { evaluate } from '@acquit/law';
import type { Command } from 'commander';
import { printJson } from '../output.ts';

export function addLaw(program: Command): void {
  program
    .command('law')
    .description('calcule : une question JSON par ligne sur l’entrée, une réponse expliquée par ligne')
    .addHelpText(
      'after',
      '\nExemple :\n  echo \'{"id":1,"rule":"late-penalties","input":{"amountCents":1200000,"dueOn":"2026-04-30","until":"2026-09-20"}}\' | acquit law',
    )
    .action(async () => {
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
        if (line.trim() === '') continue;
        const answer = evaluate(parse(line));
        if ('refusal' in answer && answer.refusal) process.exitCode = 1;
        printJson(answer);
      }
    });
}

/** A line that is not JSON is given to the law as it is: it answers with a refusal that says so. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}
