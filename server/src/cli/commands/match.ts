import type { Command } from 'commander';
import { rematchWaiting } from '../../jobs/index.ts';
import { chosenCompanies, withInstallation } from '../context.ts';
import { print, printJson } from '../output.ts';

/** A whole statement of a large company is matched in one transaction. */
const TIMEOUT_MS = 300_000;

export function addMatch(program: Command): void {
  program
    .command('match')
    .description('rapproche les lignes de banque en attente : applique ce qui est sûr, propose le reste')
    .addHelpText('after', '\nExemple :\n  acquit match --json')
    .action((_options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, today, json, texts } = installation;
        for (const { companyId, name } of await chosenCompanies(installation)) {
          const counts = await store.inTenant(
            tenantId,
            (tx) => rematchWaiting(tx, companyId, { today, actor: 'cli' }),
            { timeoutMs: TIMEOUT_MS },
          );
          if (json) printJson({ company: name, companyId, ...counts });
          else print(texts.matched(name, counts));
        }
      }),
    );
}
