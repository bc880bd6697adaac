import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { t } from '../texts/index.ts';
import { ButtonLink } from '../ui/button.tsx';
import { BrandMark, Icon } from '../ui/icons.tsx';
import { Bands } from './bands.tsx';
import { HelpDialog } from './help.tsx';
import { useGlobalKeys } from './keys.ts';
import { PersonMenu } from './person-menu.tsx';
import { useSigned } from './session.tsx';
import { useToDo } from './to-do.ts';

const places = [
  { to: '/', icon: 'today', label: t.shell.places.today, exact: true },
  { to: '/dossiers', icon: 'cases', label: t.shell.places.cases, exact: false },
  { to: '/encaissements', icon: 'receipts', label: t.shell.places.receipts, exact: false },
  { to: '/contentieux', icon: 'litigation', label: t.shell.places.litigation, exact: false },
  { to: '/envois', icon: 'sending', label: t.shell.places.sending, exact: false },
] as const;

function Places({ toDo }: { toDo: number }) {
  return places.map((place) => (
    <Link key={place.to} to={place.to} activeOptions={{ exact: place.exact }} className="nav-link">
      <Icon name={place.icon} /> {place.label}
      {place.to === '/' && toDo > 0 && (
        <span className="count" title={t.shell.toDo(toDo)}>
          {toDo}
          <span className="hidden-visually"> {t.shell.toDo(toDo)}</span>
        </span>
      )}
    </Link>
  ));
}

/** The frame around every place: what mode we are in, where one can go, and the content. */
export function Shell({ children }: { children: ReactNode }) {
  const { company } = useSigned();
  const [help, setHelp] = useState(false);
  const toDo = useToDo(company?.companyId ?? null);
  useGlobalKeys(() => setHelp(true));
  return (
    <>
      <a className="skip" href="#content">
        {t.shell.skip}
      </a>
      <div className="shell">
        <header className="nav">
          <Link to="/" className="brand">
            <BrandMark /> Acquit
          </Link>
          <ButtonLink kind="primary" wide to="/importer">
            <Icon name="import" /> {t.shell.import}
          </ButtonLink>
          {company && (
            <nav className="nav-list" aria-label={t.shell.navigation}>
              <Places toDo={toDo} />
            </nav>
          )}
          <div className="nav-foot">
            <div className="nav-list">
              <Link to="/calculer" className="nav-link">
                <Icon name="calculate" /> {t.shell.places.calculate}
              </Link>
              {company && (
                <Link to="/prevention" className="nav-link">
                  <Icon name="prevention" /> {t.prevention.nav}
                </Link>
              )}
              {company && (
                <Link to="/reglages" className="nav-link">
                  <Icon name="settings" /> {t.shell.places.settings}
                </Link>
              )}
            </div>
            <PersonMenu onHelp={() => setHelp(true)} />
          </div>
        </header>
        <div className="main">
          <Bands />
          <main id="content" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      {company && (
        <nav className="nav-mobile" aria-label={t.shell.navigation}>
          <Places toDo={0} />
        </nav>
      )}
      {help && <HelpDialog onClose={() => setHelp(false)} />}
    </>
  );
}
