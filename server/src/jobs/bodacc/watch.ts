import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { addDays, day, formatDay } from '@acquit/law';
import { noticeOf } from '@acquit/recovery';
import { askBodacc, type BodaccNet, isBeyondPages } from '../../channels/index.ts';
import type { ReadNotice } from '../../intake/index.ts';
import {
  dueNoticeWatches,
  endNoticeWatch,
  leaseNoticeWatch,
  noteAsked,
  type SirenToAsk,
  type Store,
  sirensToAsk,
} from '../../store/index.ts';
import { openDeclarations } from './declare.ts';
import { takeNotices } from './take.ts';

/** Company numbers of one question: its address stays short enough for any server between. */
const BATCH = 20;
/** Days looked at again before the last question: notices reach the open data some days after their day. */
const AGAIN_DAYS = 10;
const LEASE_MS = 120_000;

export interface WatchOptions {
  store: Store;
  net: BodaccNet;
  /** `YYYY-MM-DD` in Europe/Paris. */
  today: string;
  signal?: AbortSignal;
  /** Looks whatever the hour. */
  force?: boolean;
}

export interface WatchReport {
  tenantId: string;
  companyId: string;
  asked: number;
  matched: number;
  proposed: number;
  opened: number;
  trouble: { code: string; message: string } | null;
}

/**
 * Asks the source about every company number of customers who owe, for each company whose watch is due. Safe beside other
 * servers, and after a cut: each batch remembers that it was asked in the transaction that keeps its answer. A failure is
 * kept on the watch, with what to do, and never thrown: nothing else waits for this.
 */
export async function watchNotices(
  options: WatchOptions,
  report: (one: WatchReport) => void = () => {},
): Promise<void> {
  const { store, force = false } = options;
  for (const { tenantId } of await store.lookup.listTenants())
    for (const companyId of await store.inTenant(tenantId, (tx) => dueNoticeWatches(tx, force))) {
      if (options.signal?.aborted) return;
      const done = await watchCompany(options, tenantId, companyId);
      if (done !== null) report(done);
    }
}

/** Looks for one company; null when another process has it. */
export async function watchCompany(
  { store, net, today, signal }: WatchOptions,
  tenantId: string,
  companyId: string,
): Promise<WatchReport | null> {
  const worker = `${hostname()}:${process.pid}:${randomBytes(6).toString('hex')}`;
  const lease = () => store.inTenant(tenantId, (tx) => leaseNoticeWatch(tx, companyId, worker, LEASE_MS));
  if (!(await lease())) return null;
  const by = { actor: 'bodacc', today };
  const told: WatchReport = { tenantId, companyId, asked: 0, matched: 0, proposed: 0, opened: 0, trouble: null };
  let isWhole = false;
  try {
    while (!signal?.aborted && (await lease())) {
      const batch = sameSince(await store.inTenant(tenantId, (tx) => sirensToAsk(tx, companyId, today, BATCH)));
      if (batch.length === 0) {
        isWhole = true;
        break;
      }
      const answer = await answersTo(net, batch);
      if ('trouble' in answer) {
        told.trouble = answer.trouble;
        break;
      }
      const taken = await store.inTenant(tenantId, async (tx) => {
        await noteAsked(
          tx,
          companyId,
          batch.map(({ siren }) => siren),
          today,
        );
        return takeNotices(tx, answer.notices, by);
      });
      told.asked += batch.length;
      told.matched += taken.matched;
      told.proposed += taken.proposed;
    }
    told.opened = await openDeclarations(store, tenantId, by);
  } catch (error) {
    const { code, message, name } = error as { code?: string; message?: string; name?: string };
    const isTold = name === 'EnvironmentRefusal';
    told.trouble = isTold ? { code: String(code), message: String(message) } : FAILED;
    if (!isTold) throw error;
  } finally {
    const { trouble } = told;
    await store.inTenant(tenantId, (tx) =>
      endNoticeWatch(tx, companyId, worker, { trouble, doneOn: trouble === null && isWhole ? today : null }),
    );
  }
  return told;
}

const FAILED = {
  code: 'WatchFailed',
  message: 'La veille des annonces s’est arrêtée sur une erreur inattendue, notée au journal technique.',
};

/** Those asked since the same day as the first go together: one question has one day. */
function sameSince(batch: readonly SirenToAsk[]): SirenToAsk[] {
  return batch.filter(({ askedOn }) => askedOn === batch[0]!.askedOn);
}

type Answers = { notices: ReadNotice[] } | { trouble: { code: string; message: string } };

async function answersTo(net: BodaccNet, batch: readonly SirenToAsk[]): Promise<Answers> {
  const askedOn = batch[0]!.askedOn;
  const since = askedOn === null ? null : formatDay(addDays(day(askedOn), -AGAIN_DAYS));
  const sirens = batch.map(({ siren }) => siren);
  const notices: ReadNotice[] = [];
  for (let offset = 0; ; ) {
    const answer = await askBodacc(net, { sirens, since }, offset);
    if (answer.kind === 'trouble') return { trouble: { code: answer.code, message: answer.message } };
    if (isBeyondPages(answer.total) && batch.length > 1) return halves(net, batch);
    for (const record of answer.records) {
      const notice = noticeOf(record);
      if (notice !== null) notices.push({ notice, record });
    }
    offset += answer.records.length;
    // A page without a record ends the answer, whatever the count says: the source may have changed meanwhile.
    if (answer.records.length === 0 || offset >= answer.total || isBeyondPages(offset + 1)) return { notices };
  }
}

async function halves(net: BodaccNet, batch: readonly SirenToAsk[]): Promise<Answers> {
  const middle = Math.ceil(batch.length / 2);
  const first = await answersTo(net, batch.slice(0, middle));
  if ('trouble' in first) return first;
  const second = await answersTo(net, batch.slice(middle));
  return 'trouble' in second ? second : { notices: [...first.notices, ...second.notices] };
}
