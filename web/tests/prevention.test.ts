import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
});
afterAll(async () => {
  await closePages(browser);
  await acquit?.stop();
});

async function openCase(rank: number): Promise<string> {
  await page.goto(`${acquit.url}/dossiers`);
  const link = page.locator(`tbody tr[data-index="${rank}"] a`);
  const name = (await link.textContent()) ?? '';
  await link.click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  return name;
}

const panel = () => page.getByRole('dialog', { name: 'Comment ce client paie' });

describe('How a customer pays', () => {
  test('opens from the case with the keyboard, down to the reasons of each date and where they come from', async () => {
    await openCase(0);
    const why = page.getByRole('button', { name: 'Pourquoi cette classe et ces dates ?' });
    await why.focus();
    await page.keyboard.press('Enter');
    await panel().getByText('aucune donnée d’un tiers').waitFor();
    await panel().locator('.prediction > summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await panel().locator('.prediction[open] .weighed > li').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    expect(await why.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('is corrected by hand, and says what the history says all the same', async () => {
    await openCase(0);
    await page.getByRole('button', { name: 'Pourquoi cette classe et ces dates ?' }).click();
    await panel().getByLabel('Changer la classe').selectOption({ label: 'Grand compte' });
    await panel().getByText('Son historique dit').waitFor();
    await panel().getByRole('heading', { name: 'Classe : Grand compte' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.payer-line .badge', { hasText: 'Grand compte' }).waitFor();
  });

  test('is told on the day’s page and on the case when what is owed passes its limit', async () => {
    const name = await openCase(0);
    await page.getByRole('button', { name: 'Pourquoi cette classe et ces dates ?' }).click();
    const field = panel().getByRole('textbox', { name: /Plafond d’encours/ });
    await field.fill('abc');
    await panel().getByText('Écrivez un montant').waitFor();
    await field.fill('100');
    await page.keyboard.press('Enter');
    await page.getByText('Plafond enregistré.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(/Faites-vous régler avant de livrer/).waitFor();
    await page.goto(acquit.url);
    await page.getByText('1 client dépasse son plafond').waitFor();
    await page.getByRole('link', { name: 'Voir', exact: true }).click();
    await page.getByRole('row').filter({ hasText: name }).getByText('dépassé de').waitFor();
    expect(new URL(page.url()).search).toContain('encours=depasse');
  });
});

describe('Prevention', () => {
  test('tells what lateness costs once the rate of the company is given, down to its calculation', async () => {
    await page.goto(`${acquit.url}/prevention/reglages`);
    await page.getByLabel(/Taux de financement/).fill('x');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Écrivez un taux en pour cent').waitFor();
    await page.getByLabel(/Taux de financement/).fill('5,5');
    await page.getByLabel('Taille de votre entreprise').selectOption('small');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Réglages enregistrés.').waitFor();
    await openCase(0);
    await page.getByRole('button', { name: 'Pourquoi cette classe et ces dates ?' }).click();
    await panel().getByText('Argent avancé').waitFor();
    await panel().getByRole('button', { name: 'Tout déplier' }).click();
    await panel().getByText('Taux de financement de l’entreprise').first().waitFor();
    await page.keyboard.press('Escape');
  });

  test('drafts clauses with their articles, ready to copy, and says what it does not see', async () => {
    await page.getByRole('link', { name: 'Prévention' }).click();
    await page.getByRole('heading', { name: 'Prévention', level: 1 }).waitFor();
    await page.getByText('Vos conditions générales ne sont pas lues').waitFor();
    await page.getByRole('button', { name: 'Copier toutes les clauses' }).waitFor();
    await page
      .getByText(/L441-10/)
      .first()
      .waitFor();
  });

  test('fits a phone, in the dark too, and broke no rule of the page', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const path of ['/prevention', '/prevention/clients', '/prevention/reglages']) {
      await page.goto(`${acquit.url}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }
    await openCase(0);
    await page.getByRole('button', { name: 'Pourquoi cette classe et ces dates ?' }).click();
    await panel().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(troubles).toEqual([]);
  });
});
