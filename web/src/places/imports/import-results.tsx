import type { ImportView } from '@acquit/recovery';
import { t } from '../../texts/index.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { tellError } from '../../ui/states.tsx';
import type { Applied } from './use-uploads.ts';

const text = t.imports.result;

/** « 12 factures, 3 clients » from the counts of what was created. */
export function createdText(created: ImportView['created']): string {
  return Object.entries(created)
    .filter(([kind, count]) => count > 0 && kind in text.created)
    .map(([kind, count]) => text.created[kind]?.(count) ?? '')
    .join(', ');
}

function Result({ applied }: { applied: Applied }) {
  const { preview, result, error } = applied;
  const created = result ? createdText(result.created) : '';
  const reasons = [...(result?.refusals ?? []), ...(result?.doubts ?? [])];
  return (
    <li className="file">
      <div className="file-head">
        <div>
          <div className="file-name">{preview.fileName}</div>
          <div className="small soft">{result ? created || text.none : text.failed}</div>
        </div>
        <div className="file-side">
          {result ? (
            <Badge kind={result.status === 'imported' ? 'accent' : 'warn'}>{t.words.importStatus[result.status]}</Badge>
          ) : (
            <Badge kind="warn">{t.words.importStatus.refused}</Badge>
          )}
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

export function ImportResults({ applied, onAgain }: { applied: readonly Applied[]; onAgain: () => void }) {
  const total: Record<string, number> = {};
  for (const { result } of applied) {
    for (const [kind, count] of Object.entries(result?.created ?? {})) total[kind] = (total[kind] ?? 0) + count;
  }
  const created = createdText(total);
  return (
    <section className="stack" aria-live="polite">
      <h2>{text.title}</h2>
      <p>{created ? text.newOnes(created) : text.none}</p>
      <div className="row">
        <ButtonLink kind="primary" to="/">
          {text.toToday}
        </ButtonLink>
        <ButtonLink to="/dossiers">{text.toCases}</ButtonLink>
        <Button kind="quiet" onClick={onAgain}>
          {text.again}
        </Button>
      </div>
      <ul className="files">
        {applied.map((one) => (
          <Result key={one.preview.uploadId} applied={one} />
        ))}
      </ul>
    </section>
  );
}
