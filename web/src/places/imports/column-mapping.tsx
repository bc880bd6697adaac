import type { PreviewColumn } from '@acquit/recovery';
import { useState } from 'react';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { ActError } from '../../ui/states.tsx';

const text = t.imports.mapping;

/** The meanings a column may have: those of a bank's table when it is one, those of a list of invoices otherwise. */
function meaningsOf(format: string, columns: readonly PreviewColumn[]): [field: string, label: string][] {
  const bank = format === 'bank-csv' || columns.some(({ field }) => field !== null && !(field in text.fields));
  if (columns.every(({ field }) => field === null)) return Object.entries({ ...text.bankFields, ...text.fields });
  return Object.entries(bank ? text.bankFields : text.fields);
}

/** How each column of a table was understood, beside a sample of it; a correction reads the file again. */
export function ColumnMapping({
  format,
  columns,
  onCorrect,
}: {
  format: string;
  columns: readonly PreviewColumn[];
  onCorrect: (mapping: Record<string, number>) => Promise<void>;
}) {
  const [chosen, setChosen] = useState(() => columns.map((column) => column.field ?? ''));
  const meanings = meaningsOf(format, columns);
  const unread = columns.every(({ field }) => field === null);
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
    <details className="reasons-fold" open={unread}>
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
                      {meanings.map(([field, label]) => (
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
