import { day, euros, frenchDate } from '@acquit/law';
import {
  compareWays,
  HAND_OVER_OUTCOMES,
  type HandOverTerms,
  PARTNER_KINDS,
  type PartnerView,
  type ProcedureKind,
  procedureName,
} from '@acquit/recovery';
import type { Command } from 'commander';
import { endHandOver, giveAccess, keepPartner, openHandOver, withdrawAccess } from '../../jobs/index.ts';
import { publicNames } from '../../public-names.ts';
import { listHandOvers, listPartners, wayTotals } from '../../store/index.ts';
import { chosenCompanies, type Installation, UsageError, withInstallation } from '../context.ts';
import { print, printJson } from '../output.ts';
import { by, inTenant, oneOf, tell, theCase, uuidOf } from './commitment-tools.ts';

const BLANK: HandOverTerms = {
  receivesPayment: null,
  fee: null,
  remittanceDays: null,
  insurance: null,
  instructions: null,
};

const UNTOLD = { person: null, phone: null, addressLines: [], postcode: null, city: null, legalId: null };

/** The professional that the words name. Refuses as a wrong use when there is none, or several. */
async function thePartner(installation: Installation, wanted: string): Promise<PartnerView> {
  const all = await inTenant(installation, listPartners);
  const key = wanted.toLowerCase();
  const [only, ...others] = all.filter((one) => one.partnerId === key || one.name.toLowerCase() === key);
  if (only && others.length === 0) return only;
  const known = all.map((one) => `  ${one.partnerId}  ${one.name}`).join('\n');
  throw new UsageError(`Professionnel introuvable, ou plusieurs de ce nom : « ${wanted} ».\n${known}`);
}

