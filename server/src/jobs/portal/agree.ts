import { addDays, day, euros, formatDay, frenchDate } from '@acquit/law';
import { addWorkingDays, disputeReasonName, fr } from '@acquit/recovery';
import { type Blobs, keepBlob, promisesOfCase, type Tx } from '../../store/index.ts';
import {
  type By,
  draftPlan,
  enterPromise,
  keepDisputeFile,
  openDispute,
  recordSignature,
  weighPromise,
} from '../commitments/index.ts';
import { DEBTOR, type DebtorSays, type Effect, type PortalVisit } from './acts.ts';

/** Working days a dispute of a debtor's own page has for an answer, until somebody sets another. */
const ANSWER_WORKING_DAYS = 5;
/** Days left by a notice that aims at the forfeiture clause, in a plan accepted on the page. */
const CLAUSE_DAYS = 15;

type Refusal = { refused: string };

const byDebtor = ({ today }: PortalVisit): By => ({ actor: DEBTOR, today: formatDay(today) });
const nullIfEmpty = (text: string) => (text === '' ? null : text);

/**
 * A date of payment. Within what the company lets its debtors decide, it is a promise at once; further away, or after a
 * promise that was not kept, it is a question to a person.
 */
export async function promise(
  tx: Tx,
  visit: PortalVisit,
  { claimIds, on, name }: Extract<DebtorSays, { kind: 'promise' }>,
): Promise<Effect | Refusal> {
  const { caseId, company, facts, today, actId } = visit;
  const order = {
    caseId,
    claimIds,
    amountCents: null,
    promisedOn: formatDay(on),
    madeBy: nullIfEmpty(name),
    channel: 'page' as const,
    note: null,
    causeId: actId,
  };
  const earlier = (await promisesOfCase(tx, caseId, today)).some(
    (one) => one.state === 'broken' || one.state === 'running',
  );
  if (earlier || on > addDays(today, company.settings.portal.promiseDays)) {
    const terms = await weighPromise(tx, order, byDebtor(visit));
    if ('refusal' in terms) return { refused: terms.refusal.message };
    const amountCents = facts.claims
      .filter((one) => claimIds.includes(one.claimId))
      .reduce((sum, one) => sum + one.openCents, 0);
    const words = earlier
      ? fr`Propose de payer ${euros(amountCents)} le ${frenchDate(on)}, alors qu’une promesse court ou n’a pas été tenue : à vous d’accepter.`
      : fr`Propose de payer ${euros(amountCents)} le ${frenchDate(on)} : à vous d’accepter.`;
    return {
      outcome: 'promise-asked',
      words,
      waits: true,
      claimIds,
      said: { on: order.promisedOn, amountCents, name },
    };
  }
  const entered = await enterPromise(tx, order, byDebtor(visit));
  if ('refusal' in entered) return { refused: entered.refusal.message };
  const { amountCents, untilOn } = entered.promise;
  const words = fr`Promet de payer ${euros(amountCents)} le ${frenchDate(on)} : pas de relance jusqu’au ${frenchDate(day(untilOn))}.`;
  return { outcome: 'promise', words, waits: false, claimIds, said: { on: order.promisedOn, amountCents, name } };
}

/** What is contested is frozen at once: nobody is asked for it before somebody has answered. */
export async function contest(
  tx: Tx,
  blobs: Blobs,
  visit: PortalVisit,
  { claims, reason, details, file }: Extract<DebtorSays, { kind: 'dispute' }>,
): Promise<Effect | Refusal> {
  const deadline = addWorkingDays(visit.today, ANSWER_WORKING_DAYS);
  const opened = await openDispute(
    tx,
    {
      caseId: visit.caseId,
      claims,
      reason,
      details,
      owner: null,
      deadlineOn: formatDay(deadline),
      origin: 'page',
      causeId: visit.actId,
    },
    byDebtor(visit),
  );
  if ('refusal' in opened) return { refused: opened.refusal.message };
  const kept = file === null ? null : { sha256: await keepBlob(tx, blobs, file), name: file.name };
  if (kept !== null) await keepDisputeFile(tx, opened.dispute.disputeId, kept, byDebtor(visit));
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
 * so, signed by what was typed and when; else, or when another plan is already followed, a draft waits for him. What delay
 * added is kept aside.
 */
export async function askInstalments(
  tx: Tx,
  visit: PortalVisit,
  { claimIds, count, firstOn, name, details }: Extract<DebtorSays, { kind: 'instalments' }>,
): Promise<Effect | Refusal> {
  const by = byDebtor(visit);
  const drafted = await draftPlan(
    tx,
    {
      caseId: visit.caseId,
      claimIds,
      accessories: 'reserved',
      clauseDays: CLAUSE_DAYS,
      cut: { firstPaymentCents: 0, from: formatDay(firstOn), count, every: 'month' },
      debtorSignatory: nullIfEmpty(name),
      retentionOfTitle: false,
      note: nullIfEmpty(details),
      causeId: visit.actId,
    },
    by,
  );
  if ('refusal' in drafted) return { refused: drafted.refusal.message };
  const { planId, totalCents } = drafted.plan;
  const mayBeAgreed = visit.company.settings.portal.instalments?.atOnce === true && name !== '';
  const agreed = mayBeAgreed && (await agree(tx, planId, name, by));
  const sum = fr`${euros(totalCents)} en ${count} mensualités à partir du ${frenchDate(firstOn)}`;
  return {
    outcome: agreed ? 'instalments-agreed' : 'instalments',
    words: agreed ? fr`Échéancier conclu sur sa page : ${sum}.` : fr`Demande à payer ${sum} : à vous d’accepter.`,
    waits: !agreed,
    claimIds,
    said: { on: formatDay(firstOn), count, amountCents: totalCents, name, details },
  };
}

/** Signs a plan as it was drafted; false when it may not be signed now, and then waits as it was drafted. */
async function agree(tx: Tx, planId: string, name: string, by: By): Promise<boolean> {
  const signed = await recordSignature(tx, planId, { signedOn: by.today, signedBy: name, proof: null }, by);
  return !('refusal' in signed);
}
