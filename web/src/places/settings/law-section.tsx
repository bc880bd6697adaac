import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type LawParameter, lawQuery } from '../../api/queries.ts';
import { euros } from '../../format/money.ts';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { DayText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/states.tsx';

const text = t.settings.law;

/** « 12,40 % », « 40,00 € » : the figure as the law is read, never computed with. */
function written(parameter: LawParameter, value: string | number): string {
  if (parameter.unit === 'cents') return euros(Number(value));
  const unit = text.units[parameter.unit] ?? parameter.unit;
  return `${String(value).replace('.', ',')}${unit ? `\u00a0${unit}` : ''}`;
}

type Entry = LawParameter['entries'][number];

function Row({ name, parameter, entry }: { name: ReactNode; parameter: LawParameter; entry: Entry }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{written(parameter, entry.value)}</td>
      <td>
        <DayText day={entry.from} />
      </td>
      <td>{entry.until ? <DayText day={entry.until} /> : <span className="faint nowrap">{text.open}</span>}</td>
      <td className="small soft">{entry.reference}</td>
    </tr>
  );
}

/** One figure: its value of today first, and the older ones behind a click. */
function Parameter({ parameter, today }: { parameter: LawParameter; today: string }) {
  const [all, setAll] = useState(false);
  const [first, ...older] = parameter.entries.toSorted((a, b) => b.from.localeCompare(a.from));
  const now = parameter.entries.find((one) => one.from <= today && (one.until === null || one.until >= today)) ?? first;
  if (!now) return null;
  const rest = [first, ...older].filter((one) => one !== undefined && one !== now) as Entry[];
  const name = (
    <>
      {parameter.name}
      {rest.length > 0 && (
        <div>
          <Button kind="quiet" small aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? text.hideOlder : text.older(rest.length)}
          </Button>
        </div>
      )}
    </>
  );
  return (
    <>
      <Row name={name} parameter={parameter} entry={now} />
      {all &&
        rest.map((entry) => (
          <Row
            key={entry.from}
            name={<span className="hidden-visually">{parameter.name}</span>}
            parameter={parameter}
            entry={entry}
          />
        ))}
    </>
  );
}

/** The figures of the law in force today, each with its source. */
export function LawSection() {
  const law = useQuery(lawQuery);
  const { session } = useSigned();
  return (
    <div className="stack">
      <p className="soft measure">{text.lead}</p>
      <Loaded from={law} lines={12}>
        {(parameters) => (
          <div className="table-wrap">
            <table className="table stack-table">
              <thead>
                <tr>
                  <th scope="col">{text.columns.name}</th>
                  <th scope="col" className="number">
                    {text.columns.value}
                  </th>
                  <th scope="col">{text.columns.since}</th>
                  <th scope="col">{text.columns.until}</th>
                  <th scope="col">{text.columns.reference}</th>
                </tr>
              </thead>
              <tbody>
                {parameters.map((parameter, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two figures may bear one name, and the list is fixed.
                  <Parameter key={index} parameter={parameter} today={session.today} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      <p className="small soft measure">{text.disclaimer}</p>
    </div>
  );
}
