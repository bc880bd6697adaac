import type { Html } from './frame.ts';

/** After a form: the page that says what was recorded, which may be loaded again without recording anything. */
export const seeOther = (to: string): Response => new Response(null, { status: 303, headers: { location: to } });

/** A page as an answer; no search engine may keep it. */
export async function drawn(body: Html, status = 200): Promise<Response> {
  return new Response(String(await body), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'x-robots-tag': 'noindex, nofollow' },
  });
}
