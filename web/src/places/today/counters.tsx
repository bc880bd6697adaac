import type { DayCount, DayCounters } from '@acquit/recovery';
import { wholeEuros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';

const text = t.today.counters;

function Counter({ label, of, late = false }: { label: string; of: DayCount; late?: boolean }) {
  return (
    <div className="counter">
      <dt>{label}</dt>
      <dd className={late && of.count > 0 ? 'late' : undefined}>
        {of.count === 0 ? (
          <span className="soft">{text.nothing}</span>
        ) : (
          <>
            <strong>{t.common.tasks(of.count)}</strong> <span className="small">· {wholeEuros(of.cents)}</span>
          </>
        )}
      </dd>
    </div>
  );
}

/** How much of the day is late, is for today, and is known to come; late in one colour only. */
export function Counters({ counters }: { counters: DayCounters }) {
  return (
    <section className="row" aria-label={text.label}>
      <h2 className="counters-title">{text.label}</h2>
      <dl className="counters">
        <Counter label={text.late} of={counters.late} late />
        <Counter label={text.today} of={counters.today} />
        <Counter label={text.coming(counters.comingDays)} of={counters.coming} />
      </dl>
    </section>
  );
}
