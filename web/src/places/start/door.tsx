import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { t } from '../../texts/index.ts';
import { BrandMark } from '../../ui/icons.tsx';

/** The screen before the house: one box, one thing to do. */
export function Door({
  title,
  lead,
  wide = false,
  children,
}: {
  title: string;
  lead?: string;
  wide?: boolean;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} – Acquit`;
  }, [title]);
  return (
    <main className="door">
      <div className={wide ? 'door-box door-wide' : 'door-box'}>
        <div className="stack">
          <p className="brand door-brand">
            <BrandMark /> Acquit
          </p>
          <h1>{title}</h1>
          {lead && <p className="soft">{lead}</p>}
        </div>
        {children}
        <p className="small">
          <Link to="/calculer">{t.shell.calculateLink}</Link>
        </p>
        <p className="small faint">{t.start.brandLine}</p>
      </div>
    </main>
  );
}
