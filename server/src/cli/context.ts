import { resolve } from 'node:path';
import { formatDay } from '@acquit/law';
import type { Command } from 'commander';
import { systemClock } from '../clock.ts';
import { ensureTenant, listCompanies } from '../jobs/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { type Lang, type Texts, texts } from './texts.ts';

/** Options that every command understands (contract §2). */
export interface GlobalOptions {
  home: string;
  company?: string;
  lang: Lang;
  json: boolean;
}

/** A wrong use of the command line: printed as a sentence, exit code 2. */
export class UsageError extends Error {
  readonly exitCode = 2;
}

export function globalsOf(command: Command): GlobalOptions & { texts: Texts } {
  const { home, company, lang, json } = command.optsWithGlobals() as {
    home?: string;
    company?: string;
    lang?: string;
    json?: boolean;
  };
  if (lang !== undefined && lang !== 'fr' && lang !== 'en') throw new UsageError(texts.fr.unknownLang(lang));
  const language: Lang = lang ?? 'fr';
  return {
    home: resolve(home ?? process.env.ACQUIT_HOME ?? '.acquit'),
    ...(company === undefined ? {} : { company }),
    lang: language,
    json: json ?? false,
    texts: texts[language],
  };
}

/** What a command that needs the database works with. */
export interface Installation extends GlobalOptions {
  store: Store;
  tenantId: string;
  today: string;
  texts: Texts;
}

/**
 * Opens the installation (starting its database if no other process has), runs `work`, and leaves it as it was found:
 * the database stops with the last process that uses it.
 */
export async function withInstallation<T>(
  command: Command,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const globals = globalsOf(command);
  const databaseUrl = process.env.DATABASE_URL;
  const store = await openStore({ home: globals.home, ...(databaseUrl ? { databaseUrl } : {}) });
  const stop = () => void store.close().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await work({
      ...globals,
      store,
      tenantId: await ensureTenant(store),
      today: formatDay(systemClock().today()),
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await store.close();
  }
}

/** The companies a command speaks of: the one named by --company (identifier, SIREN or name), else all. */
export async function chosenCompanies(installation: Installation): Promise<{ companyId: string; name: string }[]> {
  const companies = await installation.store.inTenant(installation.tenantId, (tx) =>
    listCompanies(tx, installation.tenantId),
  );
  const wanted = installation.company?.toLowerCase();
  if (!wanted) return companies;
  const found = companies.filter(
    (one) => one.companyId === wanted || one.legalId === wanted || one.name.toLowerCase() === wanted,
  );
  if (found.length === 0)
    throw new UsageError(
      installation.texts.unknownCompany(
        installation.company ?? '',
        companies.map((one) => one.name),
      ),
    );
  return found;
}

/** The one company a command works in; several without --company is a wrong use that lists them. */
export async function oneCompany(installation: Installation): Promise<{ companyId: string; name: string }> {
  const companies = await chosenCompanies(installation);
  const [only] = companies;
  if (only && companies.length === 1) return only;
  throw new UsageError(
    only ? installation.texts.chooseCompany(companies.map((one) => one.name)) : installation.texts.noCompany,
  );
}
