import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findOrInstallChromium } from '../../scripts/launch/chromium.ts';

/**
 * What the browser tests stand on: the whole product started as a user starts it, in a home of its own, and a real
 * Chromium. Everything a test knows it reads on the screen.
 */

const program = join(import.meta.dirname, '..', '..', 'bin', 'acquit.mjs');

export interface Acquit {
  url: string;
  stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

/** Starts `acquit start` in a new home and waits until it answers. */
export async function startAcquit(): Promise<Acquit> {
  const home = await mkdtemp(join(tmpdir(), 'acquit-web-'));
  const port = await freePort();
  // The test runner's own settings must not reach the product: it is started as a user starts it.
  const { DATABASE_URL: _, NODE_ENV: __, VITEST: ___, ...env } = process.env;
  const child = spawn(process.execPath, [program, 'start', '--port', String(port), '--home', home], {
    env: { ...env, ACQUIT_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child, () => said);
  return {
    url,
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function untilHealthy(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`acquit start ended with ${child.exitCode}:\n${said()}`);
    const healthy = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
    await wait(200);
  }
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findOrInstallChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=fr-FR'],
  });
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

/** Creates the first user on the screen of a new installation and stops at the first choice. */
export async function createFirstUser(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Votre nom').fill(person.name);
  await page.getByLabel('Votre adresse e-mail').fill(person.email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Créer mon accès' }).click();
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
