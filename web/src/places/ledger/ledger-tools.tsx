import { Link, useNavigate } from '@tanstack/react-router';
import { isSumWrong } from '../../format/money.ts';
import type { LedgerSearch } from '../../router.tsx';
import { t } from '../../texts/index.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { useTyped } from '../../ui/typed.ts';
import { isNarrowed } from './filter.ts';

const text = t.ledger;
const states = [
  undefined,
  'ouvertes',
  'retard',
  'suspendues',
  'soldees',
  'avoirs',
  'annulees',
  'irrecouvrables',
] as const;

/** One field of the filter that lives in the address. */
function useField(search: LedgerSearch, name: 'q' | 'min' | 'max') {
  const navigate = useNavigate({ from: '/dossiers/factures' });
  return useTyped(search[name] ?? '', (value) => {
    void navigate({
      search: (before) => ({ ...before, [name]: value || undefined }),
      replace: true,
      resetScroll: false,
    });
  });
}

function AmountFilter({ search, name, label }: { search: LedgerSearch; name: 'min' | 'max'; label: string }) {
  const [typed, setTyped] = useField(search, name);
  return (
    <TextField
      label={label}
      aria-label={name === 'max' ? text.maxWhole : undefined}
      suffix="€"
      inputMode="decimal"
      value={typed}
      onValue={setTyped}
      error={isSumWrong(typed) ? text.amountWrong : null}
    />
  );
}

function DayFilter({ search, name, label }: { search: LedgerSearch; name: 'du' | 'au'; label: string }) {
  const navigate = useNavigate({ from: '/dossiers/factures' });
  return (
    <TextField
      label={label}
      aria-label={name === 'au' ? text.dueToWhole : undefined}
      type="date"
      value={search[name] ?? ''}
      error={name === 'au' && search.du && search.au && search.au < search.du ? text.daysCrossed : null}
      onValue={(value) =>
        void navigate({
          search: (before) => ({ ...before, [name]: value || undefined }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}

/** Search, state, dates, amounts and order; all of it stays in the address. */
export function LedgerTools({ search }: { search: LedgerSearch }) {
  const navigate = useNavigate({ from: '/dossiers/factures' });
  const [typed, setTyped] = useField(search, 'q');
  return (
    <div className="stack">
      <nav className="filters" aria-label={text.states}>
        {states.map((state) => (
          <Link
            key={state ?? 'toutes'}
            to="/dossiers/factures"
            search={(before: LedgerSearch) => ({ ...before, etat: state })}
            activeOptions={{ exact: true, includeSearch: true }}
            resetScroll={false}
          >
            {text.state[state ?? 'toutes']}
          </Link>
        ))}
      </nav>
      <div className="ledger-tools">
        <TextField label={text.search} type="search" value={typed} onValue={setTyped} />
        <div className="field-pair">
          <DayFilter search={search} name="du" label={text.dueFrom} />
          <DayFilter search={search} name="au" label={text.dueTo} />
        </div>
        <div className="field-pair field-pair-amounts">
          <AmountFilter search={search} name="min" label={text.min} />
          <AmountFilter search={search} name="max" label={text.max} />
        </div>
        <SelectField
          label={text.sort}
          value={search.tri ?? 'echeance'}
          onValue={(value) =>
            void navigate({
              search: (before) => ({
                ...before,
                tri: value === 'echeance' ? undefined : (value as NonNullable<LedgerSearch['tri']>),
              }),
              replace: true,
            })
          }
          options={Object.entries(text.sorts).map(([value, label]) => ({ value, label }))}
        />
      </div>
      {isNarrowed(search) && (
        <p className="small">
          <Link to="/dossiers/factures" search={{ tri: search.tri }} replace>
            {text.clear}
          </Link>
        </p>
      )}
    </div>
  );
}
