import type { WorkItem } from '@acquit/recovery';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import type { t } from '../../texts/index.ts';

/** Something a person did with a line of the day, with the request that takes it back when there is one. */
export interface Handled {
  item: WorkItem;
  what: keyof typeof t.today.next.acts;
  undo: string | null;
}

/** Takes something back. */
export function useUndo(onDone: (handled: Handled) => void) {
  return useAct(
    ({ undo }: Handled, key) => change<{ ok: true }>('POST', undo ?? '', {}, key),
    (_, handled) => onDone(handled),
  );
}
