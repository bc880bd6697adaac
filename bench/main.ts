/**
 * Measures what was promised, beside what the same machine can do at best in the same run.
 *
 *     npm run bench -- [--quick] [--only night,messages,letters,calculation,import,matching,score,payers,screens]
 *
 * `--quick` takes seconds on small books and writes nothing; a full run takes a quarter of an hour and writes what it
 * measured into RESULTS.md, section by section. Nothing here passes or fails: a figure is met or not, and says why.
 */
import { parseArgs } from 'node:util';
import { calculation } from './calculation.ts';
import { imports } from './imports.ts';
import { letters } from './letters/letters.ts';
import { cellsOf, type Figure } from './lib/figures.ts';
import { writeResults } from './lib/results.ts';
import type { Run, Section } from './lib/run.ts';
import { matching } from './matching/matching.ts';
import { messages } from './messages/messages.ts';
import { makeLargeBook, night } from './night/night.ts';
import { payers } from './score/build.ts';
import { score } from './score/score.ts';
import { screens } from './screens/screens.ts';

const NAMES = [
  'calculation',
  'letters',
  'import',
  'matching',
  'score',
  'messages',
  'night',
  'payers',
  'screens',
] as const;

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: NAMES.join(',') } },
});
const wanted = new Set(values.only.split(','));
const unknown = [...wanted].filter((name) => !(NAMES as readonly string[]).includes(name));
if (unknown.length > 0) throw new Error(`Unknown section ${unknown.join(', ')}; there are ${NAMES.join(', ')}.`);

const figures: Figure[] = [];
const run: Run = {
  quick: values.quick,
  say: (text) => console.log(`… ${text}`),
  add(figure) {
    figures.push(figure);
    const [what, figureText, budget, limit, ratio, met] = cellsOf(figure);
    console.log(`${what}\n    ${figureText}   budget ${budget || '—'}   limit ${limit || '—'} ${ratio}   ${met}`);
  },
};

const small: [string, Section][] = [
  ['calculation', calculation],
  ['letters', letters],
  ['import', imports],
  ['matching', matching],
  ['score', score],
  ['messages', messages],
];
for (const [name, section] of small)
  if (wanted.has(name)) {
    run.say(name);
    await section(run);
  }

if (wanted.has('night') || wanted.has('payers') || wanted.has('screens')) {
  const { database, book } = await makeLargeBook(run);
  try {
    if (wanted.has('night')) await night(run, database, book);
    if (wanted.has('payers')) await payers(run, database, book);
    if (wanted.has('screens')) await screens(run, database, book);
  } finally {
    await database.close();
  }
}
if (!values.quick) writeResults(figures);
