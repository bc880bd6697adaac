import { day, euros } from '@acquit/law';
import type { PlanItem } from '@acquit/recovery';
import type { Command } from 'commander';
import { planCompany } from '../../jobs/index.ts';
import { chosenCompanies, withInstallation } from '../context.ts';
import { dayOption, numberOption, print, printJson } from '../output.ts';
import type { Lang } from '../texts.ts';
import { amicableTexts } from '../texts-amicable.ts';

export function addPlan(program: Command): void {
  program
    .command('plan')
    .description('ce qui partira, quand, à qui et pourquoi, sans le faire')
    .option('--from <date>', 'premier jour (aujourd’hui par défaut)')
    .option('--days <n>', 'nombre de jours', '14')
    .addHelpText('after', '\nExemple :\n  acquit plan --days 7')
    .action((options: { from?: string; days: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, json, texts, lang } = installation;
        const from = options.from ? dayOption(texts, options.from) : day(installation.today);
        const days = numberOption(texts, '--days', options.days, 1, 366);
        for (const { companyId } of await chosenCompanies(installation)) {
          const items = await planCompany(store, { tenantId, companyId, from, days });
          let shown: string | null = null;
          for (const item of items) {
            if (json) {
              printJson(item);
              continue;
            }
            if (item.on !== shown) print(totalOf(items, item.on, lang));
            shown = item.on;
            print(
              `  ${item.debtorName} : ${item.stepName}, ${euros(item.totalCents)}${item.recipient ? ` → ${item.recipient}` : ''}. ${item.reasons[0]?.message ?? ''}`,
            );
          }
          if (items.length === 0 && !json) print(texts.nothingPlanned);
        }
      }),
    );
}

/** A day in one line: its acts and what they ask for; a letter and its e-mail ask for the same money, which counts once. */
function totalOf(items: readonly PlanItem[], on: string, lang: Lang): string {
  const ofDay = items.filter((item) => item.on === on);
  const asked = new Map(ofDay.map((item) => [`${item.caseId} ${item.stepName}`, item.totalCents]));
  const cents = [...asked.values()].reduce((sum, one) => sum + one, 0);
  return amicableTexts[lang].dayTotal(on, ofDay.length, cents);
}
