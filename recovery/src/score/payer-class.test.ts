import { addDays, day } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_EVENTS, type PaidInvoice, type PayerStanding } from './model.ts';
import { payerScore } from './payer-class.ts';

const ON = day('2026-11-20');

/** One invoice a month, the last due ten days ago. */
const monthly = (...delays: (number | null)[]): PaidInvoice[] =>
  delays.map((delay, index) => {
    const dueOn = addDays(ON, -10 - 30 * (delays.length - 1 - index));
    return { dueOn, settledOn: delay === null ? null : addDays(dueOn, delay), amountCents: 50_000 };
  });

const standing = (change: Partial<PayerStanding> = {}): PayerStanding => ({
  profile: 'business',
  kindKnown: true,
  insolvent: false,
  billedCents: 500_000,
  companyBilledCents: 100_000_000,
  companyCustomers: 200,
  knownSince: addDays(ON, -700),
  ...change,
});

const classOf = (invoices: PaidInvoice[], change: Partial<PayerStanding> = {}, events = {}) =>
  payerScore(invoices, { ...NO_EVENTS, ...events }, standing(change), ON, null);

describe('payer class', () => {
  it('puts who the customer is before how he pays', () => {
    expect(classOf(monthly(60, 60, 60, 60), { profile: 'public' }).payerClass).toBe('public-body');
    expect(classOf(monthly(60, 60, 60, 60), { profile: 'consumer' }).payerClass).toBe('consumer');
    const unknown = classOf([], { profile: 'consumer', kindKnown: false });
    expect(unknown.reasons[0]!.code).toBe('KindUnknown');
  });

  it('says ordinary, and that little is known, of a thin history', () => {
    const { payerClass, reasons } = classOf(monthly(0, 0));
    expect([payerClass, reasons[0]!.code]).toEqual(['ordinary', 'ThinHistory']);
    // Five invoices on time, but known for three months only.
    expect(classOf(monthly(0, 0, 0, 0, 0), { knownSince: addDays(ON, -90) }).payerClass).toBe('ordinary');
  });

  it('tells a good payer by a year on time, and takes it back for one promise or one payment that failed', () => {
    const onTime = monthly(0, -1, 0, 2, 0, 0, 0, 0);
    expect(classOf(onTime).payerClass).toBe('good-payer');
    expect(classOf(onTime, {}, { promisesBroken: 1 }).payerClass).toBe('ordinary');
    expect(classOf(onTime, {}, { rejects: 1 }).payerClass).toBe('ordinary');
  });

  it.each([
    ['Insolvency', monthly(0, 0, 0, 0, 0), { insolvent: true }, {}],
    ['PromisesBroken', monthly(0, 0, 0, 0, 0), {}, { promisesBroken: 2 }],
    ['Rejects', monthly(0, 0, 0, 0, 0), {}, { rejects: 2 }],
    ['LongOpen', monthly(0, null, 0, 0, 0), {}, {}],
    ['LateOften', monthly(40, 45, 38, 50, 44, 41), {}, {}],
    ['Worsening', monthly(0, 0, 0, 0, 0, 0, 35, 35, 35, 35, 35), {}, {}],
  ] as const)('tells a customer at risk: %s', (code, invoices, change, events) => {
    const { payerClass, reasons } = classOf(invoices, change, events);
    expect(payerClass).toBe('at-risk');
    expect(reasons.map((reason) => reason.code)).toContain(code);
  });

  it('tells a large account by his share of the business, where there are enough customers to compare', () => {
    expect(classOf(monthly(5, 5, 5), { billedCents: 12_000_000 }).payerClass).toBe('large-account');
    expect(classOf(monthly(5, 5, 5), { billedCents: 12_000_000, companyCustomers: 8 }).payerClass).toBe('ordinary');
  });

  it('lets a person decide, and goes on telling what the history says', () => {
    const score = payerScore(monthly(40, 45, 38, 50), NO_EVENTS, standing(), ON, 'large-account');
    expect(score).toMatchObject({ payerClass: 'large-account', byHand: true, computedClass: 'at-risk' });
    expect(score.reasons[0]!.code).toBe('ByHand');
  });

  it('always gives a reason, and never looks beyond its day', () => {
    const anyInvoices = fc.array(
      fc.record({ back: fc.integer({ min: -60, max: 500 }), delay: fc.option(fc.integer({ min: -9, max: 120 })) }),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(anyInvoices, (list) => {
        const made = list.map(({ back, delay }): PaidInvoice => {
          const dueOn = addDays(ON, -back);
          return { dueOn, settledOn: delay === null ? null : addDays(dueOn, delay), amountCents: 1_000 };
        });
        const cut = made
          .filter((one) => one.dueOn <= ON)
          .map((one) => (one.settledOn !== null && one.settledOn > ON ? { ...one, settledOn: null } : one));
        expect(classOf(made).reasons.length).toBeGreaterThan(0);
        expect(classOf(made)).toEqual(classOf(cut));
      }),
    );
  });
});
