/** Every period and every start of the rule book, with its reason: which claim, against whom, from which day. */
import { expect, test } from 'vitest';
import { answer, type Facts, label, TODAY } from '../../scripts/limitation.ts';
import { reason } from '../parameters/index.ts';

const DATES = { dueOn: '2024-05-06', performedOn: '2024-04-05', issuedOn: '2024-04-08' } as const;

const WHYS = [
  'civil',
  'commercial',
  'consumer',
  'non-business',
  'other-consumer',
  'transport',
  'telecom',
  'rent',
  'co-ownership',
  'insurance',
  'consumer-credit',
  'bill-acceptor',
  'bill-holder',
  'bill-recourse',
  'cheque-drawee',
  'cheque-drawer',
  'public-debtor',
  'public-enterprise',
  'public-water',
  'title',
] as const;
type Why = (typeof WHYS)[number];
const whyLabel = (why: Why) => reason(`limitation-why-${why}`, TODAY).label;

/** Facts, then `start length` of each candidate in order, its reasons, and what is missing. */
type Row = readonly [facts: Facts, periods: readonly string[], whys: readonly Why[], missing?: readonly string[]];
const THREE = (length: string) => [`due ${length}`, `performance ${length}`, `issue ${length}`];
const TWO = (length: string) => [`due ${length}`, `performance ${length}`];

