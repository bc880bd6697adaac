import type { CaseView, HandOverRow, NoticeView, ProcedureView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { caseHandOversQuery } from '../../api/hand-overs.ts';
import { caseProceduresQuery, caseWriteOffsQuery } from '../../api/litigation.ts';
import { caseNoticesQuery } from '../../api/notices.ts';
import { shortDay } from '../../format/days.ts';
import { litigation } from '../../texts/fr/litigation.ts';
import { writeOffs } from '../../texts/fr/write-offs.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { OpenDialog } from './open-dialog.tsx';
import { losable, WriteOffDialog } from './write-off-dialog.tsx';
import { WriteOffLine } from './write-off-line.tsx';
import '../../styles/litigation.css';

const text = litigation.caseSection;

function ProcedureLine({ one }: { one: ProcedureView }) {
  const next = one.nextDeadline;
  return (
    <li className="commitment">
      <div className="row-between">
        <Link to="/contentieux/procedures/$procedureId" params={{ procedureId: one.procedureId }}>
          {one.name}
        </Link>
        <Badge {...(one.closed ? {} : { kind: 'accent' as const })}>
          {one.closed ? text.closed(shortDay(one.closed.on)) : one.stateName}
        </Badge>
      </div>
      <span className="row-between small soft">
        <span className="wrap-anywhere">
          {next ? `${next.label}\u00a0: ${litigation.procedure.before(shortDay(next.before))}` : (one.courtName ?? '')}
        </span>
        <Link to="/contentieux/dossier/$procedureId" params={{ procedureId: one.procedureId }}>
          {text.file}
        </Link>
      </span>
    </li>
  );
}

function HandOverLine({ one }: { one: HandOverRow }) {
  const { ended } = one;
  return (
    <li className="commitment">
      <span className="row">
        <Link to="/contentieux/confies/$handOverId" params={{ handOverId: one.handOverId }} className="wrap-anywhere">
          {ended === null
            ? text.handedOver(one.partnerName, shortDay(one.openedOn))
            : text.wasHandedOver(one.partnerName, ended.outcomeName)}
        </Link>
        {one.unread > 0 && <Badge kind="warn">{text.unread(one.unread)}</Badge>}
      </span>
    </li>
  );
}

/** A notice of the BODACC that counts, or that waits for somebody; what was refused is told on its own screen. */
function NoticeLine({ one }: { one: NoticeView }) {
  return (
    <li className="commitment">
      <span className="row-between">
        <Link to="/contentieux/annonces" className="wrap-anywhere">
          {one.title}
        </Link>
        {one.state === 'proposed' && <Badge kind="warn">{text.noticeToConfirm}</Badge>}
      </span>
      <span className="small soft">
        {one.declareBefore
          ? text.noticeUntil(shortDay(one.publishedOn), shortDay(one.declareBefore))
          : text.notice(shortDay(one.publishedOn))}
      </span>
    </li>
  );
}

/** What runs in court for a case, to whom it is entrusted, and the doors to the guide and to the court file. */
export function CaseLitigation({ view }: { view: CaseView }) {
  const [open, setOpen] = useState<'procedure' | 'hand-over' | 'write-off' | null>(null);
  const close = () => setOpen(null);
  const procedures = useQuery(caseProceduresQuery(view.caseId));
  const handOvers = useQuery(caseHandOversQuery(view.caseId));
  const notices = useQuery(caseNoticesQuery(view.caseId));
  const given = useQuery(caseWriteOffsQuery(view.caseId));
  const running = procedures.data?.procedures.filter((one) => one.closed === null) ?? [];
  const entrusted = handOvers.data?.items.some((one) => one.ended === null) ?? false;
  const [now, past]: [ReactNode[], ReactNode[]] = [[], []];
  for (const one of notices.data ?? [])
    if (one.state === 'applied' || one.state === 'proposed') now.push(<NoticeLine key={one.matchId} one={one} />);
  for (const one of handOvers.data?.items ?? [])
    (one.ended === null ? now : past).push(<HandOverLine key={one.handOverId} one={one} />);
  for (const one of procedures.data?.procedures ?? [])
    (one.closed === null ? now : past).push(<ProcedureLine key={one.procedureId} one={one} />);
  for (const one of given.data?.writeOffs ?? [])
    (one.undone === null ? now : past).push(<WriteOffLine key={one.writeOffId} one={one} />);
  const error = procedures.error ?? handOvers.error ?? given.error;
  return (
    <section className="stack" aria-labelledby="litigation-title">
      <h2 id="litigation-title">{text.title}</h2>
      <div className="row">
        <ButtonLink small to="/contentieux/voie/$caseId" params={{ caseId: view.caseId }}>
          {text.guide}
        </ButtonLink>
        <Button small onClick={() => setOpen('procedure')}>
          {text.open}
        </Button>
        {handOvers.data && !entrusted && (
          <Button small onClick={() => setOpen('hand-over')}>
            {text.entrust}
          </Button>
        )}
        {losable(view).length > 0 && (
          <Button small onClick={() => setOpen('write-off')}>
            {writeOffs.open}
          </Button>
        )}
      </div>
      {error && now.length + past.length === 0 && (
        <ErrorNotice
          error={error}
          onRetry={() => {
            void procedures.refetch();
            void handOvers.refetch();
            void given.refetch();
          }}
        />
      )}
      {now.length > 0 && <ul className="commitments">{now}</ul>}
      {procedures.data && handOvers.data && given.data && now.length + past.length === 0 && (
        <p className="soft">{text.none}</p>
      )}
      {past.length > 0 && (
        <details>
          <summary>{text.past(past.length)}</summary>
          <ul className="commitments">{past}</ul>
        </details>
      )}
      {open === 'procedure' && <OpenDialog view={view} onClose={close} />}
      {open === 'write-off' && <WriteOffDialog view={view} onClose={close} />}
      {open === 'hand-over' && <HandOverDialog caseId={view.caseId} procedures={running} onClose={close} />}
    </section>
  );
}
