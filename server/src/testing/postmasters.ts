import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The data folder of a home's embedded database. */
export const dataFolderOf = (home: string): string => join(home, 'postgres', 'data');

/**
 * Every server process that works in this home's data folder, found by walking the process table and not by asking
 * our own supervisor: the processes whose working folder it is and whose parent does not share it.
 */
export function postmastersOf(home: string): readonly number[] {
  const folder = statSync(dataFolderOf(home), { throwIfNoEntry: false });
  if (!folder) return [];
  const inside = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const { dev, ino } = statSync(`/proc/${name}/cwd`);
      if (dev !== folder.dev || ino !== folder.ino) continue;
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state !== 'Z') inside.set(Number(name), Number(parent));
    } catch {
      // It ended while we looked.
    }
  }
  return [...inside].filter(([, parent]) => !inside.has(parent)).map(([pid]) => pid);
}
