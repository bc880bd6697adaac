import type { SourceView } from '@acquit/recovery';
import type { Command } from 'commander';
import { openReaders } from '../../intake/index.ts';
import { checkSource } from '../../jobs/index.ts';
import { findSourceView, listSourceViews } from '../../store/index.ts';
import { chosenCompanies, type Installation, withInstallation } from '../context.ts';
import { print, printJson } from '../output.ts';

export function addSources(program: Command): void {
  const sources = program
    .command('sources')
    .description('les sources surveillées (dossier, boîte aux lettres, SFTP, envoi par programme) et leur état')
    .addHelpText('after', '\nExemples :\n  acquit sources\n  acquit sources check --json')
    .action((_options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        for (const source of await sourcesOf(installation)) report(installation, source);
      }),
    );
  sources
    .command('check')
    .description('relève les sources maintenant')
    .argument('[source]', 'identifiant ou nom d’une source ; toutes si absent')
    .action((wanted: string | undefined, _options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, today } = installation;
        const readers = openReaders();
        try {
          for (const source of await sourcesOf(installation)) {
            const isWanted = wanted === undefined || source.sourceId === wanted || source.name === wanted;
            if (!isWanted || !source.active || source.kind === 'push') continue;
            await checkSource({ store, readers, today }, tenantId, source.sourceId);
            const after = await store.inTenant(tenantId, (tx) => findSourceView(tx, source.sourceId));
            if (after) report(installation, after);
            if (after?.trouble) process.exitCode = 1;
          }
        } finally {
          await readers.close();
        }
      }),
    );
}

async function sourcesOf(installation: Installation): Promise<SourceView[]> {
  const { store, tenantId } = installation;
  const companies = await chosenCompanies(installation);
  const lists: SourceView[][] = [];
  for (const { companyId } of companies)
    lists.push(await store.inTenant(tenantId, (tx) => listSourceViews(tx, companyId)));
  return lists.flat();
}

const STATES: Record<SourceView['state'], string> = {
  'never-checked': 'jamais relevée',
  well: 'en ordre',
  late: 'en retard',
  failing: 'en panne',
  paused: 'en pause',
};

function report({ json }: Installation, source: SourceView): void {
  if (json) {
    printJson(source);
    return;
  }
  const { imported, duplicate, refused, setAside } = source.recent;
  print(
    `${source.name} (${source.kind}) : ${STATES[source.state]} ; 30 jours : ${imported} importé(s), ${duplicate} déjà connu(s), ${refused} refusé(s), ${setAside} mis de côté.`,
  );
  if (source.trouble) print(`  ✗ ${source.trouble.message}`);
}
