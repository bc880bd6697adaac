import pg, { type Pool, type PoolClient, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';
import { asParameter } from './array-literal.ts';
import { diskFull, systemCode } from './refusal.ts';

/**
 * What code may do inside one transaction of one tenant. Row security compares every row with the tenant that the
 * transaction declares; nothing is visible outside of such a transaction.
 */
export interface Tx {
  readonly tenantId: string;
  /** Runs one parameterised statement; same shape as the driver's `query`. See `pg-types.ts` for the values. */
  query<R extends QueryResultRow = QueryResultRow>(text: string, values?: readonly unknown[]): Promise<QueryResult<R>>;
  /** Runs one statement and gives its rows as arrays, in column order: for the few loops where making objects costs. */
  arrays<R extends readonly unknown[]>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** Reads a long result in batches of `size` rows through a cursor of the server, in bounded memory. */
  batches<R extends QueryResultRow>(text: string, values: readonly unknown[], size?: number): AsyncGenerator<R[]>;
}

export interface TenantOptions {
  /** Long work (the night's pass, an import) names the time it needs; the default is the pool's minute. */
  readonly timeoutMs?: number;
  /** A snapshot that stays the same for the whole transaction, for verification and export. */
  readonly snapshot?: boolean;
  /**
   * For work of a few rows that comes again and again, such as one file after another: the connection keeps its statements
   * and their plans, which cost more to make than to run. A plan made for few rows is not for work on many.
   */
  readonly prepared?: boolean;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const BATCH = 2_000;
/** PostgreSQL's own code for it. */
const DISK_FULL = '53100';

/**
 * Runs `work` in one transaction of `tenantId`: committed when it returns, rolled back when it throws. The tenant is
 * a setting *local to the transaction*, so the next user of the same pooled connection starts with none.
 */
export async function inTenant<T>(
  pool: Pool,
  tenantId: string,
  work: (tx: Tx) => Promise<T>,
  options: TenantOptions = {},
): Promise<T> {
  if (!UUID.test(tenantId)) throw new Error('A tenant is named by a UUID in lower case.');
  const client = await pool.connect();
  // A connection whose state is unknown is thrown away, never given to the next tenant.
  let broken: Error | undefined;
  try {
    await client.query(opening(tenantId, options));
    const result = await work(open(client, tenantId, options.prepared ? nameOf : () => undefined));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw systemCode(error) === DISK_FULL ? diskFull('la base de données', error) : error;
  } finally {
    client.release(broken);
  }
}

/** One round trip: both values are checked above or numbers, so they may stand in the text. */
function opening(tenantId: string, { timeoutMs, snapshot, prepared }: TenantOptions): string {
  const begin = snapshot ? 'begin isolation level repeatable read read only' : 'begin';
  const timeout = timeoutMs === undefined ? '' : `; set local statement_timeout = ${Math.trunc(timeoutMs)}`;
  // A plan that is kept outlives the small tables it was made for: it must not read one from end to end. The server would
  // rather make some of them again for each work's own values, which takes it as long as all the work.
  const byKey = prepared ? '; set local enable_seqscan = off; set local plan_cache_mode = force_generic_plan' : '';
  return `${begin}; set local acquit.tenant = '${tenantId}'${timeout}${byKey}`;
}

/** The names under which connections keep statements: one per text, so that they are as few as the program's texts. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `prepared_${names.size + 1}`;
  names.set(text, name);
  return name;
}

function open(client: PoolClient, tenantId: string, nameOf: (text: string) => string | undefined): Tx {
  let cursors = 0;
  const config = (text: string, values: readonly unknown[] | undefined): QueryConfig => {
    if (values === undefined) return { text };
    const given = values.map(asParameter);
    const name = nameOf(text);
    return name === undefined ? { text, values: given } : { text, values: given, name };
  };
  return {
    tenantId,
    query: <R extends QueryResultRow>(text: string, values?: readonly unknown[]) =>
      client.query<R>(config(text, values)),
    async arrays<R extends readonly unknown[]>(text: string, values?: readonly unknown[]) {
      const { rows } = await client.query({ ...config(text, values), rowMode: 'array' });
      return rows as unknown as R[];
    },
    async *batches<R extends QueryResultRow>(text: string, values: readonly unknown[], size: number = BATCH) {
      cursors += 1;
      const name = pg.escapeIdentifier(`batches_${cursors}`);
      await client.query(`declare ${name} no scroll cursor for ${text}`, values.map(asParameter));
      const fetch = (): Promise<QueryResult<R>> => client.query<R>(`fetch ${Math.trunc(size)} from ${name}`);
      // The next batch is asked for before this one is used, so that server and program work at the same time.
      let coming: Promise<QueryResult<R>> | undefined = fetch();
      try {
        while (coming) {
          const batch: QueryResult<R> = await coming;
          coming = batch.rows.length < size ? undefined : fetch();
          if (batch.rows.length > 0) yield batch.rows;
        }
      } finally {
        await coming?.catch(() => undefined);
        await client.query(`close ${name}`).catch(() => undefined);
      }
    },
  };
}
