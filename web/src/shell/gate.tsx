import type { SessionView } from '@acquit/recovery';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';
import { rememberToken } from '../api/client.ts';
import { sessionQuery } from '../api/queries.ts';
import { FirstChoice } from '../places/start/first-choice.tsx';
import { FirstUser } from '../places/start/first-user.tsx';
import { Login } from '../places/start/login.tsx';
import { ErrorNotice, Skeleton } from '../ui/states.tsx';
import { OpenFrame } from './open-frame.tsx';
import { SignedIn } from './session.tsx';
import { Shell } from './shell.tsx';

/** Takes in a new session: the token for the changes, and the screen it leads to. */
export function useSessionTaker(): (session: SessionView) => void {
  const client = useQueryClient();
  return useCallback(
    (session) => {
      rememberToken(session.csrfToken);
      client.setQueryData(sessionQuery.queryKey, session);
    },
    [client],
  );
}

/** Decides what a visitor sees: the first user's form, the sign-in, the first choice or the house. */
export function Gate() {
  const session = useQuery(sessionQuery);
  const take = useSessionTaker();
  const navigate = useNavigate();
  // Where the screen is, not where it goes: until the next place has come, the one drawn is still the last.
  const path = useRouterState({ select: (state) => (state.resolvedLocation ?? state.location).pathname });
  if (!session.data) {
    return (
      <main className="door">
        <div className="door-box">
          {session.isError ? (
            <ErrorNotice error={session.error} onRetry={() => void session.refetch()} />
          ) : (
            <Skeleton lines={4} />
          )}
        </div>
      </main>
    );
  }
  const { state, user, companies } = session.data;
  const isOpenToAll = path.startsWith('/calculer');
  if (isOpenToAll && (state !== 'signed-in' || !user))
    return (
      <OpenFrame>
        <Outlet />
      </OpenFrame>
    );
  if (state === 'needs-first-user') return <FirstUser onSession={take} />;
  if (state === 'anonymous' || !user) return <Login onSession={take} />;
  if (companies.length === 0 && path !== '/importer' && !isOpenToAll) {
    const enter = (next: SessionView) => {
      take(next);
      void navigate({ to: '/' });
    };
    return <FirstChoice name={user.name} onSession={enter} />;
  }
  return (
    <SignedIn session={session.data}>
      <Shell>
        <Outlet />
      </Shell>
    </SignedIn>
  );
}
