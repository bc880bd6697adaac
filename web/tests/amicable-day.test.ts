import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterDemo, startDemo } from './demo.ts';
import { type Acquit, closePages, openBrowser, openPage, signIn } from './support.ts';

/** A clerk's day on the demo company, from the worklist: agree, call, promise, contest, spread, look ahead, take back. */

let acquit: Acquit;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  acquit = await startDemo();
  browser = await openBrowser();
  ({ page, troubles } = await openPage(browser, { viewport: { width: 1440, height: 900 } }));
  await enterDemo(page, acquit.url);
}, 600_000);
afterAll(async () => {
  await closePages(browser);
  await acquit?.stop();
});

async function settle(at: Page, path: string): Promise<void> {
  await at.goto(acquit.url + path);
  await at.getByRole('heading', { level: 1 }).waitFor();
  await at.waitForFunction(() => document.querySelector('.skeleton') === null);
}

/** The number that stands beside the title of a group of the day; 0 when the group is not there. */
async function countOf(title: string): Promise<number> {
  await settle(page, '/');
  const head = page.getByRole('heading', { name: new RegExp(`^${title}`) });
  return (await head.count()) === 0 ? 0 : Number((await head.locator('.count').textContent()) ?? '0');
}

const name = async () => (await page.locator('.one h2').textContent()) ?? '';
const position = async () => (await page.locator('.one-bar [role=status]').textContent()) ?? '';

test('the clerk decides on one case after another, and takes a decision back, by the keyboard alone', async () => {
  const before = await countOf('À décider');
  expect(before).toBeGreaterThan(0);
  expect(await page.locator('.counters').textContent()).toMatch(/En retard.*Pour aujourd’hui.*Dans\sles\s7\sjours/);
  await page.keyboard.press('n');
  await page.locator('.one').waitFor();
  const total = Number((await position()).split(' sur ')[1]);
  expect(await position()).toBe(`1 sur ${total}`);
  await page.getByRole('link', { name: 'Revenir à Aujourd’hui' }).click();
  await page.getByRole('link', { name: 'Traiter un dossier à la fois : À décider' }).click();
  await page.locator('.one').waitFor();
  expect(await position()).toBe(`1 sur ${before}`);
  // Everything it takes to decide: why, the invoices, what was exchanged.
  await page.locator('.one-task .reasons li').first().waitFor();
  for (const title of ['Factures', 'Derniers échanges'])
    await page.locator('.one').getByRole('heading', { name: title }).waitFor();
  const first = await name();
  const decide = async (why: string) => {
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('Votre décision').fill(why);
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await page.getByText(`Décision enregistrée pour ${first}.`).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await decide('On attend la fin du mois.');
  await page.keyboard.press('u');
  await page.getByText(`C’est annulé : ${first} attend de nouveau.`).waitFor();
  expect(await countOf('À décider')).toBe(before);
  await settle(page, '/a-la-suite?groupe=decide');
  await decide('Dossier à transmettre.');
  for (let n = 1; n < before; n += 1) await page.keyboard.press('n');
  await page.getByRole('heading', { name: /^Il reste|^Tout est traité/ }).waitFor();
  expect(await page.locator('.one-done li').count()).toBe(1);
  await page.getByRole('button', { name: /^Annuler : Décision enregistrée/ }).waitFor();
  expect(await countOf('À décider')).toBe(before - 1);
});

test('a call ends with a promise, which the case waits for and the day announces', async () => {
  const before = await countOf('À appeler');
  expect(before).toBeGreaterThan(0);
  await settle(page, '/a-la-suite?groupe=call');
  await page.locator('.script').first().waitFor();
  const debtor = await name();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Joint', { exact: false }).first().check();
  await dialog.getByLabel('Il paie à une date').check();
  const promised = await page.evaluate(() => {
    const day = new Date(Date.now() + 5 * 86_400_000);
    return day.toISOString().slice(0, 10);
  });
  await dialog.getByLabel('Date promise').fill(promised);
  await dialog.getByLabel('Montant promis').fill('100,00');
  await dialog.getByRole('button', { name: 'Enregistrer l’appel' }).click();
  await page.getByText(new RegExp(`Appel à ${debtor} consigné\\. Promesse notée pour le \\d`)).waitFor();
  expect(await countOf('À appeler')).toBe(before - 1);
  const coming = page.locator('section', { has: page.getByRole('heading', { name: /^À venir/ }) });
  await coming.getByRole('link', { name: debtor, exact: true }).click();
  await page
    .locator('.moment-left')
    .getByText(/^.*Promesse de règlement pour le /)
    .first()
    .waitFor();
  await page.getByRole('heading', { name: 'Prochaines dates' }).waitFor();
});

test('a part is contested, answered and told on its side; a plan is drawn up; both stand in the case', async () => {
  await settle(page, '/dossiers?filtre=retard&tri=anciennete');
  // The oldest case of the demo is insolvent, and may not pay by instalments any more.
  await page.locator('tbody tr[data-index="1"] a').first().click();
  await page.getByRole('heading', { name: 'Promesses, litiges, échéanciers et pauses' }).waitFor();
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByLabel(/^Somme contestée/).fill('1,00');
  await dialog.getByLabel('Motif').selectOption('price');
  await dialog.getByRole('button', { name: 'Ouvrir le litige' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page
    .locator('.moment-left')
    .getByText(/Contestation/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Répondre', exact: true }).click();
  await dialog.getByLabel('Le client reconnaît devoir').check();
  await dialog.locator('button[type=submit]').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page
    .locator('.moment-right')
    .getByText(/Litige clos/)
    .first()
    .waitFor();
  await page.keyboard.press('m');
  await page.getByRole('dialog').locator('.instalments').waitFor();
  await page.getByRole('dialog').locator('button[type=submit]').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page
    .locator('.moment-right')
    .getByText(/Échéancier établi/)
    .first()
    .waitFor();
});

test('the calendar shows six weeks, opens a day to its list and a line to its case', async () => {
  await settle(page, '/envois/calendrier');
  expect(await page.locator('.calendar td.calendar-day').count()).toBe(42);
  expect(await page.locator('.calendar-closed').count()).toBeGreaterThanOrEqual(6);
  const link = page.locator('.calendar-link').first();
  const acts = Number(/: (\d+|un)/.exec((await link.getAttribute('aria-label')) ?? '')?.[1]?.replace('un', '1'));
  await link.click();
  const panel = page.getByRole('dialog');
  await panel.locator('.plan-row').first().waitFor();
  expect(await panel.locator('.plan-row').count()).toBe(acts);
  await panel.locator('.plan-row a').first().click();
  await page.getByRole('heading', { name: 'Prochaines dates' }).waitFor();
});

test('on a phone, no screen of the day scrolls sideways', async () => {
  const { page: phone } = await openPage(browser, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await signIn(phone, acquit.url);
  for (const path of ['/', '/a-la-suite', '/envois/calendrier']) {
    await settle(phone, path);
    const beyond = await phone.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond, path).toBe(0);
  }
  expect(troubles).toEqual([]);
});
