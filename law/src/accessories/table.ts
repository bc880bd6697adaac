import type { ArticleKey } from '../parameters/index.ts';
import type { Accessory } from './names.ts';
import type { BarCode } from './sentences.ts';
import type { Fact } from './situation.ts';

/** What forbids an accessory: the fact, the legal name of the refusal and the article. */
export interface Bar {
  readonly fact: Fact;
  readonly code: BarCode;
  readonly why: ArticleKey;
}

/** What goes with a permission, when its fact holds. */
export interface Condition {
  readonly code: string;
  readonly why: ArticleKey;
  readonly fact: Fact;
}

/** The article that allows, when its fact holds; the first one that does is given. */
interface Grant {
  readonly fact: Fact;
  readonly why: ArticleKey;
}

/** The first bar whose fact holds forbids; without any, the accessory is allowed under its conditions. */
export interface Entry {
  readonly bars: readonly Bar[];
  readonly grants: readonly Grant[];
  readonly conditions: readonly Condition[];
}

const bar = (fact: Fact, code: BarCode, why: ArticleKey): Bar => ({ fact, code, why });
const grant = (why: ArticleKey, fact: Fact = 'always'): Grant => ({ fact, why });
const condition = (code: string, why: ArticleKey, fact: Fact = 'always'): Condition => ({ code, why, fact });

const AWARDED = condition('awarded-by-title', 'accessory-awarded-by-title', 'title');
const NOTICE = condition('formal-notice', 'accessory-formal-notice', 'no-title');
const CLAUSE = condition('contract-clause', 'accessory-contract-clause');
const STOPS = condition('stops-at-insolvency', 'insolvency-stop', 'insolvent');
const ORDERED = condition('ordered-by-judge', 'accessory-ordered-by-judge');

/** A step that no law imposes, taken to be paid without going to court. */
const AMICABLE: Entry = {
  bars: [
    bar('consumer-without-title', 'FeeForbiddenToConsumer', 'accessory-fee-consumer'),
    bar('no-title', 'FeeForbiddenBeforeTitle', 'accessory-fee-before-title'),
    bar('always', 'FeeKeptByCreditor', 'accessory-fee-not-enforcement'),
  ],
  grants: [],
  conditions: [],
};

const NO_LATE_DAY = bar('not-late', 'NotLateYet', 'no-late-day');

/** Bars of the penalties and of what goes with them: they are for professionals and public buyers. */
const outsideBusiness = (consumer: BarCode, civil: BarCode): readonly Bar[] => [
  bar('consumer', consumer, 'consumer-no-penalty'),
  bar('non-business', civil, 'non-business-no-penalty'),
  bar('civil', civil, 'accessory-no-commercial-regime'),
  NO_LATE_DAY,
];

const INDEMNITY_BARS: readonly Bar[] = [
  ...outsideBusiness('IndemnityNotOwedByConsumer', 'IndemnityNotOwedUnderCivilLaw'),
  bar('public-before-indemnity', 'IndemnityNotInForce', 'no-public-indemnity-before-2013'),
  bar('before-indemnity', 'IndemnityNotInForce', 'no-indemnity-before-2013'),
  bar('insolvent-before-due', 'IndemnityStoppedByInsolvency', 'no-indemnity-after-opening'),
];

/** An act that the law imposes on the creditor, in proceedings. */
const REQUIRED_ACT: Entry = { bars: [], grants: [grant('accessory-required-act')], conditions: [ORDERED] };

const STOPPED = bar('insolvent-before-due', 'InterestStoppedByInsolvency', 'accessory-insolvency-stop');

/** Who may ask for what, before and after a title. The only place where it is decided. */
export const TABLE: Record<Accessory, Entry> = {
  'reminder-fee': AMICABLE,
  'file-opening-fee': AMICABLE,
  'agency-fee': AMICABLE,
  'formal-notice-fee': AMICABLE,
  'registered-letter': AMICABLE,
  'fixed-indemnity': {
    bars: INDEMNITY_BARS,
    grants: [grant('public-indemnity', 'public'), grant('indemnity-per-late-invoice')],
    conditions: [AWARDED, condition('due-before-insolvency', 'indemnity-kept-before-opening', 'insolvent')],
  },
  'additional-compensation': {
    bars: INDEMNITY_BARS,
    grants: [grant('accessory-public-complement', 'public'), grant('accessory-complement')],
    conditions: [condition('proof', 'accessory-proof'), AWARDED],
  },
  'late-penalties': {
    bars: [...outsideBusiness('PenaltyNotOwedByConsumer', 'PenaltyNotOwedUnderCivilLaw'), STOPPED],
    grants: [grant('public-penalties', 'public'), grant('business-penalties')],
    conditions: [AWARDED, STOPS],
  },
  'legal-interest': {
    bars: [bar('with-late-penalties', 'InterestNotCumulative', 'accessory-not-cumulative'), NO_LATE_DAY, STOPPED],
    grants: [grant('accessory-legal-interest')],
    conditions: [NOTICE, AWARDED, STOPS],
  },
  'capitalised-interest': {
    bars: [
      bar('consumer', 'CapitalisationNotAgainstConsumer', 'accessory-no-capitalisation-consumer'),
      NO_LATE_DAY,
      STOPPED,
    ],
    grants: [grant('accessory-capitalised-interest')],
    conditions: [condition('contract-or-judge', 'accessory-capitalised-interest'), AWARDED, STOPS],
  },
  'penalty-clause': {
    bars: [bar('public', 'PenaltyClauseNotForPublicBuyer', 'accessory-public-penalty-clause')],
    grants: [grant('accessory-penalty-clause')],
    conditions: [
      CLAUSE,
      NOTICE,
      condition('judge-may-reduce', 'accessory-judge-may-reduce'),
      condition('not-unfair', 'accessory-unfair-term', 'consumer'),
      AWARDED,
    ],
  },
  'cheque-costs': { bars: [], grants: [grant('accessory-cheque-costs')], conditions: [] },
  'court-fees': REQUIRED_ACT,
  'payment-order-service': REQUIRED_ACT,
  'lawyer-fees': {
    bars: [bar('no-title', 'LawyerFeesNeedJudge', 'accessory-lawyer-fees-judge')],
    grants: [grant('accessory-lawyer-fees-awarded')],
    conditions: [AWARDED],
  },
  'enforcement-costs': {
    bars: [
      bar('no-title', 'EnforcementNeedsTitle', 'accessory-enforcement-needs-title'),
      bar('public-body', 'EnforcementNotAgainstPublicBody', 'accessory-no-seizure-of-public-body'),
    ],
    grants: [grant('accessory-enforcement')],
    conditions: [condition('not-plainly-unnecessary', 'accessory-not-plainly-unnecessary')],
  },
  'creditor-sliding-fee': {
    bars: [bar('always', 'FeeKeptByCreditor', 'accessory-sliding-fee')],
    grants: [],
    conditions: [],
  },
  'small-claims-procedure-fee': {
    bars: [bar('always', 'FeeKeptByCreditor', 'accessory-small-claims-fee')],
    grants: [],
    conditions: [],
  },
};
