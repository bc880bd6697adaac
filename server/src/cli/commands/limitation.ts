import { day, euros, frenchDate } from '@acquit/law';
import { fr } from '@acquit/recovery';
import type { Command } from 'commander';
import { refreshCompanyLimitations } from '../../jobs/index.ts';
import { type LimitationFilter, listLimitations } from '../../store/index.ts';
import { chosenCompanies, withInstallation } from '../context.ts';
import { print, printJson } from '../output.ts';
import { inTenant, oneOf } from './commitment-tools.ts';

/** `acquit limitation`: until when each claim may be sued for, soonest first. */
export function addLimitation(program: Command): void {
  program
    .command('limitation')
    .description('le radar de prescription : le dernier jour pour agir de chaque facture')
    .option('--within <jours>', '15, 60, 180, expired ou all', '180')
    .addHelpText('after', '\nExemples :\n  acquit limitation --within 60\n  acquit limitation --within expired --json')
    .action((options: { within: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const filter: LimitationFilter = oneOf(['15', '60', '180', 'expired', 'all'] as const, options.within);
        const on = day(installation.today);
        for (const { companyId } of await chosenCompanies(installation)) {
          await refreshCompanyLimitations(installation.store, { tenantId: installation.tenantId, companyId, on });
          let cursor: string | undefined;
          do {
            const { page } = await inTenant(installation, (tx) =>
              listLimitations(tx, companyId, { filter, on, cursor }),
            );
            for (const row of page.items) {
              if (installation.json) {
                printJson(row);
                continue;
              }
              const end =
                row.blocked?.message ??
                (row.expiresOn === null
                  ? fr`tenue ouverte (sinon ${frenchDate(day(row.fallbackOn!))})`
                  : frenchDate(day(row.expiresOn)));
              const doubt = row.missing.length === 0 ? '' : fr` ; à préciser : ${row.missing.join(', ')}`;
              print(
                fr`${end}  ${row.debtorName}, facture ${row.number}, ${euros(row.openCents)}${row.article === null ? '' : ` (${row.article})`}${doubt}`,
              );
            }
            cursor = page.nextCursor ?? undefined;
          } while (cursor !== undefined);
        }
      }),
    );
}
