import { randomUUIDv7 } from 'node:crypto';
import {
  type AttachmentDocument,
  type ClaimKind,
  type CourtKind,
  type Day,
  day,
  frenchDate,
  type Territory,
} from '@acquit/law';
import {
  fr,
  type ProcedureKind,
  type ProcedureView,
  procedureName,
  type Reason,
  type Refused,
  refused,
  statesOf,
} from '@acquit/recovery';
import {
  type CaseHeader,
  caseOfProcedure,
  endProcedure,
  insertProcedure,
  type ProcedureChange,
  reviveProcedure,
  type Tx,
  updateProcedure,
} from '../../store/index.ts';
import { courtDoubts } from '../courts/index.ts';
import { routeGuideOf } from '../route-guide/index.ts';
import {
  afterwards,
  type By,
  type Done,
  isRefused,
  lockCase,
  lockProcedure,
  pastDay,
  unknownProcedure,
} from './shared.ts';

/** A procedure as somebody engages it. Days are `YYYY-MM-DD`, amounts cents. */
export interface ProcedureOrder {
  caseId: string;
  kind: ProcedureKind;
  /** Empty: every open claim of the case. */
  claimIds: readonly string[];
  courtKind: CourtKind | null;
  courtId: string | null;
  courtName: string | null;
  caseNumber: string | null;
  /** What the claims are of; absent: what they all say, or else `other`. */
  claimKind?: ClaimKind | undefined;
  document: AttachmentDocument | null;
  territory: Territory | null;
  /** The sum asked for; absent: what is left of the claims. */
  amountCents?: number | undefined;
  /** A title held from elsewhere, by the day it was both enforceable and served. */
  heldTitleOn: string | null;
  note: string | null;
  /** Today when absent. */
  openedOn?: string | undefined;
}

interface OpenClaim {
  claimId: string;
  claimKind: ClaimKind;
  openCents: number;
  since: Day | null;
}

/** The open claims of a case, locked. */
async function openClaims(tx: Tx, caseId: string): Promise<OpenClaim[]> {
  const rows = await tx.arrays<[string, ClaimKind, bigint, string | null]>(
    `select claim_id, claim_kind, open_cents, coalesce(issued_on, due_on) from claim
      where tenant_id = $1 and case_id = $2 and status = 'open' and kind not in ('credit-note', 'factored') and open_cents > 0
      order by due_on, number, claim_id for update`,
    [tx.tenantId, caseId],
  );
  return rows.map(([claimId, claimKind, cents, since]) => ({
    claimId,
    claimKind,
    openCents: Number(cents),
    since: since === null ? null : day(since),
  }));
}

function chosenOf(claims: readonly OpenClaim[], claimIds: readonly string[]): OpenClaim[] | Refused {
  const wanted = new Set(claimIds);
  const chosen = claimIds.length === 0 ? [...claims] : claims.filter(({ claimId }) => wanted.has(claimId));
  if (claimIds.length > 0 && chosen.length !== wanted.size)
    return refused(
      'ClaimNotInCase',
      'L’une des factures indiquées n’est plus ouverte dans ce dossier. Rechargez la page et choisissez à nouveau.',
      { claimIds },
    );
  if (chosen.length === 0)
    return refused(
      'NothingToClaim',
      'Plus aucune facture n’est ouverte dans ce dossier : il n’y a rien à demander.',
      {},
    );
  return chosen;
}

/** What may still be opened against a debtor in insolvency: its claim is declared, or nothing. */
const IN_INSOLVENCY: readonly ProcedureKind[] = ['insolvency-claim'];

/** Enforcement that reaches nothing of a public body. */
const SEIZURES: readonly ProcedureKind[] = [
  'saisie-conservatoire',
  'saisie-attribution',
  'saisie-vente',
  'saisie-des-remunerations',
];

