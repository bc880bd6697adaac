import { PROCEDURE_KINDS, type ProcedureKind, type ProcedureRow, procedureName } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { proceduresQuery } from '../../api/litigation.ts';
import { shortDay } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import type { ProceduresSearch } from '../../router.tsx';
import { useCompany } from '../../shell/session.tsx';
import { litigation } from '../../texts/fr/litigation.ts';
import { t } from '../../texts/index.ts';
import { Amount, Badge, DayText } from '../../ui/bits.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { useTyped } from '../../ui/typed.ts';
import { LitigationPage } from './frame.tsx';

const text = litigation.procedures;

function Line({ row, index, measure }: { row: ProcedureRow; index: number; measure: (node: Element | null) => void }) {
  const { columns } = text;
  return (
    <tr data-index={index} ref={measure} aria-rowindex={index + 2}>
      <th scope="row" className="col-name">
        <Link
          to="/contentieux/procedures/$procedureId"
          params={{ procedureId: row.procedureId }}
          className="case-link wrap-anywhere"
        >
          {row.debtorName}
        </Link>
        <div className="small soft wrap-anywhere">
          {[row.name, row.courtName, row.caseNumber].filter(Boolean).join(' · ')}
        </div>
      </th>
      <td className="col-state">
        <Badge {...(row.end === 'lapsed' || row.end === 'refused' ? { kind: 'warn' as const } : {})}>
          {row.stateName}
        </Badge>
        {row.since && <div className="small soft">{text.since(shortDay(row.since))}</div>}
      </td>
      <td className="col-next">
        {row.nextDeadline ? (
          <>
            <DayText day={row.nextDeadline.before} />
            <div className="small soft wrap-anywhere">{row.nextDeadline.label}</div>
          </>
        ) : (
          <span className="faint small">{text.noDate}</span>
        )}
      </td>
      <td className="number">
        <span className="narrow-label">{columns.amount}&nbsp;: </span>
        <Amount cents={row.amountCents} />
      </td>
      <td className="number">
        <span className="narrow-label">{columns.costs}&nbsp;: </span>
        <Amount cents={row.costsCents} />
      </td>
    </tr>
  );
}

const kinds = [
  { value: '', label: text.everyKind },
  ...PROCEDURE_KINDS.map((value) => ({ value, label: procedureName(value) })),
];

/** What the list shows: words, kind, state; all of it stays in the address. */
function Tools({ search, found }: { search: ProceduresSearch; found: string | null }) {
  const navigate = useNavigate({ from: '/contentieux/procedures' });
  const narrow = (change: ProceduresSearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const [typed, setTyped] = useTyped(search.q ?? '', (q) => narrow({ q: q || undefined }));
  return (
    <div className="litigation-tools">
      <TextField label={text.search} type="search" value={typed} onValue={setTyped} />
      <SelectField
        label={text.kind}
        value={search.voie ?? ''}
        onValue={(value) => narrow({ voie: value === '' ? undefined : (value as ProcedureKind) })}
        options={kinds}
      />
      <SelectField
        label={text.filter}
        value={search.etat ?? 'running'}
        onValue={(value) =>
          narrow({ etat: value === 'running' ? undefined : (value as NonNullable<ProceduresSearch['etat']>) })
        }
        options={Object.entries(text.filters).map(([value, label]) => ({ value, label }))}
      />
      <p className="soft" role="status">
        {found}
      </p>
    </div>
  );
}

/** Every procedure of the company with its state and its next date. */
export function Procedures() {
  const { companyId } = useCompany();
  const search = useSearch({ from: '/contentieux/procedures' });
  const { q, voie: kind, etat: filter = 'running' } = search;
  const list = useInfiniteQuery({
    ...proceduresQuery(companyId, { filter, kind, q }),
    placeholderData: (before) => before,
  });
  const rows = list.data?.pages.flatMap((one) => one.page.items) ?? [];
  const totals = list.data?.pages[0]?.totals;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const { columns } = text;
  return (
    <LitigationPage tab="procedures">
      <p className="litigation-lead">{text.lead}</p>
      <Tools
        search={search}
        found={totals && totals.count > 0 ? text.total(totals.count, euros(totals.cents)) : null}
      />
      {list.isPending ? (
        <Skeleton lines={10} />
      ) : list.isError && rows.length === 0 ? (
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : rows.length > 0 ? (
        <div className={list.isPlaceholderData ? 'is-stale' : undefined}>
          <LongTable
            label={text.label}
            className="procedure-table"
            columns={5}
            rows={rows}
            rowHeight={61}
            onEnd={more}
            head={
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.state}</th>
                <th scope="col">{columns.next}</th>
                <th scope="col" className="number">
                  {columns.amount}
                </th>
                <th scope="col" className="number">
                  {columns.costs}
                </th>
              </tr>
            }
            line={(row, index, measure) => <Line key={row.procedureId} row={row} index={index} measure={measure} />}
          />
          {isFetchingNextPage && (
            <p className="small soft list-end" role="status">
              {t.common.loadingMore}
            </p>
          )}
        </div>
      ) : filter === 'running' && !q && !kind ? (
        <Empty
          title={text.empty.title}
          text={text.empty.text}
          action={<ButtonLink to="/dossiers">{text.empty.action}</ButtonLink>}
        />
      ) : (
        <p className="soft">
          {text.noMatch}{' '}
          <Link to="/contentieux/procedures" search={{}} replace>
            {text.clear}
          </Link>
        </p>
      )}
    </LitigationPage>
  );
}
