import { isWrittenChannel, type WorkGroup, type WorkItem, type WorkKind } from '@acquit/recovery';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { daysBetween } from '../../format/days.ts';
import { useKeys } from '../../shell/keys.ts';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount, Badge, DayText, LateText, Reasons } from '../../ui/bits.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { WorkActions } from './work-actions.tsx';
import { type WorkDialog, WorkDialogs } from './work-dialogs.tsx';

const text = t.today;
/** A group opens on its first lines, so that one long group never hides the next. */
const firstLines = 6;

/** Kinds whose reasons say what there is to do, and are shown with the line. */
const TOLD: ReadonlySet<WorkKind> = new Set<WorkKind>([
  'deadline',
  'limitation',
  'notice',
  'opening',
  'parked',
  'decide',
  'e-invoice',
  'absent',
  'reply',
  'portal-act',
  'partner',
  'dispute',
  'promise',
]);
/** Kinds whose own day matters more than that of the oldest invoice. */
const DATED: ReadonlySet<WorkKind> = new Set<WorkKind>([
  'deadline',
  'limitation',
  'notice',
  'opening',
  'procedure',
  'reply',
  'portal-act',
  'partner',
  'promise',
  'plan',
  'dispute',
  'registered',
  'coming',
]);

/** A procedure has several dates: the line is known by its date too. */
export const keyOf = (item: WorkItem): string =>
  item.actionId ??
  (item.objectId === null ? (item.claimId ?? item.caseId) : [item.objectId, item.what].filter(Boolean).join(' '));

/** Since when a line waits, or when it falls due: late in the one colour of lateness. */
export function WorkDay({ item, kind }: { item: WorkItem; kind: WorkKind }) {
  const { session } = useSigned();
  if (DATED.has(kind))
    return item.standing === 'late' ? (
      <LateText days={daysBetween(item.on, session.today)} />
    ) : (
      <DayText day={item.on} />
    );
  const late = item.oldestDueOn ? daysBetween(item.oldestDueOn, session.today) : 0;
  if (late > 0) return <LateText days={late} />;
  return item.oldestDueOn && <DayText day={item.oldestDueOn} />;
}

function WorkRow({ item, kind, onDialog }: { item: WorkItem; kind: WorkKind; onDialog: (dialog: WorkDialog) => void }) {
  return (
    <li className="work-row" data-kind={kind} data-case={item.caseId} data-key={keyOf(item)}>
      <div>
        <Link to="/dossiers/$caseId" params={{ caseId: item.caseId }} className="work-name" data-work>
          {item.debtorName}
        </Link>
        <div className="work-what">
          {item.stepName}
          {isWrittenChannel(item.channel) && <> · {t.words.channel[item.channel]}</>}
          {kind === 'call' && item.phone && (
            <>
              {' '}
              · <span className="nowrap">{item.phone}</span>
            </>
          )}
          {item.owner && !item.mine && <> · {text.owner(item.owner)}</>}{' '}
          {item.mine && <Badge kind="accent">{text.mine}</Badge>}
        </div>
      </div>
      <div className="work-late">
        <WorkDay item={item} kind={kind} />
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
      {TOLD.has(kind) && item.reasons.length > 0 && (
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
    <Section
      title={text.groups[group.kind].title}
      count={group.count}
      aside={
        group.kind !== 'coming' && (
          <ButtonLink
            small
            kind="quiet"
            to="/a-la-suite"
            search={{ groupe: group.kind }}
            aria-label={text.groupOneByOneOf(text.groups[group.kind].title)}
          >
            {text.groupOneByOne}
          </ButtonLink>
        )
      }
    >
      <p className="work-group-text">{text.groups[group.kind].text}</p>
      <ul className="work work-spaced">
        {shown.map((item) => (
          <WorkRow key={keyOf(item)} item={item} kind={group.kind} onDialog={onDialog} />
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
    const item = group?.items.find((one) => keyOf(one) === row?.dataset.key);
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
