import type { Command } from 'commander';
import { explainProblem, verifyJournal } from '../../store/index.ts';
import { withInstallation } from '../context.ts';
import { print, printJson } from '../output.ts';

export function addJournal(program: Command): void {
  const journal = program.command('journal').description('le journal, enchaîné par empreintes');
  journal
    .command('verify')
    .description('vérifie la chaîne et ses ancrages')
    .addHelpText('after', '\nExemple :\n  acquit journal verify --json')
    .action((_options: unknown, command: Command) =>
      withInstallation(command, async ({ store, tenantId, json, texts }) => {
        const verdict = await verifyJournal(store, tenantId);
        if (!verdict.valid) process.exitCode = 1;
        if (json) printJson(verdict);
        else
          print(
            verdict.valid
              ? texts.journalValid(verdict.entries)
              : texts.journalBroken(verdict.problem ? explainProblem(verdict.problem) : ''),
          );
      }),
    );
}
