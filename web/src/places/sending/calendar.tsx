import type { CalendarDate, CalendarDay } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { calendarDayQuery, calendarExport, calendarQuery } from '../../api/queries.ts';
import { fullDay, monthName, shortDay } from '../../format/days.ts';
import { euros, wholeEuros } from '../../format/money.ts';
import type { SendingSearch } from '../../router.tsx';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded, Notice } from '../../ui/states.tsx';
import { Feed } from './feed.tsx';
import { PlanLine } from './plan.tsx';

const text = t.sending.calendar;
const MONDAY_FIRST = 7;

/** Weeks of seven days from Monday; a day before the first or after the last is a gap. */
function weeksOf(days: readonly CalendarDay[]): (CalendarDay | null)[][] {
  const first = days[0] ? (new Date(`${days[0].on}T12:00:00Z`).getUTCDay() + 6) % MONDAY_FIRST : 0;
  const cells: (CalendarDay | null)[] = [...Array.from({ length: first }, () => null), ...days];
  while (cells.length % MONDAY_FIRST !== 0) cells.push(null);
  return Array.from({ length: cells.length / MONDAY_FIRST }, (_, week) =>
    cells.slice(week * MONDAY_FIRST, (week + 1) * MONDAY_FIRST),
  );
}

/** A day that a right depends on, with the door to its procedure or its case. */
function DateLine({ date }: { date: CalendarDate }) {
  const name = `${text.dates[date.kind]}\u00a0: ${date.debtorName}`;
  const title = [date.procedureName, date.label].filter(Boolean).join(', ');
  return date.procedureId === null ? (
    <Link
      to="/dossiers/$caseId"
      params={{ caseId: date.caseId }}
      className="calendar-line small wrap-anywhere"
      title={title}
    >
      {name}
    </Link>
  ) : (
    <Link
      to="/contentieux/procedures/$procedureId"
      params={{ procedureId: date.procedureId }}
      className="calendar-line small wrap-anywhere"
      title={title}
    >
      {name}
    </Link>
  );
}

function Cell({
  day,
  dates,
  weekday,
  today,
  isWhole,
}: {
  day: CalendarDay;
  dates: readonly CalendarDate[];
  weekday: string;
  today: boolean;
  isWhole: boolean;
}) {
  const number = Number(day.on.slice(-2));
  return (
    <td
      className={day.closed ? 'calendar-day calendar-closed' : 'calendar-day'}
      aria-current={today ? 'date' : undefined}
    >
      <div className="calendar-number">
        <time dateTime={day.on}>
          <span className="calendar-weekday">{weekday} </span>
          {number === 1 || today ? shortDay(day.on).replace(/\s\d{4}$/, '') : number}
        </time>
        {today && <span className="small"> {text.today}</span>}
      </div>
      {day.closed && <div className="small soft wrap-anywhere">{day.closed}</div>}
      {dates.map((date) => (
        <DateLine key={`${date.procedureId ?? date.caseId} ${date.label}`} date={date} />
      ))}
      {day.count > 0 && (
        <Link
          to="/envois/$tab"
          params={{ tab: 'calendrier' }}
          search={{ jour: day.on }}
          className="calendar-link"
          aria-label={text.open(fullDay(day.on), day.count)}
        >
          {day.channels.map(({ channel, count }) => (
            <span key={channel} className="calendar-line">
              <span>{text.channels[channel]}</span> <strong>{count}</strong>
            </span>
          ))}
          <span className="calendar-line small soft">
            <span>{day.byHand > 0 ? text.byHand(day.byHand) : ''}</span>
            <span>{wholeEuros(day.cents)}</span>
          </span>
        </Link>
      )}
      {!isWhole && <div className="small faint">{text.partly}</div>}
    </td>
  );
}

/** What leaves on one day, at the side. */
function DayPanel({ on, onClose }: { on: string; onClose: () => void }) {
  const company = useCompany();
  const day = useQuery(calendarDayQuery(company.companyId, on));
  return (
    <Dialog shape="panel" title={fullDay(on)} onClose={onClose}>
      <Loaded from={day} lines={6}>
        {(data) =>
          data.items.length === 0 ? (
            <p className="soft">{text.nothing}</p>
          ) : (
            <ul className="plan-list plan-narrow">
              {data.items.map((item) => (
                <PlanLine key={`${item.caseId} ${item.stepName} ${item.channel}`} item={item} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Dialog>
  );
}

/** Six weeks of what will leave, per day and channel, with the days on which nothing does. */
export function Calendar({ search, onOpen }: { search: SendingSearch; onOpen: (search: SendingSearch) => void }) {
  const company = useCompany();
  const calendar = useQuery(calendarQuery(company.companyId));
  return (
    <>
      <div className="page-lead row-between">
        <p>{company.mode === 'test' ? text.leadTest : text.lead}</p>
        <a href={calendarExport(company.companyId)} download>
          {text.export}
        </a>
      </div>
      <Loaded from={calendar} lines={12}>
        {({ days, from, wholeUntil, dates }) => {
          const total = days.reduce((sum, day) => sum + day.count, 0);
          return (
            <>
              <p role="status">
                {total === 0 ? text.empty : text.total(total, euros(days.reduce((sum, day) => sum + day.cents, 0)))}
              </p>
              {wholeUntil && <Notice>{text.wholeUntil(shortDay(wholeUntil))}</Notice>}
              <table className="calendar">
                <caption className="hidden-visually">{text.caption(monthName(from))}</caption>
                <thead>
                  <tr>
                    {t.words.weekdays.map((name) => (
                      <th key={name} scope="col">
                        {name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {weeksOf(days).map((week) => (
                    <tr key={week.find((day) => day)?.on}>
                      {week.map((day, n) =>
                        day ? (
                          <Cell
                            key={day.on}
                            day={day}
                            dates={dates.filter((date) => date.on === day.on)}
                            weekday={t.words.weekdays[n] ?? ''}
                            today={day.on === from}
                            isWhole={wholeUntil === null || day.on <= wholeUntil}
                          />
                        ) : (
                          <td key={t.words.weekdays[n]} className="calendar-gap" />
                        ),
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          );
        }}
      </Loaded>
      <Feed />
      {search.jour && <DayPanel on={search.jour} onClose={() => onOpen({})} />}
    </>
  );
}
