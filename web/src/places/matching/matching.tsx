import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type BankFilter, bankLinesQuery, itemsOf } from '../../api/queries.ts';
import type { MatchingSearch } from '../../router.tsx';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { PlacePage } from '../../ui/page.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { ReceiptsTabs } from '../receipts/receipts-tabs.tsx';
import { LineList } from './line-list.tsx';
import { Queue } from './queue.tsx';
import '../../styles/case-list.css';
import '../../styles/matching.css';

const text = t.matching;
const filters = [undefined, 'rapprochees', 'ecartees', 'sorties', 'toutes'] as const;
const SERVER: Record<NonNullable<MatchingSearch['filtre']>, BankFilter> = {
  rapprochees: 'matched',
  ecartees: 'set-aside',
  sorties: 'outgoing',
  toutes: 'all',
};

function Filters({ waiting }: { waiting: number | undefined }) {
  return (
    <nav className="filters" aria-label={text.filters}>
      {filters.map((filter) => (
        <Link
          key={filter ?? 'a-traiter'}
          to="/encaissements/rapprochement"
          search={filter ? { filtre: filter } : {}}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {text.filter[filter ?? 'a-traiter']} {!filter && waiting ? <span className="count">{waiting}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

function Views({ search }: { search: MatchingSearch }) {
  const current = (liste: boolean) => ((search.liste === true) === liste ? ('page' as const) : undefined);
  return (
    <nav className="filters" aria-label={text.views}>
      <Link to="/encaissements/rapprochement" search={{}} aria-current={current(false)} activeProps={{}}>
        {text.oneByOne}
      </Link>
      <Link to="/encaissements/rapprochement" search={{ liste: true }} aria-current={current(true)} activeProps={{}}>
        {text.asList}
      </Link>
    </nav>
  );
}

/** What the bank says, set against what customers owe. */
export function Matching() {
  const company = useCompany();
  const search = useSearch({ from: '/encaissements/rapprochement' });
  const filter = search.filtre ? SERVER[search.filtre] : 'waiting';
  const list = useInfiniteQuery(bankLinesQuery(company.companyId, filter));
  const lines = itemsOf(list.data);
  const counts = list.data?.pages[0]?.counts;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const everything = counts ? counts.waiting + counts.matched + counts.setAside : 0;
  const waiting = filter === 'waiting';
  return (
    <PlacePage title={text.title}>
      <ReceiptsTabs current="rapprochement" />
      {(everything > 0 || search.filtre) && (
        <div className="row-between">
          <Filters waiting={counts?.waiting} />
          {waiting && (counts?.waiting ?? 0) > 0 && <Views search={search} />}
        </div>
      )}
      {list.isPending || !counts ? (
        list.isError ? (
          <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <Skeleton lines={10} />
        )
      ) : everything === 0 && !search.filtre ? (
        <Empty
          title={text.empty.title}
          text={text.empty.text}
          action={
            <>
              <ButtonLink kind="primary" to="/importer">
                {text.empty.action}
              </ButtonLink>
              {company.isDemo && (
                <p className="small soft measure">
                  {text.empty.practiceText}{' '}
                  <a href={`/api/companies/${company.companyId}/practice-statement`} download>
                    {text.empty.practice}
                  </a>
                </p>
              )}
            </>
          }
        />
      ) : waiting && !search.liste ? (
        <Queue
          key={company.companyId + (search.ligne ?? '')}
          lines={lines}
          counts={counts}
          start={search.ligne}
          onNearEnd={more}
        />
      ) : lines.length > 0 ? (
        <div>
          <LineList lines={lines} onEnd={more} />
          <p className="small soft list-end" role="status">
            {isFetchingNextPage
              ? t.common.loadingMore
              : hasNextPage
                ? text.list.shown(lines.length)
                : text.list.end(lines.length)}
          </p>
        </div>
      ) : (
        <Empty title={text.noMatch.title} text={text.noMatch.text} />
      )}
    </PlacePage>
  );
}
