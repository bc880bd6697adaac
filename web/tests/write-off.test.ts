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

/** `2026-11-21` so many days before today, as the page's own clock says. */
const daysAgo = (count: number) =>
  page.evaluate((days) => {
    const day = new Date(Date.now() - days * 86_400_000);
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(day);
  }, count);

const dialog = () => page.getByRole('dialog');
const section = () => page.getByRole('region', { name: 'Contentieux' });
const given = () => section().locator('.commitment').filter({ hasText: 'Passé en perte' });
const debtor = 'Cycles Vercors SAS';

/** The cents written in a piece of text, « 1 234,56 € ». */
const centsOf = (text: string | null) => Number((text ?? '').replace(/[^\d,]/g, '').replace(',', ''));

/** Debits and credits of each entry shown, in cents. */
const entries = () =>
  page.locator('.entry-table').evaluateAll((tables) =>
    tables.map((table) => {
      const column = (at: number) =>
        [...table.querySelectorAll(`tbody td:nth-child(${at})`)]
          .map((cell) => Number((cell.textContent ?? '').replace(/[^\d,]/g, '').replace(',', '')))
          .reduce((sum, cents) => sum + cents, 0);
      return { label: table.querySelector('caption')?.textContent ?? '', debit: column(2), credit: column(3) };
    }),
  );

describe('Claims given up', () => {
  test('show their entries, their VAT with its conditions and its sentence before anything is recorded', async () => {
    await page.goto(`${acquit.url}/dossiers?filtre=retard`);
    await page.getByRole('link', { name: debtor, exact: true }).click();
    await section().getByRole('button', { name: 'Passer en perte…' }).click();
    await dialog().getByText('rien n’est encore enregistré').waitFor();
    // Neither the reason nor the VAT is guessed.
    await dialog()
      .getByRole('button', { name: /en perte$/ })
      .click();
    await dialog().getByText('Dites pourquoi ces factures sont abandonnées.').waitFor();
    await dialog().getByText('Dites quand votre TVA est due').waitFor();
    const boxes = dialog().getByRole('checkbox');
    for (const box of (await boxes.all()).slice(1)) await box.uncheck();
    await dialog().getByLabel('Pourquoi').selectOption({ label: 'Poursuites restées vaines' });
    await dialog().getByLabel('Votre TVA est due').selectOption({ label: 'à la livraison' });
    await dialog()
      .getByText(/^TVA à indiquer pour les écritures/)
      .waitFor();
    expect(await entries()).toEqual([]);
    await dialog()
      .getByLabel(/^TVA de la facture/)
      .fill('10,00');
    await dialog().getByText('La TVA ne peut pas être récupérée à ce jour').waitFor();
    await dialog()
      .getByLabel('Jour de ce qui établit la perte')
      .fill(await daysAgo(12));
    await dialog()
      .getByLabel('Duplicata envoyé le')
      .fill(await daysAgo(10));
    await dialog().getByText('La TVA peut être récupérée.').waitFor();
    await dialog().locator('.statutory').filter({ hasText: 'demeurée impayée' }).waitFor();
    const made = await entries();
    expect(made.map(({ label }) => label)).toEqual(['Passage en créance douteuse', 'Perte sur créance irrécouvrable']);
    for (const { debit, credit } of made) expect([debit > 0, debit]).toEqual([true, credit]);
    expect(await dialog().locator('.table').first().textContent()).toContain('416');
  });

  test('are asked of nobody once confirmed, and come back by one act', async () => {
    const confirm = dialog().getByRole('button', { name: /en perte$/ });
    const amount = /Passer (.*) en perte/.exec((await confirm.textContent()) ?? '')![1]!;
    await dialog().getByText('ne sera plus demandée').waitFor();
    const number = (await dialog()
      .getByLabel(/^TVA de la facture/)
      .evaluate((field) => (field as HTMLInputElement).labels?.[0]?.textContent))!;
    await confirm.click();
    await dialog().waitFor({ state: 'detached' });
    await given().waitFor();
    expect(await given().textContent()).toContain(amount);
    expect(await given().textContent()).toContain('Poursuites restées vaines');
    expect(centsOf(amount)).toBeGreaterThan(0);
    const invoice = /facture (\S+)/.exec(number)![1]!;
    await page.getByRole('row').filter({ hasText: invoice }).getByText('Irrécouvrable').waitFor();
    await page.goto(`${acquit.url}/dossiers/factures`);
    await page.getByRole('link', { name: 'Irrécouvrables' }).click();
    await page.getByText('1 pièce, tout est affiché.').waitFor();
    await page.locator('.ledger-table tbody').getByText(debtor).waitFor();
    expect(await page.locator('.ledger-table tbody tr').count()).toBe(1);
    expect(await page.locator('.ledger-table tbody').textContent()).toContain(invoice);
    await page.goBack();
    await page.goBack();
    await given()
      .getByRole('button', { name: /^Annuler la perte de/ })
      .click();
    await section().getByText('Ce qui est terminé ou annulé (1)').click();
    await section()
      .getByText(/annulée le/)
      .waitFor();
    const back = page.locator('.claim-table tbody tr').filter({ hasText: invoice });
    await back.getByText('Irrécouvrable').waitFor({ state: 'detached' });
    expect(await back.textContent()).toContain(amount);
  });
});

