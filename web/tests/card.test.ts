import type { PortalLinkView } from '@acquit/recovery';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeStripe } from '../../server/src/channels/cards/testing/fake-stripe.ts';
import { testApp } from '../../server/src/http/testing/app.ts';
import { makeBook } from '../../server/src/http/testing/book.ts';
import { signedIn } from '../../server/src/http/testing/people.ts';
import { newTenant, testStore } from '../../server/src/testing/index.ts';
import { closePages, openBrowser, openPage } from './support.ts';

/** The debtor's way to the card and back, in a browser that holds the redirections of forms to the page's policy. */
const { store, home, asSupervisor } = await testStore();
const fake = await fakeStripe();
const app = await testApp(store, home, { stripe: { apiUrl: fake.origin, checkoutOrigin: fake.origin } });
app.services.config.portalUrl = new URL(app.url);

let browser: Browser;
let path = '';
beforeAll(async () => {
  browser = await openBrowser();
  const tenantId = await newTenant(store);
  const owner = await signedIn(app, store, tenantId);
  const { companyId, caseId } = await makeBook(store, tenantId);
  const portal = { enabled: true, validDays: 60, promiseDays: 21, instalments: null };
  await owner.send('PATCH', `/api/companies/${companyId}`, {
    iban: 'FR7630006000011234567890189',
    settings: { portal },
  });
  await asSupervisor((client) => client.query(`update company set mode = 'live' where company_id = $1`, [companyId]));
  await owner.send('PUT', `/api/companies/${companyId}/card`, { secretKey: fake.secretKey });
  path = new URL((await owner.post<PortalLinkView>(`/api/cases/${caseId}/portal/links`)).body.url).pathname;
});
afterAll(async () => {
  await closePages(browser);
  await fake.close();
});

test('the policy of every other page stops a form from leaving to Stripe', async () => {
  const { page, troubles } = await openPage(browser);
  await page.goto(app.url + path);
  await page.evaluate((to) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: to });
    document.body.append(form);
    form.submit();
  }, `${path}/carte`);
  await expect.poll(() => troubles.join()).toMatch(/form-action/);
  expect(page.url()).toBe(app.url + path);
  await page.context().close();
});

test('from the page of the means to pay to Stripe, back without paying, and again to the receipt', async () => {
  const { page, troubles } = await openPage(browser, { viewport: { width: 360, height: 800 } });
  await page.goto(app.url + path);
  await page.getByRole('link', { name: /Payer maintenant/ }).click();
  await page.getByRole('button', { name: 'Payer par carte' }).click();
  await page.getByRole('heading', { name: '2000.00 EUR' }).waitFor();
  expect(new URL(page.url()).origin).toBe(fake.origin);
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByRole('heading', { name: 'Vous n’avez pas payé' }).waitFor();
  await page.getByRole('link', { name: 'Revenir aux moyens de payer' }).click();
  await page.getByRole('button', { name: 'Payer par carte' }).click();
  await page.getByRole('button', { name: 'Pay' }).click();
  await page.getByText('Vous avez payé par carte').waitFor();
  expect(await page.getByText('2\u202f000,00\u00a0€').count()).toBe(1);
  await page.getByRole('link', { name: 'Retour à vos factures' }).click();
  await page.getByText('Rien n’est à régler aujourd’hui').waitFor();
  expect([fake.sessions.size, troubles]).toEqual([1, []]);
  await page.context().close();
});
