import type { CompanyView } from '@acquit/recovery';
import { useState } from 'react';
import { editableEuros } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { SaveFoot } from '../../ui/save-foot.tsx';
import { upTo } from './bank-fields.tsx';
import { CollectorForm } from './collector-form.tsx';
import { useCompanyChange } from './use-company-change.ts';

const text = t.settings.company;
const orNull = (value: string) => (value.trim() === '' ? null : value.trim());
/** Groups of four, as an IBAN is read aloud. */
const spaced = (iban: string) => iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');

/** The most that is taken as a share capital, in cents. */
const MOST_CAPITAL = 100_000_000_000_00;

/** Which register the letters name (art. R123-237 C. com.). */
function registerOf({ rcsCity, inNationalRegister }: CompanyView): string {
  if (inNationalRegister) return 'rne';
  return rcsCity === null ? 'none' : 'rcs';
}

/** Who the creditor is, as letters show it; below, who collects for it when somebody does. */
export function CompanyForm() {
  return (
    <div className="stack-loose">
      <IdentityForm />
      <CollectorForm />
    </div>
  );
}

function IdentityForm() {
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
    rcsCity: company.rcsCity ?? '',
    register: registerOf(company),
    capital: company.capitalCents === null ? '' : editableEuros(company.capitalCents),
    state: company.inLiquidation ? 'liquidation' : 'ordinary',
  });
  const set = (field: keyof typeof form) => (value: string) => setForm((before) => ({ ...before, [field]: value }));
  const save = useCompanyChange(text.saved);
  const nameMissing = form.name.trim() === '';
  const capitalCents = form.capital.trim() === '' ? null : upTo(form.capital, MOST_CAPITAL);
  const capitalWrong = form.capital.trim() !== '' && !capitalCents;
  const submit = () => {
    if (nameMissing || capitalWrong) return;
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
      rcsCity: form.register === 'rcs' ? orNull(form.rcsCity) : null,
      inNationalRegister: form.register === 'rne',
      capitalCents,
      inLiquidation: form.state === 'liquidation',
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
          <SelectField
            label={text.register}
            hint={text.registerHint}
            value={form.register}
            onValue={set('register')}
            options={Object.entries(text.registers).map(([value, label]) => ({ value, label }))}
          />
          {form.register === 'rcs' && <TextField label={text.rcsCity} value={form.rcsCity} onValue={set('rcsCity')} />}
          <TextField
            optional
            label={text.capital}
            hint={text.capitalHint}
            suffix="€"
            inputMode="decimal"
            value={form.capital}
            onValue={set('capital')}
            error={capitalWrong ? text.capitalWrong : null}
          />
          <SelectField
            label={text.state}
            value={form.state}
            onValue={set('state')}
            options={Object.entries(text.states).map(([value, label]) => ({ value, label }))}
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
      <SaveFoot of={save} />
    </form>
  );
}
