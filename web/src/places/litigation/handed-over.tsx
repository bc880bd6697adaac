import type { HandOverRow } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { handOversQuery } from '../../api/hand-overs.ts';
import { shortDay } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { handOvers as text } from '../../texts/fr/hand-overs.ts';
import { t } from '../../texts/index.ts';
import { Amount, Badge, DayText } from '../../ui/bits.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { Comparison } from './comparison.tsx';
import { LitigationPage } from './frame.tsx';

function Line({ row }: { row: HandOverRow }) {
  const { columns } = text;
  return (
    <tr>
      <th scope="row" className="col-name">
        <Link to="/contentieux/confies/$handOverId" params={{ handOverId: row.handOverId }} className="case-link">
          {row.debtorName}
        </Link>{' '}
        {row.unread > 0 && <Badge kind="warn">{text.unread(row.unread)}</Badge>}
        {row.ended && <div className="small soft">{text.ended(row.ended.outcomeName, shortDay(row.ended.on))}</div>}
      </th>
      <td className="wrap-anywhere">
        {row.partnerName}
        <div className="small soft">{row.partnerKindName}</div>
      </td>
      <td>
        <span className="narrow-label">{columns.since}&nbsp;: </span>
        <DayText day={row.openedOn} />
      </td>
      <td className="number">
        <span className="narrow-label">{columns.amount}&nbsp;: </span>
        <Amount cents={row.amountCents} />
      </td>
      <td className="number">
        <span className="narrow-label">{columns.received}&nbsp;: </span>
        <Amount cents={row.receivedCents} />
      </td>
      <td className="number">
        <span className="narrow-label">{columns.cost}&nbsp;: </span>
        <Amount cents={row.costCents} />
      </td>
    </tr>
  );
}

function List({ companyId, filter }: { companyId: string; filter: string }) {
  const list = useInfiniteQuery(handOversQuery(companyId, filter));
  const rows = list.data?.pages.flatMap((one) => one.page.items) ?? [];
  const totals = list.data?.pages[0]?.totals;
  const { columns } = text;
  if (list.isPending) return <Skeleton lines={6} />;
  if (list.isError && rows.length === 0) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0)
    return filter === 'running' ? (
      <Empty
        title={text.empty.title}
        text={text.empty.text}
        action={<ButtonLink to="/dossiers">{text.empty.action}</ButtonLink>}
      />
    ) : (
      <p className="soft">{text.noMatch}</p>
    );
  return (
    <div className="stack">
      {totals && (
        <p className="soft">
          {text.total(totals.count, euros(totals.amountCents))}
          {totals.unread > 0 && ` · ${text.unread(totals.unread)}`}
        </p>
      )}
      <div className="table-wrap">
        <table className="table stack-table" aria-label={text.label}>
          <thead>
            <tr>
              <th scope="col">{columns.debtor}</th>
              <th scope="col">{columns.partner}</th>
              <th scope="col">{columns.since}</th>
              <th scope="col" className="number">
                {columns.amount}
              </th>
              <th scope="col" className="number">
                {columns.received}
              </th>
              <th scope="col" className="number">
                {columns.cost}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.handOverId} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {list.hasNextPage && (
        <Button small busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.common.more}
        </Button>
      )}
    </div>
  );
}

/** Cases entrusted to a professional, and what each way cost and brought. */
export function HandedOver() {
  const { companyId } = useCompany();
  const { filtre = 'running' } = useSearch({ from: '/contentieux/confies' });
  const navigate = useNavigate({ from: '/contentieux/confies' });
  return (
    <LitigationPage tab="confies">
      <div className="stack">
        <p className="litigation-lead">{text.lead}</p>
        <div className="litigation-tools">
          <SelectField
            label={text.filter}
            value={filtre}
            onValue={(value) => void navigate({ search: { filtre: value as 'ended' }, replace: true })}
            options={Object.entries(text.filters).map(([value, label]) => ({ value, label }))}
          />
        </div>
        <List key={`${companyId}-${filtre}`} companyId={companyId} filter={filtre} />
      </div>
      <Comparison companyId={companyId} />
    </LitigationPage>
  );
}
