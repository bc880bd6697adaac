import { randomUUIDv7 } from 'node:crypto';
import { addDays, type Day, day, formatDay, frenchDate } from '@acquit/law';
import {
  fr,
  graceEnd,
  type InstalmentPlanPreview,
  type InstalmentPlanView,
  owedAmounts,
  type PlanAccessories,
  type Reason,
  type Refused,
  refused,
  type ScheduledInstalment,
  type ScheduleRules,
  schedule,
  scheduleRefusal,
  split,
  uncontested,
} from '@acquit/recovery';
import {
  attachProof,
  cancelPlan,
  findPlan,
  insertPlan,
  loadCases,
  loadCompany,
  plansOfCase,
  presentNotice,
  proposePlan,
  signPlan,
  type Tx,
  touchCases,
} from '../../store/index.ts';
import { type By, chosenOf, type Done, dayOf, isRefused, lockCase, openClaims, paymentRunOf } from './shared.ts';

/** A plan as somebody draws it up: cut evenly by rules, or with dates and sums of his own. Days are `YYYY-MM-DD`. */
export interface PlanOrder {
  caseId: string;
  /** Empty: every open claim. */
  claimIds: readonly string[];
  accessories: PlanAccessories;
  /** Days left by the notice before the whole is due again. */
  clauseDays: number;
  cut:
    | { firstPaymentCents: number; from: string; count: number; every: ScheduleRules['every'] }
    | { instalments: readonly { dueOn: string; cents: number }[] };
  debtorSignatory: string | null;
  retentionOfTitle: boolean;
  note: string | null;
  causeId?: string | undefined;
}

type PlanClaim = { claimId: string; principalCents: number; penaltyCents: number; indemnityCents: number };

interface Drawn {
  companyId: string;
  claims: PlanClaim[];
  instalments: (ScheduledInstalment & { untilOn: string })[];
  warnings: Reason[];
}

const sum = (claims: readonly PlanClaim[], key: 'principalCents' | 'penaltyCents' | 'indemnityCents') =>
  claims.reduce((total, claim) => total + claim[key], 0);

async function draw(tx: Tx, order: PlanOrder, by: By): Promise<Drawn | Refused> {
  const kase = await lockCase(tx, order.caseId);
  if (isRefused(kase)) return kase;
  const on = day(by.today);
  if (kase.debtor.insolvencyOpenedOn !== null && kase.debtor.insolvencyOpenedOn <= by.today)
    return refused(
      'InsolvencyOpened',
      'Une procédure collective est ouverte : ces créances se déclarent au mandataire et ne s’échelonnent plus avec le client.',
    );
  const chosen = chosenOf(await openClaims(tx, order.caseId), order.claimIds);
  if (isRefused(chosen)) return chosen;
  const [loaded] = await loadCases(tx, [order.caseId]);
  const company = (await loadCompany(tx, kase.companyId))!;
  const asked = new Map(chosen.map((claim) => [claim.claimId, claim.askedCents]));
  const claims = loaded!.facts.claims.flatMap((claim): PlanClaim[] => {
    const principalCents = asked.get(claim.claimId) ?? 0;
    if (principalCents <= 0) return [];
    const owed = owedAmounts(uncontested(claim, on), on, { company, debtor: loaded!.facts.debtor });
    return [
      { claimId: claim.claimId, principalCents, penaltyCents: owed.penaltyCents, indemnityCents: owed.indemnityCents },
    ];
  });
  const principalCents = sum(claims, 'principalCents');
  const accessoryCents =
    order.accessories === 'included' ? sum(claims, 'penaltyCents') + sum(claims, 'indemnityCents') : 0;
  const sums = await cutOf(tx, order, { principalCents, accessoryCents, on });
  if (isRefused(sums)) return sums;
  const grace = company.settings.planGraceWorkingDays;
  const instalments = sums.map((one) => ({ ...one, untilOn: formatDay(graceEnd(one.dueOn, grace)) }));
  return {
    companyId: kase.companyId,
    claims,
    instalments,
    warnings: warningsOf(sums, chosen.length, claims.length, on),
  };
}

async function cutOf(
  tx: Tx,
  { caseId, cut }: PlanOrder,
  { principalCents, accessoryCents, on }: { principalCents: number; accessoryCents: number; on: Day },
): Promise<ScheduledInstalment[] | Refused> {
  if ('instalments' in cut) {
    const sums: { dueOn: Day; cents: number }[] = [];
    for (const { dueOn, cents } of cut.instalments) {
      const read = dayOf(dueOn);
      if (typeof read === 'object') return read;
      sums.push({ dueOn: read, cents });
    }
    return scheduleRefusal(sums, principalCents + accessoryCents, on) ?? split(sums, principalCents);
  }
  const from = dayOf(cut.from);
  if (typeof from === 'object') return from;
  if (from < on)
    return refused('PlanInThePast', fr`La première échéance, le ${frenchDate(from)}, est passée.`, { from: cut.from });
  return schedule({
    ...cut,
    principalCents,
    accessoryCents,
    signedOn: on,
    from: Math.max(from, cut.firstPaymentCents > 0 ? addDays(on, 1) : on) as Day,
    paymentRun: await paymentRunOf(tx, caseId),
  });
}

