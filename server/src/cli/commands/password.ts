import type { Command } from 'commander';
import { resetPassword, whoSignsIn } from '../../jobs/index.ts';
import { withInstallation } from '../context.ts';
import { print, printJson } from '../output.ts';
import { newSecret } from '../secret.ts';

export function addPassword(program: Command): void {
  program
    .command('password')
    .argument('<adresse>', 'adresse e-mail de la personne')
    .description('donne un nouveau mot de passe à une personne et ferme ses sessions')
    .addHelpText(
      'after',
      [
        '',
        'Le mot de passe est demandé deux fois, sans s’afficher. Sans terminal, il est lu sur l’entrée standard.',
        '',
        'Exemples :',
        '  acquit password claire@exemple.fr',
        '  acquit password claire@exemple.fr < mot-de-passe.txt',
      ].join('\n'),
    )
    .action((address: string, _options: object, command: Command) =>
      withInstallation(command, async ({ store, json, texts }) => {
        const email = address.trim().toLowerCase();
        const refuse = (refusal: { message: string }) => {
          process.exitCode = 1;
          if (json) printJson({ refusal });
          else print(refusal.message);
        };
        const found = await whoSignsIn(store, email);
        if (found.refusal !== undefined) return refuse(found.refusal);
        const password = await newSecret(texts);
        const done = await resetPassword(store, { logins: found.logins, email, password, actor: 'cli' });
        if (done.refusal !== undefined) return refuse(done.refusal);
        if (json) printJson({ email, sessionsEnded: done.sessionsEnded });
        else print(texts.passwordChanged(email, done.sessionsEnded));
      }),
    );
}
