import type { HandOverTerms } from '@acquit/recovery';
import { handOvers } from '../../texts/fr/hand-overs.ts';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';

const text = handOvers.open;
const LONGEST_DAYS = 366;

export const blankTerms: HandOverTerms = {
  receivesPayment: null,
  fee: null,
  remittanceDays: null,
  insurance: null,
  instructions: null,
};

/** True when what was typed is no number of days. */
export function termsWrong(remittance: string): boolean {
  const days = Number(remittance);
  return remittance.trim() !== '' && !(Number.isInteger(days) && days >= 1 && days <= LONGEST_DAYS);
}

const choiceOf = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');
const orNull = (typed: string) => (typed === '' ? null : typed);

/** What is agreed with a professional; whatever is left empty stays blank on the draft. */
export function TermsFields({
  terms,
  onTerms,
  remittance,
  onRemittance,
  reference,
  onReference,
  tried,
}: {
  terms: HandOverTerms;
  onTerms: (terms: HandOverTerms) => void;
  remittance: string;
  onRemittance: (typed: string) => void;
  reference: string;
  onReference: (typed: string) => void;
  tried: boolean;
}) {
  return (
    <div className="form-grid">
      <SelectField
        label={text.receives}
        value={choiceOf(terms.receivesPayment)}
        onValue={(value) => onTerms({ ...terms, receivesPayment: value === '' ? null : value === 'yes' })}
        options={Object.entries(text.receivesOf).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        optional
        label={text.remittance}
        suffix="jours"
        inputMode="numeric"
        value={remittance}
        onValue={onRemittance}
        error={tried && termsWrong(remittance) ? text.remittanceWrong : null}
      />
      <TextField
        optional
        wide
        label={text.fee}
        maxLength={1000}
        value={terms.fee ?? ''}
        onValue={(fee) => onTerms({ ...terms, fee: orNull(fee) })}
      />
      <TextField
        optional
        wide
        label={text.insurance}
        maxLength={500}
        value={terms.insurance ?? ''}
        onValue={(insurance) => onTerms({ ...terms, insurance: orNull(insurance) })}
      />
      <TextAreaField
        optional
        wide
        label={text.instructions}
        maxLength={4000}
        value={terms.instructions ?? ''}
        onValue={(instructions) => onTerms({ ...terms, instructions: orNull(instructions) })}
      />
      <TextField optional label={text.reference} maxLength={100} value={reference} onValue={onReference} />
    </div>
  );
}