const PERIODS: readonly Row[] = [
  [{ claimKind: 'goods', debtorKind: 'company' }, TWO('5y'), ['commercial']],
  [{ claimKind: 'works', debtorKind: 'trader' }, TWO('5y'), ['commercial']],
  [{ claimKind: 'services', debtorKind: 'artisan' }, TWO('5y'), ['commercial']],
  [{ claimKind: 'services', debtorKind: 'civil-professional' }, TWO('5y'), ['civil']],
  [{ claimKind: 'services', debtorKind: 'non-business' }, TWO('5y'), ['non-business']],
  [{ claimKind: 'services', debtorKind: 'consumer' }, THREE('2y'), ['consumer']],
  [{ claimKind: 'energy', debtorKind: 'consumer' }, THREE('2y'), ['consumer']],
  [{ claimKind: 'services', debtorKind: 'public-body' }, THREE('4y'), ['public-debtor']],
  [
    { claimKind: 'services', debtorKind: 'public-enterprise' },
    [...THREE('4y'), ...TWO('5y')],
    ['public-enterprise', 'commercial'],
    ['publicAccountant'],
  ],
  [{ claimKind: 'services', debtorKind: 'public-enterprise', publicAccountant: true }, THREE('4y'), ['public-debtor']],
  [{ claimKind: 'services', debtorKind: 'public-enterprise', publicAccountant: false }, TWO('5y'), ['commercial']],
  [
    { claimKind: 'goods' },
    [...THREE('2y'), ...THREE('4y'), ...TWO('5y')],
    ['consumer', 'public-debtor', 'commercial'],
    ['debtorKind'],
  ],
  [
    { debtorKind: 'company' },
    ['performance 1y', 'due 1y', ...TWO('5y')],
    ['transport', 'telecom', 'commercial'],
    ['claimKind'],
  ],
  [
    {},
    ['performance 1y', 'due 1y', ...THREE('2y'), ...THREE('4y'), ...TWO('5y')],
    ['transport', 'telecom', 'consumer', 'public-debtor', 'commercial'],
    ['claimKind', 'debtorKind'],
  ],
  [{ claimKind: 'transport', debtorKind: 'company' }, ['performance 1y'], ['transport']],
  [
    { claimKind: 'transport', debtorKind: 'public-body' },
    ['performance 1y', ...THREE('4y')],
    ['transport', 'public-debtor'],
  ],
  [{ claimKind: 'telecom', debtorKind: 'consumer' }, ['due 1y'], ['telecom']],
  [{ claimKind: 'rent', debtorKind: 'consumer' }, ['due 3y'], ['rent']],
  [{ claimKind: 'rent', debtorKind: 'public-body' }, ['due 3y', ...THREE('4y')], ['rent', 'public-debtor']],
  [{ claimKind: 'insurance-premium', debtorKind: 'company' }, ['due 2y'], ['insurance']],
  [{ claimKind: 'consumer-credit', debtorKind: 'consumer' }, ['due 2y'], ['consumer-credit']],
  [{ claimKind: 'commercial-rent', debtorKind: 'company' }, ['due 5y'], ['civil']],
  [{ claimKind: 'commercial-rent' }, ['due 5y'], ['civil']],
  [{ claimKind: 'commercial-rent', debtorKind: 'public-body' }, THREE('4y'), ['public-debtor']],
  [
    { claimKind: 'commercial-rent', debtorKind: 'public-enterprise' },
    ['due 5y', ...THREE('4y')],
    ['civil', 'public-enterprise'],
    ['publicAccountant'],
  ],
  [{ claimKind: 'commercial-rent', debtorKind: 'public-enterprise', publicAccountant: false }, ['due 5y'], ['civil']],
  [{ claimKind: 'co-ownership', debtorKind: 'consumer' }, ['due 5y'], ['co-ownership']],
  [{ claimKind: 'bill-of-exchange', debtorKind: 'company' }, ['due 3y'], ['bill-acceptor'], ['against']],
  [{ claimKind: 'bill-of-exchange', debtorKind: 'company', against: 'acceptor' }, ['due 3y'], ['bill-acceptor']],
  [{ claimKind: 'bill-of-exchange', debtorKind: 'company', against: 'endorser' }, ['due 1y'], ['bill-holder']],
  [{ claimKind: 'bill-of-exchange', debtorKind: 'company', against: 'drawer' }, ['due 1y'], ['bill-holder']],
  [
    { claimKind: 'bill-of-exchange', debtorKind: 'company', against: 'recourse' },
    ['performance 6m'],
    ['bill-recourse'],
  ],
  [
    { claimKind: 'bill-of-exchange', debtorKind: 'public-body', against: 'drawer' },
    ['due 1y', ...THREE('4y')],
    ['bill-holder', 'public-debtor'],
  ],
  [
    { claimKind: 'cheque', debtorKind: 'company' },
    ['issue 6m', 'issue 1y'],
    ['cheque-drawer', 'cheque-drawee'],
    ['against'],
  ],
  [{ claimKind: 'cheque', debtorKind: 'company', against: 'drawee' }, ['issue 1y'], ['cheque-drawee']],
  [{ claimKind: 'cheque', debtorKind: 'company', against: 'drawer' }, ['issue 6m'], ['cheque-drawer']],
  [{ claimKind: 'cheque', debtorKind: 'company', against: 'endorser' }, ['issue 6m'], ['cheque-drawer']],
  [
    { claimKind: 'cheque', debtorKind: 'public-body', against: 'drawer' },
    ['issue 6m', ...THREE('4y')],
    ['cheque-drawer', 'public-debtor'],
  ],
  [{ claimKind: 'water', debtorKind: 'consumer', waterBilledBy: 'company' }, THREE('2y'), ['consumer']],
  [{ claimKind: 'water', debtorKind: 'consumer', waterBilledBy: 'public-body' }, THREE('4y'), ['public-water']],
  [
    { claimKind: 'water', debtorKind: 'public-body', waterBilledBy: 'public-body' },
    [...THREE('4y'), ...THREE('4y')],
    ['public-water', 'public-debtor'],
  ],
  [
    { claimKind: 'water', debtorKind: 'consumer' },
    [...THREE('2y'), ...THREE('4y')],
    ['consumer', 'public-water'],
    ['waterBilledBy'],
  ],
  [{ claimKind: 'lawyer-fees', debtorKind: 'consumer' }, ['performance 2y'], ['consumer']],
  [{ claimKind: 'lawyer-fees', debtorKind: 'company' }, ['performance 5y'], ['commercial']],
  [
    { claimKind: 'lawyer-fees' },
    ['performance 2y', 'performance 4y', 'performance 5y'],
    ['consumer', 'public-debtor', 'commercial'],
    ['debtorKind'],
  ],
  [{ claimKind: 'medical-fees', debtorKind: 'non-business' }, THREE('2y'), ['consumer']],
  [{ claimKind: 'medical-fees', debtorKind: 'company' }, TWO('5y'), ['commercial']],
  [{ claimKind: 'other', debtorKind: 'consumer' }, [...THREE('2y'), ...TWO('5y')], ['other-consumer', 'civil']],
  [{ claimKind: 'other', debtorKind: 'company' }, TWO('5y'), ['commercial']],
  [{ claimKind: 'goods', debtorKind: 'company', titleOn: '2024-06-03' }, ['title 10y'], ['title']],
  [{ claimKind: 'judgment', titleOn: '2024-06-03' }, ['title 10y'], ['title']],
];

const FULL = PERIODS.map(([facts, periods, whys, missing = []]) => [facts, periods, whys, missing] as const);

