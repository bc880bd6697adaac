import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts a process's time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** Fields of /proc/<pid>/stat after the command's name, which may itself hold spaces and parentheses. */
function statOf(pid: number): { parent: number; own: number; children: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1]!, own: fields[11]! + fields[12]!, children: fields[13]! + fields[14]! };
  } catch {
    // It ended while we looked.
    return null;
  }
}

/**
 * CPU seconds that a PostgreSQL server has used so far: its postmaster, the processes alive and those that ended. Only
 * differences of it mean something. Null on systems without /proc.
 */
export function serverCpu(postmaster: number): number | null {
  const main = statOf(postmaster);
  if (!main) return null;
  let ticks = main.own + main.children;
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    if (stat?.parent === postmaster) ticks += stat.own + stat.children;
  }
  return ticks / TICKS_PER_SECOND;
}

/** CPU seconds that another process has used so far; null when it cannot be seen. */
export function processCpu(pid: number): number | null {
  const stat = statOf(pid);
  return stat && stat.own / TICKS_PER_SECOND;
}

/** CPU seconds of this process so far. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** What a piece of work cost: by the clock, in this process, and in the database server (null when it cannot be seen). */
export interface Cost {
  seconds: number;
  cpu: number;
  serverCpu: number | null;
}

/** Runs `work` and gives what it cost with what it gave. */
export async function costOf<T>(
  postmaster: number | null,
  work: () => T | Promise<T>,
): Promise<{ cost: Cost; result: T }> {
  const server = () => (postmaster === null ? null : serverCpu(postmaster));
  const [serverBefore, cpuBefore, start] = [server(), ownCpu(), performance.now()];
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  const [cpu, serverAfter] = [ownCpu() - cpuBefore, server()];
  return {
    cost: {
      seconds,
      cpu,
      serverCpu: serverBefore === null || serverAfter === null ? null : serverAfter - serverBefore,
    },
    result,
  };
}
