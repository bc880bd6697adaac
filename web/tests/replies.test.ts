import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Dovecot, findOrInstallDovecot, startDovecot } from '../../server/src/jobs/sources/testing/dovecot.ts';
import { describeWith } from '../../server/src/testing/index.ts';
import { enterDemo, startDemo } from './demo.ts';
import { type Acquit, closePages, openBrowser, openPage } from './support.ts';

const program = findOrInstallDovecot();

describeWith('Dovecot, a real IMAP server', program !== null, 'replies, from a real mailbox to the screen', () => {
  let acquit: Acquit;
  let browser: Browser;
  let page: Page;
  let troubles: string[];
  let server: Dovecot;
  const shots = process.env.ACQUIT_SHOTS;

  beforeAll(async () => {
    server = await startDovecot(program!);
    acquit = await startDemo();
    browser = await openBrowser();
    ({ page, troubles } = await openPage(browser));
    await enterDemo(page, acquit.url);
  }, 600_000);
  afterAll(async () => {
    await closePages(browser);
    await acquit?.stop();
    await server?.stop();
  });

  async function settle(path: string): Promise<void> {
    await page.goto(acquit.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForFunction(() => document.querySelector('.skeleton') === null);
  }
  const picture = async (name: string) => {
    if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };
  /** The address of a debtor who owes, and his name, as the app's own requests give them. */
  const someDebtors = (): Promise<{ name: string; email: string; number: string }[]> =>
    page.evaluate(async () => {
      const json = async (path: string) => (await fetch(`/api${path}`)).json();
      const { companies } = await json('/session');
      const { items } = await json(`/companies/${companies[0].companyId}/cases`);
      const found: { name: string; email: string; number: string }[] = [];
      for (const { caseId } of items.slice(0, 12)) {
        const { debtor, claims } = await json(`/cases/${caseId}`);
        const open = claims.find((claim: { status: string }) => claim.status === 'open');
        if (debtor.email && open) found.push({ name: debtor.name, email: debtor.email, number: open.number });
      }
      return found;
    });
  const deliver = (from: string, subject: string, text: string, type = 'text/plain') =>
    server.deliver(
      [
        `From: ${from}`,
        `Subject: ${subject}`,
        `Date: ${new Date(performance.timeOrigin).toUTCString()}`,
        'MIME-Version: 1.0',
        `Content-Type: ${type}; charset=utf-8`,
        '',
        ...text.split('\n'),
        '',
      ].join('\r\n'),
    );

  test('the mailbox is declared and tried, and a promise read in it is accepted in one click', async () => {
    const [first, second] = await someDebtors();
    if (!first || !second) throw new Error('The demo has debtors with an address.');
    await settle('/encaissements/sources');
    await page.getByRole('button', { name: 'Ajouter une source' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByText('Réponses des clients').click();
    await form.getByLabel('Nom').fill('Réponses');
    await form.getByLabel('Serveur', { exact: true }).fill('127.0.0.1');
    await form.getByLabel('Port', { exact: true }).fill(String(server.plainPort));
    await form.getByLabel('Sécurité').selectOption('none');
    await form.getByLabel('Identifiant').fill(server.user);
    await form.getByLabel('Mot de passe', { exact: true }).fill(server.password);
    await form.getByText('Cette boîte ne reçoit que des réponses de clients').click();
    await picture('source');
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await form.waitFor({ state: 'detached' });

    deliver(
      `Marie <${first.email}>`,
      `Re: ${first.number}`,
      `Bonjour,\n\nNous vous réglerons dans 10 jours. Cordialement,\nMarie\n\nLe 2 nov. 2026 à 08:12, vous a écrit :\n> Sauf erreur`,
    );
    deliver(
      `Jean <${second.email}>`,
      'Re: rappel',
      '<p>La marchandise est arrivée abîmée <img src="https://espion.example/x.png" onerror="document.title=1"><script>document.title="pris"</script></p>',
      'text/html',
    );
    deliver('inconnu@ailleurs.example', 'Question', 'Bonjour, qui êtes-vous ?');
    await page.getByRole('button', { name: 'Relever maintenant la source Réponses' }).click();
    await page.getByText('« Réponses » est relevée.').waitFor();

    await settle('/reponses');
    await page.locator('[data-reply]').nth(2).waitFor();
    await picture('liste');
    await page.locator('[data-reply]', { hasText: first.name }).getByRole('button', { name: /^Lire/ }).click();
    const panel = page.getByRole('dialog');
    await panel.getByText('Ce qu’on y lit').waitFor();
    expect(await panel.locator('mark').allTextContents()).toEqual(['Nous vous réglerons dans 10 jours.']);
    expect(await panel.getByText('Sauf erreur').count()).toBe(0);
    await picture('promesse');
    await panel.getByRole('button', { name: 'Accepter : Promesse de règlement', exact: true }).click();
    await page.getByText(/Promesse de .* enregistrée/).waitFor();
    await panel.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.querySelectorAll('[data-reply]').length === 2);
  });

  test('a stranger’s page is only its words; a complaint is amended, then recorded', async () => {
    const second = (await someDebtors())[1]!;
    await settle('/reponses');
    const title = await page.title();
    await page.locator('[data-reply]', { hasText: second.name }).getByRole('button', { name: /^Lire/ }).click();
    const panel = page.getByRole('dialog');
    await panel.locator('mark').waitFor();
    expect(await panel.locator('img, script, iframe').count()).toBe(0);
    expect(await page.title()).toBe(title);
    const proposal = panel.locator('[data-proposal=dispute]');
    await proposal.getByRole('button', { name: 'Modifier avant d’accepter : Contestation', exact: true }).click();
    await proposal.getByLabel('Motif').selectOption('quantity');
    await proposal.getByLabel('Montant').fill('10,00');
    await picture('contestation');
    const boxes = proposal.getByRole('checkbox');
    if ((await boxes.count()) > 0) {
      for (const box of await boxes.all()) await box.uncheck();
      await boxes.first().check();
    }
    await proposal.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText(/Litige ouvert, à traiter avant le/).waitFor();
    await panel.waitFor({ state: 'detached' });
  });

  test('what belongs to nobody is put into a case, stands on its story to the left, and is read there', async () => {
    const [first] = await someDebtors();
    await settle('/reponses');
    await page.locator('[data-reply]', { hasText: 'À ranger' }).getByRole('button', { name: /^Lire/ }).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('heading', { name: 'À quel dossier appartient-il ?' }).waitFor();
    await panel.getByRole('searchbox').fill(first!.name);
    await panel.locator('.pick').first().click();
    await picture('ranger');
    await panel.getByRole('button', { name: 'Rattacher', exact: true }).click();
    await page.getByText(/Réponse rattachée à/).waitFor();
    await panel.getByRole('link', { name: 'Ouvrir le dossier' }).click();
    const moment = page.locator('.moment-left', { hasText: 'qui êtes-vous' });
    await moment.getByRole('button', { name: 'Lire la réponse' }).click();
    await picture('dossier');
    await page.getByRole('dialog').getByRole('button', { name: 'Marquer comme lue' }).click();
    await page.getByText('Les envois de ce dossier reprennent.').waitFor();
    await settle('/reponses');
    await page.getByText('Rien à lire').waitFor();
    await picture('vide');
    expect(troubles).toEqual([]);
  });

  test('at 360 px, in the dark, with names of any length, nothing spills over and the keyboard does it all', async () => {
    const [first] = await someDebtors();
    deliver(
      `"${'Établissements Montmorency-Delacroix et Fils '.repeat(4)}" <${first!.email}>`,
      'x'.repeat(200),
      `Virement fait ce matin ${'référence-interminable-'.repeat(20)}`,
    );
    await settle('/encaissements/sources');
    await page.getByRole('button', { name: 'Relever maintenant la source Réponses' }).click();
    await page.getByText('« Réponses » est relevée.').waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 360, height: 740 });
    await settle('/reponses');
    await page.locator('[data-reply]').first().waitFor();
    const spills = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
    expect(await spills()).toBe(false);
    await picture('liste-360');
    await page.locator('[data-reply]').first().getByRole('button', { name: /^Lire/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('mark').waitFor();
    expect(await spills()).toBe(false);
    await picture('panneau-360');
    await page.setViewportSize({ width: 320, height: 640 });
    await picture('panneau-320');
    const panel = page.getByRole('dialog');
    const cut = () =>
      panel.evaluate((dialog) =>
        [dialog, ...dialog.querySelectorAll('*')]
          .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
          .map((one) => `${one.tagName} ${one.className}`),
      );
    expect(await cut()).toEqual([]);
    await panel
      .getByRole('button', { name: /^Modifier avant/ })
      .first()
      .click();
    await picture('panneau-320-modifier');
    expect(await cut()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

test('whether a real IMAP server was there', (context) => {
  if (program === null) context.annotate('Dovecot est absent : la lecture des réponses n’est pas essayée à l’écran.');
  expect(program === null || program.endsWith('dovecot')).toBe(true);
});
