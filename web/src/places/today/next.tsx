import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { caseQuery, todayQuery } from '../../api/queries.ts';
import type { NextSearch } from '../../router.tsx';
import { useKeys } from '../../shell/keys.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { PlacePage } from '../../ui/page.tsx';
import { Loaded, tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { PromiseDialog } from '../commitments/promise-dialog.tsx';
import { type Handled, useUndo } from './handled.ts';
import { NextEnd } from './next-end.tsx';
import { NextScreen } from './next-screen.tsx';
import { type Screen, screensOf, type Task } from './next-tasks.ts';
import { type WorkDialog, WorkDialogs } from './work-dialogs.tsx';
import { keyOf } from './work-list.tsx';
import '../../styles/today.css';

const text = t.today.next;

/** True when Enter already means something where the focus is. */
const hasItsOwnEnter = () => document.activeElement?.closest('a, button, summary, [role="button"]') !== null;

/**
 * One debtor at a time. The list is taken once on arrival, so that treating one does not move the others; what was done is
 * kept to be told, and taken back, at the end.
 */
function OneByOne({ screens }: { screens: readonly Screen[] }) {
  const [kept] = useState(screens);
  const [index, setIndex] = useState(0);
  const [done, setDone] = useState<readonly Handled[]>([]);
  const [undone, setUndone] = useState<ReadonlySet<Handled>>(new Set());
  const [dialog, setDialog] = useState<WorkDialog | null>(null);
  const [promising, setPromising] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const arrived = useRef(0);
  const say = useSay();
  const screen = kept[index];
  const { data: view } = useQuery({ ...caseQuery(screen?.caseId ?? '', undefined), enabled: screen !== undefined });

  const handledBy = (task: Task) =>
    done.some(
      (one) => !undone.has(one) && keyOf(one.item) === keyOf(task.item) && one.item.caseId === task.item.caseId,
    );
  const go = (by: number) => setIndex((at) => Math.max(0, Math.min(kept.length, at + by)));
  const onHandled = (handled: Handled) => {
    setDone((before) => [...before, handled]);
    const open = screen?.tasks.filter((task) => !handledBy(task) && keyOf(task.item) !== keyOf(handled.item)) ?? [];
    if (open.length === 0) go(1);
  };
  const undo = useUndo((handled) => {
    setUndone((before) => new Set(before).add(handled));
    say(t.today.undone(handled.item.debtorName));
    const back = kept.findIndex((one) => one.caseId === handled.item.caseId);
    if (index < kept.length && back >= 0) setIndex(back);
  });
  const takeBack = (handled: Handled) => undo.mutate(handled, { onError: (error) => say(tellError(error).title) });

  // A new debtor is read from the top, and what had the focus on the one before is gone.
  useEffect(() => {
    if (arrived.current === index) return;
    arrived.current = index;
    root.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [index]);

  const press = (what: 'primary' | 'skip') =>
    root.current?.querySelector<HTMLElement>(`.one-task:not([data-handled]) [data-${what}]`)?.click();
  useKeys((key, event) => {
    if (key === 'j' || key === 'n' || key === 'ArrowRight') go(1);
    else if (key === 'k' || key === 'ArrowLeft') go(-1);
    else if (key === 'u') {
      const last = done.findLast((one) => one.undo !== null && !undone.has(one));
      if (last) takeBack(last);
      else say(text.nothingToUndo);
    } else if (screen === undefined) return;
    else if (key === 'Enter' && !hasItsOwnEnter()) {
      event.preventDefault();
      press('primary');
    } else if (key === 's') {
      if (root.current?.querySelector('.one-task:not([data-handled]) [data-skip]')) press('skip');
      else go(1);
    } else if (key === 'c') {
      const call = screen.tasks.find((task) => task.kind === 'call' && !handledBy(task));
      if (call) setDialog({ kind: 'call', item: call.item });
    } else if (key === 'p' && view) setPromising(true);
  });

  const left = kept.filter((one) => !one.tasks.every(handledBy)).length;
  return (
    <div ref={root} tabIndex={-1} className="stack-loose one-root">
      {screen === undefined ? (
        <NextEnd
          done={done}
          undone={undone}
          left={left}
          onUndo={takeBack}
          onBack={kept.length > 0 ? () => go(-1) : null}
        />
      ) : (
        <>
          <div className="row-between one-bar">
            <p className="soft" role="status">
              {text.position(index + 1, kept.length)}
            </p>
            <div className="row">
              <Button small disabled={index === 0} onClick={() => go(-1)}>
                {text.previous}
              </Button>
              <Button small onClick={() => go(1)}>
                {text.following}
              </Button>
            </div>
          </div>
          <NextScreen
            key={screen.caseId}
            screen={screen}
            isHandled={handledBy}
            onDialog={setDialog}
            onHandled={onHandled}
            onPromise={() => setPromising(true)}
          />
          <p className="small faint one-keys">{text.keys}</p>
        </>
      )}
      <WorkDialogs dialog={dialog} onClose={() => setDialog(null)} onHandled={onHandled} />
      {promising && view && <PromiseDialog view={view} onClose={() => setPromising(false)} />}
    </div>
  );
}

export function Next() {
  const company = useCompany();
  const { groupe }: NextSearch = useSearch({ strict: false });
  const today = useQuery(todayQuery(company.companyId));
  const group = today.data?.groups.find((one) => one.kind === groupe);
  return (
    <PlacePage
      title={group ? text.of(t.today.groups[group.kind].title) : text.title}
      actions={
        <ButtonLink kind="quiet" to="/">
          {text.leave}
        </ButtonLink>
      }
    >
      <Loaded from={today}>{(data) => <OneByOne screens={screensOf(data.groups, groupe)} />}</Loaded>
    </PlacePage>
  );
}
