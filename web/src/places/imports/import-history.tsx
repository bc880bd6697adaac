import type { ImportJobView } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { importsQuery, itemsOf } from '../../api/queries.ts';
import { instant } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Badge } from '../../ui/bits.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Section } from '../../ui/page.tsx';
import { ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { countsText } from './counts.ts';
import { ProgressBar } from './progress-bar.tsx';
import { UndoImport } from './undo-import.tsx';

const text = t.imports.history;
/** Reasons shown at once under a file. */
const firstReasons = 3;

function Reasons({ job }: { job: ImportJobView }) {
  const reasons = [...job.refusals, ...job.doubts].map((one) => one.message);
  if (reasons.length === 0) return null;
  const list = (some: readonly string[]) => (
    <ul className="doubt-list">
      {some.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a file may have the same doubt, and none moves.
        <li key={index}>{message}</li>
      ))}
    </ul>
  );
  if (reasons.length <= firstReasons + 1) return list(reasons);
  return (
    <>
      {list(reasons.slice(0, firstReasons))}
      <details className="reasons-fold">
        <summary>{text.moreReasons(reasons.length - firstReasons)}</summary>
        {list(reasons.slice(firstReasons))}
      </details>
    </>
  );
}

function Line({ job }: { job: ImportJobView }) {
  const underWay = job.state === 'running' || job.state === 'waiting';
  const good = job.state === 'imported' || job.state === 'duplicate';
  return (
    <tr className={job.state === 'undone' ? 'is-cancelled' : undefined}>
      <th scope="row" className="wrap-anywhere">
        {job.fileName}
        <div className="small soft">{t.words.format[job.format] ?? job.format}</div>
        <Reasons job={job} />
      </th>
      <td>
        <Badge {...(good || underWay || job.state === 'undone' ? {} : { kind: 'warn' as const })}>
          {t.words.importStatus[job.state]}
        </Badge>
        {underWay && <ProgressBar phase={job.phase} part={job.progress} />}
      </td>
      <td className="small">
        <span className="first-capital">{countsText(job.changes) || text.nothing}</span>
      </td>
      <td className="small">
        {instant(job.importedAt)}
        <div className="soft wrap-anywhere">{job.sourceName ? text.from(job.sourceName) : text.by(job.importedBy)}</div>
        {job.undoneAt && <div className="soft">{text.undone(instant(job.undoneAt))}</div>}
      </td>
      <td className="number">
        <UndoImport job={job} />
      </td>
    </tr>
  );
}

/** Every file ever given, with what became of it and why; the last one may be taken back. */
export function ImportHistory({ companyId }: { companyId: string }) {
  const list = useInfiniteQuery({
    ...importsQuery(companyId),
    // A file being imported moves by itself: it is looked at again until it has ended.
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) =>
        page.items.some((job) => job.state === 'running' || job.state === 'waiting'),
      )
        ? 1500
        : false,
  });
  const items = itemsOf(list.data);
  return (
    <Section title={text.title}>
      {list.isPending && <Skeleton />}
      {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && <p className="soft">{text.empty}</p>}
      {items.length > 0 && (
        <div className="table-wrap">
          <table className="table stack-table" aria-label={text.title}>
            <thead>
              <tr>
                <th scope="col">{text.columns.file}</th>
                <th scope="col">{text.columns.status}</th>
                <th scope="col">{text.columns.changes}</th>
                <th scope="col">{text.columns.on}</th>
                <th scope="col">
                  <span className="hidden-visually">{text.columns.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((job) => (
                <Line key={job.importId} job={job} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <LoadMore of={list} />
    </Section>
  );
}
