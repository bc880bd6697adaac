import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { formatDay } from '@acquit/law';
import { DISPATCH_EVENTS, type DispatchView, dispatchEventName, typeset } from '@acquit/recovery';
import type { Command } from 'commander';
import { systemClock } from '../../clock.ts';
import { paidRound, paidWorkerName } from '../../jobs/index.ts';
import {
  appendJournal,
  dispatchByName,
  findDispatch,
  keepBlob,
  listDispatches,
  numberDispatch,
  recordDispatchEvents,
  type Tx,
} from '../../store/index.ts';
import { type Installation, oneCompany, UsageError, withInstallation } from '../context.ts';
import { dayOption, print, printJson } from '../output.ts';

const PROOFS: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
};

/** One line for a sending: whose, how, its number, and where it is. */
function lineOf(one: DispatchView): string {
  const last = one.events.at(-1);
  const where = last ? `${last.name}, ${last.on}` : '–';
  return [
    one.actionId.slice(0, 13),
    one.debtorName,
    one.stepName,
    one.providerName ?? 'posté',
    one.number ?? '–',
    where,
  ].join('  ');
}

/** The sending that a number or the beginning of an identifier names; refuses none and several. */
async function named(tx: Tx, wanted: string): Promise<DispatchView> {
  const found = await dispatchByName(tx, wanted);
  const [only] = found;
  if (!only) throw new UsageError(typeset(`Aucun envoi ne porte « ${wanted} ».`));
  if (found.length > 1)
    throw new UsageError(typeset(`« ${wanted} » désigne plusieurs envois :\n${found.map(lineOf).join('\n')}`));
  return only;
}

export function addDispatch(program: Command): void {
  const dispatch = program.command('dispatch').description('les envois postaux et payants, et ce qui en advient');
  dispatch
    .command('list')
    .description('montre les envois d’une société, les derniers d’abord')
    .option('--filter <lesquels>', 'all, under-way ou to-complete', 'all')
    .action((options: { filter: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const { filter } = options;
        if (filter !== 'all' && filter !== 'under-way' && filter !== 'to-complete')
          throw new UsageError(typeset(`« ${filter} » n’est pas un choix : all, under-way ou to-complete.`));
        const company = await oneCompany(installation);
        const { items } = await installation.store.inTenant(installation.tenantId, (tx) =>
          listDispatches(tx, company.companyId, filter, undefined),
        );
        for (const one of items) installation.json ? printJson(one) : print(lineOf(one));
      }),
    );
  dispatch
    .command('event')
    .description('saisit ce qui est advenu d’une lettre : dépôt, première présentation, remise, refus, retour')
    .argument('<envoi>', 'numéro du recommandé, ou début de l’identifiant')
    .argument('<événement>', DISPATCH_EVENTS.join(', '))
    .requiredOption('--on <date>', 'jour de l’événement')
    .option('--proof <fichier>', 'preuve : PDF, JPEG ou PNG')
    .option('--note <texte>', 'note')
    .addHelpText(
      'after',
      '\nExemple :\n  acquit dispatch event "1A 123 456 789 0" first-presentation --on 2026-11-09 --proof avis.pdf',
    )
    .action((wanted: string, kind: string, options: { on: string; proof?: string; note?: string }, command: Command) =>
      withInstallation(command, (installation) => enterEvent(installation, wanted, kind, options)),
    );
  dispatch
    .command('number')
    .description('note le numéro d’une lettre recommandée')
    .argument('<envoi>', 'début de l’identifiant')
    .argument('<numéro>', 'numéro porté par la preuve de dépôt')
    .action((wanted: string, number: string, _options: object, command: Command) =>
      withInstallation(command, async ({ store, tenantId, json }) => {
        const one = await store.inTenant(tenantId, async (tx) => {
          const found = await named(tx, wanted);
          await numberDispatch(tx, found.actionId, number);
          const payload = { actionId: found.actionId, number };
          await appendJournal(tx, [
            { actor: 'cli', action: 'dispatch.numbered', objectKind: 'case', objectId: found.caseId, payload },
          ]);
          return findDispatch(tx, found.actionId);
        });
        if (one) json ? printJson(one) : print(lineOf(one));
      }),
    );
  dispatch
    .command('run')
    .description('remet aux prestataires ce qui leur a été confié, interroge les envois douteux et suit les autres')
    .action((_options: object, command: Command) =>
      withInstallation(command, async ({ store, json }) => {
        const clock = systemClock();
        const round = await paidRound({
          store,
          net: { now: clock.now },
          worker: paidWorkerName(),
          today: clock.today,
          signal: new AbortController().signal,
        });
        if (json) printJson(round);
        else
          print(
            typeset(
              `${round.sent} remis, ${round.refused} refusés, ${round.inDoubt} en doute, ${round.postponed} remis à plus tard ; ${round.resolved} doutes levés, ${round.told} nouvelles.`,
            ),
          );
        for (const trouble of round.troubles) if (!json) print(`  ${trouble.service} : ${trouble.answer}`);
      }),
    );
}

async function enterEvent(
  { store, tenantId, texts, json, today }: Installation,
  wanted: string,
  kind: string,
  options: { on: string; proof?: string; note?: string },
): Promise<void> {
  const known = DISPATCH_EVENTS.find((one) => one === kind);
  if (!known) throw new UsageError(typeset(`« ${kind} » n’est pas un événement : ${DISPATCH_EVENTS.join(', ')}.`));
  const on = formatDay(dayOption(texts, options.on));
  if (on > today) throw new UsageError(typeset('Cette date n’est pas encore venue.'));
  const mediaType = options.proof === undefined ? undefined : PROOFS[extname(options.proof).toLowerCase()];
  if (options.proof !== undefined && mediaType === undefined)
    throw new UsageError(typeset('La preuve est un PDF, un JPEG ou un PNG.'));
  const bytes = options.proof === undefined ? null : readFileSync(options.proof);
  const one = await store.inTenant(tenantId, async (tx) => {
    const { actionId } = await named(tx, wanted);
    const proofSha256 = bytes === null ? null : await keepBlob(tx, store.blobs, { bytes, mediaType: mediaType! });
    const event = { kind: known, on, source: 'hand', label: options.note ?? null, proofSha256, toldBy: 'cli' } as const;
    await recordDispatchEvents(tx, { actionId, today, events: [event] });
    return findDispatch(tx, actionId);
  });
  if (!one) return;
  if (json) printJson(one);
  else print(`${dispatchEventName(known, one)} : ${lineOf(one)}`);
}
