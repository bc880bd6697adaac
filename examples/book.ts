import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { diaryOf } from './diary.ts';
import { type Story, tell } from './story.ts';

const STORIES = join(import.meta.dirname, 'stories');

/** A story of the book: its diary as it is kept, and as the planner writes it today. */
export interface Page {
  name: string;
  diaryFile: string;
  kept: string | null;
  written: string;
}

/** Reads and plays every story of `examples/stories`. */
export function readBook(): Page[] {
  return readdirSync(STORIES)
    .sort()
    .map((name) => {
      const story = parse(readFileSync(join(STORIES, name, 'story.yaml'), 'utf8')) as Story;
      const diaryFile = join(STORIES, name, 'diary.md');
      return {
        name,
        diaryFile,
        kept: existsSync(diaryFile) ? readFileSync(diaryFile, 'utf8') : null,
        written: diaryOf(story, tell(story)),
      };
    });
}
