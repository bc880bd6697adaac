import type { PayerClass, PayerRow } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { itemsOf, payersQuery } from '../../api/queries.ts';
import { shortDay } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount, Badge } from '../../ui/bits.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../ui/states.tsx';
import '../../styles/case-list.css';

const text = t.prevention.clients;
const classes = t.prevention.payer.classes;

function Line({ row, index, measure }: { row: PayerRow; index: number; measure: (node: Element | null) => void }) {
  return (
    <tr data-index={index} ref={measure} aria-rowindex={index + 2}>
      <th scope="row" className="col-name">
        <Link to="/dossiers/$caseId" params={{ caseId: row.caseId }} className="case-link">
          {row.name}
        </Link>
      </th>
      <td className="col-class">
        <Badge {...(row.payerClass === 'at-risk' ? { kind: 'warn' as const } : {})}>{row.payerClassName}</Badge>
        {row.byHand && <div className="small soft">{text.byHand}</div>}
      </td>
      <td className="number col-cost">
        {row.lateCostCents === null ? (
          <span className="faint">
            <span aria-hidden="true">–</span>
            <span className="hidden-visually">{text.noRate}</span>
          </span>
        ) : (
          <span title={text.computed(shortDay(row.computedOn))}>
            <span className="narrow-label">{`${text.columns.cost}\u00a0: `}</span>
            {text.about(euros(row.lateCostCents))}
          </span>
        )}
      </td>
      <td className="number col-exposure">
        <span className="narrow-label">{`${text.columns.open}\u00a0: `}</span>
        <Amount cents={row.openCents} />
      </td>
      <td className="number col-limit">
        <span className="narrow-label">{`${text.columns.limit}\u00a0: `}</span>
        {row.limitCents === null ? <span className="faint">{text.noLimit}</span> : <Amount cents={row.limitCents} />}
        {row.overCents > 0 && <div className="small warn-text">{text.over(euros(row.overCents))}</div>}
      </td>
    </tr>
  );
}

function Tools() {
  const navigate = useNavigate({ from: '/prevention/$tab' });
  const { classe, encours } = useSearch({ from: '/prevention/$tab' });
  const choose = (change: { classe?: PayerClass | undefined; encours?: 'depasse' | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <div className="payer-tools">
      <SelectField
        label={text.classLabel}
        value={classe ?? ''}
        onValue={(value) => choose({ classe: value === '' ? undefined : (value as PayerClass) })}
        options={[
          { value: '', label: text.everyClass },
          ...Object.entries(classes).map(([value, label]) => ({ value, label })),
        ]}
      />
      <SelectField
        label={text.exposureLabel}
        value={encours ?? ''}
        onValue={(value) => choose({ encours: value === '' ? undefined : 'depasse' })}
        options={[
          { value: '', label: text.everyExposure },
          { value: 'depasse', label: text.overOnly },
        ]}
      />
    </div>
  );
}

/** Customers by what their lateness costs, filtered by class and by exposure. */
export function Payers() {
  const company = useCompany();
  const { classe, encours } = useSearch({ from: '/prevention/$tab' });
  const list = useInfiniteQuery({
    ...payersQuery(company.companyId, { class: classe, exposure: encours && 'over' }),
    placeholderData: (before) => before,
  });
  const rows = itemsOf(list.data);
  const narrowed = classe !== undefined || encours !== undefined;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const { columns } = text;
  return (
    <div className="stack-loose">
      <div className="stack-tight">
        <p className="soft">{text.lead}</p>
        {rows.length > 0 && rows.every((row) => row.lateCostCents === null) && (
          <p>
            {t.prevention.payer.noRate}{' '}
            <Link to="/prevention/$tab" params={{ tab: 'reglages' }}>
              {t.prevention.payer.noRateAction}
            </Link>
          </p>
        )}
      </div>
      {(rows.length > 0 || narrowed) && <Tools />}
      {list.isPending ? (
        <Skeleton lines={12} />
      ) : list.isError && rows.length === 0 ? (
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : rows.length > 0 ? (
        <div className={list.isPlaceholderData ? 'is-stale' : undefined}>
          <LongTable
            label={text.listLabel}
            className="payer-table"
            columns={5}
            rows={rows}
            rowHeight={45}
            onEnd={more}
            head={
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.class}</th>
                <th scope="col" className="number">
                  {columns.cost}
                </th>
                <th scope="col" className="number">
                  {columns.open}
                </th>
                <th scope="col" className="number">
                  {columns.limit}
                </th>
              </tr>
            }
            line={(row, index, measure) => <Line key={row.debtorId} row={row} index={index} measure={measure} />}
          />
          <p className="small soft list-end" role="status">
            {isFetchingNextPage ? t.common.loadingMore : hasNextPage ? text.shown(rows.length) : text.end(rows.length)}
          </p>
        </div>
      ) : narrowed ? (
        <Empty
          title={text.noMatch.title}
          text={text.noMatch.text}
          action={
            <ButtonLink to="/prevention/$tab" params={{ tab: 'clients' }}>
              {text.noMatch.action}
            </ButtonLink>
          }
        />
      ) : (
        <Empty title={text.empty.title} text={text.empty.text} />
      )}
    </div>
  );
}
