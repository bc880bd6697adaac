import { useQuery } from '@tanstack/react-query';
import { aheadQuery } from '../../api/queries.ts';
import { t } from '../../texts/index.ts';
import { Amount, DayText } from '../../ui/bits.tsx';

const text = t.cases.ahead;
const LINES_SHOWN = 6;

/** The next dates of one case: what will be asked if nothing comes, and what was agreed to fall due. */
export function CaseAhead({ caseId }: { caseId: string }) {
  const { data } = useQuery(aheadQuery(caseId));
  if (!data) return null;
  const lines = [
    ...data.items.map(({ on, stepName, channel, totalCents, release }) => ({
      on,
      title: stepName,
      more: `${t.words.channel[channel]} · ${t.words.release[release]}`,
      cents: totalCents as number | null,
    })),
    ...data.dates.map(({ on, title, cents }) => ({ on, title, more: '', cents })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (
    <section className="stack-tight">
      <h2>{text.title}</h2>
      {lines.length === 0 ? (
        <p className="soft">{text.nothing}</p>
      ) : (
        <ol className="ahead">
          {lines.slice(0, LINES_SHOWN).map((line) => (
            <li key={`${line.on} ${line.title} ${line.more}`}>
              <span className="wrap-anywhere">
                <DayText day={line.on} /> · {line.title}
                {line.more && <span className="small soft"> – {line.more}</span>}
              </span>
              {line.cents !== null && <Amount cents={line.cents} />}
            </li>
          ))}
        </ol>
      )}
      <p className="small soft">{text.ifNothing}</p>
    </section>
  );
}