/** A judge himself spreads a debt over two years at most (art. 1343-5 C. civ.): longer is allowed between parties, and said. */
const JUDGE_DAYS = 731;

function warningsOf(sums: readonly ScheduledInstalment[], chosen: number, covered: number, on: Day): Reason[] {
  const warnings: Reason[] = [];
  if (covered < chosen)
    warnings.push({
      code: 'DisputedLeftOut',
      message: fr`Ce qui est contesté n’est pas compris dans l’échéancier.`,
    });
  if (sums.at(-1)!.dueOn > addDays(on, JUDGE_DAYS))
    warnings.push({
      code: 'LongerThanAJudge',
      message: fr`L’échéancier dure plus de deux ans, le plus long délai qu’un juge accorderait (art. 1343-5 C. civ.).`,
    });
  return warnings;
}

/** What a plan would be, without recording it. Refuses as `draftPlan` does. */
export async function weighPlan(tx: Tx, order: PlanOrder, by: By): Promise<Done<InstalmentPlanPreview>> {
  const drawn = await draw(tx, order, by);
  if (isRefused(drawn)) return drawn;
  const { claims, instalments, warnings } = drawn;
  return {
    principalCents: sum(claims, 'principalCents'),
    penaltyCents: sum(claims, 'penaltyCents'),
    indemnityCents: sum(claims, 'indemnityCents'),
    totalCents: instalments.reduce((total, one) => total + one.principalCents + one.accessoryCents, 0),
    instalments: instalments.map((one) => ({
      ...one,
      dueOn: formatDay(one.dueOn),
      cents: one.principalCents + one.accessoryCents,
    })),
    warnings,
  };
}

/**
 * Records the draft of a plan: nothing changes for the case before it is signed. Refuses what `schedule` and
 * `scheduleRefusal` do, `NotFound`, `CaseClosed`, `ClaimNotInCase`, `InsolvencyOpened` and `PlanInThePast`.
 */
export async function draftPlan(
  tx: Tx,
  order: PlanOrder,
  by: By,
): Promise<Done<{ plan: InstalmentPlanView; warnings: Reason[] }>> {
  const drawn = await draw(tx, order, by);
  if (isRefused(drawn)) return drawn;
  const planId = randomUUIDv7();
  await insertPlan(tx, {
    planId,
    companyId: drawn.companyId,
    caseId: order.caseId,
    accessories: order.accessories,
    clauseDays: order.clauseDays,
    madeOn: by.today,
    debtorSignatory: order.debtorSignatory,
    retentionOfTitle: order.retentionOfTitle,
    note: order.note,
    causeId: order.causeId ?? null,
    claims: drawn.claims,
    instalments: drawn.instalments,
    enteredBy: by.actor,
  });
  const plan = (await findPlan(tx, planId, day(by.today)))!;
  await touchCases(tx, [order.caseId], by.today, [
    event('plan.drafted', plan, by, { totalCents: plan.totalCents, instalments: plan.instalments.length }),
  ]);
  return { plan, warnings: drawn.warnings };
}

/** Marks a draft as sent to the debtor. Refuses `NotFound` and `PlanNotDraft`. */
export async function sendPlan(tx: Tx, planId: string, by: By): Promise<Done<{ plan: InstalmentPlanView }>> {
  const found = await lockPlan(tx, planId, by);
  if (isRefused(found)) return found;
  if (!(await proposePlan(tx, planId, by.today)))
    return refused('PlanNotDraft', 'Cet échéancier a déjà été proposé, signé ou annulé.', { planId });
  return after(tx, found, by, 'plan.proposed', {});
}

export interface PlanSignature {
  signedOn: string;
  signedBy: string;
  proof: { sha256: Buffer; name: string } | null;
}

/**
 * Records that the debtor signed: from that day his claims wait as long as he keeps to the plan. Refuses `NotFound`,
 * `PlanNotOpen`, `PlanAlreadyRunning`, `SignedLater`, `SignedTooLate` when an instalment is already past, and
 * `PlanOutOfDate` when what is owed is no longer what the plan was made for.
 */
export async function recordSignature(
  tx: Tx,
  planId: string,
  signature: PlanSignature,
  by: By,
): Promise<Done<{ plan: InstalmentPlanView }>> {
  const found = await lockPlan(tx, planId, by);
  if (isRefused(found)) return found;
  const refusal = await signatureRefusal(tx, found, signature, by);
  if (refusal) return refusal;
  const { signedOn: on, signedBy, proof } = signature;
  if (!(await signPlan(tx, planId, { on, by: signedBy, proof })))
    return refused('PlanNotOpen', 'Cet échéancier a déjà été signé ou annulé.', { planId });
  await touchCases(tx, [found.caseId], by.today, []);
  return after(tx, found, by, 'plan.signed', { signedOn: on, signedBy, proof: proof?.sha256.toString('hex') ?? null });
}

