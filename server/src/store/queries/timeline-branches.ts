import { frenchDate } from '@acquit/law';
import {
  type DispatchEventKind,
  type DisputeOutcome,
  type DisputeReason,
  dispatchEventName,
  disputeOutcomeName,
  disputeReasonName,
  fr,
  type HandOverOutcome,
  handOverOutcomeName,
  type TimelineItem,
} from '@acquit/recovery';
import { storedDay } from './stored-day.ts';
import { workName } from './today/words.ts';

/** What a line needs besides the columns that every line has. */
export interface TimelineMore {
  /** A code: of an act, a reason, an outcome, an event. */
  what?: string;
  /** The day it was promised for. */
  on?: string;
  channel?: 'letter' | 'registered' | 'sms';
  electronic?: boolean;
  exhibits?: TimelineItem['exhibits'];
}

/**
 * What debtors said, promised, contested and agreed to, and what became of letters: one branch per source, each over an
 * index of the case, with what makes its words and its exhibits in the last column.
 */
export const AGREED_BRANCHES: readonly string[] = [
  `select 'act:' || p.act_id, p.at, p.on_day, 'portal-act', '', concat_ws(' — ', nullif(p.said ->> 'details', ''), p.effect),
          null::int8, null::uuid, null::text, null::jsonb, null::jsonb, jsonb_build_object('what', p.kind, 'exhibits',
            case when p.file_sha256 is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
              'name', coalesce(p.file_name, 'Fichier joint'), 'href', '/api/portal-acts/' || p.act_id || '/file')) end)
     from portal_act p where p.tenant_id = $1 and p.case_id = $2 and p.kind <> 'opened'`,
  `select 'promise:' || p.promise_id, p.entered_at, p.made_on, 'promise', '', concat_ws(' — ', p.made_by, p.note, case p.ended when 'withdrawn' then 'retirée' when 'replaced' then 'remplacée' end),
          p.amount_cents, null::uuid, null::text, null::jsonb, null::jsonb, jsonb_build_object('on', p.promised_on)
     from promise p where p.tenant_id = $1 and p.case_id = $2`,
  `select 'kept:' || p.promise_id, p.kept_on::timestamptz, p.kept_on, 'promise-kept', '', null,
          p.received_cents, null::uuid, null::text, null::jsonb, null::jsonb, jsonb_build_object('on', p.promised_on)
     from promise p where p.tenant_id = $1 and p.case_id = $2 and p.kept_on is not null`,
  `select 'broken:' || p.promise_id, (p.until_on + 1)::timestamptz, p.until_on + 1, 'promise-broken', '', null,
          p.amount_cents - p.received_cents, null::uuid, null::text, null::jsonb, null::jsonb, jsonb_build_object('on', p.promised_on)
     from promise p where p.tenant_id = $1 and p.case_id = $2 and p.ended is null and p.kept_on is null and not p.moot and p.until_on < $5::date`,
  `select 'dispute:' || p.dispute_id, p.entered_at, p.opened_on, 'dispute', '', p.details,
          (select sum(coalesce(x.contested_cents, k.amount_cents))::int8 from dispute_claim x join claim k on k.tenant_id = x.tenant_id and k.claim_id = x.claim_id
            where x.tenant_id = p.tenant_id and x.dispute_id = p.dispute_id), null::uuid, null::text, null::jsonb, null::jsonb,
          jsonb_build_object('what', p.reason, 'exhibits', (select coalesce(jsonb_agg(jsonb_build_object('name', f.file_name,
            'href', '/api/disputes/' || f.dispute_id || '/files/' || encode(f.sha256, 'hex')) order by f.added_at), '[]')
            from dispute_file f where f.tenant_id = p.tenant_id and f.dispute_id = p.dispute_id))
     from dispute p where p.tenant_id = $1 and p.case_id = $2`,
  `select 'resolved:' || p.dispute_id, p.resolved_at, p.resolved_on, 'dispute-resolved', '', p.outcome_note,
          null::int8, null::uuid, null::text, null::jsonb, null::jsonb, jsonb_build_object('what', p.outcome)
     from dispute p where p.tenant_id = $1 and p.case_id = $2 and p.outcome is not null`,
  `select 'plan:' || p.plan_id, p.entered_at, p.made_on, 'plan', '', p.note,
          (select sum(i.principal_cents + i.accessory_cents)::int8 from plan_instalment i where i.tenant_id = p.tenant_id and i.plan_id = p.plan_id),
          null::uuid, null::text, null::jsonb, null::jsonb, jsonb_build_object('what', case when p.status = 'cancelled' then 'cancelled' else 'drawn-up' end)
     from payment_plan p where p.tenant_id = $1 and p.case_id = $2`,
  `select 'signed:' || p.plan_id, p.signed_on::timestamptz, p.signed_on, 'plan-signed', '', p.signed_by,
          null::int8, null::uuid, null::text, null::jsonb, null::jsonb,
          case when p.proof_sha256 is null then '{}'::jsonb else jsonb_build_object('exhibits', jsonb_build_array(jsonb_build_object(
            'name', coalesce(p.proof_name, 'Échéancier signé'), 'href', '/api/plans/' || p.plan_id || '/proof'))) end
     from payment_plan p where p.tenant_id = $1 and p.case_id = $2 and p.signed_on is not null`,
  `select 'event:' || e.event_id, e.told_at, e.on_day, 'dispatch-event', '', concat_ws(' — ', coalesce(a.facts ->> 'stepName', a.step), e.label),
          null::int8, null::uuid, a.mode, null::jsonb, null::jsonb,
          jsonb_build_object('what', e.kind, 'channel', s.channel, 'electronic', s.electronic, 'exhibits',
            case when e.proof_sha256 is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object('name', 'Preuve', 'href', '/api/dispatch-events/' || e.event_id || '/proof')) end)
     from action a join dispatch s on s.tenant_id = a.tenant_id and s.action_id = a.action_id
     join dispatch_event e on e.tenant_id = s.tenant_id and e.action_id = s.action_id and e.withdrawn_at is null
    where a.tenant_id = $1 and a.case_id = $2`,
  `select 'handed:' || h.hand_over_id, h.entered_at, h.opened_on, 'handed-over', '', h.note,
          h.amount_cents, null::uuid, null::text, null::jsonb, null::jsonb, jsonb_build_object('what', p.name)
     from hand_over h join partner p on p.tenant_id = h.tenant_id and p.partner_id = h.partner_id
    where h.tenant_id = $1 and h.case_id = $2`,
  `select 'handed-end:' || h.hand_over_id, h.ended_at, h.ended_on, 'hand-over-ended', '', h.outcome_note,
          null::int8, null::uuid, null::text, null::jsonb, null::jsonb, jsonb_build_object('what', h.outcome)
     from hand_over h where h.tenant_id = $1 and h.case_id = $2 and h.ended_on is not null`,
  // An act of a procedure is told by the procedure itself; a message is read where it was written.
  `select 'told:' || x.post_id, x.at, x.on_day, 'partner-told', '', concat_ws(' — ', x.title, x.details),
          x.amount_cents, null::uuid, null::text, null::jsonb, null::jsonb,
          jsonb_build_object('what', x.author, 'exhibits', case when x.file_sha256 is null then '[]'::jsonb
            else jsonb_build_array(jsonb_build_object('name', x.file_name, 'href', '/api/hand-over-posts/' || x.post_id || '/file')) end)
     from hand_over h join hand_over_post x on x.tenant_id = h.tenant_id and x.hand_over_id = h.hand_over_id
      and x.told_by = 'partner' and x.kind in ('fact', 'cost', 'receipt') and x.withdrawn_at is null
    where h.tenant_id = $1 and h.case_id = $2`,
];

