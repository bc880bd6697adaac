import { PARTNER_ROOT, PORTAL_ROOT, type PublicNames } from '../../public-names.ts';
import { refuse } from '../refusal.ts';

/** Names under which the app answers when it is not published: the machine itself, nothing else. */
const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Pages of people who have no account here. */
const OUTSIDE = [PORTAL_ROOT, PARTNER_ROOT];

/**
 * Refuses a request made under another name than ours. A page elsewhere can point its own name at 127.0.0.1 (DNS
 * rebinding) and then read the app as if it were its own; the name in `Host` gives it away. Under the name given to
 * debtors nothing but their pages, and those of professionals, answers. Refuses: UnknownHost.
 */
export function checkHost(headers: Headers, path: string, { publicUrl, portalUrl }: PublicNames): void {
  const host = headers.get('host')?.toLowerCase() ?? '';
  const name = host.replace(/:\d{1,5}$/, '');
  if (LOCAL_NAMES.has(name) || isNamed(publicUrl, host, name)) return;
  if (isNamed(portalUrl, host, name) && OUTSIDE.some((root) => path.startsWith(`${root}/`))) return;
  throw refuse('UnknownHost');
}

const isNamed = (url: URL | null, host: string, name: string): boolean =>
  url !== null && (host === url.host || name === url.hostname);

/**
 * Refuses a changing request that another site made the browser send. Browsers say where a request comes from;
 * programs (which carry no ambient cookie) usually say nothing, and then the session's token decides.
 * Refuses: CrossSiteRefused.
 */
export function checkOrigin(headers: Headers, publicUrl: URL | null): void {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw refuse('CrossSiteRefused');
  const origin = headers.get('origin');
  if (origin === null) return;
  const parsed = URL.canParse(origin) ? new URL(origin) : null;
  const ours =
    parsed !== null && (parsed.host === headers.get('host')?.toLowerCase() || parsed.origin === publicUrl?.origin);
  if (!ours) throw refuse('CrossSiteRefused');
}
