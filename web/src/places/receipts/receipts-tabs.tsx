import { Link } from '@tanstack/react-router';
import { t } from '../../texts/index.ts';
import { TabBar } from '../../ui/tab-bar.tsx';

const text = t.receipts.tabs;
const TABS = [
  ['recus', '/encaissements'],
  ['rapprochement', '/encaissements/rapprochement'],
  ['sources', '/encaissements/sources'],
] as const;

export type ReceiptsTab = (typeof TABS)[number][0];

/** What came in: sums received, the bank's lines they come from, and where files come from by themselves. */
export function ReceiptsTabs({ current }: { current: ReceiptsTab }) {
  return (
    <TabBar label={text.label} current={current}>
      {TABS.map(([tab, to]) => (
        <Link
          key={tab}
          to={to}
          className="tab"
          data-tab={tab}
          aria-current={tab === current ? 'page' : undefined}
          activeOptions={{ exact: true }}
        >
          {text[tab]}
        </Link>
      ))}
      <Link to="/importer" className="tab" data-tab="importer">
        {text.importer}
      </Link>
    </TabBar>
  );
}