test.each(FULL)('the periods of %j', (facts, expected, whys, missing) => {
  const { candidates, missing: lacking, nodes } = answer({ ...DATES, ...facts });
  const written = candidates.map(({ start, length }) =>
    'years' in length ? `${start} ${length.years}y` : `${start} ${length.months}m`,
  );
  expect(written).toEqual(expected);
  expect(lacking).toEqual(missing);
  const said = nodes.map((node) => node.label);
  expect(WHYS.filter((why) => said.includes(whyLabel(why)))).toEqual(WHYS.filter((why) => whys.includes(why)));
});

const STARTS = [
  'due',
  'performance',
  'issue',
  'fallback',
  'delivery',
  'assignment',
  'payable',
  'maturity',
  'repayment',
  'presentation',
  'year',
  'title',
] as const;
const ISSUED = { issuedOn: '2024-04-08' } as const;

/** Facts, the days that open the periods, their confidences, the reasons of the starts, and whether the invoice is set aside. */
test.each<[Facts, readonly string[], string, readonly (typeof STARTS)[number][], boolean]>([
  [
    { claimKind: 'goods', debtorKind: 'company', ...DATES },
    ['2024-05-06', '2024-04-05'],
    'AB',
    ['due', 'performance'],
    true,
  ],
  [{ claimKind: 'goods', debtorKind: 'company', ...ISSUED }, ['2024-04-08'], 'C', ['issue'], false],
  [{ claimKind: 'goods', debtorKind: 'company', ...ISSUED, dueOn: '2024-05-06' }, ['2024-05-06'], 'A', ['due'], true],
  [{ claimKind: 'goods', debtorKind: 'company', dueOn: '2024-05-06' }, ['2024-05-06'], 'A', ['due'], false],
  [
    { claimKind: 'goods', debtorKind: 'consumer', ...DATES },
    ['2024-05-06', '2024-04-05', '2024-04-08'],
    'ABC',
    ['due', 'performance', 'issue'],
    false,
  ],
  [{ claimKind: 'transport', debtorKind: 'company', ...DATES }, ['2024-04-05'], 'B', ['delivery'], false],
  [
    { claimKind: 'transport', debtorKind: 'company', ...ISSUED, dueOn: '2024-05-06' },
    ['2024-05-06', '2024-04-08'],
    'CC',
    ['fallback'],
    false,
  ],
  [{ claimKind: 'telecom', debtorKind: 'company', ...DATES }, ['2024-05-06'], 'B', ['payable'], false],
  [{ claimKind: 'lawyer-fees', debtorKind: 'company', ...DATES }, ['2024-04-05'], 'B', ['assignment'], false],
  [
    { claimKind: 'bill-of-exchange', debtorKind: 'company', against: 'acceptor', ...DATES },
    ['2024-05-06'],
    'A',
    ['maturity'],
    false,
  ],
  [
    { claimKind: 'bill-of-exchange', debtorKind: 'company', against: 'recourse', ...DATES },
    ['2024-04-05'],
    'A',
    ['repayment'],
    false,
  ],
  // A cheque of 8 April is presented until the 16th.
  [
    { claimKind: 'cheque', debtorKind: 'company', against: 'drawee', ...DATES },
    ['2024-04-16'],
    'B',
    ['presentation'],
    false,
  ],
  [
    { claimKind: 'services', debtorKind: 'public-body', performedOn: '2024-04-05' },
    ['2025-01-01'],
    'B',
    ['performance', 'year'],
    false,
  ],
  [{ claimKind: 'judgment', titleOn: '2024-06-03' }, ['2024-06-03'], 'B', ['title'], false],
])('the starts of %j', (facts, opens, confidences, starts, isAside) => {
  const { candidates, said } = answer(facts);
  expect(candidates.map(({ startsOn }) => startsOn)).toEqual(opens);
  expect(candidates.map(({ confidence }) => confidence).join('')).toBe(confidences);
  const keys = STARTS.filter((start) => said.has(label(`limitation-start-${start}`)));
  expect(keys).toEqual(STARTS.filter((start) => starts.includes(start)));
  expect(said.has(label('limitation-issue-set-aside'))).toBe(isAside);
});

test.each<[Facts, string]>([
  [{ claimKind: 'goods', debtorKind: 'company', dueOn: '2024-05-06' }, '5 ans depuis l’échéance du 6 mai 2024'],
  [{ claimKind: 'telecom', debtorKind: 'company', dueOn: '2024-05-06' }, '1 an depuis l’échéance du 6 mai 2024'],
  [
    { claimKind: 'cheque', debtorKind: 'company', against: 'drawer', issuedOn: '2024-04-08' },
    '6 mois depuis l’émission du 8 avril 2024',
  ],
])('the period of %j is named by its length and its start', (facts, name) => {
  expect(answer(facts).nodes.some((node) => node.label.startsWith(`${name} (`))).toBe(true);
});
