import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCompany } from '../../shell/session.tsx';
import { litigation as text } from '../../texts/fr/litigation.ts';
import { PlacePage } from '../../ui/page.tsx';
import { TabBar } from '../../ui/tab-bar.tsx';
import '../../styles/litigation.css';

const TABS = [
  ['radar', '/contentieux'],
  ['procedures', '/contentieux/procedures'],
  ['echeances', '/contentieux/echeances'],
  ['annonces', '/contentieux/annonces'],
  ['confies', '/contentieux/confies'],
] as const;

type LitigationTab = (typeof TABS)[number][0];

/** The frame of each tab of the place: its title, its tabs, and what one tab shows. */
export function LitigationPage({
  tab,
  actions,
  children,
}: {
  tab: LitigationTab;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const company = useCompany();
  return (
    <PlacePage title={text.title} lead={<span className="wrap-anywhere">{company.name}</span>} actions={actions}>
      <TabBar label={text.tabsLabel} current={tab}>
        {TABS.map(([one, to]) => (
          <Link
            key={one}
            to={to}
            className="tab"
            data-tab={one}
            aria-current={one === tab ? 'page' : undefined}
            activeOptions={{ exact: true }}
          >
            {text.tabs[one]}
          </Link>
        ))}
      </TabBar>
      {children}
    </PlacePage>
  );
}
