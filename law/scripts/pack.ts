/** `npm run law:pack`: builds the archive of `@acquit/law` in `law/dist` and says how big it is. Publishes nothing. */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { publishLaw } from './published.ts';

const folder = join(import.meta.dirname, '..', 'dist');
mkdirSync(folder, { recursive: true });
const { tarball, modules, tarballBytes, moduleBytes, compressedBytes } = publishLaw(folder);
const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} kB`;
console.log(`${relative(process.cwd(), tarball)}: ${kilobytes(tarballBytes)}`);
console.log(`${modules} modules, ${kilobytes(moduleBytes)}, ${kilobytes(compressedBytes)} compressed, no dependency`);
