import { useInfiniteQuery } from '@tanstack/react-query';
import { importsQuery, itemsOf } from '../../api/queries.ts';
import { instant } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { createdText } from './import-results.tsx';

const text = t.imports.history;

/** Every file ever given, with what became of it and why. */
export function ImportHistory({ companyId }: { companyId: string }) {
  const list = useInfiniteQuery(importsQuery(companyId));
  const items = itemsOf(list.data);
  return (
    <Section title={text.title}>
      {list.isPending && <Skeleton />}
      {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && <p className="soft">{text.empty}</p>}
      {items.length > 0 && (
        <div className="table-wrap">
          <table className="table stack-table">
            <thead>
              <tr>
                <th scope="col">{text.columns.file}</th>
                <th scope="col">{text.columns.status}</th>
                <th scope="col">{text.columns.created}</th>
                <th scope="col">{text.columns.on}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.importId}>
                  <th scope="row" className="wrap-anywhere">
                    {one.fileName}
                    <div className="small soft">{t.words.format[one.format] ?? one.format}</div>
                    {[...one.refusals, ...one.doubts].length > 0 && (
                      <ul className="doubt-list">
                        {[...one.refusals, ...one.doubts].map((reason) => (
                          <li key={reason.code + reason.message}>{reason.message}</li>
                        ))}
                      </ul>
                    )}
                  </th>
                  <td>
                    <Badge {...(one.status === 'imported' ? {} : { kind: 'warn' as const })}>
                      {t.words.importStatus[one.status]}
                    </Badge>
                  </td>
                  <td className="small">{createdText(one.created)}</td>
                  <td className="small">
                    {instant(one.importedAt)}
                    <div className="soft">{text.by(one.importedBy)}</div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <Button small busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.common.more}
        </Button>
      )}
    </Section>
  );
}
