import { ATTACHMENT_DOCUMENTS, type AttachmentDocument, COURTS, day, euros, formatDay, frenchDate } from '@acquit/law';
import {
  type EventValues,
  eventsOf,
  fr,
  PROCEDURE_KINDS,
  type ProcedureKind,
  type ProcedureView,
} from '@acquit/recovery';
import type { Command } from 'commander';
import {
  closeProcedure,
  openProcedure,
  recordEvent,
  refreshCompanyProcedures,
  withdrawEvent,
} from '../../jobs/index.ts';
import { findProcedure, listDeadlines, listProcedures, procedureViews } from '../../store/index.ts';
import { chosenCompanies, type Installation, UsageError, withInstallation } from '../context.ts';
import { dayOption, numberOption, print, printJson } from '../output.ts';
import { by, cents, claimIds, inTenant, isUuid, more, oneOf, tell, theCase, uuidOf } from './commitment-tools.ts';

const said = (view: ProcedureView): string => {
  const next = view.nextDeadline;
  const lines = [
    fr`${view.procedureId}  ${view.debtorName} : ${view.name}, ${view.stateName}, ${euros(view.amountCents)}`,
    view.advice,
    next === null ? '' : fr`Avant le ${frenchDate(day(next.before))} : ${next.label}`,
    ...view.doubts.map((doubt) => doubt.message),
    ...view.warnings,
  ];
  return lines.filter(Boolean).join('\n  ');
};

/** `key=value` of an event: a sum in euros, oui or non, a day, or words, by what its field is. */
function valuesOf(
  installation: Installation,
  kind: ProcedureKind,
  event: string,
  given: readonly string[],
): EventValues {
  const definition = eventsOf(kind).find((one) => one.kind === event);
  if (definition === undefined)
    throw new UsageError(
      fr`« ${event} » n’est pas un événement de cette procédure. Choisissez parmi : ${eventsOf(kind)
        .map((one) => one.kind)
        .join(', ')}.`,
    );
  const values: Record<string, string | number | boolean> = {};
  for (const pair of given) {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const field = definition.fields.find((one) => one.name === name);
    if (field === undefined)
      throw new UsageError(
        fr`Le champ « ${name} » n’existe pas pour cet événement. Champs : ${definition.fields.map((one) => one.name).join(', ') || 'aucun'}.`,
      );
    if (field.type === 'cents') values[name] = cents(installation, value);
    else if (field.type === 'flag') values[name] = oneOf(['oui', 'non'] as const, value) === 'oui';
    else if (field.type === 'day') values[name] = formatDay(dayOption(installation.texts, value));
    else values[name] = value;
  }
  return values;
}

/** The procedure that the words name: its identifier, or the only one that runs in a case. */
async function theProcedure(installation: Installation, wanted: string): Promise<ProcedureView> {
  const on = day(installation.today);
  if (isUuid(wanted)) {
    const named = await inTenant(installation, (tx) => findProcedure(tx, wanted, on));
    if (named !== null) return named;
  }
  const caseId = await theCase(installation, wanted);
  const running = (await inTenant(installation, (tx) => procedureViews(tx, caseId, on))).filter(
    (view) => view.closed === null,
  );
  const [only, ...others] = running;
  if (only === undefined) throw new UsageError('Aucune procédure n’est en cours dans ce dossier.');
  if (others.length > 0)
    throw new UsageError(
      fr`Plusieurs procédures sont en cours dans ce dossier : donnez l’identifiant. ${running
        .map((view) => `${view.procedureId} ${view.name}`)
        .join(' ; ')}`,
    );
  return only;
}

