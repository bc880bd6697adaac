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

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const line = (name: string) => page.locator('.step-list > li').filter({ hasText: name });

describe('A scenario', () => {
  test('is read as a line a step, and changed with what it would do in sight', async () => {
    await page.goto(`${acquit.url}/reglages/scenarios`);
    await button('Modifier le scénario Professionnels').click();
    const first = (await line('Première relance').textContent())?.replace(/\s/g, ' ');
    expect(first).toContain('3 jours après l’échéance · e-mail · courtois · rappeler · automatique');
    await page.getByText('Rien ne changerait.').waitFor();

    await button('Modifier l’étape Deuxième relance').click();
    await page.getByLabel('Jours', { exact: true }).fill('12');
    await line('Deuxième relance').getByText('12 jours après l’échéance').waitFor();
    await page
      .getByRole('row', { name: /^Déplacé .*Deuxième relance/ })
      .first()
      .waitFor();

    // What may not be is told at its step, and cannot be saved.
    await page.getByLabel('Jours', { exact: true }).fill('45');
    await line('Mise en demeure')
      .getByText(/son jour doit venir plus tard/)
      .waitFor();
    expect(await button('Enregistrer la nouvelle version').isDisabled()).toBe(true);
    await page.getByLabel('Jours', { exact: true }).fill('12');
    await page
      .getByRole('row', { name: /^Déplacé/ })
      .first()
      .waitFor();

    // A text that is no number changes nothing, says so, and is never saved as the number before it.
    await page.getByLabel('Jours', { exact: true }).fill('quinze');
    await page.getByText('Écrivez un nombre entier de jours').waitFor();
    await page.getByText('Seulement si…').click();
    await page.getByLabel('En retard, au moins').fill('1.234,5');
    await page.getByText('Écrivez un montant, par exemple').waitFor();
    await page.getByText('Corrigez d’abord ce qui est signalé plus haut.').waitFor();
    expect(await button('Enregistrer la nouvelle version').isDisabled()).toBe(true);
    await button('Terminer').click();
    await page.getByLabel('Jours', { exact: true }).fill('12');
    await page.getByLabel('En retard, au moins').fill('');

    await button('Rejouer sur les douze derniers mois').click();
    await page.getByRole('row', { name: /^Contacts/ }).waitFor();
    await page.getByText('Les jours de paiement sont ceux qui ont eu lieu').waitFor();
    await button('Enregistrer la nouvelle version').click();
    await page.getByText('La prochaine passe le suit').waitFor();
    await page
      .getByText(/version 2/)
      .first()
      .waitFor();
    expect(troubles).toEqual([]);
  });

  test('takes another step from the keyboard, and gives it up', async () => {
    await button('Modifier le scénario Professionnels').focus();
    await page.keyboard.press('Enter');
    await button('Ajouter une étape').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Nom', { exact: true }).fill('Mot du dirigeant');
    await line('Mot du dirigeant').waitFor();
    await button('Retirer l’étape Mot du dirigeant').focus();
    await page.keyboard.press('Enter');
    await line('Mot du dirigeant').waitFor({ state: 'detached' });
    // A step taken out by mistake comes back where it was, and so does a draft left without being saved.
    await page.locator('.toast').getByRole('button', { name: 'Annuler' }).click();
    await line('Mot du dirigeant').waitFor();
    await page.locator('.scenario-editor').getByRole('button', { name: 'Annuler' }).click();
    await button('Modifier le scénario Professionnels').waitFor();
    expect(await line('Mot du dirigeant').count()).toBe(0);
    await page.locator('.toast').getByRole('button', { name: 'Annuler' }).click();
    await line('Mot du dirigeant').waitFor();
    await page.locator('.scenario-editor').getByRole('button', { name: 'Annuler' }).click();
    await button('Modifier le scénario Professionnels').waitFor();
  });

  test('is chosen by rules that say whom they are for', async () => {
    await button('Ajouter une règle').click();
    await page.getByLabel('Nom de la règle').fill('Le bâtiment');
    await page.getByLabel('Secteur contenant').fill('bâtiment');
    await page.getByLabel('Scénario', { exact: true }).selectOption({ label: 'Grands comptes' });
    // A sum that cannot be read is not a sum left out: the rule would take in everybody.
    await page.getByLabel('Au moins, d’encours').fill('1.234,5');
    await page.getByRole('dialog').getByRole('button', { name: 'Ajouter une règle' }).click();
    await page.getByText('Écrivez un montant, par exemple').waitFor();
    await page.getByLabel('Au moins, d’encours').fill('');
    await page.getByRole('dialog').getByRole('button', { name: 'Ajouter une règle' }).click();
    await line('Le bâtiment').getByText('secteur « bâtiment » · suit « Grands comptes »').waitFor();
    await button('Retirer la règle Le bâtiment').click();
    await line('Le bâtiment').waitFor({ state: 'detached' });
  });

  test('fits a narrow screen', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await button('Modifier le scénario Professionnels').click();
    await button('Modifier l’étape Deuxième relance').click();
    await page.getByText('Ce qui changerait dans les 30 jours').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
