import type { CourtKind, Day } from '@acquit/law';
import { chosenCourtDoubt, type Reason } from '@acquit/recovery';
import type { Tx } from '../../store/index.ts';
import { courtFor } from './find.ts';

/** A court as a person settled on it, and where the debtor is. */
export interface SettledCourt {
  courtKind: CourtKind | null;
  courtId: string | null;
  courtName: string | null;
  debtor: { postcode: string | null; city: string | null };
  amountCents: number;
  on: Day;
}

/**
 * What is to be kept beside the choice of a court: that the imported files name another, or that it was picked in a list.
 * Nothing when they name it, and when no file says anything of the place: there is then nothing to compare with.
 */
export async function courtDoubts(tx: Tx, settled: SettledCourt): Promise<Reason[]> {
  const { courtKind, courtId, courtName, debtor, amountCents, on } = settled;
  if (courtKind === null || (courtId === null && courtName === null)) return [];
  const answer = await courtFor(tx, { courtKind, on, amountCents, ...debtor });
  if (answer.status === 'unknown') return [];
  const named = answer.courts.find(({ name }) => name === courtName);
  const message = chosenCourtDoubt(answer, {
    courtId: courtId ?? named?.courtId ?? null,
    name: courtName ?? courtId ?? '',
  });
  return message === null ? [] : [{ code: 'CourtToVerify', message }];
}
