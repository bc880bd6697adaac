import { resolve } from 'node:path';
import { typeset } from '@acquit/recovery';
import { Command, CommanderError } from 'commander';
import { version } from '../version.ts';
import { addPause, addPlanAgreement } from './commands/agreements.ts';
import { addAudit } from './commands/audit.ts';
import { addBodacc } from './commands/bodacc.ts';
import { addCard } from './commands/card.ts';
import { addClaim } from './commands/claim.ts';
import { addDispute, addPromise } from './commands/commitments.ts';
import { addCompany } from './commands/company.ts';
import { addCourtFile } from './commands/court-file.ts';
import { addCourts } from './commands/courts.ts';
import { addDemo } from './commands/demo.ts';
import { addDigest } from './commands/digest.ts';
import { addDispatch } from './commands/dispatch.ts';
import { addHandOver } from './commands/hand-over.ts';
import { addImport } from './commands/import.ts';
import { addJournal } from './commands/journal.ts';
import { addLaw } from './commands/law.ts';
import { addLetter } from './commands/letter.ts';
import { addLimitation } from './commands/limitation.ts';
import { addMail } from './commands/mail.ts';
import { addMatch } from './commands/match.ts';
import { addPassword } from './commands/password.ts';
import { addPlan } from './commands/plan.ts';
import { addDeadlines, addProcedure } from './commands/procedures.ts';
import { addRead } from './commands/read.ts';
import { addReplies } from './commands/replies.ts';
import { addRoute } from './commands/route.ts';
import { addRun } from './commands/run.ts';
import { addScenario } from './commands/scenario.ts';
import { addScore } from './commands/score.ts';
import { addSources } from './commands/sources.ts';
import { addStart } from './commands/start.ts';
import { addTemplate } from './commands/template.ts';
import { texts } from './texts.ts';

/** Exit code of a command that printed some refusals and did the rest (contract §2). */
export const SOME_REFUSED = 1;

/** The whole command line. Each command lives in its file with its help and its examples. */
export function createProgram(): Command {
  const program = new Command('acquit')
    .description('Recouvre les factures impayées, de l’avis avant échéance au titre exécutoire, sur votre machine.')
    .version(version, '-V, --version', 'affiche la version')
    .helpOption('-h, --help', 'affiche l’aide')
    .helpCommand('help [commande]', 'affiche l’aide d’une commande')
    .option('--home <dossier>', 'dossier des données (sinon ACQUIT_HOME, sinon ./.acquit)')
    .option('--company <société>', 'société : identifiant, SIREN ou nom')
    .option('--lang <langue>', 'langue des messages : fr ou en')
    .option('--json', 'une ligne JSON par résultat')
    .configureHelp({ styleTitle: (title) => frenchTitles[title] ?? title })
    .showHelpAfterError('(« --help » montre l’aide et des exemples)')
    .exitOverride();
  const commands = [
    addStart,
    addDemo,
    addRead,
    addImport,
    addMatch,
    addRun,
    addPlan,
    addRoute,
    addDigest,
    addScenario,
    addPromise,
    addDispute,
    addPlanAgreement,
    addPause,
    addProcedure,
    addDeadlines,
    addLimitation,
    addHandOver,
    addClaim,
    addLaw,
    addLetter,
    addDispatch,
    addJournal,
    addCompany,
    addMail,
    addPassword,
    addCard,
    addTemplate,
    addScore,
    addAudit,
    addCourtFile,
    addCourts,
    addBodacc,
    addSources,
    addReplies,
  ];
  for (const add of commands) add(program);
  for (const command of allCommands(program)) command.exitOverride().helpOption('-h, --help', 'affiche l’aide');
  return program;
}

const frenchTitles: Record<string, string> = {
  'Usage:': 'Usage :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
  'Global Options:': 'Options communes :',
};

function allCommands(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...allCommands(child)]);
}

/** Runs a command line and gives its exit code: 0 done, 1 some input refused, 2 wrong usage, 3 environment. */
export async function runProgram(argv: readonly string[]): Promise<number> {
  process.exitCode = 0;
  try {
    await createProgram().parseAsync(argv, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { message, exitCode } = error as { message?: string; exitCode?: number };
    if (exitCode === 2 || exitCode === 3) {
      process.stderr.write(`${typeset(message ?? '')}\n`);
      return exitCode;
    }
    const trouble = fileTrouble(error, argv);
    if (trouble === null) throw error;
    process.stderr.write(`${typeset(trouble.message)}\n`);
    return trouble.exitCode;
  }
}

/** A path that leads nowhere is a wrong use; one that the machine does not let us use is its own trouble. */
const FILE_TROUBLES: Readonly<Record<string, { why: keyof typeof texts.fr.fileTrouble; exitCode: 2 | 3 }>> = {
  ENOENT: { why: 'missing', exitCode: 2 },
  ENOTDIR: { why: 'missing', exitCode: 2 },
  EISDIR: { why: 'folder', exitCode: 2 },
  EACCES: { why: 'forbidden', exitCode: 3 },
  EPERM: { why: 'forbidden', exitCode: 3 },
  EROFS: { why: 'forbidden', exitCode: 3 },
  ENOSPC: { why: 'full', exitCode: 3 },
};

/** What is wrong with a file or folder that the command itself named; null for any other failure, which is ours. */
function fileTrouble(error: unknown, argv: readonly string[]): { message: string; exitCode: 2 | 3 } | null {
  const { code = '', path } = error as { code?: string; path?: unknown };
  const known = FILE_TROUBLES[code];
  if (known === undefined || typeof path !== 'string') return null;
  const named = argv.some((one) => one !== '' && (resolve(path) === resolve(one) || path.startsWith(`${one}/`)));
  const lang = argv[argv.indexOf('--lang') + 1] === 'en' ? 'en' : 'fr';
  return named ? { message: texts[lang].fileTrouble[known.why](path), exitCode: known.exitCode } : null;
}
