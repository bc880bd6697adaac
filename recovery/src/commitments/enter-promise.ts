import { addDays, type Day, euros, formatDay, frenchDate, isJourOuvre } from '@acquit/law';
import { nextPaymentDay, paymentRunName } from '../customers/payment-run.ts';
import { addWorkingDays } from '../einvoice/standing.ts';
import type { Reason } from '../model/decision.ts';
import { fr } from '../texts/typography.ts';
import type { PaymentRun } from '../views/customers.ts';
import { type Refused, refused } from './refused.ts';

/** A promise as somebody is about to record it. */
export interface PromiseDraft {
  amountCents: number;
  madeOn: Day;
  promisedOn: Day;
}

export interface PromiseContext {
  today: Day;
  /** Days on which this customer pays; null: any. */
  paymentRun: PaymentRun | null;
  graceWorkingDays: number;
  /** Principal open on the claims it would cover. */
  openCents: number;
}

/** What a promise gives once accepted: the day the money is expected, the end of the wait, and what to know of it. */
export interface PromiseTerms {
  expectedOn: Day;
  untilOn: Day;
  warnings: Reason[];
}

/** A promise further away than this is no promise: the debtor asks for a plan, or for a rest. */
const FURTHEST_DAYS = 366;
/** A sum so many times what is open is a slip of the hand; below, it may hold penalties or what is to come, and is warned of. */
const MOST_TIMES_OPEN = 100;
/** A promise further away than this is better written down as a plan. */
const LONG_DAYS = 60;

/**
 * Reads a promise before it is recorded. The money is expected on the promised day, or the next working day when banks
 * are closed, or the customer's own payment day when he keeps some; the grace is counted from there. Refuses
 * `PromiseInThePast`, `PromiseTooFar`, `PromiseAmount`, `PromiseMadeLater` and `NothingToPromise`.
 */
export function promiseTerms(draft: PromiseDraft, context: PromiseContext): PromiseTerms | Refused {
  const { promisedOn, madeOn, amountCents } = draft;
  const { today, openCents, paymentRun } = context;
  if (!Number.isSafeInteger(amountCents) || amountCents <= 0)
    return refused('PromiseAmount', fr`Indiquez la somme promise : un montant supérieur à zéro.`, { amountCents });
  if (madeOn > today)
    return refused(
      'PromiseMadeLater',
      fr`Une promesse ne peut pas avoir été faite après aujourd’hui : corrigez sa date.`,
      {
        madeOn: formatDay(madeOn),
      },
    );
  if (promisedOn < today)
    return refused(
      'PromiseInThePast',
      fr`La date promise, le ${frenchDate(promisedOn)}, est passée. Indiquez une date à partir d’aujourd’hui.`,
      { promisedOn: formatDay(promisedOn) },
    );
  if (promisedOn > addDays(today, FURTHEST_DAYS))
    return refused(
      'PromiseTooFar',
      fr`La date promise, le ${frenchDate(promisedOn)}, est à plus d’un an. Vérifiez l’année, ou proposez un échéancier.`,
      { promisedOn: formatDay(promisedOn) },
    );
  if (openCents <= 0)
    return refused('NothingToPromise', 'Plus rien n’est dû sur ces factures : il n’y a rien à promettre.', {});
  if (amountCents > openCents * MOST_TIMES_OPEN)
    return refused(
      'PromiseAmount',
      fr`La somme promise dépasse de très loin ce qui reste dû (${euros(openCents)}) : vérifiez le montant.`,
      { amountCents, openCents },
    );
  const warnings: Reason[] = [];
  let expectedOn = promisedOn;
  while (!isJourOuvre(expectedOn)) expectedOn = addDays(expectedOn, 1);
  if (expectedOn !== promisedOn)
    warnings.push({
      code: 'BankHoliday',
      message: fr`Le ${frenchDate(promisedOn)}, les banques sont fermées : l’argent est attendu le ${frenchDate(expectedOn)}.`,
    });
  if (paymentRun !== null) {
    const paid = nextPaymentDay(paymentRun, expectedOn);
    if (paid > expectedOn) {
      warnings.push({
        code: 'PaymentRun',
        message: fr`Ce client paie ${paymentRunName(paymentRun)} : le règlement est attendu à son prochain jour de paiement, le ${frenchDate(paid)}.`,
      });
      expectedOn = paid;
    }
  }
  if (amountCents > openCents)
    warnings.push({
      code: 'MoreThanOpen',
      message: fr`La somme promise dépasse le principal restant dû (${euros(openCents)}) : la promesse sera tenue dès que plus rien ne sera dû.`,
    });
  if (promisedOn > addDays(today, LONG_DAYS))
    warnings.push({
      code: 'LongPromise',
      message: fr`La date promise est à plus de deux mois : un échéancier signé protège mieux.`,
    });
  return { expectedOn, untilOn: addWorkingDays(expectedOn, context.graceWorkingDays), warnings };
}
