import type { NoticeView } from '@acquit/recovery';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { shortDay } from '../../format/days.ts';
import { notices as text } from '../../texts/fr/notices.ts';
import { Badge, DayText, Facts } from '../../ui/bits.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

type Decision = keyof typeof text.answered;

/** Under this many days the clock is shown in the colour of what is lost by waiting. */
const CLOSE_DAYS = 15;

function Clock({ notice }: { notice: NoticeView }) {
  const { declareBefore, daysLeft } = notice;
  if (declareBefore === null || daysLeft === null) return null;
  return (
    <p className={daysLeft <= CLOSE_DAYS ? 'notice-clock late' : 'notice-clock'}>
      {text.declare(shortDay(declareBefore))} · {text.left(daysLeft)}
    </p>
  );
}

function Acts({ notice }: { notice: NoticeView }) {
  const say = useSay();
  const act = useAct(
    (decision: Decision, key) => change<NoticeView>('POST', `/notices/${notice.matchId}/decision`, { decision }, key),
    (_, decision) => say(text.answered[decision]),
  );
  const button = (decision: Decision, primary = false, title?: string) => (
    <Button
      small
      kind={primary ? 'primary' : 'plain'}
      busy={act.isPending && act.variables === decision}
      title={title}
      onClick={() => act.mutate(decision)}
    >
      {text[decision]}
    </Button>
  );
  const { state, seen, procedureId, caseId } = notice;
  return (
    <>
      <div className="row">
        {state === 'proposed' && button('confirm', true)}
        {state === 'proposed' && button('refuse')}
        {procedureId !== null && (
          <ButtonLink small to="/contentieux/procedures/$procedureId" params={{ procedureId }}>
            {text.openProcedure}
          </ButtonLink>
        )}
        <ButtonLink small kind="quiet" to="/dossiers/$caseId" params={{ caseId }}>
          {text.openCase}
        </ButtonLink>
        {state === 'applied' && !seen && button('seen')}
        {state === 'applied' && button('undo', false, text.undoText)}
        {(state === 'refused' || state === 'undone') && button('confirm')}
      </div>
      <ActError error={act.error} />
    </>
  );
}

/** One notice: what it says, what it does, what is left of its period, and what may be answered. */
export function NoticeLine({ notice }: { notice: NoticeView }) {
  const { representative, state, seen } = notice;
  const whom = representative && [representative.name, representative.address ?? text.noAddress].join(', ');
  return (
    <li className="notice-item">
      <div className="notice-head">
        <h2>
          <Link to="/dossiers/$caseId" params={{ caseId: notice.caseId }} className="plain-link">
            {notice.debtorName}
          </Link>{' '}
          · {notice.title}{' '}
          <Badge
            {...(state === 'proposed'
              ? { kind: 'warn' as const }
              : state === 'applied' && !seen
                ? { kind: 'accent' as const }
                : {})}
          >
            {text.states[state]}
          </Badge>
        </h2>
        <span className="soft nowrap">
          {text.published} <DayText day={notice.publishedOn} />
        </span>
      </div>
      <Clock notice={notice} />
      <p>{notice.advice}</p>
      {notice.reason !== null && (state === 'proposed' || state === 'applied') && (
        <p className="warn-text">{notice.reason}</p>
      )}
      {notice.trouble !== null && <p className="warn-text">{notice.trouble.message}</p>}
      <Facts
        rows={[
          notice.judgmentOn ? [text.judged, <DayText key="on" day={notice.judgmentOn} />] : null,
          notice.name ? [text.named, notice.name] : null,
          notice.siren ? [text.siren, notice.siren] : null,
          notice.court ? [text.court, notice.court] : null,
          whom ? [text.representative, whom] : null,
          [text.number, notice.noticeId],
        ]}
      />
      {notice.details !== null && (
        <details>
          <summary>{text.details}</summary>
          <p>{notice.details}</p>
        </details>
      )}
      <Acts notice={notice} />
    </li>
  );
}
