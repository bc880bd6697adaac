import { type Day, frenchDate } from '../calendar/index.ts';
import { derived, type Explanation, parameter, type Unit } from '../explain/index.ts';
import { type DatedTariff, parameterNode, type SeriesName, valueOn, valuesOf } from '../parameters/index.ts';
import type { CourtKind } from './steps.ts';

/** What a line of costs is for, with its French name. */
export const COST_NAMES = {
  'registered-letter': 'Lettre recommandée avec avis de réception',
  'electronic-registered-letter': 'Lettre recommandée électronique qualifiée',
  'green-letter': 'Lettre verte',
  registry: 'Greffe',
  'registry-request': 'Greffe, ordonnance sur requête',
  service: 'Signification',
  'service-travel': 'Déplacement pour la signification',
  'legal-aid-contribution': 'Contribution pour l’aide juridique',
  'tae-contribution': 'Contribution pour la justice économique',
  'appeal-stamp': 'Droit de timbre d’appel',
  'wage-commandment': 'Commandement, supplément',
  'wage-register': 'Inscription au registre, supplément',
  'wage-seizure': 'Procès-verbal de saisie, supplément',
  'wage-notice': 'Dénonciation, supplément',
  'wage-deeds': 'Actes de la saisie des rémunérations',
  'seizure-sale-commandment': 'Commandement avant saisie-vente',
  'proceedings-fee': 'Droit d’engagement des poursuites',
  deed: 'Acte de commissaire de justice',
  commissaire: 'Honoraires du commissaire de justice',
  lawyer: 'Avocat',
  mediator: 'Médiateur',
  translation: 'Traduction et notification à l’étranger',
  'court-fee': 'Frais de la juridiction saisie',
} as const;
export type CostWhat = keyof typeof COST_NAMES;

/** What a claimant is, for the contribution to economic justice; null is unknown. Amounts are averages of three years. */
export interface Claimant {
  readonly isPublic: boolean;
  readonly employees: number | null;
  readonly turnoverCents: number | null;
  readonly profitCents: number | null;
  /** Reference tax income of a claimant who is a natural person. */
  readonly incomeCents: number | null;
}

/** The facts that prices depend on. */
export interface CostFacts {
  readonly amountCents: number;
  readonly on: Day;
  readonly court: CourtKind;
  readonly postcode: string | null;
  readonly claimant: Claimant;
  /** Whether a protective attachment needs the leave of a judge. */
  readonly leaveNeeded: boolean;
  readonly electronicLetter: boolean;
}

/** A range found in practice, for what has no tariff. */
export interface Estimate {
  readonly low: number;
  readonly high: number;
}

/**
 * One item of a cost: a price in cents with the tree that made it; a cost that has no known price; a price whose table
 * ends before the day or starts after it; or the reason why something costs nothing.
 */
export type Item =
  | { readonly kind: 'priced'; readonly what: CostWhat; readonly recoverable: boolean; readonly node: Explanation }
  | { readonly kind: 'unknown'; readonly what: CostWhat; readonly why: string; readonly estimate: Estimate | null }
  | { readonly kind: 'gap'; readonly what: CostWhat; readonly on: Day }
  | { readonly kind: 'reason'; readonly node: Explanation };

/** A cost that no tariff gives, with the French reason why and, when one is known, what it usually comes to. */
export function unknown(what: CostWhat, why: string, estimate: Estimate | null = null): Item {
  return { kind: 'unknown', what, why, estimate };
}

/** A cost whose only known tariff has ended: it is shown, and its old price never used. */
export function outdated(what: CostWhat, name: SeriesName): Item {
  const { until } = valuesOf(name).at(-1)!;
  return unknown(what, `Dernier tarif relevé, jusqu’au ${frenchDate(until)}\u00a0: demander un devis.`);
}

/** A price given with its taxes by a dated parameter, or the gap of its table. */
export function priced(what: CostWhat, name: SeriesName, on: Day, recoverable: boolean): Item {
  const dated = valueOn(name, on);
  if (dated === null) return { kind: 'gap', what, on };
  return { kind: 'priced', what, recoverable, node: parameterNode(COST_NAMES[what], dated, 'cents') };
}

/** A price before tax, to which VAT is added; rounded once, to the cent. */
export function withVat(label: string, net: Explanation, on: Day): Explanation {
  const vat = derived('percent-of', `TVA — ${label}`, 'euros', [
    net,
    parameterNode('Taux de TVA', valueOn('cost-vat', on)!, 'percent'),
  ]);
  const gross = derived('sum', `${label}, toutes taxes, avant arrondi`, 'euros', [net, vat]);
  return derived('round-half-up', label, 'cents', [gross]);
}

/** A price of a tariff before tax, or the gap of its table. */
export function taxed(what: CostWhat, name: SeriesName, on: Day, recoverable: boolean): Item {
  const dated = valueOn(name, on);
  if (dated === null) return { kind: 'gap', what, on };
  const net = parameterNode(`${COST_NAMES[what]}, hors taxe`, dated, 'cents');
  return { kind: 'priced', what, recoverable, node: withVat(COST_NAMES[what], net, on) };
}

/** The leaf of the bracket of a tariff that holds an amount; the upper limit of a bracket belongs to it. */
export function bracketNode(label: string, tariff: DatedTariff, amount: number, unit: Unit): Explanation {
  const { value } = tariff.brackets.find(({ upTo }) => upTo === null || amount <= Number(upTo))!;
  return parameter(label, unit === 'cents' ? Number(value) : value, unit, tariff.reference);
}

/** Both ends of a range found in practice. */
export function estimateOf(name: 'cost-summons-to-pay' | 'cost-opposition-registry', on: Day): Estimate {
  const end = (column: 'low' | 'high') => Number(valueOn(`${name}/${column}`, on)!.value);
  return { low: end('low'), high: end('high') };
}

/** Why an item has no price on a day, in French. */
export function gapReason(on: Day): string {
  return `Aucun tarif relevé n’est en vigueur le ${frenchDate(on)}\u00a0: à demander.`;
}
