import { type Day, day, parseDay } from '@acquit/law';
import { fr, type ProcedureFacts, type ProcedureView, type Refused, refused, titledFacts } from '@acquit/recovery';
import {
  type CaseHeader,
  caseOfProcedure,
  findCase,
  findProcedure,
  type LoadedProcedure,
  proceduresOfCases,
  type Tx,
  touchCases,
} from '../../store/index.ts';

/** Who records something, and on which day (`YYYY-MM-DD` in Europe/Paris). */
export interface By {
  actor: string;
  today: string;
}

export type Done<T> = T | Refused;

export const isRefused = (answer: object): answer is Refused => 'refusal' in answer;

export const unknownProcedure = (procedureId: string) =>
  refused('NotFound', 'Cette procédure n’existe pas ou n’existe plus.', { procedureId });

/** A day of a request. Refuses `InvalidDay`. */
export function dayOf(iso: string): Day | Refused {
  return (
    parseDay(iso) ?? refused('InvalidDay', fr`« ${iso} » n’est pas une date. Écrivez-la AAAA-MM-JJ.`, { day: iso })
  );
}

/** A day of a request, no later than today. Refuses `InvalidDay` and `DateInFuture`. */
export function pastDay(iso: string, { today }: By): Day | Refused {
  const read = dayOf(iso);
  if (typeof read === 'number' && read > day(today))
    return refused('DateInFuture', fr`Cette date n’est pas encore passée : ${iso}.`, { day: iso });
  return read;
}

/** A case, locked. Refuses `NotFound`. */
export async function lockCase(tx: Tx, caseId: string): Promise<CaseHeader | Refused> {
  return (
    (await findCase(tx, caseId, true)) ?? refused('NotFound', 'Ce dossier n’existe pas ou n’existe plus.', { caseId })
  );
}

/** A procedure whose case is locked, with its facts once titles are known, and the day of its oldest claim. */
export interface LockedProcedure {
  loaded: LoadedProcedure;
  facts: ProcedureFacts;
}

/** A procedure that may still be written in, its case locked. Refuses `NotFound` and `ProcedureClosed`. */
export async function lockProcedure(tx: Tx, procedureId: string, by: By): Promise<LockedProcedure | Refused> {
  const place = await caseOfProcedure(tx, procedureId);
  if (place === null) return unknownProcedure(procedureId);
  await findCase(tx, place.caseId, true);
  const all = await proceduresOfCases(tx, [place.caseId]);
  const loaded = all.find((one) => one.procedureId === procedureId);
  if (loaded === undefined) return unknownProcedure(procedureId);
  if (loaded.closed !== null)
    return refused('ProcedureClosed', 'Cette procédure est close : rouvrez-la pour y noter quelque chose.', {
      procedureId,
    });
  const since = loaded.claims.flatMap((claim) => claim.since ?? []);
  const claimsSince = since.length === 0 ? null : (Math.min(...since) as Day);
  return { loaded, facts: { ...titledFacts(all, day(by.today)).get(procedureId)!, claimsSince } };
}

/** Brings the case in line, journals what was done, and gives the procedure as it stands then. */
export async function afterwards(
  tx: Tx,
  { caseId, procedureId }: { caseId: string; procedureId: string },
  by: By,
  action: string,
  payload: Record<string, unknown>,
): Promise<{ procedure: ProcedureView }> {
  await touchCases(tx, [caseId], by.today, [
    { actor: by.actor, action, objectKind: 'case', objectId: caseId, payload: { procedureId, ...payload } },
  ]);
  return { procedure: (await findProcedure(tx, procedureId, day(by.today)))! };
}
