import type { JournalRow } from '@acquit/recovery';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { read } from '../../api/client.ts';
import { itemsOf, journalQuery } from '../../api/queries.ts';
import { instant } from '../../format/days.ts';
import { integer } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { ErrorNotice, Notice, Skeleton } from '../../ui/states.tsx';

const text = t.settings.journal;

interface Verdict {
  valid: boolean;
  entries: number;
  head: string | null;
  problem: string | null;
}

/** Reads the whole chain again on the server and says whether a single entry was changed. */
function Verification() {
  const check = useQuery({
    queryKey: ['journal-verify'],
    queryFn: ({ signal }) => read<Verdict>('/journal/verify', signal),
    enabled: false,
    gcTime: 0,
  });
  return (
    <div className="stack">
      <div>
        <Button busy={check.isFetching} onClick={() => void check.refetch()}>
          {check.isFetching ? text.verifying : text.verify}
        </Button>
      </div>
      {check.isError && <ErrorNotice error={check.error} />}
      {check.data?.valid && (
        <Notice title={text.valid(check.data.entries)}>
          {check.data.head && (
            <p className="small soft">
              {text.head} <span className="hash">{check.data.head}</span>
            </p>
          )}
        </Notice>
      )}
      {check.data && !check.data.valid && (
        <Notice kind="warn" title={text.broken}>
          <p>{check.data.problem}</p>
          <p>{text.brokenText}</p>
        </Notice>
      )}
    </div>
  );
}

/** « La ligne de commande » : alone in its cell, a name begins with a capital. */
const who = (actor: string) => actor.charAt(0).toUpperCase() + actor.slice(1);

function Line({ row }: { row: JournalRow }) {
  const payload = row.payload && Object.keys(row.payload).length > 0 ? row.payload : null;
  return (
    <tr>
      <td className="number">{integer(row.seq)}</td>
      <td className="nowrap small">{instant(row.at)}</td>
      <th scope="row">
        {row.actionName}
        {payload && (
          <details className="reasons-fold">
            <summary>{text.details}</summary>
            <pre className="payload">{JSON.stringify(payload, null, 2)}</pre>
          </details>
        )}
      </th>
      <td className="small soft wrap-anywhere">{who(row.actor)}</td>
      <td>
        <span className="hash" title={row.hash}>
          {row.hash.slice(0, 12)}
        </span>
      </td>
    </tr>
  );
}

/** The append-only journal, latest first, and its verification. */
export function JournalSection() {
  const company = useCompany();
  const list = useInfiniteQuery(journalQuery(company.companyId));
  const rows = itemsOf(list.data);
  return (
    <div className="stack">
      <p className="soft measure">{text.lead}</p>
      <Verification />
      {list.isPending && <Skeleton lines={10} />}
      {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <p className="soft">{text.empty}</p>}
      {rows.length > 0 && (
        <div className="table-wrap">
          <table className="table stack-table">
            <thead>
              <tr>
                <th scope="col" className="number">
                  {text.columns.seq}
                </th>
                <th scope="col">{text.columns.at}</th>
                <th scope="col">{text.columns.what}</th>
                <th scope="col">{text.columns.who}</th>
                <th scope="col">{text.columns.hash}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Line key={row.seq} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <LoadMore of={list} />
    </div>
  );
}
