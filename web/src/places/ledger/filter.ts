import type { LedgerFilter } from '../../api/queries.ts';
import { parseEuros } from '../../format/money.ts';
import type { LedgerSearch } from '../../router.tsx';

/** The words of the address to those of the server. */
const STATES = {
  ouvertes: 'open',
  retard: 'late',
  suspendues: 'held',
  soldees: 'settled',
  avoirs: 'credit-note',
  annulees: 'cancelled',
  irrecouvrables: 'irrecoverable',
} as const;
const SORTS = { montant: 'amount', recentes: 'recent', client: 'debtor' } as const;

/** What the address asks of the server; an amount that cannot be read asks nothing. */
export function filterOf(search: LedgerSearch): LedgerFilter {
  const cents = (typed: string | undefined) => (typed === undefined ? undefined : (parseEuros(typed) ?? undefined));
  const filter: LedgerFilter = {
    q: search.q,
    state: search.etat && STATES[search.etat],
    dueFrom: search.du,
    dueTo: search.au,
    minCents: cents(search.min),
    maxCents: cents(search.max),
    sort: search.tri && SORTS[search.tri],
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** True when the address keeps only a part of the ledger. */
export function isNarrowed({ tri: _, ...narrowing }: LedgerSearch): boolean {
  return Object.values(narrowing).some((value) => value !== undefined);
}
