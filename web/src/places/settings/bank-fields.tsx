import type { CompanySettings } from '@acquit/recovery';
import { useState } from 'react';
import { editableEuros, parseEuros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { TextField } from '../../ui/field.tsx';

const text = t.settings.terms;

type BankSettings = Pick<
  CompanySettings,
  'toleranceCents' | 'bankFeeCents' | 'bankFreshnessWorkingDays' | 'announcedPaymentWorkingDays'
>;

/** The most the server takes, in cents and in working days. */
const MOST = { tolerance: 10_00, fee: 100_00, freshness: 60, announced: 30 } as const;

/** An amount that may be nothing at all: empty or zero is 0; null when it is no amount or above the most. */
export function upTo(typed: string, most: number): number | null {
  const cents = /^0*([.,]0*)?\s*€?$/.test(typed.trim()) ? 0 : parseEuros(typed);
  return cents === null || cents > most ? null : cents;
}

function days(typed: string, most: number): number | null {
  const value = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return value < 1 || value > most ? null : value;
}

/** What is typed about the bank, and the settings it makes: null as long as one of them is wrong. */
export function useBankDraft(settings: CompanySettings) {
  const { bankFreshnessWorkingDays: kept } = settings;
  const [tolerance, setTolerance] = useState(editableEuros(settings.toleranceCents));
  const [fee, setFee] = useState(editableEuros(settings.bankFeeCents));
  const [freshness, setFreshness] = useState(kept === null ? '' : String(kept));
  const [announced, setAnnounced] = useState(String(settings.announcedPaymentWorkingDays));
  const wanted = {
    toleranceCents: upTo(tolerance, MOST.tolerance),
    bankFeeCents: upTo(fee, MOST.fee),
    bankFreshnessWorkingDays: days(freshness, MOST.freshness),
    announcedPaymentWorkingDays: days(announced, MOST.announced),
  };
  const unguarded = freshness.trim() === '';
  const { toleranceCents, bankFeeCents, bankFreshnessWorkingDays, announcedPaymentWorkingDays } = wanted;
  const complete =
    toleranceCents !== null &&
    bankFeeCents !== null &&
    announcedPaymentWorkingDays !== null &&
    (unguarded || bankFreshnessWorkingDays !== null);
  const result: BankSettings | null = complete
    ? { toleranceCents, bankFeeCents, bankFreshnessWorkingDays, announcedPaymentWorkingDays }
    : null;
  return {
    settings: result,
    typed: { tolerance, fee, freshness, announced },
    set: { tolerance: setTolerance, fee: setFee, freshness: setFreshness, announced: setAnnounced },
    wrong: {
      tolerance: toleranceCents === null ? text.toleranceWrong : null,
      fee: bankFeeCents === null ? text.bankFeeWrong : null,
      freshness: !unguarded && bankFreshnessWorkingDays === null ? text.bankWrong : null,
      announced: announcedPaymentWorkingDays === null ? text.announcedWrong : null,
    },
  };
}

/** How receipts are matched, and what a late bank or an announced payment holds back. */
export function BankFields({ draft: { typed, set, wrong } }: { draft: ReturnType<typeof useBankDraft> }) {
  return (
    <fieldset className="settings-group">
      <legend>
        <h2>{text.receipts}</h2>
      </legend>
      <div className="form-grid">
        <TextField
          label={text.tolerance}
          hint={text.toleranceHint}
          suffix="€"
          inputMode="decimal"
          value={typed.tolerance}
          onValue={set.tolerance}
          error={wrong.tolerance}
        />
        <TextField
          label={text.bankFee}
          hint={text.bankFeeHint}
          suffix="€"
          inputMode="decimal"
          value={typed.fee}
          onValue={set.fee}
          error={wrong.fee}
        />
        <TextField
          optional
          label={text.bank}
          hint={text.bankHint}
          suffix={text.workingDays}
          inputMode="numeric"
          value={typed.freshness}
          onValue={set.freshness}
          error={wrong.freshness}
        />
        <TextField
          label={text.announced}
          hint={text.announcedHint}
          suffix={text.workingDays}
          inputMode="numeric"
          value={typed.announced}
          onValue={set.announced}
          error={wrong.announced}
        />
      </div>
    </fieldset>
  );
}
