import {
  eInvoiceSide,
  type MatchedBy,
  type Page,
  type Reason,
  type ReplyKind,
  replyKindName,
  type TimelineItem,
} from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { isInstantText, PAGE_SIZE, pageOf, readCursor } from './cursor.ts';
import { AGREED_BRANCHES, agreedSide, agreedTitle, type TimelineMore } from './timeline-branches.ts';

interface Row {
  id: string;
  at: string;
  on_day: string;
  kind: string;
  title: string;
  detail: string | null;
  amount_cents: bigint | null;
  action_id: string | null;
  mode: 'test' | 'live' | null;
  reasons: Reason[] | null;
  match: MatchedBy | null;
  more: TimelineMore | null;
}

const AFTER = '($3::timestamptz is null or (at, id) < ($3, $4))';
const LIMIT = `order by at desc, id desc limit ${PAGE_SIZE + 1}`;

/** Facts of the journal that a reader of the case wants to see; what has a row of its own above is left out. */
const TOLD = `('case.paused', 'case.resumed', 'case.parked', 'debtor.changed', 'debtor.merged', 'debtor.unmerged', 'claim.changed')`;

const FACT = `'journal:' || e.seq, e.at, e.at::date, e.action, '',
          coalesce(p.payload ->> 'reason', p.payload ->> 'message', p.payload ->> 'number'), null::int8, null::uuid, null::text, null::jsonb, null::jsonb`;
const PAYLOAD = 'left join journal_payload p on p.tenant_id = e.tenant_id and p.seq = e.seq';

/** Where an act stands, in words: what became of its message, else what a person did with it. */
const STANDING = `case
  when a.status = 'cancelled' then case when a.result = 'mode-switched' then 'Retiré au changement de mode' else 'Retiré avant envoi : les faits avaient changé' end
  when a.result = 'superseded' then 'Pas fait : une étape plus récente en a pris la place'
  when a.status = 'skipped' then 'Passé par choix'
  when o.state = 'captured' then 'Retenu en mode test : rien n’est parti'
  when o.state = 'sent' then 'Envoyé'
  when o.state = 'in-doubt' then 'Envoi incertain'
  when o.state = 'refused' then concat_ws(' : ', 'Refusé', o.server_answer)
  when o.state = 'to-print' then 'À imprimer'
  when o.state = 'printed' then 'Imprimé'
  when a.status = 'to-confirm' then 'À confirmer'
  when a.status = 'to-do' then 'À faire'
  when a.status = 'queued' then 'En attente d’envoi'
  when a.result = 'filled-in' then 'Complété'
  else nullif(concat_ws(' — ', a.result, a.note), '') end`;

