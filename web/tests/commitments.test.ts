import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterDemo, startDemo } from './demo.ts';
import { type Acquit, closePages, openBrowser, openPage } from './support.ts';

let acquit: Acquit;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  acquit = await startDemo();
  browser = await openBrowser();
  ({ page, troubles } = await openPage(browser));
  await enterDemo(page, acquit.url);
  await page.goto(`${acquit.url}/dossiers`);
  await page.locator('tbody tr[data-index="1"] a').click();
  await page.getByRole('heading', { name: 'Promesses, litiges' }).waitFor();
});
afterAll(async () => {
  await closePages(browser);
  await acquit?.stop();
});

const section = () => page.getByRole('region', { name: 'Promesses, litiges, échéanciers et pauses' });

test('a promise is noted and taken back from the keyboard', async () => {
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: 'Noter une promesse de paiement' });
  await dialog.getByText('sans nouvelle, la relance reprend').waitFor();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await section().getByText('relance suspendue jusqu’au').waitFor();
  await section().getByRole('button', { name: 'Annuler la promesse' }).click();
  await section().getByText('relance suspendue jusqu’au').waitFor({ state: 'hidden' });
  expect(troubles).toEqual([]);
});

test('a part is contested, answered, and listed with its owner', async () => {
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', { name: 'Ouvrir un litige' });
  await dialog.getByRole('button', { name: 'Ouvrir le litige' }).click();
  await dialog.getByText('Cochez au moins une facture.').waitFor();
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByLabel('Somme contestée').fill('12,50');
  await dialog.getByRole('button', { name: 'Ouvrir le litige' }).click();
  await dialog.getByText('Choisissez le motif que donne le client.').waitFor();
  await dialog.getByLabel('Motif').selectOption('price');
  await dialog.getByRole('button', { name: 'Ouvrir le litige' }).click();
  await dialog.waitFor({ state: 'detached' });
  await section().getByText('non relancés').waitFor();
  await section().getByRole('button', { name: 'Répondre' }).click();
  const answer = page.getByRole('dialog', { name: 'Répondre au litige' });
  await answer.getByRole('button', { name: 'Clore le litige' }).click();
  await answer.getByText('Choisissez comment le litige se termine.').waitFor();
  await answer.getByLabel('Le client reconnaît devoir').check();
  await answer.getByRole('button', { name: 'Clore le litige' }).click();
  await answer.waitFor({ state: 'detached' });
  await section().getByText('non relancés').waitFor({ state: 'hidden' });
  expect(troubles).toEqual([]);
});

test('a plan is drawn up with its dates in sight, then signed', async () => {
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Établir un échéancier' });
  await dialog.getByRole('heading', { name: 'Les échéances' }).waitFor();
  await dialog.getByRole('button', { name: 'Établir', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await section().getByRole('button', { name: 'Noter la signature' }).click();
  const sign = page.getByRole('dialog', { name: 'Noter la signature' });
  await sign.getByLabel('Signé par').fill('M. Dumas');
  await sign.getByRole('button', { name: 'Noter la signature' }).click();
  await sign.waitFor({ state: 'detached' });
  await page.goto(`${acquit.url}/suivi/echeanciers`);
  await page.getByText('respecté', { exact: true }).waitFor();
  expect(troubles).toEqual([]);
});
