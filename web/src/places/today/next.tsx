import type { WorkItem, WorkKind } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { todayQuery } from '../../api/queries.ts';
import { daysBetween } from '../../format/days.ts';
import { useKeys } from '../../shell/keys.ts';
import { useCompany, useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount, Badge, LateText, Reasons } from '../../ui/bits.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { PlacePage } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { CallSheet } from './call-dialog.tsx';
import { WorkActions, type WorkDialog, WorkDialogs } from './work-actions.tsx';
import '../../styles/today.css';

const text = t.today.next;

interface Task {
  kind: WorkKind;
  item: WorkItem;
}

/** One debtor at a time. The list is taken once on arrival, so that treating one does not move the others. */
function OneByOne({ tasks }: { tasks: readonly Task[] }) {
  const { session } = useSigned();
  const [kept] = useState(tasks);
  const [index, setIndex] = useState(0);
  const [handled, setHandled] = useState<ReadonlySet<number>>(new Set());
  const [dialog, setDialog] = useState<WorkDialog | null>(null);
  const task = kept[index];
  const go = (by: number) => setIndex((at) => Math.max(0, Math.min(kept.length, at + by)));
  const done = () => {
    setHandled((before) => new Set(before).add(index));
    go(1);
  };
  useKeys((key) => {
    if (key === 'j' || key === 'ArrowRight') go(1);
    if (key === 'k' || key === 'ArrowLeft') go(-1);
    if (key === 'c' && task?.kind === 'call' && !handled.has(index)) setDialog({ kind: 'call', item: task.item });
  });
  if (!task) {
    return (
      <Empty
        title={text.doneTitle}
        text={text.doneText}
        action={
          <div className="row">
            {kept.length > 0 && <Button onClick={() => go(-1)}>{text.previous}</Button>}
            <ButtonLink kind="primary" to="/">
              {text.leave}
            </ButtonLink>
          </div>
        }
      />
    );
  }
  const { item, kind } = task;
  const late = item.oldestDueOn ? daysBetween(item.oldestDueOn, session.today) : 0;
  return (
    <>
      <div className="row-between">
        <p className="soft" role="status">
          {text.position(index + 1, kept.length)} · {t.today.groups[kind].title}
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
      <article className="one">
        <div className="one-head">
          <div>
            <h2 className="wrap-anywhere">{item.debtorName}</h2>
            <p className="soft">
              {item.stepName} · {t.words.channel[item.channel]}
            </p>
          </div>
          <div>
            <div className="one-amount">
              <Amount cents={item.totalCents} />
            </div>
            <LateText days={late} />
          </div>
        </div>
        {kind === 'call' ? <CallSheet item={item} /> : <Reasons reasons={item.reasons} />}
        <div className="row">
          {handled.has(index) ? (
            <Badge kind="accent">{text.handled}</Badge>
          ) : (
            <WorkActions item={item} kind={kind} onDialog={setDialog} onHandled={done} />
          )}
          <ButtonLink small kind="quiet" to="/dossiers/$caseId" params={{ caseId: item.caseId }}>
            {text.openCase}
          </ButtonLink>
        </div>
      </article>
      <WorkDialogs dialog={dialog} onClose={() => setDialog(null)} onHandled={done} />
    </>
  );
}

export function Next() {
  const company = useCompany();
  const today = useQuery(todayQuery(company.companyId));
  return (
    <PlacePage
      title={text.title}
      narrow
      actions={
        <ButtonLink kind="quiet" to="/">
          {text.leave}
        </ButtonLink>
      }
    >
      <Loaded from={today}>
        {(data) => (
          <OneByOne tasks={data.groups.flatMap((group) => group.items.map((item) => ({ kind: group.kind, item })))} />
        )}
      </Loaded>
    </PlacePage>
  );
}
