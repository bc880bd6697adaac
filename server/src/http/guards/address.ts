import type { Context } from 'hono';

/**
 * The caller's network address, for the delays at sign-in. Without a trusted proxy it is the socket's; with `hops`
 * proxies of ours in front, it is the entry that the farthest of them wrote in `X-Forwarded-For`. What lies to the
 * left of it was written by the caller himself and is worth nothing.
 */
export function clientAddress(c: Context, hops: number): string {
  const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket;
  const direct = socket?.remoteAddress ?? 'unknown';
  if (hops === 0) return direct;
  const forwarded = (c.req.raw.headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return forwarded.at(-hops) ?? direct;
}
