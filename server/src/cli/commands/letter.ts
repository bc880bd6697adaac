import { writeFileSync } from 'node:fs';
import { day } from '@acquit/law';
import type { Command } from 'commander';
import { findCases, letterOf } from '../../jobs/index.ts';
import { chosenCompanies, UsageError, withInstallation } from '../context.ts';
import { dayOption, print, printJson } from '../output.ts';

export function addLetter(program: Command): void {
  program
    .command('letter')
    .description('compose la lettre d’une étape, en PDF')
    .argument('<dossier>', 'identifiant du dossier, nom du client ou numéro d’une facture')
    .argument('<étape>', 'étape du scénario, par exemple mise-en-demeure')
    .requiredOption('-o, --output <fichier>', 'fichier PDF à écrire')
    .option('--on <date>', 'jour de la lettre (aujourd’hui par défaut)')
    .addHelpText('after', '\nExemple :\n  acquit letter F2026-042 mise-en-demeure -o lettre.pdf')
    .action((wanted: string, step: string, options: { output: string; on?: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, json, texts, today } = installation;
        const on = options.on ? dayOption(texts, options.on) : day(today);
        const companies = (await chosenCompanies(installation)).map((one) => one.companyId);
        const found = await findCases(store, tenantId, companies, wanted);
        const [only] = found;
        if (!only) throw new UsageError(texts.caseUnknown(wanted));
        if (found.length > 1)
          throw new UsageError(
            texts.caseAmbiguous(
              wanted,
              found.map((one) => `${one.caseId}  ${one.debtorName}`),
            ),
          );
        const letter = await letterOf(store, tenantId, only.caseId, step, on);
        if ('steps' in letter) throw new UsageError(texts.stepUnknown(step, letter.steps));
        if ('refusal' in letter) {
          process.exitCode = 1;
          if (json) printJson(letter);
          else print(letter.refusal.message);
          return;
        }
        writeFileSync(options.output, letter.pdf);
        if (json) printJson({ file: options.output, bytes: letter.pdf.byteLength });
        else print(texts.written(options.output));
      }),
    );
}
