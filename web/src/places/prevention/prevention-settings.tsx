import type { CompanySettings } from '@acquit/recovery';
import { useState } from 'react';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { SaveFoot } from '../../ui/save-foot.tsx';
import { useCompanyChange } from '../settings/use-company-change.ts';
import '../../styles/settings.css';

const text = t.prevention.settings;

/** « 5,5 » → `"5.5"`; empty: none; undefined: not a rate. */
function rateOf(typed: string): string | null | undefined {
  const written = typed
    .trim()
    .replace(/[\s%\u00a0]/g, '')
    .replace(',', '.');
  if (written === '') return null;
  return /^\d{1,2}(\.\d{1,2})?$/.test(written) ? written : undefined;
}

/** What the figures of this place are made with. */
export function PreventionSettings() {
  const { settings } = useCompany();
  const [typed, setTyped] = useState((settings.financingRate ?? '').replace('.', ','));
  const [size, setSize] = useState<string>(settings.issuerSize ?? '');
  const save = useCompanyChange(text.saved);
  const financingRate = rateOf(typed);
  return (
    <form
      className="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (financingRate === undefined) return;
        const issuerSize = (size === '' ? null : size) as CompanySettings['issuerSize'];
        save.mutate({ settings: { financingRate, issuerSize } });
      }}
    >
      <p className="soft measure">{text.lead}</p>
      <div className="form-grid">
        <TextField
          optional
          label={text.rate}
          hint={text.rateHint}
          suffix="%"
          inputMode="decimal"
          value={typed}
          onValue={setTyped}
          error={financingRate === undefined ? text.rateWrong : null}
        />
        <SelectField
          label={text.size}
          hint={text.sizeHint}
          value={size}
          onValue={setSize}
          options={Object.entries(text.sizes).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <SaveFoot of={save} />
    </form>
  );
}
