import type { ReadResult } from '../intake/index.ts';
import type { Texts } from './texts.ts';

/** What reading gives for a path where there is nothing: a refusal of that file, the others go on. */
export function missingFile(file: string, texts: Texts): ReadResult {
  return {
    file,
    format: 'unknown',
    status: 'refused',
    doubts: [],
    refusal: { code: 'FileNotFound', message: texts.noFile(file), facts: { file } },
  };
}
