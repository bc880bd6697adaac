import { type Day, frenchHalfYear, halfYearOf, halfYearStart } from '../calendar/index.ts';
import { derived, type Explanation, given } from '../explain/index.ts';
import { defaultUnits, floorNode, floorUnits } from '../late-penalties/index.ts';
import { frenchDecimal, fromDecimal, isEqual } from '../money/index.ts';
import { parameterNode, reason, valueOn } from '../parameters/index.ts';
import type { FieldReader } from '../reading/index.ts';
import type { Refusal } from '../refusal.ts';

/** How a rate of late penalties is written: a number, a multiple of the legal rate, or ECB and some points. */
const CLAUSE_KINDS = ['fixed', 'legalMultiple', 'ecbPlus'] as const;
const CLAUSE_FIELDS: ReadonlySet<string> = new Set(CLAUSE_KINDS);

/** The rate as written, a decimal string in percent, in multiples or in points. */
export interface RateClauseInput {
  readonly fixed?: string;
  readonly legalMultiple?: string;
  readonly ecbPlus?: string;
}

export interface RateClause {
  readonly kind: (typeof CLAUSE_KINDS)[number];
  readonly value: string;
}

/** Every rate that the object states, in the order of the kinds; an absent object states none. */
export function readRateClauses(reader: FieldReader, name: string): readonly RateClause[] {
  const clauses = reader.object(name, CLAUSE_FIELDS, (item) => {
    const kinds = CLAUSE_KINDS.filter((kind) => item.has(kind));
    if (kinds.length === 0) {
      const message = `Le taux s’indique par un champ parmi ${CLAUSE_KINDS.join(', ')}.`;
      item.reject('InvalidRate', message, { field: name });
    }
    return kinds.map((kind) => ({ kind, value: item.decimalText(kind) }));
  });
  return clauses ?? [];
}

function repeatsTheLaw({ kind, value }: RateClause, on: Day): boolean {
  const points = valueOn('late-default-points', on);
  return kind === 'ecbPlus' && points !== null && isEqual(fromDecimal(value), fromDecimal(points.value));
}

/**
 * Whether a written rate reaches the floor of the half-year of a day: three times the legal rate (L441-10 II C. com.).
 * The legal formulas need no published rate; a number and another ECB formula do, or `RateNotPublished`.
 */
export function reachesFloor(clause: RateClause, on: Day): Explanation | Refusal {
  const label = 'Taux au moins égal au plancher';
  const half = halfYearOf(on);
  if (repeatsTheLaw(clause, on)) {
    const points = parameterNode('Points du taux supplétif', valueOn('late-default-points', on)!, 'points');
    const stated = given('Points imprimés', clause.value, 'points');
    return derived('at-most', label, 'flag', [points, stated, reason('clause-repeats-law', on)]);
  }
  if (clause.kind === 'legalMultiple') {
    const multiple = parameterNode('Multiple plancher', valueOn('late-floor-multiple', on)!, 'multiple');
    return derived('at-most', label, 'flag', [multiple, given('Multiple imprimé', clause.value, 'multiple')]);
  }
  const isFixed = clause.kind === 'fixed';
  for (const rateOf of isFixed ? [floorUnits] : [floorUnits, defaultUnits]) {
    const published = rateOf(on, half);
    if (typeof published !== 'number') return published;
  }
  if (isFixed) {
    return derived('at-most', label, 'flag', [floorNode(on), given('Taux imprimé', clause.value, 'percent')]);
  }
  const ecb = valueOn('ecb-main-refinancing', halfYearStart(half))!;
  const rate = derived('sum', 'Taux imprimé', 'percent', [
    parameterNode(`Taux de la BCE retenu pour le ${frenchHalfYear(half)}`, ecb, 'percent'),
    given('Points imprimés', clause.value, 'points'),
  ]);
  return derived('at-most', label, 'flag', [floorNode(on), rate]);
}

/** The statutory default as a clause: the formula, which stays right when the rate changes. */
export function defaultClause(on: Day): RateClause {
  return { kind: 'ecbPlus', value: valueOn('late-default-points', on)!.value };
}

/** The rate in French words, ready for an invoice or for general terms. */
export function rateWords({ kind, value }: RateClause): string {
  const number = frenchDecimal(value);
  if (kind === 'fixed') return `${number}\u00a0% par an`;
  if (kind === 'legalMultiple') return `${number}\u00a0fois le taux de l’intérêt légal`;
  return `taux appliqué par la Banque centrale européenne à son opération de refinancement la plus récente, majoré de ${number}\u00a0points de pourcentage`;
}
