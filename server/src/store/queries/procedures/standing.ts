import { type Day, formatDay, frenchDate } from '@acquit/law';
import {
  fr,
  type Lives,
  livesOf,
  mootDeadlines,
  type ProcedureDeadline,
  type ProcedureLife,
  procedureName,
} from '@acquit/recovery';
import type { JournalEvent } from '../../journal/index.ts';
import { joinJson, jsonList } from '../../json-list.ts';
import type { Tx } from '../../store.ts';
import { bringHolds, type CurrentHold, type WantedHold } from '../claim-holds.ts';
import { storedDay } from '../stored-day.ts';
import { type LoadedProcedure, proceduresOfCases } from './load.ts';

/** The state of a procedure whose life cannot be computed: somebody has to look. */
export const TO_CHECK = 'to-check';

/** A procedure with its life on the day that is kept of it: today, or the day it was closed. */
export interface StandingProcedure {
  loaded: LoadedProcedure;
  life: ReturnType<Lives['get']> & object;
  isSettled: boolean;
  deadlines: ProcedureDeadline[];
}

/** Procedures of whole cases with their lives: closed ones as they stood on the day they were closed. */
export function standingsOf(all: readonly LoadedProcedure[], today: Day): StandingProcedure[] {
  const byCase = Map.groupBy(all, ({ caseId }) => caseId);
  return [...byCase.values()].flatMap((procedures) => {
    const lives = new Map<Day, Lives>();
    const livesOn = (on: Day) => {
      const known = lives.get(on) ?? livesOf(procedures, on);
      lives.set(on, known);
      return known;
    };
    return procedures.map((loaded) => {
      const life = livesOn(loaded.closed?.on ?? today).get(loaded.procedureId)!;
      const isSettled = loaded.claims.length > 0 && loaded.claims.every(({ isOpen }) => !isOpen);
      const own = 'refusal' in life ? [] : life.deadlines;
      const deadlines = isSettled || loaded.closed !== null ? mootDeadlines(own) : [...own];
      return { loaded, life, isSettled, deadlines };
    });
  });
}

/**
 * Brings what is kept of the procedures of some cases in line with their events, with the debtor and with the money of
 * today: state, dates, title, and the holds on their claims. Everything is read again each time, so that neither the
 * order in which things were recorded nor an event taken back can leave a date behind. Part of `touchCases`; cases
 * without procedures cost one look. Gives what changed by itself, for the journal.
 */
export async function applyProcedures(tx: Tx, caseIds: readonly string[], today: string): Promise<JournalEvent[]> {
  const concerned = await tx.arrays<[string]>(
    'select distinct case_id from procedure where tenant_id = $1 and case_id = any($2::uuid[]) order by 1',
    [tx.tenantId, caseIds],
  );
  if (concerned.length === 0) return [];
  const ids = concerned.map(([caseId]) => caseId);
  const standings = standingsOf(await proceduresOfCases(tx, ids), storedDay(today));
  await writeLives(tx, standings, today);
  await writeDeadlines(tx, standings);
  await writeHolds(tx, ids, standings);
  return standings.flatMap(({ loaded, life }) => {
    const state = 'refusal' in life ? TO_CHECK : life.state;
    if (loaded.closed !== null || loaded.cached.state === state) return [];
    return [
      {
        actor: 'acquit',
        action: 'procedure.changed',
        objectKind: 'case',
        objectId: loaded.caseId,
        payload: { procedureId: loaded.procedureId, kind: loaded.kind, from: loaded.cached.state, to: state },
      },
    ];
  });
}

const iso = (on: Day | null) => (on === null ? null : formatDay(on));
const known = (life: StandingProcedure['life']): ProcedureLife | null => ('refusal' in life ? null : life);

