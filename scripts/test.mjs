#!/usr/bin/env node
// `npm test`: install if needed, build what the browser tests serve, then every test on the pinned Node.
import { ensureInstalled, handOver } from './launch/pinned.mjs';

ensureInstalled();
const { ensureWebBuilt } = await import('./launch/web-build.mjs');
ensureWebBuilt();
handOver('scripts/test-all.ts', process.argv.slice(2));
