import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureWebBuilt } from '../../scripts/launch/web-build.mjs';
import { testApp } from '../../server/src/http/testing/app.ts';
import { makeBook } from '../../server/src/http/testing/book.ts';
import { testStore } from '../../server/src/testing/index.ts';
import { closePages, openBrowser, openPage, person } from './support.ts';

/** The whole app on a small book: no demonstration is needed to say what one notice does. */
const { store, home } = await testStore();
ensureWebBuilt();
const app = await testApp(store, home, { webRoot: join(import.meta.dirname, '..', 'dist') });
const folder = mkdtempSync(join(tmpdir(), 'acquit-notices-web-'));
const customer = { name: 'Boulangerie Éléonore', legalId: '552100554' };

let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, troubles } = await openPage(browser));
  await page.goto(app.url);
  await page.getByLabel('Votre nom').fill(person.name);
  await page.getByLabel('Votre adresse e-mail').fill(person.email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Créer mon accès' }).click();
  await page.getByRole('heading', { name: /Par où commencer/ }).waitFor();
  const [tenant] = await store.lookup.listTenants();
  const { tenantId } = tenant!;
  const { debtorId } = await makeBook(store, tenantId);
  await store.inTenant(tenantId, (tx) =>
    tx.query('update debtor set legal_id = $3 where tenant_id = $1 and debtor_id = $2', [
      tenantId,
      debtorId,
      customer.legalId,
    ]),
  );
});
afterAll(async () => {
  await closePages(browser);
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function exported(): string {
  const record = {
    id: 'A202602000001',
    dateparution: '2026-11-16',
    typeavis: 'annonce',
    familleavis: 'collective',
    tribunal: 'Greffe du Tribunal des Activités Économiques de Lyon',
    commercant: 'BOULANGERIE ELEONORE',
    ville: 'Lyon',
    cp: '69003',
    registre: [customer.legalId],
    jugement: JSON.stringify({
      famille: "Jugement d'ouverture",
      nature: "Jugement d'ouverture d'une procédure de redressement judiciaire",
      date: '2026-11-09',
      complementJugement:
        'Désignant mandataire judiciaire Selarl Mj Synergie 136 cours Lafayette 69003 Lyon. Les créances sont à adresser dans les deux mois de la publication, à l’adresse https://www.creditors-services.com.',
    }),
  };
  return written('annonces.json', JSON.stringify([record]));
}

describe('Notices of the BODACC', () => {
  test('say how to begin when there are none', async () => {
    await page.goto(`${app.url}/contentieux/annonces`);
    await page.getByRole('heading', { name: 'Aucune annonce pour l’instant' }).waitFor();
    await page.getByRole('button', { name: 'Mettre la veille en marche' }).waitFor();
  });

  test('come from a file, with their effect, their clock and whom to write to, and never an address of the web', async () => {
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Importer un fichier' }).click();
    await (await chosen).setFiles(exported());
    const line = page.locator('.notice-item');
    await line.getByRole('heading', { name: /Ouverture.+redressement judiciaire/ }).waitFor();
    await line.getByText(/À déclarer au plus tard le/).waitFor();
    await line.getByText('Selarl Mj Synergie, 136 cours Lafayette 69003 Lyon', { exact: true }).waitFor();
    await line.locator('summary').click();
    expect(await line.textContent()).not.toContain('creditors-services');
    await line.getByRole('link', { name: 'Ouvrir la déclaration' }).waitFor();
  });

  test('stop the reminders of the customer, and are undone in one act', async () => {
    await page.getByRole('link', { name: 'Voir le dossier' }).click();
    await page.getByRole('heading', { level: 1, name: customer.name, exact: true }).waitFor();
    await page.getByText('Procédure collective').first().waitFor();
    await page.goBack();
    await page.locator('.notice-item').getByRole('button', { name: 'Défaire' }).click();
    await page.locator('.notice-item .badge', { hasText: 'défaite' }).waitFor();
    await page.getByRole('button', { name: 'C’est bien ce client' }).click();
    await page.locator('.notice-item .badge', { hasText: 'prise en compte' }).waitFor();
  });

  test('can be read through with the keyboard and on a narrow screen', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    const filter = page.getByRole('button', { name: /^À voir/ });
    await filter.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Rien à voir' }).waitFor();
  });
});

describe('Files of courts', () => {
  const greffes = JSON.stringify({
    byCodePostal: { '69003': 'LYON', '13150': 'TARASCON' },
    byCodeInsee: { '69123': 'LYON', '13108': 'TARASCON', '13055': 'MARSEILLE' },
  });

  test('are dropped in the settings, and tried at once', async () => {
    await page.goto(`${app.url}/reglages/tribunaux`);
    await page.getByText('Aucun fichier n’est chargé').waitFor();
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choisir un fichier' }).click();
    await (await chosen).setFiles(written('greffes-2026-07.json', greffes));
    await page.getByText('greffes-2026-07.json : 5 lignes chargées.').waitFor();
    await page.getByText('édition 2026-07').waitFor();
    await page.getByLabel('Code postal').fill('69003');
    await page.getByLabel('Commune').fill('Lyon');
    await page.getByRole('button', { name: 'Chercher le tribunal' }).click();
    await page.getByText('Tribunal des activités économiques de Lyon', { exact: true }).waitFor();
    await page.getByLabel('Code postal').fill('13150');
    await page.getByLabel('Commune').fill('Boulbon');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'À choisir' }).waitFor();
    await page.getByText('Tribunal de commerce de Tarascon', { exact: true }).waitFor();
  });

  test('a wrong file is refused with what to do', async () => {
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choisir un fichier' }).click();
    await (await chosen).setFiles(written('autre.csv', 'nom;prenom\nDurand;Anne\n'));
    await page
      .getByRole('alert')
      .getByText(/n’est d’aucune des trois formes attendues/)
      .waitFor();
  });

  test('name the court of a debtor as a procedure is opened; another one is taken with its doubt', async () => {
    const [tenant] = await store.lookup.listTenants();
    await store.inTenant(tenant!.tenantId, (tx) =>
      tx.query(`update debtor set postcode = '69003', city = 'Lyon', insolvency_opened_on = null`),
    );
    await page.goto(`${app.url}/dossiers`);
    await page.getByRole('link', { name: customer.name, exact: true }).first().click();
    await page.getByRole('button', { name: 'Ouvrir une procédure' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Juridiction').selectOption({ label: 'Tribunal de commerce' });
    await dialog.getByText('Tribunal des activités économiques de Lyon', { exact: true }).waitFor();
    await dialog.getByText(/Source/).waitFor();
    await dialog.getByRole('button', { name: 'Choisir un autre tribunal' }).click();
    await dialog.getByLabel('Tribunal', { exact: true }).selectOption({ label: 'Un autre tribunal…' });
    await dialog.getByLabel('Nom du tribunal').fill('Tribunal de commerce de Vienne');
    await dialog.getByText(/Les fichiers désignent Tribunal des activités économiques de Lyon/).waitFor();
    await page.keyboard.press('Escape');
  });

  test('no page met an error', () => expect(troubles).toEqual([]));
});