/** The words of a line of these sources; null for any other. */
export function agreedTitle(
  kind: string,
  { what = '', on, channel = 'letter', electronic = false }: TimelineMore,
): string | null {
  switch (kind) {
    case 'portal-act':
      return fr`Sur sa page : ${workName('portal-act', what).toLowerCase()}`;
    case 'promise':
      return fr`Promesse de règlement pour le ${frenchDate(storedDay(on!))}`;
    case 'promise-kept':
      return fr`Promesse du ${frenchDate(storedDay(on!))} tenue`;
    case 'promise-broken':
      return fr`Promesse du ${frenchDate(storedDay(on!))} non tenue`;
    case 'dispute':
      return fr`Contestation : ${disputeReasonName(what as DisputeReason).toLowerCase()}`;
    case 'dispute-resolved':
      return fr`Litige clos : ${disputeOutcomeName(what as DisputeOutcome).toLowerCase()}`;
    case 'plan':
      return what === 'cancelled' ? 'Échéancier établi, puis annulé' : 'Échéancier établi';
    case 'plan-signed':
      return 'Échéancier signé';
    case 'dispatch-event':
      return dispatchEventName(what as DispatchEventKind, { channel, electronic });
    case 'handed-over':
      return fr`Confié à ${what}`;
    case 'hand-over-ended':
      return fr`Fin de la remise : ${handOverOutcomeName(what as HandOverOutcome).toLowerCase()}`;
    case 'partner-told':
      return fr`Indiqué par ${what}`;
    default:
      return null;
  }
}

/** Which side says or does it: the debtor left, us right, the post between the two. */
export function agreedSide(kind: string): TimelineItem['side'] | null {
  if (['portal-act', 'promise', 'promise-kept', 'promise-broken', 'dispute', 'plan-signed'].includes(kind))
    return 'left';
  if (['plan', 'dispute-resolved', 'handed-over', 'hand-over-ended', 'partner-told'].includes(kind)) return 'right';
  return kind === 'dispatch-event' ? 'center' : null;
}
