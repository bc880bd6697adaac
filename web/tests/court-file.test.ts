import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterDemo, startDemo } from './demo.ts';
import { type Acquit, closePages, openBrowser, openPage } from './support.ts';

/** From a formal notice that has expired to a court file ready to be signed, in a browser, on the demo's own cases. */

let acquit: Acquit;
let browser: Browser;
let page: Page;
let troubles: string[];
let caseId: string;
const shots = process.env.ACQUIT_SHOTS;

beforeAll(async () => {
  acquit = await startDemo();
  browser = await openBrowser();
  ({ page, troubles } = await openPage(browser, { viewport: { width: 1440, height: 900 } }));
  // A machine that does much besides takes its time; no step here is judged by it.
  page.setDefaultTimeout(120_000);
  await enterDemo(page, acquit.url);
  caseId = await noticed();
}, 600_000);
afterAll(async () => {
  await closePages(browser);
  await acquit?.stop();
});

/** A case of the demo against a solvent company whose formal notice is over, as the app's own requests tell it. */
const noticed = () =>
  page.evaluate(async () => {
    const json = async (path: string) => (await fetch(`/api${path}`)).json();
    const { companies } = await json('/session');
    const { items } = await json(`/companies/${companies[0].companyId}/cases`);
    for (const { caseId: id } of items) {
      const file = await json(`/cases/${id}/court-files/injonction-de-payer`);
      const { debtor } = await json(`/cases/${id}`);
      const isNoticed = file.exhibits.some((one: { title: string }) => one.title.startsWith('Mise en demeure'));
      if (isNoticed && debtor.kind === 'company' && debtor.insolvencyOpenedOn === null && file.account.totalCents > 0)
        return id as string;
    }
    throw new Error('The demo has no company whose formal notice is over.');
  });

const picture = async (name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};
const line = (label: RegExp) => page.locator('.court-line').filter({ hasText: label });

/** A one-page PDF, as small as one can be. */
const PAPER =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n';

async function addExhibit(kind: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter une pièce' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nature').selectOption({ label: kind });
  await dialog.getByLabel('Désignation').fill(name);
  await dialog
    .getByLabel('Fichier')
    .setInputFiles({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(PAPER) });
  await dialog.getByRole('button', { name: 'Ajouter' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.court-exhibit').filter({ hasText: name }).waitFor();
}

test('the file says what is missing, and each answer takes its line away', async () => {
  await page.goto(`${acquit.url}/contentieux/dossier/${caseId}~injonction-de-payer`);
  await page.getByRole('heading', { level: 1, name: /^Dossier : Injonction de payer/ }).waitFor();
  await page.getByText(/points? à compléter avant de signer/).waitFor();
  await line(/Organe qui la représente/).waitFor();
  await picture('court-file-missing');
  await page.getByLabel('Organe qui représente légalement la personne morale').fill('son gérant, M. Paul Roux');
  await line(/Organe qui la représente/).waitFor({ state: 'detached' });
  await page.getByLabel('Nature de la créance').selectOption('goods');
  await page.getByLabel('Forme du débiteur').fill('SAS');
  await page.getByLabel('Fondement de la créance').fill('Vente livrée le 3 mars 2026, bon de livraison signé.');
  await line(/– Fondement/).waitFor({ state: 'detached' });
});

test('a court that is not competent is named, the right one is taken', async () => {
  await page.getByLabel('Tribunal', { exact: true }).fill('tribunal judiciaire de Lyon');
  await line(/Tribunal incompétent/).waitFor();
  await page.getByLabel('Tribunal', { exact: true }).fill('tribunal des activités économiques de Lyon');
  await line(/Tribunal incompétent/).waitFor({ state: 'detached' });
});

test('exhibits are added, moved with the keys, renamed and left out', async () => {
  await addExhibit('Commande ou devis accepté', 'Commande 42');
  await addExhibit('Facture', 'Facture originale');
  const titles = () => page.locator('.court-exhibit .wrap-anywhere').allTextContents();
  expect((await titles())[0]).toContain('Commande 42');
  await page.getByRole('button', { name: 'Descendre la pièce Commande 42' }).press('Enter');
  await page.waitForFunction(() => !document.querySelector('.court-exhibit')?.textContent?.includes('Commande 42'));
  await page.getByRole('button', { name: 'Renommer la pièce Commande 42' }).click();
  await page.getByRole('dialog').getByLabel('Désignation').fill('Bon de commande signé');
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await page.locator('.court-exhibit').filter({ hasText: 'Bon de commande signé' }).waitFor();
  await page.getByLabel('Joindre la pièce Extrait du journal du dossier').uncheck();
  await page.locator('.court-out').filter({ hasText: 'Extrait du journal' }).waitFor();
});

test('once nothing mandatory is missing the file is ready, and is built as one PDF and one archive', async () => {
  await page.getByText('Prêt à signer', { exact: true }).waitFor();
  await picture('court-file-ready');
  // A press while what was changed is on its way does nothing: it would build without it.
  await page.locator('button[aria-busy]', { hasText: 'Constituer le dossier' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Constituer le dossier' }).click();
  const link = page.getByRole('link', { name: 'Dossier complet (PDF)' });
  await link.waitFor({ timeout: 120_000 });
  await page.getByText('prête à signer').waitFor();
  const address = (await link.getAttribute('href'))!;
  const built = await page.evaluate(async (path) => {
    const answer = await fetch(path);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return {
      type: answer.headers.get('content-type'),
      head: String.fromCharCode(...bytes.slice(0, 5)),
      size: bytes.length,
    };
  }, address);
  expect(built).toMatchObject({ type: 'application/pdf', head: '%PDF-' });
  expect(built.size).toBeGreaterThan(20_000);
  const included = await page.locator('.court-exhibit:not(.court-out)').count();
  await page.locator('.court-version summary').first().click();
  expect(
    await page
      .locator('.court-files li')
      .filter({ hasText: /^Pièce n°/ })
      .count(),
  ).toBe(included);
  await picture('court-file-built');
  for (const [name, width, scheme] of [
    ['court-file-narrow', 360, 'light'],
    ['court-file-dark', 1440, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await picture(name);
  }
  expect(troubles).toEqual([]);
});
