import { type Day, frenchDate } from '@acquit/law';
import type { MessageFacts, PlannedAction, Reason } from '../model/decision.ts';
import type { CaseFacts } from '../model/facts.ts';
import type { Step } from '../model/scenario.ts';
import { fr } from '../texts/typography.ts';

/** A task for the creditor that belongs to no scenario, and the reason why the case then waits for him. */
export interface HandOver {
  action: PlannedAction;
  parked: Reason;
}

/** Keys of the tasks that the planner makes by itself; the scenario's own steps never bear them. */
export const MISSING_ADDRESS = 'missing-address';
export const INSOLVENCY = 'insolvency';

/** The step a task about an insolvent debtor is made of. */
export const insolvencyStep: Step = {
  key: INSOLVENCY,
  rank: -1,
  name: 'Procédure collective',
  offsetDays: 0,
  countedFrom: 'due-date',
  channels: ['task'],
  tone: 'formal',
  objective: 'decide',
  accessories: 'none',
  release: 'automatic',
  graceDays: null,
};

function task(facts: MessageFacts, rank: number): PlannedAction {
  return { step: facts.step, rank, channel: 'task', status: 'to-do', totalCents: facts.totalCents, facts, moves: [] };
}

/** The debtor can be reached neither by e-mail nor by post: somebody must find an address. */
export function missingAddressTask(message: MessageFacts, step: Step): HandOver {
  const facts: MessageFacts = {
    ...message,
    step: MISSING_ADDRESS,
    stepName: 'Adresse à compléter',
    objective: 'decide',
  };
  return {
    action: task(facts, step.rank),
    parked: {
      code: 'MissingAddress',
      message: fr`« ${step.name} » ne peut pas partir : ni adresse e-mail ni adresse postale complète. Complétez la fiche du débiteur, le dossier reprendra au bon niveau.`,
    },
  };
}

/** Proceedings are open: no reminder may go out, and the claim must be filed in time. */
export function insolvencyTask(message: MessageFacts, facts: CaseFacts, openedOn: Day): HandOver {
  return {
    action: task(message, insolvencyStep.rank),
    parked: {
      code: 'InsolvencyOpened',
      message: fr`Procédure collective ouverte le ${frenchDate(openedOn)} contre ${facts.debtor.name} : les relances s’arrêtent. Déclarez la créance au mandataire dans le délai légal.`,
    },
  };
}
