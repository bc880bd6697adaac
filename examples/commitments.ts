import { addDays, type Day, day, euros, frenchDate } from '@acquit/law';
import {
  type CaseFacts,
  type ClaimFacts,
  type CompanySettings,
  type CoveredClaim,
  type DisputeFacts,
  type DisputeReason,
  disputeHoldReason,
  disputeReasonName,
  freezes,
  graceEnd,
  type Hold,
  judgePromises,
  type PaymentRun,
  type Piece,
  type PlanFacts,
  type PromiseFacts,
  planStanding,
  promiseState,
  promiseTerms,
  schedule,
} from '@acquit/recovery';

/** What is promised, contested or agreed in a story; claims are named by their number, none meaning all. */
export interface StoryCommitments {
  promises?: { on: string; amountCents: number; promisedOn: string; claims?: string[]; withdrawnOn?: string }[];
  disputes?: {
    on: string;
    reason: DisputeReason;
    claim: string;
    /** Absent: the whole claim. */
    contestedCents?: number;
    resolved?: { on: string; by: string };
  }[];
  plans?: {
    on: string;
    claims?: string[];
    firstPaymentCents?: number;
    from: string;
    count: number;
    every: 'week' | 'fortnight' | 'month';
    clauseDays: number;
  }[];
  /** Days on which the customer pays. */
  paymentRun?: PaymentRun;
}

/** What a story remembers besides its facts: all its claims, paid or not, and the money that came. */
export interface Memory {
  money: Piece[];
  claims: Map<string, CoveredClaim>;
  /** The last state told of each promise and plan. */
  told: Map<string, string>;
}

export const newMemory = (): Memory => ({ money: [], claims: new Map(), told: new Map() });

/** Makes the facts of a day again from what stands on it, as the shell does, and tells what changed. */
export function commit(
  story: StoryCommitments,
  facts: CaseFacts,
  settings: CompanySettings,
  memory: Memory,
  on: Day,
  events: string[],
): CaseFacts {
  const promises = promisesOn(story, facts, settings, memory, on, events);
  const disputes = disputesOn(story, on, events);
  if (!story.promises && !story.disputes && !story.plans) return facts;
  const verdicts = judgePromises(promises, memory.money, [...memory.claims.values()]);
  promises.forEach((promise, n) => {
    const state = promiseState(promise, verdicts[n]!, on);
    tell(memory, promise.promiseId, state, PROMISE_TOLD[state], events);
  });
  const unkept = promises.filter((_, n) => verdicts[n]!.keptOn === null && !verdicts[n]!.moot);
  const last = unkept.toSorted((a, b) => a.untilOn - b.untilOn).at(-1);
  const nothingCame = last !== undefined && verdicts[promises.indexOf(last)]!.receivedCents === 0;
  const frozen = freezes(disputes);
  const plans = plansOn(story, facts, settings, memory, on, events);
  return {
    ...facts,
    ...(plans.length > 0 && { plans }),
    ...(last &&
      nothingCame && {
        brokenPromise: {
          madeOn: last.madeOn,
          promisedOn: last.promisedOn,
          amountCents: last.amountCents,
          brokenOn: addDays(last.untilOn, 1),
        },
      }),
    claims: facts.claims.map((claim): ClaimFacts => {
      const holds: Hold[] = promises.flatMap((promise, n): Hold[] =>
        verdicts[n]!.keptOn === null && !verdicts[n]!.moot && names(promise.claimIds, claim)
          ? [{ kind: 'promise', reason: 'règlement promis.', until: promise.untilOn }]
          : [],
      );
      const freeze = frozen.get(claim.claimId);
      if (freeze?.whole) holds.push({ kind: 'disputed', reason: disputeHoldReason(freeze.whole), until: null });
      const promised = unkept.filter((promise) => names(promise.claimIds, claim)).map(({ untilOn }) => untilOn);
      return {
        ...claim,
        holds,
        contestedCents: freeze?.contestedCents ?? 0,
        ...(promised.length > 0 && { promiseOn: addDays(Math.max(...promised) as Day, 1) }),
      };
    }),
  };
}

const names = (claimIds: readonly string[], { claimId }: Pick<ClaimFacts, 'claimId'>) =>
  claimIds.length === 0 || claimIds.includes(claimId);

const PROMISE_TOLD: Record<string, string> = {
  kept: 'Promesse tenue',
  broken: 'Promesse non tenue : le dossier reprend',
  moot: 'Promesse sans objet',
  withdrawn: 'Promesse annulée',
};

function tell(memory: Memory, id: string, state: string, words: string | undefined, events: string[]): void {
  if (memory.told.get(id) === state) return;
  memory.told.set(id, state);
  if (words !== undefined) events.push(words);
}

