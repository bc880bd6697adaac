import type { SyncPreview } from '@acquit/recovery';
import { useState } from 'react';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { ActError } from '../../ui/states.tsx';

const text = t.imports.mapping;

/** How each column of a table was understood, beside a sample of it; a correction reads the file again. */
export function ColumnMapping({
  columns,
  onCorrect,
}: {
  columns: NonNullable<SyncPreview['columns']>;
  onCorrect: (mapping: Record<string, number>) => Promise<void>;
}) {
  const [chosen, setChosen] = useState(() => columns.map((column) => column.field ?? ''));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const changed = columns.some((column, index) => (column.field ?? '') !== chosen[index]);
  const choose = (at: number, field: string) =>
    // One meaning belongs to one column: giving it to another takes it from the first.
    setChosen((before) =>
      before.map((old, index) => (index === at ? field : field !== '' && old === field ? '' : old)),
    );
  const submit = async () => {
    const mapping = Object.fromEntries(
      columns.flatMap((column, index) => (chosen[index] ? [[chosen[index], column.index]] : [])),
    );
    setBusy(true);
    setError(null);
    await onCorrect(mapping).catch(setError);
    setBusy(false);
  };
  return (
    <details className="reasons-fold">
      <summary>{text.open}</summary>
      <div className="stack mapping">
        <p className="small soft measure">{text.text}</p>
        <div className="table-wrap">
          <table className="table preview-table">
            <thead>
              <tr>
                <th scope="col">{text.column}</th>
                <th scope="col">{text.sample}</th>
                <th scope="col">{text.meaning}</th>
              </tr>
            </thead>
            <tbody>
              {columns.map((column, index) => (
                <tr key={column.index}>
                  <th scope="row" className="wrap-anywhere">
                    {column.header}
                  </th>
                  <td className="soft wrap-anywhere">{column.sample}</td>
                  <td>
                    <select
                      className="input"
                      aria-label={`${text.meaning} : ${column.header}`}
                      value={chosen[index]}
                      onChange={(event) => choose(index, event.target.value)}
                    >
                      <option value="">{text.ignored}</option>
                      {Object.entries(text.fields).map(([field, label]) => (
                        <option key={field} value={field}>
                          {label}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {changed && (
          <div>
            <Button small kind="primary" busy={busy} onClick={() => void submit()}>
              {text.refresh}
            </Button>
          </div>
        )}
        <ActError error={error} />
      </div>
    </details>
  );
}
