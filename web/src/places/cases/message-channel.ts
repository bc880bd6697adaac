import { type TimelineItem, WRITTEN_CHANNELS, type WrittenChannel } from '@acquit/recovery';

/** The channel of a message that can be read again, from the kind of moment; null for anything else. */
export function messageChannel(item: TimelineItem): WrittenChannel | null {
  if (!item.actionId || item.side !== 'right') return null;
  const named = WRITTEN_CHANNELS.find((channel) => item.kind === `action-${channel}`);
  if (named !== undefined) return named;
  if (/letter/.test(item.kind)) return 'letter';
  return /mail|message/.test(item.kind) ? 'email' : null;
}
