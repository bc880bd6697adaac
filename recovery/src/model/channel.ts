import type { Channel } from './facts.ts';

/** The channels by which something leaves, and which therefore have a message to show. */
export const WRITTEN_CHANNELS = ['email', 'letter', 'registered', 'sms'] as const satisfies readonly Channel[];

export type WrittenChannel = (typeof WRITTEN_CHANNELS)[number];

/** True when something leaves by this channel; a call and a task are made by people. */
export function isWrittenChannel(channel: Channel): channel is WrittenChannel {
  return (WRITTEN_CHANNELS as readonly Channel[]).includes(channel);
}

/** True for paper: printed by the user, or by a provider he hands it to. */
export function isPostal(channel: Channel): channel is 'letter' | 'registered' {
  return channel === 'letter' || channel === 'registered';
}
