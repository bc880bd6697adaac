import type { Day } from '../calendar/index.ts';
import { knownStep, type Step, type StepSpec, stepWithoutDate, type Where } from '../deadline/index.ts';
import { derived, type Explanation, flagValue, givenDay, type Outcome } from '../explain/index.ts';
import { reason } from '../parameters/index.ts';
import { type AttachmentCase, type DateField, type ProtectiveAttachmentInput, readCase } from './input.ts';
import { leaveNode } from './leave.ts';

export interface ProtectiveAttachmentValue {
  /** Whether a judge must give leave before the attachment. */
  readonly leaveNeeded: boolean;
  /** The steps that remain or were taken, each with its last day, null while the fact that starts it is unknown. */
  readonly steps: readonly Step[];
  /** A date of the input shows that a step was taken too late: the attachment, or the leave, has lapsed. */
  readonly lapsed: boolean;
}

/** A step of the attachment: the fact that starts it and the one that shows it was taken. */
interface AttachmentStep {
  readonly spec: StepSpec;
  readonly from: DateField;
  readonly done: DateField;
  readonly applies: (attachmentCase: AttachmentCase, leaveNeeded: boolean) => boolean;
}

const STEPS: readonly AttachmentStep[] = [
  {
    spec: {
      what: 'execute',
      label: 'Pratiquer la saisie',
      length: 'protective-attachment-execute',
      unit: 'months',
      effect: 'protective-attachment-execute',
      bound: 'act',
    },
    from: 'leaveOn',
    done: 'doneOn',
    applies: (_, leaveNeeded) => leaveNeeded,
  },
  {
    spec: {
      what: 'notify-debtor',
      label: 'Dénoncer la saisie au débiteur',
      length: 'protective-attachment-notify',
      unit: 'days',
      effect: 'protective-attachment-notify',
      bound: 'act',
    },
    from: 'doneOn',
    done: 'debtorNotifiedOn',
    applies: () => true,
  },
  {
    spec: {
      what: 'start-suit',
      label: 'Engager le procès ou demander une injonction de payer',
      length: 'protective-attachment-start-suit',
      unit: 'months',
      effect: 'protective-attachment-start-suit',
      bound: 'act',
    },
    from: 'doneOn',
    done: 'suedOn',
    applies: ({ hasTitle, document }) => !hasTitle && document !== 'title',
  },
  {
    spec: {
      what: 'copy-to-garnishee',
      label: 'Remettre la copie de l’acte au tiers saisi',
      length: 'protective-attachment-copy',
      unit: 'days',
      effect: 'protective-attachment-copy',
      bound: 'act',
    },
    from: 'suedOn',
    done: 'garnisheeCopiedOn',
    applies: ({ hasTitle, document }) => !hasTitle && document !== 'title',
  },
  {
    spec: {
      what: 'start-suit-again',
      label: 'Agir après le rejet de l’injonction de payer',
      length: 'protective-attachment-start-again',
      unit: 'months',
      effect: 'protective-attachment-start-again',
      bound: 'act',
    },
    from: 'paymentOrderRefusedOn',
    done: 'suedAgainOn',
    applies: ({ paymentOrderRefusedOn }) => paymentOrderRefusedOn !== null,
  },
  {
    spec: {
      what: 'copy-again-to-garnishee',
      label: 'Remettre la copie du nouvel acte au tiers saisi',
      length: 'protective-attachment-copy',
      unit: 'days',
      effect: 'protective-attachment-copy',
      bound: 'act',
    },
    from: 'suedAgainOn',
    done: 'garnisheeCopiedAgainOn',
    applies: ({ suedAgainOn }) => suedAgainOn !== null,
  },
];

const FACT_NAMES: Record<DateField, string> = {
  leaveOn: 'Autorisation du juge',
  doneOn: 'Saisie pratiquée',
  suedOn: 'Procès engagé',
  paymentOrderRefusedOn: 'Injonction de payer rejetée',
  garnisheeCopiedOn: 'Copie remise au tiers saisi',
  debtorNotifiedOn: 'Saisie dénoncée au débiteur',
  suedAgainOn: 'Nouveau procès engagé',
  garnisheeCopiedAgainOn: 'Copie du nouvel acte remise au tiers saisi',
};

/** The debtor's place lengthens none of these steps, which are all the creditor's. */
const HERE: Where = { place: 'metropole', territory: null };

function factNode(field: DateField, on: Day | null): Explanation | null {
  return on === null ? null : givenDay(FACT_NAMES[field], on);
}

/** The fact that starts a step: the copy of a suit older than the attachment is due from the attachment. */
function startOf({ from }: AttachmentStep, attachmentCase: AttachmentCase): Explanation | null {
  const start = factNode(from, attachmentCase[from]);
  const done = factNode('doneOn', attachmentCase.doneOn);
  if (from !== 'suedOn' || start === null || done === null) return start;
  if (attachmentCase.suedOn! >= attachmentCase.doneOn!) return start;
  return derived('latest', 'Départ de la copie', 'date', [start, done, reason('protective-attachment-suit-before')]);
}

interface Found {
  readonly step: Step;
  readonly node: Explanation | null;
}

function stepOf(attachmentStep: AttachmentStep, attachmentCase: AttachmentCase): Found {
  const { spec, done } = attachmentStep;
  const start = startOf(attachmentStep, attachmentCase);
  if (start === null) return { step: stepWithoutDate(spec), node: null };
  return knownStep(spec, start, HERE, { done: factNode(done, attachmentCase[done]) });
}

/**
 * Whether a protective attachment needs a judge's leave and until when each of its steps must be taken (L511-1 to
 * R523-3 CPCE); a missed step makes it lapse. Refuses a malformed input (see `readCase`).
 */
export function protectiveAttachment(input: ProtectiveAttachmentInput): Outcome<ProtectiveAttachmentValue> {
  const attachmentCase = readCase(input);
  if ('code' in attachmentCase) return { refusal: attachmentCase };
  const leave = leaveNode(attachmentCase);
  const leaveNeeded = flagValue(leave);
  const found = STEPS.filter(({ applies }) => applies(attachmentCase, leaveNeeded)).map((step) =>
    stepOf(step, attachmentCase),
  );
  const steps = found.map(({ step }) => step);
  const nodes = found.flatMap(({ node }) => (node === null ? [] : [node]));
  return {
    value: { leaveNeeded, steps, lapsed: steps.some(({ inTime }) => inTime === false) },
    explanation: derived('list', 'Saisie conservatoire', 'text', [
      leave,
      reason('protective-attachment-conditions'),
      ...nodes,
    ]),
  };
}
