import { readFileSync, writeFileSync } from 'node:fs';
import { day } from '@acquit/law';
import {
  LANGUAGES,
  messageName,
  TEXT_CHANNELS,
  TEXT_KINDS,
  type TemplateKey,
  type TemplateSource,
  TONES,
  TONES_OF,
} from '@acquit/recovery';
import type { Command } from 'commander';
import { checkText, findCases, listTexts, openText, previewText, saveText } from '../../jobs/index.ts';
import { type Installation, oneCompany, UsageError, withInstallation } from '../context.ts';
import { print, printJson } from '../output.ts';

const PROFILES = ['business', 'consumer', 'public'] as const;
const NAME = '<texte>';
const NAME_HELP = 'genre/ton, par exemple reminder/firm ou formal-notice/formal';

interface Where {
  profile: string;
  texts: string;
  channel: string;
}

/** Which texts are meant: by whom they are read, in what language and by which channel. */
function placed(command: Command): Command {
  return command
    .option('--profile <profil>', PROFILES.join(', '), 'business')
    .option('--texts <langue>', `langue du texte : ${LANGUAGES.join(', ')}`, 'fr')
    .option('--channel <canal>', TEXT_CHANNELS.join(', '), 'email');
}

function oneOf<V extends string>(values: readonly V[], given: string, option: string): V {
  const found = values.find((value) => value === given);
  if (found === undefined)
    throw new UsageError(`${option} : « ${given} » n’est pas l’une de ces valeurs : ${values.join(', ')}.`);
  return found;
}

function filterOf({ profile, texts, channel }: Where): Pick<TemplateKey, 'profile' | 'language' | 'channel'> {
  return {
    profile: oneOf(PROFILES, profile, '--profile'),
    language: oneOf(LANGUAGES, texts, '--texts'),
    channel: oneOf(TEXT_CHANNELS, channel, '--channel'),
  };
}

function keyOf(name: string, where: Where): TemplateKey {
  const [kindName = '', toneName = ''] = name.split('/');
  const kind = oneOf(TEXT_KINDS, kindName, 'texte');
  const tone = toneName === '' ? TONES_OF[kind][0]! : oneOf(TONES, toneName, 'texte');
  if (!TONES_OF[kind].includes(tone))
    throw new UsageError(`Ce texte existe dans ces tons : ${TONES_OF[kind].join(', ')}.`);
  return { kind, tone, ...filterOf(where) };
}

/** A text in a file: « Objet : … » on its first line, an empty line, then the body; a text message has no subject. */
function sourceOf(path: string): TemplateSource {
  const [first = '', ...rest] = readFileSync(path, 'utf8').replace(/\r\n/g, '\n').split('\n');
  const subject = /^(?:objet|subject)\s*:\s*(.*)$/i.exec(first);
  if (subject === null) return { subject: '', body: [first, ...rest].join('\n').trim() };
  return { subject: subject[1]!.trim(), body: rest.join('\n').trim() };
}

const written = ({ subject, body }: TemplateSource): string =>
  subject === '' ? body : `Objet : ${subject}\n\n${body}`;

type Findings = NonNullable<Awaited<ReturnType<typeof checkText>>>;

function tell(findings: Findings): void {
  if (findings.length === 0) print('Rien à redire.');
  for (const { severity, passage, message, article, instead } of findings) {
    print(`${severity === 'refuse' ? 'À corriger' : 'À relire'} : ${message}`);
    if (passage !== '') print(`  passage : « ${passage} »`);
    print(`  à la place : ${instead}`);
    if (article !== null) print(`  ${article}`);
  }
}

export function addTemplate(program: Command): void {
  const template = program.command('template').description('les textes des messages : e-mails, lettres et SMS');
  addList(template);
  addShow(template);
  addCheck(template);
  addSet(template);
  addPreview(template);
}

function addList(template: Command): void {
  placed(template.command('list').description('liste les textes, et ceux que la société a écrits'))
    .addHelpText('after', '\nExemple :\n  acquit template list --profile consumer --channel letter')
    .action((where: Where, command: Command) =>
      inCompany(command, async ({ store, tenantId, json }, companyId) => {
        const rows = (await store.inTenant(tenantId, (tx) => listTexts(tx, companyId, filterOf(where)))) ?? [];
        for (const row of rows) {
          if (json) printJson(row);
          else
            print(
              `${row.kind}/${row.tone}  ${messageName(row)}${row.version === null ? '' : ` (version ${row.version})`}`,
            );
        }
      }),
    );
}

function addShow(template: Command): void {
  placed(template.command('show').description('écrit un texte tel qu’il est en service').argument(NAME, NAME_HELP))
    .addHelpText('after', '\nExemple :\n  acquit template show formal-notice/formal --channel letter > lettre.txt')
    .action((name: string, where: Where, command: Command) =>
      inCompany(command, async ({ store, tenantId, json, today }, companyId) => {
        const view = await store.inTenant(tenantId, (tx) => openText(tx, companyId, keyOf(name, where), day(today)));
        if (json) printJson(view);
        else if (view) print(written(view.source));
      }),
    );
}

