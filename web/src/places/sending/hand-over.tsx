import type { HandOverPreview, ProviderAccountView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { providersQuery } from '../../api/queries.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { ActError, Notice } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.dispatches.handOver;
type PostalService = keyof typeof text.services;

const isPostalService = (account: ProviderAccountView): account is ProviderAccountView & { service: PostalService } =>
  account.service !== 'sms';

function HandOverDialog({
  services,
  actionIds,
  onClose,
}: {
  services: PostalService[];
  actionIds: string[];
  onClose: () => void;
}) {
  const company = useCompany();
  const say = useSay();
  const [service, setService] = useState<PostalService>(services[0] ?? 'registered');
  const [preview, setPreview] = useState<HandOverPreview | null>(null);
  const [code, setCode] = useState('');
  const path = `/companies/${company.companyId}/hand-over`;
  const ask = useAct(
    (body: { service: PostalService; actionIds: string[] }, key) =>
      change<HandOverPreview>('POST', `${path}/preview`, body, key),
    setPreview,
  );
  const confirm = useAct(
    (body: Record<string, unknown>, key) => change<{ handed: number }>('POST', path, body, key),
    ({ handed }) => {
      say(text.done(handed));
      onClose();
    },
  );
  const submit = () => {
    if (preview === null) ask.mutate({ service, actionIds });
    else
      confirm.mutate({
        service,
        actionIds: preview.leaving.map((one) => one.actionId),
        confirmed: true,
        ...(code.trim() ? { code: code.trim() } : {}),
      });
  };
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <SubmitFoot
          label={preview === null ? text.ask : text.confirm}
          busy={ask.isPending || confirm.isPending}
          disabled={preview !== null && preview.leaving.length === 0}
          onClose={onClose}
        />
      }
    >
      <SelectField
        label={text.service}
        value={service}
        onValue={(value) => {
          setService(value as PostalService);
          setPreview(null);
        }}
        options={services.map((value) => ({ value, label: text.services[value] }))}
      />
      {preview && (
        <>
          <Notice kind="warn">{preview.consequence}</Notice>
          {preview.leaving.length > 0 && (
            <section className="stack-tight">
              <h3>{text.leaving}</h3>
              <ul className="hand-over-list">
                {preview.leaving.map((one) => (
                  <li key={one.actionId} className="wrap-anywhere">
                    {one.debtorName} <span className="soft small">– {one.to}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {preview.staying.length > 0 && (
            <section className="stack-tight">
              <h3>{text.staying}</h3>
              <ul className="hand-over-list">
                {preview.staying.map((one) => (
                  <li key={one.actionId} className="wrap-anywhere">
                    {one.debtorName} <span className="soft small">– {one.reason}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <p className="small soft">{text.used(preview.usedThisMonth, preview.monthlyLimit)}</p>
          {preview.asksCode && (
            <TextField label={text.code} hint={text.codeHint} value={code} onValue={setCode} inputMode="numeric" />
          )}
        </>
      )}
      <ActError error={ask.error ?? confirm.error} />
    </Dialog>
  );
}

/** The way from the print queue to a provider; nothing when the company has none for letters. */
export function HandOver({ actionIds }: { actionIds: string[] }) {
  const company = useCompany();
  const accounts = useQuery(providersQuery(company.companyId));
  const [open, setOpen] = useState(false);
  const services = (accounts.data ?? []).filter(isPostalService).map((account) => account.service);
  if (services.length === 0) return null;
  return (
    <>
      <Button disabled={actionIds.length === 0} onClick={() => setOpen(true)}>
        {text.open}
      </Button>
      {open && <HandOverDialog services={services} actionIds={actionIds} onClose={() => setOpen(false)} />}
    </>
  );
}
