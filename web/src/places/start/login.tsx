import type { SessionView } from '@acquit/recovery';
import { useEffect, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change, Refused, sessionEnded } from '../../api/client.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ActError, Notice } from '../../ui/states.tsx';
import { Door } from './door.tsx';

/** Seconds the server asks to wait, when it refused because of too many tries. */
function delayIn(error: unknown): number | null {
  if (!(error instanceof Refused) || error.refusal.code !== 'TooManyAttempts') return null;
  const seconds = Number(error.refusal.facts.retryAfterSeconds);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : 1;
}

export function Login({ onSession }: { onSession: (session: SessionView) => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [wait, setWait] = useState(0);
  const login = useAct(
    (body: { email: string; password: string }, key) => change<SessionView>('POST', '/login', body, key),
    onSession,
  );
  const text = t.start.login;
  const delayed = delayIn(login.error) !== null;
  useEffect(() => {
    if (wait <= 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const submit = () =>
    login.mutate(
      { email: email.trim(), password },
      {
        onError: (error) => {
          setWait(delayIn(error) ?? 0);
          setPassword('');
        },
      },
    );
  return (
    <Door title={text.title} {...(sessionEnded() ? { lead: text.ended } : {})}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (wait === 0) submit();
        }}
      >
        <TextField
          label={text.email}
          type="email"
          value={email}
          onValue={setEmail}
          autoComplete="username"
          required
          autoFocus
        />
        <TextField
          label={text.password}
          type="password"
          value={password}
          onValue={setPassword}
          autoComplete="current-password"
          required
        />
        {delayed ? (
          wait > 0 && (
            // Said once, not every second, to whoever listens to the screen.
            <Notice kind="warn" title={<span aria-live="off">{text.wait(wait)}</span>}>
              {text.waitWhy}
            </Notice>
          )
        ) : (
          <ActError error={login.error} />
        )}
        <Button kind="primary" type="submit" wide busy={login.isPending} disabled={wait > 0}>
          {login.isPending ? text.submitting : text.submit}
        </Button>
        <p className="small soft">
          {text.forgotten} <code>{text.forgottenCommand}</code>
        </p>
      </form>
    </Door>
  );
}
