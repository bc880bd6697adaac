import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { expect, test } from 'vitest';
import { newTenant, testStore } from '../../testing/index.ts';
import { appendJournal, type JournalHead, type JournalProblem, verifyJournal } from './index.ts';

/**
 * What a person with every right on the database could do to a journal, at random, and what must be seen of it:
 * always with the anchor, and of the last two kinds only with it.
 */
const { store, asSupervisor } = await testStore();

const SEED = 46_80;
const RUNS = 220;

/** A small generator of our own, so that a run is repeated by its seed alone (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

interface Scene {
  readonly client: Client;
  readonly tenant: string;
  readonly length: number;
  /** A random number from 1 to the length. */
  readonly pick: () => number;
  readonly below: (limit: number) => number;
}

type Expected = Pick<JournalProblem, 'kind' | 'seq'>;
interface Outcome {
  readonly without: Expected | 'valid';
  readonly withAnchor: Expected;
}
type Tampering = (scene: Scene) => Promise<Outcome>;

const seen = (kind: JournalProblem['kind'], seq: number): Outcome => ({
  without: { kind, seq },
  withAnchor: { kind, seq },
});
const onlyAnchored = (kind: JournalProblem['kind'], seq: number): Outcome => ({
  without: 'valid',
  withAnchor: { kind, seq },
});

const run = (scene: Scene, sql: string, ...values: unknown[]): Promise<unknown> =>
  scene.client.query(sql, [scene.tenant, ...values]);

/** Computes an entry's hash anew, as somebody who knows the rule would. */
async function rehash(scene: Scene, seq: number): Promise<void> {
  const { rows } = await scene.client.query<{ lines: string }>(
    `select concat_ws(E'\\n', encode(previous, 'hex'), seq, at, actor, action, object_kind, object_id,
                      encode(commitment, 'hex')) as lines
       from journal_entry where tenant_id = $1 and seq = $2`,
    [scene.tenant, seq],
  );
  const hash = createHash('sha256')
    .update(rows[0]?.lines ?? '')
    .digest();
  await run(scene, 'update journal_entry set hash = $3 where tenant_id = $1 and seq = $2', seq, hash);
}

async function shift(scene: Scene, from: number, by: number): Promise<void> {
  for (const table of ['journal_payload', 'journal_entry']) {
    await run(scene, `update ${table} set seq = -seq where tenant_id = $1 and seq >= $2`, from);
    await run(scene, `update ${table} set seq = -seq + $2 where tenant_id = $1 and seq < 0`, by);
  }
}

async function remove(scene: Scene, from: number, until: number): Promise<void> {
  for (const table of ['journal_payload', 'journal_entry']) {
    await run(scene, `delete from ${table} where tenant_id = $1 and seq between $2 and $3`, from, until);
  }
}

async function forge(scene: Scene, seq: number, whole: boolean): Promise<void> {
  await run(
    scene,
    `insert into journal_entry
     select tenant_id, $2::bigint, at, 'user:intruder', 'claim.settled', object_kind, object_id, commitment,
            coalesce((select hash from journal_entry where tenant_id = $1 and seq = $2::bigint - 1), previous), hash
       from journal_entry where tenant_id = $1 and seq <> $2::bigint order by seq limit 1`,
    seq,
  );
  if (whole) await rehash(scene, seq);
}

const COLUMNS = ['actor', 'action', 'object_kind', 'object_id'] as const;

