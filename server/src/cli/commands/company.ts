import type { Command } from 'commander';
import { appendJournal, findCompanyView, switchMode } from '../../store/index.ts';
import { chosenCompanies, oneCompany, withInstallation } from '../context.ts';
import { print, printJson } from '../output.ts';

export function addCompany(program: Command): void {
  const company = program.command('company').description('les sociétés créancières, et leur passage en réel');
  company
    .command('list')
    .description('liste les sociétés')
    .action((_options: unknown, command: Command) =>
      withInstallation(command, async (installation) => {
        for (const one of await chosenCompanies(installation)) {
          if (installation.json) printJson(one);
          else print(`${one.companyId}  ${one.name}`);
        }
      }),
    );
  for (const mode of ['live', 'test'] as const)
    company
      .command(mode)
      .description(
        mode === 'live'
          ? 'passe la société en réel : les messages partiront'
          : 'repasse la société en mode test : rien ne part',
      )
      .addHelpText('after', `\nExemple :\n  acquit company ${mode} --company "Atelier Martin"`)
      .action((_options: unknown, command: Command) =>
        withInstallation(command, async (installation) => {
          const { store, tenantId, today, json, texts } = installation;
          const { companyId, name } = await oneCompany(installation);
          const view = await store.inTenant(tenantId, (tx) => findCompanyView(tx, companyId));
          const missing = mode === 'live' ? (view?.missingForLive ?? []) : [];
          if (missing.length > 0) {
            process.exitCode = 1;
            if (json)
              printJson({ refusal: { code: 'NotReadyForLive', message: texts.notReady(missing), facts: { missing } } });
            else print(texts.notReady(missing));
            return;
          }
          await store.inTenant(tenantId, async (tx) => {
            await switchMode(tx, companyId, mode, today);
            await appendJournal(tx, [
              {
                actor: 'cli',
                action: 'company.mode-changed',
                objectKind: 'company',
                objectId: companyId,
                payload: { mode },
              },
            ]);
          });
          if (json) printJson({ companyId, name, mode });
          else print(texts.mode(name, mode));
        }),
      );
}
