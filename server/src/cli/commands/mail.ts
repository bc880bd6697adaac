import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { systemClock } from '../../clock.ts';
import { saveMailAccount, tryMailAccount } from '../../jobs/index.ts';
import { oneCompany, UsageError, withInstallation } from '../context.ts';
import { numberOption, print, printJson } from '../output.ts';

export function addMail(program: Command): void {
  const mail = program.command('mail').description('la messagerie d’envoi d’une société');
  mail
    .command('set')
    .description('enregistre le serveur d’envoi ; le mot de passe est lu dans la variable ACQUIT_MAIL_PASSWORD')
    .requiredOption('--host <nom>', 'serveur SMTP')
    .requiredOption('--from <adresse>', 'adresse de l’expéditeur')
    .option('--port <n>', 'port', '587')
    .option('--security <mode>', 'tls, starttls ou none', 'starttls')
    .option('--user <nom>', 'identifiant')
    .option('--name <nom>', 'nom de l’expéditeur')
    .option('--reply-to <adresse>', 'adresse de réponse')
    .option('--copy-to <adresse>', 'copie cachée de chaque message')
    .option('--dkim-domain <domaine>', 'domaine de la signature DKIM')
    .option('--dkim-selector <nom>', 'sélecteur DKIM')
    .option('--dkim-key <fichier>', 'clé privée DKIM (PEM)')
    .addHelpText(
      'after',
      '\nExemple :\n  ACQUIT_MAIL_PASSWORD=secret acquit mail set --host smtp.exemple.fr --user compta --from compta@exemple.fr',
    )
    .action((options: Record<string, string | undefined>, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, json, texts } = installation;
        const company = await oneCompany(installation);
        const { security } = options;
        if (security !== 'tls' && security !== 'starttls' && security !== 'none')
          throw new UsageError(texts.badNumber('--security', security ?? ''));
        const port = numberOption(texts, '--port', options.port ?? '', 1, 65_535);
        await store.inTenant(tenantId, (tx) =>
          saveMailAccount(tx, store.secrets, {
            companyId: company.companyId,
            actor: 'cli',
            settings: {
              host: options.host ?? '',
              port,
              security,
              username: options.user ?? null,
              fromName: options.name ?? company.name,
              fromAddress: options.from ?? '',
              replyTo: options.replyTo ?? null,
              copyTo: options.copyTo ?? null,
              dkimDomain: options.dkimDomain ?? null,
              dkimSelector: options.dkimSelector ?? null,
            },
            given: {
              password: process.env.ACQUIT_MAIL_PASSWORD ?? null,
              dkimKey: options.dkimKey ? readFileSync(options.dkimKey, 'utf8') : null,
            },
          }),
        );
        if (json) printJson({ companyId: company.companyId, host: options.host, port, security });
        else print(texts.mailSaved(options.host ?? '', port));
      }),
    );
  mail
    .command('test')
    .description('envoie un message d’essai')
    .requiredOption('--to <adresse>', 'destinataire')
    .action((options: { to: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, json, texts } = installation;
        const { companyId } = await oneCompany(installation);
        const answer = await tryMailAccount(store, tenantId, {
          companyId,
          to: options.to,
          at: new Date(systemClock().now()).toISOString(),
        });
        if ('refusal' in answer) process.exitCode = 1;
        if (json) printJson(answer);
        else print('refusal' in answer ? answer.refusal.message : texts.mailTested(answer.serverAnswer));
      }),
    );
}
