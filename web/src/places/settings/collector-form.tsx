import type { CollectorView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { collectorQuery } from '../../api/queries.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { ActError, Loaded } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { useCompanyChange } from './use-company-change.ts';

const text = t.settings.collector;
const orNull = (value: string) => (value.trim() === '' ? null : value.trim());

/** Who collects for this company, for those who collect for others (art. R124-1 and following CPCE). */
export function CollectorForm() {
  const collector = useQuery(collectorQuery());
  return <Loaded from={collector}>{(known) => <Fields known={known} />}</Loaded>;
}

function Fields({ known }: { known: CollectorView | null }) {
  const company = useCompany();
  const say = useSay();
  const [mandate, setMandate] = useState(company.mandateSignedOn ?? '');
  const [form, setForm] = useState({
    name: known?.name ?? '',
    address: known?.addressLines.join('\n') ?? '',
    postcode: known?.postcode ?? '',
    city: known?.city ?? '',
    email: known?.email ?? '',
    phone: known?.phone ?? '',
    legalId: known?.legalId ?? '',
    iban: known?.iban ?? '',
    bic: known?.bic ?? '',
    insurance: known?.insurance ?? '',
    declaredOn: known?.declaredOn ?? '',
  });
  const set = (field: keyof typeof form) => (value: string) => setForm((before) => ({ ...before, [field]: value }));
  const saveMandate = useCompanyChange(text.mandateSaved);
  const save = useAct(
    (body: CollectorView, key) => change<CollectorView>('PUT', '/collector', body, key),
    () => {
      say(text.saved);
      saveMandate.mutate({ mandateSignedOn: orNull(mandate) });
    },
  );
  const missing = mandate !== '' && form.name.trim() === '';
  const submit = () => {
    if (missing) return;
    if (form.name.trim() === '') {
      saveMandate.mutate({ mandateSignedOn: null });
      return;
    }
    save.mutate({
      name: form.name.trim(),
      addressLines: form.address
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      postcode: orNull(form.postcode),
      city: orNull(form.city),
      email: orNull(form.email),
      phone: orNull(form.phone),
      legalId: orNull(form.legalId.replace(/\s/g, '')),
      iban: orNull(form.iban.replace(/\s/g, '')),
      bic: orNull(form.bic.replace(/\s/g, '')),
      insurance: orNull(form.insurance),
      declaredOn: orNull(form.declaredOn),
    });
  };
  return (
    <details className="settings-group" open={company.mandateSignedOn !== null}>
      <summary>{text.title}</summary>
      <form
        className="settings-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="soft measure">{text.lead}</p>
        <div className="form-grid">
          <TextField
            optional
            label={text.mandate}
            hint={text.mandateHint}
            type="date"
            value={mandate}
            onValue={setMandate}
          />
          <TextField
            wide
            label={text.name}
            value={form.name}
            onValue={set('name')}
            error={missing ? text.nameMissing : null}
          />
          <TextAreaField wide label={text.address} rows={2} value={form.address} onValue={set('address')} />
          <TextField label={text.postcode} value={form.postcode} onValue={set('postcode')} />
          <TextField label={text.city} value={form.city} onValue={set('city')} />
          <TextField optional label={text.legalId} value={form.legalId} onValue={set('legalId')} />
          <TextField label={text.email} type="email" value={form.email} onValue={set('email')} />
          <TextField label={text.phone} type="tel" value={form.phone} onValue={set('phone')} />
          <TextField wide label={text.iban} hint={text.ibanHint} value={form.iban} onValue={set('iban')} />
          <TextField optional label={text.bic} value={form.bic} onValue={set('bic')} />
          <TextField
            wide
            label={text.insurance}
            hint={text.dutyHint}
            value={form.insurance}
            onValue={set('insurance')}
          />
          <TextField
            label={text.declaredOn}
            hint={text.dutyHint}
            type="date"
            value={form.declaredOn}
            onValue={set('declaredOn')}
          />
        </div>
        <ActError error={save.error ?? saveMandate.error} />
        <div>
          <Button type="submit" busy={save.isPending || saveMandate.isPending}>
            {t.common.save}
          </Button>
        </div>
      </form>
    </details>
  );
}
