import type { TodayView, WorkItem, WorkKind } from '@acquit/recovery';

/** One line of the day, with the group it came from. */
export interface Task {
  kind: WorkKind;
  item: WorkItem;
}

/** Everything the day asks about one debtor. */
export interface Screen {
  caseId: string;
  tasks: Task[];
}

/**
 * The day, one debtor per screen: in the order of the groups, each debtor where he first appears, with all his lines. What
 * is only to come asks nothing. `kind` keeps one group.
 */
export function screensOf(groups: TodayView['groups'], kind: string | undefined): Screen[] {
  const tasks = groups
    .filter((group) => group.kind !== 'coming' && (kind === undefined || group.kind === kind))
    .flatMap((group) => group.items.map((item) => ({ kind: group.kind, item })));
  return [...Map.groupBy(tasks, ({ item }) => item.caseId)].map(([caseId, its]) => ({ caseId, tasks: its }));
}
