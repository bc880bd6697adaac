import { day, disagreements, legalInterest } from '@acquit/law';
import { expect, test } from 'vitest';
import type { TitleFacts } from '../procedures/model.ts';
import { told } from '../procedures/testing.ts';
import { costStanding, type TitleAccountFacts, titleAccount, titleClockStart } from './index.ts';

const title: TitleFacts = {
  on: day('2026-01-15'),
  enforceableFrom: day('2026-03-02'),
  servedOn: day('2026-01-30'),
  grantedCents: 500_000,
  lateOppositionPossible: false,
};
const facts: TitleAccountFacts = {
  title,
  origin: { kind: 'assignation', events: [] },
  baseCents: 500_000,
  creditor: 'business',
  debtorKind: 'company',
  insolvencyOpenedOn: null,
  receipts: [],
  costs: [],
};

test('interest is the rule’s own, with five points more two months after the title is enforceable', () => {
  const on = day('2026-11-22');
  const account = titleAccount(facts, on);
  const rule = legalInterest({
    amountCents: 500_000,
    from: '2026-01-15',
    until: '2026-11-22',
    creditor: 'business',
    enforceableOn: '2026-03-02',
    start: 'judgment',
    debtor: 'company',
  });
  expect(account.interestLeftCents).toBe(rule.value!.interestLeftCents);
  const plain = titleAccount({ ...facts, title: { ...title, enforceableFrom: null } }, on);
  // 204 days from 3 May to 22 November at five points: 139.73 € more.
  expect(account.interestLeftCents - plain.interestLeftCents).toBe(13_973);
  expect(plain.warnings.join(' ')).toContain('cinq points de plus ne sont pas comptés');
  expect(account.totalDueCents).toBe(500_000 + account.interestLeftCents);
});

test('money since the title clears interest first, money before it is not counted again', () => {
  const receipts = [
    { on: day('2026-01-10'), amountCents: 50_000 },
    { on: day('2026-06-01'), amountCents: 100_000 },
  ];
  const account = titleAccount({ ...facts, receipts }, day('2026-11-22'));
  expect(account.receivedCents).toBe(100_000);
  expect(account.principalLeftCents).toBeGreaterThan(400_000);
  expect(disagreements(account.explanation!)).toEqual([]);
});

test('costs of enforcement are asked with a title and never before one; the creditor’s stay his', () => {
  const costs = [
    { what: 'Signification', amountCents: 7_312, bearer: 'enforcement' as const },
    { what: 'Dépens', amountCents: 3_023, bearer: 'suit' as const },
    { what: 'Honoraires de recouvrement', amountCents: 20_000, bearer: 'creditor' as const },
  ];
  const account = titleAccount({ ...facts, costs }, day('2026-11-22'));
  const without = titleAccount(facts, day('2026-11-22'));
  expect(account.costsCents).toBe(10_335);
  expect(account.totalDueCents - without.totalDueCents).toBe(10_335);
  expect(account.explanation!.value).toBe(account.totalDueCents);
  expect(disagreements(account.explanation!)).toEqual([]);
  for (const bearer of ['creditor', 'suit', 'enforcement'] as const)
    expect(costStanding(bearer, false).asked).toBe(false);
});

test('before its day a title bears nothing, and a rate that is not published is said', () => {
  expect(titleAccount(facts, day('2026-01-02'))).toMatchObject({ interestLeftCents: 0, totalDueCents: 500_000 });
  const later = titleAccount(facts, day('2027-03-01'));
  expect(later.totalDueCents).toBe(500_000);
  expect(later.warnings.join(' ')).toContain('Intérêts non comptés');
});

test('the ten years wait for service', () => {
  expect(titleClockStart(title)).toBe(day('2026-03-02'));
  expect(titleClockStart({ ...title, servedOn: null })).toBeNull();
});

test('only a condemnation by a court bears five points more', () => {
  const on = day('2026-11-22');
  const interest = (kind: TitleAccountFacts['origin']['kind']) =>
    titleAccount({ ...facts, origin: { kind, events: [] } }, on).interestLeftCents;
  const court = interest('injonction-de-payer');
  for (const kind of ['refere-provision', 'requete', 'european-payment-order', 'administrative-suit'] as const)
    expect(interest(kind), kind).toBe(court);
  // The same 13 973 cents as above, counted by hand: 204 days at five points.
  for (const kind of ['small-claims', 'uncontested-commercial', 'cheque-title', 'conciliation', 'mediation'] as const)
    expect(court - interest(kind), kind).toBe(13_973);
});

test('an order given on papers cannot know of money that came after the request: it is deducted, and said', () => {
  const events = [told('filed', '2025-12-20'), told('granted', '2026-01-15')];
  const receipts = [
    { on: day('2025-12-19'), amountCents: 10_000 },
    { on: day('2025-12-20'), amountCents: 20_000 },
    { on: day('2026-01-15'), amountCents: 30_000 },
  ];
  const on = day('2026-11-22');
  const order = titleAccount({ ...facts, receipts, origin: { kind: 'injonction-de-payer', events } }, on);
  expect(order).toMatchObject({ receivedCents: 50_000, principalLeftCents: 450_000 });
  expect(order.warnings.join(' ')).toContain('que le titre ne pouvait pas connaître');
  expect(disagreements(order.explanation!)).toEqual([]);
  expect(order.explanation!.value).toBe(order.totalDueCents);
  expect(JSON.stringify(order.explanation)).toContain('Reçu avant le titre');
  // After a debate, only what came on the day of the judgment or later is unknown to it.
  const debated = { kind: 'injonction-de-payer' as const, events: [...events, told('judgment', '2026-01-15')] };
  expect(titleAccount({ ...facts, receipts, origin: debated }, on).receivedCents).toBe(30_000);
  const paid = [{ on: day('2026-01-02'), amountCents: 600_000 }];
  const over = titleAccount({ ...facts, receipts: paid, origin: { kind: 'injonction-de-payer', events } }, on);
  expect(over).toMatchObject({ principalLeftCents: 0, interestLeftCents: 0, totalDueCents: 0 });
});
