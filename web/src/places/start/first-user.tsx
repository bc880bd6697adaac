import type { SessionView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { Door } from './door.tsx';
import { strengthOf } from './strength.ts';

const minimumLength = 12;

export function FirstUser({ onSession }: { onSession: (session: SessionView) => void }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [tried, setTried] = useState(false);
  const create = useAct(
    (body: { name: string; email: string; password: string }, key) =>
      change<SessionView>('POST', '/first-user', body, key),
    onSession,
  );
  const text = t.start.firstUser;
  const strength = strengthOf(password, [name, email]);
  const wrong = {
    name: name.trim() === '' ? text.nameMissing : null,
    email: /^\S+@\S+\.\S+$/.test(email.trim()) ? null : text.emailWrong,
    password: password.length < minimumLength ? text.passwordShort(minimumLength - password.length) : null,
  };
  const submit = () => {
    setTried(true);
    if (wrong.name || wrong.email || wrong.password) return;
    create.mutate({ name: name.trim(), email: email.trim(), password });
  };
  return (
    <Door title={text.title} lead={text.lead}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={text.name}
          value={name}
          onValue={setName}
          autoComplete="name"
          error={tried ? wrong.name : null}
        />
        <TextField
          label={text.email}
          type="email"
          value={email}
          onValue={setEmail}
          autoComplete="username"
          error={tried ? wrong.email : null}
        />
        <div className="stack-tight">
          <TextField
            label={text.password}
            type={shown ? 'text' : 'password'}
            value={password}
            onValue={setPassword}
            autoComplete="new-password"
            hint={text.passwordHint}
            error={tried ? wrong.password : null}
          />
          <div className="strength" aria-hidden="true">
            {[1, 2, 3, 4].map((step) => (
              <span key={step} data-on={strength >= step} />
            ))}
          </div>
          <p className="small soft" role="status">
            {password ? t.start.strength[strength] : ''}
          </p>
          <label className="choice">
            <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
            <span>{text.show}</span>
          </label>
        </div>
        <ActError error={create.error} />
        <Button kind="primary" type="submit" wide busy={create.isPending}>
          {create.isPending ? text.submitting : text.submit}
        </Button>
      </form>
    </Door>
  );
}
