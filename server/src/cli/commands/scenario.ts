import { readFileSync } from 'node:fs';
import { day, euros, frenchDate } from '@acquit/law';
import {
  type BacktestView,
  channelName,
  conditionsLine,
  type PlanChange,
  type PlannedSend,
  type Scenario,
  type ScenarioRefusal,
  stepLine,
  stopLines,
} from '@acquit/recovery';
import type { Command } from 'commander';
import { findCases, keepScenario, previewScenario, replayScenario, scenariosOf } from '../../jobs/index.ts';
import { chooseScenario, loadCompany, loadScenarios, type Tx, touchCases } from '../../store/index.ts';
import { chosenCompanies, type Installation, UsageError, withInstallation } from '../context.ts';
import { dayOption, print, printJson } from '../output.ts';
import { type AmicableTexts, amicableTexts } from '../texts-amicable.ts';

const ACTOR = 'cli';

/** `acquit scenario`: scenarios as files, what a change would do before it is made, and what it would have done. */
export function addScenario(program: Command): void {
  const scenario = program.command('scenario').description('scénarios de relance : voir, modifier, comparer, rejouer');
  const on = (name: string, description: string) => scenario.command(name).description(description);
  on('list', 'les scénarios de la société, et les règles qui les choisissent').action((_: object, command: Command) =>
    withInstallation(command, list),
  );
  on('show', 'les étapes d’un scénario ; avec --json, le fichier à modifier')
    .argument('<clé>', 'par exemple business')
    .action((key: string, _: object, command: Command) => withInstallation(command, (it) => show(it, key)));
  on('diff', 'ce qui changerait dans les 30 jours, sans rien enregistrer')
    .argument('<fichier>', 'scénario en JSON, ou - pour l’entrée standard')
    .option('--keep', 'les dossiers en cours gardent leur version')
    .action((file: string, options: { keep?: boolean }, command: Command) =>
      withInstallation(command, (it) => diff(it, file, options.keep ?? false)),
    );
  on('set', 'enregistre un scénario : une nouvelle version')
    .argument('<fichier>', 'scénario en JSON, ou - pour l’entrée standard')
    .option('--keep', 'les dossiers en cours gardent leur version')
    .addHelpText(
      'after',
      '\nExemple :\n  acquit scenario show business --json > s.json\n  acquit scenario set s.json --keep',
    )
    .action((file: string, options: { keep?: boolean }, command: Command) =>
      withInstallation(command, (it) => set(it, file, options.keep ?? false)),
    );
  on('backtest', 'rejoue un scénario sur votre passé et le compare à ce qui a été fait')
    .argument('<fichier>', 'scénario en JSON, - pour l’entrée standard, ou la clé d’un scénario')
    .option('--from <date>', 'premier jour (il y a un an par défaut)')
    .option('--until <date>', 'jour de fin, non compris (aujourd’hui par défaut)')
    .action((file: string, options: { from?: string; until?: string }, command: Command) =>
      withInstallation(command, (it) => backtest(it, file, options)),
    );
  on('assign', 'choisit le scénario d’un dossier à la main ; « - » le rend aux règles')
    .argument('<dossier>', 'identifiant du dossier, nom du client ou numéro d’une facture')
    .argument('<clé>', 'par exemple large-account')
    .action((wanted: string, key: string, _: object, command: Command) =>
      withInstallation(command, (it) => choose(it, wanted, key)),
    );
}

/** The one company a scenario belongs to: named by --company, or the only one. */
async function companyOf(installation: Installation): Promise<string> {
  const [only, ...others] = await chosenCompanies(installation);
  if (!only || others.length > 0) throw new UsageError(installation.texts.oneCompany);
  return only.companyId;
}

async function inCompany<T>(installation: Installation, work: (tx: Tx, terms: Terms) => Promise<T>): Promise<T> {
  const companyId = await companyOf(installation);
  return installation.store.inTenant(installation.tenantId, async (tx) => {
    const company = await loadCompany(tx, companyId);
    if (company === null) throw new Error(`No company ${companyId} in this tenant.`);
    return work(tx, { company, book: await loadScenarios(tx, companyId), today: day(installation.today) });
  });
}

type Terms = Omit<Parameters<typeof replayScenario>[1], 'scenario'>;

async function list(installation: Installation): Promise<void> {
  const { scenarios, rules } = await inCompany(installation, (tx, { company }) => scenariosOf(tx, company.companyId));
  if (installation.json) return printJson({ scenarios, rules });
  const words = amicableTexts[installation.lang];
  for (const { key, name, version, steps } of scenarios) print(words.steps(key, name, version, steps.length));
  for (const rule of rules) print(words.rule(rule.name, rule.scenario, conditionsLine(rule.when)));
}

async function show(installation: Installation, key: string): Promise<void> {
  const scenario = await inCompany(installation, async (_, { book }) => book.latest[key]);
  if (scenario === undefined) throw new UsageError(installation.texts.unknownScenario(key));
  if (installation.json) return printJson(scenario);
  const words = amicableTexts[installation.lang];
  print(words.version(scenario.name, scenario.version));
  for (const step of scenario.steps) print(words.line(step.name, stepLine(step)));
  for (const line of stopLines(scenario)) print(`  ${line}`);
}

