import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * A process number alone proves nothing: numbers are reused after a crash, after a reboot, and mean another process
 * in another container. An identity therefore joins the number, the instant the process started, the boot of the
 * machine and the namespace the number belongs to. It is written into file *names*, so that one listing of a folder
 * tells who is there without reading a file that may be half written.
 */
export type ProcessIdentity = string;

interface ProcessFacts {
  readonly start: string;
  readonly command: string;
  readonly uid: number;
}

/** What the system says of a process; undefined when there is none, or only its corpse not yet collected. */
export function processFacts(pid: number): ProcessFacts | undefined {
  return process.platform === 'linux' ? linuxFacts(pid) : psFacts(pid);
}

function linuxFacts(pid: number): ProcessFacts | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command may itself hold spaces and brackets: it ends at the last closing bracket.
    const close = stat.lastIndexOf(')');
    const command = stat.slice(stat.indexOf('(') + 1, close);
    const fields = stat.slice(close + 2).split(' ');
    const [state, start] = [fields[0], fields[19]];
    if (start === undefined || state === 'Z' || state === 'X') return undefined;
    const uid = /^Uid:\s+\d+\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return { start, command, uid: Number(uid) };
  } catch {
    return undefined;
  }
}

function psFacts(pid: number): ProcessFacts | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,uid=,lstart=,comm=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    const found = /^(\S+)\s+(-?\d+)\s+(\S+\s+\S+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/.exec(line);
    if (!found || found[1]?.startsWith('Z')) return undefined;
    const [, , uid = '', start = '', command = ''] = found;
    return { start: start.replace(/\W+/g, ''), command: command.split('/').at(-1) ?? '', uid: Number(uid) };
  } catch {
    return undefined;
  }
}

/** The machine's boot and the namespace of process numbers, as two short words. */
function place(): readonly [boot: string, namespace: string] {
  if (process.platform !== 'linux') return ['0', '0'];
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
  const namespace = readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
  return [boot, namespace];
}

const [boot, namespace] = place();

/** The identity of a living process, or undefined when no such process lives here. */
export function identityOf(pid: number): ProcessIdentity | undefined {
  const facts = processFacts(pid);
  return facts && `${pid}-${facts.start}-${boot}-${namespace}`;
}

/** The process number inside an identity, for sentences and signals. */
export function pidIn(identity: ProcessIdentity): number {
  return Number(identity.slice(0, identity.indexOf('-')));
}

/**
 * `alive` and `dead` are certain. `elsewhere` is a process of the same boot in another container: its number cannot
 * be looked up from here, so the caller judges by the age of its last sign of life. An identity from an earlier boot
 * is dead.
 */
export function vitality(identity: ProcessIdentity): 'alive' | 'dead' | 'elsewhere' {
  const [, , itsBoot, itsNamespace] = identity.split('-');
  if (itsBoot !== boot) return 'dead';
  if (itsNamespace !== namespace) return 'elsewhere';
  return identityOf(pidIn(identity)) === identity ? 'alive' : 'dead';
}
