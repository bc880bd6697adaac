import { day } from '@acquit/law';
import type { Command } from 'commander';
import { writeDigest } from '../../jobs/index.ts';
import { publicNames } from '../../public-names.ts';
import { chosenCompanies, withInstallation } from '../context.ts';
import { dayOption, print, printJson } from '../output.ts';

export function addDigest(program: Command): void {
  program
    .command('digest')
    .description('le résumé de la semaine tel qu’il serait écrit, sans l’envoyer')
    .option('--on <date>', 'jour du résumé (aujourd’hui par défaut)')
    .addHelpText('after', '\nExemple :\n  acquit digest --on 2026-11-23')
    .action((options: { on?: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, json, texts } = installation;
        const on = options.on ? dayOption(texts, options.on) : day(installation.today);
        for (const { companyId } of await chosenCompanies(installation)) {
          const written = await store.inTenant(tenantId, (tx) =>
            writeDigest(tx, companyId, { on, reader: '', appUrl: publicNames().publicUrl }),
          );
          if (written === null) continue;
          if (json) printJson({ companyId, ...written.message });
          else print(`${written.message.subject}\n\n${written.message.text}`);
        }
      }),
    );
}
