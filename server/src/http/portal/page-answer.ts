import { withoutTurningMarks } from '@acquit/recovery';
import type { Html } from './frame.ts';

/** After a form: the page that says what was recorded, which may be loaded again without recording anything. */
export const seeOther = (to: string): Response => new Response(null, { status: 303, headers: { location: to } });

/** What no text of ours holds and no page needs. */
const UNSHOWN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff]/g;

/** A page as an answer; no search engine may keep it. Names from others' files cannot turn its amounts round. */
export async function drawn(body: Html, status = 200): Promise<Response> {
  return new Response(withoutTurningMarks(String(await body)).replace(UNSHOWN, ''), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'x-robots-tag': 'noindex, nofollow' },
  });
}
