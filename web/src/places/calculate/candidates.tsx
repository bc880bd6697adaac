import type { LimitationValue } from '@acquit/law';
import { fullDate, shortDay } from '../../format/days.ts';
import { Badge, DayText } from '../../ui/bits.tsx';
import { words } from './words.ts';

const text = words.result;
const { kinds } = words.limitation;

function lengthName(length: LimitationValue['candidates'][number]['length']): string {
  return 'months' in length ? text.months(length.months) : text.years(length.years);
}

/** Every plausible end side by side, the one that is kept marked. */
function Candidates({ value }: { value: LimitationValue }) {
  const keptDay = value.expiresOn ?? value.fallbackOn;
  return (
    <section className="stack-tight">
      <h3>{text.candidates}</h3>
      <ul className="calc-candidates">
        {value.candidates.map((one) => {
          const lastDay = one.expiresOn ?? one.fallbackOn;
          return (
            <li key={`${one.start} ${one.startsOn} ${one.article}`} data-kept={lastDay === keptDay}>
              <p className="calc-candidate-day">
                {one.pending ? text.heldOpen : <DayText day={lastDay} />}{' '}
                {lastDay === keptDay && <Badge kind="accent">{text.kept}</Badge>}{' '}
                {one.confidence === 'C' && <Badge kind="warn">{text.toCheck}</Badge>}
              </p>
              <p className="small">
                {text.since(lengthName(one.length), text.starts[one.start], fullDate(one.startsOn))}
              </p>
              {one.pending && lastDay && <p className="small">{text.fallback(fullDate(lastDay))}</p>}
              <p className="small soft">{one.article}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What each event did to the period that is kept, and why; the traps are told as such. */
function Events({ events }: { events: LimitationValue['events'] }) {
  return (
    <section className="stack-tight">
      <h3>{text.events}</h3>
      <ul className="calc-events">
        {events.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two events may be alike, and the list is drawn whole.
          <li key={index}>
            <DayText day={one.on} />
            <div>
              <p>
                <b>{kinds[one.kind]}</b>
                {one.until && ` (${text.untilDay(shortDay(one.until))})`}
                {'\u00a0: '}
                <span className={one.effect === 'none' ? 'warn-text' : ''}>{text.effects[one.effect]}</span>{' '}
                {one.confidence === 'C' && <Badge kind="warn">{text.toCheck}</Badge>}
              </p>
              <p className="small soft">
                {one.why} ({one.article})
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The readings of a limitation and the effect of each event on the one that is kept. */
export function Readings({ value }: { value: LimitationValue }) {
  return (
    <>
      {value.events.length > 0 && <Events events={value.events} />}
      {value.candidates.length > 1 && <Candidates value={value} />}
      {value.missing.length > 0 && (
        <p className="small soft">{text.missing(value.missing.map((fact) => text.facts[fact]).join(', '))}</p>
      )}
    </>
  );
}
