#!/usr/bin/env node
// `npm start`: install if needed, build the app if needed, then `acquit start` on the pinned Node.
import { ensureInstalled, handOver } from './launch/pinned.mjs';

ensureInstalled();
const { ensureWebBuilt } = await import('./launch/web-build.mjs');
ensureWebBuilt();
handOver('server/src/cli/main.ts', ['start', ...process.argv.slice(2)]);
