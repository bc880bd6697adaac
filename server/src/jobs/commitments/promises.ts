import { randomUUIDv7 } from 'node:crypto';
import { day, formatDay } from '@acquit/law';
import {
  type PromiseChannel,
  type PromiseTerms,
  type PromiseView,
  promiseTerms,
  type Reason,
  type Refused,
  refused,
} from '@acquit/recovery';
import { endPromise, findPromise, insertPromise, loadCompany, type Tx, touchCases } from '../../store/index.ts';
import { type By, chosenOf, type Done, dayOf, isRefused, lockCase, openClaims, paymentRunOf } from './shared.ts';

/** A promise as somebody reports it. Days are `YYYY-MM-DD`. */
export interface PromiseOrder {
  caseId: string;
  /** Empty: the whole account. */
  claimIds: readonly string[];
  /** Null: all that is left of these claims. */
  amountCents: number | null;
  /** The day it was made; today when absent. */
  madeOn?: string | undefined;
  promisedOn: string;
  madeBy: string | null;
  channel: PromiseChannel;
  note: string | null;
  /** A promise that this one takes the place of: it is neither kept nor broken. */
  replaces?: string | undefined;
  /** The reply, or the act on the debtor's page, that it was read in. */
  causeId?: string | undefined;
}

interface Weighed {
  companyId: string;
  amountCents: number;
  terms: PromiseTerms;
}

async function weigh(tx: Tx, order: PromiseOrder, by: By): Promise<Weighed | Refused> {
  const kase = await lockCase(tx, order.caseId);
  if (isRefused(kase)) return kase;
  const promisedOn = dayOf(order.promisedOn);
  const madeOn = dayOf(order.madeOn ?? by.today);
  if (typeof promisedOn === 'object') return promisedOn;
  if (typeof madeOn === 'object') return madeOn;
  const chosen = chosenOf(await openClaims(tx, order.caseId), order.claimIds);
  if (isRefused(chosen)) return chosen;
  const openCents = chosen.reduce((sum, claim) => sum + claim.askedCents, 0);
  const company = await loadCompany(tx, kase.companyId);
  const amountCents = order.amountCents ?? openCents;
  const terms = promiseTerms(
    // Nothing left to promise is said as such, not as a sum of zero.
    { amountCents: amountCents === 0 && order.amountCents === null ? 1 : amountCents, madeOn, promisedOn },
    {
      today: day(by.today),
      paymentRun: await paymentRunOf(tx, order.caseId),
      graceWorkingDays: company!.settings.promiseGraceWorkingDays,
      openCents,
    },
  );
  return isRefused(terms) ? terms : { companyId: kase.companyId, amountCents, terms };
}

/** What a promise would give, without recording it. Refuses as `enterPromise` does. */
export async function weighPromise(tx: Tx, order: PromiseOrder, by: By): Promise<Done<PromiseTerms>> {
  const weighed = await weigh(tx, order, by);
  return isRefused(weighed) ? weighed : weighed.terms;
}

/**
 * Records a promise: its claims wait until its last day, and what was prepared for them and has not left is taken back.
 * Refuses what `promiseTerms` does, `NotFound`, `CaseClosed`, `ClaimNotInCase` and `PromiseOver` for a promise to
 * replace that is no longer running.
 */
export async function enterPromise(
  tx: Tx,
  order: PromiseOrder,
  by: By,
): Promise<Done<{ promise: PromiseView; warnings: Reason[] }>> {
  const weighed = await weigh(tx, order, by);
  if (isRefused(weighed)) return weighed;
  const { terms, amountCents, companyId } = weighed;
  const promiseId = randomUUIDv7();
  const { replaces } = order;
  if (replaces !== undefined) {
    const before = await findPromise(tx, replaces, day(by.today));
    if (before === null || before.caseId !== order.caseId || before.state !== 'running')
      return refused(
        'PromiseOver',
        'La promesse à remplacer n’est plus en cours : enregistrez celle-ci comme une nouvelle promesse.',
        { promiseId: replaces },
      );
    await endPromise(tx, replaces, 'replaced', by.actor, promiseId);
  }
  const madeOn = order.madeOn ?? by.today;
  await insertPromise(tx, {
    promiseId,
    companyId,
    caseId: order.caseId,
    claimIds: order.claimIds,
    amountCents,
    madeOn,
    promisedOn: order.promisedOn,
    expectedOn: formatDay(terms.expectedOn),
    untilOn: formatDay(terms.untilOn),
    madeBy: order.madeBy,
    channel: order.channel,
    note: order.note,
    causeId: order.causeId ?? null,
    enteredBy: by.actor,
  });
  await touchCases(tx, [order.caseId], by.today, [
    {
      actor: by.actor,
      action: 'promise.entered',
      objectKind: 'case',
      objectId: order.caseId,
      payload: {
        promiseId,
        amountCents,
        madeOn,
        promisedOn: order.promisedOn,
        untilOn: formatDay(terms.untilOn),
        claims: order.claimIds,
        channel: order.channel,
        ...(replaces !== undefined && { replaces }),
      },
    },
  ]);
  return { promise: (await findPromise(tx, promiseId, day(by.today)))!, warnings: terms.warnings };
}

/** Takes a promise back, as if it had not been made: it holds nothing and counts for nothing. Refuses `NotFound`, `PromiseOver`. */
export async function withdrawPromise(tx: Tx, promiseId: string, by: By): Promise<Done<{ promise: PromiseView }>> {
  const found = await findPromise(tx, promiseId, day(by.today));
  if (found === null) return refused('NotFound', 'Cette promesse n’existe pas ou n’existe plus.', { promiseId });
  await lockCase(tx, found.caseId);
  if (!(await endPromise(tx, promiseId, 'withdrawn', by.actor, null)))
    return refused('PromiseOver', 'Cette promesse a déjà été annulée ou remplacée.', { promiseId });
  await touchCases(tx, [found.caseId], by.today, [
    {
      actor: by.actor,
      action: 'promise.withdrawn',
      objectKind: 'case',
      objectId: found.caseId,
      payload: { promiseId, amountCents: found.amountCents, promisedOn: found.promisedOn },
    },
  ]);
  return { promise: (await findPromise(tx, promiseId, day(by.today)))! };
}
