import type { Profile } from '../model/facts.ts';
import type { Scenario, Step } from '../model/scenario.ts';

/** Days to pay given by a formal notice, counted from its reception. */
const GRACE_DAYS = 8;
/** From the notice to the decision: the days of grace, and a week for the post and for a transfer to arrive. */
const DAYS_FROM_NOTICE_TO_DECISION = GRACE_DAYS + 7;

type StepShape = Omit<Step, 'rank' | 'countedFrom' | 'release' | 'graceDays'> &
  Partial<Pick<Step, 'countedFrom' | 'release' | 'graceDays'>>;

function scenario(profile: Profile, name: string, steps: StepShape[]): Scenario {
  const ranked = steps.map((step, rank) => ({
    countedFrom: 'due-date' as const,
    release: 'automatic' as const,
    graceDays: null,
    ...step,
    rank,
  }));
  return { key: profile, profile, name, version: 1, steps: ranked };
}

const notice: StepShape = {
  key: 'notice',
  name: 'Avis d’échéance',
  offsetDays: -5,
  channels: ['email'],
  tone: 'courteous',
  objective: 'inform',
  accessories: 'none',
};

const firstReminder: StepShape = {
  key: 'reminder-1',
  name: 'Première relance',
  offsetDays: 3,
  channels: ['email'],
  tone: 'courteous',
  objective: 'remind',
  accessories: 'none',
};

const call: StepShape = {
  key: 'call',
  name: 'Appel téléphonique',
  offsetDays: 10,
  channels: ['phone'],
  tone: 'courteous',
  objective: 'find-the-cause',
  accessories: 'none',
};

const secondReminder: StepShape = {
  key: 'reminder-2',
  name: 'Deuxième relance',
  offsetDays: 15,
  channels: ['email'],
  tone: 'firm',
  objective: 'warn',
  accessories: 'mentioned',
};

const miseEnDemeure: StepShape = {
  key: 'mise-en-demeure',
  name: 'Mise en demeure',
  offsetDays: 30,
  channels: ['letter', 'email'],
  tone: 'formal',
  objective: 'warn',
  accessories: 'claimed',
  graceDays: GRACE_DAYS,
};

const decision: StepShape = {
  key: 'decide',
  name: 'Décision sur la suite',
  offsetDays: DAYS_FROM_NOTICE_TO_DECISION,
  countedFrom: 'previous-step',
  channels: ['task'],
  tone: 'formal',
  objective: 'decide',
  accessories: 'claimed',
};

/**
 * The scenario each profile starts with. The days are the same for all; what differs is what may be asked and how it
 * is said. A consumer's reminders mention no accessory at all, because none is due before a formal notice.
 */
export const defaultScenarios: Record<Profile, Scenario> = {
  business: scenario('business', 'Professionnels', [
    notice,
    firstReminder,
    call,
    secondReminder,
    miseEnDemeure,
    decision,
  ]),
  consumer: scenario('consumer', 'Particuliers', [
    notice,
    firstReminder,
    call,
    { ...secondReminder, accessories: 'none' },
    miseEnDemeure,
    decision,
  ]),
  public: scenario('public', 'Acheteurs publics', [
    notice,
    firstReminder,
    { ...call, objective: 'get-a-date' },
    secondReminder,
    miseEnDemeure,
    decision,
  ]),
};
