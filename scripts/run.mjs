#!/usr/bin/env node
// Runs one of our own scripts on the pinned Node: `node scripts/run.mjs bench/main.ts --quick`.
import { ensureInstalled, handOver } from './launch/pinned.mjs';

const [file, ...args] = process.argv.slice(2);
ensureInstalled();
handOver(file, args);
