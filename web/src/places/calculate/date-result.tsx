import type { DeadlineValue, LimitationValue } from '@acquit/law';
import type { Calculation } from '../../api/queries.ts';
import { fullDay } from '../../format/days.ts';
import { Badge } from '../../ui/bits.tsx';
import { Readings } from './candidates.tsx';
import type { Cited } from './tree-facts.ts';
import { words } from './words.ts';

const text = words.result;

function Big({ label, day, note }: { label: string; day: string; note?: string }) {
  return (
    <div>
      <p className="soft">{label}</p>
      <p className="calc-figure calc-date">
        <time dateTime={day}>{fullDay(day)}</time>
      </p>
      {note && <p className="soft">{note}</p>}
    </div>
  );
}

function DeadlineResult({ value }: { value: DeadlineValue }) {
  return (
    <div className="stack">
      <Big label={text.deadlineLast} day={value.endsOn} note={text.midnight} />
      {value.endsOn !== value.beforeExtension && (
        <dl className="facts">
          <div className="facts-row">
            <dt>{text.beforeExtension}</dt>
            <dd>{fullDay(value.beforeExtension)}</dd>
          </div>
          {value.skipped.map(({ on, name }, index) => (
            <div key={on} className="facts-row">
              <dt>{index === 0 ? text.skipped : ''}</dt>
              <dd>
                {fullDay(on)}
                {!fullDay(on).startsWith(name) && `, ${name}`}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function LimitationResult({ value }: { value: LimitationValue }) {
  const { expiresOn, fallbackOn, expired, daysLeft } = value;
  const lastDay = expiresOn ?? fallbackOn;
  // An answer is given for the prudent reading alone: another one may still be open, and the reader decides.
  const readingsDiffer = value.candidates.some((one) => one.expiresOn !== expiresOn);
  const over = readingsDiffer ? text.expiredInOneReading : text.expired;
  const state = expired ? over : daysLeft === null ? text.midnight : text.daysLeft(daysLeft);
  return (
    <>
      {expiresOn === null && <p className="calc-figure calc-date">{text.heldOpen}</p>}
      {lastDay && (
        <div className={expired ? 'calc-expired' : undefined}>
          <Big label={expiresOn === null ? text.fallbackLabel : text.lastDay} day={lastDay} note={state} />
        </div>
      )}
      <Readings value={value} />
    </>
  );
}

/** A last day: the date with its weekday, large, and the reasons that make it. */
export function DateResult({
  rule,
  calculation,
  reasons,
}: {
  rule: string;
  calculation: Calculation;
  reasons: readonly Cited[];
}) {
  return (
    <>
      {rule === 'limitation' ? (
        <LimitationResult value={calculation.value as unknown as LimitationValue} />
      ) : (
        <DeadlineResult value={calculation.value as unknown as DeadlineValue} />
      )}
      {reasons.length > 0 && (
        <section className="stack-tight">
          <h3>{text.reasons}</h3>
          <ul className="calc-reasons">
            {reasons.map(({ label, article, isDoubtful }) => (
              <li key={label}>
                {label} <span className="soft small">{article}</span>{' '}
                {isDoubtful && <Badge kind="warn">{text.toCheck}</Badge>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
