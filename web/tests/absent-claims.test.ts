import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invoice } from './made-files.ts';
import { type Acquit, closePages, createFirstUser, openBrowser, openPage, startAcquit } from './support.ts';

let acquit: Acquit;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  acquit = await startAcquit();
  browser = await openBrowser();
  ({ page, troubles } = await openPage(browser));
  await createFirstUser(page, acquit.url);
});
afterAll(async () => {
  await closePages(browser);
  await acquit?.stop();
});

async function settle(path: string): Promise<void> {
  await page.goto(acquit.url + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
}

async function drop(files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await settle('/importer');
  await page.setInputFiles('input[type=file]', files);
  await page.getByRole('button', { name: /^(?:Importer|Enregistrer)/ }).click();
  await page.getByRole('heading', { name: 'Import terminé' }).waitFor();
}

test('asks what became of claims that a complete list no longer has, and says what follows from each answer', async () => {
  const numbers = ['F-2026-001', 'F-2026-002', 'F-2026-003'];
  await drop(
    numbers.map((number) => ({
      name: `${number}.xml`,
      mimeType: 'application/xml',
      buffer: Buffer.from(invoice({ number })),
    })),
  );
  const list = [
    'Factures non soldées;;;;',
    'Numéro;Client;Date de facture;Échéance;Reste dû',
    'F-2026-003;Hôtel de la Gare;03/08/2026;02/09/2026;1440,00',
    '',
  ].join('\n');
  await drop([{ name: 'balance.csv', mimeType: 'text/csv', buffer: Buffer.from(list) }]);

  await settle('/');
  const rows = page.locator('[data-kind=absent]');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(2);
  await rows.filter({ hasText: 'F-2026-001' }).getByRole('button', { name: 'Répondre' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Un encaissement de 1\s440,00\s€ est enregistré/).waitFor();
  await dialog.getByRole('button', { name: 'Enregistrer la réponse' }).click();
  await page.getByText(/Facture F-2026-001\s: soldée/).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[data-kind=absent]').length === 1);

  // The other one is answered in its case.
  await rows.locator('[data-work]').click();
  await page.getByRole('button', { name: 'Dire ce qu’est devenue la facture F-2026-002' }).click();
  await dialog.getByLabel(/^reste due/).check();
  await dialog.getByRole('button', { name: 'Enregistrer la réponse' }).click();
  await page.getByText(/Facture F-2026-002\s: la relance reprend/).waitFor();
  await settle('/');
  expect(await rows.count()).toBe(0);
  expect(troubles).toEqual([]);
});
