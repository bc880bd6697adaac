import type { CompanySettings } from '../model/facts.ts';
import { defaultPortal } from '../portal/terms.ts';

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
  financingRate: null,
  issuerSize: null,
  announcedPaymentWorkingDays: 5,
  promiseGraceWorkingDays: 2,
  planGraceWorkingDays: 3,
  // Paper and postage: a choice of the company's. E-mails carry them in any case.
  copiesWithLetters: false,
  // One more message that nobody asked for: a choice of the company's.
  thanksForPromises: false,
  sendingDays: [1, 2, 3, 4, 5, 6],
  sendingHours: null,
  postalDelayWorkingDays: 5,
  dailyCap: 500,
  volumeJump: 5,
  portal: defaultPortal,
};
