import { day, euros } from '@acquit/law';
import type { Command } from 'commander';
import { runNight } from '../../jobs/index.ts';
import { chosenCompanies, withInstallation } from '../context.ts';
import { dayOption, print, printJson } from '../output.ts';

export function addRun(program: Command): void {
  program
    .command('run')
    .description('la passe de la nuit : décide, consigne et, pour une société en réel, envoie')
    .option('--on <date>', 'jour de la passe (aujourd’hui par défaut)')
    .option('--dry-run', 'montre ce qui serait fait, sans rien enregistrer ni envoyer')
    .addHelpText('after', '\nExemples :\n  acquit run --dry-run\n  acquit run --on 2026-11-21 --json')
    .action((options: { on?: string; dryRun?: boolean }, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, json, texts } = installation;
        const on = options.on ? dayOption(texts, options.on) : day(installation.today);
        const dryRun = options.dryRun ?? false;
        for (const { companyId } of await chosenCompanies(installation)) {
          const lines: string[] = [];
          const night = await runNight(
            store,
            { tenantId, companyId, on, dryRun },
            ({ caseId, debtorName, action, decision }) => {
              lines.push(
                json
                  ? JSON.stringify({
                      case: caseId,
                      debtor: debtorName,
                      step: action.step,
                      channel: action.channel,
                      status: action.status,
                      totalCents: action.totalCents,
                      reasons: decision.reasons,
                    })
                  : `  ${debtorName} : ${action.facts.stepName} (${channels[action.channel]}), ${euros(action.totalCents)}. ${decision.reasons[0]?.message ?? ''}`,
              );
            },
          );
          const { pass, sending } = night;
          if (json) printJson({ ...pass, sending });
          else print(texts.passLine(pass.company, pass.on, pass.casesExamined, pass.messages, pass.tasks, pass.parked));
          for (const line of lines) print(line);
          if (json) continue;
          if (sending.bank !== null) print(`  ${sending.bank}`);
          if (sending.volume !== null) print(`  ${sending.volume}`);
          if (dryRun) print(texts.dryRun);
          else if (sending.mode === 'test') print(texts.testMode(pass.company, sending.captured));
          else if (sending.noMailAccount) print(texts.noMail(pass.company, sending.waiting));
          else print(texts.sent(sending.sent, sending.inDoubt, sending.refused, sending.waiting));
        }
      }),
    );
}

const channels = {
  email: 'e-mail',
  letter: 'lettre',
  registered: 'lettre recommandée',
  sms: 'SMS',
  phone: 'appel',
  task: 'tâche',
};
