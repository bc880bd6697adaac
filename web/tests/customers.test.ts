import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterDemo, startDemo } from './demo.ts';
import { type Acquit, closePages, openBrowser, openPage, signIn } from './support.ts';

let acquit: Acquit;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  acquit = await startDemo();
  browser = await openBrowser();
  ({ page, troubles } = await openPage(browser));
  await enterDemo(page, acquit.url);
});
afterAll(async () => {
  await closePages(browser);
  await acquit?.stop();
});

/** Opens the case that the list shows at a rank, and gives its customer's name. */
async function openCase(rank: number): Promise<string> {
  await page.goto(`${acquit.url}/dossiers`);
  const link = page.locator(`tbody tr[data-index="${rank}"] a`);
  const name = (await link.textContent()) ?? '';
  await link.click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  await page.getByRole('heading', { name: 'Interlocuteurs' }).waitFor();
  return name;
}

/** Gives two customers the same VAT number, takes the SIREN of one, and makes both companies: one may be the other. */
async function makeDouble(): Promise<[kept: string, gone: string]> {
  const names: string[] = [];
  for (const rank of [0, 1]) {
    names.push(await openCase(rank));
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Modifier la fiche client' }).click();
    const dialog = page.getByRole('dialog', { name: 'Fiche client' });
    await dialog.getByLabel('Numéro de TVA').fill('FR00DOUBLE');
    if (rank === 1) await dialog.getByLabel('SIREN ou SIRET').fill('');
    await dialog.getByLabel('Qualité du client').selectOption('company');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.waitFor({ state: 'detached' });
  }
  return names as [string, string];
}

describe('A customer', () => {
  test('gets contacts by role, terms and payment days, and unlawful terms are refused with the article', async () => {
    await openCase(0);
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    const person = page.getByRole('dialog', { name: 'Nouvel interlocuteur' });
    await person.getByRole('button', { name: 'Enregistrer' }).click();
    await person.getByText('Donnez un nom, un e-mail ou un téléphone.').waitFor();
    await person.getByLabel('Fonction').selectOption({ label: 'Service juridique' });
    await person.getByLabel('Nom').fill('Me Anne de La Rochefoucauld-Montmorency');
    await person.getByLabel('E-mail').fill('juridique@client.example');
    await page.keyboard.press('Enter');
    await page.getByText('Interlocuteur enregistré.').waitFor();
    await page.getByRole('link', { name: 'juridique@client.example' }).waitFor();

    const section = page.locator('section', { has: page.getByRole('heading', { name: 'Fiche client' }) });
    await section.getByRole('button', { name: 'Modifier' }).click();
    const dialog = page.getByRole('dialog', { name: 'Fiche client' });
    await dialog.getByLabel('Qualité du client').selectOption('company');
    await dialog.getByLabel('Délai de paiement convenu').selectOption({ label: 'Jours nets' });
    await dialog.getByLabel('Nombre de jours').fill('90');
    await dialog.getByLabel('Ses jours de paiement').selectOption({ label: 'Certains jours du mois' });
    await dialog.getByLabel('Jours du mois').fill('10, 31');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.getByText(/L441-10/).waitFor();
    await dialog.getByLabel('Nombre de jours').fill('45');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('le 10 et le dernier jour du mois').waitFor();
    await page.getByText('45 jours nets').waitFor();
    expect(troubles).toEqual([]);
  });

  test('is merged with his double after a preview, found under both names, and parted again with one click', async () => {
    const [kept, gone] = await makeDouble();
    await page.goto(`${acquit.url}/dossiers/doublons`);
    const pair = page.getByRole('listitem').filter({ hasText: kept }).filter({ hasText: gone });
    await pair.getByText('Même numéro de TVA').waitFor();
    await pair.getByRole('button', { name: /^Fusionner/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Fusionner deux clients' });
    await dialog.getByRole('radio', { name: kept }).check();
    await dialog.getByText(/chacune avec son niveau de relance/).waitFor();
    await dialog.getByRole('button', { name: 'Fusionner' }).click();
    await page.getByText(`${gone} est fusionné avec ce client.`).waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText(`${gone} est de nouveau un client à part.`).waitFor();
    await pair.waitFor();
    expect(troubles).toEqual([]);
  });

  test('fits a window of 320 pixels, on his page, in his dialogs and in the list of doubles', async () => {
    const { page: narrow } = await openPage(browser, { viewport: { width: 320, height: 640 } });
    await signIn(narrow, acquit.url);
    const beyond = () =>
      narrow.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await narrow.goto(`${acquit.url}/dossiers/doublons`);
    await narrow
      .getByRole('button', { name: /^Fusionner/ })
      .first()
      .click();
    await narrow.getByRole('dialog').getByRole('radio').first().waitFor();
    expect(await beyond()).toBe(0);
    // The choice loads after the dialog has opened: the keyboard is there all the same.
    await narrow.locator('.dialog-body input[type=radio]:focus').waitFor();
    await narrow.route('**/merge', (route) => route.abort());
    await narrow.keyboard.press('Enter');
    const answer = narrow.getByRole('dialog').getByText('Acquit ne répond pas.');
    await answer.waitFor();
    const [said, foot] = await Promise.all([answer.boundingBox(), narrow.locator('.dialog-foot').boundingBox()]);
    expect(said!.y + said!.height).toBeLessThanOrEqual(foot!.y);
    await narrow.keyboard.press('Escape');
    await narrow.goto(page.url().replace(/\/dossiers.*/, '/dossiers'));
    await narrow.locator('tbody tr[data-index="0"] a').click();
    await narrow.getByRole('heading', { name: 'Interlocuteurs' }).waitFor();
    expect(await beyond()).toBe(0);
  });
});