function addCheck(template: Command): void {
  placed(
    template
      .command('check')
      .description('dit ce qu’un texte ne peut pas contenir, avec l’article')
      .argument('<fichier>', '« Objet : … » sur la première ligne, puis le texte')
      .requiredOption('--text <texte>', NAME_HELP),
  )
    .addHelpText('after', '\nExemple :\n  acquit template check relance.txt --text reminder/firm')
    .action((file: string, options: Where & { text: string }, command: Command) =>
      inCompany(command, async ({ store, tenantId, json, today }, companyId) => {
        const key = keyOf(options.text, options);
        const findings = await store.inTenant(tenantId, (tx) =>
          checkText(tx, companyId, key, sourceOf(file), day(today)),
        );
        if (json) printJson({ findings });
        else tell(findings ?? []);
        if (findings?.some(({ severity }) => severity === 'refuse')) process.exitCode = 1;
      }),
    );
}

function addSet(template: Command): void {
  placed(
    template
      .command('set')
      .description('met en service un texte de la société, ou revient à l’origine')
      .argument(NAME, NAME_HELP)
      .argument('[fichier]', 'le nouveau texte ; absent avec --default')
      .option('--default', 'revient au texte qui vient avec Acquit'),
  )
    .addHelpText('after', '\nExemple :\n  acquit template set reminder/firm relance.txt')
    .action((name: string, file: string | undefined, options: Where & { default?: boolean }, command: Command) =>
      inCompany(command, async ({ store, tenantId, json, today }, companyId) => {
        if (!file && !options.default) throw new UsageError('Donnez un fichier, ou --default.');
        const key = keyOf(name, options);
        const source = options.default || !file ? null : sourceOf(file);
        const saved = await store.inTenant(tenantId, async (tx) => {
          const view = await openText(tx, companyId, key, day(today));
          return saveText(tx, { companyId, key, source, after: view?.version ?? 0, actor: 'cli', on: day(today) });
        });
        if ('refusal' in saved) process.exitCode = 1;
        if (json) printJson(saved);
        else if ('version' in saved) print(`Texte en service : ${messageName(key)}, version ${saved.version}.`);
        else {
          print(saved.refusal.message);
          tell((saved.refusal.facts.findings as Findings | undefined) ?? []);
        }
      }),
    );
}

function addPreview(template: Command): void {
  placed(
    template
      .command('preview')
      .description('remplit un texte pour un dossier, ou pour un exemple ; rien n’est envoyé')
      .argument(NAME, NAME_HELP)
      .option('--case <dossier>', 'identifiant du dossier, nom du client ou numéro d’une facture')
      .option('--file <fichier>', 'un texte qui n’est pas encore en service')
      .option('-o, --output <fichier>', 'la lettre en PDF, ou l’e-mail en HTML'),
  )
    .addHelpText(
      'after',
      '\nExemple :\n  acquit template preview formal-notice --channel letter --case F2026-042 -o lettre.pdf',
    )
    .action((name: string, options: Where & { case?: string; file?: string; output?: string }, command: Command) =>
      inCompany(command, async ({ store, tenantId, json, today }, companyId) => {
        const key = keyOf(name, options);
        const caseId = options.case === undefined ? null : await oneCase(store, tenantId, companyId, options.case);
        const shown = await store.inTenant(tenantId, async (tx) => {
          const view = await openText(tx, companyId, key, day(today));
          const source = options.file ? sourceOf(options.file) : view!.source;
          return previewText(tx, { companyId, key, source, caseId, on: day(today) });
        });
        if ('refusal' in shown) {
          process.exitCode = 1;
          if (json) printJson(shown);
          else print(shown.refusal.message);
          return;
        }
        if (options.output)
          writeFileSync(
            options.output,
            shown.pdf === null ? shown.html || shown.text : Buffer.from(shown.pdf, 'base64'),
          );
        if (json) printJson({ ...shown, pdf: undefined });
        else print(`${shown.subject === '' ? '' : `Objet : ${shown.subject}\n\n`}${shown.text}`);
      }),
    );
}

async function oneCase(
  store: Installation['store'],
  tenantId: string,
  companyId: string,
  wanted: string,
): Promise<string> {
  const [only, ...others] = await findCases(store, tenantId, [companyId], wanted);
  if (!only) throw new UsageError(`Aucun dossier ne correspond à « ${wanted} ».`);
  if (others.length > 0)
    throw new UsageError(`Plusieurs dossiers correspondent à « ${wanted} » : donnez l’identifiant.`);
  return only.caseId;
}

function inCompany(
  command: Command,
  work: (installation: Installation, companyId: string) => Promise<void>,
): Promise<void> {
  return withInstallation(command, async (installation) =>
    work(installation, (await oneCompany(installation)).companyId),
  );
}
