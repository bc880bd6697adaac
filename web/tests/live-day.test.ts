import { type Day, formatDay, isJourOuvrable, isJourOuvre, parseDay } from '@acquit/law';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMail, type Sink, startSink } from '../../server/src/testing/smtp-sink.ts';
import { shortDay } from '../src/format/days.ts';
import { type Acquit, closePages, createFirstUser, openBrowser, openPage, startAcquit } from './support.ts';

/**
 * A day of a company whose messages really leave, as a diary: each test goes on from the one before, on the screen, and a
 * real mail server says what arrived.
 */

const company = 'Menuiserie Aubrac';
const hotel = { name: 'Hôtel de la Gare', email: 'compta@hotel-gare.example', number: 'F-101' };
const garage = { name: 'Garage du Viaduc', email: 'compta@garage-viaduc.example', number: 'F-102' };
const bridges = { name: 'Les Trois Ponts', email: 'compta@trois-ponts.example', number: 'F-103' };

let acquit: Acquit;
let browser: Browser;
let page: Page;
let troubles: string[];
let sink: Sink;
/** The day it is for the product, and the last one on which letters and messages may leave. */
let today: string;
let passDay: string;

beforeAll(async () => {
  sink = await startSink();
  acquit = await startAcquit();
  browser = await openBrowser();
  ({ page, troubles } = await openPage(browser, { viewport: { width: 1440, height: 900 }, acceptDownloads: true }));
  await createFirstUser(page, acquit.url);
  today = await page.evaluate(async () => (await (await fetch('/api/session')).json()).today);
  let open = parseDay(today)!;
  while (!isJourOuvrable(open)) open = (open - 1) as Day;
  passDay = formatDay(open);
});
afterAll(async () => {
  await closePages(browser);
  await acquit?.stop();
  await sink?.close();
});

async function settle(path: string): Promise<void> {
  await page.goto(acquit.url + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
}

/** So many days before the pass, as a list of invoices writes a day. */
const before = (days: number) =>
  formatDay((parseDay(passDay)! - days) as Day)
    .split('-')
    .reverse()
    .join('/');
/** What is on the screen, with plain spaces. */
const plain = (text: string | null) => (text ?? '').replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim();

const rows = (kind: string) => page.locator(`[data-kind=${kind}]`);
const row = (kind: string, { name }: { name: string }) => rows(kind).filter({ hasText: name });
const received = (email: string) => sink.messages.filter(({ to }) => to.includes(email));

/** Moves with the keyboard, line by line, until the name of this line has the focus. */
async function reach(kind: string, { name }: { name: string }): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement?.closest<HTMLElement>('[data-case]');
      return at ? `${at.dataset.kind} ${at.querySelector('[data-work]')?.textContent}` : '';
    });
  const lines = await page.locator('[data-work]').count();
  for (let n = 0; n < lines && (await focused()) !== `${kind} ${name}`; n += 1) await page.keyboard.press('j');
  expect(await focused()).toBe(`${kind} ${name}`);
}

