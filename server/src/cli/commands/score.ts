import { day } from '@acquit/law';
import { scoreReport } from '@acquit/recovery';
import type { Command } from 'commander';
import { checkScore } from '../../jobs/index.ts';
import { chosenCompanies, UsageError, withInstallation } from '../context.ts';
import { numberOption, print, printJson } from '../output.ts';
import { amicableTexts } from '../texts-amicable.ts';

export function addScore(program: Command): void {
  program
    .command('score')
    .description('mesure les dates de paiement prévues sur vos propres factures passées')
    .option('--check', 'prévoit à nouveau chaque facture échue et compare avec ce qui est arrivé')
    .option('--months <n>', 'nombre de mois mesurés', '12')
    .addHelpText('after', '\nExemple :\n  acquit score --check --months 6')
    .action((options: { check?: boolean; months: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, today, json, texts, lang } = installation;
        if (!options.check) throw new UsageError(texts.scoreNeedsCheck);
        const months = numberOption(texts, '--months', options.months, 1, 36);
        for (const { companyId, name } of await chosenCompanies(installation)) {
          const measure = await checkScore(store, { tenantId, companyId, on: day(today), months });
          if (json) printJson({ company: name, companyId, ...measure });
          else for (const line of [amicableTexts[lang].company(name), ...scoreReport(measure)]) print(line);
        }
      }),
    );
}
