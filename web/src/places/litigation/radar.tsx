import type { LimitationListView, LimitationRow } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { limitationsQuery } from '../../api/litigation.ts';
import { shortDay } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { litigation } from '../../texts/fr/litigation.ts';
import { t } from '../../texts/index.ts';
import { Amount, Badge, DayText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { ActError, Empty, ErrorNotice, Notice, Skeleton } from '../../ui/states.tsx';
import { LitigationPage } from './frame.tsx';
import { LimitationPanel } from './limitation-panel.tsx';

const text = litigation.radar;
type Band = LimitationListView['counts'][number]['within'];
const BANDS: readonly Band[] = ['all', '180', '60', '15', 'expired'];
/** Under this many days the date is shown in the colour of what is lost by waiting. */
const CLOSE_DAYS = 60;

/** What is left of the period, in words; a suspended one says until when at least. */
function Left({ row }: { row: LimitationRow }) {
  if (row.blocked) return <span className="warn-text small">{row.blocked.message}</span>;
  if (row.expiresOn === null)
    return (
      <span className="small soft">
        {text.suspended}
        {row.fallbackOn && ` (${text.fallback(shortDay(row.fallbackOn))})`}
      </span>
    );
  const days = row.daysLeft ?? 0;
  return <span className={days <= CLOSE_DAYS ? 'late nowrap' : 'nowrap'}>{litigation.left(days)}</span>;
}

function Line({
  row,
  index,
  measure,
  onWhy,
}: {
  row: LimitationRow;
  index: number;
  measure: (node: Element | null) => void;
  onWhy: () => void;
}) {
  const day = row.expiresOn ?? row.fallbackOn;
  return (
    <tr data-index={index} ref={measure} aria-rowindex={index + 2}>
      <th scope="row" className="col-name">
        <button
          type="button"
          className="link-button wrap-anywhere"
          aria-label={text.whyLabel(row.number)}
          onClick={onWhy}
        >
          {row.number}
        </button>{' '}
        {row.isTitle && <Badge>{text.title}</Badge>}{' '}
        {row.confidence === 'C' && <Badge kind="warn">{litigation.toCheck}</Badge>}
        {row.missing.length > 0 && <div className="small soft">{text.missing(row.missing.join(', '))}</div>}
      </th>
      <td className="wrap-anywhere col-debtor">
        <Link to="/dossiers/$caseId" params={{ caseId: row.caseId }} className="plain-link">
          {row.debtorName}
        </Link>
      </td>
      <td className="number">
        <Amount cents={row.openCents} />
      </td>
      <td className="col-day">
        {day === null ? <span className="faint">{text.unknown}</span> : <DayText day={day} />}
      </td>
      <td className="col-left">
        <Left row={row} />
      </td>
    </tr>
  );
}

function Bands({ counts, current }: { counts: LimitationListView['counts']; current: Band }) {
  return (
    <nav className="band-choice" aria-label={text.bandsLabel}>
      {BANDS.map((band) => {
        const found = counts.find((one) => one.within === band);
        return (
          <Link
            key={band}
            to="/contentieux"
            search={band === 'all' ? {} : { delai: band }}
            replace
            className="band-door"
            aria-current={band === current ? 'true' : undefined}
            activeProps={{ 'aria-current': band === current ? 'true' : undefined }}
          >
            <span>{text.bands[band]}</span>
            <b className="figure">{text.count(found?.count ?? 0, euros(found?.cents ?? 0))}</b>
          </Link>
        );
      })}
    </nav>
  );
}

function Stale({ companyId, count }: { companyId: string; count: number }) {
  const act = useAct((_: null, key) => change('POST', `/companies/${companyId}/limitation/refresh`, {}, key));
  return (
    <Notice
      title={text.stale(count)}
      actions={
        <Button small busy={act.isPending} onClick={() => act.mutate(null)}>
          {text.refresh}
        </Button>
      }
    >
      <ActError error={act.error} />
    </Notice>
  );
}

/** Claims by the day on which they can no longer be sued for, the nearest first. */
export function Radar() {
  const { companyId } = useCompany();
  const { delai = 'all', facture } = useSearch({ from: '/contentieux' });
  const navigate = useNavigate({ from: '/contentieux' });
  const list = useInfiniteQuery({ ...limitationsQuery(companyId, delai), placeholderData: (before) => before });
  const rows = list.data?.pages.flatMap((one) => one.page.items) ?? [];
  const first = list.data?.pages[0];
  const open = (claimId: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, facture: claimId }), replace: true, resetScroll: false });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const { columns } = text;
  const watched = first?.counts.find((one) => one.within === 'all')?.count ?? 0;
  return (
    <LitigationPage tab="radar">
      <p className="litigation-lead">{text.lead}</p>
      {first && first.stale > 0 && <Stale companyId={companyId} count={first.stale} />}
      {first && watched > 0 && <Bands counts={first.counts} current={delai} />}
      {list.isPending ? (
        <Skeleton lines={12} />
      ) : list.isError && rows.length === 0 ? (
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : rows.length > 0 ? (
        <div className={list.isPlaceholderData ? 'is-stale' : undefined}>
          <LongTable
            label={text.label}
            className="radar-table"
            columns={5}
            rows={rows}
            rowHeight={45}
            onEnd={more}
            head={
              <tr>
                <th scope="col">{columns.claim}</th>
                <th scope="col">{columns.debtor}</th>
                <th scope="col" className="number">
                  {columns.open}
                </th>
                <th scope="col">{columns.expires}</th>
                <th scope="col">{columns.left}</th>
              </tr>
            }
            line={(row, index, measure) => (
              <Line key={row.claimId} row={row} index={index} measure={measure} onWhy={() => open(row.claimId)} />
            )}
          />
          <p className="small soft list-end" role="status">
            {isFetchingNextPage ? t.common.loadingMore : hasNextPage ? '' : text.end(rows.length)}
          </p>
        </div>
      ) : watched > 0 ? (
        <p className="soft">{text.noMatch}</p>
      ) : (
        <Empty title={text.empty.title} text={text.empty.text} />
      )}
      {facture && <LimitationPanel claimId={facture} onClose={() => open(undefined)} />}
    </LitigationPage>
  );
}
