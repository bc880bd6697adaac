import { groupedIban } from '@acquit/recovery';
import { html, raw } from 'hono/html';
import { paymentQrSvg } from '../../render/index.ts';
import { type Html, hrefOf, nothing, page } from './frame.ts';
import type { Visit } from './visit.ts';

/** Where the card's form goes, and where its payer comes back. */
export const CARD_PAGE = 'carte';

/** Longest list of numbers a bank carries beside a transfer. */
const REFERENCE_LENGTH = 140;

/** The reference that lets a transfer be recognised: the late invoices, oldest first, as many as a bank carries. */
export function transferReference({ account }: Visit): string {
  let reference = '';
  for (const { number, isLate } of account.lines) {
    if (!isLate) continue;
    const longer = reference === '' ? number : `${reference} ${number}`;
    if (longer.length > REFERENCE_LENGTH) break;
    reference = longer;
  }
  return reference;
}

/** Whether a card is offered: not at all, for real, or shown without effect to the creditor who tries his page. */
export type CardOffer = 'none' | 'real' | 'shown';

/** How to pay: the transfer with its code to scan, and the card when the creditor takes it. */
export function payPage(visit: Visit, card: CardOffer): Html {
  const { texts, account } = visit;
  const { pay } = texts;
  return page(
    visit,
    pay.title,
    html`${account.dueCents === 0 ? html`<p>${account.isInsolvent ? texts.insolvent : texts.nothingDue}</p>` : html`${transfer(visit)}${card === 'none' ? nothing : cardOf(visit, card)}`}
<p class="noprint"><a href="${hrefOf(visit.token)}">${texts.form.back}</a></p>`,
  );
}

function transfer(visit: Visit): Html {
  const { texts, account, company } = visit;
  const { pay } = texts;
  if (company.iban === null) return html`<h2>${pay.byTransfer}</h2><p>${pay.noIban}</p>`;
  const reference = transferReference(visit);
  const qr = paymentQrSvg({
    iban: company.iban,
    bic: company.bic,
    beneficiary: company.name,
    reference,
    amountCents: account.dueCents,
  });
  return html`<h2>${pay.byTransfer}</h2>
<section class="sheet"><dl>
<dt>${pay.amount}</dt><dd>${texts.money(account.dueCents)}</dd>
<dt>${pay.beneficiary}</dt><dd>${company.name}</dd>
<dt>IBAN</dt><dd class="iban">${groupedIban(company.iban).replaceAll('\u00a0', ' ')}</dd>
${company.bic === null ? nothing : html`<dt>BIC</dt><dd>${company.bic}</dd>`}
<dt>${pay.reference}</dt><dd class="iban"><b>${reference}</b></dd>
</dl><p class="soft">${pay.referenceHint}</p></section>
${'svg' in qr ? html`<p>${pay.scan}</p><div class="code">${raw(qr.svg)}</div>` : nothing}`;
}

function cardOf(visit: Visit, offer: CardOffer): Html {
  const { pay } = visit.texts;
  const act =
    offer === 'real'
      ? html`<form method="post" action="${hrefOf(visit.token, CARD_PAGE)}"><button type="submit">${pay.toCard}</button></form>`
      : html`<p><b>${pay.cardShown}</b></p>`;
  return html`<h2>${pay.byCard}</h2><p class="soft">${pay.cardHint}</p>
${act}`;
}
