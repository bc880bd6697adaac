import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { useCompany, useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ActError, Notice } from '../../ui/states.tsx';

const text = t.settings.mail;

/** Sends one real message with the saved settings and repeats what the server said, word for word. */
export function MailTest({ ready }: { ready: boolean }) {
  const company = useCompany();
  const { session } = useSigned();
  const [to, setTo] = useState(session.user?.email ?? '');
  const test = useAct((body: { to: string }, key) =>
    change<{ accepted: true; serverAnswer: string }>('POST', `/companies/${company.companyId}/mail/test`, body, key),
  );
  return (
    <section className="settings-group">
      <h2>{text.test}</h2>
      <p className="soft measure">{ready ? text.testText : text.testSaveFirst}</p>
      {ready && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            test.mutate({ to: to.trim() });
          }}
        >
          <TextField label={text.testTo} type="email" required value={to} onValue={setTo} />
          <div>
            <Button type="submit" busy={test.isPending}>
              {test.isPending ? text.testing : text.testSubmit}
            </Button>
          </div>
          <ActError error={test.error} />
          {test.isSuccess && (
            <Notice title={text.testDone(test.variables.to)}>
              <p className="soft">
                {text.testAnswer} {test.data.serverAnswer}
              </p>
            </Notice>
          )}
        </form>
      )}
    </section>
  );
}