async function writeLives(tx: Tx, standings: readonly StandingProcedure[], today: string): Promise<void> {
  const lives = standings.map(({ life }) => known(life));
  await tx.query(
    `update procedure p
        set state = u.state, state_since = u.since, ended = u.ended, title_on = u.title_on, title_served_on = u.served,
            enforceable_from = u.enforceable, granted_cents = u.granted, late_opposition = u.late, is_settled = u.settled,
            refusal = nullif(u.refusal, 'null')::jsonb, computed_on = $3
       from unnest($2::uuid[], $4::text[], $5::date[], $6::text[], $7::date[], $8::date[], $9::date[], $10::int8[], $11::bool[],
                   $12::bool[], ${jsonList('$13')})
         as u(procedure_id, state, since, ended, title_on, served, enforceable, granted, late, settled, refusal)
      where p.tenant_id = $1 and p.procedure_id = u.procedure_id`,
    [
      tx.tenantId,
      standings.map(({ loaded }) => loaded.procedureId),
      today,
      lives.map((life) => life?.state ?? TO_CHECK),
      lives.map((life) => iso(life?.since ?? null)),
      lives.map((life) => life?.end ?? null),
      lives.map((life) => iso(life?.title?.on ?? null)),
      lives.map((life) => iso(life?.title?.servedOn ?? null)),
      lives.map((life) => iso(life?.title?.enforceableFrom ?? null)),
      lives.map((life) => life?.title?.grantedCents ?? null),
      lives.map((life) => life?.title?.lateOppositionPossible ?? false),
      standings.map(({ isSettled }) => isSettled),
      joinJson(
        standings.map(({ life }) =>
          JSON.stringify('refusal' in life ? { code: life.refusal.code, message: life.refusal.message } : null),
        ),
      ),
    ],
  );
}

/** A life that cannot be computed keeps its last known dates: nothing lapses because an event is being put right. */
async function writeDeadlines(tx: Tx, standings: readonly StandingProcedure[]): Promise<void> {
  const told = standings.filter(({ life }) => known(life) !== null);
  await tx.query('delete from procedure_deadline where tenant_id = $1 and procedure_id = any($2::uuid[])', [
    tx.tenantId,
    told.map(({ loaded }) => loaded.procedureId),
  ]);
  const rows = told.flatMap(({ loaded, deadlines }) => deadlines.map((deadline, n) => ({ loaded, deadline, n })));
  if (rows.length === 0) return;
  await tx.query(
    `insert into procedure_deadline (tenant_id, procedure_id, n, company_id, what, label, started_by, started_on, before_on, extended_on,
                                     not_before_on, whose, effect, article, confidence, status, done_on)
     select $1, u.* from unnest($2::uuid[], $3::int2[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::date[], $9::date[], $10::date[],
                                $11::date[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::date[]) as u`,
    [
      tx.tenantId,
      rows.map(({ loaded }) => loaded.procedureId),
      rows.map(({ n }) => n),
      rows.map(({ loaded }) => loaded.companyId),
      rows.map(({ deadline }) => deadline.what),
      rows.map(({ deadline }) => deadline.label),
      rows.map(({ deadline }) => deadline.startedBy),
      rows.map(({ deadline }) => iso(deadline.startedOn)),
      rows.map(({ deadline }) => iso(deadline.before)),
      rows.map(({ deadline }) => iso(deadline.beforeExtended)),
      rows.map(({ deadline }) => iso(deadline.notBefore)),
      rows.map(({ deadline }) => deadline.whose),
      rows.map(({ deadline }) => deadline.effect),
      rows.map(({ deadline }) => deadline.article),
      rows.map(({ deadline }) => deadline.confidence),
      rows.map(({ deadline }) => deadline.status),
      rows.map(({ deadline }) => iso(deadline.doneOn)),
    ],
  );
}

const KIND = 'procedure';

/** While a procedure runs, its claims are asked for by it alone: reminders wait until somebody closes it. */
async function writeHolds(tx: Tx, caseIds: readonly string[], standings: readonly StandingProcedure[]): Promise<void> {
  const wanted = standings
    .filter(({ loaded }) => loaded.closed === null)
    .flatMap(({ loaded }): WantedHold[] => {
      const reason = fr`${procedureName(loaded.kind)} engagée le ${frenchDate(loaded.openedOn)} ; les relances amiables attendent sa clôture.`;
      return loaded.claims
        .filter((claim) => claim.isOpen)
        .map(({ claimId }) => ({
          claimId,
          caseId: loaded.caseId,
          kind: KIND,
          causeId: loaded.procedureId,
          reason: `${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
          since: formatDay(loaded.openedOn),
          until: null,
        }));
    });
  const { rows } = await tx.query<CurrentHold>(
    `select hold_id, claim_id, kind, cause_id, reason, until_on from claim_hold
      where tenant_id = $1 and case_id = any($2::uuid[]) and ended_at is null and kind = '${KIND}'`,
    [tx.tenantId, caseIds],
  );
  await bringHolds(tx, rows, wanted);
}
