import { derived, type Explanation, flagValue, given, numberValue } from '../explain/index.ts';
import { parameterNode, reason, type TariffName, tariffOn, valueOn } from '../parameters/index.ts';
import { bracketNode, COST_NAMES, type CostFacts, type Item, unknown } from './items.ts';

const LABEL = COST_NAMES['tae-contribution'];

function exempt(key: Parameters<typeof reason>[0]): Item {
  return { kind: 'reason', node: reason(key) };
}

/** The tariffs are published together: where the threshold is known on a day, they are. */
function bracket(name: TariffName, label: string, amount: number, { on }: CostFacts, unit: 'percent' | 'cents') {
  return bracketNode(label, tariffOn(name, on)!, amount, unit);
}

/** The least of the cap and of the share of the claim, or null when no share is due for that size of claimant. */
function amountNode(
  family: 'company' | 'individual',
  size: number,
  sizeLabel: string,
  facts: CostFacts,
  workings: readonly Explanation[],
): Explanation | null {
  const rate = bracket(`cost-tae-${family}-rate`, 'Taux de la contribution', size, facts, 'percent');
  const cap = bracket(`cost-tae-${family}-cap`, 'Plafond de la contribution', size, facts, 'cents');
  const claim = given('Demande initiale', facts.amountCents, 'cents');
  const share = derived('percent-of', 'Part de la demande', 'euros', [claim, rate]);
  const due = derived('round-half-up', 'Contribution arrondie', 'cents', [
    derived('least', 'Contribution plafonnée', 'euros', [share, cap]),
  ]);
  if (numberValue(due) === 0) return null;
  return derived('detail', LABEL, 'cents', [due, given(sizeLabel, size, 'cents'), ...workings, reason('cost-tae-due')]);
}

function ofCompany(facts: CostFacts, turnover: number, profit: number, workings: readonly Explanation[]): Item {
  const floor = bracket('cost-tae-company-profit', 'Bénéfice moyen à dépasser', turnover, facts, 'cents');
  const exceeds = derived('before', 'Bénéfice moyen supérieur au minimum', 'flag', [
    floor,
    given('Bénéfice annuel moyen', profit, 'cents'),
  ]);
  if (!flagValue(exceeds)) return exempt('cost-tae-profit');
  const node = amountNode('company', turnover, 'Chiffre d’affaires annuel moyen', facts, [...workings, exceeds]);
  return node === null
    ? exempt('cost-tae-no-share')
    : { kind: 'priced', what: 'tae-contribution', recoverable: false, node };
}

function ofIndividual(facts: CostFacts, income: number, workings: readonly Explanation[]): Item {
  const node = amountNode('individual', income, 'Revenu fiscal de référence', facts, workings);
  return node === null
    ? exempt('cost-tae-no-share')
    : { kind: 'priced', what: 'tae-contribution', recoverable: false, node };
}

/** The contribution when the court is surely one of the twelve. */
function beforeEconomicCourt(facts: CostFacts): readonly Item[] {
  const { amountCents, claimant, on } = facts;
  const threshold = valueOn('cost-tae-least-claim', on);
  if (threshold === null) return [];
  const claim = given('Demande initiale', amountCents, 'cents');
  const limit = parameterNode('Seuil de la contribution', threshold, 'cents');
  const isSmall = derived('at-most', 'Demande au-dessous du seuil de la contribution', 'flag', [claim, limit]);
  if (flagValue(isSmall)) return [exempt('cost-tae-small-claim')];
  if (claimant.isPublic) return [exempt('cost-tae-exempt-public')];
  if (claimant.employees === null) {
    return [unknown('tae-contribution', 'Indiquer l’effectif du demandeur pour la calculer.')];
  }
  const isFew = derived('before', 'Effectif au-dessous du seuil de la contribution', 'flag', [
    given('Effectif du demandeur', claimant.employees, 'count'),
    parameterNode('Effectif à partir duquel elle est due', valueOn('cost-tae-least-employees', on)!, 'count'),
  ]);
  if (flagValue(isFew)) return [exempt('cost-tae-exempt-employees')];
  const workings = [isSmall, isFew];
  if (claimant.incomeCents !== null) return [ofIndividual(facts, claimant.incomeCents, workings)];
  if (claimant.turnoverCents !== null && claimant.profitCents !== null) {
    return [ofCompany(facts, claimant.turnoverCents, claimant.profitCents, workings)];
  }
  const why = 'Indiquer le chiffre d’affaires et le bénéfice moyens de trois ans, ou le revenu fiscal de référence.';
  return [unknown('tae-contribution', why)];
}

/**
 * The contribution to economic justice (art. 27 of loi 2023-1059): a share of a claim above the threshold lodged with one
 * of the twelve tribunaux des activités économiques, by a claimant that is neither public nor small. Where the court is
 * not known to be one of them, what it would be is given as a range from nothing. Its fate in the final costs is not
 * settled by our sources: it is not counted as recoverable.
 */
export function contributionItems(facts: CostFacts): readonly Item[] {
  if (facts.court === 'economic') return beforeEconomicCourt(facts);
  if (facts.court !== 'commercial-or-economic') return [];
  return beforeEconomicCourt(facts).map((item) => {
    if (item.kind !== 'priced') return item;
    const why = 'Due seulement si le tribunal est l’un des douze tribunaux des activités économiques.';
    return unknown('tae-contribution', why, { low: 0, high: numberValue(item.node) });
  });
}
