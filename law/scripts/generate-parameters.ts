/** Writes the generated files of `law/src/parameters/` from `law/parameters/*.yaml`: `node law/scripts/generate-parameters.ts`. */
import { writeFileSync } from 'node:fs';
import { generatedFiles, readParameterFiles } from './parameters.ts';

for (const [name, text] of Object.entries(generatedFiles(readParameterFiles()))) {
  writeFileSync(new URL(`../src/parameters/${name}`, import.meta.url), text);
}
