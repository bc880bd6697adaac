import type { SyncAction, SyncLine, SyncPreview } from '@acquit/recovery';
import { useState } from 'react';
import { integer } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Amount, Badge, DayText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { isDelicate } from './counts.ts';

const text = t.imports.preview;
/** Lines drawn at once; the server sends two hundred. */
const firstLines = 40;

function ActionBadge({ action }: { action: SyncAction }) {
  if (isDelicate(action)) return <Badge kind="warn">{text.actions[action]}</Badge>;
  return <Badge {...(action === 'known' ? {} : { kind: 'accent' as const })}>{text.actions[action]}</Badge>;
}

function Line({ line, bank }: { line: SyncLine; bank: boolean }) {
  return (
    <tr>
      <td className="col-action">
        <ActionBadge action={line.action} />
      </td>
      <th scope="row" className="wrap-anywhere">
        {line.number ?? (line.changes.length === 0 && <span className="faint">{text.noNumber}</span>)}
        {line.changes.length > 0 && (
          <ul className="change-list">
            {line.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        )}
        {line.doubts.length > 0 && (
          <ul className="doubt-list">
            {line.doubts.map((doubt) => (
              <li key={doubt.code + doubt.message}>{doubt.message}</li>
            ))}
          </ul>
        )}
      </th>
      <td className="wrap-anywhere">{line.debtorName}</td>
      <td>{line.on && <DayText day={line.on} />}</td>
      {!bank && <td>{line.dueOn && <DayText day={line.dueOn} />}</td>}
      <td className="number">
        {line.amountCents !== null && <Amount cents={line.amountCents} />}
        {line.currency && line.currency !== 'EUR' && <div className="small warn-text">{line.currency}</div>}
      </td>
    </tr>
  );
}

/** The kinds of change among the lines, each a way to see only them. */
function Kinds({
  lines,
  shown,
  onShow,
}: {
  lines: readonly SyncLine[];
  shown: SyncAction | null;
  onShow: (action: SyncAction | null) => void;
}) {
  const kinds = [...new Set(lines.map((line) => line.action))];
  if (kinds.length < 2) return null;
  return (
    <fieldset className="kind-choice" aria-label={text.kinds}>
      {[null, ...kinds].map((kind) => (
        <button
          key={kind ?? 'all'}
          type="button"
          className="kind"
          aria-pressed={kind === shown}
          onClick={() => onShow(kind)}
        >
          {kind === null ? text.all : text.actions[kind]}
        </button>
      ))}
    </fieldset>
  );
}

/** The difference a file would make, line by line, before anything is stored. */
export function SyncLines({ preview }: { preview: SyncPreview }) {
  const [kind, setKind] = useState<SyncAction | null>(null);
  const [all, setAll] = useState(false);
  const fitting = preview.lines.filter((line) => kind === null || line.action === kind);
  const lines = all ? fitting : fitting.slice(0, firstLines);
  const bank = preview.lines.every((line) => line.action === 'bank-line');
  const columns = bank ? { ...text.columns, ...text.bankColumns } : text.columns;
  return (
    <div className="stack-tight">
      <Kinds lines={preview.lines} shown={kind} onShow={setKind} />
      <div className="table-wrap">
        <table className="table preview-table sync-table stack-table" aria-label={text.linesLabel(preview.fileName)}>
          <thead>
            <tr>
              <th scope="col">{columns.action}</th>
              <th scope="col">{columns.number}</th>
              <th scope="col">{columns.debtor}</th>
              <th scope="col">{columns.on}</th>
              {!bank && <th scope="col">{columns.due}</th>}
              <th scope="col" className="number">
                {columns.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file have no other name and never move.
              <Line key={index} line={line} bank={bank} />
            ))}
          </tbody>
        </table>
      </div>
      {fitting.length > lines.length && (
        <div>
          <Button kind="quiet" small onClick={() => setAll(true)}>
            {text.showMore(fitting.length - lines.length)}
          </Button>
        </div>
      )}
      {all && preview.lineCount > preview.lines.length && (
        <p className="small soft">{text.truncated(integer(preview.lines.length), integer(preview.lineCount))}</p>
      )}
    </div>
  );
}
