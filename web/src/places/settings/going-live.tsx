import type { CompanyView } from '@acquit/recovery';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { sessionQuery } from '../../api/queries.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ActError, Notice } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.settings.live;

function useMode(done: string) {
  const company = useCompany();
  const client = useQueryClient();
  const say = useSay();
  return useAct(
    (body: { mode: CompanyView['mode']; confirm: string }, key) =>
      change<CompanyView>('POST', `/companies/${company.companyId}/mode`, body, key),
    async () => {
      say(done);
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  );
}

function GoLive() {
  const company = useCompany();
  const [typed, setTyped] = useState('');
  const act = useMode(text.done);
  return (
    <form
      className="settings-group"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ mode: 'live', confirm: typed.trim() });
      }}
    >
      <h2>{text.what}</h2>
      <ul className="check-list">
        {text.whatLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        {text.first} : <Link to="/envois">{text.plan}</Link>.
      </p>
      <p className="wrap-anywhere">{text.confirm(company.name)}</p>
      <TextField label={text.confirmLabel} value={typed} onValue={setTyped} autoComplete="off" />
      <ActError error={act.error} />
      <div>
        <Button kind="primary" type="submit" busy={act.isPending} disabled={typed.trim() !== company.name}>
          {text.go}
        </Button>
      </div>
    </form>
  );
}

function BackToTest() {
  const company = useCompany();
  const act = useMode(text.backDone);
  return (
    <section className="settings-group">
      <h2>{text.backTitle}</h2>
      <p className="soft">{text.backText}</p>
      <ActError error={act.error} />
      <div>
        <Button busy={act.isPending} onClick={() => act.mutate({ mode: 'test', confirm: company.name })}>
          {text.back}
        </Button>
      </div>
    </section>
  );
}

/** From test to live, with what is missing, what will change, and a confirmation typed by hand. */
export function GoingLive() {
  const company = useCompany();
  if (company.mode === 'live') {
    return (
      <div className="settings-form">
        <p className="soft measure">{text.leadLive}</p>
        <BackToTest />
      </div>
    );
  }
  if (company.isDemo) {
    return (
      <div className="settings-form">
        <p className="soft measure">{text.leadTest}</p>
        <Notice>{text.demo}</Notice>
      </div>
    );
  }
  const ready = company.missingForLive.length === 0;
  return (
    <div className="settings-form">
      <p className="soft measure">{text.leadTest}</p>
      <section className="settings-group">
        <h2>{text.checklist}</h2>
        {ready ? (
          <p>{text.ready}</p>
        ) : (
          <Notice kind="warn" title={text.missing}>
            <ul className="check-list">
              {company.missingForLive.map((missing) => (
                <li key={missing}>{missing}</li>
              ))}
            </ul>
            <p className="row links-row">
              <Link to="/reglages/$section" params={{ section: 'societe' }}>
                {t.settings.sections.societe}
              </Link>
              <Link to="/reglages/$section" params={{ section: 'messagerie' }}>
                {t.settings.sections.messagerie}
              </Link>
            </p>
          </Notice>
        )}
      </section>
      {ready && <GoLive />}
    </div>
  );
}
