import { type Day, formatDay } from '@acquit/law';
import { volumeSentence } from '@acquit/recovery';
import { systemClock } from '../../clock.ts';
import type { Readers } from '../../intake/index.ts';
import { appendJournal, bankFreshness, type Store, waitingStop } from '../../store/index.ts';
import { composer } from '../messages/index.ts';
import { sendDueOnce } from '../outbox/index.ts';
import { refreshBeforeSending } from '../sources/index.ts';
import { type DecisionLine, type PassOrder, type PassResult, runPass } from './pass.ts';

/** What left after a pass, for the company of that pass. */
export interface Sending {
  mode: 'test' | 'live';
  sent: number;
  inDoubt: number;
  refused: number;
  /** E-mails that wait: for a later try, or for mail settings. */
  waiting: number;
  captured: number;
  noMailAccount: boolean;
  /** The mail account's trouble, as a sentence; null when there was none. */
  trouble: string | null;
  /** What the bank's data have to say about sending, as a sentence; null when they are recent. */
  bank: string | null;
  /** The bank's data are too old: what was prepared waits. */
  held: boolean;
  /** So much would leave that somebody is asked first, as a sentence; null when not. */
  volume: string | null;
}

/**
 * The night of one company: its sources are looked at, the pass decides, then what it put in the outbox leaves, each
 * message once, unless the bank's data are too old. Safe beside a running server: both take from the same outbox under
 * leases. The guard asks about the later of the pass's day and today: a pass of the past sends today's letters.
 */
export async function runNight(
  store: Store,
  order: PassOrder,
  onDecision: (line: DecisionLine) => void = () => {},
  readers?: Readers,
): Promise<{ pass: PassResult; sending: Sending }> {
  const today = systemClock().today();
  const on = Math.max(order.on, today) as Day;
  if (!order.dryRun) await refreshBeforeSending({ store, readers, today: formatDay(today) }, order);
  const pass = await runPass(store, order, onDecision);
  const round = order.dryRun
    ? null
    : await sendDueOnce({
        store,
        compose: composer(store),
        journal: appendJournal,
        today: () => on,
        passDay: () => order.on,
      });
  const { message: bank, held } = await store.inTenant(order.tenantId, (tx) => bankFreshness(tx, order.companyId, on));
  const stop = await store.inTenant(order.tenantId, (tx) => waitingStop(tx, order.companyId));
  const trouble = round?.troubles.find((one) => one.companyId === order.companyId)?.refusal ?? null;
  const { mode, waiting, captured } = await store.inTenant(order.tenantId, async (tx) => {
    const { rows } = await tx.query<{ mode: 'test' | 'live'; waiting: number; captured: number }>(
      `select c.mode,
              count(o.*) filter (where o.channel = 'email' and o.state in ('due', 'reserved', 'ending'))::int as waiting,
              count(o.*) filter (where o.state = 'captured')::int as captured
         from company c left join outbox o on o.tenant_id = c.tenant_id and o.company_id = c.company_id
                                          and o.state in ('due', 'reserved', 'ending', 'captured')
        where c.tenant_id = $1 and c.company_id = $2 group by c.mode`,
      [order.tenantId, order.companyId],
    );
    return rows[0] ?? { mode: 'test' as const, waiting: 0, captured: 0 };
  });
  return {
    pass,
    sending: {
      mode,
      sent: round?.sent ?? 0,
      inDoubt: (round?.inDoubt ?? 0) + (round?.doubted ?? 0),
      refused: round?.refused ?? 0,
      waiting,
      captured,
      noMailAccount: trouble?.code === 'MailAccountMissing',
      trouble: trouble?.message ?? null,
      bank,
      held,
      volume: stop === null ? null : volumeSentence(stop),
    },
  };
}
