import type { WorkKind } from '@acquit/recovery';
import { RECIPIENT_PHONE } from '../customers/contacts.ts';
import { DEADLINES, ENDED, ENDED_WHAT, LIMITATIONS, OPENINGS, STAKE } from './litigation.ts';

/** Items of each group sent at once; the count says how many there are. */
export const SHOWN = 50;

/** How far the days to come reach. */
export const COMING_DAYS = 7;

/** A promise that was broken is told until something was done about it, and no longer than this. */
const BROKEN_DAYS = 30;

/**
 * How to read a group: its first items, and the day and the sum of each one there is. Both walk an index; only what is
 * shown is joined. Parameters: tenant, company, today, and the name of who asks.
 */
export interface GroupQuery {
  kind: WorkKind;
  items: string;
  /** Rows of `on_day` (null: no day says when it was to be done) and `cents`. */
  all: string;
}

const WHO = `join collection_case c on c.tenant_id = a.tenant_id and c.case_id = a.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id`;

const ACTION = `a.action_id, a.case_id, d.name as debtor_name, coalesce(a.facts ->> 'stepName', a.step) as step_name, a.channel,
  a.decided_on as on_day, a.total_cents, c.oldest_due_on, a.reasons, ${RECIPIENT_PHONE} as phone, case when a.channel = 'phone' then a.facts end as facts`;

const reasonOf = (code: string, message: string) =>
  `jsonb_build_array(jsonb_build_object('code', '${code}', 'message', ${message}))`;

/** Work that is no act of a scenario: the same columns, from `w`, which names its case. */
function about(walk: string, order: string, columns: string): string {
  return `select null::uuid as action_id, w.case_id, d.name as debtor_name, 'task' as channel, c.oldest_due_on, d.phone, null::jsonb as facts, ${columns}
    from (${walk} order by ${order.replaceAll('w.', '')} limit ${SHOWN}) w
    join collection_case c on c.tenant_id = w.tenant_id and c.case_id = w.case_id
    join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id order by ${order}`;
}

/** Open acts of one status come by what is at stake: one walk of `action_open` per channel, then the best of them. */
function openActions(kind: WorkKind, status: string, channels: readonly string[], more = ''): GroupQuery {
  const where = (channel: string) =>
    `from action where tenant_id = $1 and company_id = $2 and status = '${status}' and channel = '${channel}' ${more}`;
  const walks = channels.map(
    (channel) =>
      `(select tenant_id, action_id, total_cents ${where(channel)} order by total_cents desc, action_id limit ${SHOWN})`,
  );
  return {
    kind,
    items: `select ${ACTION} from (select * from (${walks.join(' union all ')}) w order by total_cents desc, action_id limit ${SHOWN}) w
      join action a on a.tenant_id = w.tenant_id and a.action_id = w.action_id ${WHO} order by a.total_cents desc, a.action_id`,
    all: channels
      .map((channel) => `select decided_on as on_day, total_cents as cents ${where(channel)}`)
      .join(' union all '),
  };
}

/** Messages in one state, in the order they were made: letters as they will come out of the printer. */
function messages(kind: WorkKind, state: 'in-doubt' | 'to-print'): GroupQuery {
  const where = `from outbox where tenant_id = $1 and company_id = $2 and state = '${state}'`;
  return {
    kind,
    items: `select ${ACTION} from (select tenant_id, action_id, created_at ${where} order by created_at, action_id limit ${SHOWN}) o
      join action a on a.tenant_id = o.tenant_id and a.action_id = o.action_id ${WHO} order by o.created_at, a.action_id`,
    // Letters wait by the thousand: their day and sum stand beside their state.
    all:
      state === 'to-print'
        ? `select decided_on as on_day, total_cents as cents ${where}`
        : `select a.decided_on as on_day, a.total_cents as cents from (select tenant_id, action_id ${where}) o
             join action a on a.tenant_id = o.tenant_id and a.action_id = o.action_id`,
  };
}

