import type { Command } from 'commander';
import { globalsOf } from '../context.ts';
import { numberOption, print } from '../output.ts';

export function addStart(program: Command): void {
  program
    .command('start')
    .description('sert l’application sur cette machine')
    .option('--port <n>', 'port (4680 par défaut)', '4680')
    .addHelpText('after', '\nExemple :\n  acquit start --port 8080')
    .action(async (options: { port: string }, command: Command) => {
      const { home, texts } = globalsOf(command);
      const port = numberOption(texts, '--port', options.port, 0, 65_535);
      // Loaded by the one command that serves: every other starts a quarter sooner without it.
      const { startServer } = await import('../../serve/index.ts');
      const server = await startServer({ home, port });
      print(texts.serving(server.url));
      await new Promise<void>((resolve) => {
        let stopping = false;
        const stop = () => {
          // A second signal changes nothing: the first is already ending everything cleanly.
          if (stopping) return;
          stopping = true;
          process.stderr.write(`${texts.stopping}\n`);
          server.close().finally(resolve);
        };
        process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
      });
      process.exit(0);
    });
}