/** What would be unlawful whatever the person answers; anything else is a doubt shown beside the procedure. */
function unlawful({ debtor }: CaseHeader, kind: ProcedureKind, openedOn: Day): Refused | null {
  const insolvent = debtor.insolvencyOpenedOn;
  if (insolvent !== null && day(insolvent) <= openedOn && !IN_INSOLVENCY.includes(kind))
    return refused(
      'InsolvencyOpened',
      fr`Une procédure collective est ouverte depuis le ${frenchDate(day(insolvent))} : les poursuites pour les créances antérieures sont arrêtées (article L622-21 du code de commerce). Déclarez la créance au mandataire.`,
      { insolvencyOpenedOn: insolvent },
    );
  if (debtor.kind === 'public-body' && SEIZURES.includes(kind))
    return refused(
      'DebtorUnseizable',
      fr`Les biens d’une personne publique ne se saisissent pas (article L2311-1 du code général de la propriété des personnes publiques) : demandez le mandatement d’office.`,
      { kind },
    );
  return null;
}

/** What the law says against a procedure, as the route guide of the case tells it on the day; none when it is open. */
async function doubtsOf(tx: Tx, order: ProcedureOrder, by: By): Promise<Reason[]> {
  const guided = await routeGuideOf(tx, order.caseId, { on: by.today, draft: null, explain: null });
  if (isRefused(guided)) return [{ code: guided.refusal.code, message: guided.refusal.message }];
  const { guide, blocked } = guided.view;
  if (guide === null) {
    const why = blocked === null ? '' : ` ${blocked.message}`;
    return [{ code: 'RouteNotWeighed', message: fr`Le guide des voies n’a pas pu être établi pour ce dossier.${why}` }];
  }
  const found = guide.routes.find(({ procedure }) => procedure === order.kind);
  if (found === undefined || found.open) return [];
  return [
    {
      code: 'RouteClosed',
      message: fr`Selon les faits du dossier, le guide des voies la tient pour fermée : ${found.why}`,
    },
  ];
}

async function runningTwice(tx: Tx, order: ProcedureOrder, chosen: readonly OpenClaim[]): Promise<Refused | null> {
  const rows = await tx.arrays<[string]>(
    `select p.procedure_id from procedure p join procedure_claim x on x.tenant_id = p.tenant_id and x.procedure_id = p.procedure_id
      where p.tenant_id = $1 and p.case_id = $2 and p.kind = $3 and p.closed_on is null and x.claim_id = any($4::uuid[]) limit 1`,
    [tx.tenantId, order.caseId, order.kind, chosen.map(({ claimId }) => claimId)],
  );
  if (rows[0] === undefined) return null;
  return refused(
    'ProcedureRunning',
    fr`Une procédure de ce genre (${procedureName(order.kind)}) est déjà en cours sur l’une de ces factures : notez-y ce qui s’est passé, ou clôturez-la d’abord.`,
    { procedureId: rows[0][0] },
  );
}

/**
 * Engages a procedure on claims of a case: reminders stop for them, its dates are watched. What the law holds closed is
 * recorded as a doubt beside it. Refuses `NotFound`, `ClaimNotInCase`, `NothingToClaim`, `InvalidDay`, `DateInFuture`,
 * `DateBeforeClaim`, `ProcedureRunning`, and what is unlawful in any case: `InsolvencyOpened`, `DebtorUnseizable`.
 */
