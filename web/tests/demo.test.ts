import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../src/format/days.ts';
import {
  type Acquit,
  closePages,
  createFirstUser,
  loadDemo,
  openBrowser,
  openPage,
  signIn,
  startAcquit,
} from './support.ts';

let acquit: Acquit;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  // The only file that takes a newcomer's way to the demonstration, by its button; the others copy what the run has made.
  acquit = await startAcquit();
  browser = await openBrowser();
  ({ page, troubles } = await openPage(browser));
  await createFirstUser(page, acquit.url);
  await loadDemo(page);
});
afterAll(async () => {
  await closePages(browser);
  await acquit?.stop();
});

const places = [
  '/',
  '/a-la-suite',
  '/dossiers',
  '/dossiers/factures',
  '/encaissements',
  '/encaissements/rapprochement',
  '/encaissements/sources',
  '/envois',
  '/envois/captures',
  '/envois/en-doute',
  '/envois/a-imprimer',
  '/envois/envoyes',
  '/envois/refuses',
  '/importer',
  '/calculer/penalites',
  '/calculer/prescription',
  '/reglages',
  '/reglages/conditions',
  '/reglages/messagerie',
  '/reglages/passage-en-reel',
  '/reglages/scenarios',
  '/reglages/modeles',
  '/reglages/loi',
  '/reglages/journal',
];

/** Opens a place and waits until nothing on it is still loading. */
async function settle(at: Page, path: string): Promise<void> {
  await at.goto(acquit.url + path);
  await at.getByRole('heading', { level: 1 }).waitFor();
  await at.waitForFunction(() => document.querySelector('.skeleton') === null);
}