/** `acquit procedure`: procedures of a case, engaged, told and closed. */
export function addProcedure(program: Command): void {
  const procedure = program.command('procedure').description('procédures : engagées, racontées, closes');
  addList(procedure);
  addOpen(procedure);
  addEvent(procedure);
  procedure
    .command('withdraw')
    .description('retire un fait noté par erreur : il reste visible et ne compte plus')
    .argument('<fait>', 'identifiant du fait')
    .option('--reason <texte>', 'pourquoi')
    .addHelpText(
      'after',
      '\nExemple :\n  acquit procedure withdraw 0190a3c2-7d5e-7a51-9a41-0d5b6f1c2e3a --reason "mauvais dossier"',
    )
    .action((id: string, options: { reason?: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const order = { eventId: uuidOf(id), reason: options.reason ?? null };
        const answer = await inTenant(installation, (tx) => withdrawEvent(tx, order, by(installation)));
        tell(installation, answer, ({ procedure: view }) => `Fait retiré.\n${said(view)}`);
      }),
    );
  procedure
    .command('close')
    .description('clôt une procédure : ses dates ne courent plus, ses factures peuvent être relancées')
    .argument('<dossier>', 'client, dossier, facture, ou identifiant de la procédure')
    .option('--reason <texte>', 'pourquoi')
    .addHelpText('after', '\nExemple :\n  acquit procedure close "Garage Ozanne" --reason "accord signé"')
    .action((wanted: string, options: { reason?: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const { procedureId } = await theProcedure(installation, wanted);
        const answer = await inTenant(installation, (tx) =>
          closeProcedure(tx, procedureId, { reason: options.reason ?? null }, by(installation)),
        );
        tell(installation, answer, ({ procedure: view }) => fr`Procédure close : ${view.name}.`);
      }),
    );
}

interface ListOptions {
  state: string;
  kind?: string;
  search?: string;
}

function addList(procedure: Command): void {
  procedure
    .command('list')
    .description('les procédures en cours, ou celles d’un dossier avec leurs faits')
    .argument('[dossier]', 'client, dossier ou numéro d’une facture')
    .option('--state <état>', 'running, ended, closed ou all', 'running')
    .option('--kind <procédure>', 'seulement cette voie')
    .option('--search <mots>', 'client, tribunal, numéro de facture ou de rôle')
    .addHelpText(
      'after',
      '\nExemples :\n  acquit procedure list\n  acquit procedure list --kind injonction-de-payer --search Rouen\n  acquit procedure list "Boulangerie Fournier" --json',
    )
    .action((wanted: string | undefined, options: ListOptions, command: Command) =>
      withInstallation(command, async (installation) => {
        if (wanted !== undefined) {
          const caseId = await theCase(installation, wanted);
          for (const view of await inTenant(installation, (tx) =>
            procedureViews(tx, caseId, day(installation.today)),
          )) {
            if (installation.json) printJson(view);
            else {
              print(said(view));
              for (const event of view.events)
                print(
                  `    ${event.eventId}  ${frenchDate(day(event.on))} ${event.label}${event.withdrawn ? ' (retiré)' : ''}`,
                );
            }
          }
          return;
        }
        const filter = oneOf(['running', 'ended', 'closed', 'all'] as const, options.state);
        const kind = options.kind === undefined ? undefined : oneOf(PROCEDURE_KINDS, options.kind);
        for (const { companyId } of await chosenCompanies(installation)) {
          let cursor: string | undefined;
          do {
            const page = await inTenant(installation, (tx) =>
              listProcedures(tx, { companyId, filter, kind, q: options.search }, cursor),
            );
            for (const row of page.items) {
              if (installation.json) printJson(row);
              else
                print(
                  fr`${row.procedureId}  ${row.debtorName} : ${row.name}, ${row.stateName}, ${euros(row.amountCents)}${row.nextDeadline ? `, ${row.nextDeadline.label} au plus tard le ${frenchDate(day(row.nextDeadline.before))}` : ''}`,
                );
            }
            cursor = page.nextCursor ?? undefined;
          } while (cursor !== undefined);
        }
      }),
    );
}

interface OpenOptions {
  kind: string;
  claim: string[];
  court?: string;
  courtKind?: string;
  number?: string;
  document?: string;
  amount?: string;
  title?: string;
  on?: string;
  note?: string;
}

