import { day, euros, formatDay, frenchDate } from '@acquit/law';
import type { Command } from 'commander';
import { draftPlan, endPlan, enterPause, recordSignature, stopPause } from '../../jobs/index.ts';
import { listPlans } from '../../store/index.ts';
import { chosenCompanies, withInstallation } from '../context.ts';
import { dayOption, numberOption, print, printJson } from '../output.ts';
import { by, cents, claimIds, inTenant, more, oneOf, tell, theCase, uuidOf } from './commitment-tools.ts';

/** `acquit plan-agreement`: payment by instalments; `plan` is the calendar of what will leave. */
export function addPlanAgreement(program: Command): void {
  const plan = program.command('plan-agreement').description('échéanciers de paiement');
  plan
    .command('list')
    .description('les échéanciers suivis, ou ceux d’un état')
    .option('--state <état>', 'running, waiting, broken, kept ou all', 'running')
    .action((options: { state: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const filter = oneOf(['running', 'waiting', 'broken', 'kept', 'all'] as const, options.state);
        for (const { companyId } of await chosenCompanies(installation)) {
          const page = await inTenant(installation, (tx) =>
            listPlans(tx, companyId, filter, undefined, day(installation.today)),
          );
          for (const one of page.items) {
            if (installation.json) printJson(one);
            else
              print(
                `${one.planId}  ${one.debtorName} : ${euros(one.receivedCents)} payés sur ${euros(one.totalCents)} (${one.state ?? one.status})`,
              );
          }
        }
      }),
    );
  plan
    .command('draft')
    .description('établit un échéancier aux jours de paiement du client ; rien ne change avant la signature')
    .argument('<client>', 'client, dossier ou numéro d’une facture')
    .requiredOption('--count <nombre>', 'nombre d’échéances')
    .requiredOption('--from <date>', 'première échéance')
    .option('--every <rythme>', 'week, fortnight ou month', 'month')
    .option('--first <montant>', 'versement à la signature')
    .option('--penalties <choix>', 'reserved, waived-if-kept ou included', 'reserved')
    .addHelpText('after', '\nExemple :\n  acquit plan-agreement draft "Garage Ozanne" --count 4 --from 2026-12-10')
    .action(
      (
        wanted: string,
        options: { count: string; from: string; every: string; first?: string; penalties: string },
        command: Command,
      ) =>
        withInstallation(command, async (installation) => {
          const caseId = await theCase(installation, wanted);
          const answer = await inTenant(installation, (tx) =>
            draftPlan(
              tx,
              {
                caseId,
                claimIds: [],
                accessories: oneOf(['reserved', 'waived-if-kept', 'included'] as const, options.penalties),
                clauseDays: 8,
                cut: {
                  firstPaymentCents: options.first === undefined ? 0 : cents(installation, options.first),
                  from: formatDay(dayOption(installation.texts, options.from)),
                  count: numberOption(installation.texts, '--count', options.count, 1, 60),
                  every: oneOf(['week', 'fortnight', 'month'] as const, options.every),
                },
                debtorSignatory: null,
                retentionOfTitle: false,
                note: null,
              },
              by(installation),
            ),
          );
          tell(installation, answer, ({ plan: made, warnings }) =>
            [
              `Échéancier ${made.planId} : ${euros(made.totalCents)}`,
              ...made.instalments.map((one) => `  ${frenchDate(day(one.dueOn))} : ${euros(one.cents)}`),
              ...warnings.map((one) => one.message),
            ].join('\n'),
          );
        }),
    );
  plan
    .command('sign')
    .description('note la signature : l’échéancier est suivi à partir de ce jour')
    .argument('<échéancier>', 'identifiant')
    .requiredOption('--by <nom>', 'qui a signé')
    .option('--on <date>', 'jour de la signature (aujourd’hui par défaut)')
    .action((id: string, options: { by: string; on?: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const signedOn =
          options.on === undefined ? installation.today : formatDay(dayOption(installation.texts, options.on));
        const answer = await inTenant(installation, (tx) =>
          recordSignature(tx, uuidOf(id), { signedOn, signedBy: options.by, proof: null }, by(installation)),
        );
        tell(installation, answer, () => 'Échéancier signé : il est suivi.');
      }),
    );
  plan
    .command('cancel')
    .description('annule un échéancier : la relance reprend')
    .argument('<échéancier>', 'identifiant')
    .requiredOption('--reason <texte>', 'pourquoi')
    .action((id: string, options: { reason: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const answer = await inTenant(installation, (tx) => endPlan(tx, uuidOf(id), options.reason, by(installation)));
        tell(installation, answer, () => 'Échéancier annulé : la relance reprend.');
      }),
    );
}

/** `acquit pause`: a case or an invoice left alone for a time. */
export function addPause(program: Command): void {
  const pause = program.command('pause').description('pauses d’un dossier ou d’une facture');
  pause
    .command('add')
    .description('laisse un dossier ou une facture en attente ; une date passée est permise, et ne défait rien')
    .argument('<client>', 'client, dossier ou numéro d’une facture')
    .requiredOption('--until <date>', 'dernier jour')
    .requiredOption('--reason <texte>', 'pourquoi')
    .option('--from <date>', 'premier jour (aujourd’hui par défaut)')
    .option('--claim <numéro>', 'facture, à répéter (tout le dossier par défaut)', more, [])
    .action(
      (wanted: string, options: { until: string; reason: string; from?: string; claim: string[] }, command: Command) =>
        withInstallation(command, async (installation) => {
          const { texts } = installation;
          const caseId = await theCase(installation, wanted);
          const answer = await inTenant(installation, async (tx) =>
            enterPause(
              tx,
              {
                caseId,
                claimIds: await claimIds(tx, installation, caseId, options.claim),
                from: options.from === undefined ? undefined : formatDay(dayOption(texts, options.from)),
                until: formatDay(dayOption(texts, options.until)),
                reason: options.reason,
              },
              by(installation),
            ),
          );
          tell(installation, answer, ({ pauses }) => {
            const sent = pauses[0]!.sentMeanwhile.map(
              (one) => `${one.stepName}, parti le ${frenchDate(day(one.on))}, le reste.`,
            );
            return [`En attente jusqu’au ${frenchDate(day(pauses[0]!.until!))} inclus.`, ...sent].join('\n');
          });
        }),
    );
  pause
    .command('end')
    .description('lève une pause')
    .argument('<pause>', 'identifiant')
    .action((id: string, _: object, command: Command) =>
      withInstallation(command, async (installation) =>
        tell(
          installation,
          await inTenant(installation, (tx) => stopPause(tx, uuidOf(id), by(installation))),
          () => 'Pause levée : la relance reprend.',
        ),
      ),
    );
}
