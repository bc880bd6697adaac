import { formatDay } from '@acquit/law';
import type { Refused } from '@acquit/recovery';
import type { Proof, Tx } from '../../store/index.ts';
import { type By, isRefused } from '../commitments/shared.ts';
import { recordCost, recordEvent, withdrawCost, withdrawEvent } from '../procedures/index.ts';
import type { PartnerSays } from './posts.ts';

/** Identifiers bear the moment they were drawn: the last of a list is the one just entered. */
const last = (ids: readonly string[]): string => [...ids].sort().at(-1)!;

/**
 * Enters in its procedure what a professional told of it, by the rules of what we enter ourselves, and gives what it
 * became; null when it belongs to no procedure.
 */
export async function enterInProcedure(
  tx: Tx,
  says: PartnerSays,
  file: Proof | null,
  by: By,
): Promise<{ madeId: string } | Refused | null> {
  const proof = file ?? undefined;
  if (says.kind === 'event') {
    const { procedureId, eventKind: kind, on, values, details: note } = says;
    const entered = await recordEvent(tx, { procedureId, kind, on: formatDay(on), values, note, proof }, by);
    return isRefused(entered) ? entered : { madeId: last(entered.procedure.events.map((one) => one.eventId)) };
  }
  if (says.kind === 'cost' && says.procedureId !== null) {
    const { procedureId, title: what, on, amountCents, bearer } = says;
    const order = { procedureId, what, on: formatDay(on), amountCents, bearer, invoice: null, proof };
    const entered = await recordCost(tx, order, by);
    return isRefused(entered) ? entered : { madeId: last(entered.procedure.costs.map((one) => one.costId)) };
  }
  return null;
}

/** Takes back from its procedure what a post became there. */
export async function withdrawFromProcedure(
  tx: Tx,
  post: { kind: string; madeId: string },
  reason: string | null,
  by: By,
): Promise<Refused | null> {
  const undone =
    post.kind === 'event'
      ? await withdrawEvent(tx, { eventId: post.madeId, reason }, by)
      : await withdrawCost(tx, post.madeId, by);
  return isRefused(undone) ? undone : null;
}
