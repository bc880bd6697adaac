import {
  type DispatchEventKind,
  type DispatchEventView,
  type DispatchView,
  dispatchEventName,
  type Page,
  type Provider,
  providerForm,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { isInstantText, isUuidText, PAGE_SIZE, pageOf, readCursor } from '../cursor.ts';

/** What the screen asks for: everything, what is on its way, or registered letters whose number or presentation is missing. */
export type DispatchFilter = 'all' | 'under-way' | 'to-complete';

interface Row {
  action_id: string;
  case_id: string;
  debtor_name: string;
  step_name: string;
  channel: DispatchView['channel'];
  electronic: boolean;
  via: Provider | null;
  number: string | null;
  price_cents: number | null;
  handed_at: string;
  ended: boolean;
  total_cents: bigint;
  has_letter: boolean;
}

const COLUMNS = `s.action_id, a.case_id, d.name as debtor_name, coalesce(a.facts ->> 'stepName', a.step) as step_name, s.channel,
  s.electronic, s.via, s.number, s.price_cents, s.handed_at, s.ended, a.total_cents, a.document_sha256 is not null as has_letter`;
const FROM = `from dispatch s join action a on a.tenant_id = s.tenant_id and a.action_id = s.action_id
  join collection_case c on c.tenant_id = a.tenant_id and c.case_id = a.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id where s.tenant_id = $1`;

const ASKED: Readonly<Record<DispatchFilter, string>> = {
  all: '',
  'under-way': 'and not s.ended',
  'to-complete': `and s.channel = 'registered' and s.via is null and not s.ended`,
};

/** One page of a company's sendings with their events, latest first. */
export async function listDispatches(
  tx: Tx,
  companyId: string,
  filter: DispatchFilter,
  cursor: string | undefined,
): Promise<Page<DispatchView>> {
  const key = readCursor(cursor, 'ss');
  const valid = key !== null && isInstantText(key[0]) && isUuidText(key[1]);
  const after = valid ? 'and (s.handed_at, s.action_id) < ($3::timestamptz, $4::uuid)' : '';
  const { rows } = await tx.query<Row>(
    `select ${COLUMNS} ${FROM} and s.company_id = $2 ${ASKED[filter]} ${after}
      order by s.handed_at desc, s.action_id desc limit ${PAGE_SIZE + 1}`,
    valid ? [tx.tenantId, companyId, key[0], key[1]] : [tx.tenantId, companyId],
  );
  const events = await eventsOf(tx, rows);
  return pageOf(
    rows,
    (row) => viewOf(row, events.get(row.action_id) ?? []),
    (row) => [row.handed_at, row.action_id],
  );
}

/** The sendings of a case, latest first. */
export async function dispatchesOfCase(tx: Tx, caseId: string): Promise<DispatchView[]> {
  const { rows } = await tx.query<Row>(
    `select ${COLUMNS} ${FROM} and a.case_id = $2 order by s.handed_at desc limit 100`,
    [tx.tenantId, caseId],
  );
  const events = await eventsOf(tx, rows);
  return rows.map((row) => viewOf(row, events.get(row.action_id) ?? []));
}

/** One sending; null when unknown. */
export async function findDispatch(tx: Tx, actionId: string): Promise<DispatchView | null> {
  const { rows } = await tx.query<Row>(`select ${COLUMNS} ${FROM} and s.action_id = $2`, [tx.tenantId, actionId]);
  const [row] = rows;
  return row ? viewOf(row, (await eventsOf(tx, rows)).get(actionId) ?? []) : null;
}

/** A sending by the number of its registered letter, or by the beginning of its action's identifier. */
export async function dispatchByName(tx: Tx, name: string): Promise<DispatchView[]> {
  const { rows } = await tx.query<Row>(
    `select ${COLUMNS} ${FROM} and (s.number = $2 or s.action_id::text like $3) order by s.handed_at desc limit 20`,
    [tx.tenantId, name, `${name.replace(/[^0-9a-f-]/gi, '_')}%`],
  );
  const events = await eventsOf(tx, rows);
  return rows.map((row) => viewOf(row, events.get(row.action_id) ?? []));
}

/** The proof of an event, by its hash; null when there is none. */
export async function proofOfEvent(tx: Tx, eventId: string): Promise<{ sha256: Buffer; mediaType: string } | null> {
  const { rows } = await tx.query<{ sha256: Buffer; media_type: string }>(
    `select b.sha256, b.media_type from dispatch_event e join blob b on b.tenant_id = e.tenant_id and b.sha256 = e.proof_sha256
      where e.tenant_id = $1 and e.event_id = $2`,
    [tx.tenantId, eventId],
  );
  const [row] = rows;
  return row ? { sha256: row.sha256, mediaType: row.media_type } : null;
}

/** Writes the number of a registered letter down; false when the sending is unknown. */
export async function numberDispatch(tx: Tx, actionId: string, number: string | null): Promise<boolean> {
  const { rows } = await tx.query(
    `update dispatch set number = $3 where tenant_id = $1 and action_id = $2 and channel = 'registered' returning action_id`,
    [tx.tenantId, actionId, number],
  );
  return rows.length > 0;
}

interface EventRow {
  event_id: string;
  action_id: string;
  kind: DispatchEventKind;
  on_day: string;
  source: 'provider' | 'hand';
  label: string | null;
  has_proof: boolean;
  told_by: string;
  told_at: string;
}

async function eventsOf(tx: Tx, rows: readonly Row[]): Promise<Map<string, DispatchEventView[]>> {
  const found = await tx.query<EventRow>(
    `select event_id, action_id, kind, on_day, source, label, proof_sha256 is not null as has_proof, told_by, told_at
       from dispatch_event where tenant_id = $1 and action_id = any($2::uuid[]) and withdrawn_at is null order by on_day, told_at`,
    [tx.tenantId, rows.map((row) => row.action_id)],
  );
  const of = new Map(rows.map((row) => [row.action_id, row]));
  const events = new Map<string, DispatchEventView[]>();
  for (const row of found.rows) {
    const view = {
      eventId: row.event_id,
      kind: row.kind,
      name: dispatchEventName(row.kind, of.get(row.action_id)!),
      on: row.on_day,
      source: row.source,
      label: row.label,
      hasProof: row.has_proof,
      toldAt: row.told_at,
    };
    events.set(row.action_id, [...(events.get(row.action_id) ?? []), view]);
  }
  return events;
}

function viewOf(row: Row, events: DispatchEventView[]): DispatchView {
  return {
    actionId: row.action_id,
    caseId: row.case_id,
    debtorName: row.debtor_name,
    stepName: row.step_name,
    channel: row.channel,
    electronic: row.electronic,
    provider: row.via,
    providerName: row.via === null ? null : providerForm(row.via).name,
    number: row.number,
    priceCents: row.price_cents,
    handedAt: row.handed_at,
    ended: row.ended,
    totalCents: Number(row.total_cents),
    hasLetter: row.has_letter,
    events,
  };
}
