import { writeFileSync } from 'node:fs';
import { readBook } from './book.ts';
import { readLives } from './lives.ts';

// Rewrites the diaries from what the planner and the procedures do today: `node examples/rewrite.ts`. The difference is
// a change of behaviour, and the commit says why it is wanted.
for (const { name, diaryFile, kept, written } of [...readBook(), ...readLives()]) {
  if (kept === written) continue;
  writeFileSync(diaryFile, written);
  process.stdout.write(`${kept === null ? 'new' : 'changed'}: ${name}\n`);
}
