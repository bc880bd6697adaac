import type { Prefill, RouteAnswers, ShownWay } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { actorName } from '../actor-name.ts';

/** The last answers kept for a case. */
export interface KeptAnswers {
  answers: RouteAnswers;
  prefill: Prefill;
  /** How many times answers were kept, this one included. */
  version: number;
  on: string;
  by: string;
}

export async function lastRouteAnswers(tx: Tx, caseId: string): Promise<KeptAnswers | null> {
  const { rows } = await tx.query<KeptAnswers & { version: number }>(
    `select a.answers, a.prefill, a.on_day as "on", ${actorName('a.entered_by')} as by,
            (select count(*)::int4 from route_answer where tenant_id = $1 and case_id = $2) as version
       from route_answer a
      where a.tenant_id = $1 and a.case_id = $2
      order by a.entered_at desc, a.answer_id desc limit 1`,
    [tx.tenantId, caseId],
  );
  return rows[0] ?? null;
}

/** What is kept beside the words of a person: where, when, and what the case said. */
interface Kept {
  companyId: string;
  caseId: string;
  prefill: Prefill;
  on: string;
  by: string;
}

export async function insertRouteAnswers(
  tx: Tx,
  kept: Kept & { answerId: string; answers: RouteAnswers },
): Promise<void> {
  await tx.query(
    `insert into route_answer (tenant_id, answer_id, company_id, case_id, answers, prefill, on_day, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.tenantId,
      kept.answerId,
      kept.companyId,
      kept.caseId,
      JSON.stringify(kept.answers),
      JSON.stringify(kept.prefill),
      kept.on,
      kept.by,
    ],
  );
}

/** A way that was chosen for a case and that nobody withdrew. */
export interface KeptChoice {
  choiceId: string;
  way: string;
  isProcedure: boolean;
  on: string;
  by: string;
  note: string | null;
  shown: ShownWay;
  prefill: Prefill;
}

/** The way chosen last for a case; null when none is, or when the last one was withdrawn. */
export async function routeChoiceOf(tx: Tx, caseId: string): Promise<KeptChoice | null> {
  const { rows } = await tx.query<KeptChoice & { withdrawn: boolean }>(
    `select c.choice_id as "choiceId", c.way, c.is_procedure as "isProcedure", c.on_day as "on",
            ${actorName('c.entered_by')} as by, c.note, c.shown, c.prefill, c.withdrawn_at is not null as withdrawn
       from route_choice c
      where c.tenant_id = $1 and c.case_id = $2 order by c.entered_at desc, c.choice_id desc limit 1`,
    [tx.tenantId, caseId],
  );
  const [last] = rows;
  return last === undefined || last.withdrawn ? null : last;
}

export async function insertRouteChoice(
  tx: Tx,
  kept: Kept & { choiceId: string; way: string; isProcedure: boolean; note: string | null; shown: ShownWay },
): Promise<void> {
  await tx.query(
    `insert into route_choice (tenant_id, choice_id, company_id, case_id, way, is_procedure, note, shown, prefill, on_day, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.tenantId,
      kept.choiceId,
      kept.companyId,
      kept.caseId,
      kept.way,
      kept.isProcedure,
      kept.note,
      JSON.stringify(kept.shown),
      JSON.stringify(kept.prefill),
      kept.on,
      kept.by,
    ],
  );
}

/** Withdraws a choice; false when it was already. */
export async function withdrawRouteChoice(tx: Tx, choiceId: string, by: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update route_choice set withdrawn_by = $3, withdrawn_at = clock_timestamp()
      where tenant_id = $1 and choice_id = $2 and withdrawn_at is null`,
    [tx.tenantId, choiceId, by],
  );
  return rowCount === 1;
}
