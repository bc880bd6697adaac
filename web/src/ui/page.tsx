import { type ReactNode, useEffect, useRef } from 'react';

/**
 * One place: its title, its lead, its actions and its content. Arriving, the title takes the focus so that a
 * screen reader says where it is, and the tab of the browser carries the same words.
 */
export function PlacePage({
  title,
  lead,
  actions,
  narrow = false,
  above,
  children,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  narrow?: boolean;
  /** What stands over the title: the way back. */
  above?: ReactNode;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Acquit`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className={narrow ? 'page page-narrow' : 'page'}>
      <header className="page-head">
        <div>
          {above}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <div className="page-lead">{lead}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Section({
  title,
  count,
  aside,
  children,
}: {
  title: ReactNode;
  count?: number;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section>
      <div className="section-head">
        <h2>
          {title} {count !== undefined && <span className="count">{count}</span>}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