const openPass = () => page.getByRole('button', { name: 'Lancer la passe maintenant' }).press('Enter');
async function endPass(): Promise<void> {
  await page.getByRole('dialog').getByText('La passe est terminée.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('a company is made and reachable, its first reminder asks for an agreement, and it goes live', async () => {
  await settle('/importer');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Ajouter une société' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nom de la société').fill(company);
  await dialog.getByLabel('SIREN').fill('732829320');
  await dialog.getByRole('button', { name: 'Créer la société en mode test' }).click();
  await page.getByText(`${company} est créée, en mode test.`).waitFor();

  await settle('/reglages/societe');
  await page.getByLabel('Adresse', { exact: true }).first().fill('4 rue des Scieurs');
  await page.getByLabel('Code postal').first().fill('12000');
  await page.getByLabel('Ville').first().fill('Rodez');
  await page.getByRole('button', { name: 'Enregistrer' }).first().click();
  await page.getByText('Société enregistrée.').waitFor();

  await settle('/reglages/messagerie');
  await page.getByLabel('Serveur', { exact: true }).fill('127.0.0.1');
  await page.getByLabel('Chiffrement').selectOption('none');
  await page.getByLabel('Port').fill(String(sink.port));
  await page.getByLabel('Adresse de l’expéditeur').fill('compta@aubrac.example');
  await page.getByRole('button', { name: 'Enregistrer' }).first().click();
  await page.getByText('Messagerie enregistrée.').waitFor();

  await settle('/reglages/scenarios');
  await page.getByRole('button', { name: 'Modifier le scénario Professionnels' }).click();
  await page.getByRole('button', { name: 'Modifier l’étape Première relance' }).click();
  await page.getByLabel('Départ').selectOption({ label: 'Après votre accord' });
  await page.getByRole('button', { name: 'Enregistrer la nouvelle version' }).click();
  await page.getByText('La prochaine passe le suit').waitFor();

  await settle('/importer');
  const list = [
    'Numéro;Client;SIREN;E-mail;Adresse;Code postal;Ville;Date de facture;Échéance;Montant TTC;Reste dû',
    `F-101;${hotel.name};552100554;${hotel.email};3 place du Foirail;12000;Rodez;${before(35)};${before(5)};1440,00;1440,00`,
    `F-102;${garage.name};443061841;${garage.email};18 route de Millau;12100;Millau;${before(34)};${before(4)};612,50;612,50`,
    `F-103;${bridges.name};542051180;${bridges.email};7 quai du Tarn;12100;Millau;${before(90)};${before(60)};2000,00;2000,00`,
    '',
  ].join('\n');
  await page.setInputFiles('input[type=file]', [
    { name: 'balance.csv', mimeType: 'text/csv', buffer: Buffer.from(list) },
  ]);
  await page.getByRole('button', { name: /^Importer/ }).click();
  await page.getByRole('heading', { name: 'Import terminé' }).waitFor();

  await settle('/reglages/passage-en-reel');
  await page.getByLabel('Nom de la société').fill(company);
  await page.getByRole('button', { name: 'Passer en réel' }).click();
  await page.getByText('La société est en réel').waitFor();
});

test('the pass is looked at, given up, then run: what was to be agreed has not left', async () => {
  // Nothing leaves on a Sunday or a holiday: the screen's own order is given for the last working day.
  await page.route('**/run', (route) =>
    route.continue({ postData: JSON.stringify({ ...route.request().postDataJSON(), on: passDay }) }),
  );
  await settle('/');
  const dialog = page.getByRole('dialog');
  await openPass();
  await dialog.getByText(/partiront pour de bon/).waitFor();
  const told = plain(await dialog.locator('tbody').textContent());
  for (const { name } of [hotel, garage, bridges]) expect(told).toContain(name);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await settle('/');
  await page.getByText('Aucune passe n’a encore eu lieu.').waitFor();
  expect(await rows('to-confirm').count()).toBe(0);

  await openPass();
  await dialog.getByRole('button', { name: /^Envoyer ces/ }).click();
  await endPass();
  await rows('to-confirm').nth(1).waitFor();
  expect(plain(await row('to-confirm', hotel).textContent())).toMatch(/Première relance.*1 440,00 €/);
  expect(plain(await row('to-confirm', garage).textContent())).toMatch(/Première relance.*612,50 €/);
  expect(plain(await row('to-print', bridges).textContent())).toMatch(/Mise en demeure · .*2 \d{3},\d\d €/);
  expect(received(hotel.email)).toHaveLength(0);
  expect(received(garage.email)).toHaveLength(0);
});

test('one reminder is agreed to from its line; another, passed by mistake, is taken back, read and agreed to', async () => {
  await reach('to-confirm', hotel);
  await page.keyboard.press('o');
  await page.getByText(`Accordé : le message pour ${hotel.name} partira`).waitFor();
  await row('to-confirm', hotel).waitFor({ state: 'detached' });

  await settle('/a-la-suite?groupe=to-confirm');
  await page.locator('.one').getByRole('heading', { name: garage.name, exact: true }).waitFor();
  await page.keyboard.press('s');
  await page.getByRole('heading', { name: /^Tout est traité/ }).waitFor();
  await page.keyboard.press('u');
  await page.getByText(`C’est annulé : ${garage.name} attend de nouveau.`).waitFor();
  // The end of the list stays where it is; the line before it is gone back to.
  await page.keyboard.press('k');
  const task = page.locator('.one-task[data-kind=to-confirm]');
  await task.locator('.one-message', { hasText: garage.number }).waitFor();
  expect(plain(await task.textContent())).toContain('612,50 €');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Tout est traité/ }).waitFor();
  await settle('/');
  await row('to-print', bridges).waitFor();
  expect(await rows('to-confirm').count()).toBe(0);
});

