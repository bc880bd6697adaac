import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '@acquit/law';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type MadeNotice, madeRecord, RECEIVERSHIP } from '../../intake/notices/testing/records.ts';
import { noticesOfCase, procedureViews } from '../../store/index.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { type Planted, plantCompany, plantDebtor } from '../matching/fixture.ts';
import { closeProcedure } from '../procedures/index.ts';
import { decideNotice, importNotices } from './index.ts';

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
const decide = async (decision: 'confirm' | 'refuse' | 'undo' | 'seen', nth = 0) => {
  const matchId = (await notices())[nth]!.matchId;
  return decideNotice(store, planted.tenantId, { matchId, decision }, by);
};

describe('corrections, annulments and new judgments', () => {
  test('its correction for another company gives the case back, and says so', async () => {
    const other = await customer('Martin', '404833048');
    await load(opening());
    await load(opening({ id: 'A202602000009', siren: '404833048', type: 'rectificatif', previous: 'A202602000001' }));
    expect(await standing()).toMatchObject({ opened: null });
    expect((await procedures()).map(({ closed }) => closed !== null)).toEqual([true]);
    expect((await notices()).map(({ title }) => title)).toContain('Rectification : une autre entreprise');
    expect(await standing(other)).toMatchObject({ opened: '2026-11-05', published: '2026-11-12' });
    expect((await notices(other))[0]).toMatchObject({ title: 'Ouverture : liquidation judiciaire' });
  });

  test('an annulment that names nothing waits for a person, and says what it would do', async () => {
    await load(opening());
    await load(opening({ id: 'A202602000009', on: '2026-11-18', type: 'annulation' }));
    expect(await standing()).toMatchObject({ opened: '2026-11-05' });
    expect((await notices())[0]).toMatchObject({ state: 'proposed', title: 'Annulation d’une annonce' });
    await decide('confirm', 0);
    expect(await standing()).toMatchObject({ opened: null });
  });

  test('new proceedings after a closure have a declaration of their own; a new judgment in the same ones is told', async () => {
    const closed = { siren: SIREN, nature: 'Jugement de clôture pour extinction du passif' };
    await load(opening({ nature: RECEIVERSHIP, judgedOn: '2026-09-05', on: '2026-09-12' }));
    await load({ ...closed, id: 'A202602000003', on: '2026-10-20' });
    const [over] = await procedures();
    await store.inTenant(planted.tenantId, (tx) => closeProcedure(tx, over!.procedureId, { reason: null }, by));
    expect(await load(opening({ id: 'A202602000004' }))).toMatchObject({ opened: 1 });
    expect(await procedures()).toHaveLength(2);
    const again = { nature: 'Jugement de résolution du plan de redressement et liquidation judiciaire' };
    expect(
      await load(opening({ ...again, id: 'A202602000006', on: '2026-11-19', judgedOn: '2026-11-17' })),
    ).toMatchObject({
      opened: 0,
    });
    expect((await notices())[0]).toMatchObject({ procedureId: null, trouble: { code: 'DeclaredBefore' } });
  });

  test('an opening wrongly counted and undone leaves its declaration to the one that stands', async () => {
    await load(opening({ judgedOn: '2026-11-01', on: '2026-11-08', id: 'A202602000000' }), opening());
    const first = (await notices()).find(({ procedureId }) => procedureId !== null)!;
    await decideNotice(store, planted.tenantId, { matchId: first.matchId, decision: 'undo' }, by);
    expect((await notices()).filter(({ procedureId }) => procedureId !== null)).toHaveLength(1);
    expect((await procedures()).filter(({ closed }) => closed === null)).toHaveLength(1);
  });

  test('what a notice leaves open is read beside it', async () => {
    await load({
      id: 'A202602000007',
      siren: SIREN,
      on: '2026-11-10',
      nature: 'Jugement arrêtant le plan de redressement',
    });
    expect((await notices())[0]!.reason).toContain('n’a pas été vue');
  });
});