const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'edit a field': async (scene) => {
    const [seq, column] = [scene.pick(), COLUMNS[scene.below(4)]];
    await run(scene, `update journal_entry set ${column} = ${column} || 'x' where tenant_id = $1 and seq = $2`, seq);
    return seen('edited', seq);
  },
  'move text from one field to the next': async (scene) => {
    const seq = scene.pick();
    await run(
      scene,
      `update journal_entry set actor = actor || E'\\n' || action, action = object_kind, object_kind = object_id,
              object_id = '' where tenant_id = $1 and seq = $2`,
      seq,
    );
    return seen('edited', seq);
  },
  'move the instant': async (scene) => {
    const seq = scene.pick();
    await run(scene, `update journal_entry set at = at - interval '1 day' where tenant_id = $1 and seq = $2`, seq);
    return seen('edited', seq);
  },
  'edit and hash anew': async (scene) => {
    const seq = scene.pick();
    await run(scene, `update journal_entry set actor = 'user:2' where tenant_id = $1 and seq = $2`, seq);
    await rehash(scene, seq);
    return seen('edited', seq);
  },
  'edit the particulars': async (scene) => {
    const seq = scene.pick();
    await run(
      scene,
      `update journal_payload set payload = payload || '{"totalCents": 1}' where tenant_id = $1 and seq = $2`,
      seq,
    );
    return seen('edited', seq);
  },
  delete: async (scene) => {
    const seq = 1 + scene.below(scene.length - 1);
    await remove(scene, seq, Math.min(scene.length - 1, seq + scene.below(3)));
    return seen('deleted', seq);
  },
  'delete and number anew': async (scene) => {
    const [seq, count] = [1 + scene.below(scene.length - 3), 1 + scene.below(2)];
    await remove(scene, seq, seq + count - 1);
    await shift(scene, seq + count, -count);
    return seen('deleted', seq);
  },
  'insert a forged entry': async (scene) => {
    const seq = scene.pick();
    await shift(scene, seq, 1);
    await forge(scene, seq, scene.below(2) === 0);
    return seen('inserted', seq);
  },
  'insert before the first': async (scene) => {
    await forge(scene, 0, false);
    return seen('inserted', 0);
  },
  'insert after the last': async (scene) => {
    await forge(scene, scene.length + 1, scene.below(2) === 0);
    return seen('inserted', scene.length + 1);
  },
  swap: async (scene) => {
    const first = 1 + scene.below(scene.length - 1);
    const second = first + 1 + scene.below(scene.length - first);
    for (const table of ['journal_payload', 'journal_entry']) {
      await run(scene, `update ${table} set seq = -$3::bigint where tenant_id = $1 and seq = $2`, first, second);
      await run(scene, `update ${table} set seq = $2 where tenant_id = $1 and seq = $3`, first, second);
      await run(scene, `update ${table} set seq = $2 where tenant_id = $1 and seq = -$2::bigint`, second);
    }
    return seen('swapped', first);
  },
  'cut the tail': async (scene) => {
    const from = 2 + scene.below(scene.length - 1);
    await remove(scene, from, scene.length);
    return seen('cut', from);
  },
  'cut the tail and the head with it': async (scene) => {
    const from = 2 + scene.below(scene.length - 1);
    await remove(scene, from, scene.length);
    await run(
      scene,
      `update journal_head set seq = $2, hash = (select hash from journal_entry where tenant_id = $1 and seq = $2)
        where tenant_id = $1`,
      from - 1,
    );
    return onlyAnchored('cut', from);
  },
  'rewrite everything': async (scene) => {
    await run(scene, `update journal_entry set actor = 'user:2' where tenant_id = $1 and seq = $2`, scene.pick());
    for (let seq = 1; seq <= scene.length; seq += 1) {
      const previous = '(select hash from journal_entry p where p.tenant_id = $1 and p.seq = $2::bigint - 1)';
      await run(
        scene,
        `update journal_entry set previous = coalesce(${previous}, previous) where tenant_id = $1 and seq = $2`,
        seq,
      );
      await rehash(scene, seq);
    }
    await run(
      scene,
      `update journal_head set hash = (select hash from journal_entry where tenant_id = $1 and seq = $2)
        where tenant_id = $1`,
      scene.length,
    );
    return onlyAnchored('rewritten', 1);
  },
};

async function makeJournal(length: number): Promise<{ tenant: string; anchor: JournalHead }> {
  const tenant = await newTenant(store);
  const anchor = await store.inTenant(tenant, (tx) =>
    appendJournal(
      tx,
      Array.from({ length }, (_, n) => ({
        actor: 'night',
        action: 'reminder.queued',
        objectKind: 'case',
        objectId: `case-${n}`,
        payload: { totalCents: n * 1_000 + 7 },
      })),
    ),
  );
  return { tenant, anchor };
}

const brief = (problem: JournalProblem | undefined): Expected | 'valid' =>
  problem ? { kind: problem.kind, seq: problem.seq } : 'valid';

test(`${RUNS} random tamperings are all found, each for what it is (seed ${SEED})`, async () => {
  const below = randomFrom(SEED);
  const names = Object.keys(TAMPERINGS);
  await asSupervisor(async (client) => {
    // Whoever owns the database switches its checks off first.
    await client.query('set session_replication_role = replica');
    for (let round = 0; round < RUNS; round += 1) {
      const name = names[round % names.length]!;
      const length = 6 + below(20);
      const { tenant, anchor } = await makeJournal(length);
      const scene = { client, tenant, length, below, pick: () => 1 + below(length) };
      const expected = await TAMPERINGS[name]!(scene);
      const label = `round ${round}: ${name}, ${length} entries`;
      const bare = await verifyJournal(store, tenant);
      expect(brief(bare.problem), label).toEqual(expected.without);
      const anchored = await verifyJournal(store, tenant, { anchors: [anchor] });
      expect(brief(anchored.problem), `${label}, with the anchor`).toEqual(expected.withAnchor);
      expect(anchored.valid, label).toBe(false);
    }
  });
});
