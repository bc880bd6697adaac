import type { ExplainedDeadlineView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { fullDate, shortDay } from '../../format/days.ts';
import { litigation } from '../../texts/fr/litigation.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ExplanationTree } from '../../ui/explanation-tree.tsx';
import { Section } from '../../ui/page.tsx';
import { tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = litigation.procedure;
/** Under this many days a date of ours is shown in the colour of what is lost by waiting. */
const CLOSE_DAYS = 15;

function Seen({ date }: { date: ExplainedDeadlineView }) {
  const say = useSay();
  const act = useAct(
    (_: null, key) =>
      change('POST', `/procedures/${date.procedureId}/deadlines/${encodeURIComponent(date.what)}/seen`, {}, key),
    () => say(text.seenDone),
  );
  return (
    <Button
      kind="quiet"
      small
      busy={act.isPending}
      onClick={() => act.mutate(null, { onError: (error) => say(tellError(error).title) })}
    >
      {text.seen}
    </Button>
  );
}

function DateLine({ date }: { date: ExplainedDeadlineView }) {
  const [why, setWhy] = useState(false);
  const { before, notBefore, beforeExtended, whose, daysLeft, status } = date;
  const pressing = whose === 'ours' && (status === 'missed' || (daysLeft !== null && daysLeft <= CLOSE_DAYS));
  return (
    <li className="procedure-date">
      <div className="row-between">
        <span className="row">
          <strong className="wrap-anywhere">{date.label}</strong>
          <Badge {...(whose === 'ours' ? { kind: 'accent' as const } : {})}>{text.whose[whose]}</Badge>
          {date.confidence === 'C' && <Badge kind="warn">{litigation.toCheck}</Badge>}
        </span>
        {daysLeft !== null && <span className={pressing ? 'late' : 'soft'}>{litigation.left(daysLeft)}</span>}
      </div>
      <span>
        {before !== null ? text.before(fullDate(before)) : notBefore !== null && text.notBefore(fullDate(notBefore))}
        {beforeExtended !== null && <span className="small soft"> ({text.extended(shortDay(beforeExtended))})</span>}
      </span>
      <span className="small">
        <span className="soft">{whose === 'ours' ? text.ifMissed : text.thenIs} : </span>
        {date.effect} <span className="soft">({date.article})</span>
      </span>
      <span className="row">
        <Button kind="quiet" small onClick={() => setWhy(true)}>
          {text.why}
        </Button>
        {date.stage !== null && !date.seen && <Seen date={date} />}
      </span>
      {why && (
        <Dialog shape="panel" title={date.label} onClose={() => setWhy(false)}>
          <ExplanationTree explanation={date.explanation} />
        </Dialog>
      )}
    </li>
  );
}

/** The dates of a procedure: those that press first, those to come, and those that are behind. */
export function ProcedureDates({ dates }: { dates: readonly ExplainedDeadlineView[] }) {
  const missed = dates.filter((one) => one.status === 'missed');
  const open = dates.filter((one) => one.status === 'open');
  const past = dates.filter((one) => one.status === 'done' || one.status === 'moot');
  const key = (one: ExplainedDeadlineView) => `${one.what} ${one.startedOn}`;
  return (
    <>
      {missed.length > 0 && (
        <Section title={text.missedDates} count={missed.length}>
          <ul className="procedure-dates">
            {missed.map((one) => (
              <DateLine key={key(one)} date={one} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={text.dates}>
        {open.length === 0 ? (
          <p className="soft">{text.noDates}</p>
        ) : (
          <ul className="procedure-dates">
            {open.map((one) => (
              <DateLine key={key(one)} date={one} />
            ))}
          </ul>
        )}
        {past.length > 0 && (
          <details className="past-dates">
            <summary>{text.pastDates(past.length)}</summary>
            <ul>
              {past.map((one) => (
                <li key={key(one)} className="row-between small">
                  <span>{one.label}</span>
                  <span className="soft">
                    {one.doneOn ? text.doneOn(shortDay(one.doneOn)) : text.status[one.status]}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Section>
    </>
  );
}
