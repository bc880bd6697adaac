import { useQuery } from '@tanstack/react-query';
import { caseQuery } from '../../api/queries.ts';
import { t } from '../../texts/index.ts';
import { Amount, Badge, Reasons } from '../../ui/bits.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { CallSheet } from './call-dialog.tsx';
import type { Handled } from './handled.ts';
import { CaseFacts, MessageText } from './next-facts.tsx';
import type { Screen, Task } from './next-tasks.ts';
import { WorkActions } from './work-actions.tsx';
import type { WorkDialog } from './work-dialogs.tsx';
import { keyOf, WorkDay } from './work-list.tsx';

const text = t.today.next;

function TaskCard({
  task: { kind, item },
  handled,
  onDialog,
  onHandled,
}: {
  task: Task;
  handled: boolean;
  onDialog: (dialog: WorkDialog) => void;
  onHandled: (handled: Handled) => void;
}) {
  return (
    <section className="one-task" data-kind={kind} data-handled={handled || undefined}>
      <div className="one-head">
        <div>
          <h3>{t.today.groups[kind].title}</h3>
          <p className="soft">
            {item.stepName} · {t.words.channel[item.channel]}
          </p>
        </div>
        <div className="one-sum">
          <Amount cents={item.totalCents} />
          <div className="small">
            <WorkDay item={item} kind={kind} />
          </div>
        </div>
      </div>
      {!handled && (
        <>
          {kind === 'call' ? <CallSheet item={item} /> : <Reasons reasons={item.reasons} />}
          {(kind === 'to-confirm' || kind === 'to-send') && <MessageText item={item} />}
        </>
      )}
      <div className="row one-actions">
        {handled ? (
          <Badge kind="accent">{text.handled}</Badge>
        ) : (
          <WorkActions item={item} kind={kind} onDialog={onDialog} onHandled={onHandled} />
        )}
      </div>
    </section>
  );
}

/** One debtor: what is to be decided, and everything it takes to decide it. */
export function NextScreen({
  screen,
  isHandled,
  onDialog,
  onHandled,
  onPromise,
}: {
  screen: Screen;
  isHandled: (task: Task) => boolean;
  onDialog: (dialog: WorkDialog) => void;
  onHandled: (handled: Handled) => void;
  onPromise: () => void;
}) {
  const { data: view } = useQuery(caseQuery(screen.caseId, undefined));
  const name = screen.tasks[0]!.item.debtorName;
  return (
    <article className="one" aria-label={name}>
      <div className="one-head">
        <div>
          <h2 className="wrap-anywhere">{name}</h2>
          {view && (
            <p className="soft">
              {t.words.profile[view.profile]} · {view.debtor.kindName}
            </p>
          )}
        </div>
        {view && (
          <div className="one-amount">
            <Amount cents={view.owed.claimedCents} />
          </div>
        )}
      </div>
      <div className="one-body">
        <div className="stack-loose">
          {screen.tasks.map((task) => (
            <TaskCard
              key={`${task.kind} ${keyOf(task.item)}`}
              task={task}
              handled={isHandled(task)}
              onDialog={onDialog}
              onHandled={onHandled}
            />
          ))}
          <div className="row">
            <Button small kind="quiet" disabled={!view} onClick={onPromise}>
              {text.promise}
            </Button>
            <ButtonLink small kind="quiet" to="/dossiers/$caseId" params={{ caseId: screen.caseId }}>
              {text.openCase}
            </ButtonLink>
          </div>
        </div>
        <CaseFacts caseId={screen.caseId} />
      </div>
    </article>
  );
}
