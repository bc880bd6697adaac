import type { LedgerRow, LedgerView } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { itemsOf, ledgerExport, ledgerQuery } from '../../api/queries.ts';
import { euros, integer } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount, Badge, DayText, LateText } from '../../ui/bits.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { Menu, MenuLabel, MenuLink } from '../../ui/menu.tsx';
import { PlacePage } from '../../ui/page.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { CasesTabs } from '../cases/cases-tabs.tsx';
import { filterOf, isNarrowed } from './filter.ts';
import { LedgerTools } from './ledger-tools.tsx';
import '../../styles/case-list.css';
import '../../styles/ledger.css';

const text = t.ledger;

function Totals({ totals }: { totals: LedgerView['totals'] }) {
  const rows = [
    [text.totals.rows, integer(totals.rows), ''],
    [text.totals.amount, euros(totals.amountCents), ''],
    [text.totals.open, euros(totals.openCents), ''],
    [text.totals.late, euros(totals.lateCents), totals.lateCents > 0 ? 'late' : ''],
  ] as const;
  return (
    <dl className="ledger-totals" aria-label={text.totals.label} aria-live="polite">
      {rows.map(([label, figure, tone]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={`figure ${tone}`}>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function State({ row }: { row: LedgerRow }) {
  if (row.hold)
    return (
      <>
        <Badge kind="warn">{text.held}</Badge>
        <div className="small soft first-capital">{row.hold}</div>
      </>
    );
  if (row.status !== 'open') return <span className="soft">{t.words.claimStatus[row.status]}</span>;
  return row.levelStepName ?? <span className="faint">{t.words.claimStatus.open}</span>;
}

function Line({ row, index, measure }: { row: LedgerRow; index: number; measure: (node: Element | null) => void }) {
  const part = row.openCents !== 0 && row.openCents !== row.amountCents;
  return (
    <tr data-index={index} ref={measure} aria-rowindex={index + 2}>
      <th scope="row" className="col-number">
        <Link to="/dossiers/$caseId" params={{ caseId: row.caseId }} className="plain-link">
          {row.number}
        </Link>
        <div className="small soft">{row.kindName}</div>
      </th>
      <td className="col-debtor wrap-anywhere">{row.debtorName}</td>
      <td className="col-issued">
        <DayText day={row.issuedOn} />
      </td>
      <td className="col-due">
        <DayText day={row.dueOn} />
        <div className="small">
          <LateText days={row.daysLate} />
        </div>
      </td>
      <td className="col-state">
        <State row={row} />
      </td>
      <td className="number col-open">
        {row.status === 'open' ? (
          <Link
            to="/dossiers/$caseId"
            params={{ caseId: row.caseId }}
            search={{ pourquoi: row.claimId }}
            className="amount-door"
            aria-label={`${euros(row.openCents)}. ${text.why(row.number)}`}
          >
            <Amount cents={row.openCents} />
          </Link>
        ) : (
          <Amount cents={row.openCents} />
        )}
        {part && <div className="small soft">{text.part(euros(row.amountCents))}</div>}
      </td>
      <td className="number col-amount">
        <Amount cents={row.amountCents} />
      </td>
    </tr>
  );
}

function LedgerTable({ rows, onEnd }: { rows: readonly LedgerRow[]; onEnd: () => void }) {
  const { columns } = text;
  return (
    <LongTable
      label={text.listLabel}
      className="ledger-table"
      columns={7}
      rows={rows}
      rowHeight={59}
      onEnd={onEnd}
      head={
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.debtor}</th>
          <th scope="col">{columns.issued}</th>
          <th scope="col">{columns.due}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col" className="number">
            {columns.open}
          </th>
          <th scope="col" className="number">
            {columns.amount}
          </th>
        </tr>
      }
      line={(row, index, measure) => <Line key={row.claimId} row={row} index={index} measure={measure} />}
    />
  );
}

/** The customers' ledger: every invoice and credit note, filtered, totalled and exported. */
export function Ledger() {
  const company = useCompany();
  const search = useSearch({ from: '/dossiers/factures' });
  const filter = filterOf(search);
  const list = useInfiniteQuery({
    ...ledgerQuery(company.companyId, filter),
    placeholderData: (before) => before,
  });
  const rows = itemsOf(list.data);
  const totals = list.data?.pages[0]?.totals;
  const narrowed = isNarrowed(search);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const exporting = totals && totals.rows > 0 && (
    <Menu className="button" label={text.export} name={text.exportLabel}>
      <MenuLabel>{text.exportNote(totals.rows, totals.partial)}</MenuLabel>
      <MenuLink href={ledgerExport(company.companyId, filter, 'xlsx')}>{text.exportXlsx}</MenuLink>
      <MenuLink href={ledgerExport(company.companyId, filter, 'csv')}>{text.exportCsv}</MenuLink>
    </Menu>
  );
  return (
    <PlacePage title={text.title} actions={exporting}>
      <CasesTabs current="factures" />
      {(rows.length > 0 || narrowed) && <LedgerTools search={search} />}
      {totals && totals.rows > 0 && <Totals totals={totals} />}
      {totals?.partial && <p className="small warn-text">{text.partial}</p>}
      {list.isPending ? (
        <Skeleton lines={12} />
      ) : list.isError && rows.length === 0 ? (
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : rows.length > 0 ? (
        <div className={list.isPlaceholderData ? 'is-stale' : undefined}>
          <LedgerTable rows={rows} onEnd={more} />
          <p className="small soft list-end" role="status">
            {isFetchingNextPage
              ? t.common.loadingMore
              : hasNextPage
                ? text.shown(rows.length, totals?.rows ?? rows.length)
                : text.end(rows.length)}
          </p>
        </div>
      ) : narrowed ? (
        <Empty
          title={text.noMatch.title}
          text={text.noMatch.text}
          action={<ButtonLink to="/dossiers/factures">{text.clear}</ButtonLink>}
        />
      ) : (
        <Empty
          title={text.empty.title}
          text={text.empty.text}
          action={
            <ButtonLink kind="primary" to="/importer">
              {t.shell.import}
            </ButtonLink>
          }
        />
      )}
    </PlacePage>
  );
}
