import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findOrInstallChromium } from '../../scripts/launch/chromium.ts';
import { acquit, listen } from './command.ts';

/**
 * What the browser tests stand on: the whole product started as a user starts it, in a home of its own, and a real
 * Chromium. Everything a test knows it reads on the screen.
 */

export interface Acquit {
  url: string;
  stop: () => Promise<void>;
}

/** A home of one test file; it goes when the server on it stops. */
export function newHome(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'acquit-web-'));
}

/** Starts `acquit start` and waits until it answers: in a new home, or in one that is the caller's to give away. */
export async function startAcquit(given?: string): Promise<Acquit> {
  const home = given ?? (await newHome());
  // The system chooses the port, so that two files that start at once never ask for the same.
  const child = acquit(home, 'start', '--port', '0');
  const url = await untilReady(child);
  return {
    url,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Waits for the address that the command prints once it answers. */
function untilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said = listen(child, () => {
      const [url] = /http:\/\/127\.0\.0\.1:\d+(?=\s)/.exec(said()) ?? [];
      if (url) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`acquit start ended with ${code}:\n${said()}`)));
  });
}

/** The Chromium of this process, which ends with it: the files that it runs share it, each in pages of its own. */
let shared: Promise<Browser> | undefined;

export async function openBrowser(): Promise<Browser> {
  if (!(await shared)?.isConnected())
    shared = chromium.launch({
      executablePath: findOrInstallChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=fr-FR'],
    });
  return shared!;
}

/** Closes every page that a file has opened, and leaves the browser to the next one. */
export async function closePages(browser: Browser | undefined): Promise<void> {
  for (const context of browser?.contexts() ?? []) await context.close();
}

/** A page that keeps what went wrong in it: script errors and anything the security policy stopped. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; troubles: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'fr-FR',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|Uncaught/.test(message.text())) troubles.push(message.text());
  });
  return { page, troubles };
}

export const person = { name: 'Claire Martin', email: 'claire@exemple.fr', password: 'les saisons de la mer 29' };

/** Fills the form of the first user, on a server where nobody has an access. */
export async function createAccess(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Votre nom').fill(person.name);
  await page.getByLabel('Votre adresse e-mail').fill(person.email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Créer mon accès' }).click();
}

/** Creates the first user on the screen of a new installation and stops at the first choice. */
export async function createFirstUser(page: Page, url: string): Promise<void> {
  await createAccess(page, url);
  await page.getByRole('heading', { name: /Par où commencer/ }).waitFor();
}

/** From the first choice to the demo company's day. */
export async function loadDemo(page: Page): Promise<void> {
  // It takes the time that the machine has: the answer of the server is what there is to wait for.
  const answer = page.waitForResponse((response) => response.url().endsWith('/api/demo'), { timeout: 0 });
  await page.getByRole('button', { name: 'Charger la démonstration' }).click();
  const response = await answer;
  if (!response.ok()) throw new Error(`The demo was refused: ${await response.text()}`);
  await page.getByRole('heading', { name: 'Aujourd’hui', level: 1 }).waitFor();
}

/** Signs in with the first user's address in a page that has no session yet. */
export async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Adresse e-mail').fill(person.email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Me connecter' }).click();
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Connexion' }).waitFor();
}