/** `acquit hand-over`: cases entrusted to professionals, their links, their end, and what each way brought. */
export function addHandOver(program: Command): void {
  const handOver = program.command('hand-over').description('dossiers confiés à un professionnel');
  handOver
    .command('list')
    .description('les dossiers confiés')
    .option('--state <état>', 'running, ended ou all', 'running')
    .action((options: { state: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const filter = oneOf(['running', 'ended', 'all'] as const, options.state);
        for (const { companyId } of await chosenCompanies(installation)) {
          let cursor: string | undefined;
          do {
            const page = await inTenant(installation, (tx) => listHandOvers(tx, companyId, filter, cursor));
            for (const one of page.items) {
              if (installation.json) printJson(one);
              else
                print(
                  `${one.handOverId}  ${one.debtorName} : ${euros(one.amountCents)} à ${one.partnerName} depuis le ${frenchDate(day(one.openedOn))}, ${euros(one.receivedCents)} reçus, ${euros(one.costCents)} de frais${one.unread > 0 ? `, ${one.unread} à lire` : ''}`,
                );
            }
            cursor = page.nextCursor ?? undefined;
          } while (cursor !== undefined);
        }
      }),
    );
  handOver
    .command('partner')
    .description('enregistre un professionnel, ou montre ceux qui le sont')
    .argument('[nom]', 'Me Durand, SCP Martin…')
    .option('--kind <qualité>', PARTNER_KINDS.join(', '))
    .option('--email <adresse>', 'son adresse électronique')
    .addHelpText(
      'after',
      '\nExemple :\n  acquit hand-over partner "Me Durand" --kind lawyer --email durand@avocat.example',
    )
    .action((name: string | undefined, options: { kind?: string; email?: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        if (name === undefined) {
          for (const one of await inTenant(installation, listPartners)) {
            if (installation.json) printJson(one);
            else print(`${one.partnerId}  ${one.name}, ${one.kindName}`);
          }
          return;
        }
        const kind = oneOf(PARTNER_KINDS, options.kind ?? '');
        const record = { ...UNTOLD, kind, name, email: options.email ?? null };
        const answer = await inTenant(installation, (tx) => keepPartner(tx, null, record, by(installation)));
        tell(installation, answer, ({ partner }) => `${partner.partnerId}  ${partner.name}`);
      }),
    );
  handOver
    .command('open')
    .description('confie un dossier : vos relances s’y taisent jusqu’à la fin')
    .argument('<client>', 'client, dossier ou numéro d’une facture')
    .requiredOption('--to <professionnel>', 'nom ou identifiant, parmi « acquit hand-over partner »')
    .option('--fee <texte>', 'rémunération convenue')
    .option('--instructions <texte>', 'ce qui lui est demandé')
    .addHelpText('after', '\nExemple :\n  acquit hand-over open "Boulangerie Fournier" --to "Me Durand"')
    .action((wanted: string, options: { to: string; fee?: string; instructions?: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const caseId = await theCase(installation, wanted);
        const { partnerId } = await thePartner(installation, options.to);
        const terms = { ...BLANK, fee: options.fee ?? null, instructions: options.instructions ?? null };
        const order = { caseId, partnerId, reference: null, terms, note: null, procedureIds: [] };
        const answer = await inTenant(installation, (tx) => openHandOver(tx, order, by(installation)));
        tell(
          installation,
          answer,
          ({ handOver: one }) => `${one.handOverId}  Confié à ${one.partnerName} pour ${euros(one.amountCents)}.`,
        );
      }),
    );
  handOver
    .command('link')
    .description('fait un lien secret, à donner au professionnel')
    .argument('<remise>', 'identifiant')
    .option('--days <jours>', 'durée du lien', '90')
    .action((id: string, options: { days: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const { portalUrl } = publicNames();
        if (portalUrl === null)
          throw new UsageError('Cette installation n’a pas d’adresse publique : indiquez ACQUIT_PORTAL_URL.');
        const answer = await inTenant(installation, (tx) =>
          giveAccess(tx, installation.store.secrets, uuidOf(id), Number(options.days), by(installation)),
        );
        const given = 'refusal' in answer ? answer : { url: new URL(answer.path, portalUrl).href, until: answer.until };
        tell(installation, given, (made) => `${made.url}\nS’ouvre jusqu’au ${frenchDate(day(made.until))}.`);
      }),
    );
  handOver
    .command('unlink')
    .description('retire tous les liens donnés')
    .argument('<remise>', 'identifiant')
    .action((id: string, _: object, command: Command) =>
      withInstallation(command, async (installation) =>
        tell(
          installation,
          await inTenant(installation, (tx) => withdrawAccess(tx, uuidOf(id), by(installation))),
          () => 'Les liens donnés n’ouvrent plus rien.',
        ),
      ),
    );
  handOver
    .command('end')
    .description('met fin à une remise, avec son résultat')
    .argument('<remise>', 'identifiant')
    .requiredOption('--outcome <résultat>', HAND_OVER_OUTCOMES.join(', '))
    .option('--note <texte>', 'précisions')
    .action((id: string, options: { outcome: string; note?: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const outcome = oneOf(HAND_OVER_OUTCOMES, options.outcome);
        const end = { on: installation.today, outcome, note: options.note ?? null };
        const answer = await inTenant(installation, (tx) => endHandOver(tx, uuidOf(id), end, by(installation)));
        tell(installation, answer, () => 'Remise terminée : vos relances peuvent reprendre.');
      }),
    );
  handOver
    .command('compare')
    .description('ce que chaque voie a coûté et rapporté')
    .action((_: object, command: Command) =>
      withInstallation(command, async (installation) => {
        for (const { companyId } of await chosenCompanies(installation)) {
          const totals = await inTenant(installation, (tx) => wayTotals(tx, companyId, installation.today));
          for (const row of compareWays(totals, (kind) => procedureName(kind as ProcedureKind))) {
            if (installation.json) printJson(row);
            else
              print(
                `${row.name} (${row.count}) : ${euros(row.receivedCents)} reçus sur ${euros(row.amountCents)}, ${euros(row.costCents)} de frais, ${row.days} jours en moyenne`,
              );
          }
        }
      }),
    );
}
