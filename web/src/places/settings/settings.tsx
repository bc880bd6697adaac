import { Link, useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { NotFound } from '../../shell/lost.tsx';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { PlacePage } from '../../ui/page.tsx';
import { TabBar } from '../../ui/tab-bar.tsx';
import { CourtsSection } from '../courts/courts-section.tsx';
import { TemplatesSection } from '../templates/templates-section.tsx';
import { CompanyForm } from './company-form.tsx';
import { GoingLive } from './going-live.tsx';
import { JournalSection } from './journal-section.tsx';
import { LawSection } from './law-section.tsx';
import { MailSection } from './mail-section.tsx';
import { PortalForm } from './portal-form.tsx';
import { ProvidersSection } from './providers-section.tsx';
import { ScenariosSection } from './scenarios-section.tsx';
import { TermsForm } from './terms-form.tsx';
import '../../styles/settings.css';

const text = t.settings;
type Section = keyof typeof text.sections;

const content: Record<Section, ComponentType> = {
  societe: CompanyForm,
  conditions: TermsForm,
  messagerie: MailSection,
  prestataires: ProvidersSection,
  'passage-en-reel': GoingLive,
  scenarios: ScenariosSection,
  modeles: TemplatesSection,
  'page-client': PortalForm,
  tribunaux: CourtsSection,
  loi: LawSection,
  journal: JournalSection,
};

/** What is set once and looked at now and then. */
export function Settings() {
  const { section = 'societe' } = useParams({ strict: false });
  const company = useCompany();
  if (!(section in content)) return <NotFound />;
  const Content = content[section as Section];
  return (
    <PlacePage title={text.title} lead={<span className="wrap-anywhere">{company.name}</span>}>
      <TabBar label={text.sectionsLabel} current={section}>
        {(Object.keys(text.sections) as Section[]).map((one) => (
          <Link
            key={one}
            to="/reglages/$section"
            params={{ section: one }}
            className="tab"
            data-tab={one}
            aria-current={one === section ? 'page' : undefined}
            activeProps={{ 'aria-current': one === section ? 'page' : undefined }}
          >
            {text.sections[one]}
          </Link>
        ))}
      </TabBar>
      <Content key={company.companyId} />
    </PlacePage>
  );
}
