import { buildMessage, openSmtp, type SmtpLine } from '../../channels/index.ts';
import {
  type DigestOutcome,
  digestMayEnd,
  type Store,
  settleDigest,
  type TakenDigest,
  takeDigest,
} from '../../store/index.ts';
import { type MailAccount, readMailAccount, verdictOf } from '../outbox/index.ts';
import type { DigestOptions, DigestRound } from './round.ts';

/** After the account itself failed; the schedule looks every minute. */
const ACCOUNT_REST_MS = 15 * 60_000;
const COUNTED = { sent: 'sent', refused: 'refused', 'in-doubt': 'inDoubt' } as const;

/** Sends what waits for a company, one message after another over one line. */
export async function sendDigests(
  options: DigestOptions,
  tenantId: string,
  companyId: string,
  round: DigestRound,
): Promise<void> {
  const { store, signal } = options;
  let line: SmtpLine | null = null;
  try {
    while (!signal?.aborted) {
      const digest: TakenDigest | null = await store.inTenant(tenantId, (tx) => takeDigest(tx, companyId));
      if (digest === null) return;
      const { account, refusal } = await store.inTenant(tenantId, (tx) =>
        readMailAccount(tx, store.secrets, companyId),
      );
      if (!account) return await waits(store, tenantId, digest, refusal.message, round);
      if (!line?.usable) {
        const opened = await openSmtp(account.smtp, { ...options.smtp, ...(signal && { signal }) });
        if (opened.refusal) return await waits(store, tenantId, digest, opened.refusal.message, round);
        line = opened.line;
      }
      const outcome = await sendOne(store, tenantId, digest, account, line);
      await settle(store, tenantId, digest, outcome);
      if (outcome.state !== 'due') round[COUNTED[outcome.state]] += 1;
    }
  } finally {
    line?.close();
  }
}

async function sendOne(
  store: Store,
  tenantId: string,
  digest: TakenDigest,
  { sender }: MailAccount,
  line: SmtpLine,
): Promise<DigestOutcome> {
  const built = await buildMessage({
    ...sender,
    // The owner's copy is of what debtors are sent.
    copyTo: null,
    key: { tenantId, actionId: digest.digestId, channel: 'email' },
    messageId: digest.messageId,
    to: { name: null, address: digest.recipient },
    ...digest.content,
    attachments: [],
    caseId: null,
    date: digest.createdAt,
  });
  if ('refusal' in built) return { state: 'refused', answer: built.refusal.message, delayMs: 0, uncounted: false };
  const { raw, envelope, messageId } = built.message;
  const outcome = await line.send(raw, envelope, {
    beforeDot: () => store.inTenant(tenantId, (tx) => digestMayEnd(tx, digest, messageId)),
  });
  const verdict = verdictOf(digest.attempts, outcome);
  return outcome.kind === 'sender-refused' ? { ...verdict, delayMs: ACCOUNT_REST_MS } : verdict;
}

/** The account does not work: the message waits without its attempt being counted, and nothing else is tried. */
async function waits(
  store: Store,
  tenantId: string,
  digest: TakenDigest,
  message: string,
  round: DigestRound,
): Promise<void> {
  round.troubles.push({ companyId: digest.companyId, message });
  await settle(store, tenantId, digest, { state: 'due', answer: message, delayMs: ACCOUNT_REST_MS, uncounted: true });
}

const settle = (store: Store, tenantId: string, digest: TakenDigest, outcome: DigestOutcome) =>
  store.inTenant(tenantId, (tx) => settleDigest(tx, digest, outcome));
