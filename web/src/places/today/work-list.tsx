import { isWrittenChannel, type WorkGroup, type WorkItem, type WorkKind } from '@acquit/recovery';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { daysBetween } from '../../format/days.ts';
import { useKeys } from '../../shell/keys.ts';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount, DayText, LateText, Reasons } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { WorkActions, type WorkDialog, WorkDialogs } from './work-actions.tsx';

const text = t.today;
/** A group opens on its first lines, so that one long group never hides the next. */
const firstLines = 6;

export function WorkRow({
  item,
  kind,
  onDialog,
}: {
  item: WorkItem;
  kind: WorkKind;
  onDialog: (dialog: WorkDialog) => void;
}) {
  const { session } = useSigned();
  const late = item.oldestDueOn ? daysBetween(item.oldestDueOn, session.today) : 0;
  return (
    <li className="work-row" data-kind={kind} data-case={item.caseId} data-action={item.actionId ?? ''}>
      <div>
        <Link to="/dossiers/$caseId" params={{ caseId: item.caseId }} className="work-name" data-work>
          {item.debtorName}
        </Link>
        <div className="work-what">
          {item.stepName}
          {isWrittenChannel(item.channel) && <> · {t.words.channel[item.channel]}</>}
          {kind === 'call' && item.phone && <> · {item.phone}</>}
        </div>
      </div>
      <div className="work-late">
        {late > 0 ? <LateText days={late} /> : item.oldestDueOn && <DayText day={item.oldestDueOn} />}
      </div>
      <div className="work-amount">
        <Link
          to="/dossiers/$caseId"
          params={{ caseId: item.caseId }}
          search={{ pourquoi: 'tout' }}
          className="amount-door"
          aria-label={`${t.common.why} ${item.debtorName}`}
        >
          <Amount cents={item.totalCents} />
        </Link>
      </div>
      <div className="work-actions">
        <WorkActions item={item} kind={kind} onDialog={onDialog} />
      </div>
      {(kind === 'parked' || kind === 'decide' || kind === 'e-invoice' || kind === 'absent') && (
        <div className="work-why">
          <Reasons reasons={item.reasons} />
        </div>
      )}
    </li>
  );
}

function Group({ group, onDialog }: { group: WorkGroup; onDialog: (dialog: WorkDialog) => void }) {
  const [all, setAll] = useState(false);
  const shown = all ? group.items : group.items.slice(0, firstLines);
  const hidden = group.items.length - shown.length;
  const beyond = group.count - group.items.length;
  return (
    <Section title={text.groups[group.kind].title} count={group.count}>
      <p className="work-group-text">{text.groups[group.kind].text}</p>
      <ul className="work work-spaced">
        {shown.map((item) => (
          <WorkRow
            key={item.actionId ?? item.claimId ?? item.caseId}
            item={item}
            kind={group.kind}
            onDialog={onDialog}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <Button kind="quiet" small onClick={() => setAll(true)}>
          {text.showAll(hidden)}
        </Button>
      )}
      {hidden === 0 && beyond > 0 && <p className="small soft">{text.beyond(beyond)}</p>}
    </Section>
  );
}

/** Moves the focus to the next or previous line; the focus is the selection, so Enter opens by itself. */
function step(list: HTMLElement | null, by: 1 | -1): void {
  const lines = [...(list?.querySelectorAll<HTMLElement>('[data-work]') ?? [])];
  const at = lines.findIndex((line) => line.closest('li')?.contains(document.activeElement));
  const next = at < 0 ? (by > 0 ? 0 : lines.length - 1) : at + by;
  lines[Math.max(0, Math.min(lines.length - 1, next))]?.focus();
}

export function WorkList({ groups }: { groups: readonly WorkGroup[] }) {
  const list = useRef<HTMLDivElement>(null);
  const [dialog, setDialog] = useState<WorkDialog | null>(null);
  const navigate = useNavigate();
  useKeys((key) => {
    if (key === 'j') return step(list.current, 1);
    if (key === 'k') return step(list.current, -1);
    if (key === 'n') return void navigate({ to: '/a-la-suite' });
    const row = document.activeElement?.closest<HTMLElement>('[data-case]');
    const group = groups.find((one) => one.kind === row?.dataset.kind);
    const item = group?.items.find(
      (one) => one.caseId === row?.dataset.case && (one.actionId ?? '') === row?.dataset.action,
    );
    if (!group || !item) return;
    if (key === 'e')
      void navigate({ to: '/dossiers/$caseId', params: { caseId: item.caseId }, search: { pourquoi: 'tout' } });
    if (key === 'c' && group.kind === 'call') setDialog({ kind: 'call', item });
    if (key === 'o' && group.kind === 'to-confirm') row?.querySelector<HTMLButtonElement>('[data-primary]')?.click();
  });
  return (
    <div ref={list} className="stack-loose">
      {groups
        .filter((group) => group.count > 0)
        .map((group) => (
          <Group key={group.kind} group={group} onDialog={setDialog} />
        ))}
      <WorkDialogs dialog={dialog} onClose={() => setDialog(null)} />
    </div>
  );
}
