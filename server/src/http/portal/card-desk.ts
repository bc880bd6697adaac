import { html } from 'hono/html';
import { beginCardPayment, type CardWork, refreshCardPayment, takeStripeCall, takesCards } from '../../jobs/index.ts';
import { PORTAL_ROOT } from '../../public-names.ts';
import { findCardAccount, type Tx } from '../../store/index.ts';
import { readLimited } from '../guards/body.ts';
import type { AppServices } from '../services.ts';
import { CHOICE_PAGES } from './account-page.ts';
import { type Html, hrefOf, nothing, page } from './frame.ts';
import { CARD_PAGE, type CardOffer, transferReference } from './pay-page.ts';
import type { CardNews } from './texts.ts';
import type { Visit } from './visit.ts';

/** What a call about a card is answered: a page, or another address. */
export type CardAnswer = { html: Html; status: number } | { to: string };

/** Bounds of what one card payment takes in euros: Stripe's own, in cents. */
const [LEAST_CENTS, MOST_CENTS] = [50, 99_999_999];
/** What Stripe tells fits many times in this. */
const CALL_BYTES = 512 * 1024;
const CALL_TIME_MS = 10_000;

const workOf = ({ store, clock, config }: AppServices): CardWork => ({ store, clock, net: config.stripe });

/** Whether the page that shows how to pay, alone of all, may lead a form to Stripe. */
export const isPayPage = (path: string): boolean =>
  path.startsWith(`${PORTAL_ROOT}/`) && path.split('/')[3] === CHOICE_PAGES.pay;

/** Whether this debtor is offered the card; the creditor who looks at his page, or tries it, sees it without effect. */
export async function cardOffer(tx: Tx, { companyId, company, account, link }: Visit): Promise<CardOffer> {
  const found = await findCardAccount(tx, companyId);
  if (found === null || !found.enabled || account.dueCents < LEAST_CENTS || account.dueCents > MOST_CENTS)
    return 'none';
  if (link.preview || company.mode === 'test') return 'shown';
  return takesCards(found, company) ? 'real' : 'none';
}

/** POST …/carte: leads to the page where a card pays, or says why not. */
export async function payByCard(services: AppServices, seen: Visit): Promise<CardAnswer> {
  const { texts, account, company, companyId, caseId, link, token } = seen;
  const { stripe, portalUrl } = services.config;
  const offer = await services.store.inTenant(link.tenantId, (tx) => cardOffer(tx, seen));
  if (offer !== 'real' || portalUrl === null) return told(seen, offer === 'shown' ? 'shown' : 'off', 200);
  const title = texts.card.item(company.name).slice(0, 200);
  const begun = await beginCardPayment(workOf(services), {
    tenantId: link.tenantId,
    companyId,
    caseId,
    claimIds: account.lines.filter((line) => line.isLate).map((line) => line.claimId),
    amountCents: account.dueCents,
    title,
    description: transferReference(seen) || title,
    language: texts.lang,
    returnTo: new URL(hrefOf(token, CARD_PAGE), portalUrl).href,
  });
  switch (begun.kind) {
    case 'go':
      // The page that bears the form lets it lead to this site and to no other: elsewhere, a link does.
      return new URL(begun.url).origin === stripe.checkoutOrigin
        ? { to: begun.url }
        : told(seen, 'leaving', 200, begun.url);
    case 'paid':
      return { to: hrefOf(token, `recu/${begun.paymentId}`) };
    case 'busy':
      return told(seen, 'busy', 503);
    case 'too-many':
      return told(seen, 'too-many', 429);
    default:
      return told(seen, begun.kind, 200);
  }
}

/**
 * GET …/carte/{payment}, and …/annule: where Stripe sends the debtor back. What the address says proves nothing: Stripe is
 * asked, and a payment it does not confirm yet waits. Null for a payment that is not of this account.
 */
export async function cardReturn(services: AppServices, seen: Visit, rest: string): Promise<CardAnswer | null> {
  const [, paymentId, , end] = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/(annule))?$/.exec(rest) ?? [];
  if (paymentId === undefined) return null;
  const standing = await refreshCardPayment(workOf(services), seen.link.tenantId, paymentId);
  if (standing === null || standing.payment.caseId !== seen.caseId) return null;
  if (standing.state === 'paid') return { to: hrefOf(seen.token, `recu/${paymentId}`) };
  if (end !== undefined || standing.state === 'expired' || standing.state === 'refused')
    return standing.stale ? told(seen, 'busy', 200) : told(seen, 'cancelled', 200);
  return told(seen, 'waiting', 200);
}

function told(seen: Visit, news: CardNews, status: number, url?: string): CardAnswer {
  const { card } = seen.texts;
  const body = html`<p>${card.texts[news]}</p>
${url === undefined ? nothing : html`<p><a class="button" href="${url}" rel="noreferrer">${card.toStripe}</a></p>`}
<p><a href="${hrefOf(seen.token, CHOICE_PAGES.pay)}">${card.again}</a></p>`;
  return { html: page(seen, card.titles[news], body), status };
}

/** POST /espace/stripe/{door}: Stripe says that something happened. Whoever is not Stripe is told nothing. */
export async function stripeCall(services: AppServices, door: string, request: Request): Promise<Response> {
  const body = await readLimited(request, CALL_BYTES, CALL_TIME_MS);
  const signature = request.headers.get('stripe-signature');
  const taken = await takeStripeCall(workOf(services), { door, body, signature });
  return new Response(null, { status: taken ? 200 : 400 });
}
