import { type Day, formatDay, PROCEDURE_NAMES } from '@acquit/law';
import {
  type EventDefinition,
  eventsOf,
  type ProcedureEventView,
  type ProcedureView,
  procedureName,
  type ReceiptFacts,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { type CostRecord, costsOf, costViews } from './costs.ts';
import { type DeadlineRow, deadlineView } from './deadlines.ts';
import { type EventRecord, type LoadedProcedure, loadProcedureFacts, proceduresOfCases } from './load.ts';
import { type StandingProcedure, standingsOf, TO_CHECK } from './standing.ts';
import { receiptsOf, titleView } from './title.ts';

/** Every procedure of a case on a day, running ones first, then the latest. */
export async function procedureViews(tx: Tx, caseId: string, on: Day): Promise<ProcedureView[]> {
  const views = await viewsOf(tx, await proceduresOfCases(tx, [caseId]), on);
  return views.sort(
    (a, b) =>
      Number(a.closed !== null) - Number(b.closed !== null) ||
      (a.openedOn < b.openedOn ? 1 : Number(a.openedOn > b.openedOn) * -1),
  );
}

/** One procedure on a day; null when there is none. */
export async function findProcedure(tx: Tx, procedureId: string, on: Day): Promise<ProcedureView | null> {
  const [own] = await loadProcedureFacts(tx, [procedureId]);
  if (own === undefined) return null;
  const views = await viewsOf(tx, await proceduresOfCases(tx, [own.caseId]), on);
  return views.find((view) => view.procedureId === procedureId) ?? null;
}

async function viewsOf(tx: Tx, all: readonly LoadedProcedure[], on: Day): Promise<ProcedureView[]> {
  if (all.length === 0) return [];
  const ids = all.map(({ procedureId }) => procedureId);
  const costs = await costsOf(tx, ids);
  const receipts = await receiptsOf(tx, ids);
  const seen = await seenOf(tx, ids);
  return standingsOf(all, on).map((standing) => {
    const { procedureId } = standing.loaded;
    return viewOf(
      standing,
      {
        costs: costs.get(procedureId)!,
        receipts: receipts.get(procedureId)!,
        seen: seen.get(procedureId) ?? new Map(),
      },
      on,
    );
  });
}

/** By procedure, then by date (`what day`), the stages somebody has seen. */
async function seenOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Map<string, number[]>>> {
  const found = new Map<string, Map<string, number[]>>();
  for (const [objectId, what, onDay, stages] of await tx.arrays<[string, string, string, number[]]>(
    `select object_id, what, on_day, array_agg(stage::int) from alarm_seen
      where tenant_id = $1 and object_id = any($2::uuid[]) group by 1, 2, 3`,
    [tx.tenantId, ids],
  )) {
    const days = found.get(objectId) ?? new Map<string, number[]>();
    days.set(`${what} ${onDay}`, stages);
    found.set(objectId, days);
  }
  return found;
}

interface Beside {
  costs: readonly CostRecord[];
  receipts: readonly ReceiptFacts[];
  seen: ReadonlyMap<string, number[]>;
}

const iso = (on: Day | null) => (on === null ? null : formatDay(on));

function viewOf(standing: StandingProcedure, { costs, receipts, seen }: Beside, on: Day): ProcedureView {
  const { loaded, life: told, isSettled } = standing;
  const life = 'refusal' in told ? null : told;
  const refusal = 'refusal' in told ? { code: told.refusal.code, message: told.refusal.message } : null;
  const definitions = eventsOf(loaded.kind);
  const stakes = BigInt(loaded.claims.reduce((sum, claim) => sum + claim.openCents, 0));
  const deadlines = standing.deadlines.map((deadline) => {
    const row: DeadlineRow = {
      procedure_id: loaded.procedureId,
      case_id: loaded.caseId,
      debtor_name: loaded.debtorName,
      kind: loaded.kind,
      what: deadline.what,
      label: deadline.label,
      started_by: deadline.startedBy,
      started_on: formatDay(deadline.startedOn),
      before_on: iso(deadline.before),
      extended_on: iso(deadline.beforeExtended),
      not_before_on: iso(deadline.notBefore),
      whose: deadline.whose,
      effect: deadline.effect,
      article: deadline.article,
      confidence: deadline.confidence,
      status: deadline.status,
      done_on: iso(deadline.doneOn),
      stakes,
      seen: seen.get(`${deadline.what} ${iso(deadline.before ?? deadline.notBefore)}`) ?? [],
    };
    return { ...deadlineView(row, on), explanation: deadline.explanation };
  });
  const next = deadlines.find(({ whose, status, before }) => whose === 'ours' && status === 'open' && before !== null);
  const title = life?.title ?? null;
  const { costs: costLines, totals: costTotals } = costViews(costs, title !== null || loaded.facts.hasTitle);
  return {
    procedureId: loaded.procedureId,
    companyId: loaded.companyId,
    caseId: loaded.caseId,
    debtorName: loaded.debtorName,
    kind: loaded.kind,
    name: procedureName(loaded.kind),
    courtKind: loaded.facts.court,
    courtId: loaded.courtId,
    courtName: loaded.courtName,
    caseNumber: loaded.caseNumber,
    claimKind: loaded.facts.claimKind,
    document: loaded.facts.document,
    amountCents: loaded.facts.amountCents,
    heldTitleOn: iso(loaded.heldTitleOn),
    claims: loaded.claims.map(({ claimId, number, openCents, amountCents }) => ({
      claimId,
      number,
      openCents,
      amountCents,
    })),
    openedOn: formatDay(loaded.openedOn),
    doubts: loaded.doubts,
    note: loaded.note,
    closedOn: iso(loaded.closed?.on ?? null),
    closed: loaded.closed && { ...loaded.closed, on: formatDay(loaded.closed.on) },
    isSettled,
    state: life?.state ?? TO_CHECK,
    stateName: life?.stateName ?? 'À vérifier',
    advice: life?.advice ?? refusal!.message,
    since: iso(life?.since ?? null),
    end: life?.end ?? null,
    events: loaded.events.map((event) => eventView(event, definitions)),
    deadlines,
    nextDeadline: next === undefined ? null : { label: next.label, before: next.before! },
    next: loaded.closed === null ? [...(life?.next ?? [])] : [],
    definitions: [...definitions],
    follows: (life?.follows ?? []).map((kind) => ({ kind, name: PROCEDURE_NAMES[kind] })),
    warnings: [...(life?.warnings ?? [])],
    title:
      title === null || life === null
        ? null
        : titleView(loaded, title, { receipts, costs, limitation: life.limitation }, on),
    costs: costLines,
    costsCents: costTotals.totalCents,
    costTotals,
    blocked: refusal,
  };
}

function eventView(event: EventRecord, definitions: readonly EventDefinition[]): ProcedureEventView {
  const definition = definitions.find(({ kind }) => kind === event.kind);
  return {
    ...event,
    label: definition?.label ?? event.kind,
    actor: definition?.actor ?? null,
    expectedProof: definition?.proof ?? null,
  };
}
