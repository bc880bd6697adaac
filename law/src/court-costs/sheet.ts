import { derived, type Explanation, numberValue, type Reference } from '../explain/index.ts';
import { reason } from '../parameters/index.ts';
import { contributionItems } from './contribution.ts';
import { lawyerItems, legalAidItems, registryItems, requestItems, serviceItems } from './fees.ts';
import {
  COST_NAMES,
  type CostFacts,
  type CostWhat,
  type Estimate,
  estimateOf,
  gapReason,
  type Item,
  outdated,
  priced,
  taxed,
  unknown,
} from './items.ts';
import { type CostStep, isCommercial, STEP_NAMES } from './steps.ts';

/** One priced line. `recoverable`: at the debtor's charge in the end, as an act that the law imposes or enforcement. */
export interface CostLine {
  readonly what: CostWhat;
  /** French. */
  readonly label: string;
  readonly cents: number;
  readonly article: string;
  /** The least sure of the figures that made the line. */
  readonly confidence: Reference['confidence'];
  readonly recoverable: boolean;
}

/** A cost that exists and that no table gives, with the range found in practice when there is one. */
export interface UnknownCost {
  readonly what: CostWhat;
  readonly label: string;
  readonly why: string;
  readonly estimateCents?: Estimate;
}

/** The costs of one step, with the sum that explains them; `gaps` are the tariffs that end before the day. */
export interface CostSheet {
  readonly costCents: number;
  readonly lines: readonly CostLine[];
  readonly unknown: readonly UnknownCost[];
  readonly gaps: readonly CostWhat[];
  readonly sum: Explanation;
}

const ASK = 'Aucun tarif relevé\u00a0: demander un devis au commissaire de justice.';
const deed = () => unknown('deed', ASK);
const because = (...asked: Parameters<typeof reason>): Item => ({ kind: 'reason', node: reason(...asked) });

function letter({ on, electronicLetter }: CostFacts): readonly Item[] {
  const item = electronicLetter
    ? priced('electronic-registered-letter', 'cost-electronic-registered-letter', on, false)
    : priced('registered-letter', 'cost-registered-letter', on, false);
  return [item, because('cost-letter-on-creditor')];
}

function hearing(facts: CostFacts): readonly Item[] {
  const registry = isCommercial(facts.court)
    ? [unknown('registry', 'Montant demandé par le greffe, jamais calculé.')]
    : registryItems(facts);
  return [...legalAidItems(facts), ...registry, deed(), ...lawyerItems(facts), ...contributionItems(facts)];
}

function seizure(): readonly Item[] {
  return [deed(), outdated('proceedings-fee', 'cost-proceedings-fee-most')];
}

function wageAttachment({ on }: CostFacts): readonly Item[] {
  return [
    taxed('wage-commandment', 'cost-wage-commandment', on, true),
    taxed('wage-register', 'cost-wage-register', on, true),
    taxed('wage-seizure', 'cost-wage-seizure', on, true),
    taxed('wage-notice', 'cost-wage-notice', on, true),
    unknown('wage-deeds', 'Émolument principal de chaque acte non relevé\u00a0: seuls les suppléments sont comptés.'),
  ];
}

const translation = () => unknown('translation', 'Dépend du pays et de la langue\u00a0: demander un devis.');
const courtFee = () => unknown('court-fee', 'Dépend de la juridiction saisie\u00a0: à demander.');