/** What a screen reader could not name on a page: fields, buttons, links, columns. */
function namelessOn(at: Page): Promise<string[]> {
  return at.evaluate(() => {
    const named = (element: Element) =>
      Boolean(
        element.getAttribute('aria-label') ||
          element.textContent?.trim() ||
          (element instanceof HTMLInputElement && (element.labels?.length || element.type === 'file')) ||
          (element instanceof HTMLSelectElement && element.labels?.length) ||
          (element instanceof HTMLTextAreaElement && element.labels?.length),
      );
    return [...document.querySelectorAll('button, a[href], input, select, textarea, th')]
      .filter((element) => !named(element))
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

describe('The demo company', () => {
  test('says on every place that nothing leaves, and names all a screen reader needs, without one script error or policy breach', async () => {
    for (const path of places) {
      await settle(page, path);
      expect(await page.getByText('Mode test : rien ne part.').isVisible(), path).toBe(true);
      expect(await page.locator('.notice-warn').allTextContents(), path).toEqual([]);
      expect(await namelessOn(page), path).toEqual([]);
      expect(await page.locator('h1').count(), path).toBe(1);
    }
    expect(troubles).toEqual([]);
  });

  test('fits a window of 320 pixels on every place, without scrolling sideways', async () => {
    const { page: narrow } = await openPage(browser, { viewport: { width: 320, height: 640 } });
    await signIn(narrow, acquit.url);
    for (const path of places) {
      await settle(narrow, path);
      const beyond = await narrow.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond, path).toBe(0);
    }
  });

  test('ends the sums of the letters to print at the same place on a phone', async () => {
    for (const width of [320, 390]) {
      const { page: narrow } = await openPage(browser, { viewport: { width, height: 640 } });
      await signIn(narrow, acquit.url);
      const letters = [
        ['Ets Roy', 'Relance', 5_00],
        ['Compagnie générale des menuiseries de l’Aubrac', 'Mise en demeure', 123_456_78],
        ['Boulangerie Éléonore', 'Dernière relance avant mise en demeure', 12_345_00],
      ].map(([debtorName, stepName, totalCents], n) => ({
        actionId: `00000000-0000-4000-8000-00000000000${n}`,
        caseId: `00000000-0000-4000-8000-00000000000${n}`,
        debtorName,
        stepName,
        totalCents,
        channel: n === 1 ? 'registered' : 'letter',
        state: 'to-print',
        recipient: '2 place Bellecour, 69002 Lyon',
        decidedOn: '2026-11-20',
        settledAt: null,
        serverAnswer: null,
        attempts: 0,
      }));
      await narrow.route(/\/messages\?state=to-print/, (route) =>
        route.fulfill({ json: { items: letters, nextCursor: null } }),
      );
      await settle(narrow, '/envois/a-imprimer');
      await narrow.getByText('Ets Roy').waitFor();
      const ends = await narrow.locator('tbody .stack-sum').evaluateAll((cells) =>
        cells.map((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return Math.round(range.getBoundingClientRect().right);
        }),
      );
      if (process.env.ACQUIT_SHOTS)
        await narrow.screenshot({ path: `${process.env.ACQUIT_SHOTS}/print-${width}.png`, fullPage: true });
      expect([ends.length, new Set(ends).size], String(ends)).toEqual([3, 1]);
      await narrow.context().close();
    }
  });

  test('keeps search and filter in the address, and the list follows them', async () => {
    await settle(page, '/dossiers');
    const first = (await page.locator('tbody tr[data-index="0"] a').textContent()) ?? '';
    await page.getByLabel('Chercher un client ou une facture').fill(first.slice(0, 12));
    await page.waitForURL(/[?&]q=/);
    await page.getByRole('link', { name: first, exact: true }).waitFor();
    await page.getByRole('link', { name: 'En retard' }).click();
    await page.waitForURL(/filtre=retard/);
    await page.reload();
    expect(await page.getByLabel('Chercher un client ou une facture').inputValue()).toBe(first.slice(0, 12));
    expect(await page.getByRole('link', { name: 'En retard' }).getAttribute('aria-current')).toBe('page');
  });

  test('explains an amount step by step down to the article, and computes it again for another day', async () => {
    await settle(page, '/dossiers?filtre=retard&tri=anciennete');
    await page.locator('tbody tr[data-index="0"] a').click();
    await page.getByRole('button', { name: 'Pourquoi ce montant ?' }).click();
    const panel = page.getByRole('dialog');
    await panel
      .getByRole('button', { name: /^Facture / })
      .first()
      .click();
    await panel.getByText('Le calcul, pas à pas').waitFor();
    expect(await panel.getByText(/L441-10|1231-6|R2192/).count()).toBe(0);
    await panel.getByRole('button', { name: 'Tout déplier' }).click();
    await panel
      .getByText(/L441-10|1231-6|R2192/)
      .first()
      .waitFor();

    const tree = panel.locator('.tree');
    const before = await tree.textContent();
    const asOf = panel.getByLabel('Compte arrêté au');
    const earlier = addDays(await asOf.inputValue(), -60);
    await asOf.fill(earlier);
    await page.waitForURL((url) => url.searchParams.get('au') === earlier);
    await page.waitForFunction((old) => document.querySelector('dialog .tree')?.textContent !== old, before);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  test('records a receipt, lowers what is owed, and takes it back with one click', async () => {
    await settle(page, '/dossiers?filtre=retard');
    await page.locator('tbody tr[data-index="0"] a').click();
    const owed = page.locator('.owed-figure');
    await owed.waitFor();
    const before = await owed.textContent();
    await page.getByRole('button', { name: 'Ajouter un encaissement' }).click();
    await page.getByRole('textbox', { name: 'Montant' }).fill('12,34');
    await page.getByRole('button', { name: 'Enregistrer l’encaissement' }).click();
    await page.getByText('Encaissement de 12,34 € enregistré.').waitFor();
    await page.waitForFunction((old) => document.querySelector('.owed-figure')?.textContent !== old, before);
    await page.getByRole('button', { name: /^Annuler 12,34/ }).click();
    await page.waitForFunction((old) => document.querySelector('.owed-figure')?.textContent === old, before);
  });

  test('pauses a case with its reason and resumes it', async () => {
    await settle(page, '/dossiers?filtre=retard');
    await page.locator('tbody tr[data-index="1"] a').click();
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Mettre en pause' }).click();
    await page.getByLabel('Raison').fill('Promesse de paiement');
    await page.getByRole('dialog').getByRole('button', { name: 'Mettre en pause' }).click();
    const notice = page.locator('.notice', { hasText: 'Dossier en pause' });
    await notice.getByText('Promesse de paiement').waitFor();
    await notice.getByRole('button', { name: 'Reprendre les relances' }).click();
    await notice.waitFor({ state: 'detached' });
  });

  test('shows what the pass would do before it runs, then runs it once', async () => {
    await settle(page, '/');
    await page.getByRole('button', { name: 'Lancer la passe maintenant' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Voici ce que la passe ferait|n’aurait rien à faire/).waitFor();
    await dialog.getByRole('button', { name: 'Lancer la passe' }).click();
    await dialog.getByText('La passe est terminée.').waitFor();
    await dialog.getByRole('button', { name: 'Fermer' }).last().click();
    await page.getByRole('button', { name: 'Lancer la passe maintenant' }).click();
    await dialog.getByText(/n’aurait rien à faire/).waitFor();
    await page.keyboard.press('Escape');
  });

  test('shows a captured message word for word in a frame that can do nothing', async () => {
    await settle(page, '/envois/captures');
    await page.getByRole('button', { name: /^Lire/ }).first().click();
    const frame = page.locator('iframe');
    await frame.waitFor();
    expect(await frame.getAttribute('sandbox')).toBe('');
    const body = page.frameLocator('iframe').locator('body');
    expect((await body.textContent())?.length ?? 0).toBeGreaterThan(100);
    expect(troubles).toEqual([]);
  });

  test('is worked by keyboard alone', async () => {
    await settle(page, '/');
    await page.keyboard.press('j');
    const name = await page.evaluate(() => document.activeElement?.textContent);
    expect(name?.length ?? 0).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Raccourcis clavier' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.getByRole('heading', { level: 1, name: 'Dossiers' }).waitFor();
    await page.keyboard.press('/');
    await page.waitForFunction(() => document.activeElement?.id === 'case-search');
  });

  test('finds a figure of the law by its words, marks the doubtful ones and keeps the past behind a click', async () => {
    await settle(page, '/reglages/loi');
    const figures = page.locator('.law-figure');
    const all = await figures.count();
    expect(all).toBeGreaterThan(100);
    await page.getByLabel('Chercher un chiffre').fill('refinancement bce');
    await page.waitForFunction(() => document.querySelectorAll('.law-figure').length === 1);
    expect(await figures.locator('li').first().isVisible()).toBe(false);
    await figures.locator('summary').click();
    expect(await figures.locator('li').count()).toBeGreaterThan(20);
    await page.getByLabel('Chercher un chiffre').fill('delai presentation cheque');
    await page.getByText('Délai de présentation d’un chèque').waitFor();
    await page.getByLabel('Chercher un chiffre').fill('');
    await page.getByLabel('Seulement à vérifier').check();
    await page.waitForFunction((count) => document.querySelectorAll('.law-figure').length < count, all);
    const marked = figures.filter({ has: page.locator('.law-source .badge-warn') });
    expect(await marked.count()).toBe(await figures.count());
  });

  test('verifies its journal', async () => {
    await settle(page, '/reglages/journal');
    await page.getByRole('button', { name: 'Vérifier le journal' }).click();
    await page.getByText(/Le journal est intact/).waitFor();
  });
});
