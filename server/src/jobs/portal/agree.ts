import { randomUUID } from 'node:crypto';
import { addDays, euros, formatDay, frenchDate } from '@acquit/law';
import {
  addWorkingDays,
  disputeReasonName,
  disputeRefusal,
  fr,
  graceEnd,
  promiseTerms,
  schedule,
} from '@acquit/recovery';
import {
  attachToDispute,
  type Blobs,
  disputableClaims,
  insertDispute,
  insertPlan,
  insertPromise,
  keepBlob,
  paymentRunOf,
  promisesOfCase,
  proposePlan,
  signPlan,
  type Tx,
} from '../../store/index.ts';
import { DEBTOR, type DebtorSays, type Effect, type PortalVisit } from './acts.ts';

/** Working days a dispute of a debtor's own page has for an answer, until somebody sets another. */
const ANSWER_WORKING_DAYS = 5;
/** Days left by a notice that aims at the forfeiture clause, in a plan accepted on the page. */
const CLAUSE_DAYS = 15;

type Refusal = { refused: string };

/**
 * A date of payment. Within what the company lets its debtors decide, it is a promise at once; further away, or after a
 * promise that was not kept, it is a question to a person.
 */
export async function promise(
  tx: Tx,
  visit: PortalVisit,
  { claimIds, on, name }: Extract<DebtorSays, { kind: 'promise' }>,
): Promise<Effect | Refusal> {
  const { caseId, companyId, company, facts, today, actId } = visit;
  const { portal, promiseGraceWorkingDays } = company.settings;
  const openCents = facts.claims
    .filter((one) => claimIds.includes(one.claimId))
    .reduce((sum, one) => sum + one.openCents, 0);
  const context = {
    today,
    paymentRun: await paymentRunOf(tx, facts.debtor.debtorId),
    graceWorkingDays: promiseGraceWorkingDays,
    openCents,
  };
  const terms = promiseTerms({ amountCents: openCents, madeOn: today, promisedOn: on }, context);
  if ('refusal' in terms) return { refused: terms.refusal.message };
  const said = { on: formatDay(on), amountCents: openCents, name };
  const earlier = (await promisesOfCase(tx, caseId, today)).some(
    (one) => one.state === 'broken' || one.state === 'running',
  );
  if (earlier || on > addDays(today, portal.promiseDays)) {
    const words = earlier
      ? fr`Propose de payer ${euros(openCents)} le ${frenchDate(on)}, alors qu’une promesse court ou n’a pas été tenue : à vous d’accepter.`
      : fr`Propose de payer ${euros(openCents)} le ${frenchDate(on)} : à vous d’accepter.`;
    return { outcome: 'promise-asked', words, waits: true, claimIds, said };
  }
  await insertPromise(tx, {
    promiseId: randomUUID(),
    companyId,
    caseId,
    claimIds,
    amountCents: openCents,
    madeOn: formatDay(today),
    promisedOn: formatDay(on),
    expectedOn: formatDay(terms.expectedOn),
    untilOn: formatDay(terms.untilOn),
    madeBy: name === '' ? null : name,
    channel: 'page',
    note: null,
    causeId: actId,
    enteredBy: DEBTOR,
  });
  const words = fr`Promet de payer ${euros(openCents)} le ${frenchDate(on)} : pas de relance jusqu’au ${frenchDate(terms.untilOn)}.`;
  return { outcome: 'promise', words, waits: false, claimIds, said };
}

/** What is contested is frozen at once: nobody is asked for it before somebody has answered. */
export async function contest(
  tx: Tx,
  blobs: Blobs,
  { caseId, companyId, today, actId }: PortalVisit,
  { claims, reason, details, file }: Extract<DebtorSays, { kind: 'dispute' }>,
): Promise<Effect | Refusal> {
  const refusal = disputeRefusal(claims, await disputableClaims(tx, caseId));
  if (refusal !== null) return { refused: refusal.refusal.message };
  const disputeId = randomUUID();
  const deadline = addWorkingDays(today, ANSWER_WORKING_DAYS);
  await insertDispute(tx, {
    disputeId,
    companyId,
    caseId,
    reason,
    details,
    openedOn: formatDay(today),
    owner: '',
    deadlineOn: formatDay(deadline),
    origin: 'page',
    causeId: actId,
    claims,
    enteredBy: DEBTOR,
  });
  const kept = file === null ? null : { sha256: await keepBlob(tx, blobs, file), name: file.name };
  if (kept !== null) await attachToDispute(tx, disputeId, { ...kept, by: DEBTOR });
  return {
    outcome: 'dispute',
    words: fr`Conteste (${disputeReasonName(reason)}) : à répondre avant le ${frenchDate(deadline)}.`,
    waits: true,
    claimIds: claims.map((one) => one.claimId),
    said: { reason, details, contested: claims },
    file: kept,
  };
}

/**
 * What is late, in equal instalments from a day on. Within the creditor's bounds it is accepted at once if he wants it
 * so, signed by what was typed and when; else a draft waits for him. What delay added is kept aside.
 */
export async function askInstalments(
  tx: Tx,
  { caseId, companyId, company, facts, today, actId }: PortalVisit,
  { claimIds, count, firstOn, name, details }: Extract<DebtorSays, { kind: 'instalments' }>,
): Promise<Effect | Refusal> {
  const { portal, planGraceWorkingDays } = company.settings;
  const claims = facts.claims.filter((one) => claimIds.includes(one.claimId));
  const principalCents = claims.reduce((sum, one) => sum + one.openCents, 0);
  const cut = schedule({
    principalCents,
    accessoryCents: 0,
    firstPaymentCents: 0,
    signedOn: today,
    from: firstOn,
    count,
    every: 'month',
    paymentRun: await paymentRunOf(tx, facts.debtor.debtorId),
  });
  if ('refusal' in cut) return { refused: cut.refusal.message };
  const planId = randomUUID();
  const on = formatDay(today);
  await insertPlan(tx, {
    planId,
    companyId,
    caseId,
    accessories: 'reserved',
    clauseDays: CLAUSE_DAYS,
    madeOn: on,
    debtorSignatory: name === '' ? null : name,
    retentionOfTitle: false,
    note: details === '' ? null : details,
    causeId: actId,
    claims: claims.map((one) => ({
      claimId: one.claimId,
      principalCents: one.openCents,
      penaltyCents: 0,
      indemnityCents: 0,
    })),
    instalments: cut.map((one) => ({ ...one, untilOn: formatDay(graceEnd(one.dueOn, planGraceWorkingDays)) })),
    enteredBy: DEBTOR,
  });
  const atOnce = portal.instalments?.atOnce === true && name !== '';
  if (atOnce) {
    await proposePlan(tx, planId, on);
    await signPlan(tx, planId, { on, by: name, proof: null });
  }
  const sum = fr`${euros(principalCents)} en ${count} mensualités à partir du ${frenchDate(firstOn)}`;
  return {
    outcome: atOnce ? 'instalments-agreed' : 'instalments',
    words: atOnce ? fr`Échéancier conclu sur sa page : ${sum}.` : fr`Demande à payer ${sum} : à vous d’accepter.`,
    waits: !atOnce,
    claimIds,
    said: { on: formatDay(firstOn), count, amountCents: principalCents, name, details },
  };
}
