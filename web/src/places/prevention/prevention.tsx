import { Link, useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { NotFound } from '../../shell/lost.tsx';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { PlacePage } from '../../ui/page.tsx';
import { TabBar } from '../../ui/tab-bar.tsx';
import { Audit } from './audit.tsx';
import { Payers } from './payers.tsx';
import { PreventionSettings } from './prevention-settings.tsx';
import '../../styles/prevention.css';

const text = t.prevention;
type Tab = keyof typeof text.tabs;

const content: Record<Tab, ComponentType> = { factures: Audit, clients: Payers, reglages: PreventionSettings };

/** Before chasing: what our own invoices say, who pays late and what it costs. */
export function Prevention() {
  const { tab = 'factures' } = useParams({ strict: false });
  const company = useCompany();
  if (!(tab in content)) return <NotFound />;
  const Content = content[tab as Tab];
  return (
    <PlacePage title={text.title} lead={<span className="wrap-anywhere">{company.name}</span>}>
      <TabBar label={text.tabsLabel} current={tab}>
        {(Object.keys(text.tabs) as Tab[]).map((one) => (
          <Link
            key={one}
            to="/prevention/$tab"
            params={{ tab: one }}
            className="tab"
            data-tab={one}
            aria-current={one === tab ? 'page' : undefined}
            activeProps={{ 'aria-current': one === tab ? 'page' : undefined }}
          >
            {text.tabs[one]}
          </Link>
        ))}
      </TabBar>
      <Content key={company.companyId} />
    </PlacePage>
  );
}