/** What each step costs: one line per procedure of the rule book, so that none is forgotten. */
const COSTS: Record<CostStep, (facts: CostFacts) => readonly Item[]> = {
  'reminder-letter': ({ on }) => [priced('green-letter', 'cost-green-letter', on, false)],
  'formal-notice': letter,
  'instalment-plan': () => [
    unknown('deed', 'Gratuit entre les parties\u00a0; un acte d’avocat ou de notaire qui en fait un titre a son prix.'),
  ],
  'small-claims': ({ on }) => [
    unknown('commissaire', 'Honoraires non relevés\u00a0: demander un devis, jamais ajoutés à la dette.'),
    because('accessory-small-claims-fee', on),
  ],
  conciliation: () => [because('cost-conciliator-free')],
  mediation: ({ court }) =>
    court === 'administrative'
      ? [because('cost-conciliator-free')]
      : [unknown('mediator', 'Honoraires libres\u00a0: à convenir avec le médiateur.')],
  'uncontested-commercial': () => [unknown('commissaire', 'Tarif non publié.')],
  'injonction-de-payer': (facts) => [
    ...registryItems(facts),
    ...serviceItems(facts),
    ...(legalAidItems(facts).length === 0 ? [] : [because('cost-payment-order-exempt')]),
    ...contributionItems(facts),
  ],
  'refere-provision': hearing,
  requete: (facts) => [...legalAidItems(facts), ...registryItems(facts)],
  assignation: hearing,
  'sommation-de-payer': ({ on }) => [
    unknown('deed', 'Prix constaté, hors taxe et hors déplacement.', estimateOf('cost-summons-to-pay', on)),
    because('cost-left-to-creditor'),
  ],
  'saisie-conservatoire': (facts) => [...(facts.leaveNeeded ? requestItems(facts) : []), ...seizure()],
  'cheque-title': () => [deed()],
  'saisie-attribution': seizure,
  'saisie-des-remunerations': wageAttachment,
  'saisie-vente': () => [outdated('seizure-sale-commandment', 'cost-seizure-sale-commandment'), ...seizure()],
  'european-payment-order': () => [courtFee(), translation()],
  'european-small-claims': () => [courtFee(), translation()],
  'foreign-lawyer': () => [unknown('lawyer', 'Honoraires libres\u00a0: demander une convention.')],
  'administrative-claim': letter,
  'mandatement-d-office': letter,
  'administrative-refere': lawyerItems,
  'administrative-suit': lawyerItems,
  'ad-hoc-representative': requestItems,
  'insolvency-claim': letter,
  overindebtedness: letter,
  opposition: (facts) => {
    if (!isCommercial(facts.court)) return [...registryItems(facts), ...lawyerItems(facts)];
    const estimate = estimateOf('cost-opposition-registry', facts.on);
    return [
      unknown('registry', 'Montant de la lettre du greffe, à consigner dans le délai.', estimate),
      ...lawyerItems(facts),
    ];
  },
  appeal: ({ on }) => [
    priced('appeal-stamp', 'cost-appeal-stamp', on, true),
    unknown('lawyer', 'Honoraires libres\u00a0: demander une convention.'),
  ],
};

/** The references under a node, first to last. */
function referencesOf(node: Explanation): readonly Reference[] {
  const own = node.reference === undefined ? [] : [node.reference];
  return [...own, ...node.inputs.flatMap(referencesOf)];
}

function lineOf({ what, node, recoverable }: Item & { readonly kind: 'priced' }): CostLine {
  const references = referencesOf(node);
  const confidence = references
    .map((reference) => reference.confidence)
    .toSorted()
    .at(-1)!;
  return {
    what,
    label: COST_NAMES[what],
    cents: numberValue(node),
    article: references[0]!.article,
    confidence,
    recoverable,
  };
}

function unknownOf(item: Item): UnknownCost | null {
  if (item.kind === 'gap') {
    return { what: item.what, label: COST_NAMES[item.what], why: gapReason(item.on) };
  }
  if (item.kind !== 'unknown') return null;
  const { what, why, estimate } = item;
  return { what, label: COST_NAMES[what], why, ...(estimate === null ? {} : { estimateCents: estimate }) };
}

/**
 * The costs of a step: the lines that the tables price, their sum, what has no known price, and the tariffs that do not
 * cover the day. `share` lets a caller that prices several steps define each line once in its tree.
 */
export function sheetOf(step: CostStep, facts: CostFacts, share = (node: Explanation) => node): CostSheet {
  const items = COSTS[step](facts);
  const prices = items.filter((item) => item.kind === 'priced');
  const reasons = items.filter((item) => item.kind === 'reason').map(({ node }) => node);
  const sum = derived('sum', `${STEP_NAMES[step]}\u00a0: frais connus`, 'cents', [
    ...prices.map(({ node }) => share(node)),
    ...reasons,
  ]);
  return {
    costCents: numberValue(sum),
    lines: prices.map(lineOf),
    unknown: items.map(unknownOf).filter((cost) => cost !== null),
    gaps: items.filter((item) => item.kind === 'gap').map(({ what }) => what),
    sum,
  };
}
