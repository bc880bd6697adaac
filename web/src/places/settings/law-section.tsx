import { useQuery } from '@tanstack/react-query';
import { type LawParameter, lawQuery } from '../../api/queries.ts';
import { euros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { DayText } from '../../ui/bits.tsx';
import { Loaded } from '../../ui/states.tsx';

const text = t.settings.law;

/** « 12,40 % », « 40,00 € » : the figure as the law is read, never computed with. */
function written(parameter: LawParameter, value: string | number): string {
  if (parameter.unit === 'cents') return euros(Number(value));
  const unit = text.units[parameter.unit] ?? parameter.unit;
  return `${String(value).replace('.', ',')}${unit ? `\u00a0${unit}` : ''}`;
}

/** The figures of the law in force today, each with its source. */
export function LawSection() {
  const law = useQuery(lawQuery);
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
                {parameters.flatMap((parameter) =>
                  parameter.entries.map((entry) => (
                    <tr key={`${parameter.name} ${entry.from}`}>
                      <th scope="row">{parameter.name}</th>
                      <td className="number">{written(parameter, entry.value)}</td>
                      <td>
                        <DayText day={entry.from} />
                      </td>
                      <td>
                        {entry.until ? <DayText day={entry.until} /> : <span className="faint">{text.open}</span>}
                      </td>
                      <td className="small soft">{entry.reference}</td>
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      <p className="small soft measure">{text.disclaimer}</p>
    </div>
  );
}
