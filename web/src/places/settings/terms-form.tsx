import type { CompanySettings } from '@acquit/recovery';
import { useState } from 'react';
import { editableEuros } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { ChoiceField, SelectField, TextField } from '../../ui/field.tsx';
import { SaveFoot } from '../../ui/save-foot.tsx';
import { BankFields, upTo, useBankDraft } from './bank-fields.tsx';
import { type RateKind, rateFromForm, rateToForm } from './stipulated-rate.ts';
import { useCompanyChange } from './use-company-change.ts';

const text = t.settings.terms;
/** The most the server takes as a threshold, in cents. */
const MOST_THRESHOLD = 1_000_000_00;
const wholeNumber = (value: string) => (/^\d{1,3}$/.test(value.trim()) ? Number(value) : null);

function options<K extends string>(labels: Record<K, string>, hints?: Record<K, string>) {
  return (Object.keys(labels) as K[]).map((value) => ({
    value,
    label: labels[value],
    ...(hints ? { hint: hints[value] } : {}),
  }));
}

/** What the creditor's terms say, and the measure kept in chasing. */
export function TermsForm() {
  const { settings } = useCompany();
  const first = rateToForm(settings.stipulatedRate);
  const [rateKind, setRateKind] = useState<RateKind>(first.kind);
  const [rateValue, setRateValue] = useState(first.value);
  const [reserved, setReserved] = useState<string>(settings.reservedAccessories);
  const [allocation, setAllocation] = useState<string>(settings.allocation);
  const [term, setTerm] = useState(settings.paymentTermDays === null ? '' : String(settings.paymentTermDays));
  const [gap, setGap] = useState(String(settings.minimumGapDays));
  const [threshold, setThreshold] = useState(editableEuros(settings.thresholdCents));
  const [signatory, setSignatory] = useState(settings.signatory ?? '');
  const bank = useBankDraft(settings);
  const save = useCompanyChange(text.saved);

  const stipulatedRate = rateFromForm(rateKind, rateValue);
  const thresholdCents = upTo(threshold, MOST_THRESHOLD);
  const gapDays = wholeNumber(gap);
  const termDays = term.trim() === '' ? null : wholeNumber(term);
  const termWrong = term.trim() !== '' && termDays === null;
  const submit = () => {
    if (
      bank.settings === null ||
      stipulatedRate === undefined ||
      thresholdCents === null ||
      gapDays === null ||
      termWrong
    )
      return;
    save.mutate({
      settings: {
        stipulatedRate,
        reservedAccessories: reserved as CompanySettings['reservedAccessories'],
        allocation: allocation as CompanySettings['allocation'],
        paymentTermDays: termDays,
        minimumGapDays: gapDays,
        thresholdCents,
        ...bank.settings,
        signatory: signatory.trim() === '' ? null : signatory.trim(),
      },
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
          <h2>{text.late}</h2>
        </legend>
        <div className="form-grid">
          <SelectField
            wide
            label={text.rate}
            hint={text.rateHint}
            value={rateKind}
            onValue={(value) => setRateKind(value as RateKind)}
            options={options(text.rates)}
          />
          {rateKind !== 'none' && (
            <TextField
              label={text.rateValues[rateKind]}
              suffix={text.rateUnits[rateKind]}
              inputMode="decimal"
              value={rateValue}
              onValue={setRateValue}
              error={stipulatedRate === undefined ? text.rateWrong : null}
            />
          )}
        </div>
        <ChoiceField
          legend={text.reserved}
          value={reserved}
          onValue={setReserved}
          options={options(text.reservedChoices, text.reservedHints)}
        />
        <ChoiceField
          legend={text.allocation}
          value={allocation}
          onValue={setAllocation}
          options={options(text.allocations, text.allocationHints)}
        />
      </fieldset>
      <fieldset className="settings-group">
        <legend>
          <h2>{text.measure}</h2>
        </legend>
        <div className="form-grid">
          <TextField
            optional
            label={text.term}
            hint={text.termHint}
            suffix={text.days}
            inputMode="numeric"
            value={term}
            onValue={setTerm}
            error={termWrong ? text.numberWrong : null}
          />
          <TextField
            label={text.gap}
            hint={text.gapHint}
            suffix={text.days}
            inputMode="numeric"
            value={gap}
            onValue={setGap}
            error={gapDays === null ? text.numberWrong : null}
          />
          <TextField
            label={text.threshold}
            hint={text.thresholdHint}
            suffix="€"
            inputMode="decimal"
            value={threshold}
            onValue={setThreshold}
            error={thresholdCents === null ? t.receipts.dialog.amountWrong : null}
          />
          <TextField
            optional
            wide
            label={text.signatory}
            hint={text.signatoryHint}
            value={signatory}
            onValue={setSignatory}
          />
        </div>
      </fieldset>
      <BankFields draft={bank} />
      <SaveFoot of={save} />
    </form>
  );
}
