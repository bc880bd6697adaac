import type { SessionView } from '@acquit/recovery';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../api/act.ts';
import { change, rememberToken } from '../api/client.ts';
import { sessionQuery } from '../api/queries.ts';
import { t } from '../texts/index.ts';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../ui/menu.tsx';
import { AddCompany } from './add-company.tsx';
import { useSigned } from './session.tsx';
import { applyTheme, chosenTheme, type Theme } from './theme.ts';

const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/** Who is signed in, for which company; and what concerns the person rather than the work. */
export function PersonMenu({ onHelp }: { onHelp: () => void }) {
  const { session, company, show } = useSigned();
  const [theme, setTheme] = useState(chosenTheme);
  const [adding, setAdding] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const logout = useAct(
    (_: null, key) => change<SessionView>('POST', '/logout', {}, key),
    (next) => {
      rememberToken(next.csrfToken);
      client.setQueryData(sessionQuery.queryKey, next);
      // What this person has read must not wait in memory for the next one.
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] });
    },
  );
  const switchTo = (companyId: string) => {
    show(companyId);
    void navigate({ to: '/' });
  };
  return (
    <>
      <Menu
        className="nav-person"
        name={t.shell.menu}
        label={
          <>
            <span className="nav-person-who">
              <b>{company?.name ?? session.user?.name}</b>
              {company && <small>{session.user?.name}</small>}
            </span>
            <span className="nav-person-short">{t.shell.menu}</span>
          </>
        }
      >
        {session.companies.length > 1 && (
          <>
            <MenuLabel>{t.shell.companies}</MenuLabel>
            {session.companies.map((one) => (
              <MenuItem
                key={one.companyId}
                checked={one.companyId === company?.companyId}
                onSelect={() => switchTo(one.companyId)}
              >
                {one.name}
              </MenuItem>
            ))}
            <MenuLine />
          </>
        )}
        <MenuItem onSelect={() => void navigate({ to: '/calculer' })}>{t.shell.places.calculate}</MenuItem>
        {company && <MenuItem onSelect={() => void navigate({ to: '/prevention' })}>{t.prevention.nav}</MenuItem>}
        {company && <MenuItem onSelect={() => void navigate({ to: '/reglages' })}>{t.shell.places.settings}</MenuItem>}
        <MenuItem onSelect={() => setAdding(true)}>{t.shell.addCompany}</MenuItem>
        <MenuItem onSelect={onHelp}>{t.shell.shortcuts}</MenuItem>
        <MenuLine />
        <MenuLabel>{t.shell.theme}</MenuLabel>
        {themes.map((one) => (
          <MenuItem
            key={one}
            checked={one === theme}
            onSelect={() => {
              applyTheme(one);
              setTheme(one);
            }}
          >
            {t.shell.themes[one]}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem onSelect={() => logout.mutate(null)}>{t.shell.logout}</MenuItem>
        <MenuLabel>{t.shell.version(session.version)}</MenuLabel>
      </Menu>
      {adding && <AddCompany onClose={() => setAdding(false)} onCreated={switchTo} />}
    </>
  );
}