describe('The radar of limitation', () => {
  const day = () => dialog().locator('.limit-day').textContent();

  test('counts anew once the nature of a claim is said, in the panel and on its row', async () => {
    await page.goto(`${acquit.url}/contentieux`);
    await page.locator('.radar-table').or(page.getByText('Recalculer maintenant')).first().waitFor();
    const refresh = page.getByRole('button', { name: 'Recalculer maintenant' });
    if (await refresh.isVisible()) {
      await refresh.click();
      await refresh.waitFor({ state: 'detached' });
    }
    const row = page.locator('.radar-table tbody tr').filter({ hasText: 'Carrosserie Dumas SA' }).first();
    const number = await row.locator('.link-button').textContent();
    await row.locator('.link-button').click();
    await dialog().locator('.limit-day').waitFor();
    const before = await day();
    await dialog().getByLabel('Nature de la créance').selectOption({ label: 'Loyer d’habitation' });
    await dialog().getByRole('button', { name: 'Enregistrer' }).click();
    await page.waitForFunction((was) => document.querySelector('.limit-day')?.textContent !== was, before);
    await dialog().getByText(/7-1/).first().waitFor();
    const until = await day();
    await page.keyboard.press('Escape');
    const again = page.locator('.radar-table tbody tr').filter({ hasText: number! }).first();
    await again.waitFor();
    const shown = await again.locator('time').getAttribute('datetime');
    expect(until).toContain(shown!.slice(0, 4));
    await again.locator('.link-button').click();
  });

  test('takes a fact with its day and what it does, and moves the last day until it is taken back', async () => {
    const before = await day();
    const told = await daysAgo(1);
    await dialog().getByRole('button', { name: 'Noter un fait' }).click();
    const form = dialog().getByRole('form', { name: 'Noter un fait' });
    await form.getByLabel('Fait', { exact: true }).selectOption({ label: 'Reconnaissance de dette' });
    await form.getByText(/2240/).waitFor();
    await form.getByRole('button', { name: 'Noter ce fait' }).click();
    await form.getByText('Indiquez un jour passé').waitFor();
    await form.getByLabel('Le', { exact: true }).fill(told);
    await form.getByLabel('Précisions').fill('Courriel du gérant');
    await form.getByRole('button', { name: 'Noter ce fait' }).click();
    await form.waitFor({ state: 'detached' });
    await dialog().getByText('« Courriel du gérant »').waitFor();
    // Three years, those of the rent of a home, from the acknowledgement.
    expect(await day()).toContain(String(Number(told.slice(0, 4)) + 3));
    expect(await day()).not.toBe(before);
    await dialog()
      .getByRole('button', { name: /^Retirer : Reconnaissance de dette/ })
      .click();
    await dialog().locator('s').filter({ hasText: 'Reconnaissance de dette' }).waitFor();
    expect(await day()).toBe(before);
    expect(troubles).toEqual([]);
  });
});

test('A month without a date leads to the next one', async () => {
  await page.goto(`${acquit.url}/contentieux/echeances?mois=${await daysAgo(40)}`);
  await page.getByText('Rien ce mois-ci.').waitFor();
  const door = page.getByRole('link', { name: /^Prochaine date/ });
  const said = (await door.textContent()) ?? '';
  await door.click();
  await door.waitFor({ state: 'detached' });
  const [first] = await page
    .locator('.deadline-grid .procedure-date time')
    .evaluateAll((days) => days.map((one) => one.getAttribute('datetime') ?? ''));
  expect(said).toContain(String(Number(first!.slice(-2))));
  expect(said).toContain(first!.slice(0, 4));
  expect(troubles).toEqual([]);
});
