import { DEADLINE_STAGES, LIMITATION_STAGES, MISSED_STAGE } from '@acquit/recovery';
import { LIMITATION } from '../limitation/list.ts';
import { STAKES } from '../procedures/deadlines.ts';
import { TO_CHECK } from '../procedures/standing.ts';

/** A wait that is over, or a date that opens something, is told until somebody acts or says he saw it, and so long. */
const OPENED_DAYS = 60;

/** SQL for the stage an alarm is at: the smallest one reached, by the days left until `day`. */
function stageAt(day: string, stages: readonly number[]): string {
  const reached = [...stages].sort((a, b) => a - b).map((stage) => `when ${day} <= $3::date + ${stage} then ${stage}`);
  return `case when ${day} < $3::date then ${MISSED_STAGE} ${reached.join(' ')} end`;
}

/** SQL that is true while nobody has seen the alarm of this object, of this name, of this day, at its stage. */
const unseen = (object: string, what: string, day: string, stage: string) =>
  `not exists (select from alarm_seen s where s.tenant_id = $1 and s.object_id = ${object} and s.what = ${what} and s.on_day = ${day} and s.stage = ${stage})`;

const OF_RUNNING = `join procedure p on p.tenant_id = l.tenant_id and p.procedure_id = l.procedure_id and p.closed_on is null and not p.is_settled`;

/** Dates of ours whose alarm rings, missed ones until somebody has seen them: nothing lapses in silence. */
export const DEADLINES = `from procedure_deadline l ${OF_RUNNING}
  where l.tenant_id = $1 and l.company_id = $2 and l.status in ('open', 'missed') and l.whose = 'ours' and l.before_on is not null
    and l.before_on <= $3::date + ${Math.max(...DEADLINE_STAGES)}
    and ${unseen('l.procedure_id', 'l.what', 'l.before_on', stageAt('l.before_on', DEADLINE_STAGES))}`;

/** Waits that ended lately and after which nothing was told: what they held back may be done. */
export const OPENINGS = `from procedure_deadline l ${OF_RUNNING}
  where l.tenant_id = $1 and l.company_id = $2 and l.whose = 'wait' and l.not_before_on between $3::date - ${OPENED_DAYS} and $3::date and l.status <> 'moot'
    and not exists (select from procedure_event e where e.tenant_id = l.tenant_id and e.procedure_id = l.procedure_id and e.withdrawn_at is null
                       and e.on_day >= l.not_before_on)
    and ${unseen('l.procedure_id', 'l.what', 'l.not_before_on', String(MISSED_STAGE))}`;

/** Procedures that are over, or about claims that are paid: somebody says what follows, and closes them. */
export const ENDED = `from procedure p where p.tenant_id = $1 and p.company_id = $2 and p.closed_on is null
  and (p.ended is not null or p.is_settled or p.state = '${TO_CHECK}')`;
export const ENDED_WHAT = (alias: string) =>
  `case when ${alias}.state = '${TO_CHECK}' then '${TO_CHECK}' when ${alias}.is_settled then 'settled' else ${alias}.ended end`;

/** Claims whose limitation rings. */
export const LIMITATIONS = `from claim_limitation l join claim k on k.tenant_id = l.tenant_id and k.claim_id = l.claim_id and k.status = 'open'
  where l.tenant_id = $1 and l.company_id = $2 and l.watched_on <= $3::date + ${Math.max(...LIMITATION_STAGES)} and l.expires_on is not null
    and ${unseen('l.claim_id', `'${LIMITATION}'`, 'l.expires_on', stageAt('l.expires_on', LIMITATION_STAGES))}`;

export const STAKE = STAKES('p');
