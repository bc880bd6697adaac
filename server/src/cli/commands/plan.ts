import { day, euros } from '@acquit/law';
import type { Command } from 'commander';
import { planCompany } from '../../jobs/index.ts';
import { chosenCompanies, withInstallation } from '../context.ts';
import { dayOption, numberOption, print, printJson } from '../output.ts';

export function addPlan(program: Command): void {
  program
    .command('plan')
    .description('ce qui partira, quand, à qui et pourquoi, sans le faire')
    .option('--from <date>', 'premier jour (aujourd’hui par défaut)')
    .option('--days <n>', 'nombre de jours', '14')
    .addHelpText('after', '\nExemple :\n  acquit plan --days 7')
    .action((options: { from?: string; days: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, json, texts } = installation;
        const from = options.from ? dayOption(texts, options.from) : day(installation.today);
        const days = numberOption(texts, '--days', options.days, 1, 366);
        for (const { companyId } of await chosenCompanies(installation)) {
          const items = await planCompany(store, { tenantId, companyId, from, days });
          for (const item of items) {
            if (json) printJson(item);
            else
              print(
                `${item.on}  ${item.debtorName} : ${item.stepName}, ${euros(item.totalCents)}${item.recipient ? ` → ${item.recipient}` : ''}. ${item.reasons[0]?.message ?? ''}`,
              );
          }
          if (items.length === 0 && !json) print(texts.nothingPlanned);
        }
      }),
    );
}