function addOpen(procedure: Command): void {
  procedure
    .command('open')
    .description('engage une procédure : ses factures ne sont plus relancées, ses dates sont suivies')
    .argument('<dossier>', 'client, dossier ou numéro d’une facture')
    .requiredOption('--kind <procédure>', PROCEDURE_KINDS.join(', '))
    .option('--claim <numéro>', 'facture concernée, à répéter (toutes par défaut)', more, [])
    .option('--court <nom>', 'juridiction')
    .option('--court-kind <genre>', COURTS.join(', '))
    .option('--number <n°>', 'numéro au rôle (RG)')
    .option('--document <pièce>', 'ce qui prouve la créance, pour une saisie conservatoire')
    .option('--amount <montant>', 'somme demandée (ce qui reste dû par défaut)')
    .option('--title <date>', 'titre déjà détenu : jour où il était exécutoire et signifié')
    .option('--on <date>', 'jour de l’engagement (aujourd’hui par défaut)')
    .option('--note <texte>', 'note')
    .addHelpText(
      'after',
      '\nExemple :\n  acquit procedure open F-42 --kind injonction-de-payer --court "Tribunal de commerce de Rouen" --court-kind commercial',
    )
    .action((wanted: string, options: OpenOptions, command: Command) =>
      withInstallation(command, async (installation) => {
        const caseId = await theCase(installation, wanted);
        const onDay = (value: string) => formatDay(dayOption(installation.texts, value));
        const answer = await inTenant(installation, async (tx) =>
          openProcedure(
            tx,
            {
              caseId,
              kind: oneOf(PROCEDURE_KINDS, options.kind),
              claimIds: await claimIds(tx, installation, caseId, options.claim),
              courtKind: options.courtKind === undefined ? null : oneOf(COURTS, options.courtKind),
              courtId: null,
              courtName: options.court ?? null,
              caseNumber: options.number ?? null,
              document: options.document === undefined ? null : documentOf(options.document),
              territory: null,
              amountCents: options.amount === undefined ? undefined : cents(installation, options.amount),
              heldTitleOn: options.title === undefined ? null : onDay(options.title),
              note: options.note ?? null,
              openedOn: options.on === undefined ? undefined : onDay(options.on),
            },
            by(installation),
          ),
        );
        tell(installation, answer, ({ procedure: view }) => `Procédure engagée.\n${said(view)}`);
      }),
    );
}

const documentOf = (value: string): AttachmentDocument => oneOf(ATTACHMENT_DOCUMENTS, value);

function addEvent(procedure: Command): void {
  procedure
    .command('event')
    .description('note ce qui s’est passé : l’état et les dates suivent')
    .argument('<dossier>', 'client, dossier, facture, ou identifiant de la procédure')
    .argument(
      '<événement>',
      'filed, granted, served… ; « acquit procedure list <dossier> --json » donne ceux qui suivent',
    )
    .requiredOption('--on <date>', 'jour où c’est arrivé')
    .option('--set <champ=valeur>', 'champ de l’événement, à répéter', more, [])
    .option('--note <texte>', 'note')
    .addHelpText(
      'after',
      '\nExemples :\n  acquit procedure event F-42 granted --on 2026-11-10 --set grantedCents=1200,50\n  acquit procedure event F-42 served --on 2026-11-20 --set manner=person',
    )
    .action((wanted: string, event: string, options: { on: string; set: string[]; note?: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const { procedureId, kind } = await theProcedure(installation, wanted);
        const values = valuesOf(installation, kind, event, options.set);
        const on = formatDay(dayOption(installation.texts, options.on));
        const order = { procedureId, kind: event, on, values, note: options.note ?? null };
        const answer = await inTenant(installation, (tx) => recordEvent(tx, order, by(installation)));
        tell(installation, answer, ({ procedure: view }) => `Noté.\n${said(view)}`);
      }),
    );
}

/** `acquit deadlines`: the dates of procedures, soonest first. */
export function addDeadlines(program: Command): void {
  program
    .command('deadlines')
    .description('les dates de procédure : manquées, et à venir')
    .option('--days <jours>', 'jusqu’à quand regarder', '90')
    .option('--all', 'avec les attentes et les délais des autres')
    .addHelpText('after', '\nExemples :\n  acquit deadlines --days 30\n  acquit deadlines --all --json')
    .action((options: { days: string; all?: boolean }, command: Command) =>
      withInstallation(command, async (installation) => {
        const days = numberOption(installation.texts, 'days', options.days, 1, 3660);
        const from = day(installation.today);
        for (const { companyId } of await chosenCompanies(installation)) {
          await refreshCompanyProcedures(installation.store, { tenantId: installation.tenantId, companyId, on: from });
          const list = await inTenant(installation, (tx) =>
            listDeadlines(tx, companyId, { from, days, whose: options.all ? 'all' : 'ours' }),
          );
          for (const one of list.items) {
            if (installation.json) {
              printJson(one);
              continue;
            }
            const late = one.daysLeft !== null && one.daysLeft < 0 ? ' (manquée)' : '';
            const when =
              one.before === null
                ? fr`à partir du ${frenchDate(day(one.notBefore!))}`
                : fr`au plus tard le ${frenchDate(day(one.before))}`;
            print(
              fr`${when}${late} : ${one.debtorName}, ${one.procedureName}, ${one.label} (${one.article}), ${euros(one.totalCents)} en jeu. ${one.effect}`,
            );
          }
        }
      }),
    );
}
