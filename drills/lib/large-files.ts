/** Bank and accounting files of any size, and the memory that processes take while they work on them. */
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import {
  camt,
  camtEntry,
  camtStatement,
  camtTransaction,
} from '../../server/src/intake/reading/bank/testing/statements.ts';

const PAGE_BYTES = 4_096;

/** A busy account: so many entries a day, a year and then again. */
const ENTRIES_A_DAY = 1_000;
const dayOf = (n: number): string => {
  const days = Math.floor(n / ENTRIES_A_DAY) % (12 * 28);
  const two = (value: number) => String(value).padStart(2, '0');
  return `2026-${two(1 + Math.floor(days / 28))}-${two(1 + (days % 28))}`;
};

/** A kind of file, whose rows are made one after the other. */
export interface Kind {
  name: string;
  before: string;
  after: string;
  /** The rows of entry `n`. */
  entry(n: number): string;
}

const [before = '', after = ''] = camt([camtStatement({ entries: '@' })]).split('@');
/** No entry is of nothing: that would be no line. */
const euros = (n: number): string => `${1 + (n % 9_000)},${String(n % 100).padStart(2, '0')}`;

export const statementKind: Kind = {
  name: 'camt.053',
  before,
  after,
  entry: (n) =>
    camtEntry({
      amount: euros(n).replace(',', '.'),
      booked: dayOf(n),
      reference: `R${n}`,
      transactions: camtTransaction({ endToEnd: `E-${n}`, remittance: `Facture F-2026-${n}` }),
    }),
};

export const bookKind: Kind = {
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
};

/** Writes a file of about so many megabytes, and gives how many entries it has. */
export function makeFile(path: string, kind: Kind, megabytes: number): number {
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

/** Memory of one process, Node and its program included, in bytes; 0 where the system does not show it as files. */
function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}

/** Its share of the memory it has in common with others, Node itself above all, and all the rest of its own, in bytes. */
function ownBytes(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1] ?? 0) * 1_024;
  } catch {
    return 0;
  }
}

/** The most memory that the processes of a command have taken, in bytes. */
export interface MostMemory {
  /** The one that does the work: the innermost of those that the command becomes. */
  command: number;
  /** The largest one that it starts: the reading process. */
  reader: number;
  /** All at one moment, what they share counted once. */
  together: number;
}

const LOOK_MILLISECONDS = 50;
/** Counting shared memory once makes the system go through all of it, which takes the time of what is watched. */
const LOOKS_TOGETHER = 40;

/**
 * Looks at the memory of a command and of what it starts until it is told to stop. The command starts itself again on the
 * Node it wants, and that one starts the others: what a process takes is never added to what a waiting one takes.
 */
export function watchMemory(pid: number): () => MostMemory {
  const most: MostMemory = { command: 0, reader: 0, together: 0 };
  let looks = 0;
  const watch = setInterval(() => {
    const commands = [pid, ...startedBy(pid)];
    const readers = commands.flatMap(startedBy).filter((one) => !commands.includes(one));
    most.command = Math.max(most.command, ...commands.map(residentBytes));
    most.reader = Math.max(most.reader, ...readers.map(residentBytes));
    looks += 1;
    if (looks % LOOKS_TOGETHER !== 0) return;
    most.together = Math.max(
      most.together,
      [...commands, ...readers].reduce((sum, one) => sum + ownBytes(one), 0),
    );
  }, LOOK_MILLISECONDS);
  return () => {
    clearInterval(watch);
    return most;
  };
}

/** What one process may take, in megabytes, Node and its program included: about 150 of them before any file. */
const MEMORY_LIMIT = 300;

export const isSmall = ({ command, reader }: MostMemory): boolean =>
  command <= MEMORY_LIMIT * 1_000_000 && reader <= MEMORY_LIMIT * 1_000_000;

/** The figures of the memory beside their limit. */
export function tellMemory({ command, reader, together }: MostMemory): string {
  const [own, child, all] = [command, reader, together].map((bytes) => Math.round(bytes / 1_000_000));
  return `at most ${own} MB for the command and ${child} MB for its reading process, for a limit of ${MEMORY_LIMIT} each; ${all} MB together, what they share counted once`;
}

/** The processes that one has started; none where the system does not show them as files. */
export function startedBy(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'latin1').trim().split(' '))
      .filter((one) => one !== '')
      .map(Number);
  } catch {
    return [];
  }
}
