#!/usr/bin/env node
// The command line. Runs on any Node from 20 and hands over to the pinned one.
import { ensureInstalled, handOver } from '../scripts/launch/pinned.mjs';

ensureInstalled();
const args = process.argv.slice(2);
if (args[0] === 'start') {
  const { ensureWebBuilt } = await import('../scripts/launch/web-build.mjs');
  ensureWebBuilt();
}
handOver('server/src/cli/main.ts', args);