test('each reminder arrives once, at its address and with its sum, however often the pass is run', async () => {
  for (let run = 0; run < 2; run += 1) {
    await openPass();
    await page.getByRole('dialog').getByText('La passe n’aurait rien à faire').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Lancer la passe' }).click();
    await endPass();
  }
  for (const [{ name, email, number }, sum] of [
    [hotel, '1 440,00 €'],
    [garage, '612,50 €'],
  ] as const) {
    const line = page.locator('tbody tr', { hasText: name });
    await expect
      .poll(() => settle('/envois/envoyes').then(() => line.count()), { timeout: 60_000, interval: 1000 })
      .toBe(1);
    for (const part of [email, sum, 'Parti le']) expect(plain(await line.textContent())).toContain(part);
    const [mail, ...others] = received(email);
    expect(others).toEqual([]);
    const { text } = await readMail(mail!);
    for (const part of [number, sum]) expect(plain(text)).toContain(part);
  }
  expect([...sink.counts.values()].every((count) => count === 1)).toBe(true);
});

test('the notice is printed, posted, numbered and presented; the case then counts from that day', async () => {
  const dialog = page.getByRole('dialog');
  await settle('/');
  const asked = plain(await row('to-print', bridges).locator('.work-amount').textContent());
  await reach('to-print', bridges);
  await page.keyboard.press('Tab');
  await row('to-print', bridges).getByRole('link', { name: 'Imprimer' }).press('Enter');
  const letter = page.locator('tbody tr', { hasText: bridges.name });
  await letter.waitFor();
  expect(plain(await letter.textContent())).toContain(asked);
  const href = await page.getByRole('link', { name: 'Ouvrir la file en PDF' }).getAttribute('href');
  const file = await page.request.get(acquit.url + href);
  expect((await file.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-');

  // Asked, and not posted after all: it waits as before.
  const post = () => page.getByRole('button', { name: 'Marquer ce courrier comme posté' }).press('Enter');
  await post();
  await dialog.getByText(/noté.* comme posté/).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await letter.count()).toBe(1);
  await post();
  await dialog.getByRole('button', { name: 'Oui, il est posté' }).press('Enter');
  await page.getByText('Courrier noté comme posté.').waitFor();
  await page.getByRole('heading', { name: 'Aucun courrier à imprimer' }).waitFor();

  await settle('/');
  const enter = async (wanted: string, event: string, number?: string) => {
    await row('registered', bridges).getByText(wanted).waitFor();
    await row('registered', bridges).getByRole('button', { name: 'Saisir' }).press('Enter');
    await dialog.getByLabel('Ce qui s’est passé').selectOption({ label: event });
    await dialog.getByLabel('Le', { exact: true }).fill(today);
    if (number) await dialog.getByLabel('Numéro du recommandé').fill(number);
    else expect(await dialog.getByLabel('Numéro du recommandé').inputValue()).toBe('1A12345678909');
    await dialog.getByRole('button', { name: 'Enregistrer' }).press('Enter');
    await page.getByText('Événement enregistré.').first().waitFor();
    await dialog.waitFor({ state: 'detached' });
  };
  await enter('Numéro à saisir', 'Déposée à La Poste', '1A12345678909');
  await enter('Première présentation à saisir', 'Première présentation');
  await row('registered', bridges).waitFor({ state: 'detached' });

  // Nothing of the day is left to do.
  await settle('/');
  for (const kind of ['to-confirm', 'to-print', 'registered', 'in-doubt']) expect(await rows(kind).count()).toBe(0);
  await page.getByText('Rien n’attend votre décision').waitFor();

  await settle('/dossiers');
  await page.getByRole('link', { name: bridges.name }).first().click();
  await page.getByRole('heading', { name: 'Prochaines dates' }).waitFor();
  await page.locator('.ahead li').first().waitFor();
  // Ten days after the presentation, on a working day, the creditor decides: eight of grace, two for a transfer to come.
  let decision = (parseDay(today)! + 10) as Day;
  while (!isJourOuvre(decision)) decision = (decision + 1) as Day;
  const told = plain(await page.locator('main').textContent());
  expect(told).toContain(plain(`Première présentation · ${shortDay(today)}`));
  expect(told).toContain(plain(`Décision sur la suite le ${shortDay(formatDay(decision))}`));
  expect(troubles).toEqual([]);
});
