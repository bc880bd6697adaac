import { Link } from '@tanstack/react-router';
import { t } from '../../texts/index.ts';
import { TabBar } from '../../ui/tab-bar.tsx';

const text = t.ledger.tabs;

/** The two readings of the same book: by customer, or invoice by invoice. */
export function CasesTabs({ current }: { current: 'clients' | 'factures' }) {
  const tab = (name: 'clients' | 'factures') => ({
    className: 'tab',
    'data-tab': name,
    'aria-current': name === current ? ('page' as const) : undefined,
    activeOptions: { exact: true },
  });
  return (
    <TabBar label={text.label} current={current}>
      <Link to="/dossiers" {...tab('clients')}>
        {text.clients}
      </Link>
      <Link to="/dossiers/factures" {...tab('factures')}>
        {text.invoices}
      </Link>
      <Link to="/suivi/$liste" params={{ liste: 'promesses' }} className="tab">
        {t.commitments.tabs.label}
      </Link>
    </TabBar>
  );
}
