import { day, euros, formatDay, frenchDate } from '@acquit/law';
import { DISPUTE_OUTCOMES, DISPUTE_REASONS } from '@acquit/recovery';
import type { Command } from 'commander';
import { enterPromise, openDispute, resolveDispute, withdrawPromise } from '../../jobs/index.ts';
import { listDisputes, listPromises } from '../../store/index.ts';
import { chosenCompanies, withInstallation } from '../context.ts';
import { dayOption, print, printJson } from '../output.ts';
import { by, cents, claimIds, inTenant, more, oneOf, tell, theCase, uuidOf } from './commitment-tools.ts';

/** `acquit promise`: what customers promised, and what became of it. */
export function addPromise(program: Command): void {
  const promise = program.command('promise').description('promesses de paiement');
  promise
    .command('list')
    .description('les promesses en cours, ou celles d’un état')
    .option('--state <état>', 'running, broken, kept ou all', 'running')
    .action((options: { state: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const filter = oneOf(['running', 'broken', 'kept', 'all'] as const, options.state);
        for (const { companyId } of await chosenCompanies(installation)) {
          const page = await inTenant(installation, (tx) =>
            listPromises(tx, companyId, filter, undefined, day(installation.today)),
          );
          for (const one of page.items) {
            if (installation.json) printJson(one);
            else
              print(
                `${one.promiseId}  ${one.debtorName} : ${euros(one.amountCents)} pour le ${frenchDate(day(one.promisedOn))} (${one.state}, ${euros(one.receivedCents)} reçus)`,
              );
          }
        }
      }),
    );
  promise
    .command('add')
    .description('note une promesse : ses factures attendent jusqu’à la date, délai de grâce compris')
    .argument('<client>', 'client, dossier ou numéro d’une facture')
    .requiredOption('--on <date>', 'date promise')
    .option('--amount <montant>', 'montant promis (tout ce qui reste dû par défaut)')
    .option('--by <nom>', 'qui a promis')
    .option('--claim <numéro>', 'facture concernée, à répéter (tout le compte par défaut)', more, [])
    .addHelpText('after', '\nExemple :\n  acquit promise add "Boulangerie Fournier" --on 2026-12-04 --amount 1200')
    .action(
      (wanted: string, options: { on: string; amount?: string; by?: string; claim: string[] }, command: Command) =>
        withInstallation(command, async (installation) => {
          const caseId = await theCase(installation, wanted);
          const promisedOn = formatDay(dayOption(installation.texts, options.on));
          const amountCents = options.amount === undefined ? null : cents(installation, options.amount);
          const answer = await inTenant(installation, async (tx) =>
            enterPromise(
              tx,
              {
                caseId,
                claimIds: await claimIds(tx, installation, caseId, options.claim),
                amountCents,
                promisedOn,
                madeBy: options.by ?? null,
                channel: 'other',
                note: null,
              },
              by(installation),
            ),
          );
          tell(installation, answer, ({ promise: made, warnings }) =>
            [
              `Promesse notée : on attend jusqu’au ${frenchDate(day(made.untilOn))}.`,
              ...warnings.map((one) => one.message),
            ].join('\n'),
          );
        }),
    );
  promise
    .command('withdraw')
    .description('annule une promesse, comme si elle n’avait pas été faite')
    .argument('<promesse>', 'identifiant')
    .action((id: string, _: object, command: Command) =>
      withInstallation(command, async (installation) =>
        tell(
          installation,
          await inTenant(installation, (tx) => withdrawPromise(tx, uuidOf(id), by(installation))),
          () => 'Promesse annulée : la relance reprend.',
        ),
      ),
    );
}

/** `acquit dispute`: what they contest, who answers and by when. */
export function addDispute(program: Command): void {
  const dispute = program.command('dispute').description('litiges');
  dispute
    .command('list')
    .description('les litiges ouverts, ou ceux d’un état')
    .option('--state <état>', 'open, late ou resolved', 'open')
    .action((options: { state: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const filter = oneOf(['open', 'late', 'resolved'] as const, options.state);
        for (const { companyId } of await chosenCompanies(installation)) {
          const page = await inTenant(installation, (tx) =>
            listDisputes(tx, companyId, filter, undefined, day(installation.today)),
          );
          for (const one of page.items) {
            if (installation.json) printJson(one);
            else
              print(
                `${one.disputeId}  ${one.debtorName} : ${one.reasonName}, ${euros(one.frozenCents)} non relancés${one.deadlineOn ? `, réponse avant le ${frenchDate(day(one.deadlineOn))}` : ''}`,
              );
          }
        }
      }),
    );
  dispute
    .command('open')
    .description('ouvre un litige : la part contestée n’est plus relancée')
    .argument('<client>', 'client, dossier ou numéro d’une facture')
    .requiredOption('--claim <numéro>', 'facture contestée, à répéter', more, [])
    .requiredOption('--reason <motif>', DISPUTE_REASONS.join(', '))
    .requiredOption('--owner <nom>', 'qui répond')
    .requiredOption('--deadline <date>', 'répondre avant le')
    .option('--amount <montant>', 'somme contestée de chaque facture (toute la facture par défaut)')
    .addHelpText(
      'after',
      '\nExemple :\n  acquit dispute open F-42 --claim F-42 --reason price --amount 300 --owner Claire --deadline 2026-12-10',
    )
    .action(
      (
        wanted: string,
        options: { claim: string[]; reason: string; owner: string; deadline: string; amount?: string },
        command: Command,
      ) =>
        withInstallation(command, async (installation) => {
          const caseId = await theCase(installation, wanted);
          const contestedCents = options.amount === undefined ? null : cents(installation, options.amount);
          const answer = await inTenant(installation, async (tx) =>
            openDispute(
              tx,
              {
                caseId,
                claims: (await claimIds(tx, installation, caseId, options.claim)).map((claimId) => ({
                  claimId,
                  contestedCents,
                })),
                reason: oneOf(DISPUTE_REASONS, options.reason),
                details: null,
                owner: options.owner,
                deadlineOn: formatDay(dayOption(installation.texts, options.deadline)),
              },
              by(installation),
            ),
          );
          tell(installation, answer, ({ dispute: made }) => `Litige ouvert : ${euros(made.frozenCents)} non relancés.`);
        }),
    );
  dispute
    .command('resolve')
    .description('clôt un litige')
    .argument('<litige>', 'identifiant')
    .requiredOption('--outcome <issue>', DISPUTE_OUTCOMES.join(', '))
    .option('--note <texte>', 'note')
    .action((id: string, options: { outcome: string; note?: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const outcome = oneOf(DISPUTE_OUTCOMES, options.outcome);
        const answer = await inTenant(installation, (tx) =>
          resolveDispute(tx, uuidOf(id), { outcome, note: options.note ?? null }, by(installation)),
        );
        tell(installation, answer, ({ dispute: made }) => `Litige clos : ${made.outcomeName}.`);
      }),
    );
}
