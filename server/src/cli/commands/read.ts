import type { Command } from 'commander';
import { openReaders, type ReadResult } from '../../intake/index.ts';
import { globalsOf } from '../context.ts';
import { describeRead } from '../describe.ts';
import { lifecycleDocument } from '../lifecycle-document.ts';
import { print, printJson, progress } from '../output.ts';
import { isLarge, readLarge } from '../read-large.ts';

export function addRead(program: Command): void {
  program
    .command('read')
    .description('lit des fichiers sans base de données et montre ce qu’ils contiennent')
    .argument('<fichiers...>', 'factures, relevés bancaires, FEC, balances, statuts de factures électroniques')
    .addHelpText(
      'after',
      '\nExemples :\n  acquit read facture.pdf\n  acquit read --json factures/*.pdf | jq .document.number',
    )
    .action(async (files: string[], _options: unknown, command: Command) => {
      const { json } = globalsOf(command);
      const readers = openReaders();
      const bar = progress('Lecture', files.length);
      try {
        for (const file of files) {
          // A file of a gigabyte is printed as it is read: neither this process nor the reading one ever holds it.
          const large = isLarge(file);
          const read = large ? await readLarge(readers, file, json) : await readers.read(file);
          bar.step();
          if (read.status === 'refused') process.exitCode = 1;
          if (!json) for (const line of describeRead(read)) print(line);
          else if (!large) printJson(contractOf(read));
        }
      } finally {
        bar.end();
        await readers.close();
      }
    });
}

/** The names of the contract (§4): an accounting book is a `ledger` there, a lifecycle message a `document`. */
function contractOf({ book, lifecycle, ...read }: ReadResult) {
  return {
    ...read,
    ...(book ? { ledger: book } : {}),
    ...(lifecycle ? { document: lifecycleDocument(lifecycle) } : {}),
  };
}
