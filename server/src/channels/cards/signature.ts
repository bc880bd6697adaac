import { createHmac, timingSafeEqual } from 'node:crypto';

/** How old a signed call may be, and how far ahead its clock, in seconds: an old one may be somebody's copy. */
const TOLERANCE_SECONDS = 300;
/** A header of ours to read has a time and a few signatures. */
const HEADER_LENGTH = 4_000;

/** What Stripe tells by itself: the kind of event and the object it is about. */
export interface StripeEvent {
  eventId: string;
  type: string;
  object: Record<string, unknown>;
}

/**
 * Reads a call that says it comes from Stripe; null unless one of its signatures was made with our secret, over these very
 * bytes, within five minutes of `now` (milliseconds since 1970). While a secret is being replaced there are several.
 */
export function readStripeEvent(
  body: Uint8Array,
  header: string | null,
  secret: string,
  now: number,
): StripeEvent | null {
  if (header === null || header.length > HEADER_LENGTH || secret === '') return null;
  const parts = header.split(',').map((part) => part.trim().split('=', 2) as [string, string | undefined]);
  const time = parts.find(([name]) => name === 't')?.[1] ?? '';
  if (!/^\d{1,12}$/.test(time) || Math.abs(now / 1000 - Number(time)) > TOLERANCE_SECONDS) return null;
  const wanted = createHmac('sha256', secret).update(`${time}.`).update(body).digest();
  const signed = parts.filter(
    ([name, value]) =>
      name === 'v1' && /^[0-9a-f]{64}$/.test(value ?? '') && timingSafeEqual(Buffer.from(value!, 'hex'), wanted),
  );
  return signed.length === 0 ? null : eventOf(body);
}

function eventOf(body: Uint8Array): StripeEvent | null {
  try {
    const { id, type, data } = JSON.parse(Buffer.from(body).toString('utf8')) as Record<string, unknown>;
    const object = (data as { object?: unknown } | undefined)?.object;
    if (typeof id !== 'string' || typeof type !== 'string' || typeof object !== 'object' || object === null)
      return null;
    return { eventId: id, type, object: object as Record<string, unknown> };
  } catch {
    return null;
  }
}
