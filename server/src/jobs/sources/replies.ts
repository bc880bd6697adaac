import type { ImapFlow } from 'imapflow';
import type { Store } from '../../store/index.ts';
import { type ArrivedMessage, LARGEST_REPLY_BYTES, type ReplyContext, STUMBLED, takeReply } from '../replies/index.ts';
import { concernsAll } from './desk.ts';
import { lookTwice } from './imap.ts';
import { eachNewMessage, type ImapOptions, inMailbox, type LookBack } from './imap-line.ts';
import type { SettingsOf, Watch } from './model.ts';

export interface ReplyWatchOptions extends ImapOptions {
  store: Store;
  tenantId: string;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Hears of a message that met a fault of ours, for the technical log. */
  onError?: ((error: unknown) => void) | undefined;
}

/** What was answered before the mailbox was declared was read by somebody, but for the last days. */
const LOOK_BACK: LookBack = { firstDays: 7, renumberedDays: 90 };

/**
 * Watches the mailbox that debtors answer to. It is opened read-only, unless its owner wants what was taken marked as
 * read; nothing is ever moved or deleted. Each message is taken once, whatever its server calls it.
 */
export function watchReplies(options: ReplyWatchOptions): Watch {
  return {
    look(desk) {
      const settings = desk.source.settings as SettingsOf<'replies'>;
      const { store, tenantId, today } = options;
      const { sourceId, companyId } = desk.source;
      const context: ReplyContext = { store, tenantId, companyId, sourceId, today, dedicated: settings.dedicated };
      const limits = { ...options, largestBytes: LARGEST_REPLY_BYTES, readOnly: !settings.marksRead };
      return lookTwice(desk, settings, () =>
        inMailbox(desk, settings, limits, async (client) => {
          await eachNewMessage(client, desk, options.now, LOOK_BACK, async (uid, uidValidity) => {
            await desk.renew();
            const taken = await readOne(client, context, uid, uidValidity, options);
            if (taken && settings.marksRead) await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
          });
          return null;
        }),
      );
    },
  };
}

/** Takes one message; true when it is in the book, now or already. */
async function readOne(
  client: ImapFlow,
  context: ReplyContext,
  uid: number,
  uidValidity: string,
  { now, onError }: ReplyWatchOptions,
): Promise<boolean> {
  const about = await client.fetchOne(
    String(uid),
    { uid: true, envelope: true, size: true, internalDate: true },
    { uid: true },
  );
  // Deleted by its owner while we looked.
  if (!about) return false;
  const bytes = about.size ?? 0;
  const whole =
    bytes > LARGEST_REPLY_BYTES ? null : await client.fetchOne(String(uid), { source: true }, { uid: true });
  if (whole === false) return false;
  const { envelope } = about;
  const author = envelope?.from?.[0];
  const arrived: ArrivedMessage = {
    uid,
    uidValidity,
    raw: whole?.source ?? null,
    bytes,
    receivedAt: new Date(about.internalDate ?? now).toISOString(),
    envelope: {
      messageId: envelope?.messageId ?? null,
      from: author?.address ?? '',
      name: author?.name ?? '',
      subject: envelope?.subject ?? '',
    },
  };
  const taken = await takeReply(context, arrived).catch((error) => {
    if (concernsAll(error)) throw error;
    onError?.(error);
    // Tried again for ever, it would stop its mailbox: it is kept whole, and somebody reads it where it came.
    return takeReply(context, { ...arrived, fault: STUMBLED });
  });
  return taken !== 'left';
}
