import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoice } from './made-files.ts';
import { type Acquit, closePages, createFirstUser, openBrowser, openPage, signIn, startAcquit } from './support.ts';

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

describe('A new installation', () => {
  test('asks for the first user, says what is missing, then offers the two ways to begin', async () => {
    const { page, troubles } = await openPage(browser);
    await page.goto(acquit.url);
    await page.getByRole('button', { name: 'Créer mon accès' }).click();
    expect(await page.getByText('Indiquez votre nom').isVisible()).toBe(true);
    // What is wrong is where one goes on, in a page as in a dialog.
    await page.waitForFunction(() => document.activeElement?.getAttribute('autocomplete') === 'name');
    await page.getByLabel('Mot de passe', { exact: true }).fill('azertyuiopqs');
    expect(await page.getByText(/Faible|Moyen/).isVisible()).toBe(true);

    await createFirstUser(page, acquit.url);
    expect(await page.getByRole('link', { name: 'Importer mes factures' }).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Charger la démonstration' }).isVisible()).toBe(true);
    expect(troubles).toEqual([]);
  });

  test('creates the company from the seller of the first invoice, in test mode', async () => {
    const { page, troubles } = await openPage(browser);
    await signIn(page, acquit.url);
    await page.getByRole('link', { name: 'Importer mes factures' }).click();
    await page.setInputFiles('input[type=file]', [
      { name: 'facture.xml', mimeType: 'application/xml', buffer: Buffer.from(invoice({ number: 'F-2026-001' })) },
      { name: 'copie.xml', mimeType: 'application/xml', buffer: Buffer.from(invoice({ number: 'F-2026-001' })) },
      { name: 'illisible.xml', mimeType: 'application/xml', buffer: Buffer.from('<facture') },
    ]);
    await page.getByText('Nous créerons la société Menuiserie Aubrac, en mode test.').waitFor();
    expect(await page.getByText('illisible.xml').isVisible()).toBe(true);
    expect(await page.getByText('Ce fichier ne peut pas être lu.').isVisible()).toBe(true);

    expect(await page.getByText('est déjà dans cette liste').isVisible()).toBe(true);

    await page.getByRole('button', { name: 'Importer 1 facture' }).click();
    await page.getByRole('heading', { name: 'Import terminé' }).waitFor();
    // What was not taken is still said once the preview is gone.
    await page.getByRole('heading', { name: '2 fichiers n’ont pas été pris' }).waitFor();
    expect(await page.getByText('illisible.xml').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Voir les dossiers' }).click();
    await page.getByRole('link', { name: 'Hôtel de la Gare' }).waitFor();
    expect(await page.getByText('Mode test : rien ne part.').isVisible()).toBe(true);
    expect(troubles).toEqual([]);
  });

  test('keeps what is set for the company and says what is missing before anything may leave', async () => {
    const { page, troubles } = await openPage(browser);
    await signIn(page, acquit.url);
    await page.goto(`${acquit.url}/reglages/conditions`);
    await page.getByLabel('Délai minimal entre deux contacts').fill('12');
    await page.getByLabel('Écart accepté sur un règlement').fill('1 000');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    await page.getByLabel('Écart accepté sur un règlement').fill('1,00');
    await page.getByLabel('Signataire des courriers').fill('Paul Aubrac, gérant');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Conditions enregistrées.').waitFor();
    await page.reload();
    expect(await page.getByLabel('Délai minimal entre deux contacts').inputValue()).toBe('12');
    expect(await page.getByLabel('Signataire des courriers').inputValue()).toBe('Paul Aubrac, gérant');

    await page.getByRole('link', { name: 'Mode test ou réel' }).click();
    await page.getByText('Il manque encore').waitFor();
    expect(await page.getByRole('button', { name: 'Passer en réel' }).count()).toBe(0);

    await page.getByRole('link', { name: 'Messagerie', exact: true }).first().click();
    await page.getByLabel('Serveur', { exact: true }).fill('127.0.0.1');
    await page.getByLabel('Port').fill('1');
    await page.getByLabel('Chiffrement').selectOption('none');
    await page.getByLabel('Adresse de l’expéditeur').fill('compta@exemple.fr');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Messagerie enregistrée.').waitFor();
    await page.getByRole('button', { name: 'Envoyer l’essai' }).click();
    // Nobody listens on that port: the screen must repeat what happened, not stay silent.
    await page.getByRole('alert').waitFor();
    expect(troubles).toEqual([]);
  });

  test('signs out and asks for the password again', async () => {
    const { page } = await openPage(browser);
    await signIn(page, acquit.url);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { name: 'Connexion' }).waitFor();
    await page.goto(`${acquit.url}/dossiers`);
    await page.getByRole('heading', { name: 'Connexion' }).waitFor();
  });

  test('makes a stranger wait after a few wrong passwords', async () => {
    const { page } = await openPage(browser);
    await page.goto(acquit.url);
    const waiting = page.getByText('Vous pourrez réessayer dans');
    for (let attempt = 0; attempt < 12 && !(await waiting.isVisible()); attempt += 1) {
      await page.getByLabel('Adresse e-mail').fill('inconnu@exemple.fr');
      await page.getByLabel('Mot de passe', { exact: true }).fill('pas le bon mot de passe');
      const answered = page.waitForResponse((response) => response.url().endsWith('/api/login'));
      await page.getByRole('button', { name: 'Me connecter' }).click();
      await answered;
      await page.getByRole('alert').waitFor();
    }
    expect(await waiting.isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Me connecter' }).isDisabled()).toBe(true);
  });
});
