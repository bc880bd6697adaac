import { type Day, formatDay } from '@acquit/law';
import { type CommitmentsView, promiseRate } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { disputesOfCase } from './disputes.ts';
import { pausesOfCase } from './pauses.ts';
import { plansOfCase } from './plan-views.ts';
import { promisesOfCase } from './promises.ts';
import { suspensionsOfCase } from './suspensions.ts';

/** Everything that was promised, contested, agreed or put off in a case, as it stands on a day. */
export async function commitmentsOf(tx: Tx, caseId: string, on: Day): Promise<CommitmentsView> {
  const promises = await promisesOfCase(tx, caseId, on);
  return {
    promises,
    disputes: await disputesOfCase(tx, caseId, on),
    plans: await plansOfCase(tx, caseId, on),
    pauses: await pausesOfCase(tx, caseId, formatDay(on)),
    suspensions: await suspensionsOfCase(tx, caseId, formatDay(on)),
    promiseRate: promiseRate(promises.map((promise) => promise.state)),
  };
}
