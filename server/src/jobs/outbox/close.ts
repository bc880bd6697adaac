import type { Tx } from '../../store/index.ts';
import { type InTenant, type Journal, OUTBOX } from './model.ts';
import { eventOf, type Settlement } from './settle.ts';

/**
 * Makes messages `sent` whose yes from the server is already written down, with their actions done and their entries in
 * the journal, in one transaction. Gives how many there were; a message closed by somebody else meanwhile is left out.
 */
export async function closeAnswered(tx: Tx, settlements: readonly Settlement[], journal: Journal): Promise<number> {
  const rows = await tx.arrays<[string]>(
    `with closed as (
       insert into outbox as o (tenant_id, action_id, company_id, channel, state, fence)
       select $1, n.action_id, n.company_id, 'email', 'sent', n.fence
         from unnest($3::uuid[], $4::uuid[], $5::bigint[]) as n (action_id, company_id, fence)
           on conflict (tenant_id, action_id, channel) do update
          set state = 'sent', leased_by = null, lease_until = null
        where o.fence = excluded.fence and o.state = 'ending' and o.settled_at is not null
    returning o.action_id),
     finished as (
       update action a set status = 'done', result = 'sent', done_at = clock_timestamp(), done_by = $2
         from closed s where a.tenant_id = $1 and a.action_id = s.action_id)
     select action_id from closed`,
    [
      tx.tenantId,
      OUTBOX,
      settlements.map((item) => item.mail.actionId),
      settlements.map((item) => item.mail.companyId),
      settlements.map((item) => item.mail.fence),
    ],
  );
  const closed = new Set(rows.map(([actionId]) => actionId));
  const events = settlements
    .filter((item) => closed.has(item.mail.actionId))
    .map(eventOf)
    .filter((event) => event !== null);
  if (events.length > 0) await journal(tx, events);
  return closed.size;
}

const BATCH = 50;
const LINGER_MS = 100;

/** Closes answered messages in the background, many at a time, beside the commits that connections wait for. */
export class Closer {
  readonly #inTenant: InTenant;
  readonly #tenantId: string;
  readonly #journal: Journal;
  #waiting: Settlement[] = [];
  #timer: NodeJS.Timeout | undefined;
  #closing: Promise<void> = Promise.resolve();

  constructor(inTenant: InTenant, tenantId: string, journal: Journal) {
    this.#inTenant = inTenant;
    this.#tenantId = tenantId;
    this.#journal = journal;
  }

  /** Takes messages whose yes is committed. */
  add(settlements: readonly Settlement[]): void {
    this.#waiting.push(...settlements);
    if (this.#waiting.length >= BATCH) this.#close();
    else if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => this.#close(), LINGER_MS);
  }

  /** Resolves when all that was given is closed, or left to the recovery. */
  async flushed(): Promise<void> {
    this.#close();
    await this.#closing;
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return;
    this.#closing = this.#closing.then(async () => {
      try {
        await this.#inTenant(this.#tenantId, (tx) => closeAnswered(tx, batch, this.#journal));
      } catch {
        // Nothing is in doubt: the yes is on record, and the recovery closes it once the lease has run out.
      }
    });
  }
}
