import type { StepSpec } from '../deadline/index.ts';

/** The clocks of a payment order, as data (1411 to 1425 CPC): the figures are in the parameters of the same name. */
export const SERVE: StepSpec = {
  what: 'serve',
  label: 'Signifier l’ordonnance, report compris',
  length: 'payment-order-service',
  unit: 'months',
  effect: 'payment-order-serve',
  bound: 'act',
};

/** The ordinary month of opposition, from the service. */
export const OPPOSE: StepSpec = {
  what: 'oppose',
  label: 'Opposition dans le mois de la signification',
  length: 'payment-order-opposition',
  unit: 'months',
  effect: 'payment-order-oppose-ordinary',
  bound: 'theirs',
  distance: true,
};

/** The month of opposition that opens again when the service was not made to the person. */
export const OPPOSE_LATE: StepSpec = {
  what: 'oppose-late',
  label: 'Opposition après le premier acte à personne ou la première saisie',
  length: 'payment-order-late-opposition',
  unit: 'months',
  effect: 'payment-order-oppose-late',
  bound: 'theirs',
  distance: true,
};

export const WAIT: StepSpec = {
  what: 'wait',
  label: 'Attente avant exécution',
  length: 'payment-order-wait',
  unit: 'months',
  effect: 'payment-order-wait',
  bound: 'wait',
  distance: true,
};

/** The other clocks, each started by one optional fact. */
export const CLOCKS = {
  filedOn: {
    what: 'pay-registry-fee',
    label: 'Verser les frais de greffe de la requête',
    length: 'payment-order-fee',
    unit: 'days',
    effect: 'payment-order-fee',
    bound: 'act',
  },
  feeLetterPostedOn: {
    what: 'pay-opposition-fee',
    label: 'Consigner les frais de l’opposition',
    length: 'payment-order-opposition-fee',
    unit: 'days',
    effect: 'payment-order-opposition-fee',
    bound: 'act',
  },
  oppositionNotifiedOn: {
    what: 'appoint-lawyer',
    label: 'Constituer avocat',
    length: 'payment-order-lawyer',
    unit: 'days',
    effect: 'payment-order-lawyer',
    bound: 'act',
  },
  lapseDecidedOn: {
    what: 'ask-lapse-relief',
    label: 'Demander le rapport de la caducité',
    length: 'payment-order-lapse-relief',
    unit: 'days',
    effect: 'payment-order-lapse-relief',
    bound: 'act',
  },
  oppositionReceivedOn: {
    what: 'opposition-notice',
    label: 'Avis d’opposition donné par le greffe',
    length: 'payment-order-notice',
    unit: 'months',
    effect: 'payment-order-notice',
    bound: 'theirs',
  },
} as const satisfies Record<string, StepSpec>;

export type ClockField = keyof typeof CLOCKS;

/** French names of the facts that start the clocks. */
export const FACT_NAMES: Record<ClockField, string> = {
  filedOn: 'Requête déposée le',
  feeLetterPostedOn: 'Lettre du greffe postée le',
  oppositionNotifiedOn: 'Opposition notifiée le',
  lapseDecidedOn: 'Caducité prononcée le',
  oppositionReceivedOn: 'Opposition reçue le',
};
