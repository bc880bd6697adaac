/**
 * Files of a gigabyte through `acquit read`: each is made, read by the real command, and the memory of the command and
 * of its reading process is looked at while it works. `--megabytes 100` for a shorter run.
 */

import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  camt,
  camtEntry,
  camtStatement,
  camtTransaction,
} from '../../server/src/intake/reading/bank/testing/statements.ts';

/** What one file may take, the command and its reading process together, in megabytes. */
const MEMORY_LIMIT = 300;
const LOOK_MILLISECONDS = 50;
const PAGE_BYTES = 4_096;

const megabytes = Number(process.argv[process.argv.indexOf('--megabytes') + 1]) || 1_000;

interface Kind {
  name: string;
  before: string;
  after: string;
  /** The rows of entry `n`. */
  entry(n: number): string;
}

const [before = '', after = ''] = camt([camtStatement({ entries: '@' })]).split('@');
const euros = (n: number): string => `${n % 9_000},${String(n % 100).padStart(2, '0')}`;

const kinds: Kind[] = [
  {
    name: 'camt.053',
    before,
    after,
    entry: (n) =>
      camtEntry({
        amount: euros(n).replace(',', '.'),
        reference: `R${n}`,
        transactions: camtTransaction({ endToEnd: `E-${n}`, remittance: `Facture F-2026-${n}` }),
      }),
  },
  {
    name: 'FEC',
    before:
      'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n',
    after: '',
    // Sales to 2,000 customers, each cleared by its payment but for one in fifty: what a large book looks like.
    entry: (n) => {
      const customer = `C${n % 2_000}\tClient ${n % 2_000}`;
      const day = `2026${String(1 + (n % 12)).padStart(2, '0')}15`;
      const lettering = n % 50 === 0 ? '\t' : `L${n}\t20261231`;
      const line = (journal: string, account: string, debit: string, credit: string, cleared: string): string =>
        `${journal}\t${n}\t${day}\t${account}\tF-${n}\t${day}\tFacture F-${n}\t${debit}\t${credit}\t${cleared}\t${day}\t\t`;
      const sale = [
        line('VE\tVentes', `411000\tClients\t${customer}`, euros(n), '0,00', lettering),
        line('VE\tVentes', '706000\tPrestations\t\t', '0,00', euros(n), '\t'),
      ];
      if (n % 50 === 0) return sale.join('\n');
      return [
        ...sale,
        line('BQ\tBanque', `411000\tClients\t${customer}`, '0,00', euros(n), lettering),
        line('BQ\tBanque', '512000\tBanque\t\t', euros(n), '0,00', '\t'),
      ].join('\n');
    },
  },
];

function make(path: string, kind: Kind): number {
  const file = openSync(path, 'w');
  let bytes = writeSync(file, kind.before);
  let count = 0;
  while (bytes < megabytes * 1_000_000) {
    const batch = Array.from({ length: 2_000 }, (_, place) => `${kind.entry(count + place + 1)}\n`);
    bytes += writeSync(file, batch.join(''));
    count += batch.length;
  }
  writeSync(file, kind.after);
  closeSync(file);
  return count;
}

/** Memory of a process and of those it started, in bytes; 0 where the system does not show it as files. */
function memoryOf(pid: number): number {
  try {
    const own = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'latin1').trim().split(' '),
    );
    return children.filter((one) => one !== '').reduce((sum, one) => sum + memoryOf(Number(one)), own);
  } catch {
    return 0;
  }
}

async function readWith(path: string): Promise<{ code: number | null; peak: number; bytes: number; tail: string }> {
  const command = spawn(process.execPath, [join(import.meta.dirname, '../../bin/acquit.mjs'), 'read', '--json', path]);
  let peak = 0;
  let bytes = 0;
  let tail = '';
  command.stdout.on('data', (text: Buffer) => {
    bytes += text.length;
    tail = (tail + text.toString('latin1')).slice(-300);
  });
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(command.pid ?? 0));
  }, LOOK_MILLISECONDS);
  const code = await new Promise<number | null>((resolve) => command.on('close', resolve));
  clearInterval(watch);
  return { code, peak, bytes, tail };
}

const folder = mkdtempSync(join(tmpdir(), 'acquit-drill-reading-'));
let failed = 0;
try {
  for (const kind of kinds) {
    const path = join(folder, 'file');
    const entries = make(path, kind);
    const start = performance.now();
    const { code, peak, bytes, tail } = await readWith(path);
    const seconds = (performance.now() - start) / 1_000;
    const read = code === 0 && tail.includes('"status":"read"');
    const small = peak <= MEMORY_LIMIT * 1_000_000;
    if (!read || !small) failed += 1;
    console.log(
      `${read && small ? 'passed' : 'FAILED'}  ${kind.name}: ${megabytes} MB, ${entries} entries, ${Math.round(seconds)} s (${(megabytes / seconds).toFixed(1)} MB/s), ${Math.round(peak / 1_000_000)} MB of memory at most for a limit of ${MEMORY_LIMIT}, ${Math.round(bytes / 1_000_000)} MB printed`,
    );
    if (!read) console.log(tail);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${kinds.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