function promisesOn(
  story: StoryCommitments,
  facts: CaseFacts,
  settings: CompanySettings,
  memory: Memory,
  on: Day,
  events: string[],
): PromiseFacts[] {
  return (story.promises ?? []).flatMap((told, n): PromiseFacts[] => {
    const madeOn = day(told.on);
    if (madeOn > on) return [];
    const terms = promiseTerms(
      { amountCents: told.amountCents, madeOn, promisedOn: day(told.promisedOn) },
      {
        today: madeOn,
        paymentRun: story.paymentRun ?? null,
        graceWorkingDays: settings.promiseGraceWorkingDays,
        // The promise of a past day is told again on every later one, when what it was for may be paid.
        openCents: facts.claims.reduce((sum, claim) => sum + claim.openCents, told.amountCents),
      },
    );
    if ('refusal' in terms) throw new Error(terms.refusal.message);
    if (madeOn === on) {
      events.push(
        `Promesse de ${euros(told.amountCents)} pour le ${frenchDate(day(told.promisedOn))} : on attend jusqu’au ${frenchDate(terms.untilOn)} inclus`,
      );
      for (const warning of terms.warnings) events.push(warning.message.replace(/\.$/, ''));
    }
    const withdrawn = told.withdrawnOn !== undefined && day(told.withdrawnOn) <= on;
    memory.told.set(`promise-${n}`, memory.told.get(`promise-${n}`) ?? 'running');
    return [
      {
        promiseId: `promise-${n}`,
        claimIds: told.claims ?? [],
        amountCents: told.amountCents,
        madeOn,
        promisedOn: day(told.promisedOn),
        untilOn: terms.untilOn,
        ended: withdrawn ? 'withdrawn' : null,
      },
    ];
  });
}

function disputesOn(story: StoryCommitments, on: Day, events: string[]): DisputeFacts[] {
  return (story.disputes ?? []).flatMap((told, n): DisputeFacts[] => {
    if (day(told.on) > on) return [];
    const part = told.contestedCents === undefined ? 'en entier' : `pour ${euros(told.contestedCents)}`;
    if (day(told.on) === on)
      events.push(`Litige ouvert : ${told.claim} contestée ${part} (${disputeReasonName(told.reason)})`);
    if (told.resolved !== undefined && day(told.resolved.on) === on) events.push(`Litige clos : ${told.resolved.by}`);
    if (told.resolved !== undefined && day(told.resolved.on) <= on) return [];
    return [
      {
        disputeId: `dispute-${n}`,
        reason: told.reason,
        openedOn: day(told.on),
        accepted: false,
        claims: [{ claimId: told.claim, contestedCents: told.contestedCents ?? null }],
      },
    ];
  });
}

function plansOn(
  story: StoryCommitments,
  facts: CaseFacts,
  settings: CompanySettings,
  memory: Memory,
  on: Day,
  events: string[],
): PlanFacts[] {
  return (story.plans ?? []).flatMap((told, n): PlanFacts[] => {
    const signedOn = day(told.on);
    if (signedOn > on) return [];
    const planId = `plan-${n}`;
    const before = facts.plans?.find((plan) => plan.planId === planId);
    const covered = facts.claims.filter((claim) => names(told.claims ?? [], claim));
    const plan = before ?? signed(told, planId, covered, settings, story.paymentRun ?? null);
    if (before === undefined) {
      events.push(`Échéancier signé : ${plan.instalments.length} échéances`);
      for (const { dueOn, cents } of plan.instalments)
        events.push(`Échéance du ${frenchDate(dueOn)} : ${euros(cents)}`);
    }
    const now = { ...plan, receipts: receiptsOf(plan, memory) };
    const { state } = planStanding(now, on);
    memory.told.set(planId, memory.told.get(planId) ?? 'on-track');
    tell(memory, planId, state, PLAN_TOLD[state], events);
    return [now];
  });
}

const PLAN_TOLD: Record<string, string> = {
  'on-track': 'Échéancier de nouveau respecté',
  missed: 'Échéance manquée',
  broken: 'Échéancier rompu : toute la dette est de nouveau due',
  kept: 'Échéancier respecté jusqu’au bout',
};

function signed(
  told: NonNullable<StoryCommitments['plans']>[number],
  planId: string,
  covered: readonly ClaimFacts[],
  settings: CompanySettings,
  paymentRun: PaymentRun | null,
): PlanFacts {
  const signedOn = day(told.on);
  const cut = schedule({
    principalCents: covered.reduce((sum, claim) => sum + claim.openCents, 0),
    accessoryCents: 0,
    firstPaymentCents: told.firstPaymentCents ?? 0,
    signedOn,
    from: day(told.from),
    count: told.count,
    every: told.every,
    paymentRun,
  });
  if ('refusal' in cut) throw new Error(cut.refusal.message);
  return {
    planId,
    claimIds: covered.map((claim) => claim.claimId),
    signedOn,
    instalments: cut.map(({ dueOn, principalCents }) => ({
      dueOn,
      untilOn: graceEnd(dueOn, settings.planGraceWorkingDays),
      cents: principalCents,
    })),
    clauseDays: told.clauseDays,
    receipts: [],
    notices: [],
  };
}

function receiptsOf(plan: PlanFacts, { money }: Memory): PlanFacts['receipts'] {
  return money
    .filter(({ claimId, on }) => claimId !== null && plan.claimIds.includes(claimId) && on >= plan.signedOn)
    .map(({ on, cents }) => ({ on, amountCents: cents }));
}

/** The day after a pause, said when it was entered after it began. */
export function backDated(from: Day, on: Day, until: Day): string {
  return `Pause demandée du ${frenchDate(from)} au ${frenchDate(until)}, entrée le ${frenchDate(on)} : ce qui est parti depuis le ${frenchDate(from)} reste parti, reprise le ${frenchDate(addDays(until, 1))}`;
}