const REPLIES = `from reply r where r.tenant_id = $1 and r.company_id = $2 and r.state in ('to-sort', 'to-read') and r.case_id is not null`;

const ACTS = `from portal_act p where p.tenant_id = $1 and p.company_id = $2 and p.read_at is null and p.kind <> 'opened'`;

const WAITING = `from promise p where p.tenant_id = $1 and p.company_id = $2 and p.ended is null and p.kept_on is null and not p.moot`;

/** Promises whose day has come, and those broken lately about which nothing was done since. */
const PROMISES = `${WAITING} and p.expected_on <= $3::date and p.expected_on > $3::date - ${BROKEN_DAYS}
  and not exists (select from action a where a.tenant_id = p.tenant_id and a.case_id = p.case_id and a.decided_on > p.until_on and a.status <> 'cancelled')`;

const LEFT = 'p.amount_cents - p.received_cents';

/** What instalments past their grace still miss, and the day of the oldest. */
const MISSED = `from payment_plan p cross join lateral (
    select min(i.due_on) as due_on, max(i.total) - p.received_cents as cents
      from (select due_on, until_on, sum(principal_cents + accessory_cents) over (order by n) as total
              from plan_instalment where tenant_id = p.tenant_id and plan_id = p.plan_id) i
     where i.until_on < $3::date and i.total > p.received_cents) m
  where p.tenant_id = $1 and p.company_id = $2 and p.status = 'signed' and p.kept_on is null and p.broken_on is null and m.due_on is not null`;

const OPEN_DISPUTES = 'from dispute p where p.tenant_id = $1 and p.company_id = $2 and p.outcome is null';

/** What a dispute of the alias given freezes. */
const frozen = (
  dispute: 'p' | 'w',
) => `(select coalesce(sum(least(coalesce(x.contested_cents, k.open_cents), k.open_cents)), 0)::int8
    from dispute_claim x join claim k on k.tenant_id = x.tenant_id and k.claim_id = x.claim_id and k.status = 'open'
   where x.tenant_id = ${dispute}.tenant_id and x.dispute_id = ${dispute}.dispute_id)`;

/** What professionals told of cases entrusted to them and nobody has read: one line per hand-over. */
const TOLD = `from hand_over_post x join hand_over h on h.tenant_id = x.tenant_id and h.hand_over_id = x.hand_over_id
  where x.tenant_id = $1 and x.company_id = $2 and x.read_at is null and x.withdrawn_at is null`;

/** Registered letters posted by hand whose number, or whose first presentation, nobody has entered yet. */
const BY_HAND = `from dispatch s where s.tenant_id = $1 and s.company_id = $2 and s.channel = 'registered' and s.via is null and not s.ended
  and (s.number is null or not exists (select from dispatch_event e
    where e.tenant_id = s.tenant_id and e.action_id = s.action_id and e.withdrawn_at is null and e.kind <> 'deposited'))`;

const E_INVOICE = `from einvoice_standing s join claim k on k.tenant_id = s.tenant_id and k.claim_id = s.claim_id and k.status = 'open'
  where s.tenant_id = $1 and s.company_id = $2 and s.ground is not null`;

const ABSENT = `from claim_hold h join claim k on k.tenant_id = h.tenant_id and k.claim_id = h.claim_id and k.status = 'open'
  where h.tenant_id = $1 and k.company_id = $2 and h.kind = 'absent-from-ledger' and h.ended_at is null`;

const PARKED = `from collection_case c where c.tenant_id = $1 and c.company_id = $2 and c.status = 'parked'
  and not exists (select from action a where a.tenant_id = c.tenant_id and a.case_id = c.case_id and a.status = 'to-do' and a.channel = 'task')`;

const SOON = `between $3::date + 1 and $3::date + ${COMING_DAYS}`;

