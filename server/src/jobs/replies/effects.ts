import type { Joining, Verdict } from '@acquit/recovery';
import {
  addressesOfCase,
  appendJournal,
  casesWrittenTo,
  type JournalEvent,
  recipientOfAction,
  refuseAddresses,
  type Tx,
  touchCases,
  withdrawActions,
} from '../../store/index.ts';

/** A message just kept, and what was understood of it. Days are `YYYY-MM-DD`. */
interface Kept {
  replyId: string;
  verdict: Verdict;
  joining: Joining;
  on: string;
  today: string;
}

const READER = 'replies';

/**
 * What a message does by coming. A person's answer takes back what was prepared and has not left: the planner sends
 * nothing more until somebody has read it. A hard bounce marks the address it could not reach, if it is one of that
 * case, and what was prepared for it is prepared again another way. Everything else only stands in the case's story.
 */
export async function effectsOf(tx: Tx, kept: Kept, facts: Record<string, unknown>): Promise<void> {
  const { replyId, verdict, joining, on, today } = kept;
  const refused = await unreached(tx, kept);
  const { status = null, diagnostic = null } = verdict.bounce ?? {};
  if (refused.length > 0) await refuseAddresses(tx, refused, { replyId, status, diagnostic, on });
  const { caseId } = joining;
  const cases = [
    ...new Set([
      ...(caseId !== null && verdict.kind === 'human' ? [caseId] : []),
      ...(refused.length > 0 ? await casesWrittenTo(tx, refused) : []),
    ]),
  ].sort();
  const events: JournalEvent[] = [
    {
      actor: READER,
      action: 'reply.arrived',
      objectKind: caseId === null ? 'reply' : 'case',
      objectId: caseId ?? replyId,
      payload: { replyId, kind: verdict.kind, code: verdict.why.code, joinedBy: joining.by, on, ...facts },
    },
    ...refused.map((address) => ({
      actor: READER,
      action: 'address.refused',
      objectKind: caseId === null ? 'reply' : 'case',
      objectId: caseId ?? replyId,
      payload: { replyId, message: address, status, diagnostic },
    })),
  ];
  if (cases.length === 0) {
    await appendJournal(tx, events);
    return;
  }
  const withdrawn = await withdrawActions(tx, cases, 'contacts');
  await touchCases(tx, cases, today, [...events, ...withdrawn]);
}

/** The addresses that a hard bounce is about: those it names that are the case's, else the one its message went to. */
async function unreached(tx: Tx, { verdict, joining }: Kept): Promise<string[]> {
  const { bounce } = verdict;
  if (bounce?.severity !== 'hard' || joining.caseId === null) return [];
  const named = await addressesOfCase(tx, joining.caseId, bounce.recipients);
  if (named.length > 0 || joining.actionId === null) return named;
  const recipient = await recipientOfAction(tx, joining.actionId);
  return recipient === null ? [] : [recipient];
}
