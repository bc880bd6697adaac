import { EnvironmentRefusal } from '../store/refusal.ts';
import { openStore, type Store } from '../store/store.ts';

/**
 * A command in miniature, run as a child by the tests of the supervisor: opens the store of the home given as its
 * argument, says what it found, and does what its standard input asks, one word a line. It leaves as a command does:
 * on `close`, on SIGINT and on SIGTERM by closing the store, and with the code of a refusal after its sentence.
 */
const say = (message: object): void => {
  process.stdout.write(`${JSON.stringify(message)}\n`);
};

const TENANT = '00000000-0000-4000-8000-000000000001';

let store: Store | undefined;
let leaving: Promise<void> | undefined;

function leave(): void {
  leaving ??= (async () => {
    await store?.close();
    say({ closed: true });
    process.exit(0);
  })();
}

/** Adds row after row, and says each only once the database has acknowledged it. */
async function insertForEver(open: Store): Promise<void> {
  for (let n = 1; leaving === undefined; n += 1) {
    await open.inTenant(TENANT, async (tx) => {
      await tx.query('insert into tenant (tenant_id, name) values ($1, $2) on conflict do nothing', [TENANT, TENANT]);
      const key = `${process.pid}-${n}`;
      await tx.query(`insert into idempotency (tenant_id, key, route, request_hash) values ($1, $2, '', '')`, [
        TENANT,
        key,
      ]);
    });
    say({ acknowledged: n });
  }
}

async function count(open: Store): Promise<void> {
  const { rows } = await open.inTenant(TENANT, (tx) => tx.query('select count(*)::int as rows from idempotency'));
  say(rows[0] ?? {});
}

process.on('SIGINT', leave);
process.on('SIGTERM', leave);
process.on('unhandledRejection', (error) => {
  if (leaving === undefined) throw error;
});

try {
  const open = await openStore({ home: process.argv[2] ?? '' });
  store = open;
  const [settings] = (await open.pool.query(`select current_setting('fsync') as fsync, current_user as role`)).rows;
  say({ ready: true, ...open.embedded, ...settings, uid: process.getuid?.() });
  process.stdin.setEncoding('utf8').on('data', (words: string) => {
    for (const word of words.split('\n')) {
      if (word === 'insert') void insertForEver(open);
      if (word === 'count') void count(open);
      if (word === 'close') leave();
    }
  });
} catch (error) {
  if (!(error instanceof EnvironmentRefusal)) throw error;
  say({ refused: error.code, message: error.message });
  process.exitCode = error.exitCode;
}