async function signatureRefusal(
  tx: Tx,
  plan: InstalmentPlanView,
  { signedOn: iso, signedBy }: PlanSignature,
  by: By,
): Promise<Refused | null> {
  const signedOn = dayOf(iso);
  if (typeof signedOn === 'object') return signedOn;
  if (plan.status !== 'draft' && plan.status !== 'proposed')
    return refused('PlanNotOpen', 'Cet échéancier a déjà été signé ou annulé.', { planId: plan.planId });
  if (signedBy.trim() === '') return refused('SignatoryMissing', 'Indiquez qui a signé pour le client.');
  if (iso > by.today || iso < plan.madeOn)
    return refused(
      'SignedLater',
      fr`La signature doit dater d’entre le ${frenchDate(day(plan.madeOn))} et aujourd’hui.`,
      { signedOn: iso },
    );
  if (plan.instalments[0]!.dueOn < iso)
    return refused(
      'SignedTooLate',
      fr`La première échéance, le ${frenchDate(day(plan.instalments[0]!.dueOn))}, est passée à la signature. Refaites l’échéancier avec de nouvelles dates.`,
      { dueOn: plan.instalments[0]!.dueOn, signedOn: iso },
    );
  const running = (await plansOfCase(tx, plan.caseId, day(by.today))).some(
    ({ status, state }) => status === 'signed' && state !== 'kept' && state !== 'broken',
  );
  if (running)
    return refused(
      'PlanAlreadyRunning',
      'Un autre échéancier est déjà suivi dans ce dossier. Annulez-le d’abord : un règlement ne peut pas en payer deux.',
    );
  const asked = new Map((await openClaims(tx, plan.caseId)).map((claim) => [claim.claimId, claim.askedCents]));
  const changed = plan.claims.filter((claim) => (asked.get(claim.claimId) ?? 0) !== claim.principalCents);
  if (changed.length === 0) return null;
  return refused(
    'PlanOutOfDate',
    fr`Ce qui est dû a changé depuis que l’échéancier a été établi (${changed.map(({ number }) => number).join(', ')}). Refaites-le sur les montants du jour.`,
    { numbers: changed.map(({ number }) => number) },
  );
}

/** Keeps the signed paper of a plan. Refuses `NotFound` and `PlanNotSigned`. */
export async function keepSignedPaper(
  tx: Tx,
  planId: string,
  proof: { sha256: Buffer; name: string },
  by: By,
): Promise<Done<{ plan: InstalmentPlanView }>> {
  const found = await lockPlan(tx, planId, by);
  if (isRefused(found)) return found;
  if (found.status !== 'signed')
    return refused('PlanNotSigned', 'Enregistrez d’abord la signature de cet échéancier.', { planId });
  await attachProof(tx, planId, proof);
  return after(tx, found, by, 'plan.proof', { name: proof.name, sha256: proof.sha256.toString('hex') });
}

/** Ends a plan: its claims are asked for again at their level. Refuses `NotFound` and `PlanNotOpen`. */
export async function endPlan(
  tx: Tx,
  planId: string,
  reason: string,
  by: By,
): Promise<Done<{ plan: InstalmentPlanView }>> {
  const found = await lockPlan(tx, planId, by);
  if (isRefused(found)) return found;
  if (!(await cancelPlan(tx, planId, by.actor, reason)))
    return refused('PlanNotOpen', 'Cet échéancier est déjà annulé.', { planId });
  return after(tx, found, by, 'plan.cancelled', { reason });
}

/** The day on which the notice of a missed instalment was first presented: its days run from it. */
export async function noticePresented(
  tx: Tx,
  planId: string,
  on: string,
  by: By,
): Promise<Done<{ plan: InstalmentPlanView }>> {
  const found = await lockPlan(tx, planId, by);
  if (isRefused(found)) return found;
  if (on > by.today) return refused('PresentedLater', 'Une lettre ne peut pas avoir été présentée après aujourd’hui.');
  if (!(await presentNotice(tx, planId, on)))
    return refused('NoNotice', 'Aucune mise en demeure de cet échéancier n’est partie avant cette date.', { planId });
  return after(tx, found, by, 'plan.notice-presented', { on });
}

async function lockPlan(tx: Tx, planId: string, by: By): Promise<InstalmentPlanView | Refused> {
  const found = await findPlan(tx, planId, day(by.today));
  if (found === null) return refused('NotFound', 'Cet échéancier n’existe pas ou n’existe plus.', { planId });
  await lockCase(tx, found.caseId);
  return (await findPlan(tx, planId, day(by.today)))!;
}

async function after(
  tx: Tx,
  plan: InstalmentPlanView,
  by: By,
  action: string,
  payload: Record<string, unknown>,
): Promise<{ plan: InstalmentPlanView }> {
  await touchCases(tx, [plan.caseId], by.today, [event(action, plan, by, payload)]);
  return { plan: (await findPlan(tx, plan.planId, day(by.today)))! };
}

const event = (action: string, plan: InstalmentPlanView, by: By, payload: Record<string, unknown>) => ({
  actor: by.actor,
  action,
  objectKind: 'case',
  objectId: plan.caseId,
  payload: { planId: plan.planId, ...payload },
});
