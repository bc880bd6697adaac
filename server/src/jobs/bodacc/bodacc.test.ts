import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '@acquit/law';
import { owedOn } from '@acquit/recovery';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FakeBodacc, startFakeBodacc } from '../../channels/bodacc/testing/fake-bodacc.ts';
import { csvOf, LIQUIDATION, type MadeNotice, madeRecord, RECEIVERSHIP } from '../../intake/notices/testing/records.ts';
import {
  type LoadedCase,
  listNotices,
  loadCases,
  loadCompany,
  mergeCustomers,
  noticesOfCase,
  noticeWatch,
  procedureViews,
  todayOf,
} from '../../store/index.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { type Planted, plantCompany, plantDebtor } from '../matching/fixture.ts';
import { runPass } from '../night/index.ts';
import { decideNotice, importNotices, switchNoticeWatch, watchCompany, watchNotices } from './index.ts';

const { store } = await testStore();
const today = '2026-11-20';
const by = { actor: 'cli', today };
const folder = mkdtempSync(join(tmpdir(), 'acquit-bodacc-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SIREN = '552100554';
let planted: Planted;
let caseId: string;

/** A customer with one invoice of 1 September, due 1 October, and his company number. */
async function customer(name: string, siren: string | null): Promise<string> {
  const made = await plantDebtor(store, planted, name, [{ number: `F-${name}`, cents: 100_000 }]);
  await store.inTenant(planted.tenantId, (tx) =>
    tx.query('update debtor set legal_id = $2 where tenant_id = $1 and name = $3', [planted.tenantId, siren, name]),
  );
  return made.caseId;
}

beforeEach(async () => {
  planted = await plantCompany(store, await newTenant(store));
  caseId = await customer('Roche Transports', SIREN);
});

async function load(...notices: MadeNotice[]) {
  const path = join(folder, 'export.json');
  writeFileSync(path, JSON.stringify(notices.map(madeRecord)));
  const outcome = await importNotices(store, { tenantId: planted.tenantId, path }, by);
  if ('refusal' in outcome) throw new Error(outcome.refusal.code);
  return outcome;
}
const opening = (more: Partial<MadeNotice> = {}): MadeNotice => ({
  id: 'A202602000001',
  siren: SIREN,
  on: '2026-11-12',
  judgedOn: '2026-11-05',
  ...more,
});

async function standing(of = caseId) {
  const { rows } = await store.inTenant(planted.tenantId, (tx) =>
    tx.query<Record<string, unknown>>(
      `select d.insolvency_opened_on as opened, d.insolvency_published_on as published, d.insolvency_kind as kind, d.insolvency_closed_on as closed,
              d.struck_off_on as struck, c.status from collection_case c join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
        where c.tenant_id = $1 and c.case_id = $2`,
      [planted.tenantId, of],
    ),
  );
  return rows[0]!;
}
const notices = (of = caseId) => store.inTenant(planted.tenantId, (tx) => noticesOfCase(tx, of, day(today)));
const procedures = (of = caseId) => store.inTenant(planted.tenantId, (tx) => procedureViews(tx, of, day(today)));
const pass = () =>
  runPass(store, { tenantId: planted.tenantId, companyId: planted.companyId, on: day(today), dryRun: false });
const decide = async (decision: 'confirm' | 'refuse' | 'undo' | 'seen', nth = 0) => {
  const matchId = (await notices())[nth]!.matchId;
  return decideNotice(store, planted.tenantId, { matchId, decision }, by);
};

describe('an opening', () => {
  test('stops what was prepared, sets the judgment’s day and opens the declaration with its clock', async () => {
    const before = await pass();
    expect(before.messages).toBeGreaterThan(0);
    expect(await load(opening())).toEqual({ records: 1, unreadable: 0, matched: 1, proposed: 0, known: 0, opened: 1 });
    expect(await standing()).toMatchObject({
      opened: '2026-11-05',
      published: '2026-11-12',
      kind: 'liquidation',
      closed: null,
    });
    const { rows } = await store.inTenant(planted.tenantId, (tx) =>
      tx.query(`select status from action where channel <> 'task' and status in ('queued', 'to-confirm', 'to-do')`),
    );
    expect(rows).toEqual([]);
    const [procedure, ...more] = await procedures();
    expect(more).toEqual([]);
    expect(procedure).toMatchObject({ kind: 'insolvency-claim', state: 'to-declare' });
    expect(procedure!.deadlines.find(({ what }) => what === 'declare')).toMatchObject({
      before: '2027-01-12',
      status: 'open',
    });
    const [notice] = await notices();
    expect(notice).toMatchObject({
      how: 'siren',
      state: 'applied',
      title: 'Ouverture : liquidation judiciaire',
      declareBefore: '2027-01-12',
      daysLeft: 53,
      procedureId: procedure!.procedureId,
      representative: { role: 'liquidateur', name: 'Selarl Mj Synergie', address: '136 cours Lafayette 69003 Lyon' },
    });
    expect(JSON.stringify(procedure)).toContain('Selarl Mj Synergie, 136 cours Lafayette 69003 Lyon');
    expect(JSON.stringify([notice, procedure])).not.toContain('creditors-services');
    const after = await pass();
    expect(after.messages).toBe(0);
  });

  test('again changes nothing, by the same file or another one', async () => {
    await load(opening());
    expect(await load(opening())).toMatchObject({ matched: 0, known: 1, opened: 0 });
    const path = join(folder, 'export.csv');
    writeFileSync(path, csvOf([madeRecord(opening())]));
    expect(await importNotices(store, { tenantId: planted.tenantId, path }, by)).toMatchObject({
      matched: 0,
      known: 1,
    });
    expect(await procedures()).toHaveLength(1);
  });

  test('of another company, or of one whose number only resembles, is forgotten', async () => {
    expect(
      await load(opening({ siren: '552100555' }), opening({ siren: '404833048', id: 'A202602000002' })),
    ).toMatchObject({ records: 2, matched: 0, proposed: 0 });
    expect(await standing()).toMatchObject({ opened: null });
    const { rows } = await store.inTenant(planted.tenantId, (tx) => tx.query('select from notice'));
    expect(rows).toHaveLength(0);
  });

  test('of before every open invoice waits for a person', async () => {
    await load(opening({ judgedOn: '2020-01-05', on: '2020-01-12' }));
    expect(await standing()).toMatchObject({ opened: null });
    expect((await notices())[0]).toMatchObject({ state: 'proposed', declareBefore: null });
    await decide('confirm');
    expect(await standing()).toMatchObject({ opened: '2020-01-05' });
    expect((await notices())[0]).toMatchObject({ state: 'applied', trouble: { code: 'NothingToDeclare' } });
  });

  test('by the name alone is proposed, and counts once confirmed', async () => {
    const other = await customer('Société Éléonore', null);
    await load(opening({ siren: null, name: 'SOCIETE ELEONORE' }));
    expect(await standing(other)).toMatchObject({ opened: null });
    const [found] = await notices(other);
    expect(found).toMatchObject({ how: 'name', state: 'proposed', siren: null });
    expect(found!.reason).toContain('le code postal');
    await decideNotice(store, planted.tenantId, { matchId: found!.matchId, decision: 'refuse' }, by);
    expect(await standing(other)).toMatchObject({ opened: null });
    await decideNotice(store, planted.tenantId, { matchId: found!.matchId, decision: 'confirm' }, by);
    expect(await standing(other)).toMatchObject({ opened: '2026-11-05' });
    expect(await procedures(other)).toHaveLength(1);
  });

  test('matched wrongly is undone whole: the case goes on, the declaration is closed, and a person’s own day is back', async () => {
    await store.inTenant(planted.tenantId, (tx) => tx.query(`update debtor set insolvency_opened_on = '2026-11-01'`));
    await load(opening());
    await pass();
    expect(await standing()).toMatchObject({ opened: '2026-11-05', status: 'parked' });
    await decide('undo');
    expect(await standing()).toMatchObject({ opened: '2026-11-01', published: null, kind: null });
    await store.inTenant(planted.tenantId, (tx) => tx.query('update debtor set insolvency_opened_on = null'));
    await decide('confirm');
    expect(await standing()).toMatchObject({ opened: '2026-11-05' });
    await pass();
    await decide('undo');
    expect(await standing()).toMatchObject({ opened: null, status: 'open' });
    expect((await procedures()).map(({ closed }) => closed !== null)).toEqual([true, true]);
    expect((await pass()).messages).toBeGreaterThan(0);
  });

  test('leaves the day that a person wrote afterwards', async () => {
    await load(opening());
    await store.inTenant(planted.tenantId, (tx) => tx.query(`update debtor set insolvency_opened_on = '2026-11-06'`));
    await load({
      id: 'A202602000007',
      siren: SIREN,
      on: '2026-11-19',
      nature: 'Jugement arrêtant le plan de redressement',
    });
    expect(await standing()).toMatchObject({ opened: '2026-11-06' });
  });

  test('is answered once', async () => {
    await load(opening());
    expect(await decide('refuse')).toMatchObject({ refusal: { code: 'NoticeDecided' } });
    expect(await decide('seen')).toMatchObject({ notice: { seen: true, state: 'applied' } });
  });
});

describe('what follows an opening', () => {
  test('a conversion and a closure are told with their effect, and nothing is reminded again', async () => {
    await load(
      opening({ nature: RECEIVERSHIP, judgedOn: '2026-10-05', on: '2026-10-12' }),
      {
        id: 'A202602000003',
        siren: SIREN,
        on: '2026-11-10',
        nature: 'Jugement de conversion en liquidation judiciaire',
      },
      { id: 'A202602000004', siren: SIREN, on: '2026-11-19', nature: "Jugement de clôture pour insuffisance d'actif" },
    );
    expect(await standing()).toMatchObject({
      opened: '2026-10-05',
      published: '2026-10-12',
      kind: 'liquidation',
      closed: '2026-11-19',
    });
    expect((await notices()).map(({ title }) => title)).toEqual([
      'Clôture de la procédure collective',
      'Conversion en liquidation judiciaire',
      'Ouverture : redressement judiciaire',
    ]);
    expect((await pass()).messages).toBe(0);
  });

  test('its annulment, even without a number, undoes it', async () => {
    await load(opening());
    expect(await procedures()).toHaveLength(1);
    await load({ id: 'A202602000009', siren: null, on: '2026-11-18', type: 'annulation', previous: 'A202602000001' });
    expect(await standing()).toMatchObject({ opened: null, published: null });
    expect((await procedures())[0]!.closed).not.toBeNull();
  });

  test('its correction changes the judgment and keeps the first publication and the declaration', async () => {
    await load(opening());
    await load(
      opening({
        id: 'A202602000009',
        on: '2026-11-18',
        judgedOn: '2026-11-04',
        type: 'rectificatif',
        previous: 'A202602000001',
      }),
    );
    expect(await standing()).toMatchObject({ opened: '2026-11-04', published: '2026-11-12' });
    expect((await procedures()).filter(({ closed }) => closed === null)).toHaveLength(1);
  });

  test('a retraction waits for a person, then undoes', async () => {
    await load(opening());
    await load({
      id: 'A202602000005',
      siren: SIREN,
      on: '2026-11-19',
      nature: 'Jugement de rétractation sur tierce opposition',
    });
    expect(await standing()).toMatchObject({ opened: '2026-11-05' });
    await decide('confirm', 0);
    expect(await standing()).toMatchObject({ opened: null });
  });

  test('a striking-off is told and taken back', async () => {
    await load({ id: 'B202602000001', siren: SIREN, on: '2026-11-10', family: 'radiation' });
    expect(await standing()).toMatchObject({ struck: '2026-11-10', opened: null });
    await load({
      id: 'B202602000002',
      siren: SIREN,
      on: '2026-11-11',
      family: 'radiation',
      type: 'annulation',
      previous: 'B202602000001',
    });
    expect(await standing()).toMatchObject({ struck: null });
  });
});

test('a cut file keeps what it did and goes on when it is whole', async () => {
  const other = await customer('Martin', '404833048');
  const records = [opening(), opening({ id: 'A202602000002', siren: '404833048', name: 'MARTIN' })].map(madeRecord);
  const many = Array.from({ length: 600 }, (_, n) =>
    madeRecord(opening({ id: `A2026030000${String(n).padStart(3, '0')}`, siren: '732829320' })),
  );
  const text = JSON.stringify([records[0], ...many, records[1]]);
  const path = join(folder, 'cut.json');
  writeFileSync(path, text.slice(0, -300));
  expect(await importNotices(store, { tenantId: planted.tenantId, path }, by)).toMatchObject({
    refusal: { code: 'NoticesCut' },
    before: { matched: 1 },
  });
  expect([(await standing()).opened, (await standing(other)).opened]).toEqual(['2026-11-05', null]);
  writeFileSync(path, text);
  expect(await importNotices(store, { tenantId: planted.tenantId, path }, by)).toMatchObject({
    records: 602,
    matched: 1,
    known: 1,
    opened: 1,
  });
  expect((await standing(other)).opened).toBe('2026-11-05');
});

describe('the watch', () => {
  let fake: FakeBodacc;
  beforeAll(async () => {
    fake = await startFakeBodacc();
  });
  afterAll(() => fake.close());
  beforeEach(async () => {
    fake.records.length = 0;
    fake.questions.length = 0;
    fake.moods = [];
    await store.inTenant(planted.tenantId, (tx) =>
      switchNoticeWatch(tx, { companyId: planted.companyId, active: true }, by),
    );
  });
  const watch = (on = today) => watchCompany({ store, net: fake.net, today: on }, planted.tenantId, planted.companyId);
  const health = (on = today) => store.inTenant(planted.tenantId, (tx) => noticeWatch(tx, planted.companyId, on));

  test('asks about who owes, applies what is new, and does nothing twice in a day', async () => {
    fake.records.push(madeRecord(opening()), madeRecord(opening({ id: 'C202602000001', family: 'dpc' })));
    await watch();
    expect(fake.questions).toEqual([expect.stringContaining(`registre="${SIREN}"`)]);
    expect(fake.questions[0]).not.toContain('dateparution');
    expect(await standing()).toMatchObject({ opened: '2026-11-05', published: '2026-11-12' });
    expect(await procedures()).toHaveLength(1);
    expect(await health()).toMatchObject({ active: true, state: 'well', watched: 1, asked: 1, trouble: null });
    await watch();
    expect(fake.questions).toHaveLength(1);
    await watch('2026-11-21');
    expect(fake.questions[1]).toContain(`dateparution>=date'2026-11-10'`);
    expect(await procedures()).toHaveLength(1);
  });

  test('goes through more numbers and more pages than one answer holds', async () => {
    const sirens = Array.from({ length: 45 }, (_, n) => String(100_000_000 + n));
    for (const siren of sirens) await customer(`Client ${siren}`, siren);
    for (let n = 0; n < 230; n += 1)
      fake.records.push(
        madeRecord({
          id: `B2026021${String(n).padStart(6, '0')}`,
          siren: sirens[0]!,
          on: '2026-11-01',
          family: 'radiation',
        }),
      );
    await watch();
    expect(await health()).toMatchObject({ watched: 46, asked: 46, state: 'well' });
    const { rows } = await store.inTenant(planted.tenantId, (tx) => tx.query('select from notice'));
    expect(rows).toHaveLength(230);
    expect(fake.questions.length).toBe(5);
  });

  test.each(['error', 'cut', 'cut-answer', 'silent', 'busy', 'refuse'] as const)(
    'keeps a trouble (%s) on its health and goes on where it was',
    async (mood) => {
      fake.records.push(madeRecord(opening()));
      fake.moods = [mood];
      await watch();
      const sick = await health();
      expect(sick).toMatchObject({ state: 'failing', asked: 0 });
      expect(sick.trouble!.message.length).toBeGreaterThan(20);
      expect(await standing()).toMatchObject({ opened: null });
      expect((await pass()).messages).toBeGreaterThan(0);
      await watch();
      expect(await health()).toMatchObject({ state: 'well', asked: 1, trouble: null });
      expect(await standing()).toMatchObject({ opened: '2026-11-05' });
    },
  );

  test('two servers at once ask once', async () => {
    fake.records.push(madeRecord(opening()));
    await Promise.all([watch(), watch(), watch()]);
    expect(fake.questions.length).toBe(1);
    expect(await procedures()).toHaveLength(1);
  });

  test('of every company is looked at when its time has come, and its day is done', async () => {
    await store.inTenant(planted.tenantId, (tx) =>
      tx.query('update notice_watch set active = company_id = $1', [planted.companyId]),
    );
    fake.records.push(madeRecord(opening()));
    const reports: { asked: number; matched: number; opened: number }[] = [];
    const round = () =>
      watchNotices({ store, net: fake.net, today }, (one) => {
        if (one.companyId === planted.companyId) reports.push(one);
      });
    await round();
    expect(reports).toMatchObject([{ asked: 1, matched: 1, opened: 1, trouble: null }]);
    const { rows } = await store.inTenant(planted.tenantId, (tx) =>
      tx.query(`select done_on, next_check_at = '2026-11-21 02:00 Europe/Paris' as tomorrow from notice_watch`),
    );
    expect(rows).toEqual([{ done_on: today, tomorrow: true }]);
  });

  test('switched off asks nothing', async () => {
    await store.inTenant(planted.tenantId, (tx) =>
      switchNoticeWatch(tx, { companyId: planted.companyId, active: false }, by),
    );
    await watch();
    expect(fake.questions).toEqual([]);
    expect(await health()).toMatchObject({ active: false, state: 'off' });
  });
});

test('a list shows what waits first, and each company its own', async () => {
  await load(opening());
  const list = (waiting: boolean) =>
    store.inTenant(planted.tenantId, (tx) =>
      listNotices(tx, planted.companyId, { waiting, cursor: undefined, today: day(today) }),
    );
  expect((await list(true)).items).toHaveLength(1);
  await decide('seen');
  expect((await list(true)).items).toHaveLength(0);
  expect((await list(false)).items).toMatchObject([
    { noticeId: 'A202602000001', title: `Ouverture : liquidation judiciaire` },
  ]);
  expect(LIQUIDATION).toContain('liquidation');
});

test('the day’s worklist tells a new opening until somebody read it', async () => {
  await load(opening());
  const groups = async () => {
    const company = await store.inTenant(planted.tenantId, (tx) => loadCompany(tx, planted.companyId));
    const view = await store.inTenant(planted.tenantId, (tx) =>
      todayOf(tx, company!, { on: today, tonight: null as never, reader: '' }),
    );
    return view.groups.find(({ kind }) => kind === 'notice');
  };
  expect(await groups()).toMatchObject({
    title: 'Annonces légales sur vos clients',
    count: 1,
    late: 0,
    items: [{ caseId, stepName: 'Procédure collective ouverte', totalCents: 100_000 }],
  });
  await decide('seen');
  expect(await groups()).toBeUndefined();
});

test('interest stops on the eve of the judgment, and the 40 € of a later due date is no longer counted', async () => {
  const { caseId: martin } = await plantDebtor(store, planted, 'Martin', [
    { number: 'F-1', cents: 100_000, dueOn: '2026-10-01' },
    { number: 'F-2', cents: 100_000, dueOn: '2026-11-10' },
  ]);
  await store.inTenant(planted.tenantId, (tx) =>
    tx.query(`update debtor set legal_id = '404833048' where name = 'Martin'`),
  );
  const owed = () =>
    store.inTenant(planted.tenantId, async (tx) => {
      const company = (await loadCompany(tx, planted.companyId))!;
      const [{ facts }] = (await loadCases(tx, [martin])) as [LoadedCase];
      return facts.claims.map((claim) => owedOn(claim, day(today), { company, debtor: facts.debtor }));
    });
  const [earlier, later] = await owed();
  await load(opening({ siren: '404833048', name: 'MARTIN' }));
  const [stopped, none] = await owed();
  // 50 days late on 20 November, 34 of them before the judgment of 5 November.
  expect(stopped!.penaltyCents).toBe(Math.round((earlier!.penaltyCents * 34) / 50));
  expect([earlier!.indemnityCents, stopped!.indemnityCents]).toEqual([4_000, 4_000]);
  expect([later!.indemnityCents, none!.indemnityCents, none!.penaltyCents]).toEqual([4_000, 0, 0]);
});

test('two customers of one company who are made one keep its proceedings and its notices', async () => {
  const double = await customer('Roche Transports SARL', null);
  await load(opening());
  const debtorOf = async (of: string) => {
    const { rows } = await store.inTenant(planted.tenantId, (tx) =>
      tx.query<{ debtor_id: string }>('select debtor_id from collection_case where case_id = $1', [of]),
    );
    return rows[0]!.debtor_id;
  };
  const [into, from] = [await debtorOf(double), await debtorOf(caseId)];
  const merged = await store.inTenant(planted.tenantId, (tx) =>
    mergeCustomers(tx, { intoId: into, fromId: from, by: 'cli', today }),
  );
  expect(merged).toMatchObject({ caseId: double });
  expect(await standing(double)).toMatchObject({ opened: '2026-11-05', published: '2026-11-12', kind: 'liquidation' });
  expect(await notices(double)).toMatchObject([{ state: 'applied', declareBefore: '2027-01-12' }]);
  expect(await load(opening())).toMatchObject({ matched: 0, known: 1, opened: 0 });
  expect(await notices(double)).toHaveLength(1);
  expect(await procedures(double)).toHaveLength(1);
});
