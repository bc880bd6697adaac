import { day } from '@acquit/law';
import type { NoticesImportView } from '@acquit/recovery';
import type { Command } from 'commander';
import { bodaccNet } from '../../channels/index.ts';
import { decideNotice, importNotices, switchNoticeWatch, type WatchReport, watchCompany } from '../../jobs/index.ts';
import { listNotices, noticeWatch } from '../../store/index.ts';
import { chosenCompanies, type Installation, UsageError, withInstallation } from '../context.ts';
import { print, printJson } from '../output.ts';
import { uuidOf } from './commitment-tools.ts';

const DECISIONS = ['confirm', 'refuse', 'undo', 'seen'] as const;

export function addBodacc(program: Command): void {
  const bodacc = program
    .command('bodacc')
    .description('les annonces du BODACC sur vos clients : procédures collectives, radiations, ventes')
    .addHelpText(
      'after',
      '\nExemples :\n  acquit bodacc import annonces-commerciales.json\n  acquit bodacc watch on\n  acquit bodacc check\n  acquit bodacc',
    )
    .action((_options: object, command: Command) => withInstallation(command, show));
  bodacc
    .command('import')
    .description('importe un export du jeu « annonces-commerciales » (JSON ou CSV) et rapproche par SIREN')
    .argument('<fichier>', 'le fichier téléchargé sur bodacc-datadila.opendatasoft.com')
    .addHelpText('after', '\nExemple :\n  acquit bodacc import annonces-commerciales.csv --json')
    .action((path: string, _options: object, command: Command) =>
      withInstallation(command, async ({ store, tenantId, today, json }) => {
        const outcome = await importNotices(store, { tenantId, path }, { actor: 'cli', today });
        if ('refusal' in outcome) process.exitCode = 1;
        if (json) printJson({ file: path, ...outcome });
        else if ('refusal' in outcome) print(`✗ ${outcome.refusal.message}\n  Avant cela : ${counts(outcome.before)}`);
        else print(`${path} : ${counts(outcome)}`);
      }),
    );
  bodacc
    .command('watch')
    .description('met la veille de chaque nuit en marche (on) ou l’arrête (off)')
    .argument('<état>', 'on ou off')
    .action((state: string, _options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        if (state !== 'on' && state !== 'off') throw new UsageError('Écrivez « on » ou « off ».');
        const { store, tenantId, today } = installation;
        for (const { companyId } of await chosenCompanies(installation))
          await store.inTenant(tenantId, (tx) =>
            switchNoticeWatch(tx, { companyId, active: state === 'on' }, { actor: 'cli', today }),
          );
        await show(installation);
      }),
    );
  bodacc
    .command('check')
    .description('interroge le BODACC maintenant, pour les sociétés dont la veille est en marche')
    .action((_options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, today } = installation;
        for (const { companyId, name } of await chosenCompanies(installation)) {
          const report = await watchCompany({ store, net: bodaccNet(), today }, tenantId, companyId);
          told(installation, name, report);
        }
      }),
    );
  bodacc
    .command('answer')
    .description('répond à une annonce : confirm, refuse, undo ou seen')
    .argument('<annonce>', 'l’identifiant du rapprochement (« matchId »)')
    .argument('<réponse>', DECISIONS.join(', '))
    .action((matchId: string, answer: string, _options: object, command: Command) =>
      withInstallation(command, async ({ store, tenantId, today, json }) => {
        const decision = DECISIONS.find((one) => one === answer);
        if (decision === undefined)
          throw new UsageError(`Réponse inconnue : « ${answer} ». Possibles : ${DECISIONS.join(', ')}.`);
        const order = { matchId: uuidOf(matchId), decision };
        const outcome = await decideNotice(store, tenantId, order, { actor: 'cli', today });
        if ('refusal' in outcome) process.exitCode = 1;
        if (json) printJson(outcome);
        else if ('refusal' in outcome) print(`✗ ${outcome.refusal.message}`);
        else print(`${outcome.notice.debtorName} : ${outcome.notice.title}.`);
      }),
    );
}

const counts = ({ records, unreadable, matched, proposed, known, opened }: NoticesImportView): string =>
  `${records} annonces lues (${unreadable} illisibles) : ${matched} rapprochées, ${proposed} à confirmer, ${known} déjà connues, ${opened} déclarations de créance ouvertes.`;

function told({ json }: Installation, company: string, report: WatchReport | null): void {
  if (report?.trouble) process.exitCode = 1;
  if (json) printJson({ company, report });
  else if (report === null) print(`${company} : la veille est arrêtée, ou un autre processus s’en occupe.`);
  else if (report.trouble) print(`${company} : ✗ ${report.trouble.message}`);
  else
    print(
      `${company} : ${report.asked} numéros interrogés, ${report.matched} annonces rapprochées, ${report.proposed} à confirmer, ${report.opened} déclarations ouvertes.`,
    );
}

/** The state of the watch and the notices that wait, company by company. */
async function show(installation: Installation): Promise<void> {
  const { store, tenantId, today, json } = installation;
  for (const { companyId, name } of await chosenCompanies(installation)) {
    const { watch, page } = await store.inTenant(tenantId, async (tx) => ({
      watch: await noticeWatch(tx, companyId, today),
      page: await listNotices(tx, companyId, { waiting: true, cursor: undefined, today: day(today) }),
    }));
    if (json) {
      printJson({ company: name, companyId, watch, notices: page.items });
      continue;
    }
    print(
      `${name} : veille ${watch.active ? 'en marche' : 'arrêtée'}, ${watch.asked} numéros sur ${watch.watched} interrogés aujourd’hui.`,
    );
    if (watch.trouble) print(`  ✗ ${watch.trouble.message}`);
    for (const notice of page.items)
      print(
        `  ${notice.publishedOn} ${notice.debtorName} : ${notice.title}${notice.declareBefore ? `, à déclarer au plus tard le ${notice.declareBefore}` : ''} (${notice.state}, ${notice.matchId})`,
      );
  }
}
