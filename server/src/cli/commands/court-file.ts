import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { day } from '@acquit/law';
import { EXHIBIT_KINDS, EXHIBIT_NAMES, type ExhibitKind, FILE_CONTENTS, wrongAnswer } from '@acquit/recovery';
import type { Command } from 'commander';
import {
  addExhibit,
  answerCourtFile,
  courtFileView,
  findCases,
  isCourtFileProcedure,
  keepCourtFile,
  loadCourtFile,
} from '../../jobs/index.ts';
import { chosenCompanies, type Installation, UsageError, withInstallation } from '../context.ts';
import { dayOption, print, printJson } from '../output.ts';

interface Options {
  procedure: string;
  output: string;
  on?: string;
  answer: string[];
  exhibit: string[];
}

const pair = (text: string): [string, string] | null => {
  const at = text.indexOf('=');
  return at < 1 ? null : [text.slice(0, at), text.slice(at + 1)];
};

const collect = (value: string, list: string[]): string[] => [...list, value];

export function addCourtFile(program: Command): void {
  program
    .command('court-file')
    .description(
      'constitue le dossier d’une procédure : requête, décompte, bordereau, pièces numérotées, un PDF et un ZIP',
    )
    .argument('<dossier>', 'identifiant du dossier, nom du client ou numéro d’une facture')
    .requiredOption('--procedure <voie>', `voie : ${Object.keys(FILE_CONTENTS).join(', ')}`)
    .requiredOption('-o, --output <dossier>', 'dossier où écrire les fichiers')
    .option('--on <date>', 'jour du décompte (aujourd’hui par défaut)')
    .option(
      '--answer <clé=valeur>',
      'répond à une question du dossier, par exemple creditorBody="son gérant"',
      collect,
      [],
    )
    .option('--exhibit <nature=fichier>', `ajoute une pièce : ${EXHIBIT_KINDS.join(', ')}`, collect, [])
    .addHelpText(
      'after',
      '\nExemple :\n  acquit court-file F2026-042 --procedure injonction-de-payer -o dossier --exhibit contract=contrat.pdf',
    )
    .action((wanted: string, options: Options, command: Command) =>
      withInstallation(command, (installation) => courtFile(installation, wanted, options)),
    );
}

async function courtFile(installation: Installation, wanted: string, options: Options): Promise<void> {
  const { store, tenantId, json, texts, today } = installation;
  const { procedure, output } = options;
  if (!isCourtFileProcedure(procedure))
    throw new UsageError(texts.procedureUnknown(procedure, Object.keys(FILE_CONTENTS)));
  const on = options.on ? dayOption(texts, options.on) : day(today);
  const companies = (await chosenCompanies(installation)).map((one) => one.companyId);
  const found = await findCases(store, tenantId, companies, wanted);
  const [only] = found;
  if (only === undefined) throw new UsageError(texts.caseUnknown(wanted));
  if (found.length > 1)
    throw new UsageError(
      texts.caseAmbiguous(
        wanted,
        found.map((one) => `${one.caseId}  ${one.debtorName}`),
      ),
    );
  const by = { actor: 'cli', tenantId };
  const loaded = await store.inTenant(tenantId, async (tx) => {
    const load = async () => (await loadCourtFile(tx, only.caseId, procedure, on))!;
    const answers = Object.fromEntries(options.answer.map((text) => pair(text) ?? badOption(texts, '--answer', text)));
    if (options.answer.length > 0) {
      const loaded = await load();
      const wrong = wrongAnswer((await courtFileView(tx, loaded)).questions, answers);
      if (wrong !== null) throw new UsageError(wrong);
      await answerCourtFile(tx, loaded, answers, by);
    }
    for (const text of options.exhibit) {
      const [kind, path] = pair(text) ?? badOption(texts, '--exhibit', text);
      if (!(EXHIBIT_KINDS as readonly string[]).includes(kind)) badOption(texts, '--exhibit', text);
      const fileName = basename(path);
      if (!existsSync(path)) throw new UsageError(texts.fileTrouble.missing(path));
      // A judge reads what a paper is, and not how its file is called; « autre » says nothing.
      const title = kind === 'other' ? fileName.replace(/\.[^.]+$/, '') : EXHIBIT_NAMES[kind as ExhibitKind];
      const file = { bytes: readFileSync(path), fileName, kind: kind as ExhibitKind, title, on: null };
      const refusal = await addExhibit(tx, store, await load(), file, by);
      if (refusal !== null) throw new UsageError(refusal.message);
    }
    return load();
  });
  const kept = await keepCourtFile(store, by, loaded);
  if ('refusal' in kept) {
    process.exitCode = 1;
    if (json) printJson(kept);
    else print(kept.refusal.message);
    return;
  }
  const { built, version } = kept;
  mkdirSync(output, { recursive: true });
  for (const file of built.files) writeFileSync(join(output, file.fileName), file.bytes);
  const missing = built.lines.filter((line) => line.mandatory && line.state === 'missing');
  const doubts = built.lines.filter((line) => line.state === 'doubtful');
  if (!built.ready) process.exitCode = 1;
  if (json) {
    const files = built.files.map(({ bytes, ...file }) => ({ ...file, bytes: bytes.byteLength }));
    printJson({
      caseId: only.caseId,
      procedure,
      version,
      ready: built.ready,
      totalCents: built.totalCents,
      missing,
      doubts,
      files,
    });
    return;
  }
  for (const file of built.files) print(texts.written(join(output, file.fileName)));
  for (const line of missing)
    print(`✗ ${line.label}${line.article === null ? '' : ` (${line.article})`} – ${line.todo}`);
  for (const line of doubts) print(`? ${line.label} – ${line.todo}`);
  print(built.ready ? texts.courtFileReady : texts.courtFileDraft(missing.length));
}

function badOption(texts: Installation['texts'], option: string, value: string): never {
  throw new UsageError(texts.badPair(option, value));
}
