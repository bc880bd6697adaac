import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterDemo, startDemo } from './demo.ts';
import { type Acquit, closePages, openBrowser, openPage } from './support.ts';

/** The route guide in a browser, on the demo's own cases: answered by keyboard, compared, chosen, found stale later. */

let acquit: Acquit;
let browser: Browser;
let page: Page;
let troubles: string[];
let caseId: string;
const shots = process.env.ACQUIT_SHOTS;

beforeAll(async () => {
  acquit = await startDemo();
  browser = await openBrowser();
  ({ page, troubles } = await openPage(browser));
  await enterDemo(page, acquit.url);
  caseId = await lateCompany();
});
afterAll(async () => {
  await closePages(browser);
  await acquit?.stop();
});

/** A case of the demo against a solvent company that is late, as the app's own requests tell it. */
const lateCompany = () =>
  page.evaluate(async () => {
    const json = async (path: string) => (await fetch(`/api${path}`)).json();
    const { companies } = await json('/session');
    const { items } = await json(`/companies/${companies[0].companyId}/cases`);
    for (const { caseId: id } of items) {
      const { questions } = await json(`/cases/${id}/route`);
      const { procedures } = await json(`/cases/${id}/procedures`);
      if (procedures.length > 0) continue;
      const known = (key: string) => questions.find((one: { key: string }) => one.key === key)?.known;
      if (known('amountCents') > 200_000 && known('debtorKind') === 'company' && known('insolvencyOpenedOn') === null)
        return id as string;
    }
    throw new Error('The demo has no company that is late without a procedure.');
  });

const question = (key: string) => page.locator(`[data-question="${key}"]`);
const route = (procedure: string) => page.locator(`[data-route="${procedure}"]`);
const picture = async (name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};
const settled = () => page.waitForFunction(() => document.querySelector('.guide-answer')?.ariaBusy === 'false');

test('the guide asks what nobody knows, and shows the routes as it is answered', async () => {
  await page.goto(`${acquit.url}/contentieux/voie/${caseId}`);
  await page.getByRole('heading', { level: 1, name: 'Choisir la voie' }).waitFor();
  await question('claimKind').getByText('à répondre').waitFor();
  await page.getByText('Les voies paraîtront ici').waitFor();
  await picture('route-guide-empty');

  // By keyboard alone: the first question that waits is reached and answered without a pointer.
  const claimKind = question('claimKind').getByRole('combobox', { name: 'Ce qui est dû' });
  await claimKind.focus();
  await page.keyboard.type('Vente');
  await page.keyboard.press('Enter');
  if (await question('creditorKind').getByRole('combobox').count())
    await question('creditorKind').getByRole('combobox').selectOption('company');
  await route('injonction-de-payer').waitFor();
  await question('claimKind').getByText('à répondre').waitFor({ state: 'detached' });

  await route('injonction-de-payer').getByText('de chances').waitFor();
  await question('successPercent').getByLabel('Vos chances de réussite, selon vous').fill('60');
  await route('injonction-de-payer').getByText('Gain espéré', { exact: true }).waitFor();
  await question('successPercent').getByLabel('Vos chances de réussite, selon vous').fill('130');
  await question('successPercent').getByText('nombre entier de 0 à 100').waitFor();
  await question('successPercent').getByLabel('Vos chances de réussite, selon vous').fill('60');
  await question('successPercent').getByText('nombre entier de 0 à 100').waitFor({ state: 'detached' });
  await settled();
});

test('a serious dispute closes the payment order, with its reason and its article', async () => {
  await question('contested')
    .getByRole('button', { name: 'Corriger' })
    .or(question('contested').getByRole('combobox'))
    .first()
    .click();
  await question('contested').getByRole('combobox').selectOption('serious');
  await route('injonction-de-payer').waitFor({ state: 'detached' });
  await page.getByText('voies fermées, et pourquoi').click();
  const closed = page.locator('[data-closed="injonction-de-payer"]');
  await closed.getByText('Contestation sérieuse').waitFor();
  await closed.getByText('Conditions, articles et calcul').click();
  await closed.getByText('Le calcul, pas à pas').first().waitFor();
  await question('contested').getByRole('combobox').selectOption('no');
  await route('injonction-de-payer').waitFor();
});

test('a route opens to its costs, a quote joins them, and the tree goes down to the article', async () => {
  const order = route('injonction-de-payer');
  await order
    .getByRole('button', { name: /Injonction de payer/ })
    .first()
    .click();
  await order.getByText('30,23').waitFor();
  await order.getByText('Requêtes commerciales en 2024').waitFor();
  await order.getByText('Conditions, articles et calcul').click();
  await order.getByText('1405 et 1406 CPC').first().waitFor();
  await order.getByText('Le calcul, pas à pas').last().waitFor();
  const suit = route('assignation');
  await suit
    .getByRole('button', { name: /Assignation/ })
    .first()
    .click();
  await suit.getByLabel('Devis : Acte de commissaire de justice').fill('120');
  await suit.getByText('120,00').first().waitFor();
  await settled();
});

test('two routes stand side by side, and no screen scrolls sideways', async () => {
  await route('injonction-de-payer').getByRole('checkbox').check();
  await route('refere-provision').getByRole('checkbox').check();
  const table = page.getByRole('region', { name: 'Comparaison' }).getByRole('table');
  expect(await table.getByRole('columnheader').allTextContents()).toEqual(['Injonction de payer', 'Référé-provision']);
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 1024, 360]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect([width, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([width, width]);
      await picture(`route-guide-${width}-${colorScheme}`);
    }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Fermer la comparaison' }).click();
});

test('a choice keeps the answers and the figures, opens the procedure, and says when the case has changed', async () => {
  await page.getByRole('button', { name: 'Choisir : Injonction de payer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Pourquoi ce choix').fill('Débiteur muet depuis trois relances');
  await dialog.getByRole('button', { name: 'Garder ce choix' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Voie choisie : Injonction de payer').waitFor();
  await page.getByText(/Réponses enregistrées le .* version 1/).waitFor();
  const paper = await page.request.get(`${acquit.url}/api/cases/${caseId}/route/paper`);
  expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf']);

  await page.getByRole('button', { name: 'Revenir sur ce choix' }).click();
  await page.getByText('Voie choisie').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Choisir : Injonction de payer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Garder ce choix' }).click();
  await page.getByText('Voie choisie : Injonction de payer').waitFor();

  // A payment comes in: the choice is still there, and says on what it no longer rests.
  await page.evaluate(async (id) => {
    const { csrfToken } = await (await fetch('/api/session')).json();
    const answer = await fetch('/api/receipts', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-csrf-token': csrfToken,
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify({ caseId: id, receivedOn: '2026-11-02', amountCents: 10_000, method: 'transfer' }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }, caseId);
  await page.reload();
  await page.getByText('Le dossier a changé depuis ce choix').waitFor();
  await picture('route-guide-stale');

  await page.getByRole('button', { name: 'Ouvrir la procédure' }).click();
  await page.waitForURL(/\/contentieux\/procedures\/[0-9a-f-]{36}$/);
  expect(troubles).toEqual([]);
});

test('an unknown case says so', async () => {
  await page.goto(`${acquit.url}/contentieux/voie/00000000-0000-4000-8000-000000000000`);
  await page.getByRole('alert').waitFor();
  expect(troubles).toEqual([]);
});
