import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../texts/index.ts';
import { BrandMark } from '../ui/icons.tsx';

/** The frame of what is open to whoever reaches the server: the way in, and the content. */
export function OpenFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#content">
        {t.shell.skip}
      </a>
      <header className="open-head">
        <Link to="/" className="brand">
          <BrandMark /> Acquit
        </Link>
        <Link to="/">{t.shell.openSignIn}</Link>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