/** Reads a scenario from a file; its form is refused as a wrong use, what it says is for the core to judge. */
async function read(installation: Installation, file: string): Promise<Scenario> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (error) {
    throw new UsageError(installation.texts.unreadableScenario(file, error instanceof Error ? error.message : ''));
  }
  // The forms of the server are loaded by who reads one.
  const { readScenario } = await import('../../forms.ts');
  const found = readScenario(value);
  if ('problem' in found) throw new UsageError(installation.texts.unreadableScenario(file, found.problem));
  return found.scenario;
}

function refuse(installation: Installation, refusals: readonly ScenarioRefusal[]): void {
  process.exitCode = 1;
  if (installation.json) printJson({ refusals });
  else for (const { message } of refusals) print(message);
}

async function diff(installation: Installation, file: string, keep: boolean): Promise<void> {
  const scenario = await read(installation, file);
  const found = await inCompany(installation, (tx, terms) => previewScenario(tx, { ...terms, scenario, keep }));
  if (found.refusals.length > 0) return refuse(installation, found.refusals);
  if (installation.json) return printJson(found);
  const { cases, asked, days } = found;
  const words = amicableTexts[installation.lang];
  print(words.difference(days, asked < cases ? words.sample(asked, cases) : '', found));
  for (const change of found.changes) print(`  ${changeLine(change)}`);
}

function changeLine({ kind, before, after }: PlanChange): string {
  const said = ({ debtorName, stepName, channel, totalCents }: PlannedSend) =>
    `${debtorName} : ${stepName} (${channelName(channel)}), ${euros(totalCents)}`;
  const at = (send: PlannedSend) => frenchDate(day(send.on));
  if (kind === 'moved') return `↔ ${at(before!)} → ${at(after!)}  ${said(after!)}`;
  if (kind === 'changed') return `± ${at(after!)}  ${said(before!)} → ${euros(after!.totalCents)}`;
  return kind === 'added' ? `+ ${at(after!)}  ${said(after!)}` : `− ${at(before!)}  ${said(before!)}`;
}

async function set(installation: Installation, file: string, keep: boolean): Promise<void> {
  const scenario = await read(installation, file);
  const { refusals, saved } = await inCompany(installation, async (tx, terms) => {
    const refusals = await keepScenario(tx, { ...terms, scenario, keep }, ACTOR);
    return { refusals, saved: (await loadScenarios(tx, terms.company.companyId)).latest[scenario.key] };
  });
  if (refusals.length > 0) return refuse(installation, refusals);
  if (installation.json) return printJson(saved);
  print(amicableTexts[installation.lang].inForce(saved!.name, saved!.version));
}

async function backtest(
  installation: Installation,
  file: string,
  options: { from?: string; until?: string },
): Promise<void> {
  const { texts } = installation;
  const period = {
    from: options.from === undefined ? undefined : dayOption(texts, options.from),
    until: options.until === undefined ? undefined : dayOption(texts, options.until),
  };
  const found = await inCompany(installation, async (tx, terms) => {
    const scenario = terms.book.latest[file] ?? (await read(installation, file));
    return replayScenario(tx, { ...terms, scenario }, period);
  });
  if ('refusals' in found) return refuse(installation, found.refusals);
  if (installation.json) return printJson(found);
  for (const line of backtestLines(found, amicableTexts[installation.lang])) print(line);
}

function backtestLines(found: BacktestView, words: AmicableTexts): string[] {
  const { from, until, claims, paidClaims, averageDaysToPay, done, replayed, selfPaid, firstContact, notes } = found;
  return [
    words.period(from, until, claims, paidClaims, words.paid(averageDaysToPay)),
    words.contacts(words.done, done),
    words.contacts(words.replayed, replayed),
    words.selfPaid(selfPaid.claims, selfPaid.chased),
    words.firstContact(firstContact.sooner, firstContact.later, firstContact.same),
    ...notes,
  ];
}

async function choose(installation: Installation, wanted: string, key: string): Promise<void> {
  const { store, tenantId, texts, today, json, lang } = installation;
  const companies = (await chosenCompanies(installation)).map((one) => one.companyId);
  const found = await findCases(store, tenantId, companies, wanted);
  const [only, ...others] = found;
  if (!only) throw new UsageError(texts.caseUnknown(wanted));
  if (others.length > 0)
    throw new UsageError(
      texts.caseAmbiguous(
        wanted,
        found.map((one) => `${one.caseId}  ${one.debtorName}`),
      ),
    );
  const chosen = key === '-' ? null : key;
  await inCompany(installation, async (tx, { book }) => {
    if (chosen !== null && book.latest[chosen] === undefined) throw new UsageError(texts.unknownScenario(chosen));
    await chooseScenario(tx, only.caseId, chosen);
    await touchCases(tx, [only.caseId], today, [
      {
        actor: ACTOR,
        action: 'case.scenario-chosen',
        objectKind: 'case',
        objectId: only.caseId,
        payload: { scenario: chosen },
      },
    ]);
  });
  if (json) printJson({ case: only.caseId, scenario: chosen });
  else
    print(
      chosen === null
        ? amicableTexts[lang].toRules(only.debtorName)
        : amicableTexts[lang].assigned(only.debtorName, chosen),
    );
}
