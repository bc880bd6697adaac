/** Writes `law/src/parameters/generated/` from `law/parameters/*.yaml`: `npm run law:generate`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { generatedFiles, readParameterFiles } from './parameters.ts';

const folder = new URL('../src/parameters/generated/', import.meta.url);
const files = generatedFiles(readParameterFiles());
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!(name in files)) rmSync(new URL(name, folder));
for (const [name, text] of Object.entries(files)) writeFileSync(new URL(name, folder), text);
