import type { SyncPreview } from '@acquit/recovery';
import { useState } from 'react';
import { euros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { countsText } from './counts.ts';
import { SyncLines } from './sync-lines.tsx';

const text = t.imports.preview;

function doubtCount(preview: SyncPreview): number {
  return preview.doubts.length + preview.lines.reduce((sum, line) => sum + line.doubts.length, 0);
}

function Summary({ preview }: { preview: SyncPreview }) {
  const { counts } = preview;
  const changes = countsText(counts);
  return (
    <p>
      {changes ? <strong className="first-capital">{changes}</strong> : text.nothingNew}
      {preview.totalCents > 0 && <> · {euros(preview.totalCents)}</>}
      {counts.known > 0 && <span className="soft"> · {t.imports.counts.known(counts.known)}</span>}
    </p>
  );
}

/** Why a file brings nothing, and what to do about it. */
export function Unread({ preview }: { preview: SyncPreview }) {
  const { status } = preview;
  if (status === 'ready' || status === 'nothing-new') return <p>{text.nothingNew}</p>;
  return (
    <p>
      <strong>{text.what[status]}</strong> {preview.refusal?.message} <span className="soft">{text.todo[status]}</span>
    </p>
  );
}

/** One dropped file: what it would change, what is doubtful, or why it is refused and what to do. */
export function FilePreview({
  preview,
  onRemove,
  onCorrect,
}: {
  preview: SyncPreview;
  onRemove: () => void;
  onCorrect: (mapping: Record<string, number>) => Promise<void>;
}) {
  const { counts, status } = preview;
  const readable = status === 'ready' || status === 'nothing-new';
  const doubts = doubtCount(preview);
  const delicate = counts.conflicts + counts.absent > 0;
  const [open, setOpen] = useState(readable && (preview.lineCount > 1 || doubts > 0 || delicate));
  return (
    <li className="file">
      <div className="file-head">
        <div>
          <div className="file-name">{preview.fileName}</div>
          <div className="small soft">{t.words.format[preview.format] ?? preview.format}</div>
        </div>
        <div className="file-side">
          {!readable && <Badge kind="warn">{t.words.importStatus[status]}</Badge>}
          {readable && doubts > 0 && <Badge kind="warn">{text.doubts(doubts)}</Badge>}
          {readable && preview.lines.length > 0 && (
            <Button small kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? text.hideRows : text.showRows}
            </Button>
          )}
          <Button small kind="quiet" onClick={onRemove} aria-label={text.removeName(preview.fileName)}>
            {text.remove}
          </Button>
        </div>
      </div>
      {readable ? <Summary preview={preview} /> : <Unread preview={preview} />}
      {counts.conflicts > 0 && <p className="small warn-text">{text.conflicts(counts.conflicts)}</p>}
      {counts.absent > 0 && <p className="small warn-text">{text.absent(counts.absent)}</p>}
      {preview.doubts.length > 0 && (
        <ul className="doubt-list">
          {preview.doubts.map((doubt) => (
            <li key={doubt.code + doubt.message}>{doubt.message}</li>
          ))}
        </ul>
      )}
      {preview.columns && <ColumnMapping format={preview.format} columns={preview.columns} onCorrect={onCorrect} />}
      {readable && open && preview.lines.length > 0 && <SyncLines preview={preview} />}
    </li>
  );
}
