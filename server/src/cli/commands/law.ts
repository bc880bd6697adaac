import { pipeline } from 'node:stream/promises';
import { type Evaluation, evaluate } from '@acquit/law';
import { typeset } from '@acquit/recovery';
import type { Command } from 'commander';
import { type Line, linesOf } from '../lines.ts';
import { SOME_REFUSED } from '../program.ts';

/** A question is a few facts; a line longer than this is another kind of file. */
const MOST_CHARACTERS = 1_048_576;

export function addLaw(program: Command): void {
  program
    .command('law')
    .description('calcule : une question JSON par ligne sur l’entrée, une réponse expliquée par ligne')
    .addHelpText(
      'after',
      '\nExemple :\n  echo \'{"id":1,"rule":"late-penalties","input":{"amountCents":1200000,"dueOn":"2026-04-30","until":"2026-09-20"}}\' | acquit law',
    )
    .action(async () => {
      try {
        await pipeline(process.stdin.setEncoding('utf8'), answers, process.stdout, { end: false });
      } catch (error) {
        // The reader has had enough (`| head`): what it asked for is done.
        if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
      }
    });
}

/** The answers as text, a piece for each piece of input, so that a slow reader slows the reading down. */
async function* answers(input: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const lines of linesOf(input, MOST_CHARACTERS)) {
    const text = lines.map(written).join('');
    if (text !== '') yield text;
  }
}

/** The answer of one line as one line; an empty line asks nothing. */
function written(line: Line): string {
  if (line.text?.trim() === '') return '';
  const answer = answerOf(line);
  if ('refusal' in answer) process.exitCode = SOME_REFUSED;
  try {
    return `${JSON.stringify(answer)}\n`;
  } catch {
    // Only the identifier is given back as it came, and it can be nested deeper than text can be made of it.
    process.exitCode = SOME_REFUSED;
    return `${JSON.stringify(unreadable(line, 'porte un id trop imbriqué : donnez un nombre ou un texte'))}\n`;
  }
}

function answerOf(line: Line): Evaluation {
  if (line.text === null) {
    return unreadable(line, `dépasse ${MOST_CHARACTERS} caractères : donnez une question par ligne`);
  }
  let question: unknown;
  try {
    // Some editors of files put a mark of byte order before the first line.
    question = JSON.parse(line.text.replace(/^\ufeff/, ''));
  } catch {
    return unreadable(line, 'n’est pas du JSON : écrivez un objet avec les champs id, rule et input');
  }
  const answer = evaluate(question);
  if (!('refusal' in answer) || answer.refusal.code !== 'InvalidLine') return answer;
  const facts = { ...answer.refusal.facts, line: line.number };
  return { id: null, refusal: { ...answer.refusal, facts } };
}

function unreadable({ number }: Line, what: string): Evaluation {
  const message = typeset(`La ligne ${number} ${what}.`);
  return { id: null, refusal: { code: 'InvalidLine', message, facts: { line: number } } };
}
