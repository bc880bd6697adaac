import type { ImportJobView, SyncPreview } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { bankLinesQuery } from '../../api/queries.ts';
import { t } from '../../texts/index.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { tellError } from '../../ui/states.tsx';
import { countsText, sumCounts } from './counts.ts';
import { Unread } from './file-preview.tsx';
import { UndoImport } from './undo-import.tsx';
import type { Applied } from './use-uploads.ts';

const text = t.imports.result;

function Result({
  applied,
  isLast,
  onUndone,
}: {
  applied: Applied;
  /** Only the last import may be taken back; the others were the last when they were answered. */
  isLast: boolean;
  onUndone: (job: ImportJobView) => void;
}) {
  const { preview, result, error } = applied;
  const changes = result ? countsText(result.changes) : '';
  const reasons = [...(result?.refusals ?? []), ...(result?.doubts ?? [])];
  const state = result?.state ?? 'refused';
  return (
    <li className="file">
      <div className="file-head">
        <div>
          <div className="file-name">{preview.fileName}</div>
          <div className="small soft">
            <span className="first-capital">{result ? changes || text.none : text.failed}</span>
          </div>
        </div>
        <div className="file-side">
          <Badge kind={state === 'imported' ? 'accent' : 'warn'}>{t.words.importStatus[state]}</Badge>
          {result && isLast && <UndoImport job={result} onUndone={onUndone} />}
        </div>
      </div>
      {error !== null && <p className="doubt-list">{tellError(error).title}</p>}
      {reasons.length > 0 && (
        <ul className="doubt-list">
          {reasons.map((reason) => (
            <li key={reason.code + reason.message}>{reason.message}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** What was dropped and not taken, with its reason: it is in no list of imports, and the preview that said so is gone. */
function Left({ files }: { files: readonly SyncPreview[] }) {
  if (files.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{text.left(files.length)}</h3>
      <ul className="files">
        {files.map((file) => (
          <li className="file" key={file.uploadId}>
            <div className="file-name">{file.fileName}</div>
            <Unread preview={file} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** After a statement: how many receipts found their invoices by themselves, and how many wait to be looked at. */
function BankNext({ companyId, receipts }: { companyId: string; receipts: number }) {
  const lines = useInfiniteQuery(bankLinesQuery(companyId, 'waiting'));
  const waiting = lines.data?.pages[0]?.counts.waiting;
  if (waiting === undefined) return null;
  return <p>{text.bank(receipts, waiting)}</p>;
}

export function ImportResults({
  applied,
  left,
  companyId,
  onAgain,
  onUndone,
}: {
  applied: readonly Applied[];
  left: readonly SyncPreview[];
  companyId: string | null;
  onAgain: () => void;
  onUndone: (job: ImportJobView) => void;
}) {
  const done = applied.flatMap(({ result }) => (result && result.state !== 'undone' ? [result.changes] : []));
  const total = sumCounts(done);
  const changes = countsText(total);
  const bank = total.bankLines > 0 && companyId !== null;
  const undoable = applied.findLast(({ result }) => result?.canUndo);
  return (
    <section className="stack" aria-live="polite">
      <h2>{text.title}</h2>
      <p className="first-capital">{changes ? `${changes}.` : text.none}</p>
      {bank && <BankNext companyId={companyId} receipts={total.receipts} />}
      <div className="row">
        {bank ? (
          <>
            <ButtonLink kind="primary" to="/encaissements/rapprochement">
              {text.toMatching}
            </ButtonLink>
            <ButtonLink to="/">{text.toToday}</ButtonLink>
          </>
        ) : (
          <>
            <ButtonLink kind="primary" to="/">
              {text.toToday}
            </ButtonLink>
            <ButtonLink to="/dossiers">{text.toCases}</ButtonLink>
          </>
        )}
        <Button kind="quiet" onClick={onAgain}>
          {text.again}
        </Button>
      </div>
      <ul className="files">
        {applied.map((one) => (
          <Result key={one.preview.uploadId} applied={one} isLast={one === undoable} onUndone={onUndone} />
        ))}
      </ul>
      <Left files={left} />
    </section>
  );
}
