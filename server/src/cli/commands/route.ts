import { readFileSync, writeFileSync } from 'node:fs';
import { euros } from '@acquit/law';
import type { RouteAnswers, RouteGuideView } from '@acquit/recovery';
import type { Command } from 'commander';
import { findCases, routeGuideOf, routeGuidePaper } from '../../jobs/index.ts';
import { chosenCompanies, UsageError, withInstallation } from '../context.ts';
import { dayOption, print, printJson } from '../output.ts';
import { tell } from './commitment-tools.ts';

export function addRoute(program: Command): void {
  program
    .command('route')
    .description('les voies de recouvrement d’un dossier, avec leur coût et ce qu’elles valent')
    .argument('<dossier>', 'identifiant du dossier, nom du client ou numéro d’une facture')
    .option('--on <date>', 'jour qui choisit la loi (aujourd’hui par défaut)')
    .option('--answers <fichier>', 'réponses à essayer, en JSON par question, sans les garder')
    .option('-o, --output <fichier>', 'écrit aussi le guide en PDF')
    .addHelpText('after', '\nExemple :\n  acquit route F2026-042 -o voies.pdf')
    .action((wanted: string, options: { on?: string; answers?: string; output?: string }, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, json, texts, today } = installation;
        if (options.on) dayOption(texts, options.on);
        const companies = (await chosenCompanies(installation)).map((one) => one.companyId);
        const [only, ...others] = await findCases(store, tenantId, companies, wanted);
        if (only === undefined) throw new UsageError(texts.caseUnknown(wanted));
        if (others.length > 0)
          throw new UsageError(
            texts.caseAmbiguous(
              wanted,
              [only, ...others].map((one) => `${one.caseId}  ${one.debtorName}`),
            ),
          );
        const draft = options.answers === undefined ? null : answersFrom(options.answers);
        const asked = { on: options.on ?? today, draft, explain: null };
        const answer = await store.inTenant(tenantId, (tx) => routeGuideOf(tx, only.caseId, asked));
        if ('refusal' in answer) return tell(installation, answer, () => '');
        if (json) printJson(answer.view);
        else for (const line of guideLines(answer.view)) print(line);
        if (answer.view.guide === null) process.exitCode = 1;
        if (options.output === undefined) return;
        const paper = await store.inTenant(tenantId, (tx) => routeGuidePaper(tx, only.caseId, asked));
        if ('refusal' in paper) {
          process.exitCode = 1;
          if (!json) print(paper.refusal.message);
          return;
        }
        writeFileSync(options.output, paper.content);
        if (!json) print(texts.written(options.output));
      }),
    );
}

/** Answers in a file: an object by question, whose values the guide checks. */
function answersFrom(path: string): RouteAnswers {
  const text = readFileSync(path, 'utf8');
  let read: unknown = null;
  try {
    read = JSON.parse(text);
  } catch {
    // What is no JSON is no object either.
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new UsageError(`${path} : objet JSON attendu.`);
  return read as RouteAnswers;
}

/** The guide as lines: what is waited for, then each open way with its price, then the closed ones with their reason. */
function guideLines({ debtorName, questions, guide, blocked }: RouteGuideView): string[] {
  const waited = questions
    .filter(({ waits }) => waits)
    .map(({ label, from }) => `  - ${label}${from ? ` (${from})` : ''}`);
  const head = [debtorName, ...(waited.length > 0 ? ['Réponses attendues :', ...waited] : [])];
  if (guide === null) return [...head, blocked?.message ?? ''];
  const open = guide.routes.filter((route) => route.open);
  const closed = guide.routes.filter((route) => !route.open);
  return [
    ...head,
    ...guide.warnings,
    'Voies ouvertes :',
    ...open.flatMap(({ name, court, chance, missing }) => [
      `  ${name}${court === null ? '' : `, ${court}`} : ${euros(BigInt(chance!.costCents))} de frais connus. ${chance!.sentence}`,
      ...(missing.length > 0 ? [`    manque : ${missing.map(({ label }) => label).join(', ')}`] : []),
    ]),
    ...(guide.notWorth === null ? [] : [guide.notWorth]),
    'Autres issues :',
    ...guide.exits.filter((exit) => exit.open).map(({ name, chance, why }) => `  ${name} : ${chance?.sentence ?? why}`),
    'Voies fermées :',
    ...closed.map(({ name, why }) => `  ${name} : ${why}`),
  ];
}
