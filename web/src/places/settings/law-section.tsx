import { CLAIM_NAMES } from '@acquit/law';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type LawEntry, type LawParameter, lawQuery } from '../../api/queries.ts';
import { shortDay } from '../../format/days.ts';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { typeset } from '../../texts/typeset.ts';
import { Badge, DayText } from '../../ui/bits.tsx';
import { TextField } from '../../ui/field.tsx';
import { Loaded } from '../../ui/states.tsx';
import { foundIn, nameOf } from './law-groups.ts';
import '../../styles/law.css';

const text = t.settings.law;

function Period({ entry }: { entry: LawEntry }) {
  return (
    <span className="nowrap">
      <DayText day={entry.from} /> – {entry.until ? <DayText day={entry.until} /> : text.open}
    </span>
  );
}

/** What a value rests on: its text, and the mark of a doubt. */
function Source({ entry }: { entry: LawEntry }) {
  // The sentence of the source ends with the same words; here the mark says them.
  const source = entry.reference.replace(` (${text.toCheck})`, '');
  return (
    <>
      {source} {entry.confidence === 'C' && <Badge kind="warn">{text.toCheck}</Badge>}
    </>
  );
}

/** What a figure is worth on a period; a kind of claim by its French name. */
const worthOf = ({ written }: LawEntry): string =>
  (CLAIM_NAMES as Readonly<Record<string, string>>)[written] ?? written;

/** One figure: its value of today, its source, and its other periods behind a click. */
function Figure({ parameter, today }: { parameter: LawParameter; today: string }) {
  const [now, ...others] = parameter.entries;
  if (now === undefined) return null;
  return (
    <li className="law-figure">
      <p className="law-name">{typeset(nameOf(parameter))}</p>
      <p className="law-value">{worthOf(now)}</p>
      <p className="law-source">
        <Source entry={now} />
      </p>
      <p className="law-period">
        <Period entry={now} />
        {now.until !== null && now.until < today && (
          <span className="block">
            <Badge kind="warn">{text.over}</Badge>
          </span>
        )}
        {parameter.expectedOn && parameter.expectedOn > today && (
          <span className="block">{text.expected(shortDay(parameter.expectedOn))}</span>
        )}
      </p>
      {others.length > 0 && (
        <details className="law-older">
          <summary>{text.older(others.length)}</summary>
          <ul>
            {others.map((entry) => (
              <li key={entry.from}>
                <Period entry={entry} />
                <b className="law-value">{worthOf(entry)}</b>
                <span className="soft">
                  <Source entry={entry} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Figures({ parameters, today }: { parameters: LawParameter[]; today: string }) {
  const [sought, setSought] = useState('');
  const [toCheckOnly, setToCheckOnly] = useState(false);
  const found = foundIn(parameters, sought, toCheckOnly);
  const count = found.reduce((sum, one) => sum + one.parameters.length, 0);
  return (
    <>
      <search className="law-search">
        <TextField label={text.search} type="search" value={sought} onValue={setSought} autoComplete="off" />
        <label className="choice">
          <input type="checkbox" checked={toCheckOnly} onChange={(event) => setToCheckOnly(event.target.checked)} />
          <span>{text.toCheckOnly}</span>
        </label>
        <p className="small soft" role="status">
          {count === 0 ? text.nothing : text.found(count)}
        </p>
      </search>
      {found.map(({ group, parameters: figures }) => (
        <section key={group}>
          <div className="section-head">
            <h2>
              {text.groups[group]} <span className="count">{figures.length}</span>
            </h2>
          </div>
          <ul className="law-list">
            {figures.map((parameter) => (
              <Figure key={parameter.key} parameter={parameter} today={today} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** The figures of the law in force today, by subject, each with its source, its end and its past behind a click. */
export function LawSection() {
  const law = useQuery(lawQuery);
  const { session } = useSigned();
  return (
    <div className="stack-loose">
      <p className="soft measure">{text.lead}</p>
      <Loaded from={law} lines={12}>
        {(parameters) => <Figures parameters={parameters} today={session.today} />}
      </Loaded>
      <p className="small soft measure">{text.disclaimer}</p>
    </div>
  );
}