/** What is known to happen in the days to come: promises, answers to disputes, instalments. */
const COMING = `select p.tenant_id, p.case_id, p.promise_id as object_id, 'promise' as what, p.expected_on as on_day, ${LEFT} as cents, null::text as owner
    ${WAITING} and p.expected_on ${SOON}
  union all select p.tenant_id, p.case_id, p.dispute_id, 'dispute', p.deadline_on, ${frozen('p')}, p.owner ${OPEN_DISPUTES} and p.deadline_on ${SOON}
  union all select p.tenant_id, p.case_id, p.plan_id, 'plan', i.due_on, least(i.cents, i.total - p.received_cents), null
    from payment_plan p cross join lateral (
      select due_on, principal_cents + accessory_cents as cents, sum(principal_cents + accessory_cents) over (order by n) as total
        from plan_instalment where tenant_id = p.tenant_id and plan_id = p.plan_id) i
   where p.tenant_id = $1 and p.company_id = $2 and p.status = 'signed' and p.kept_on is null and p.broken_on is null
     and i.due_on ${SOON} and i.total > p.received_cents`;

/** Notices that wait for a decision, or that nobody has read yet. */
const NOTICES = `from notice_match m join notice n on n.tenant_id = m.tenant_id and n.notice_id = m.notice_id
  where m.tenant_id = $1 and m.company_id = $2 and (m.state = 'proposed' or (m.state = 'applied' and m.seen_at is null))`;

