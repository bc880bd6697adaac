import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { openReaders } from '../../intake/index.ts';
import { type FileToImport, type ImportOutcome, importFiles, mediaTypeOf } from '../../jobs/index.ts';
import { chosenCompanies, type Installation, withInstallation } from '../context.ts';
import { describeRead } from '../describe.ts';
import { print, printJson, progress } from '../output.ts';

/** Refusals of a path rather than of a content: there is nothing to keep as evidence. */
const withoutBytes = new Set<string>(['FileNotFound', 'NotAFile', 'UnreadableFile', 'FileTooLarge']);

/** Files read and imported together: bounds memory while the seller seen most often can still be found. */
const FILES_AT_ONCE = 200;

export function addImport(program: Command): void {
  program
    .command('import')
    .description('lit et enregistre des factures ou une balance ; le même fichier n’est jamais pris deux fois')
    .argument('<fichiers...>', 'factures (Factur-X, CII, UBL) ou balances (CSV, XLSX)')
    .option('--dry-run', 'montre ce qui serait enregistré, sans rien enregistrer')
    .addHelpText(
      'after',
      '\nExemples :\n  acquit import factures/*.pdf\n  acquit import --dry-run balance.csv\n  acquit import --company 123456782 balance.xlsx',
    )
    .action((files: string[], options: { dryRun?: boolean }, command: Command) =>
      withInstallation(command, async (installation) => {
        const companyId = installation.company ? ((await chosenCompanies(installation))[0]?.companyId ?? null) : null;
        const readers = openReaders();
        try {
          for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
            const chunk: FileToImport[] = [];
            const bar = progress('Lecture', files.length);
            for (const file of files.slice(at, at + FILES_AT_ONCE)) {
              const read = await readers.read(file);
              chunk.push({
                name: basename(file),
                bytes: withoutBytes.has(read.refusal?.code ?? '') ? new Uint8Array() : readFileSync(file),
                mediaType: mediaTypeOf(file, read.format),
                read,
              });
              bar.step();
            }
            bar.end();
            const order = {
              tenantId: installation.tenantId,
              companyId,
              actor: 'cli',
              today: installation.today,
              dryRun: options.dryRun ?? false,
            };
            const outcomes = await importFiles(installation.store, order, chunk);
            outcomes.forEach((outcome, index) => {
              report(installation, outcome, chunk[index] as FileToImport);
            });
          }
        } finally {
          await readers.close();
        }
        if (options.dryRun && !installation.json) print(installation.texts.dryRun);
      }),
    );
}

/** `set-aside` is our own finer word: to the contract a file that is not ours is refused, with its reason. */
function report({ json, texts }: Installation, outcome: ImportOutcome, file: FileToImport): void {
  const status = outcome.status === 'set-aside' ? 'refused' : outcome.status;
  if (outcome.refusals.length > 0) process.exitCode = 1;
  if (json) {
    printJson({
      file: outcome.file,
      format: outcome.format,
      status,
      created: outcome.created,
      doubts: outcome.doubts,
      refusals: outcome.refusals,
      companyId: outcome.companyId,
    });
    return;
  }
  if (outcome.proposedCompany) print(texts.companyCreated(outcome.proposedCompany.name));
  const { claims, creditNotes, debtors } = outcome.created;
  print(
    `${outcome.file} : ${texts.importStatus[status]}${claims + creditNotes > 0 ? ` (${texts.created(claims, creditNotes, debtors)})` : ''}`,
  );
  if (file.read.ledger) for (const line of describeRead(file.read).slice(1, 3)) print(line);
  for (const refusal of outcome.refusals) print(`  ✗ ${refusal.message}`);
  for (const doubt of outcome.doubts.slice(0, 20)) print(`  ? ${doubt.message}`);
}
