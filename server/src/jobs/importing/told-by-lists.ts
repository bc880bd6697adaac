import type { ClaimVerdict, KnownClaim, ToldByList } from '@acquit/recovery';
import { distrustLists, type JournalEvent, type Retold, retell, type Tx } from '../../store/index.ts';
import { changing } from './changes.ts';
import type { ImportContext } from './context.ts';
import { type HoldToMake, holdReasons } from './holds.ts';

const COLUMNS = ['told_cents', 'told_until', 'told_on'] as const;

/** What a file changed of what only lists tell. */
export interface ListsTold {
  moved: Retold[];
  /** Claims that the accounts tell otherwise than a list did: a person says which is right. */
  doubted: HoldToMake[];
}

/**
 * Writes what a list says was paid, and brings what only lists tell up to date with all the file brought. Accounts that
 * have booked money as late as the day of a list tell every payment of that time: what it said beyond them is no longer
 * counted as paid, and the claim is held until a person has looked.
 */
export async function tellLists(
  tx: Tx,
  context: ImportContext,
  { byList, known, priced, bookedUntil }: ListFacts,
): Promise<ListsTold> {
  const claims = new Map(known.filter((claim) => claim.toldCents > 0).map((claim) => [claim.claimId, claim]));
  await noteTold(tx, context, byList);
  const moved = await retell(
    tx,
    [...claims.values(), ...byList].map((one) => one.caseId),
  );
  if (bookedUntil === null || claims.size === 0) return { moved, doubted: [] };
  const left = new Map([...claims].map(([claimId, claim]) => [claimId, claim.standInCents]));
  for (const { claimId, afterCents } of moved) left.set(claimId, afterCents);
  const overruled = [...claims.values()].filter(
    ({ claimId, toldUntil }) =>
      left.get(claimId)! > 0 && priced.has(claimId) && toldUntil !== null && toldUntil <= bookedUntil,
  );
  const ids = overruled.map((claim) => claim.claimId);
  const written = await changing(tx, context.importId, { table: 'claim', id: 'claim_id', columns: COLUMNS, ids });
  const gone = await distrustLists(tx, ids);
  await written();
  return {
    moved: [...moved, ...gone],
    doubted: overruled.map(({ claimId, caseId, toldUntil }) => ({
      claimId,
      caseId,
      reason: holdReasons.listAlone(left.get(claimId)!, toldUntil!),
    })),
  };
}

export interface ListFacts {
  byList: readonly ToldByList[];
  known: readonly KnownClaim[];
  /** Claims whose price the file tells whole. */
  priced: ReadonlySet<string>;
  /** The last day on which accounts have money; null when the file is no book, or an older one. */
  bookedUntil: string | null;
}

async function noteTold(tx: Tx, { importId }: ImportContext, told: readonly ToldByList[]): Promise<void> {
  if (told.length === 0) return;
  const ids = told.map((one) => one.claimId);
  const written = await changing(tx, importId, { table: 'claim', id: 'claim_id', columns: COLUMNS, ids });
  await tx.query(
    `update claim k set told_cents = u.cents, told_until = u.until, told_on = least(k.told_on, u.on_day)
       from unnest($2::uuid[], $3::int8[], $4::date[], $5::date[]) as u (claim_id, cents, until, on_day)
      where k.tenant_id = $1 and k.claim_id = u.claim_id`,
    [tx.tenantId, ids, told.map((one) => one.cents), told.map((one) => one.until), told.map((one) => one.on)],
  );
  await written();
}

/** Claims of which a list told more than anybody since: nothing releases them but a person's answer. */
export function listDoubted(verdicts: readonly ClaimVerdict[]): string[] {
  return verdicts.flatMap(({ known }) =>
    known && known.toldUntil === null && known.receivedCents + known.creditedCents < known.toldCents
      ? [known.claimId]
      : [],
  );
}

/** What a list newly says was paid of claims that were in the book, for the journal. */
export function listEvents(
  { importId, actor }: ImportContext,
  moved: readonly Retold[],
  fresh: ReadonlySet<string>,
): JournalEvent[] {
  return moved.flatMap(({ claimId, caseId, on, beforeCents, afterCents }) =>
    afterCents <= beforeCents || fresh.has(claimId)
      ? []
      : [
          {
            actor,
            action: 'receipt.imported',
            objectKind: 'claim',
            objectId: claimId,
            payload: { caseId, receivedOn: on, amountCents: afterCents - beforeCents, method: 'other', importId },
          },
        ],
  );
}
