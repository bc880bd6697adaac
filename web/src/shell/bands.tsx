import { Link } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { t } from '../texts/index.ts';
import { useSigned } from './session.tsx';

function listenToNetwork(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** What must never be missed, over every screen: nothing leaves (test mode), nothing is saved (no network). */
export function Bands() {
  const { company } = useSigned();
  const online = useSyncExternalStore(listenToNetwork, () => navigator.onLine);
  const test = t.shell.testBand;
  return (
    <>
      {!online && (
        <div className="band band-offline" role="alert">
          <strong>{t.shell.offline.title}</strong> <span>{t.shell.offline.text}</span>
        </div>
      )}
      {company?.mode === 'test' && (
        <section className="band" aria-label={test.title}>
          <strong>{test.title}</strong>
          <span className="band-text">{company.isDemo ? test.demo : test.text}</span>
          {!company.isDemo && (
            <Link to="/reglages/$section" params={{ section: 'passage-en-reel' }}>
              {test.link}
            </Link>
          )}
        </section>
      )}
    </>
  );
}
