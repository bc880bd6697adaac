import type { Day, IsoDate } from '../calendar/index.ts';
import { type ExplainedStep, knownStep, type Step, type StepSpec } from '../deadline/index.ts';
import { derived, type Explanation, givenDay, type Outcome } from '../explain/index.ts';
import { parameterNode, reason, soleValue } from '../parameters/index.ts';
import { type ClaimCase, type InsolvencyClaimInput, readCase } from './input.ts';

export interface InsolvencyClaimValue {
  /** Last day to declare the claim, extended by 642 CPC; what counts is the postmark. */
  readonly declareBefore: IsoDate;
  /** The same without the extension, when it differs: the day to aim at. */
  readonly declareBeforePrudent?: IsoDate;
  /** Last day to ask for relief from a late claim. */
  readonly reliefBefore: IsoDate;
  readonly reliefBeforePrudent?: IsoDate;
  /** Last day counted in the interest declared: the eve of the judgment. */
  readonly interestStopsOn: IsoDate;
  /** All the dated steps: declaration, relief, goods, answer to a challenge, declaration after a relief. */
  readonly steps: readonly Step[];
}

const DECLARE: StepSpec = {
  what: 'declare',
  label: 'Déclarer la créance',
  length: 'insolvency-claim-declare',
  unit: 'months',
  effect: 'insolvency-claim-declare',
  bound: 'act',
};
const RELIEF: StepSpec = {
  what: 'ask-relief',
  label: 'Demander le relevé de forclusion',
  length: 'insolvency-claim-relief',
  unit: 'months',
  effect: 'insolvency-claim-relief',
  bound: 'act',
};
const GOODS: StepSpec = {
  what: 'claim-goods',
  label: 'Revendiquer les biens',
  length: 'insolvency-claim-goods',
  unit: 'months',
  effect: 'insolvency-claim-goods',
  bound: 'act',
};
const ANSWER: StepSpec = {
  what: 'answer-challenge',
  label: 'Répondre à la contestation',
  length: 'insolvency-claim-answer',
  unit: 'days',
  effect: 'insolvency-claim-answer',
  bound: 'act',
};

const AFTER_RELIEF: StepSpec = {
  what: 'declare-after-relief',
  label: 'Déclarer la créance après le relevé de forclusion',
  length: 'insolvency-claim-after-relief',
  unit: 'months',
  effect: 'insolvency-claim-after-relief',
  bound: 'act',
};

function isFar({ where }: ClaimCase): boolean {
  return where.place === 'overseas' || where.place === 'abroad';
}

/** The months added for a creditor outside the territory of the court (R622-24 C. com.), with the reason either way. */
function farMonths(claimCase: ClaimCase): { months: readonly Explanation[]; why: Explanation } {
  if (!isFar(claimCase)) {
    return { months: [], why: reason('insolvency-claim-near') };
  }
  const added = soleValue('insolvency-claim-far-creditor');
  const months = [parameterNode('Créancier hors du territoire', added, 'months')];
  return { months, why: reason('insolvency-claim-far') };
}

/**
 * The declaration after a relief (L622-24 C. com.): half of the ordinary time, from the decision. Whether the months of a
 * creditor outside the territory are halved too is a reading: his prudent day does without them, his last day has them.
 */
function afterRelief(claimCase: ClaimCase, relievedOn: Day): ExplainedStep {
  const { where } = claimCase;
  const relieved = givenDay('Relevé de forclusion', relievedOn);
  if (!isFar(claimCase)) return knownStep(AFTER_RELIEF, relieved, where);
  const added = soleValue('insolvency-claim-after-relief-far');
  const moreMonths = [parameterNode('Moitié de l’allongement', added, 'months')];
  const far = knownStep(AFTER_RELIEF, relieved, where, { moreMonths });
  const near = knownStep({ ...AFTER_RELIEF, label: `${AFTER_RELIEF.label}, sans allongement` }, relieved, where);
  const { prudentBefore = near.step.before! } = near.step;
  const why = reason('insolvency-claim-after-relief-far');
  return {
    ...far,
    step: { ...far.step, prudentBefore, confidence: 'C' },
    node: derived('detail', `${AFTER_RELIEF.label}, dernier jour`, 'date', [far.node, near.node, why]),
  };
}

/** The steps in order: the answer to a challenge is one of them when there is a challenge, and so on. */
function stepsOf(claimCase: ClaimCase): readonly [ExplainedStep, ExplainedStep, ...ExplainedStep[]] {
  const { where, challengedOn, publishedOn, relievedOn } = claimCase;
  const published = givenDay('Publication au BODACC', publishedOn);
  const moreMonths = farMonths(claimCase).months;
  const challenge = challengedOn === null ? [] : [givenDay('Contestation reçue', challengedOn)];
  return [
    knownStep(DECLARE, published, where, { moreMonths }),
    knownStep(RELIEF, published, where),
    knownStep(GOODS, published, where),
    ...challenge.map((received) => knownStep(ANSWER, received, where)),
    ...(relievedOn === null ? [] : [afterRelief(claimCase, relievedOn)]),
  ];
}

/**
 * The dates of a creditor whose debtor is in insolvency (L622-24, L622-26, R622-24 C. com.), all counted from the
 * publication in the BODACC. Refuses a malformed input (see `readCase`).
 */
export function insolvencyClaim(input: InsolvencyClaimInput): Outcome<InsolvencyClaimValue> {
  const claimCase = readCase(input);
  if ('code' in claimCase) return { refusal: claimCase };
  const steps = stepsOf(claimCase);
  const [declare, relief] = steps;
  const stop = derived('day-before', 'Dernier jour d’intérêts déclaré', 'date', [
    givenDay('Jugement d’ouverture', claimCase.openedOn),
    reason('insolvency-stop'),
  ]);
  const prudent = ({ step }: ExplainedStep, name: string) =>
    step.prudentBefore === undefined ? {} : { [name]: step.prudentBefore };
  return {
    value: {
      declareBefore: String(declare.node.value),
      ...prudent(declare, 'declareBeforePrudent'),
      reliefBefore: String(relief.node.value),
      ...prudent(relief, 'reliefBeforePrudent'),
      interestStopsOn: String(stop.value),
      steps: steps.map(({ step }) => step),
    },
    explanation: derived('list', 'Créance à déclarer', 'text', [
      reason('insolvency-claim-start'),
      farMonths(claimCase).why,
      ...steps.map(({ node }) => node),
      stop,
    ]),
  };
}
