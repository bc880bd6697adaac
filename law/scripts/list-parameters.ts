/**
 * `npm run law:parameters [-- --on 2026-11-21 --days 90 --json]`: the figures and articles of the law that end or need
 * checking in the days to come. Reads what the rules use; a person then looks at the sources and corrects the YAML.
 */
import { parseArgs } from 'node:util';
import { type LawWatchItem, lawToWatch } from '../src/index.ts';
import { printedWatch } from './printed-watch.ts';

const WRONG_USAGE = 2;

/** Today where the person is: the only clock of this room, outside its sources. */
function today(): string {
  return Temporal.Now.plainDateISO().toString();
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(WRONG_USAGE);
}

function wanted(): { on: string; days: string; json: boolean } {
  const options = {
    on: { type: 'string', default: today() },
    days: { type: 'string', default: '90' },
    json: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return fail(
      `${(error as Error).message}\nUsage\u00a0: npm run law:parameters -- [--on AAAA-MM-JJ] [--days 90] [--json]`,
    );
  }
}

const { on, days, json } = wanted();
if (!isDay(on)) fail(`«\u00a0${on}\u00a0» n’est pas une date au format AAAA-MM-JJ.`);
if (!/^\d{1,4}$/.test(days)) fail(`«\u00a0${days}\u00a0» n’est pas un nombre de jours.`);
const items: readonly LawWatchItem[] = lawToWatch(on, Number(days));
const lines = json ? items.map((item) => JSON.stringify(item)) : printedWatch(items, on, Number(days));
for (const line of lines) console.log(line);
