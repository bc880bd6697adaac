import { COURT_NAMES, COURTS, type CourtKind, day } from '@acquit/law';
import type { CourtAnswerView, CourtFileView } from '@acquit/recovery';
import type { Command } from 'commander';
import { courtFor, courtsStatus, importCourts } from '../../jobs/index.ts';
import { UsageError, withInstallation } from '../context.ts';
import { numberOption, print, printJson } from '../output.ts';

interface FindOptions {
  court: string;
  insee?: string;
  amount?: string;
}

/** The largest sum that an option may give, in cents. */
const MOST_CENTS = 100_000_000_000_000;

export function addCourts(program: Command): void {
  const courts = program
    .command('courts')
    .description('les fichiers des tribunaux : ce qui est chargé, son âge, et le tribunal d’un lieu')
    .addHelpText(
      'after',
      '\nExemples :\n  acquit courts import greffes-index.json\n  acquit courts find 69003 Lyon --court commercial\n  acquit courts',
    )
    .action((_options: object, command: Command) =>
      withInstallation(command, async ({ store, tenantId, today, json }) => {
        const status = await store.inTenant(tenantId, (tx) => courtsStatus(tx, day(today)));
        if (json) printJson(status);
        else {
          for (const file of status.files) print(fileLine(file));
          for (const { name, where } of status.missing) print(`${name} : à importer (${where}).`);
        }
      }),
    );
  courts
    .command('import')
    .description('charge un fichier : juridictions par commune, greffes par commune et code postal, ou adresses')
    .argument('<fichier>', 'le fichier tel qu’il a été téléchargé')
    .option('--even-if-shorter', 'prend une édition bien plus courte que celle en place')
    .addHelpText('after', '\nExemple :\n  acquit courts import 2026-juillet-competences-territoriales.csv --json')
    .action((path: string, options: { evenIfShorter?: boolean }, command: Command) =>
      withInstallation(command, async ({ store, tenantId, today, json }) => {
        const evenIfShorter = options.evenIfShorter ?? false;
        const outcome = await importCourts(store, { tenantId, path, by: 'cli', today, evenIfShorter });
        if ('refusal' in outcome) process.exitCode = 1;
        if (json) printJson({ file: path, ...outcome });
        else if ('refusal' in outcome) print(`✗ ${outcome.refusal.message}`);
        else {
          const status = outcome.status === 'imported' ? 'chargé' : 'déjà en place, rien n’a changé';
          print(`${path} : ${status} (${outcome.entries} lignes).`);
          for (const doubt of outcome.doubts) print(`  ! ${doubt}`);
        }
      }),
    );
  courts
    .command('find')
    .description('dit quel tribunal connaît d’un débiteur, et pourquoi')
    .argument('[code-postal]', 'le code postal du débiteur')
    .argument('[ville...]', 'sa commune')
    .option('--court <nature>', 'commercial, judicial, judicial-or-local, protection, enforcement…', 'commercial')
    .option('--insee <code>', 'le code INSEE de sa commune, plus sûr que le code postal')
    .option('--amount <centimes>', 'la somme demandée, pour le tribunal de proximité')
    .addHelpText('after', '\nExemple :\n  acquit courts find 13150 Tarascon --court judicial-or-local --amount 450000')
    .action((postcode: string | undefined, city: string[], options: FindOptions, command: Command) =>
      withInstallation(command, async ({ store, tenantId, today, json, texts }) => {
        const courtKind = COURTS.find((one) => one === options.court);
        if (courtKind === undefined)
          throw new UsageError(`Nature de tribunal inconnue : « ${options.court} ».\n${kindLines()}`);
        if (postcode === undefined && options.insee === undefined)
          throw new UsageError('Donnez un code postal, ou un code INSEE avec --insee.');
        const amountCents =
          options.amount === undefined ? undefined : numberOption(texts, '--amount', options.amount, 0, MOST_CENTS);
        const query = { courtKind, on: day(today), postcode, city: city.join(' '), insee: options.insee, amountCents };
        const answer = await store.inTenant(tenantId, (tx) => courtFor(tx, query));
        if (json) printJson(answer);
        else report(answer);
        if (answer.status === 'unknown') process.exitCode = 1;
      }),
    );
}

const kindLines = (): string => COURTS.map((kind: CourtKind) => `  ${kind} : ${COURT_NAMES[kind]}`).join('\n');

const fileLine = ({ name, fileName, edition, entries, importedOn, ageDays }: CourtFileView): string =>
  `${name} : ${fileName}${edition ? `, édition ${edition}` : ''}, ${entries} lignes, importé le ${importedOn} (il y a ${ageDays} jours).`;

function report(answer: CourtAnswerView): void {
  if (answer.status === 'choose') print('À choisir :');
  for (const { name, address, phone } of answer.courts)
    print(`${answer.status === 'choose' ? '  - ' : ''}${[name, address, phone].filter(Boolean).join(', ')}`);
  print(answer.why);
  for (const doubt of answer.doubts) print(`  ! ${doubt}`);
  for (const file of answer.sources) print(`  Source : ${fileLine(file)}`);
  if (answer.help !== null) print(`  ${answer.help}`);
}
