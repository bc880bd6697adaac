import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { systemClock } from '../../server/src/clock.ts';
import { acquit } from './command.ts';
import { type Acquit, createAccess, newHome, startAcquit } from './support.ts';

/** The demo that the run's set-up makes. */
const demo = inject('demo');

// Waited for here and not in a hook: a file may take as long to load as the machine needs, a hook may not.
while (!existsSync(demo.made)) {
  if (existsSync(demo.failed)) throw new Error(readFileSync(demo.failed, 'utf8'));
  await wait(100);
}

/** Starts Acquit where the demonstration is loaded and nobody has an access yet. */
export async function startDemo(): Promise<Acquit> {
  const home = await newHome();
  // A run that has passed midnight needs the demo of its new day. Otherwise as `cp` copies: the data folder belongs to
  // the account that the database runs under.
  if (demo.day !== systemClock().today()) await once(acquit(home, 'demo'), 'exit');
  else await promisify(execFile)('cp', ['-a', `${demo.made}/.`, home]);
  return startAcquit(home);
}

/** Creates the first user of `startDemo`, who is led to the demo company's day. */
export async function enterDemo(page: Page, url: string): Promise<void> {
  await createAccess(page, url);
  await page.getByRole('heading', { name: 'Aujourd’hui', level: 1 }).waitFor();
}
