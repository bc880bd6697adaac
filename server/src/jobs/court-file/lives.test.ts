import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day, euros } from '@acquit/law';
import { owedAmounts } from '@acquit/recovery';
import { afterAll, describe, expect, it } from 'vitest';
import { closeRender } from '../../render/index.ts';
import { pdfFacts } from '../../render/pdf-facts.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { addExhibit, answerCourtFile, keepCourtFile, loadCourtFile } from './index.ts';
import { LIVES, type Life } from './lives.ts';
import { LIVES_BEYOND } from './lives-beyond.ts';

/**
 * Judicial lives, each built as a court file: its text is extracted and looked at field by field, its exhibits
 * are counted and stamped, and its sum is what is owed that day, claim by claim.
 */
const { store } = await testStore();
const folder = mkdtempSync(join(tmpdir(), 'acquit-court-'));
afterAll(async () => {
  await closeRender();
  rmSync(folder, { recursive: true, force: true });
});

const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined;
const TOOLS = { qpdf: has('qpdf'), pdftotext: has('pdftotext') };

async function makeLife(life: Life): Promise<{ tenantId: string; caseId: string }> {
  const tenantId = await newTenant(store);
  const [companyId, debtorId, caseId] = [randomUUID(), randomUUID(), randomUUID()];
  await store.inTenant(tenantId, async (tx) => {
    const { creditor = {}, debtor = {} } = life;
    await tx.query(
      `insert into company (tenant_id, company_id, name, legal_form, legal_id, address_lines, postcode, city, mode)
       values ($1, $2, 'Atelier Béranger', $3, '732829320', '{12 rue des Tanneurs}', '69002', 'Lyon', 'live')`,
      [tenantId, companyId, creditor.legalForm ?? 'SARL'],
    );
    await tx.query(
      `insert into debtor (tenant_id, debtor_id, company_id, name, kind, legal_id, address_lines, postcode, city, country, insolvency_opened_on)
       values ($1, $2, $3, 'Menuiserie Vallier', $4, $5, '{3 quai Perrière}', $6, $7, $8, $9)`,
      [
        tenantId,
        debtorId,
        companyId,
        debtor.kind ?? 'company',
        debtor.kind === 'consumer' ? null : '552100554',
        debtor.postcode ?? '38000',
        debtor.city ?? 'Grenoble',
        debtor.country ?? 'FR',
        debtor.insolvencyOpenedOn ?? null,
      ],
    );
    await tx.query(
      `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile) values ($1, $2, $3, $4, $5)`,
      [tenantId, caseId, companyId, debtorId, debtor.kind === 'consumer' ? 'consumer' : 'business'],
    );
    for (const [n, { cents, issuedOn, dueOn, noticeOn = null }] of life.claims.entries())
      await tx.query(
        `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, claim_kind, issued_on, due_on, total_cents, amount_cents, notice_on, penalties, indemnity)
         values ($1, $2, $3, $4, $5, 'invoice', $6, $7, $8, $9, $9, $10, 'claimed', 'claimed')`,
        [
          tenantId,
          randomUUID(),
          companyId,
          caseId,
          `F-${n + 1}`,
          life.claimKind ?? 'goods',
          issuedOn,
          dueOn,
          cents,
          noticeOn,
        ],
      );
  });
  return { tenantId, caseId };
}

/** A one-page PDF, as small as one can be. */
const PAPER = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n',
);

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ');

async function builtLife(life: Life) {
  const { tenantId, caseId } = await makeLife(life);
  const by = { actor: 'cli', tenantId };
  const on = day(life.on ?? '2026-11-21');
  const loaded = await store.inTenant(tenantId, async (tx) => {
    const load = async () => (await loadCourtFile(tx, caseId, life.procedure, on))!;
    const vat = Object.fromEntries((await load()).facts.case.claims.map((claim) => [`vat:${claim.claimId}`, '200']));
    await answerCourtFile(tx, await load(), { ...life.answers, ...vat }, by);
    for (const kind of life.exhibits) {
      const file = { bytes: PAPER, fileName: `${kind}.pdf`, kind, title: `Pièce ${kind}`, on: null };
      expect(await addExhibit(tx, store, await load(), file, by)).toBeNull();
    }
    return load();
  });
  const kept = await keepCourtFile(store, by, loaded);
  if ('refusal' in kept) throw new Error(kept.refusal.message);
  return { loaded, built: kept.built };
}

