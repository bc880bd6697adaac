import type { MailSettingsView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { SaveFoot } from '../../ui/save-foot.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.settings.mail;
const orNull = (value: string) => (value.trim() === '' ? null : value.trim());
const isAddress = (value: string) => /^\S+@\S+\.\S+$/.test(value.trim());
const usualPort = { tls: '465', starttls: '587', none: '25' } as const;
type Security = MailSettingsView['security'];

export function MailForm({ settings }: { settings: MailSettingsView | null }) {
  const company = useCompany();
  const [form, setForm] = useState({
    host: settings?.host ?? '',
    port: String(settings?.port ?? 465),
    security: settings?.security ?? ('tls' as Security),
    username: settings?.username ?? '',
    password: '',
    fromName: settings?.fromName ?? company.name,
    fromAddress: settings?.fromAddress ?? company.email ?? '',
    replyTo: settings?.replyTo ?? '',
    copyTo: settings?.copyTo ?? '',
    dkimDomain: settings?.dkimDomain ?? '',
    dkimSelector: settings?.dkimSelector ?? '',
    dkimKey: '',
  });
  const [tried, setTried] = useState(false);
  const set = (field: keyof typeof form) => (value: string) => setForm((before) => ({ ...before, [field]: value }));
  const say = useSay();
  const save = useAct(
    (body: Record<string, unknown>, key) =>
      change<MailSettingsView>('PUT', `/companies/${company.companyId}/mail`, body, key),
    () => {
      setForm((before) => ({ ...before, password: '', dkimKey: '' }));
      say(text.saved);
    },
  );
  const port = Number(form.port);
  const wrong = {
    host: form.host.trim() === '' ? text.hostMissing : null,
    port: /^\d+$/.test(form.port) && port >= 1 && port <= 65_535 ? null : text.portWrong,
    fromAddress: isAddress(form.fromAddress) ? null : text.addressWrong,
    replyTo: form.replyTo.trim() === '' || isAddress(form.replyTo) ? null : text.addressWrong,
    copyTo: form.copyTo.trim() === '' || isAddress(form.copyTo) ? null : text.addressWrong,
  };
  const submit = () => {
    setTried(true);
    if (Object.values(wrong).some(Boolean)) return;
    save.mutate({
      host: form.host.trim(),
      port,
      security: form.security,
      username: orNull(form.username),
      fromName: form.fromName.trim() || company.name,
      fromAddress: form.fromAddress.trim(),
      replyTo: orNull(form.replyTo),
      copyTo: orNull(form.copyTo),
      dkimDomain: orNull(form.dkimDomain),
      dkimSelector: orNull(form.dkimSelector),
      // An empty secret means: keep the one that is sealed.
      ...(form.password ? { password: form.password } : {}),
      ...(form.dkimKey.trim() ? { dkimKey: form.dkimKey.trim() } : {}),
    });
  };
  const chooseSecurity = (value: string) => {
    const security = value as Security;
    setForm((before) => ({
      ...before,
      security,
      port: before.port === usualPort[before.security] ? usualPort[security] : before.port,
    }));
  };
  return (
    <form
      className="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset className="settings-group">
        <legend>
          <h2>{text.server}</h2>
        </legend>
        <div className="form-grid">
          <TextField
            wide
            label={text.host}
            value={form.host}
            onValue={set('host')}
            error={tried ? wrong.host : null}
            spellCheck={false}
            autoComplete="off"
          />
          <SelectField
            label={text.security}
            value={form.security}
            onValue={chooseSecurity}
            options={Object.entries(text.securities).map(([value, label]) => ({ value, label }))}
          />
          <TextField
            label={text.port}
            inputMode="numeric"
            value={form.port}
            onValue={set('port')}
            error={tried ? wrong.port : null}
          />
          <TextField
            optional
            label={text.username}
            value={form.username}
            onValue={set('username')}
            spellCheck={false}
            autoComplete="off"
          />
          <TextField
            optional
            label={text.password}
            type="password"
            autoComplete="new-password"
            hint={settings?.hasPassword ? text.passwordKept : undefined}
            value={form.password}
            onValue={set('password')}
          />
        </div>
      </fieldset>
      <fieldset className="settings-group">
        <legend>
          <h2>{text.sender}</h2>
        </legend>
        <div className="form-grid">
          <TextField label={text.fromName} value={form.fromName} onValue={set('fromName')} />
          <TextField
            label={text.fromAddress}
            type="email"
            value={form.fromAddress}
            onValue={set('fromAddress')}
            error={tried ? wrong.fromAddress : null}
          />
          <TextField
            optional
            label={text.replyTo}
            type="email"
            hint={text.replyToHint}
            value={form.replyTo}
            onValue={set('replyTo')}
            error={wrong.replyTo}
          />
          <TextField
            optional
            label={text.copyTo}
            type="email"
            hint={text.copyToHint}
            value={form.copyTo}
            onValue={set('copyTo')}
            error={wrong.copyTo}
          />
        </div>
      </fieldset>
      <details className="reasons-fold">
        <summary>{text.dkim}</summary>
        <div className="stack dkim">
          <p className="small soft measure">{text.dkimText}</p>
          <div className="form-grid">
            <TextField label={text.dkimDomain} value={form.dkimDomain} onValue={set('dkimDomain')} />
            <TextField label={text.dkimSelector} value={form.dkimSelector} onValue={set('dkimSelector')} />
            <TextAreaField
              wide
              label={text.dkimKey}
              hint={settings?.hasDkimKey ? text.dkimKeyKept : undefined}
              value={form.dkimKey}
              onValue={set('dkimKey')}
            />
          </div>
        </div>
      </details>
      <SaveFoot of={save} />
    </form>
  );
}