export async function openProcedure(
  tx: Tx,
  order: ProcedureOrder,
  by: By,
): Promise<Done<{ procedure: ProcedureView }>> {
  const kase = await lockCase(tx, order.caseId);
  if (isRefused(kase)) return kase;
  const openedOn = pastDay(order.openedOn ?? by.today, by);
  if (typeof openedOn === 'object') return openedOn;
  const heldTitleOn = order.heldTitleOn === null ? null : pastDay(order.heldTitleOn, by);
  if (heldTitleOn !== null && typeof heldTitleOn === 'object') return heldTitleOn;
  const chosen = chosenOf(await openClaims(tx, order.caseId), order.claimIds);
  if (isRefused(chosen)) return chosen;
  const since = chosen.flatMap((claim) => claim.since ?? []);
  const oldest = since.length === 0 ? null : (Math.min(...since) as Day);
  if (oldest !== null && openedOn < oldest)
    return refused(
      'DateBeforeClaim',
      fr`Une procédure ne commence pas avant la créance : la plus ancienne facture choisie est du ${frenchDate(oldest)}.`,
      { openedOn: order.openedOn, oldest },
    );
  const refusal = unlawful(kase, order.kind, openedOn) ?? (await runningTwice(tx, order, chosen));
  if (refusal !== null) return refusal;
  const amountCents = order.amountCents ?? chosen.reduce((sum, claim) => sum + claim.openCents, 0);
  const { debtor } = kase;
  const doubts = [
    ...(await doubtsOf(tx, order, by)),
    ...(await courtDoubts(tx, { ...order, debtor, amountCents, on: openedOn })),
  ];
  const kinds = new Set(chosen.map((claim) => claim.claimKind));
  const procedureId = randomUUIDv7();
  await insertProcedure(tx, {
    ...order,
    procedureId,
    companyId: kase.companyId,
    claimIds: chosen.map(({ claimId }) => claimId),
    claimKind: order.claimKind ?? (kinds.size === 1 ? chosen[0]!.claimKind : 'other'),
    amountCents,
    doubts,
    openedOn: order.openedOn ?? by.today,
    state: statesOf(order.kind)[0]!.state,
    enteredBy: by.actor,
  });
  return afterwards(tx, { caseId: order.caseId, procedureId }, by, 'procedure.opened', {
    kind: order.kind,
    claims: chosen.map(({ claimId }) => claimId),
    amountCents,
    court: order.courtName,
    doubts: doubts.map((doubt) => doubt.code),
  });
}

/** Puts right the court, its number, the sum or a note. Refuses `NotFound`, `ProcedureClosed`, `InvalidDay`, `DateInFuture`. */
export async function changeProcedure(
  tx: Tx,
  procedureId: string,
  change: ProcedureChange,
  by: By,
): Promise<Done<{ procedure: ProcedureView }>> {
  const found = await lockProcedure(tx, procedureId, by);
  if (isRefused(found)) return found;
  if (typeof change.heldTitleOn === 'string') {
    const held = pastDay(change.heldTitleOn, by);
    if (typeof held === 'object') return held;
  }
  await updateProcedure(tx, procedureId, change);
  return afterwards(tx, found.loaded, by, 'procedure.updated', { ...change });
}

/** Closes a procedure: its claims are asked for again, its dates are moot. Refuses `NotFound` and `ProcedureClosed`. */
export async function closeProcedure(
  tx: Tx,
  procedureId: string,
  { reason }: { reason: string | null },
  by: By,
): Promise<Done<{ procedure: ProcedureView }>> {
  const found = await lockProcedure(tx, procedureId, by);
  if (isRefused(found)) return found;
  await endProcedure(tx, procedureId, { on: by.today, by: by.actor, reason });
  return afterwards(tx, found.loaded, by, 'procedure.closed', { reason });
}

/** Opens again a procedure closed by mistake. Refuses `NotFound` and `ProcedureOpen`. */
export async function reopenProcedure(
  tx: Tx,
  procedureId: string,
  by: By,
): Promise<Done<{ procedure: ProcedureView }>> {
  const place = await caseOfProcedure(tx, procedureId);
  if (place === null) return unknownProcedure(procedureId);
  const kase = await lockCase(tx, place.caseId);
  if (isRefused(kase)) return kase;
  if (!(await reviveProcedure(tx, procedureId)))
    return refused('ProcedureOpen', 'Cette procédure est déjà ouverte.', { procedureId });
  return afterwards(tx, { caseId: place.caseId, procedureId }, by, 'procedure.reopened', {});
}
