/**
 * The app's own policy. Scripts and style sheets come from our files alone. `style-src-attr` allows inline style
 * attributes (not elements): the preview of an e-mail is an HTML document whose layout only exists in such attributes,
 * and an attribute runs nothing.
 */
const APP_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** A received or produced file shown in our own page: nothing in it may load, run or post anything. */
const FILE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/**
 * Headers of every answer. `isFile` lets our own pages frame it; `secure` adds HSTS, which only makes sense on https;
 * `formTarget` is the one other site to which a form of this page may lead, for browsers hold its redirections to the policy.
 */
export function setSecurityHeaders(
  headers: Headers,
  about: { secure: boolean; isFile: boolean; formTarget: string | null },
): void {
  const policy =
    about.formTarget === null ? APP_POLICY : APP_POLICY.replace("form-action 'self'", `$& ${about.formTarget}`);
  headers.set('content-security-policy', about.isFile ? FILE_POLICY : policy);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('x-frame-options', about.isFile ? 'SAMEORIGIN' : 'DENY');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  if (about.secure) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  // What concerns a debtor must not stay in a shared machine's cache; static files set their own rule before.
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
}