/** In the order somebody should take them: what stops other things first, then people who wait for an answer. */
export const GROUPS: readonly GroupQuery[] = [
  messages('in-doubt', 'in-doubt'),
  {
    // A right that is lost if nothing is done comes before everything but what is already going wrong.
    kind: 'deadline',
    items: about(
      `select l.tenant_id, l.procedure_id, l.n, l.what, l.label, l.effect, l.article, l.before_on, p.kind, p.case_id, ${STAKE} as cents ${DEADLINES}`,
      'w.before_on, w.procedure_id, w.n',
      `w.procedure_id as object_id, w.what, w.label as step_name, w.kind as procedure_kind, w.before_on as on_day, w.cents as total_cents,
       ${reasonOf('Deadline', `concat(w.effect, ' (', w.article, ')')`)} as reasons`,
    ),
    all: `select l.before_on as on_day, ${STAKE} as cents ${DEADLINES}`,
  },
  {
    kind: 'limitation',
    items: about(
      `select l.tenant_id, l.claim_id, l.expires_on, l.article, k.number, k.case_id, k.open_cents ${LIMITATIONS}`,
      'w.expires_on, w.claim_id',
      `w.claim_id, concat('Facture ', w.number) as step_name, w.expires_on as on_day, w.open_cents as total_cents,
       ${reasonOf('Limitation', `concat('Dernier jour pour agir\u00a0: ', to_char(w.expires_on, 'DD/MM/YYYY'), ' (', w.article, ').')`)} as reasons`,
    ),
    all: `select l.expires_on as on_day, k.open_cents as cents ${LIMITATIONS}`,
  },
  {
    // Told until somebody read it, the last published first: what it says may have changed everything else on the case.
    kind: 'notice',
    items: about(
      `select m.tenant_id, m.match_id, m.case_id, m.effect, m.reason, m.state, n.published_on ${NOTICES}`,
      'w.published_on desc, w.match_id',
      `w.match_id as object_id, w.effect as what, w.published_on as on_day, greatest(c.open_cents, 0) as total_cents,
       case when w.state <> 'proposed' or w.reason is null then '[]'::jsonb else ${reasonOf('NoticeToConfirm', 'w.reason')} end as reasons, true as undated`,
    ),
    all: `select null::date as on_day, (select greatest(c.open_cents, 0) from collection_case c where c.tenant_id = m.tenant_id and c.case_id = m.case_id) as cents ${NOTICES}`,
  },
  {
    kind: 'opening',
    items: about(
      `select l.tenant_id, l.procedure_id, l.n, l.what, l.label, l.effect, l.article, l.not_before_on, p.kind, p.case_id, ${STAKE} as cents ${OPENINGS}`,
      'w.not_before_on, w.procedure_id, w.n',
      `w.procedure_id as object_id, w.what, w.label as step_name, w.kind as procedure_kind, w.not_before_on as on_day, w.cents as total_cents,
       ${reasonOf('Opening', `concat(w.effect, ' (', w.article, ')')`)} as reasons, true as undated`,
    ),
    all: `select null::date as on_day, ${STAKE} as cents ${OPENINGS}`,
  },
  {
    kind: 'procedure',
    items: about(
      `select p.*, ${STAKE} as cents ${ENDED}`,
      'w.opened_on, w.procedure_id',
      `w.procedure_id as object_id, ${ENDED_WHAT('w')} as what, w.kind as procedure_kind, coalesce(w.state_since, w.opened_on) as on_day,
       w.cents as total_cents, '[]'::jsonb as reasons, true as undated`,
    ),
    all: `select null::date as on_day, ${STAKE} as cents ${ENDED}`,
  },
  {
    kind: 'reply',
    items: about(
      `select r.* ${REPLIES}`,
      'w.received_at, w.reply_id',
      `w.reply_id as object_id, w.kind as what, w.on_day, greatest(c.open_cents, 0) as total_cents,
       ${reasonOf('Reply', `concat(w.from_name, ' <', w.from_address, '>\u00a0: ', left(nullif(regexp_replace(w.own_text, '\\s+', ' ', 'g'), ''), 240))`)} as reasons`,
    ),
    all: `select r.on_day, (select greatest(c.open_cents, 0) from collection_case c where c.tenant_id = r.tenant_id and c.case_id = r.case_id) as cents ${REPLIES}`,
  },
  {
    kind: 'portal-act',
    items: about(
      `select p.* ${ACTS}`,
      'w.at, w.act_id',
      `w.act_id as object_id, w.kind as what, w.on_day, greatest(c.open_cents, 0) as total_cents,
       case when coalesce(w.effect, w.said ->> 'details', '') = '' then '[]'::jsonb else
         ${reasonOf('Said', `concat_ws(' — ', w.effect, nullif(w.said ->> 'details', ''))`)} end as reasons`,
    ),
    all: `select p.on_day, (select greatest(c.open_cents, 0) from collection_case c where c.tenant_id = p.tenant_id and c.case_id = p.case_id) as cents ${ACTS}`,
  },
  {
    kind: 'partner',
    items: about(
      `select h.tenant_id, h.case_id, h.hand_over_id, min(x.on_day) as on_day, max(x.author) as author,
              left(string_agg(x.title, ', ' order by x.at, x.post_id), 240) as titles ${TOLD} group by 1, 2, 3`,
      'w.on_day, w.hand_over_id',
      `w.hand_over_id as object_id, w.author as step_name, w.on_day, greatest(c.open_cents, 0) as total_cents,
       ${reasonOf('ToldByPartner', 'w.titles')} as reasons`,
    ),
    all: `select min(x.on_day) as on_day, (select greatest(c.open_cents, 0) from collection_case c where c.tenant_id = h.tenant_id and c.case_id = h.case_id) as cents
          ${TOLD} group by h.tenant_id, h.case_id, h.hand_over_id`,
  },
  openActions('to-confirm', 'to-confirm', ['email', 'letter', 'registered', 'sms']),
  openActions('to-send', 'to-do', ['email', 'letter', 'registered', 'sms']),
  openActions('call', 'to-do', ['phone']),
  {
    kind: 'promise',
    items: about(
      `select p.* ${PROMISES}`,
      'w.expected_on, w.promise_id',
      `w.promise_id as object_id, case when w.until_on < $3::date then 'broken' else 'expected' end as what, w.expected_on as on_day,
       w.amount_cents - w.received_cents as total_cents, case when w.note is null then '[]'::jsonb else ${reasonOf('Promised', 'w.note')} end as reasons`,
    ),
    all: `select p.expected_on as on_day, ${LEFT} as cents ${PROMISES}`,
  },
  {
    kind: 'plan',
    items: about(
      `select p.tenant_id, p.case_id, p.plan_id, m.due_on, m.cents ${MISSED}`,
      'w.due_on, w.plan_id',
      `w.plan_id as object_id, 'missed' as what, w.due_on as on_day, w.cents::int8 as total_cents, '[]'::jsonb as reasons`,
    ),
    all: `select m.due_on as on_day, m.cents::int8 as cents ${MISSED}`,
  },
  {
    // One's own first, then the longest overdue.
    kind: 'dispute',
    items: about(
      `select p.*, p.owner = $4 as mine ${OPEN_DISPUTES} and p.deadline_on <= $3::date`,
      'w.mine desc, w.deadline_on, w.dispute_id',
      `w.dispute_id as object_id, w.reason as what, w.deadline_on as on_day, w.owner, ${frozen('w')} as total_cents,
       case when w.details is null then '[]'::jsonb else ${reasonOf('Dispute', 'w.details')} end as reasons`,
    ),
    all: `select p.deadline_on as on_day, ${frozen('p')} as cents ${OPEN_DISPUTES} and p.deadline_on <= $3::date`,
  },
  openActions('decide', 'to-do', ['task'], `and step <> 'missing-address'`),
  openActions('missing-address', 'to-do', ['task'], `and step = 'missing-address'`),
  {
    // The longest waiting first: it holds its claim back since that day.
    kind: 'e-invoice',
    items: about(
      `select k.*, s.at, s.task_title, s.task_message ${E_INVOICE}`,
      'w.at, w.claim_id',
      `w.claim_id, w.task_title as step_name, w.at::date as on_day, w.open_cents as total_cents,
       ${reasonOf('EInvoice', `concat('Facture ', w.number, '\u00a0: ', w.task_message)`)} as reasons`,
    ).replace('c.oldest_due_on', 'w.due_on as oldest_due_on'),
    all: `select s.at::date as on_day, k.open_cents as cents ${E_INVOICE}`,
  },
  {
    // The longest doubted first, as above.
    kind: 'absent',
    items: about(
      `select k.*, h.since_on, h.reason ${ABSENT}`,
      'w.since_on, w.claim_id',
      `w.claim_id, concat('Facture ', w.number) as step_name, w.since_on as on_day, w.open_cents as total_cents,
       ${reasonOf('Absent', `concat('Facture ', w.number, '\u00a0: ', w.reason)`)} as reasons`,
    ).replace('c.oldest_due_on', 'w.due_on as oldest_due_on'),
    all: `select h.since_on as on_day, k.open_cents as cents ${ABSENT}`,
  },
  messages('to-print', 'to-print'),
  {
    kind: 'registered',
    items: `select ${ACTION}, case when s.number is null then 'number' else 'presentation' end as what
      from (select s.* ${BY_HAND} order by s.handed_at, s.action_id limit ${SHOWN}) s
      join action a on a.tenant_id = s.tenant_id and a.action_id = s.action_id ${WHO} order by s.handed_at, a.action_id`,
    all: `select a.decided_on as on_day, a.total_cents as cents from (select s.* ${BY_HAND}) s
      join action a on a.tenant_id = s.tenant_id and a.action_id = s.action_id`,
  },
  {
    kind: 'parked',
    items: about(
      `select c.* ${PARKED}`,
      'w.open_cents desc, w.case_id',
      `'Dossier en attente' as step_name, coalesce(w.last_contact_on, w.created_at::date) as on_day, greatest(w.open_cents, 0) as total_cents,
       ${reasonOf('Parked', `coalesce(w.status_reason, 'Ce dossier attend une décision de votre part.')`)} as reasons, true as undated`,
    ),
    all: `select null::date as on_day, greatest(c.open_cents, 0) as cents ${PARKED}`,
  },
  {
    kind: 'coming',
    items: about(
      `select * from (${COMING}) x`,
      'w.on_day, w.object_id',
      `w.object_id, w.what, w.on_day, w.cents::int8 as total_cents, w.owner, '[]'::jsonb as reasons`,
    ),
    all: `select on_day, cents::int8 as cents from (${COMING}) x`,
  },
];
