import { derived, type Explanation, flagValue, given } from '../explain/index.ts';
import {
  type ArticleKey,
  type DatedValue,
  listed,
  parameterNode,
  reason,
  type SeriesName,
  tariffOn,
  valueOn,
} from '../parameters/index.ts';
import { bracketNode, COST_NAMES, type CostFacts, type Item, priced, taxed, unknown, withVat } from './items.ts';
import { COURT_NAMES, type CourtKind, isCommercial, isJudicial } from './steps.ts';

/** The uplift of a commissaire's fees where the debtor lives overseas; null elsewhere. */
function upliftOf({ postcode, on }: CostFacts): DatedValue | null {
  const startsAs = (prefix: string) => postcode?.startsWith(prefix) ?? false;
  if (!listed(valueOn('court-overseas-prefixes', on)!).some(startsAs)) return null;
  const territory = listed(valueOn('cost-overseas-territories', on)!).find(startsAs) ?? 'other';
  return valueOn(`cost-commissaire-overseas-uplift/${territory}` as SeriesName, on);
}

/** The fee for serving an order, before tax: fixed amount × coefficient by amount, plus the uplift overseas. */
function serviceFee(fee: DatedValue, facts: CostFacts): Explanation {
  const net = derived('multiply', 'Émolument de signification', 'euros', [
    parameterNode('Émolument fixe, hors taxe', fee, 'cents'),
    bracketNode('Coefficient', tariffOn('commissaire-coefficient', facts.on)!, facts.amountCents, 'multiple'),
  ]);
  const uplift = upliftOf(facts);
  if (uplift === null) return net;
  const more = derived('percent-of', 'Majoration outre-mer', 'euros', [
    net,
    parameterNode('Taux de la majoration outre-mer', uplift, 'percent'),
  ]);
  return derived('sum', 'Émolument majoré', 'euros', [net, more]);
}

/** Service of a payment order by electronic deed: A444-11, A444-46 and A444-48 C. com. */
export function serviceItems(facts: CostFacts): readonly Item[] {
  const fee = valueOn('cost-payment-order-service', facts.on);
  const travel = taxed('service-travel', 'cost-electronic-travel', facts.on, true);
  if (fee === null) return [{ kind: 'gap', what: 'service', on: facts.on }, travel];
  const node = withVat(COST_NAMES.service, serviceFee(fee, facts), facts.on);
  return [{ kind: 'priced', what: 'service', recoverable: true, node }, travel];
}

const LOCAL_TARIFF = 'Tarif local\u00a0: à demander au greffe.';
const FREE_REGISTRY: Item = { kind: 'reason', node: reason('cost-judicial-free') };

/** Courts whose registry has a tariff of its own, not in our tables. */
function hasLocalTariff(court: CourtKind): boolean {
  return court === 'commercial-chamber' || court === 'mixed-commercial';
}

/** The registry of a commercial court for a payment order; other courts are free or have their own tariff. */
export function registryItems({ court, on }: CostFacts): readonly Item[] {
  if (hasLocalTariff(court)) return [unknown('registry', LOCAL_TARIFF)];
  if (!isCommercial(court)) return isJudicial(court) ? [FREE_REGISTRY] : [];
  if (valueOn('cost-registry-payment-order', on) !== null) {
    return [taxed('registry', 'cost-registry-payment-order', on, true)];
  }
  return [priced('registry', 'cost-registry-payment-order-with-vat', on, true)];
}

/** An order on request: the dearest of the two prices found at commercial registries, nothing elsewhere. */
export function requestItems({ court, on }: CostFacts): readonly Item[] {
  if (hasLocalTariff(court)) return [unknown('registry-request', LOCAL_TARIFF)];
  if (!isCommercial(court)) return [FREE_REGISTRY];
  const prices = [
    valueOn('cost-registry-order-on-request', on),
    valueOn('cost-registry-order-on-request-highest', on),
  ].filter((dated) => dated !== null);
  if (prices.length === 0) return [{ kind: 'gap', what: 'registry-request', on }];
  const nodes = prices.map((dated) => parameterNode(`Prix selon ${dated.reference.text}`, dated, 'cents'));
  const node = derived('greatest', COST_NAMES['registry-request'], 'cents', nodes);
  return [{ kind: 'priced', what: 'registry-request', recoverable: true, node }];
}

/** The contribution for legal aid, before the tribunal judiciaire only and since it exists (1635 bis Q CGI). */
export function legalAidItems({ court, on }: CostFacts): readonly Item[] {
  if (valueOn('cost-legal-aid-contribution', on) === null) return [];
  if (isCommercial(court)) return [{ kind: 'reason', node: reason('cost-commercial-no-contribution') }];
  if (!isJudicial(court)) return [];
  return [priced('legal-aid-contribution', 'cost-legal-aid-contribution', on, true)];
}

/** Courts whose need of a lawyer does not depend on the amount, with the reason. */
const LAWYER_WHATEVER_THE_AMOUNT: Partial<Record<CourtKind, { readonly needed: boolean; readonly key: ArticleKey }>> = {
  administrative: { needed: true, key: 'cost-lawyer-administrative' },
  european: { needed: true, key: 'cost-lawyer-abroad' },
  protection: { needed: false, key: 'cost-lawyer-free' },
  enforcement: { needed: false, key: 'cost-lawyer-free' },
};

/**
 * Whether a lawyer must represent the claimant at a hearing: above the limit before the tribunal judiciaire (761 CPC)
 * and the commercial courts (853 CPC), never before the juge des contentieux de la protection or the juge de
 * l’exécution, always before the administrative court (R431-2 CJA) and, by prudence, where the judge may be abroad.
 */
export function lawyerNode(court: CourtKind, { amountCents, on }: Pick<CostFacts, 'amountCents' | 'on'>): Explanation {
  const label = `Avocat obligatoire devant\u00a0: ${COURT_NAMES[court]}`;
  const fixed = LAWYER_WHATEVER_THE_AMOUNT[court];
  if (fixed !== undefined) {
    const fact = given('Avocat exigé quel que soit le montant', fixed.needed, 'flag');
    return derived('all-of', label, 'flag', [fact, reason(fixed.key)]);
  }
  const column = isJudicial(court) ? 'judicial' : 'commercial';
  return derived('none-of', label, 'flag', [
    derived('at-most', 'Demande au plus égale au seuil de l’avocat', 'flag', [
      given('Demande', amountCents, 'cents'),
      parameterNode('Seuil de l’avocat obligatoire', valueOn(`court-lawyer-limit/${column}`, on)!, 'cents'),
    ]),
  ]);
}

/** The lawyer, whose fee is free, where one is required. */
export function lawyerItems(facts: CostFacts): readonly Item[] {
  if (!flagValue(lawyerNode(facts.court, facts))) return [];
  return [unknown('lawyer', 'Honoraires libres\u00a0: demander une convention.')];
}
