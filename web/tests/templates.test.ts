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
  ({ page, troubles } = await openPage(browser, { viewport: { width: 1440, height: 1000 } }));
  await enterDemo(page, acquit.url);
});
afterAll(async () => {
  await closePages(browser);
  await acquit?.stop();
});

const body = () => page.getByLabel('Texte', { exact: true });
const open = async (name: RegExp) => {
  await page.goto(`${acquit.url}/reglages/modeles`);
  await page.getByRole('button', { name }).click();
  await body().waitFor();
};

describe('The texts of the messages', () => {
  test('are refused with their article while they threaten, and saved when they do not', async () => {
    await open(/Ouvrir : Relance, ferme/);
    await page.getByText('Rien à redire.').waitFor();
    const written = await body().inputValue();
    await body().fill(written.replace('{{ tableau }}', 'Nous saisirons vos comptes bancaires.\n\n{{ tableau }}'));
    const finding = page.locator('.finding.refuse').filter({ hasText: 'saisirons vos comptes' });
    await finding.waitFor();
    expect(await finding.textContent()).toContain('L111-3');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Ce texte ne peut pas être enregistré').waitFor();

    await body().fill(written.replace('{{ tableau }}', 'Merci de nous répondre.\n\n{{ tableau }}'));
    await page.getByText('Rien à redire.').waitFor();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Ce texte est le vôtre, version 1.').waitFor();
    await page.getByRole('button', { name: 'Tous les textes' }).click();
    await page.getByRole('button', { name: /Relance, ferme, texte de votre société, version 1/ }).waitFor();
  });

  test('take a variable where the cursor is, from the keyboard alone', async () => {
    await open(/Ouvrir : Relance, courtois/);
    await body().fill('Début  fin');
    await body().evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(6, 6));
    await page.getByRole('button', { name: 'Insérer total', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    expect(await body().inputValue()).toBe('Début {{ total }} fin');
  });

  test('are seen as they will be read, and given back to the origin', async () => {
    await open(/Ouvrir : Relance, ferme/);
    await page.getByRole('button', { name: 'Voir l’aperçu' }).click();
    await page.getByText('Pour Boulangerie Fournier SARL').waitFor();
    const mail = page.frameLocator('iframe[title^="L’e-mail"]');
    await mail.getByText('Merci de nous répondre.').waitFor();
    await page.getByRole('button', { name: 'Revenir au texte d’origine' }).click();
    await page.getByText('Ce texte est celui qui vient avec Acquit.').waitFor();
    expect(await body().inputValue()).not.toContain('Merci de nous répondre.');
    expect(troubles).toEqual([]);
  });
});
