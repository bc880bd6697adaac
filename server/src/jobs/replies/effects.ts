import type { Verdict } from '@acquit/recovery';
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

/** A message in the book, and what was understood of it. Days are `YYYY-MM-DD`. */
export interface Kept {
  replyId: string;
  kind: Verdict['kind'];
  bounce: Verdict['bounce'] | null;
  caseId: string | null;
  /** The act of ours that it answers, when its headers say so. */
  actionId: string | null;
  on: string;
}

/** Who did what is journalled here, when nobody in particular did. */
export const READER = 'replies';

/**
 * What a message does in its case. A person's answer takes back what was prepared and has not left: the planner sends
 * nothing more until somebody has read it. A hard bounce marks the address it could not reach, if it is one of that
 * case, and what was prepared for it is prepared again another way. Everything else only stands in the case's story.
 * `first` is the event that brought it here.
 */
export async function takeEffect(
  tx: Tx,
  kept: Kept,
  today: string,
  first: Omit<JournalEvent, 'objectKind' | 'objectId'>,
): Promise<void> {
  const { replyId, caseId, kind, bounce, on } = kept;
  const object =
    caseId === null ? { objectKind: 'reply', objectId: replyId } : { objectKind: 'case', objectId: caseId };
  const refused = await unreached(tx, kept);
  const { status = null, diagnostic = null } = bounce ?? {};
  if (refused.length > 0) await refuseAddresses(tx, refused, { replyId, status, diagnostic, on });
  const written = refused.length > 0 ? await casesWrittenTo(tx, refused) : [];
  const cases = [...new Set([...(caseId !== null && kind === 'human' ? [caseId] : []), ...written])].sort();
  const events: JournalEvent[] = [
    { ...object, ...first },
    ...refused.map((address) => ({
      ...object,
      actor: READER,
      action: 'address.refused',
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
async function unreached(tx: Tx, { bounce, caseId, actionId }: Kept): Promise<string[]> {
  if (bounce?.severity !== 'hard' || caseId === null) return [];
  const named = await addressesOfCase(tx, caseId, bounce.recipients);
  if (named.length > 0 || actionId === null) return named;
  const recipient = await recipientOfAction(tx, actionId);
  return recipient === null ? [] : [recipient];
}
