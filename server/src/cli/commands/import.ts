import type { Command } from 'commander';
import { openReaders, type ReadResult } from '../../intake/index.ts';
import { type ImportOutcome, importPaths } from '../../jobs/index.ts';
import { chosenCompanies, type Installation, withInstallation } from '../context.ts';
import { describeRead } from '../describe.ts';
import { print, printJson, progress } from '../output.ts';

export function addImport(program: Command): void {
  program
    .command('import')
    .description('lit et enregistre factures, relevés, comptabilité et balances ; rien n’est jamais pris deux fois')
    .argument('<fichiers...>', 'factures, relevés bancaires, FEC, balances, statuts de factures électroniques')
    .option('--dry-run', 'montre ce qui serait enregistré, sans rien enregistrer')
    .addHelpText(
      'after',
      '\nExemples :\n  acquit import factures/*.pdf\n  acquit import releve.xml 123456782FEC20261231.txt\n  acquit import --dry-run balance.csv\n  acquit import --company 123456782 balance.xlsx',
    )
    .action((files: string[], options: { dryRun?: boolean }, command: Command) =>
      withInstallation(command, async (installation) => {
        const companyId = installation.company ? ((await chosenCompanies(installation))[0]?.companyId ?? null) : null;
        const readers = openReaders();
        const bar = progress('Lecture', files.length);
        const order = {
          tenantId: installation.tenantId,
          companyId,
          actor: 'cli',
          today: installation.today,
          dryRun: options.dryRun ?? false,
        };
        try {
          await importPaths(installation.store, readers, order, files, {
            onRead: () => bar.step(),
            onDone: (outcome, read) => report(installation, outcome, read),
          });
        } finally {
          bar.end();
          await readers.close();
        }
        if (options.dryRun && !installation.json) print(installation.texts.dryRun);
      }),
    );
}

/** `set-aside` is our own finer word: to the contract a file that is not ours is refused, with its reason. */
function report({ json, texts }: Installation, outcome: ImportOutcome, read: ReadResult | undefined): void {
  const status = outcome.status === 'set-aside' ? 'refused' : outcome.status;
  if (outcome.refusals.length > 0) process.exitCode = 1;
  if (json) {
    printJson({
      file: outcome.file,
      format: outcome.format,
      status,
      created: createdOf(outcome),
      doubts: outcome.doubts,
      refusals: outcome.refusals,
      companyId: outcome.companyId,
    });
    return;
  }
  if (outcome.proposedCompany) print(texts.companyCreated(outcome.proposedCompany.name));
  const changes = Object.entries(texts.changes)
    .map(([kind, told]) => ({ count: outcome.changes[kind as keyof typeof texts.changes], told }))
    .flatMap(({ count, told }) => (count > 0 ? [told(count)] : []))
    .join(', ');
  print(`${outcome.file} : ${texts.importStatus[status]}${changes === '' ? '' : ` (${changes})`}`);
  if (read?.ledger) for (const line of describeRead(read).slice(1, 3)) print(line);
  for (const refusal of outcome.refusals) print(`  ✗ ${refusal.message}`);
  for (const doubt of outcome.doubts.slice(0, 20)) print(`  ? ${doubt.message}`);
}

/** What a file made (contract §2), then what else it changed; a count of nothing is left out. */
function createdOf({ changes }: ImportOutcome): Record<string, number> {
  const { companies, debtors, newClaims: claims, newCreditNotes: creditNotes, conflicts: _, ...others } = changes;
  return {
    companies,
    debtors,
    claims,
    creditNotes,
    ...Object.fromEntries(Object.entries(others).filter(([, n]) => n > 0)),
  };
}
