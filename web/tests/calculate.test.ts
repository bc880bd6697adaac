import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdfFacts } from '../../server/src/render/pdf-facts.ts';
import { type Acquit, closePages, createFirstUser, openBrowser, openPage, startAcquit } from './support.ts';

let acquit: Acquit;
let browser: Browser;

beforeAll(async () => {
  acquit = await startAcquit();
  browser = await openBrowser();
});
afterAll(async () => {
  await closePages(browser);
  await acquit?.stop();
});

const tabs = ['penalites', 'interet-legal', 'prescription', 'delai'];
const example = '/calculer/penalites?montant=12000%2C00&echeance=2026-04-30&au=2026-09-20';

/** The text of an element with its no-break spaces made plain, as a person reads it. */
async function read(page: Page, selector: string): Promise<string> {
  return ((await page.locator(selector).first().textContent()) ?? '').replace(/[\u00a0\u202f]/g, ' ');
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(acquit.url + path);
  await page.getByRole('heading', { name: 'Calculer', level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
}

describe('« Calculer », on a server where nobody has an account', () => {
  test('is reached from the first page, and gives the example with its two periods and its tree to L441-10', async () => {
    const { page, troubles } = await openPage(browser);
    await page.goto(acquit.url);
    await page.getByRole('link', { name: /^Calculer des pénalités/ }).click();
    await page.getByRole('heading', { name: 'Calculer', level: 1 }).waitFor();
    await page.getByLabel('Montant TTC').fill('12 000');
    await page.getByLabel('Échéance', { exact: true }).fill('2026-04-30');
    await page.getByLabel('Arrêté au').fill('2026-09-20');
    await page.getByRole('button', { name: 'Calculer' }).click();
    await page.locator('.calc-figure').waitFor();
    expect(await read(page, '.calc-figure')).toBe('12 617,96 €');
    const sums = await page.locator('.calc-sum').textContent();
    expect(sums?.replace(/[\u00a0\u202f]/g, ' ')).toContain('577,96 €');
    expect(sums?.replace(/[\u00a0\u202f]/g, ' ')).toContain('40,00 €');
    const rows = await page.locator('.calc-segments tbody tr').allTextContents();
    expect(rows.map((row) => row.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
      '1er mai 202630 juin 20266112,15 %12 000,00 €243,6658 €',
      '1er juil. 202620 sept. 20268212,40 %12 000,00 €334,2904 €',
    ]);
    expect(await page.locator('.tree').getByText('L441-10 II C. com.').count()).toBe(0);
    await page.getByRole('button', { name: 'Tout déplier' }).click();
    await page.locator('.tree').getByText('L441-10 II C. com.').first().waitFor();
    expect(await page.getByText('À vérifier', { exact: true }).count()).toBe(0);
    await open(page, '/calculer/penalites?montant=12000%2C00&echeance=2024-01-31&au=2024-06-30');
    await page.getByText('À vérifier', { exact: true }).first().waitFor();
    expect(troubles).toEqual([]);
  });

  test('keeps the calculation in the address, follows what is typed, and goes back step by step', async () => {
    const { page } = await openPage(browser);
    await open(page, example);
    expect(await page.getByLabel('Montant TTC').inputValue()).toBe('12000,00');
    await page.getByLabel('Montant TTC').fill('6000');
    await page.waitForURL(/montant=6000/);
    await page.waitForFunction(() => document.querySelector('.calc-figure')?.textContent?.startsWith('6'));
    await page.locator('summary', { hasText: 'Encaissements' }).click();
    await page.getByRole('button', { name: 'Ajouter un encaissement' }).click();
    await page
      .getByRole('group', { name: 'Encaissements, ligne 1' })
      .getByLabel('Le', { exact: true })
      .fill('2026-06-10');
    await page.getByRole('group', { name: 'Encaissements, ligne 1' }).getByLabel('Montant').fill('1000');
    await page.waitForURL(/recus=2026-06-10_1000/);
    await page.getByText('Pénalités de retard restant à payer').waitFor();
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get('montant') === '12000,00');
    await page.waitForFunction(() => document.querySelector('.calc-figure')?.textContent?.startsWith('12'));
    expect(await page.getByLabel('Montant TTC').inputValue()).toBe('12000,00');
  });

  test('says each refusal at its field, in French, and leads the hands there', async () => {
    const { page } = await openPage(browser);
    await open(page, '/calculer');
    await page.getByRole('button', { name: 'Calculer' }).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    expect(await page.getByText('À renseigner.').count()).toBe(2);
    await page.getByLabel('Montant TTC').fill('douze');
    expect(await page.getByText('Indiquez un montant, par exemple 1 250,00.').isVisible()).toBe(true);

    await open(page, `${example}&taux=fixed&valeur=1`);
    const rate = page.getByLabel('Valeur');
    await page.waitForFunction(() => document.querySelector('[aria-invalid="true"]') !== null);
    expect(await rate.getAttribute('aria-invalid')).toBe('true');
    const told = page.locator(`[id="${(await rate.getAttribute('aria-describedby'))?.split(' ').at(-1)}"]`);
    expect(await told.textContent()).toMatch(/plancher/);
    await open(page, '/calculer/prescription?creance=services&debiteur=company&au=2026-11-21');
    const due = page.getByLabel('Échéance', { exact: true });
    await page.waitForFunction(() => document.querySelector('[aria-invalid="true"]') !== null);
    expect(await due.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('.calc').textContent()).not.toMatch(/dueOn|performedOn/);
  });

  test('tells a limitation: the day with its weekday, what each fact did, and the readings', async () => {
    const { page } = await openPage(browser);
    const facts = 'faits=2023-06-15_part-payment_*2024-02-01_formal-notice_';
    await open(
      page,
      `/calculer/prescription?creance=services&debiteur=company&echeance=2022-03-31&prestation=2022-02-10&au=2026-11-21&${facts}`,
    );
    await page.locator('.calc-figure').waitFor();
    expect(await read(page, '.calc-figure')).toBe('jeudi 15 juin 2028');
    expect(await page.getByText('interrompt, le délai repart de zéro').isVisible()).toBe(true);
    expect(await page.getByText('ne change rien au délai').isVisible()).toBe(true);
    expect(await page.locator('.calc-candidates > li').count()).toBe(2);
    expect(await page.getByText('Ce qui fait cette date').isVisible()).toBe(true);
    await open(page, '/calculer/prescription?creance=goods&debiteur=consumer&echeance=2022-03-31&au=2026-11-21');
    await page.getByText('Le délai est expiré à cette date.').waitFor();
  });

  test('waits for what is missing while one fills in, and says it when asked', async () => {
    const { page } = await openPage(browser);
    await open(page, '/calculer/prescription');
    await page.getByLabel('Nature de la créance').selectOption('goods');
    await page.waitForURL(/creance=goods/);
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByRole('button', { name: 'Calculer' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Tout effacer' }).click();
    await page.waitForURL((url) => url.search === '');
    expect(await page.getByLabel('Nature de la créance').inputValue()).toBe('');
    await page.getByRole('link', { name: 'Voir un exemple' }).click();
    await page.locator('.calc-figure').waitFor();
  });

  test('tells a time limit, with the days that put it off', async () => {
    const { page } = await openPage(browser);
    await open(page, '/calculer/delai?depart=2026-11-14&jours=7');
    await page.locator('.calc-figure').waitFor();
    expect(await read(page, '.calc-figure')).toBe('lundi 23 novembre 2026');
    expect(await page.getByText('samedi 21 novembre 2026').count()).toBe(2);
    expect(await page.getByText(/642/).first().isVisible()).toBe(true);
  });

  test('is filled and read by keyboard alone, and says its result to a screen reader', async () => {
    const { page } = await openPage(browser);
    await open(page, '/calculer/interet-legal?depuis=2025-02-14&au=2026-09-20');
    await page.getByRole('link', { name: 'Délai', exact: true }).focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent)).toMatch(
      /Somme due/,
    );
    await page.keyboard.type('8500');
    await page.keyboard.press('Enter');
    // Not any status: the skeleton of a calculation under way is one too, and says nothing that is read here.
    await page.locator('.calc-result p[role="status"]').waitFor({ state: 'attached' });
    expect(await read(page, '.calc-result p[role="status"]')).toMatch(/ : 8 \d{3},\d{2} €$/);
    const node = page.locator('.tree button').first();
    await node.focus();
    await page.keyboard.press('Enter');
    expect(await node.getAttribute('aria-expanded')).toBe('false');
  });

  test('downloads the statement in PDF, with what was typed and the figures on screen', async () => {
    const { page, troubles } = await openPage(browser, { acceptDownloads: true });
    await open(page, example);
    await page.getByRole('button', { name: 'Imprimer le relevé (PDF)' }).click();
    const dialog = page.getByRole('dialog', { name: 'Relevé en PDF' });
    await dialog.getByLabel('Créancier').fill('Menuiserie Aubrac\n3 rue du Four\n12000 Rodez');
    await dialog.getByLabel('Débiteur').fill('Hôtel de la Gare');
    await dialog.getByLabel('Référence').fill('Facture F-2026-001');
    const downloading = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Télécharger le PDF' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^Relevé de compte \d{4}-\d{2}-\d{2}\.pdf$/);
    const { pages } = await pdfFacts(new Uint8Array(await readFile(await download.path())));
    const text = pages.join(' ').replace(/\s+/g, ' ');
    for (const said of [
      'Menuiserie Aubrac',
      'Hôtel de la Gare',
      'Facture F-2026-001',
      '577,96 €',
      '12 617,96 €',
      '1/2',
    ])
      expect(text).toContain(said);
    await dialog.waitFor({ state: 'detached' });
    expect(troubles).toEqual([]);
  });

  test('fits a window of 320 pixels, filled or not, and names every field', async () => {
    const { page } = await openPage(browser, { viewport: { width: 320, height: 640 } });
    const filled = [
      `${example}&recus=2026-06-10_3000%2C00&avoirs=2026-07-15_500%2C00_gesture&taux=fixed&valeur=1&abandons=2026-08-01__penalties`,
      `${example}&recus=2026-06-10_3000%2C00`,
      '/calculer/interet-legal?montant=8500%2C00&depuis=2025-02-14&au=2026-09-20&executoire=2026-01-10',
      '/calculer/prescription?echeance=2022-03-31&facture=2022-02-15&au=2026-11-21&faits=2023-06-15_court-claim_2024-01-02',
      '/calculer/delai?depart=2026-07-14&mois=1&lieu=overseas',
    ];
    for (const path of [...tabs.map((tab) => `/calculer/${tab}`), ...filled]) {
      await open(page, path);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([path, beyond]).toEqual([path, 0]);
      const nameless = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')]
          .filter((field) => !field.labels?.length)
          .map((field) => field.outerHTML),
      );
      expect(nameless).toEqual([]);
    }
  });

  test('reads at 4.5 to 1 or better, light and dark, on every text of a filled page', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await openPage(browser, { colorScheme });
      await open(page, '/calculer/prescription?creance=services&echeance=2019-03-31&facture=2019-02-15&au=2026-11-21');
      await page.locator('.calc-figure').waitFor();
      expect(await page.evaluate(faintTexts)).toEqual([]);
    }
  });

  test('stands in the house once signed in, company or not, and prints without its form', async () => {
    const { page } = await openPage(browser);
    await createFirstUser(page, acquit.url);
    await open(page, example);
    expect(await page.getByRole('link', { name: 'Calculer', exact: true }).getAttribute('aria-current')).toBe('page');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.calc-form').isVisible()).toBe(false);
    expect(await page.locator('.calc-segments').isVisible()).toBe(true);
  });
});

/** Texts of the page whose contrast with what lies behind them is under 4.5 to 1; runs in the browser. */
function faintTexts(): string[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const rgb = (colour: string): number[] => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (colour: number[]) => {
    const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((part) => {
      const level = part / 255;
      return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element: Element): number[] => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const ownText = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  return [...document.querySelectorAll('main *')]
    .filter((element) => ownText(element) && element.getClientRects().length > 0)
    .filter((element) => {
      const pair = [luminance(rgb(getComputedStyle(element).color)), luminance(behind(element))].sort((a, b) => a - b);
      return (pair[1]! + 0.05) / (pair[0]! + 0.05) < 4.5;
    })
    .map((element) => element.outerHTML.slice(0, 120));
}
