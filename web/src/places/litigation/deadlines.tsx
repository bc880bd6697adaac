import type { DeadlineView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { deadlinesQuery } from '../../api/litigation.ts';
import { addDays, daysBetween, fullDate, fullDay, monthName } from '../../format/days.ts';
import { useCompany, useSigned } from '../../shell/session.tsx';
import { litigation } from '../../texts/fr/litigation.ts';
import { Amount, Badge, DayText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { LitigationPage } from './frame.tsx';

const text = litigation.deadlines;
const WEEK = 7;
const HORIZON_DAYS = 730;
const MONTH_LENGTH = '2026-11'.length;

const dayOf = (one: DeadlineView) => one.before ?? one.notBefore ?? '';
const firstOf = (day: string) => `${day.slice(0, MONTH_LENGTH)}-01`;
/** The first day of the month after, or before. */
const monthAfter = (first: string) => firstOf(addDays(first, 31));
const monthBefore = (first: string) => firstOf(addDays(first, -1));
/** 0 for Monday; 5 January 1970 was one. */
const weekdayOf = (day: string) => ((daysBetween('1970-01-05', day) % WEEK) + WEEK) % WEEK;

/** The weeks that a month touches, each of seven days; those of other months are null. */
function weeksOf(first: string): (string | null)[][] {
  const length = daysBetween(first, monthAfter(first));
  const cells = [
    ...Array.from({ length: weekdayOf(first) }, () => null),
    ...Array.from({ length }, (_, n) => addDays(first, n)),
  ];
  const weeks: (string | null)[][] = [];
  for (let at = 0; at < cells.length; at += WEEK)
    weeks.push(Array.from({ length: WEEK }, (_, n) => cells[at + n] ?? null));
  return weeks;
}

function Month({ first, items, today }: { first: string; items: readonly DeadlineView[]; today: string }) {
  const of = (day: string) => items.filter((one) => dayOf(one) === day);
  return (
    <table className="month" aria-label={text.calendar(monthName(first))}>
      <thead>
        <tr>
          {text.weekdays.map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(first).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, n) => {
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is a day of the week.
              if (day === null) return <td key={n} />;
              const found = of(day);
              const ours = found.some((one) => one.whose === 'ours');
              return (
                <td key={day} className={day === today ? 'month-today' : undefined}>
                  {found.length === 0 ? (
                    <time dateTime={day}>{Number(day.slice(-2))}</time>
                  ) : (
                    <a
                      href={`#jour-${day}`}
                      className={ours ? 'month-day month-ours' : 'month-day'}
                      aria-label={text.dayCount(fullDay(day), found.length)}
                    >
                      {Number(day.slice(-2))}
                      <span aria-hidden="true">{found.length}</span>
                    </a>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Line({ item }: { item: DeadlineView }) {
  const late = item.whose === 'ours' && item.daysLeft !== null && item.daysLeft <= WEEK;
  return (
    <li className="procedure-date">
      <div className="row-between">
        <span className="row">
          <strong className="wrap-anywhere">{item.label}</strong>
          <Badge {...(item.whose === 'ours' ? { kind: 'accent' as const } : {})}>
            {litigation.procedure.whose[item.whose]}
          </Badge>
          {item.confidence === 'C' && <Badge kind="warn">{litigation.toCheck}</Badge>}
        </span>
        <span className="row">
          <DayText day={dayOf(item)} />
          {item.daysLeft !== null && <span className={late ? 'late' : 'soft'}>{litigation.left(item.daysLeft)}</span>}
        </span>
      </div>
      <span className="row-between small">
        <Link
          to="/contentieux/procedures/$procedureId"
          params={{ procedureId: item.procedureId }}
          className="wrap-anywhere"
        >
          {item.debtorName} · {item.procedureName}
        </Link>
        <Amount cents={item.totalCents} />
      </span>
      <span className="small soft">
        {item.effect} ({item.article})
      </span>
    </li>
  );
}

function Lines({ items }: { items: readonly DeadlineView[] }) {
  const days = [...new Set(items.map(dayOf))];
  return (
    <ul className="procedure-dates">
      {days.map((day) => (
        <li key={day} id={`jour-${day}`}>
          <ul>
            {items
              .filter((one) => dayOf(one) === day)
              .map((one) => (
                <Line key={`${one.procedureId} ${one.what} ${one.startedOn}`} item={one} />
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** A month without a date says where the next one is: nobody turns the pages of an empty calendar. */
function NothingYet({ next }: { next: string | undefined }) {
  return (
    <p className="soft">
      {text.none}{' '}
      {next && (
        <Link to="/contentieux/echeances" search={(before) => ({ ...before, mois: next })} replace resetScroll={false}>
          {text.nextDate(fullDate(next))}
        </Link>
      )}
    </p>
  );
}

/** Every date of every procedure: ours to meet, awaited from others, and days before which nothing may be done. */
export function Deadlines() {
  const { companyId } = useCompany();
  const { session } = useSigned();
  const { mois, qui } = useSearch({ from: '/contentieux/echeances' });
  const navigate = useNavigate({ from: '/contentieux/echeances' });
  const list = useQuery(deadlinesQuery(companyId, HORIZON_DAYS));
  const first = firstOf(mois ?? session.today);
  const go = (month: string) =>
    void navigate({
      search: (before) => ({ ...before, mois: month === firstOf(session.today) ? undefined : month }),
      replace: true,
      resetScroll: false,
    });
  return (
    <LitigationPage tab="echeances">
      <p className="litigation-lead">{text.lead}</p>
      <Loaded from={list} lines={10}>
        {({ items, more }) => {
          if (items.length === 0) return <Empty title={text.empty.title} text={text.empty.text} />;
          const shown = items.filter((one) => qui === undefined || one.whose === qui);
          const missed = shown.filter((one) => one.status === 'missed' || dayOf(one) < session.today);
          const ahead = shown.filter((one) => !missed.includes(one) && firstOf(dayOf(one)) === first);
          const next = shown.map(dayOf).find((day) => firstOf(day) > first && day >= session.today);
          return (
            <div className="stack-loose">
              <div className="litigation-tools">
                <SelectField
                  label={text.whose}
                  value={qui ?? ''}
                  onValue={(value) =>
                    void navigate({
                      search: (before) => ({ ...before, qui: value === '' ? undefined : (value as 'ours') }),
                      replace: true,
                    })
                  }
                  options={[
                    { value: '', label: text.everyone },
                    { value: 'ours', label: text.ours },
                    { value: 'theirs', label: text.theirs },
                    { value: 'wait', label: text.wait },
                  ]}
                />
              </div>
              {missed.length > 0 && (
                <Section title={text.missed} count={missed.length}>
                  <Lines items={missed} />
                </Section>
              )}
              <div className="deadline-grid">
                <div className="stack-tight">
                  <div className="row-between">
                    <Button small onClick={() => go(monthBefore(first))} aria-label={text.previous}>
                      ‹
                    </Button>
                    <strong className="first-capital" aria-live="polite">
                      {monthName(first)}
                    </strong>
                    <Button small onClick={() => go(monthAfter(first))} aria-label={text.next}>
                      ›
                    </Button>
                  </div>
                  <Month first={first} items={shown} today={session.today} />
                  {mois !== undefined && (
                    <Button kind="quiet" small onClick={() => go(firstOf(session.today))}>
                      {text.today}
                    </Button>
                  )}
                </div>
                <Section title={text.inMonth(monthName(first))} count={ahead.length}>
                  {ahead.length === 0 ? <NothingYet next={next} /> : <Lines items={ahead} />}
                </Section>
              </div>
              {more && <p className="small soft">{text.more}</p>}
            </div>
          );
        }}
      </Loaded>
    </LitigationPage>
  );
}
