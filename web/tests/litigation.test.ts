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

/** Opens the case of a customer of the demo who is neither insolvent nor in court yet. */
async function openCase(name: string): Promise<void> {
  await page.goto(`${acquit.url}/dossiers?filtre=retard`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
}

const debtor = 'Cycles Vercors SAS';
const entrusted = 'Atelier Bois Brut';

/** `2026-11-21` so many days before today, as the page's own clock says. */
const daysAgo = (count: number) =>
  page.evaluate((days) => {
    const day = new Date(Date.now() - days * 86_400_000);
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(day);
  }, count);

const dialog = () => page.getByRole('dialog');
const acts = () => page.locator('.procedure-event');
const dates = () => page.locator('.procedure-date');

/** Tells an act by its form, on a day. */
async function tell(label: string, on: string, more: () => Promise<void> = async () => undefined): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click();
  await dialog().getByLabel('Le', { exact: true }).fill(on);
  await more();
  await dialog().getByRole('button', { name: 'Noter l’acte' }).click();
  await dialog().waitFor({ state: 'detached' });
  await acts().filter({ hasText: label }).first().waitFor();
}

describe('A procedure', () => {
  test('is opened from a case and told act by act: each gives its dates, and what missing them costs', async () => {
    await openCase(debtor);
    await page.getByRole('button', { name: 'Ouvrir une procédure' }).click();
    await dialog().getByLabel('Voie').selectOption({ label: 'Injonction de payer' });
    await dialog()
      .getByLabel('Ouverte le')
      .fill(await daysAgo(40));
    await dialog().getByLabel('Juridiction').selectOption({ label: 'Tribunal de commerce' });
    await dialog().getByLabel('Tribunal', { exact: false }).last().fill('Tribunal de commerce de Lyon');
    await dialog().getByRole('button', { name: 'Ouvrir la procédure' }).click();
    await page.getByRole('heading', { level: 1, name: 'Injonction de payer' }).waitFor();
    await page.getByText(debtor).first().waitFor();
    await tell('Requête déposée au greffe', await daysAgo(30));
    await tell('Frais de greffe versés', await daysAgo(28));
    await tell('Ordonnance accordée (date de l’ordonnance)', await daysAgo(10), async () => {
      await dialog()
        .getByLabel(/Somme|accord/i)
        .first()
        .fill('1 000,00');
    });
    const service = dates()
      .filter({ hasText: /ignifi/ })
      .first();
    await service.waitFor();
    expect(await service.textContent()).toMatch(/au plus tard le/);
    expect(await service.textContent()).toMatch(/Si rien n’est fait/);
    expect(await page.locator('.facts').getByText('Tribunal de commerce de Lyon').count()).toBe(1);
  });

  test('shows why a date is what it is, down to the article, and gives the focus back', async () => {
    const why = page.getByRole('button', { name: 'Pourquoi cette date ?' }).first();
    await why.focus();
    await page.keyboard.press('Enter');
    expect(await dialog().textContent()).toMatch(/CPC/);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await why.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('refuses a day to come beside its field; a mistake is withdrawn and its dates go with it', async () => {
    const service = page
      .locator('.row')
      .getByRole('button', { name: /ignifi/ })
      .first();
    const label = (await service.textContent()) ?? '';
    await service.click();
    await dialog().getByLabel('Le', { exact: true }).fill('2999-01-01');
    await dialog().getByRole('button', { name: 'Noter l’acte' }).click();
    await dialog().getByText('Indiquez un jour passé').waitFor();
    await dialog()
      .getByLabel('Le', { exact: true })
      .fill(await daysAgo(2));
    // What the act must say besides its day: the first answer of each choice.
    for (const choice of await dialog().locator('select').all()) await choice.selectOption({ index: 1 });
    await dialog().getByRole('button', { name: 'Noter l’acte' }).click();
    await dialog().waitFor({ state: 'detached' });
    const mistaken = acts().filter({ hasText: label }).first();
    await mistaken.waitFor();
    const opposition = dates()
      .filter({ hasText: /pposition/ })
      .first();
    await opposition.waitFor();
    await mistaken.getByRole('button', { name: 'Retirer' }).click();
    await dialog().getByLabel('Pourquoi').fill('Mauvais dossier');
    await dialog().getByRole('button', { name: 'Retirer' }).click();
    await acts()
      .getByText(/Retiré le .* par Claire Martin/)
      .waitFor();
    await opposition.waitFor({ state: 'detached' });
    expect(await acts().locator('s').count()).toBe(1);
  });

  test('stands on the case, in the list and in the calendar', async () => {
    await page.getByRole('link', { name: 'Ouvrir le dossier' }).click();
    await page.locator('.commitment').getByRole('link', { name: 'Injonction de payer' }).waitFor();
    await page.goto(`${acquit.url}/contentieux/procedures`);
    await page.getByRole('table', { name: 'Procédures' }).getByText(debtor).waitFor();
    await page.goto(`${acquit.url}/contentieux/echeances`);
    await page.locator('.month').waitFor();
    const mine = page.locator('.procedure-date').filter({ hasText: debtor });
    for (let n = 0; n < 8 && (await mine.count()) === 0; n++)
      await page.getByRole('button', { name: 'Mois suivant' }).click();
    expect(await mine.count()).toBeGreaterThan(0);
    const day = page.locator('.month-ours').first();
    expect(await day.getAttribute('aria-label')).toMatch(/\d{4}\s: \d+\séchéance/);
  });
});

describe('The radar of limitation', () => {
  test('lists claims by their last day, and opens to the article that fixes it', async () => {
    await page.goto(`${acquit.url}/contentieux`);
    await page.locator('.band-choice').or(page.getByText('Recalculer maintenant')).first().waitFor();
    const refresh = page.getByRole('button', { name: 'Recalculer maintenant' });
    if (await refresh.isVisible()) {
      await refresh.click();
      await refresh.waitFor({ state: 'detached' });
    }
    const days = await page
      .locator('.radar-table td time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
    expect(days.length).toBeGreaterThan(3);
    expect(days).toEqual([...days].sort());
    await page.locator('.radar-table tbody .link-button').first().click();
    await dialog().getByRole('heading', { name: 'Ce qui arrêterait le délai' }).waitFor();
    await dialog().getByRole('heading', { name: 'Ce qui ne l’arrête pas' }).waitFor();
    expect(await dialog().textContent()).toMatch(/C\. (civ|com|conso)|code civil|L218-2|2224/);
    await dialog().getByRole('link', { name: 'Choisir la voie' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });
});

describe('A case entrusted to a professional', () => {
  test('is told on its own page, and what he told comes back to be read', async () => {
    await openCase(entrusted);
    await page.getByRole('button', { name: 'Confier à un professionnel' }).click();
    await dialog().getByLabel('Nom', { exact: true }).fill('Me Durand');
    await dialog().getByRole('button', { name: 'Confier le dossier' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /Confié à Me Durand/ }).click();
    await page.getByRole('button', { name: 'Changer ce qui est convenu' }).waitFor();
    await page.getByLabel('Lui écrire').fill('Merci de nous dire où vous en êtes.');
    await page.getByRole('button', { name: 'Écrire', exact: true }).click();
    await page.locator('.told-post').getByText('écrit par Claire Martin').waitFor();
    await page.getByRole('button', { name: 'Mettre fin' }).click();
    await dialog().getByLabel('Résultat').selectOption({ label: 'Repris' });
    await dialog().getByRole('button', { name: 'Mettre fin' }).click();
    await page.getByText(/Terminé le .*Repris/).waitFor();
    await page.goto(`${acquit.url}/contentieux/confies`);
    await page.getByRole('table', { name: 'Comparaison des voies' }).getByText('Avocat').waitFor();
  });
});

test('Every tab fits a window of 320 pixels, says its first thing to do, and breaks no policy', async () => {
  const { page: narrow, troubles: others } = await openPage(browser, { viewport: { width: 320, height: 640 } });
  await signIn(narrow, acquit.url);
  for (const path of ['', '/procedures', '/echeances', '/annonces', '/confies']) {
    await narrow.goto(`${acquit.url}/contentieux${path}`);
    await narrow.getByRole('heading', { level: 1, name: 'Contentieux' }).waitFor();
    await narrow.waitForFunction(() => document.querySelector('.skeleton') === null);
    const beyond = await narrow.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([path, beyond]).toEqual([path, 0]);
  }
  expect([...troubles, ...others]).toEqual([]);
});
