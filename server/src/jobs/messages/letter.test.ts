import { PDFDocument } from 'pdf-lib';
import { afterAll, expect, test } from 'vitest';
import { closeRender } from '../../render/index.ts';
import { keepBlob } from '../../store/index.ts';
import { testStore } from '../../testing/index.ts';
import { type PlantedSendings, plantSendings } from '../dispatch/fixture.ts';
import { composeMessage, letterPdf } from './index.ts';

const { store } = await testStore();
afterAll(closeRender);

async function planted(settings: object): Promise<PlantedSendings> {
  const sendings = await plantSendings(store, {
    service: 'registered',
    provider: null,
    values: {},
    count: 1,
    state: 'to-print',
  });
  await store.inTenant(sendings.tenantId, async (tx) => {
    await tx.query('update action set document_sha256 = null');
    await tx.query('update company set settings = $1', [settings]);
  });
  return sendings;
}

/** Gives the invoice of the letter a document of its own. */
async function invoiceOf({ tenantId, claimIds }: PlantedSendings, bytes: Uint8Array): Promise<void> {
  await store.inTenant(tenantId, async (tx) => {
    const sha256 = await keepBlob(tx, store.blobs, { bytes, mediaType: 'application/pdf' });
    await tx.query('update claim set document_sha256 = $2 where claim_id = $1', [claimIds[0], sha256]);
  });
}

async function pagesOf({ tenantId, actionIds }: PlantedSendings): Promise<number> {
  const { content } = await store.inTenant(tenantId, (tx) => letterPdf(store, tx, actionIds[0]!));
  return (await PDFDocument.load(content)).getPageCount();
}

const document = async (pages: number) => {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page++) pdf.addPage();
  return pdf.save();
};

test('copies of the invoices go behind a letter when the company wants them, and only then', async () => {
  const without = await planted({});
  await invoiceOf(without, await document(3));
  const alone = await pagesOf(without);
  const wanting = await planted({ copiesWithLetters: true });
  expect(await pagesOf(wanting)).toBe(alone);
  await invoiceOf(wanting, await document(3));
  expect(await pagesOf(wanting)).toBe(alone + 3);
});

test('a copy that no program can open is left out, and the letter goes all the same', async () => {
  const sendings = await planted({ copiesWithLetters: true });
  const alone = await pagesOf(sendings);
  await invoiceOf(sendings, Buffer.from('%PDF-1.7 damaged'));
  expect(await pagesOf(sendings)).toBe(alone);
});

test('a registered letter takes the text that the company wrote for registered letters', async () => {
  const sendings = await planted({});
  const { tenantId, companyId } = sendings;
  const body = `MARQUE-RECOMMANDEE {{ appel }}\n\n{{ tableau }}\n\n{{ salutation }}`;
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `insert into text_template (tenant_id, company_id, kind, tone, profile, language, channel, version, subject, body, saved_by)
       values ($1, $2, 'reminder', 'firm', 'business', 'fr', 'registered', 1, 'Votre dossier', $3, 'user:claire')`,
      [tenantId, companyId, body],
    ),
  );
  await store.inTenant(tenantId, (tx) =>
    tx.query(`update action set facts = facts || '{"tone": "firm", "objective": "remind"}'`),
  );
  const { text } = await store.inTenant(tenantId, (tx) => composeMessage(store, tx, sendings.actionIds[0]!, 'letter'));
  expect(text).toContain('MARQUE-RECOMMANDEE');
  await store.inTenant(tenantId, (tx) =>
    tx.query(`update action set channel = 'letter' where action_id = $1`, sendings.actionIds),
  );
  const letter = await store.inTenant(tenantId, (tx) => composeMessage(store, tx, sendings.actionIds[0]!, 'letter'));
  expect(letter.text).not.toContain('MARQUE-RECOMMANDEE');
});
