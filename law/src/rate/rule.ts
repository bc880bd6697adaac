import { type Day, frenchDate, type HalfYear, halfYearOf, type IsoDate } from '../calendar/index.ts';
import { type Explanation, made, type Outcome } from '../explain/index.ts';
import { defaultNode, defaultUnits, floorNode, floorUnits, publicNode, publicUnits } from '../late-penalties/index.ts';
import { CREDITORS, type Creditor, legalNode, legalUnits } from '../legal-interest/index.ts';
import { formatUnits } from '../money/index.ts';
import {
  isBeforeKnownRates,
  parameterNode,
  RATE_DECIMALS,
  rateNotPublished,
  rateUnits,
  valueOn,
} from '../parameters/index.ts';
import { FieldReader } from '../reading/index.ts';
import type { Refusal } from '../refusal.ts';

export type RateKind = 'legal' | 'legal-uplifted' | 'late-default' | 'late-floor' | 'public' | 'ecb';

/** Input of `rate` (contract §3). `creditor` is needed for the two legal kinds and decides nothing for the others. */
export interface RateInput {
  readonly kind: RateKind;
  readonly creditor?: Creditor;
  readonly on: IsoDate;
}

export interface RateValue {
  /** Percent per year as a decimal string with two digits: `"12.40"`. */
  readonly ratePercent: string;
}

/** How a kind of rate is read on a day: its value in hundredths of a point, and the node that explains it. */
interface KindOfRate {
  readonly needsCreditor: boolean;
  readonly units: (on: Day, half: HalfYear, creditor: Creditor) => number | Refusal;
  readonly node: (on: Day, half: HalfYear, creditor: Creditor) => Explanation;
}

function ecbUnits(on: Day): number | Refusal {
  const dated = isBeforeKnownRates(on) ? null : valueOn('ecb-main-refinancing', on);
  return dated === null ? rateNotPublished('ecb-main-refinancing', on) : rateUnits(dated);
}

const KINDS: Record<RateKind, KindOfRate> = {
  legal: {
    needsCreditor: true,
    units: (on, half, creditor) => legalUnits(creditor, false, on, half),
    node: (_on, half, creditor) => legalNode(creditor, half, null),
  },
  'legal-uplifted': {
    needsCreditor: true,
    units: (on, half, creditor) => legalUnits(creditor, true, on, half),
    node: (_on, half, creditor) => legalNode(creditor, half, { enforceableOn: null }),
  },
  'late-default': { needsCreditor: false, units: defaultUnits, node: defaultNode },
  'late-floor': { needsCreditor: false, units: floorUnits, node: floorNode },
  public: { needsCreditor: false, units: publicUnits, node: publicNode },
  ecb: {
    needsCreditor: false,
    units: ecbUnits,
    node: (on) => parameterNode('Taux de la BCE', valueOn('ecb-main-refinancing', on)!, 'percent'),
  },
};

/** Every kind of rate that the rule knows. */
export const RATE_KINDS = Object.keys(KINDS) as RateKind[];
const FIELDS = new Set(['kind', 'creditor', 'on']);

/**
 * A rate of the law on a day: legal interest by column, with or without the uplift; late-payment default and floor;
 * public procurement for interest that starts on that day; ECB. Refuses a malformed input and `RateNotPublished`.
 */
export function rate(input: RateInput): Outcome<RateValue> {
  const reader = new FieldReader(input, FIELDS);
  const kind = reader.choice('kind', RATE_KINDS);
  const { needsCreditor, units, node } = KINDS[kind];
  const creditor = reader.choice('creditor', CREDITORS, needsCreditor ? undefined : 'business');
  const on = reader.day('on');
  if (reader.refusal !== null) return { refusal: reader.refusal };
  const half = halfYearOf(on);
  const found = units(on, half, creditor);
  if (typeof found !== 'number') return { refusal: found };
  const ratePercent = formatUnits(found, RATE_DECIMALS);
  const label = `Taux le ${frenchDate(on)}`;
  return {
    value: { ratePercent },
    explanation: made('detail', label, ratePercent, 'percent', [node(on, half, creditor)]),
  };
}
