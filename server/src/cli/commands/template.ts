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
import { type AmicableTexts, amicableTexts } from '../texts-amicable.ts';

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

function oneOf<V extends string>(values: readonly V[], given: string, option: string, words: AmicableTexts): V {
  const found = values.find((value) => value === given);
  if (found === undefined) throw new UsageError(words.notOneOf(option, given, values.join(', ')));
  return found;
}

function filterOf(
  { profile, texts, channel }: Where,
  words: AmicableTexts,
): Pick<TemplateKey, 'profile' | 'language' | 'channel'> {
  return {
    profile: oneOf(PROFILES, profile, '--profile', words),
    language: oneOf(LANGUAGES, texts, '--texts', words),
    channel: oneOf(TEXT_CHANNELS, channel, '--channel', words),
  };
}

function keyOf(name: string, where: Where, words: AmicableTexts): TemplateKey {
  const [kindName = '', toneName = ''] = name.split('/');
  const kind = oneOf(TEXT_KINDS, kindName, NAME, words);
  const tone = toneName === '' ? TONES_OF[kind][0]! : oneOf(TONES, toneName, NAME, words);
  if (!TONES_OF[kind].includes(tone)) throw new UsageError(words.tones(TONES_OF[kind].join(', ')));
  return { kind, tone, ...filterOf(where, words) };
}

/** A text in a file: « Objet : … » on its first line, an empty line, then the body; a text message has no subject. */
function sourceOf(path: string): TemplateSource {
  const [first = '', ...rest] = readFileSync(path, 'utf8').replace(/\r\n/g, '\n').split('\n');
  const subject = /^(?:objet|subject)\s*:\s*(.*)$/i.exec(first);
  if (subject === null) return { subject: '', body: [first, ...rest].join('\n').trim() };
  return { subject: subject[1]!.trim(), body: rest.join('\n').trim() };
}

const written = ({ subject, body }: TemplateSource, words: AmicableTexts): string =>
  subject === '' ? body : `${words.subject(subject)}\n\n${body}`;

type Findings = NonNullable<Awaited<ReturnType<typeof checkText>>>;

function tell(findings: Findings, words: AmicableTexts): void {
  if (findings.length === 0) print(words.nothingToSay);
  for (const { severity, passage, message, article, instead } of findings) {
    print(words.finding(severity === 'refuse' ? words.toCorrect : words.toRead, message));
    if (passage !== '') print(words.passage(passage));
    print(words.instead(instead));
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
      inCompany(command, async (installation, companyId) => {
        const { store, tenantId, json, lang } = installation;
        const words = amicableTexts[lang];
        const rows = (await store.inTenant(tenantId, (tx) => listTexts(tx, companyId, filterOf(where, words)))) ?? [];
        for (const row of rows) {
          if (json) printJson(row);
          else
            print(
              `${row.kind}/${row.tone}  ${messageName(row)}${row.version === null ? '' : words.templateVersion(row.version)}`,
            );
        }
      }),
    );
}

function addShow(template: Command): void {
  placed(template.command('show').description('écrit un texte tel qu’il est en service').argument(NAME, NAME_HELP))
    .addHelpText('after', '\nExemple :\n  acquit template show formal-notice/formal --channel letter > lettre.txt')
    .action((name: string, where: Where, command: Command) =>
      inCompany(command, async (installation, companyId) => {
        const { store, tenantId, json, today, lang } = installation;
        const words = amicableTexts[lang];
        const view = await store.inTenant(tenantId, (tx) =>
          openText(tx, companyId, keyOf(name, where, words), day(today)),
        );
        if (json) printJson(view);
        else if (view) print(written(view.source, words));
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
      inCompany(command, async (installation, companyId) => {
        const { store, tenantId, json, today, lang } = installation;
        const words = amicableTexts[lang];
        const key = keyOf(options.text, options, words);
        const findings = await store.inTenant(tenantId, (tx) =>
          checkText(tx, companyId, key, sourceOf(file), day(today)),
        );
        if (json) printJson({ findings });
        else tell(findings ?? [], words);
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
      inCompany(command, async (installation, companyId) => {
        const { store, tenantId, json, today, lang } = installation;
        const words = amicableTexts[lang];
        if (!file && !options.default) throw new UsageError(words.fileOrDefault);
        const key = keyOf(name, options, words);
        const source = options.default || !file ? null : sourceOf(file);
        const saved = await store.inTenant(tenantId, async (tx) => {
          const view = await openText(tx, companyId, key, day(today));
          return saveText(tx, { companyId, key, source, after: view?.version ?? 0, actor: 'cli', on: day(today) });
        });
        if ('refusal' in saved) process.exitCode = 1;
        if (json) printJson(saved);
        else if ('version' in saved) print(words.templateSaved(messageName(key), saved.version));
        else {
          print(saved.refusal.message);
          tell((saved.refusal.facts.findings as Findings | undefined) ?? [], words);
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
      inCompany(command, async (installation, companyId) => {
        const { store, tenantId, json, today, lang } = installation;
        const words = amicableTexts[lang];
        const key = keyOf(name, options, words);
        const caseId = options.case === undefined ? null : await oneCase(installation, companyId, options.case);
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
        else print(`${shown.subject === '' ? '' : `${words.subject(shown.subject)}\n\n`}${shown.text}`);
      }),
    );
}

async function oneCase({ store, tenantId, texts }: Installation, companyId: string, wanted: string): Promise<string> {
  const found = await findCases(store, tenantId, [companyId], wanted);
  const [only, ...others] = found;
  if (!only) throw new UsageError(texts.caseUnknown(wanted));
  if (others.length > 0)
    throw new UsageError(
      texts.caseAmbiguous(
        wanted,
        found.map((one) => `${one.caseId}  ${one.debtorName}`),
      ),
    );
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
