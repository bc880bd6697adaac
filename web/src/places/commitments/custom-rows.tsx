import { newKey } from '../../api/client.ts';
import { isDay } from '../../format/days.ts';
import { parseEuros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';

const text = t.commitments.plan;
const MOST_ROWS = 61;

/** One instalment as it is typed. */
export interface CustomRow {
  /** Names the row while others come and go. */
  id: string;
  on: string;
  sum: string;
}

export const newRow = (on = ''): CustomRow => ({ id: newKey(), on, sum: '' });

/** The instalments as the server takes them; null while one of them is not whole. */
export function customCut(rows: readonly CustomRow[]): { dueOn: string; cents: number }[] | null {
  const cut = rows.map(({ on, sum }) => ({ dueOn: on, cents: parseEuros(sum) ?? 0 }));
  return cut.length > 0 && cut.every(({ dueOn, cents }) => isDay(dueOn) && cents > 0) ? cut : null;
}

/** Instalments whose days and sums were agreed one by one. */
export function CustomRows({
  rows,
  tried,
  onRows,
}: {
  rows: readonly CustomRow[];
  tried: boolean;
  onRows: (rows: CustomRow[]) => void;
}) {
  const put = (index: number, change: Partial<CustomRow>) => onRows(rows.with(index, { ...rows[index]!, ...change }));
  return (
    <div className="stack-tight">
      <p className="field-hint">{text.rowsHint}</p>
      {rows.map((row, index) => {
        const n = index + 1;
        const sumWrong = tried && !((parseEuros(row.sum) ?? 0) > 0);
        return (
          <fieldset key={row.id} className="form-grid custom-row">
            <legend className="hidden-visually">{text.row(n)}</legend>
            <TextField
              label={text.rowDay(n)}
              type="date"
              value={row.on}
              onValue={(on) => put(index, { on })}
              error={tried && !isDay(row.on) ? t.common.dayMissing : null}
            />
            <TextField
              label={text.rowSum(n)}
              suffix="€"
              inputMode="decimal"
              value={row.sum}
              onValue={(sum) => put(index, { sum })}
              error={sumWrong ? t.commitments.promise.amountWrong : null}
            />
            {rows.length > 1 && (
              <div>
                <Button
                  small
                  kind="quiet"
                  aria-label={text.removeRow(n)}
                  onClick={() => onRows(rows.toSpliced(index, 1))}
                >
                  {t.common.remove}
                </Button>
              </div>
            )}
          </fieldset>
        );
      })}
      {rows.length < MOST_ROWS && (
        <div>
          <Button small onClick={() => onRows([...rows, newRow()])}>
            {text.addRow}
          </Button>
        </div>
      )}
    </div>
  );
}
