import type { SourceView } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { itemsOf, sourceFilesQuery } from '../../api/queries.ts';
import { instant } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Badge } from '../../ui/bits.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { ErrorNotice, Skeleton } from '../../ui/states.tsx';

const text = t.sources;

/** Every file a source has seen, latest first, and what became of it. */
export function SourceFiles({ source, onClose }: { source: SourceView; onClose: () => void }) {
  const list = useInfiniteQuery(sourceFilesQuery(source.sourceId));
  const files = itemsOf(list.data);
  return (
    <Dialog title={text.filesTitle(source.name)} shape="wide" onClose={onClose}>
      {list.isPending && <Skeleton />}
      {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && files.length === 0 && <p className="soft">{text.filesEmpty}</p>}
      {files.length > 0 && (
        <table className="table stack-table" aria-label={text.filesTitle(source.name)}>
          <thead>
            <tr>
              <th scope="col">{text.columns.file}</th>
              <th scope="col">{text.columns.seen}</th>
              <th scope="col">{text.columns.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.key}>
                <th scope="row" className="wrap-anywhere">
                  {file.fileName}
                  {file.message && <div className="small soft">{file.message}</div>}
                </th>
                <td className="small">{instant(file.seenAt)}</td>
                <td>
                  <Badge
                    {...(file.outcome === 'imported'
                      ? { kind: 'accent' as const }
                      : file.outcome === 'refused'
                        ? { kind: 'warn' as const }
                        : {})}
                  >
                    {text.outcome[file.outcome]}
                  </Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <LoadMore of={list} />
    </Dialog>
  );
}
