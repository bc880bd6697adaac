import type { CardAccountView } from '@acquit/recovery';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { cardAccountQuery } from '../../api/queries.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { SaveFoot } from '../../ui/save-foot.tsx';
import { ActError, Loaded, Notice } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.portal.card;

/** Payment by card: where it stands, the keys of the creditor's own account, and a trial of them. */
export function CardSection() {
  const company = useCompany();
  const account = useQuery(cardAccountQuery(company.companyId));
  return (
    <section className="settings-group settings-form">
      <h2>{text.title}</h2>
      <p className="soft measure">{text.lead}</p>
      <Loaded from={account}>
        {(view) => (
          <>
            <Standing view={view} />
            <Keys view={view} />
            {view.keyMode !== null && <Trial view={view} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Standing({ view }: { view: CardAccountView }) {
  if (view.keyMode === null) return null;
  return (
    <Notice kind={view.offered ? 'info' : 'warn'} title={view.offered ? text.offered : text.notOffered}>
      <p>{view.whyNot}</p>
      <p className="soft">
        {text.ends(view.keyEnd ?? '')} {text.mode[view.keyMode]}
      </p>
      {!view.hasWebhookSecret && <p className="soft">{text.webhookMissing}</p>}
    </Notice>
  );
}

/** Saves through one of the account's addresses and shows what it became. */
function useCardChange(method: 'PUT' | 'POST', path: string, saved: string) {
  const company = useCompany();
  const client = useQueryClient();
  const say = useSay();
  return useAct(
    (body: object, key) => change<CardAccountView>(method, `/companies/${company.companyId}/card${path}`, body, key),
    async () => {
      say(saved);
      await client.invalidateQueries({ queryKey: cardAccountQuery(company.companyId).queryKey });
    },
  );
}

function Keys({ view }: { view: CardAccountView }) {
  const [secretKey, setSecretKey] = useState('');
  const [webhookSecret, setWebhookSecret] = useState('');
  const say = useSay();
  const save = useCardChange('PUT', '', text.saved);
  const { webhookUrl } = view;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ secretKey, webhookSecret });
      }}
    >
      <TextField
        label={text.secretKey}
        hint={text.secretKeyHint}
        type="password"
        autoComplete="off"
        value={secretKey}
        onValue={setSecretKey}
      />
      <TextField
        label={text.webhookSecret}
        hint={text.webhookSecretHint}
        type="password"
        autoComplete="off"
        value={webhookSecret}
        onValue={setWebhookSecret}
      />
      {webhookUrl !== null && (
        <div>
          <p>{text.webhookUrl}</p>
          <p className="wrap-anywhere">
            <code>{webhookUrl}</code>
          </p>
          <p className="soft wrap-anywhere">{text.webhookEvents}</p>
          <Button onClick={() => void navigator.clipboard?.writeText(webhookUrl).then(() => say(text.copied))}>
            {text.copy}
          </Button>
        </div>
      )}
      <SaveFoot of={save} />
    </form>
  );
}

function Trial({ view }: { view: CardAccountView }) {
  const company = useCompany();
  const off = useCardChange('POST', '/off', text.stopped);
  const trial = useAct((body: object, key) =>
    change<{ ok: boolean; message: string }>('POST', `/companies/${company.companyId}/card/test`, body, key),
  );
  return (
    <div className="stack">
      <div className="row">
        <Button busy={trial.isPending} onClick={() => trial.mutate({})}>
          {text.tryIt}
        </Button>
        {view.enabled && (
          <Button busy={off.isPending} onClick={() => off.mutate({})}>
            {text.off}
          </Button>
        )}
      </div>
      <ActError error={trial.error ?? off.error} />
      {trial.isSuccess && <Notice kind={trial.data.ok ? 'info' : 'warn'} title={trial.data.message} />}
    </div>
  );
}
