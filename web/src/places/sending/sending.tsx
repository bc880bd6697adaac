import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { todayQuery } from '../../api/queries.ts';
import type { SendingSearch } from '../../router.tsx';
import { NotFound } from '../../shell/lost.tsx';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { PlacePage } from '../../ui/page.tsx';
import { TabBar } from '../../ui/tab-bar.tsx';
import { Calendar } from './calendar.tsx';
import { Dispatches } from './dispatches.tsx';
import { Doubts } from './doubts.tsx';
import { MessageList } from './message-list.tsx';
import { MessagePanel } from './message-panel.tsx';
import { Plan } from './plan.tsx';
import { PrintQueue } from './print-queue.tsx';
import '../../styles/sending.css';

const text = t.sending;
type Tab = keyof typeof text.tabs;

function isTab(value: string): value is Tab {
  return value in text.tabs;
}

function TabContent({
  tab,
  search,
  onOpen,
}: {
  tab: Tab;
  search: SendingSearch;
  onOpen: (search: SendingSearch) => void;
}) {
  switch (tab) {
    case 'a-venir':
      return <Plan />;
    case 'calendrier':
      return <Calendar search={search} onOpen={onOpen} />;
    case 'captures':
      return <MessageList state="captured" words={text.captures} onOpen={onOpen} />;
    case 'en-doute':
      return <Doubts onOpen={onOpen} />;
    case 'a-imprimer':
      return <PrintQueue onOpen={onOpen} />;
    case 'suivis':
      return <Dispatches onOpen={onOpen} />;
    case 'envoyes':
      return <MessageList state="sent" words={text.sent} onOpen={onOpen} />;
    case 'refuses':
      return <MessageList state="refused" words={text.refused} onOpen={onOpen} />;
  }
}

/** What leaves, what left, and what is stuck between the two. */
export function Sending() {
  const { tab = 'a-venir' } = useParams({ strict: false });
  const search: SendingSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const company = useCompany();
  const today = useQuery(todayQuery(company.companyId));
  if (!isTab(tab)) return <NotFound />;
  const counts: Partial<Record<Tab, number>> = today.data
    ? {
        captures: today.data.capturedCount,
        'en-doute': today.data.inDoubtCount,
        'a-imprimer': today.data.toPrintCount,
      }
    : {};
  const show = (next: SendingSearch) =>
    void navigate({ to: '/envois/$tab', params: { tab }, search: next, resetScroll: false });
  const tabs = (Object.keys(text.tabs) as Tab[]).filter(
    // What was captured in test mode stays readable after going live, but an empty tab for ever would be noise.
    (one) => one !== 'captures' || company.mode === 'test' || (counts.captures ?? 0) > 0 || tab === 'captures',
  );
  return (
    <PlacePage title={text.title}>
      <TabBar label={text.tabsLabel} current={tab}>
        {tabs.map((one) => (
          <Link
            key={one}
            to="/envois/$tab"
            params={{ tab: one }}
            search={{}}
            className="tab"
            data-tab={one}
            aria-current={one === tab ? 'page' : undefined}
            activeProps={{ 'aria-current': one === tab ? 'page' : undefined }}
          >
            {text.tabs[one]} {(counts[one] ?? 0) > 0 && <span className="count">{counts[one]}</span>}
          </Link>
        ))}
      </TabBar>
      <TabContent tab={tab} search={search} onOpen={show} />
      {search.acte && (
        <MessagePanel actionId={search.acte} channel={search.canal ?? 'email'} onClose={() => show({})} />
      )}
    </PlacePage>
  );
}