it('reads what the notices say of the proceedings, and says where it comes from', async () => {
  const { tenantId, caseId } = await makeLife(LIVES.find((life) => life.procedure === 'insolvency-claim')!);
  const loaded = await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `update debtor set insolvency_published_on = '2026-09-25', insolvency_kind = 'redressement',
              insolvency_representative = '{"role": "mandataire judiciaire", "name": "Me Durand", "address": "2 rue de Bonne, 38000 Grenoble"}'
        where tenant_id = $1`,
      [tenantId],
    );
    return loadCourtFile(tx, caseId, 'insolvency-claim', day('2026-10-20'));
  });
  expect(loaded?.facts.answers).toMatchObject({
    publishedOn: '2026-09-25',
    insolvencyKind: 'redressement',
    representative: 'Me Durand\n2 rue de Bonne, 38000 Grenoble',
  });
  expect(loaded?.filled.publishedOn).toBe('les annonces du BODACC');
});

describe('a judicial life', () => {
  it.each([...LIVES, ...LIVES_BEYOND].map((life) => [life.name, life] as const))(
    '%s',
    async (_name, life) => {
      const { loaded, built } = await builtLife(life);
      const { facts } = loaded;
      const owed = facts.case.claims
        .filter(
          (claim) =>
            claim.dueOn !== null &&
            claim.dueOn < (life.procedure === 'insolvency-claim' ? facts.case.debtor.insolvencyOpenedOn! : facts.on),
        )
        .reduce((total, claim) => {
          const amounts = owedAmounts(claim, facts.on, { company: facts.company, debtor: facts.case.debtor });
          return total + amounts.totalDueCents;
        }, 0);
      const later = life.procedure === 'insolvency-claim' ? (life.toFallDueCents ?? 0) : 0;
      expect(built.totalCents).toBe(owed + later);

      const texts = new Map<string, string>();
      for (const file of built.files.filter((one) => one.mediaType === 'application/pdf')) {
        const found = await pdfFacts(file.bytes);
        expect(found.actions).toEqual([]);
        if (file.pages !== null) expect([file.fileName, found.pages.length]).toEqual([file.fileName, file.pages]);
        texts.set(file.title, plain(found.pages.join(' ')));
        if (file.role !== 'exhibit') continue;
        const number = Number(/n°\s(\d+)/.exec(file.title)![1]);
        for (const [n, page] of found.pages.entries())
          expect(plain(page)).toContain(`Pièce n° ${number} — page ${n + 1}/${file.pages}`);
      }
      const exhibits = built.files.filter((one) => one.role === 'exhibit');
      // What was added, and the extract of the journal that every case has.
      expect(exhibits).toHaveLength(life.exhibits.length + 1);
      for (const [document, words] of Object.entries(life.expected)) {
        const text = texts.get(document);
        expect(text, `${document} of ${[...texts.keys()].join(', ')}`).toBeDefined();
        for (const one of words) expect(text).toContain(plain(one));
      }
      const statement = texts.get('Décompte des sommes dues')!;
      expect(statement).toContain(plain(euros(owed)));
      expect(
        built.ready,
        built.lines
          .filter((one) => one.mandatory && one.state === 'missing')
          .map((one) => one.label)
          .join(' | '),
      ).toBe(life.ready);
      for (const key of life.missing ?? [])
        expect(built.lines.find((one) => one.key === key)).toMatchObject({ state: 'missing', mandatory: true });

      const merged = built.files.find((one) => one.role === 'merged')!;
      const path = join(folder, `${life.name}.pdf`);
      writeFileSync(path, merged.bytes);
      if (TOOLS.qpdf) {
        const checked = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
        expect([checked.status, checked.stderr]).toEqual([0, '']);
      }
      if (TOOLS.pdftotext) {
        const { stdout } = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' });
        expect(plain(stdout)).toContain(plain(euros(owed)));
        expect(stdout.match(/Pièce n°[\s\u00a0]\d+ — page 1\//g)).toHaveLength(exhibits.length);
      }
    },
    120_000,
  );
});
