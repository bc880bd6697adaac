import { useState } from 'react';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useCompanyChange } from './use-company-change.ts';

const text = t.settings.company;
const orNull = (value: string) => (value.trim() === '' ? null : value.trim());
/** Groups of four, as an IBAN is read aloud. */
const spaced = (iban: string) => iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');

/** Who the creditor is, as letters show it. */
export function CompanyForm() {
  const company = useCompany();
  const [form, setForm] = useState({
    name: company.name,
    legalForm: company.legalForm ?? '',
    legalId: company.legalId ?? '',
    vat: company.vat ?? '',
    address: company.addressLines.join('\n'),
    postcode: company.postcode ?? '',
    city: company.city ?? '',
    email: company.email ?? '',
    phone: company.phone ?? '',
    iban: spaced(company.iban ?? ''),
    bic: company.bic ?? '',
  });
  const set = (field: keyof typeof form) => (value: string) => setForm((before) => ({ ...before, [field]: value }));
  const save = useCompanyChange(text.saved);
  const nameMissing = form.name.trim() === '';
  const submit = () => {
    if (nameMissing) return;
    save.mutate({
      name: form.name.trim(),
      legalForm: orNull(form.legalForm),
      legalId: orNull(form.legalId.replace(/\s/g, '')),
      vat: orNull(form.vat.replace(/\s/g, '')),
      addressLines: form.address
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      postcode: orNull(form.postcode),
      city: orNull(form.city),
      email: orNull(form.email),
      phone: orNull(form.phone),
      iban: orNull(form.iban.replace(/\s/g, '')),
      bic: orNull(form.bic.replace(/\s/g, '')),
    });
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
      <p className="soft measure">{text.lead}</p>
      <fieldset className="settings-group">
        <legend>
          <h2>{text.identity}</h2>
        </legend>
        <div className="form-grid">
          <TextField
            wide
            label={text.name}
            value={form.name}
            onValue={set('name')}
            error={nameMissing ? text.nameMissing : null}
          />
          <TextField
            optional
            label={text.legalForm}
            hint={text.legalFormHint}
            value={form.legalForm}
            onValue={set('legalForm')}
          />
          <TextField label={text.legalId} inputMode="numeric" value={form.legalId} onValue={set('legalId')} />
          <TextField optional label={text.vat} value={form.vat} onValue={set('vat')} />
          <TextAreaField
            wide
            label={text.address}
            hint={text.addressHint}
            rows={2}
            value={form.address}
            onValue={set('address')}
          />
          <TextField label={text.postcode} value={form.postcode} onValue={set('postcode')} />
          <TextField label={text.city} value={form.city} onValue={set('city')} />
        </div>
      </fieldset>
      <fieldset className="settings-group">
        <legend>
          <h2>{text.reach}</h2>
        </legend>
        <div className="form-grid">
          <TextField label={text.email} type="email" value={form.email} onValue={set('email')} />
          <TextField label={text.phone} type="tel" value={form.phone} onValue={set('phone')} />
        </div>
      </fieldset>
      <fieldset className="settings-group">
        <legend>
          <h2>{text.bank}</h2>
        </legend>
        <div className="form-grid">
          <TextField wide label={text.iban} hint={text.ibanHint} value={form.iban} onValue={set('iban')} />
          <TextField optional label={text.bic} value={form.bic} onValue={set('bic')} />
        </div>
      </fieldset>
      <ActError error={save.error} />
      <div>
        <Button kind="primary" type="submit" busy={save.isPending}>
          {t.common.save}
        </Button>
      </div>
    </form>
  );
}
