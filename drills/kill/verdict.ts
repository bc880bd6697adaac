import { expectedId, type Planted, readOutbox } from '../../server/src/jobs/outbox/fixture.ts';
import type { Store } from '../../server/src/store/index.ts';
import { verifyJournal } from '../../server/src/store/journal/index.ts';

/** What a drill found, by the mail server's own count against the outbox. */
export interface Verdict {
  messages: number;
  sent: number;
  /** Said to be sent, and the server never took it. */
  lostInSilence: string[];
  /** Taken by the server more than once. */
  sentTwice: string[];
  /** Listed for a person, with whether the server had in fact taken it. */
  inDoubt: { actionId: string; arrived: boolean }[];
  /** Neither sent nor listed when all was done. */
  unfinished: string[];
  /** Messages the server took that nobody had decided. */
  strangers: string[];
  /** Sent messages without exactly one entry in the journal, or a chain that does not verify. */
  journalProblems: string[];
}

async function journalProblems(store: Store, { tenantId }: Planted, sent: string[]): Promise<string[]> {
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query<{ id: string; entries: number }>(
      `select p.payload ->> 'actionId' as id, count(*)::int as entries
         from journal_entry e join journal_payload p using (tenant_id, seq)
        where e.action = 'message-sent' group by 1`,
    ),
  );
  const entries = new Map(rows.map((row) => [row.id, row.entries]));
  const problems = sent
    .filter((id) => entries.get(id) !== 1)
    .map((id) => `${id}: ${entries.get(id) ?? 0} entries for one message`);
  const verification = await verifyJournal(store, tenantId);
  return verification.valid ? problems : [...problems, 'the chain does not verify'];
}

/** Compares the outbox, the journal and what the mail server took. */
export async function judge(store: Store, planted: Planted, taken: Map<string, number>): Promise<Verdict> {
  const rows = await readOutbox(store, planted);
  const countOf = (actionId: string): number => taken.get(expectedId(planted, actionId)) ?? 0;
  const known = new Set(rows.map((row) => expectedId(planted, row.actionId)));
  const ids = (state: string) => rows.filter((row) => row.state === state).map((row) => row.actionId);
  return {
    messages: rows.length,
    sent: ids('sent').length,
    lostInSilence: ids('sent').filter((id) => countOf(id) === 0),
    sentTwice: rows.map((row) => row.actionId).filter((id) => countOf(id) > 1),
    inDoubt: ids('in-doubt').map((actionId) => ({ actionId, arrived: countOf(actionId) > 0 })),
    unfinished: rows.filter((row) => row.state !== 'sent' && row.state !== 'in-doubt').map((row) => row.actionId),
    strangers: [...taken.keys()].filter((id) => !known.has(id)),
    journalProblems: await journalProblems(store, planted, ids('sent')),
  };
}

/** Every promise that was not kept, as sentences; empty when the drill passed. `mostDoubts` bounds the doubts. */
export function failuresOf(verdict: Verdict, mostDoubts: number): string[] {
  const failures: string[] = [];
  const expectNone = (what: string, found: unknown[]) => {
    if (found.length > 0) failures.push(`${what}: ${found.length}`);
  };
  expectNone('lost in silence', verdict.lostInSilence);
  expectNone('sent twice', verdict.sentTwice);
  expectNone('unfinished', verdict.unfinished);
  expectNone('unknown to the outbox', verdict.strangers);
  expectNone('journal', verdict.journalProblems);
  if (verdict.inDoubt.length > mostDoubts) failures.push(`in doubt: ${verdict.inDoubt.length}, at most ${mostDoubts}`);
  return failures;
}

/** The verdict as lines for a terminal, the doubtful messages listed. */
export function describe(verdict: Verdict): string {
  const arrived = verdict.inDoubt.filter((doubt) => doubt.arrived).length;
  return [
    `messages            ${verdict.messages}`,
    `sent                ${verdict.sent}`,
    `lost in silence     ${verdict.lostInSilence.length}`,
    `sent twice          ${verdict.sentTwice.length}`,
    `in doubt, listed    ${verdict.inDoubt.length} (${arrived} had arrived)`,
    ...verdict.inDoubt.map(({ actionId, arrived: there }) => `  ${actionId}  ${there ? 'arrived' : 'not arrived'}`),
    `unfinished          ${verdict.unfinished.length}`,
    `journal problems    ${verdict.journalProblems.length}`,
  ].join('\n');
}
