import { day, explanationToText } from '@acquit/law';
import type { Command } from 'commander';
import { statementsOf } from '../../jobs/index.ts';
import { chosenCompanies, withInstallation } from '../context.ts';
import { dayOption, print, printJson } from '../output.ts';

export function addClaim(program: Command): void {
  program
    .command('claim')
    .description('ce qui est dû sur une facture à un jour donné, avec toute l’explication')
    .argument('<numéro>', 'numéro de la facture')
    .option('--on <date>', 'jour du calcul (aujourd’hui par défaut)')
    .addHelpText('after', '\nExemple :\n  acquit claim F2026-042 --on 2026-11-21')
    .action((number: string, options: { on?: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, json, texts, today } = installation;
        const on = options.on ? dayOption(texts, options.on) : day(today);
        const companies = (await chosenCompanies(installation)).map((one) => one.companyId);
        const statements = await statementsOf(store, tenantId, companies, number, on);
        if (statements.length === 0) {
          process.exitCode = 1;
          const message = texts.claimUnknown(number);
          if (json) printJson({ refusal: { code: 'UnknownClaim', message, facts: { number } } });
          else print(message);
        }
        for (const statement of statements) {
          if (json) printJson(statement);
          else
            print(
              `${statement.number}\n${explanationToText(statement.explanation)}${statement.refusal ? `\n✗ ${statement.refusal.message}` : ''}`,
            );
        }
      }),
    );
}
