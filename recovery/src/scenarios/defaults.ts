import type { Profile } from '../model/facts.ts';
import type { AssignmentRule, Scenario, ScenarioBook, Step } from '../model/scenario.ts';

/** Days to pay given by a formal notice, counted from its reception. */
const GRACE_DAYS = 8;
/** From the presentation of the notice to the decision: the days of grace, and two for a transfer to arrive. */
const DAYS_FROM_NOTICE_TO_DECISION = GRACE_DAYS + 2;

type StepShape = Omit<Step, 'rank' | 'countedFrom' | 'release' | 'graceDays'> &
  Partial<Pick<Step, 'countedFrom' | 'release' | 'graceDays'>>;

function scenario(key: string, profile: Profile, name: string, steps: StepShape[]): Scenario {
  const ranked = steps.map((step, rank) => ({
    countedFrom: 'due-date' as const,
    release: 'automatic' as const,
    graceDays: null,
    ...step,
    rank,
  }));
  return { key, profile, name, version: 1, steps: ranked };
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
  channels: ['registered', 'email'],
  tone: 'formal',
  objective: 'warn',
  accessories: 'claimed',
  graceDays: GRACE_DAYS,
};

const decision: StepShape = {
  key: 'decide',
  name: 'Décision sur la suite',
  offsetDays: DAYS_FROM_NOTICE_TO_DECISION,
  countedFrom: 'notice',
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
  business: scenario('business', 'business', 'Professionnels', [
    notice,
    firstReminder,
    call,
    secondReminder,
    miseEnDemeure,
    decision,
  ]),
  consumer: scenario('consumer', 'consumer', 'Particuliers', [
    notice,
    firstReminder,
    call,
    { ...secondReminder, accessories: 'none' },
    miseEnDemeure,
    decision,
  ]),
  public: scenario('public', 'public', 'Acheteurs publics', [
    notice,
    firstReminder,
    { ...call, objective: 'get-a-date' },
    secondReminder,
    miseEnDemeure,
    decision,
  ]),
};

/**
 * Somebody who always paid is given the benefit of the doubt: lighter words, more time, a formal notice that a person
 * confirms, and penalties that are mentioned and not asked for.
 */
const goodPayer = scenario('good-payer', 'business', 'Bons payeurs', [
  { ...notice, tone: 'cordial' },
  { ...firstReminder, offsetDays: 5, tone: 'cordial' },
  { ...call, offsetDays: 14 },
  { ...secondReminder, offsetDays: 21, tone: 'neutral', objective: 'remind' },
  { ...miseEnDemeure, offsetDays: 45, accessories: 'mentioned', release: 'confirm' },
  { ...decision, accessories: 'mentioned' },
]);

/** A large customer pays by a circuit of its own: it is found early where an invoice is stuck, and our salesperson knows. */
const largeAccount = scenario('large-account', 'business', 'Grands comptes', [
  { ...notice, offsetDays: -10 },
  { ...firstReminder, offsetDays: 5 },
  { ...call, offsetDays: 12, objective: 'get-a-date' },
  { ...secondReminder, offsetDays: 20, tone: 'neutral', objective: 'get-a-date', copySalesperson: true },
  { ...secondReminder, key: 'reminder-3', name: 'Troisième relance', offsetDays: 35, copySalesperson: true },
  { ...miseEnDemeure, offsetDays: 50, release: 'confirm', copySalesperson: true },
  decision,
]);

const rules: AssignmentRule[] = [
  { name: 'Bons payeurs', when: { payerClasses: ['good-payer'] }, scenario: goodPayer.key },
  { name: 'Grands comptes', when: { payerClasses: ['large-account'] }, scenario: largeAccount.key },
];

/** What a company starts with; each scenario may be changed, and others added. */
export const defaultBook: ScenarioBook = {
  latest: { ...defaultScenarios, [goodPayer.key]: goodPayer, [largeAccount.key]: largeAccount },
  kept: [],
  rules,
};
