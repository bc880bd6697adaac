import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoice, statement } from './made-files.ts';
import { type Acquit, closePages, createFirstUser, openBrowser, openPage, signIn, startAcquit } from './support.ts';

let acquit: Acquit;
let browser: Browser;
let page: Page;
let troubles: string[];
let folder: string;

beforeAll(async () => {
  acquit = await startAcquit();
  browser = await openBrowser();
  ({ page, troubles } = await openPage(browser, { acceptDownloads: true }));
  folder = await mkdtemp(join(tmpdir(), 'acquit-files-'));
  await createFirstUser(page, acquit.url);
});
afterAll(async () => {
  await closePages(browser);
  await acquit?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const file = (name: string, text: string) => ({ name, mimeType: 'application/xml', buffer: Buffer.from(text) });

/** Opens a place and waits until nothing on it is still loading. */
async function settle(path: string): Promise<void> {
  await page.goto(acquit.url + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
}

async function drop(files: ReturnType<typeof file>[], button: string): Promise<void> {
  await settle('/importer');
  await page.setInputFiles('input[type=file]', files);
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('heading', { name: 'Import terminé' }).waitFor();
}

/** What is left of an invoice, as the ledger shows it. */
async function openOf(number: string): Promise<string> {
  await settle(`/dossiers/factures?q=${number}`);
  const text = await page.locator('tbody tr', { hasText: number }).locator('.col-open').textContent();
  return (text ?? '').replaceAll(/[\s\u00a0\u202f]/g, ' ');
}

const bank = statement('2026-11-20', [
  { amount: '1440.00', words: 'REGLEMENT F-2026-001', payer: 'HOTEL DE LA GARE' },
  { amount: '900.00', words: 'VIREMENT DE MONSIEUR MARTIN', payer: 'MONSIEUR MARTIN' },
  { amount: '77.00', words: 'REMBOURSEMENT COTISATION', payer: 'MUTUELLE DES ARTISANS' },
  { amount: '-50.00', words: 'FRAIS DE TENUE DE COMPTE' },
]);

describe('What the bank received', () => {
  test('drops invoices then a statement, and sees the difference before anything is stored', async () => {
    await drop(
      [
        file('f1.xml', invoice({ number: 'F-2026-001' })),
        file(
          'f2.xml',
          invoice({ number: 'F-2026-002', customer: 'Gîte du Causse', siren: '443061841', total: '960.00' }),
        ),
        file(
          'f3.xml',
          invoice({ number: 'F-2026-003', customer: 'Les Trois Ponts', siren: '542051180', total: '960.00' }),
        ),
      ],
      'Importer 3 factures',
    );
    expect(await openOf('F-2026-001')).toContain('1 440,00 €');

    await settle('/importer');
    await page.setInputFiles('input[type=file]', [file('releve.xml', bank)]);
    await page.getByText('4 lignes de banque').first().waitFor();
    expect(await page.locator('.sync-table tbody tr').count()).toBe(4);
    expect(await openOf('F-2026-001')).toContain('1 440,00 €');
  });

  test('matches what is sure by itself and says what is left to look at', async () => {
    await drop([file('releve.xml', bank)], 'Importer 4 lignes de banque');
    await page.getByText(/2\sà vérifier/).waitFor();
    expect(await openOf('F-2026-001')).toContain('0,00 €');
    await settle('/encaissements/rapprochement?filtre=rapprochees');
    const line = page.locator('tbody tr', { hasText: 'HOTEL DE LA GARE' });
    expect(await line.textContent()).toContain('F-2026-001');

    await settle('/dossiers/factures?q=F-2026-001');
    await page.getByRole('link', { name: 'F-2026-001', exact: true }).click();
    const moment = page.getByRole('listitem').filter({ hasText: 'Encaissement lu à la banque' });
    await moment.getByText(/^Rapproché par Acquit sur le numéro de facture · Presque certain/).waitFor();
    await moment.getByText('Pourquoi').click();
    await moment
      .getByText(/F-2026-001/)
      .last()
      .waitFor();
  });

  test('matches by keyboard alone, with a part amount and the rest shown as it is typed', async () => {
    await settle('/encaissements/rapprochement');
    const said = page.getByRole('region', { name: 'Ce que dit la banque' });
    await said.getByText('VIREMENT DE MONSIEUR MARTIN').waitFor();
    await page.keyboard.press('n');
    await said.getByText('REMBOURSEMENT COTISATION').waitFor();
    await page.keyboard.press('p');
    await said.getByText('VIREMENT DE MONSIEUR MARTIN').waitFor();
    await page.keyboard.press('c');
    const chooser = page.getByRole('dialog');
    await chooser.getByLabel('Chercher une facture ou un client').fill('causse');
    await chooser.getByRole('button', { name: 'Ajouter la facture F-2026-002' }).click();
    await chooser.getByText('Tout est réparti.').waitFor();
    await chooser.getByLabel('Sur F-2026-002').fill('850');
    await chooser.getByText('50,00 € resteront au crédit du client.').waitFor();
    await chooser.getByLabel('Sur F-2026-002').fill('950');
    await chooser.getByText('50,00 € de trop').waitFor();
    await chooser.getByLabel('Sur F-2026-002').fill('900');
    await page.keyboard.press('Enter');
    await said.getByText('REMBOURSEMENT COTISATION').waitFor();
    await page.getByText('900,00 € de MONSIEUR MARTIN rapprochés.').waitFor();
    expect(await openOf('F-2026-002')).toContain('60,00 €');
  });

  test('sets aside with its reason, undoes with one key, and takes a match back from the list', async () => {
    await settle('/encaissements/rapprochement');
    const said = page.getByRole('region', { name: 'Ce que dit la banque' });
    await said.getByText('REMBOURSEMENT COTISATION').waitFor();
    await page.keyboard.press('s');
    await page.getByRole('dialog').getByRole('button', { name: 'Mettre de côté' }).click();
    await page.getByRole('heading', { name: 'Tout est rapproché' }).waitFor();
    await page.keyboard.press('u');
    await said.getByText('REMBOURSEMENT COTISATION').waitFor();

    await settle('/encaissements/rapprochement?filtre=rapprochees');
    await page
      .locator('tbody tr', { hasText: 'HOTEL DE LA GARE' })
      .getByRole('button', { name: /^Annuler le rapprochement/ })
      .click();
    await page.getByText('C’est annulé : la ligne est de nouveau à traiter.').waitFor();
    expect(await openOf('F-2026-001')).toContain('1 440,00 €');
  });

  test('takes the whole statement back, after saying what that undoes', async () => {
    // What a person matched by hand is his to undo first; what Acquit matched goes with its statement.
    await settle('/encaissements/rapprochement?filtre=rapprochees');
    await page
      .locator('tbody tr', { hasText: 'MONSIEUR MARTIN' })
      .getByRole('button', { name: /^Annuler le rapprochement/ })
      .click();
    await page.getByText('C’est annulé : la ligne est de nouveau à traiter.').waitFor();
    await settle('/importer');
    await page.getByRole('button', { name: 'Annuler l’import de releve.xml' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Tout ce que releve.xml a apporté sera repris/).waitFor();
    await dialog.getByRole('button', { name: 'Annuler l’import' }).click();
    await page.getByText('L’import de releve.xml est annulé.').waitFor();
    expect(await openOf('F-2026-002')).toContain('960,00 €');
    await settle('/encaissements/rapprochement');
    await page.getByRole('heading', { name: 'Rien à rapprocher' }).waitFor();
    expect(troubles).toEqual([]);
  });
});

describe('A file on its way', () => {
  test('is taken when it falls beside the frame, waits a cut out and is never told as refused', async () => {
    await settle('/importer');
    const dropped = await page.evaluateHandle(
      (text) => {
        const held = new DataTransfer();
        held.items.add(new File([text], 'f4.xml', { type: 'application/xml' }));
        return held;
      },
      invoice({ number: 'F-2026-004', customer: 'Les Trois Ponts', siren: '542051180', total: '120.00' }),
    );
    await page.dispatchEvent('h1', 'drop', { dataTransfer: dropped });
    const importing = page.getByRole('button', { name: 'Importer 1 facture' });
    await importing.waitFor();
    await page.context().setOffline(true);
    await importing.click();
    await page.getByText(/^Acquit ne répond plus\s: l’import reprendra/).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'Import terminé' }).waitFor();
    expect(await page.getByText('n’a pas été enregistré').count()).toBe(0);
    expect(await openOf('F-2026-004')).toContain('120,00 €');
    await settle('/importer');
    await page.getByRole('button', { name: 'Annuler l’import de f4.xml' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler l’import' }).click();
    await page.getByText('L’import de f4.xml est annulé.').waitFor();
  });
});

describe('The customers’ ledger', () => {
  test('keeps its filters in the address, says their totals and exports the whole of them', async () => {
    await settle('/dossiers/factures');
    await page.getByRole('link', { name: 'En retard' }).click();
    await page.waitForURL(/etat=retard/);
    await page.getByLabel('Montant de').fill('1 000');
    await page.waitForURL(/min=/);
    await page.getByLabel('Échéance du').fill('2026-09-01');
    await page.waitForURL(/du=2026-09-01/);
    await page.waitForFunction(() => document.querySelectorAll('.ledger-table tbody tr').length === 1);
    await page.reload();
    await page.locator('.ledger-table tbody tr').waitFor();
    const totals = page.locator('.ledger-totals');
    expect((await totals.textContent())?.replaceAll(/[\s\u00a0\u202f]/g, ' ')).toContain('Reste dû1 440,00 €');

    await page.getByRole('button', { name: 'Exporter ce que montre le filtre' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /^CSV/ }).click(),
    ]);
    const csv = await readFile(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toMatch(/^Grand livre clients Menuiserie Aubrac .*\.csv$/);
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain('Hôtel de la Gare;F-2026-001;Facture;03/08/2026;02/09/2026;');
    expect(csv).toContain(';1440,00;');

    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Effacer les filtres' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.ledger-table tbody tr').length === 3);
    expect(await page.getByLabel('Montant de').inputValue()).toBe('');
  });
});

describe('Sources', () => {
  test('a folder is tried, kept, read now, and says what it saw and what is wrong', async () => {
    const inbox = join(folder, 'releves');
    await mkdir(inbox, { mode: 0o700 });
    await writeFile(join(inbox, 'releve.xml'), statement('2026-11-21', [{ amount: '12.00', words: 'ESSAI' }]));
    await settle('/encaissements/sources');
    await page.getByRole('button', { name: 'Ajouter une source' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.getByText('Donnez-lui un nom.').waitFor();
    await dialog.getByLabel('Nom', { exact: true }).fill('Relevés de la banque');
    await dialog.getByLabel('Chemin du dossier').fill(inbox);
    await dialog.getByRole('button', { name: 'Essayer' }).click();
    await dialog.getByText(/La connexion est bonne/).waitFor();
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('heading', { name: /Relevés de la banque/ }).waitFor();
    await page.getByRole('button', { name: 'Relever maintenant la source Relevés de la banque' }).click();
    await page.getByText('« Relevés de la banque » est relevée.').waitFor();
    await page.getByRole('button', { name: 'Fichiers vus par la source Relevés de la banque' }).click();
    await page.getByRole('dialog').getByText('releve.xml').waitFor();
    await page.keyboard.press('Escape');

    await rm(inbox, { recursive: true });
    await page.getByRole('button', { name: 'Relever maintenant la source Relevés de la banque' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByText('En panne').waitFor();
  });

  test('a program receives its token once, with the line that sends a file', async () => {
    await settle('/encaissements/sources');
    await page.getByRole('button', { name: 'Ajouter une source' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Envoi par programme').check();
    await dialog.getByLabel('Nom', { exact: true }).fill('Logiciel de caisse');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('heading', { name: 'Jeton d’envoi' }).waitFor();
    const token = (await page.locator('.code-line').first().textContent()) ?? '';
    expect(token.length).toBeGreaterThan(20);
    expect(await page.locator('.code-line').last().textContent()).toContain(`Bearer ${token}`);
    await page.getByRole('button', { name: 'Je l’ai copié' }).click();
    await page.reload();
    await page.getByRole('heading', { name: /Logiciel de caisse/ }).waitFor();
    expect(await page.content()).not.toContain(token);
    expect(troubles).toEqual([]);
  });
});

describe('A narrow window', () => {
  test('fits at 320 pixels with lines, proposals and sources on screen', async () => {
    await drop([file('releve.xml', bank.replaceAll('2026-11-20', '2026-11-19'))], 'Importer 4 lignes de banque');
    const { page: narrow } = await openPage(browser, { viewport: { width: 320, height: 640 } });
    await signIn(narrow, acquit.url);
    for (const path of [
      '/',
      '/importer',
      '/dossiers/factures',
      '/encaissements/rapprochement',
      '/encaissements/rapprochement?filtre=toutes',
      '/encaissements/sources',
    ]) {
      await narrow.goto(acquit.url + path);
      await narrow.getByRole('heading', { level: 1 }).waitFor();
      await narrow.waitForFunction(() => document.querySelector('.skeleton') === null);
      const beyond = await narrow.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond, path).toBe(0);
    }
  });
});
