import type { CommitmentTotals, Page } from '@acquit/recovery';
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { disputesQuery, plansQuery, promisesQuery } from '../../api/commitments.ts';
import { euros } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { PlacePage } from '../../ui/page.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { TabBar } from '../../ui/tab-bar.tsx';
import { DisputeLine, PlanLine, PromiseLine } from './lines.tsx';
import '../../styles/commitments.css';

const text = t.commitments;
export const FOLLOWED = ['promesses', 'litiges', 'echeanciers'] as const;
export type Followed = (typeof FOLLOWED)[number];

type Listed<T> = UseInfiniteQueryResult<InfiniteData<{ page: Page<T>; totals: CommitmentTotals }>>;

/** One list with its sums, page by page. */
function List<T>({ of, list, line }: { of: Followed; list: Listed<T>; line: (item: T) => ReactNode }) {
  const items = list.data?.pages.flatMap((one) => one.page.items) ?? [];
  const totals = list.data?.pages[0]?.totals;
  if (list.isPending) return <Skeleton lines={8} />;
  if (list.isError && items.length === 0) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (items.length === 0) return <Empty {...text.lists.empty[of]} />;
  return (
    <div className="stack">
      {totals && (
        <p className="soft">
          {text.lists.total(totals.count, euros(totals.cents))}
          {totals.late > 0 && ` · ${text.lists.late(totals.late)}`}
        </p>
      )}
      <ul className="commitments">{items.map(line)}</ul>
      <LoadMore of={list} />
    </div>
  );
}

const named = (caseId: string, name: string) => (
  <Link to="/dossiers/$caseId" params={{ caseId }} className="plain-link">
    {name}
  </Link>
);

function Promises({ companyId, filter }: { companyId: string; filter: string }) {
  const list = useInfiniteQuery(promisesQuery(companyId, filter));
  return (
    <List
      of="promesses"
      list={list}
      line={(one) => <PromiseLine key={one.promiseId} promise={one} name={named(one.caseId, one.debtorName)} />}
    />
  );
}
function Disputes({ companyId, filter }: { companyId: string; filter: string }) {
  const list = useInfiniteQuery(disputesQuery(companyId, filter));
  return (
    <List
      of="litiges"
      list={list}
      line={(one) => <DisputeLine key={one.disputeId} dispute={one} name={named(one.caseId, one.debtorName)} />}
    />
  );
}
function Plans({ companyId, filter }: { companyId: string; filter: string }) {
  const list = useInfiniteQuery(plansQuery(companyId, filter));
  return (
    <List
      of="echeanciers"
      list={list}
      line={(one) => <PlanLine key={one.planId} plan={one} name={named(one.caseId, one.debtorName)} />}
    />
  );
}

const LISTS = { promesses: Promises, litiges: Disputes, echeanciers: Plans };

/** Promises, disputes and plans of a company, each with who answers, how old it is and by when. */
export function FollowedLists() {
  const company = useCompany();
  const { liste } = useParams({ from: '/suivi/$liste' });
  const { filtre } = useSearch({ from: '/suivi/$liste' });
  const current = FOLLOWED.find((one) => one === liste) ?? 'promesses';
  const filters: Record<string, string> = text.filters[current];
  const filter = filtre !== undefined && filtre in filters ? filtre : Object.keys(filters)[0]!;
  const Shown = LISTS[current];
  return (
    <PlacePage title={text.lists[current].title} lead={text.lists[current].lead}>
      <TabBar label={text.tabs.label} current={current}>
        {FOLLOWED.map((one) => (
          <Link
            key={one}
            to="/suivi/$liste"
            params={{ liste: one }}
            className="tab"
            data-tab={one}
            aria-current={one === current ? 'page' : undefined}
          >
            {text.tabs[one]}
          </Link>
        ))}
      </TabBar>
      <nav className="filters" aria-label={text.lists.filter}>
        {Object.entries(filters).map(([value, label], n) => (
          <Link
            key={value}
            to="/suivi/$liste"
            params={{ liste: current }}
            search={n === 0 ? {} : { filtre: value }}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {label}
          </Link>
        ))}
      </nav>
      <Shown key={`${current}-${filter}`} companyId={company.companyId} filter={filter} />
    </PlacePage>
  );
}
