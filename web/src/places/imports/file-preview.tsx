import type { ImportPreview } from '@acquit/recovery';
import { useState } from 'react';
import { euros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Amount, Badge, DayText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { ColumnMapping } from './column-mapping.tsx';

const text = t.imports.preview;
const shownRows = 60;

function doubtCount(preview: ImportPreview): number {
  return preview.doubts.length + preview.rows.reduce((sum, row) => sum + row.doubts.length, 0);
}

function RowTable({ preview }: { preview: ImportPreview }) {
  const rows = preview.rows.slice(0, shownRows);
  const missing = <span className="warn-text">{text.missing}</span>;
  return (
    <>
      <div className="table-wrap">
        <table className="table preview-table stack-table">
          <thead>
            <tr>
              <th scope="col">{text.columns.number}</th>
              <th scope="col">{text.columns.debtor}</th>
              <th scope="col">{text.columns.issued}</th>
              <th scope="col">{text.columns.due}</th>
              <th scope="col" className="number">
                {text.columns.total}
              </th>
              <th scope="col" className="number">
                {text.columns.open}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file have no other name and never move.
              <tr key={index}>
                <th scope="row">
                  {row.number ?? missing} {row.known && <Badge>{text.known}</Badge>}
                  {row.doubts.length > 0 && (
                    <ul className="doubt-list">
                      {row.doubts.map((doubt) => (
                        <li key={doubt.code}>{doubt.message}</li>
                      ))}
                    </ul>
                  )}
                </th>
                <td className="wrap-anywhere">{row.debtorName ?? missing}</td>
                <td>{row.issuedOn ? <DayText day={row.issuedOn} /> : missing}</td>
                <td>{row.dueOn ? <DayText day={row.dueOn} /> : row.kind === 'credit-note' ? '–' : missing}</td>
                <td className="number">{row.totalCents === null ? missing : <Amount cents={row.totalCents} />}</td>
                <td className="number">{row.dueCents === null ? missing : <Amount cents={row.dueCents} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {preview.rowCount > rows.length && <p className="small soft">{text.truncated(rows.length, preview.rowCount)}</p>}
    </>
  );
}

/** One dropped file: what it would bring, what is doubtful, or why it is refused and what to do. */
export function FilePreview({
  preview,
  onRemove,
  onCorrect,
}: {
  preview: ImportPreview;
  onRemove: () => void;
  onCorrect: (mapping: Record<string, number>) => Promise<void>;
}) {
  const [open, setOpen] = useState(preview.rowCount > 1 || doubtCount(preview) > 0);
  const ready = preview.status === 'ready';
  const doubts = doubtCount(preview);
  const first = preview.rows[0];
  return (
    <li className="file">
      <div className="file-head">
        <div>
          <div className="file-name">{preview.fileName}</div>
          <div className="small soft">
            {t.words.format[preview.format] ?? preview.format}
            {ready && <> · {text.rows(preview.rowCount, euros(preview.totalCents))}</>}
            {ready && preview.rowCount === 1 && first?.debtorName && <> · {first.debtorName}</>}
          </div>
        </div>
        <div className="file-side">
          {!ready && <Badge kind="warn">{t.words.importStatus[preview.status]}</Badge>}
          {ready && (doubts > 0 ? <Badge kind="warn">{text.doubts(doubts)}</Badge> : <Badge>{text.noDoubt}</Badge>)}
          {ready && (
            <Button small kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? text.hideRows : text.showRows}
            </Button>
          )}
          <Button small kind="quiet" onClick={onRemove} aria-label={text.removeName(preview.fileName)}>
            {text.remove}
          </Button>
        </div>
      </div>
      {preview.status !== 'ready' && (
        <p>
          <strong>{text.what[preview.status]}</strong> {preview.refusal?.message}{' '}
          <span className="soft">{text.todo[preview.status]}</span>
        </p>
      )}
      {preview.doubts.length > 0 && (
        <ul className="doubt-list">
          {preview.doubts.map((doubt) => (
            <li key={doubt.code + doubt.message}>{doubt.message}</li>
          ))}
        </ul>
      )}
      {preview.columns && <ColumnMapping columns={preview.columns} onCorrect={onCorrect} />}
      {ready && open && <RowTable preview={preview} />}
    </li>
  );
}
