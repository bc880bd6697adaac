import { randomUUIDv7 } from 'node:crypto';
import { formatDay } from '@acquit/law';
import type { Refused } from '@acquit/recovery';
import type { Proof, Tx } from '../../store/index.ts';
import { type By, isRefused } from '../commitments/shared.ts';
import { recordCost, recordEvent, withdrawCost, withdrawEvent } from '../procedures/index.ts';
import type { PartnerSays } from './posts.ts';

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
  const madeId = randomUUIDv7();
  if (says.kind === 'event') {
    const { procedureId, eventKind: kind, on, values, details: note } = says;
    const order = { procedureId, eventId: madeId, kind, on: formatDay(on), values, note, proof };
    const entered = await recordEvent(tx, order, by);
    return isRefused(entered) ? entered : { madeId };
  }
  if (says.kind === 'cost' && says.procedureId !== null) {
    const { procedureId, title: what, on, amountCents, bearer } = says;
    const order = { procedureId, costId: madeId, what, on: formatDay(on), amountCents, bearer, invoice: null, proof };
    const entered = await recordCost(tx, order, by);
    return isRefused(entered) ? entered : { madeId };
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