/** One branch per source, each already limited, so that a long history costs no more than a page. */
const BRANCHES = [
  // A message that left stands on the day it left, which may come after the one on which it was decided.
  `select 'action:' || a.action_id as id, coalesce(o.settled_at, a.done_at, a.created_at) as at,
          coalesce((coalesce(o.settled_at, a.done_at) at time zone 'Europe/Paris')::date, a.decided_on) as on_day,
          'action-' || a.channel as kind, coalesce(a.facts ->> 'stepName', a.step) as title,
          ${STANDING} as detail,
          a.total_cents as amount_cents, a.action_id, a.mode, a.reasons, null::jsonb as match
     from action a left join outbox o on o.tenant_id = a.tenant_id and o.action_id = a.action_id and o.channel = a.channel
    where a.tenant_id = $1 and a.case_id = $2`,
  `select 'receipt:' || r.receipt_id, r.entered_at, r.received_on, 'receipt',
          case when r.cancelled_at is not null then 'Encaissement annulé' when r.origin = 'bank' then 'Encaissement lu à la banque'
               when r.origin = 'ledger' then 'Encaissement lu en comptabilité'
               when r.origin = 'card' then 'Paiement par carte' when r.origin = 'list' then 'Règlement annoncé par une liste' else 'Encaissement' end,
          r.reference, r.amount_cents, null::uuid, null::text, m.reasons,
          case when m.match_id is not null then jsonb_build_object('rule', m.rule, 'confidence', m.confidence, 'by', u.name) end
     from receipt r
     left join bank_match m on m.tenant_id = r.tenant_id and m.match_id = r.match_id and m.state = 'applied'
     left join app_user u on u.tenant_id = m.tenant_id and m.decided_by = 'user:' || u.user_id
    where r.tenant_id = $1 and r.case_id = $2`,
  `select 'import:' || k.import_id || ':' || min(k.claim_id::text), min(k.created_at), min(k.created_at)::date, 'import',
          case when count(*) = 1 then case when min(k.kind) = 'credit-note' then 'Avoir importé' else 'Facture importée' end
               else count(*) || ' documents importés' end,
          string_agg(k.number, ', ' order by k.number), sum(k.amount_cents)::int8, null::uuid, null::text, null::jsonb, null::jsonb
     from claim k where k.tenant_id = $1 and k.case_id = $2 and k.import_id is not null group by k.import_id`,
  // What was said of an e-invoice stands at the moment it was said, not when its message came.
  `select 'einvoice:' || e.status_id, e.at at time zone 'Europe/Paris', e.at::date, 'einvoice-' || e.code, '',
          concat_ws(' — ', k.number, nullif((select string_agg(coalesce(r ->> 'text', r ->> 'code'), ', ') from jsonb_array_elements(e.reasons) r), '')),
          e.amount_cents, null::uuid, null::text, null::jsonb, null::jsonb
     from claim k join einvoice_status e on e.tenant_id = k.tenant_id and e.claim_id = k.claim_id
    where k.tenant_id = $1 and k.case_id = $2`,
  // What came back from the debtor, at the moment it came.
  `select 'reply:' || r.reply_id, r.received_at, r.on_day, 'reply-' || r.kind, '',
          case when r.kind = 'human' then left(regexp_replace(r.own_text, '\\s+', ' ', 'g'), 300) else r.verdict -> 'why' ->> 'message' end,
          null::int8, null::uuid, null::text, null::jsonb, null::jsonb
     from reply r where r.tenant_id = $1 and r.case_id = $2`,
  // Two branches rather than one with an « or », which no index could serve.
  `select ${FACT} from journal_entry e ${PAYLOAD}
    where e.tenant_id = $1 and e.object_kind = 'case' and e.object_id = $2::text and e.action in ${TOLD}`,
  `select ${FACT} from debtor_merge m
     join journal_entry e on e.tenant_id = m.tenant_id and e.object_kind = 'case' and e.object_id = m.from_case_id::text ${PAYLOAD}
    where m.tenant_id = $1 and m.into_case_id = $2 and m.undone_at is null and e.action in ${TOLD}`,
  `select ${FACT} from claim k
     join journal_entry e on e.tenant_id = k.tenant_id and e.object_kind = 'claim' and e.object_id = k.claim_id::text ${PAYLOAD}
    where k.tenant_id = $1 and k.case_id = $2 and e.action in ${TOLD}`,
];

/** One page of everything that happened in a case up to a day, latest first. */
export async function timelineOf(
  tx: Tx,
  caseId: string,
  cursor: string | undefined,
  names: (action: string) => string,
  today: string,
): Promise<Page<TimelineItem>> {
  const key = readCursor(cursor, 'ss');
  const valid = key !== null && isInstantText(key[0]);
  const all = [...BRANCHES.map((branch) => `select b.*, null::jsonb from (${branch}) b`), ...AGREED_BRANCHES];
  const branches = all.map(
    (branch) =>
      `(select * from (${branch}) b(id, at, on_day, kind, title, detail, amount_cents, action_id, mode, reasons, match, more) where ${AFTER} ${LIMIT})`,
  );
  const { rows } = await tx.query<Row>(`select * from (${branches.join(' union all ')}) t ${LIMIT}`, [
    tx.tenantId,
    caseId,
    valid ? key[0] : null,
    valid ? key[1] : null,
    today,
  ]);
  return pageOf(
    rows,
    (row) => timelineItem(row, names),
    (row) => [row.at, row.id],
  );
}

const REPLY = 'reply-';

function titleOf(kind: string, names: (action: string) => string): string {
  return kind.startsWith(REPLY) ? replyKindName(kind.slice(REPLY.length) as ReplyKind) : names(kind);
}

/** Which side of the story a line stands on: what the debtor did, what we did, and facts between the two. */
function sideOf(kind: string): TimelineItem['side'] {
  const agreed = agreedSide(kind);
  if (agreed !== null) return agreed;
  if (kind.startsWith('einvoice-')) {
    const by = eInvoiceSide(kind.slice('einvoice-'.length));
    return by === 'buyer' ? 'left' : by === 'seller' ? 'right' : 'center';
  }
  if (kind === 'receipt' || kind.startsWith(REPLY)) return 'left';
  return kind.startsWith('action-') && kind !== 'action-task' ? 'right' : 'center';
}

function timelineItem(row: Row, names: (action: string) => string): TimelineItem {
  return {
    id: row.id,
    at: row.at,
    on: row.on_day,
    side: sideOf(row.kind),
    kind: row.kind,
    title: row.title === '' ? (agreedTitle(row.kind, row.more ?? {}) ?? titleOf(row.kind, names)) : row.title,
    detail: row.detail,
    amountCents: row.amount_cents === null ? null : Number(row.amount_cents),
    actionId: row.action_id,
    mode: row.mode,
    reasons: row.reasons ?? [],
    match: row.match,
    exhibits: row.more?.exhibits ?? [],
  };
}
