import type { Command } from 'commander';
import { loadDemo } from '../../jobs/index.ts';
import { withInstallation } from '../context.ts';
import { dayOption, numberOption, print, printJson } from '../output.ts';

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('charge la société de démonstration, en mode test')
    .option('--on <date>', 'dernier jour de son histoire (aujourd’hui par défaut)')
    .option('--seed <n>', 'graine du générateur', '1')
    .addHelpText('after', '\nExemple :\n  acquit demo --on 2026-11-21')
    .action((options: { on?: string; seed: string }, command: Command) =>
      withInstallation(command, async ({ store, tenantId, today, json, texts }) => {
        const on = dayOption(texts, options.on ?? today);
        const seed = numberOption(texts, '--seed', options.seed, 0, 2 ** 31);
        const demo = await loadDemo(store, { tenantId, on, seed });
        if (json) printJson(demo);
        else print(demo.created ? texts.demoLoaded(demo.debtors, demo.claims) : texts.demoExists);
      }),
    );
}
