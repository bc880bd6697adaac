import pg, { type ClientConfig } from 'pg';
import { parse as parseUrl, toClientConfig } from 'pg-connection-string';
import type { Embedded } from './embedded/index.ts';
import { columnTypes } from './pg-types.ts';
import { diskFull, EnvironmentRefusal, systemCode } from './refusal.ts';
import { type Roles, SEARCH_PATH } from './roles.ts';

/** The two ways into a database: as the one who may change the schema, and as the application. */
export interface Access {
  /** For sentences: the server and the database, never a password. */
  readonly where: string;
  readonly admin: ClientConfig;
  readonly app: (roles: Roles) => ClientConfig;
  /** Set for the embedded server alone: the application's role may log in with it. */
  readonly appPassword?: string;
}

/** A query of the application that runs longer is a mistake; long work asks for more time by name. */
const STATEMENT_MS = 60_000;
const LOCK_MS = 15_000;
/** A transaction left open by a bug would keep locks for ever. */
const IDLE_IN_TRANSACTION_MS = 300_000;
const CONNECT_MS = 10_000;

const session = (extra: string): string =>
  `-c TimeZone=UTC -c DateStyle=ISO -c search_path=${SEARCH_PATH.replaceAll(' ', '')}${extra}`;

const common: ClientConfig = { types: columnTypes, connectionTimeoutMillis: CONNECT_MS, keepAlive: true };

const limits: ClientConfig = {
  application_name: 'acquit',
  statement_timeout: STATEMENT_MS,
  lock_timeout: LOCK_MS,
  idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
};

type Door = Pick<Embedded, 'socketFolder' | 'port' | 'supervisor' | 'appPassword'>;

/** The ways into a database of the embedded server. */
export function embeddedAccess(embedded: Door, database: string): Access {
  const place = { host: embedded.socketFolder, port: embedded.port, database };
  const { user, password } = embedded.supervisor;
  return {
    where: `la base intégrée « ${database} »`,
    admin: { ...common, ...place, user, password, options: session(''), application_name: 'acquit supervisor' },
    app: ({ app }) => ({
      ...common,
      ...limits,
      ...place,
      user: app,
      password: embedded.appPassword,
      options: session(''),
    }),
    appPassword: embedded.appPassword,
  };
}

/** The ways into the database of a DATABASE_URL. Refuses (BadDatabaseUrl) what cannot be read as one. */
export function urlAccess(url: string): Access {
  const place = readUrl(url);
  const own = place.options === undefined ? '' : ` ${place.options}`;
  return {
    where: `${place.host ?? 'localhost'}:${place.port ?? 5432}, base « ${place.database ?? ''} »`,
    admin: { ...common, ...place, options: session(own), application_name: 'acquit supervisor' },
    // One login enters; the session gives up its rights before its first query.
    app: ({ app }) => ({ ...common, ...limits, ...place, options: session(`${own} -c role=${app}`) }),
  };
}

function readUrl(url: string): ClientConfig {
  try {
    const parsed = parseUrl(url);
    if (!/^postgres(ql)?:/.test(url) || !parsed.database) throw new Error('No database is named.');
    return toClientConfig(parsed) as ClientConfig;
  } catch {
    // The cause is left out: it would carry the address with its password.
    throw new EnvironmentRefusal(
      'BadDatabaseUrl',
      'DATABASE_URL n’est pas une adresse de base PostgreSQL. La forme attendue est « postgresql://utilisateur:motdepasse@hôte:5432/base ».',
    );
  }
}

/** Opens one connection as the administrator, for the time of `work`. Refuses a server that cannot be reached. */
export async function asAdmin<T>(access: Access, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(access.admin);
  // A connection that breaks while idle must not end the process; the next query reports it.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(error, access);
  }
  try {
    return await work(client);
  } catch (error) {
    if (systemCode(error) === '53100') throw diskFull(access.where, error);
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const NO_SUCH_DATABASE = '3D000';

/** Whether an error of `asAdmin` says that the database itself does not exist on a server that answers. */
export function isMissingDatabase(error: unknown): boolean {
  return error instanceof EnvironmentRefusal && systemCode(error.cause) === NO_SUCH_DATABASE;
}

function unreachable(error: unknown, { where }: Access): EnvironmentRefusal {
  const code = systemCode(error) ?? 'unknown';
  const reasons: Record<string, string> = {
    '28P01': 'le mot de passe est refusé',
    '28000': 'ce rôle n’a pas le droit de s’y connecter',
    [NO_SUCH_DATABASE]: 'cette base n’existe pas',
    '53300': 'le serveur n’accepte plus de connexion',
    '57P03': 'le serveur est en train de démarrer ou de s’arrêter',
    ECONNREFUSED: 'rien n’écoute à cette adresse',
    ENOTFOUND: 'ce nom de serveur est inconnu',
    EAI_AGAIN: 'ce nom de serveur ne peut pas être résolu',
    ENOENT: 'son point d’accès n’existe pas',
    ETIMEDOUT: 'le serveur ne répond pas',
  };
  const why = reasons[code] ?? 'la connexion échoue';
  return new EnvironmentRefusal(
    'DatabaseUnreachable',
    `Impossible d’ouvrir ${where} : ${why} (${code}). Vérifiez DATABASE_URL et le serveur, puis relancez.`,
    { code },
    error,
  );
}
