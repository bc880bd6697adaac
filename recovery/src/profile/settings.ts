import type { CompanySettings } from '../model/facts.ts';

/** What a company starts with; each value may be changed in its settings. */
export const defaultSettings: CompanySettings = {
  minimumGapDays: 4,
  thresholdCents: 500,
  allocation: 'legal',
  reservedAccessories: 'asked-by-formal-notice',
  stipulatedRate: null,
  paymentTermDays: null,
  toleranceCents: 100,
  bankFeeCents: 3500,
  signatory: null,
  bankFreshnessWorkingDays: 3,
  announcedPaymentWorkingDays: 5,
};
