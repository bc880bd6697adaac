import type { ReplyRow, ReplyView } from '@acquit/recovery';
import { fr } from '@acquit/recovery';
import type { Command } from 'commander';
import { acceptProposal, readReply } from '../../jobs/index.ts';
import { listReplies, replyView } from '../../store/index.ts';
import { chosenCompanies, type Installation, UsageError, withInstallation } from '../context.ts';
import { print, printJson } from '../output.ts';

export function addReplies(program: Command): void {
  const replies = program
    .command('replies')
    .description('les réponses des débiteurs qui attendent d’être lues')
    .option('--all', 'toutes, les plus récentes d’abord')
    .addHelpText(
      'after',
      '\nExemples :\n  acquit replies\n  acquit replies show ID\n  acquit replies accept ID 0\n  acquit replies read ID\n  acquit replies --all --json',
    )
    .action((options: { all?: boolean }, command: Command) =>
      withInstallation(command, async (installation) => {
        for (const { companyId } of await chosenCompanies(installation))
          await list(installation, companyId, options.all === true);
      }),
    );
  replies
    .command('show')
    .description('montre une réponse et ce qu’on y lit')
    .argument('<id>', 'identifiant de la réponse')
    .action((id: string, _options: object, command: Command) =>
      withInstallation(command, async (installation) => show(installation, await found(installation, id))),
    );
  replies
    .command('read')
    .description('marque une réponse comme lue : les envois de son dossier reprennent')
    .argument('<id>', 'identifiant de la réponse')
    .action((id: string, _options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, today } = installation;
        await found(installation, id);
        await store.inTenant(tenantId, (tx) => readReply(tx, id, { actor: 'cli', today }));
        show(installation, await found(installation, id));
      }),
    );
  replies
    .command('accept')
    .description('enregistre ce qu’une réponse dit : promesse, contestation, règlement annoncé, autre interlocuteur')
    .argument('<id>', 'identifiant de la réponse')
    .argument('<n>', 'numéro de la proposition, tel que « show » le donne')
    .action((id: string, n: string, _options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, today } = installation;
        await found(installation, id);
        const done = await store.inTenant(tenantId, (tx) =>
          acceptProposal(
            tx,
            { replyId: id, n: Number(n), amended: {} },
            { actor: 'cli', name: 'Ligne de commande', today },
          ),
        );
        if ('refusal' in done) throw new UsageError(done.refusal.message);
        if (installation.json) printJson({ message: done.message, reply: await found(installation, id) });
        else print(done.message);
      }),
    );
}

async function list(installation: Installation, companyId: string, all: boolean): Promise<void> {
  const { store, tenantId, json } = installation;
  let cursor: string | undefined;
  do {
    const page = await store.inTenant(tenantId, (tx) => listReplies(tx, companyId, all ? 'all' : 'waiting', cursor));
    for (const reply of page.items) {
      if (json) printJson(reply);
      else for (const line of linesOf(reply)) print(line);
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function linesOf({ replyId, on, debtorName, fromName, fromAddress, kindName, excerpt, proposed }: ReplyRow): string[] {
  return [
    fr`${on}  ${debtorName ?? 'À ranger'} — ${fromName || fromAddress} (${kindName.toLowerCase()})`,
    fr`    ${excerpt}`,
    ...(proposed.length > 0 ? [fr`    On y lit : ${proposed.join(', ').toLowerCase()}.`] : []),
    `    ${replyId}`,
  ];
}

async function found({ store, tenantId }: Installation, id: string): Promise<ReplyView> {
  const isIdentifier = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  const view = isIdentifier ? await store.inTenant(tenantId, (tx) => replyView(tx, id)) : null;
  if (view === null) throw new UsageError(fr`Aucune réponse « ${id} ». « acquit replies » en donne la liste.`);
  return view;
}

function show({ json }: Installation, view: ReplyView): void {
  if (json) {
    printJson(view);
    return;
  }
  for (const line of linesOf(view)) print(line);
  if (view.text !== '') print(view.text.replaceAll(/^/gm, '    > '));
  for (const { n, kindName, why, quote, state } of view.proposals)
    print(
      fr`    ${n}. ${kindName}${state === 'open' ? '' : state === 'accepted' ? ' (acceptée)' : ' (écartée)'} : « ${quote} ». ${why}`,
    );
}
