import { type CaseRow, PAYER_CLASS_NAMES, PAYER_CLASSES, type PayerClass } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { casesQuery, itemsOf } from '../../api/queries.ts';
import type { CasesSearch } from '../../router.tsx';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount, Badge, DayText, LateText } from '../../ui/bits.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { PlacePage } from '../../ui/page.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { useTyped } from '../../ui/typed.ts';
import { CasesTabs } from './cases-tabs.tsx';
import '../../styles/case-list.css';

const text = t.cases;
const filters = [undefined, 'retard', 'pause', 'examen'] as const;
/** The words of the address to those of the server. */
const serverFilter = { retard: 'overdue', pause: 'paused', examen: 'parked' } as const;
const serverSort = { anciennete: 'age', nom: 'name' } as const;

function SearchField({ search }: { search: CasesSearch }) {
  const navigate = useNavigate({ from: '/dossiers' });
  const [typed, setTyped] = useTyped(search.q ?? '', (q) => {
    void navigate({
      search: (before) => ({ ...before, q: q || undefined, chercher: undefined }),
      replace: true,
      resetScroll: false,
    });
  });
  useEffect(() => {
    if (search.chercher) document.getElementById('case-search')?.focus();
  }, [search.chercher]);
  return (
    <div className="field">
      <label className="field-label" htmlFor="case-search">
        {text.search}
      </label>
      <input
        id="case-search"
        className="input"
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}

function Tools({ search }: { search: CasesSearch }) {
  const navigate = useNavigate({ from: '/dossiers' });
  return (
    <div className="list-tools">
      <SearchField search={search} />
      <nav className="filters" aria-label={text.filters}>
        {filters.map((filter) => (
          <Link
            key={filter ?? 'all'}
            to="/dossiers"
            search={(before: CasesSearch) => ({ ...before, filtre: filter })}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {text.filter[filter ?? 'all']}
          </Link>
        ))}
      </nav>
      <SelectField
        label={text.payerClass}
        value={search.classe ?? ''}
        onValue={(value) =>
          void navigate({
            search: (before) => ({ ...before, classe: value === '' ? undefined : (value as PayerClass) }),
            replace: true,
          })
        }
        options={[
          { value: '', label: text.anyClass },
          ...PAYER_CLASSES.map((one) => ({ value: one, label: PAYER_CLASS_NAMES[one] })),
        ]}
      />
      <SelectField
        label={text.sort}
        value={search.tri ?? 'montant'}
        onValue={(value) =>
          void navigate({
            search: (before) => ({ ...before, tri: value === 'montant' ? undefined : (value as 'anciennete' | 'nom') }),
            replace: true,
          })
        }
        options={Object.entries(text.sorts).map(([value, label]) => ({ value, label }))}
      />
    </div>
  );
}

function Row({ row, index, measure }: { row: CaseRow; index: number; measure: (node: Element | null) => void }) {
  return (
    <tr data-index={index} ref={measure} aria-rowindex={index + 2}>
      <th scope="row">
        <Link to="/dossiers/$caseId" params={{ caseId: row.caseId }} className="case-link">
          {row.debtorName}
        </Link>
        <div className="small soft">
          {t.words.profile[row.profile]}{' '}
          {row.status !== 'open' && (
            <Badge {...(row.status === 'parked' ? { kind: 'warn' as const } : {})}>
              {t.words.caseStatus[row.status]}
            </Badge>
          )}
        </div>
      </th>
      <td className="col-late">
        <LateText days={row.daysLate} />
        {row.daysLate <= 0 && row.oldestDueOn && <DayText day={row.oldestDueOn} />}
      </td>
      <td className="number col-claims">{row.openClaims}</td>
      <td className="col-next">
        {row.nextStepName ? (
          <>
            {row.nextStepName}
            {row.nextActionOn && (
              <div className="small soft">
                <DayText day={row.nextActionOn} />
              </div>
            )}
          </>
        ) : (
          <span className="faint">{text.noNext}</span>
        )}
      </td>
      <td className="col-last">
        {row.lastContactOn ? <DayText day={row.lastContactOn} /> : <span className="faint">{text.neverContacted}</span>}
      </td>
      <td className="number col-open">
        <Amount cents={row.openCents} />
      </td>
    </tr>
  );
}

function CaseTable({ rows, onEnd }: { rows: readonly CaseRow[]; onEnd: () => void }) {
  return (
    <LongTable
      label={text.listLabel}
      className="case-table"
      columns={6}
      rows={rows}
      rowHeight={63}
      onEnd={onEnd}
      head={
        <tr>
          <th scope="col">{text.columns.debtor}</th>
          <th scope="col">{text.columns.late}</th>
          <th scope="col" className="number">
            {text.columns.claims}
          </th>
          <th scope="col">{text.columns.next}</th>
          <th scope="col">{text.columns.last}</th>
          <th scope="col" className="number">
            {text.columns.open}
          </th>
        </tr>
      }
      line={(row, index, measure) => <Row key={row.caseId} row={row} index={index} measure={measure} />}
    />
  );
}

export function CaseList() {
  const company = useCompany();
  const search = useSearch({ from: '/dossiers' });
  const list = useInfiniteQuery({
    ...casesQuery(company.companyId, {
      q: search.q,
      filter: search.filtre ? serverFilter[search.filtre] : 'all',
      payerClass: search.classe,
      sort: search.tri ? serverSort[search.tri] : 'amount',
    }),
    placeholderData: (before) => before,
  });
  const rows = itemsOf(list.data);
  const narrowed = search.q !== undefined || search.filtre !== undefined || search.classe !== undefined;
  const more = () => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  };
  return (
    <PlacePage
      title={text.title}
      actions={rows.length > 0 && <ButtonLink to="/dossiers/doublons">{t.customers.doubles.link}</ButtonLink>}
    >
      <CasesTabs current="clients" />
      {(rows.length > 0 || narrowed) && <Tools search={search} />}
      {list.isPending ? (
        <Skeleton lines={12} />
      ) : list.isError && rows.length === 0 ? (
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : rows.length > 0 ? (
        <div>
          <CaseTable rows={rows} onEnd={more} />
          <p className="small soft list-end" role="status">
            {list.isFetchingNextPage
              ? t.common.loadingMore
              : list.hasNextPage
                ? text.shown(rows.length)
                : text.end(rows.length)}
          </p>
        </div>
      ) : narrowed ? (
        <Empty
          title={text.noMatch.title}
          text={text.noMatch.text}
          action={<ButtonLink to="/dossiers">{text.noMatch.action}</ButtonLink>}
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
