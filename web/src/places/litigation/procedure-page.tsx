import type { ProcedureView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { procedureQuery } from '../../api/litigation.ts';
import { shortDay } from '../../format/days.ts';
import { litigation } from '../../texts/fr/litigation.ts';
import { Amount, Badge, DayText, Facts, Reasons } from '../../ui/bits.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { PlacePage } from '../../ui/page.tsx';
import { ErrorNotice, Notice, Skeleton, tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { EventDialog } from './event-dialog.tsx';
import { CloseDialog, CorrectDialog } from './procedure-acts.tsx';
import { ProcedureCosts } from './procedure-costs.tsx';
import { ProcedureDates } from './procedure-dates.tsx';
import { ProcedureEvents } from './procedure-events.tsx';
import { ProcedureTitle } from './procedure-title.tsx';
import '../../styles/litigation.css';

const text = litigation.procedure;

type Open = { event: string | null } | 'close' | 'correct' | null;

/** Where it stands, in words, and what it asks. */
function Standing({ view }: { view: ProcedureView }) {
  return (
    <div className="stack-tight">
      <p>
        <strong>{view.since ? text.state(view.stateName, shortDay(view.since)) : view.stateName}</strong>
      </p>
      <p className="measure">{view.advice}</p>
    </div>
  );
}

function Side({ view }: { view: ProcedureView }) {
  return (
    <div className="aside">
      <section className="stack-tight">
        <Facts
          rows={[
            [text.facts.amount, <Amount key="a" cents={view.amountCents} />],
            [text.facts.court, view.courtName ?? <span className="faint">{text.noCourt}</span>],
            view.caseNumber === null ? null : [text.facts.number, view.caseNumber],
            [text.facts.opened, <DayText key="o" day={view.openedOn} />],
            [text.facts.claims, view.claims.map((one) => one.number).join(', ')],
            view.note === null ? null : [text.facts.note, view.note],
          ]}
        />
        <p>
          <Link to="/dossiers/$caseId" params={{ caseId: view.caseId }}>
            {text.case}
          </Link>
        </p>
      </section>
      {view.title && <ProcedureTitle title={view.title} />}
      <ProcedureCosts view={view} />
      {view.follows.length > 0 && (
        <section className="stack-tight">
          <h2>{text.follows}</h2>
          <ul className="stack-tight">
            {view.follows.map((one) => (
              <li key={one.kind}>{one.name}</li>
            ))}
          </ul>
          <p className="small soft">{text.followsText}</p>
          <Link to="/contentieux/voie/$caseId" params={{ caseId: view.caseId }}>
            {text.guide}
          </Link>
        </section>
      )}
    </div>
  );
}

function Notices({ view }: { view: ProcedureView }) {
  return (
    <>
      {view.closed && (
        <Notice title={text.closed(shortDay(view.closed.on))}>
          {view.closed.reason && <p>{view.closed.reason}</p>}
        </Notice>
      )}
      {view.isSettled && !view.closed && <Notice title={text.settled} />}
      {view.blocked && (
        <Notice kind="warn" title={text.refusal}>
          <p>{view.blocked.message}</p>
        </Notice>
      )}
      {view.warnings.length > 0 && (
        <Notice title={text.warnings}>
          {view.warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )}
      {view.doubts.length > 0 && (
        <Notice title={text.doubts}>
          <Reasons reasons={view.doubts} />
        </Notice>
      )}
    </>
  );
}

function Body({ view }: { view: ProcedureView }) {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const say = useSay();
  const reopen = useAct(
    (_: null, key) => change('POST', `/procedures/${view.procedureId}/reopen`, {}, key),
    () => say(text.reopenDone),
  );
  return (
    <PlacePage
      title={view.name}
      above={
        <Link to="/contentieux/procedures" className="back">
          {text.back}
        </Link>
      }
      lead={
        <span className="row wrap-anywhere">
          {view.debtorName} {view.closed && <Badge>{litigation.procedures.filters.closed}</Badge>}
        </span>
      }
      actions={
        <>
          <ButtonLink to="/contentieux/dossier/$procedureId" params={{ procedureId: view.procedureId }}>
            {text.file}
          </ButtonLink>
          <Menu className="button" label={text.menu}>
            <MenuItem onSelect={() => setOpen('correct')}>{text.edit}</MenuItem>
            {view.closed ? (
              <MenuItem onSelect={() => reopen.mutate(null, { onError: (error) => say(tellError(error).title) })}>
                {text.reopen}
              </MenuItem>
            ) : (
              <MenuItem onSelect={() => setOpen('close')}>{text.close}</MenuItem>
            )}
          </Menu>
        </>
      }
    >
      <Notices view={view} />
      <Standing view={view} />
      {!view.closed && (
        <section className="stack-tight">
          <h2>{text.nextActs}</h2>
          <div className="row">
            {view.next.map((one, n) => (
              <Button
                key={one.kind}
                {...(n === 0 ? { kind: 'primary' as const } : {})}
                onClick={() => setOpen({ event: one.kind })}
              >
                {one.label}
              </Button>
            ))}
            <Button kind="quiet" onClick={() => setOpen({ event: null })}>
              {text.otherAct}
            </Button>
          </div>
        </section>
      )}
      <div className="with-aside">
        <div className="stack-loose">
          <ProcedureDates dates={view.deadlines} />
          <ProcedureEvents view={view} />
        </div>
        <Side view={view} />
      </div>
      {open !== null && typeof open === 'object' && <EventDialog view={view} kind={open.event} onClose={close} />}
      {open === 'close' && <CloseDialog view={view} onClose={close} />}
      {open === 'correct' && <CorrectDialog view={view} onClose={close} />}
    </PlacePage>
  );
}

/** One procedure: what happened, what comes, what missing it would cost, and what may be done next. */
export function ProcedurePage() {
  const { procedureId } = useParams({ from: '/contentieux/procedures/$procedureId' });
  const view = useQuery(procedureQuery(procedureId));
  if (view.data) return <Body view={view.data} key={procedureId} />;
  return (
    <div className="page">
      <Link to="/contentieux/procedures" className="back">
        {text.back}
      </Link>
      {view.isError ? <ErrorNotice error={view.error} onRetry={() => void view.refetch()} /> : <Skeleton lines={12} />}
    </div>
  );
}
