import type { AccountLine } from '@acquit/recovery';
import { html } from 'hono/html';
import { all, type Html, hrefOf, nothing, page } from './frame.ts';
import type { CardOffer } from './pay-page.ts';
import type { PortalChoice } from './texts.ts';
import type { Visit } from './visit.ts';

/** The address of each choice, in words that a person who reads it understands. */
export const CHOICE_PAGES: Readonly<Record<PortalChoice, string>> = {
  pay: 'payer',
  paid: 'deja-paye',
  promise: 'promettre',
  contest: 'contester',
  instalments: 'echelonner',
  other: 'autre-destinataire',
};

/** The first page: what is owed, to whom, and the few things that can be done about it. */
export function accountPage(visit: Visit, offered: readonly PortalChoice[], card: CardOffer): Html {
  const { texts, account, company, facts, acts } = visit;
  const hintOf = (choice: PortalChoice) =>
    choice === 'pay' && card !== 'none' ? texts.payHintWithCard : texts.choices[choice].hint;
  return page(
    visit,
    texts.title(company.name),
    html`<p class="soft">${texts.asOf(facts.debtor.name, texts.date(account.on))}</p>
<section class="sheet">${totals(visit)}</section>
${lines(visit)}
<p class="noprint"><a href="${hrefOf(visit.token, 'releve.pdf')}">${texts.statement}</a></p>
<h2 class="noprint">${texts.whatToDo}</h2>
<nav class="sheet"><ul>${all(
      offered.map(
        (choice) =>
          html`<li><a href="${hrefOf(visit.token, CHOICE_PAGES[choice])}"><b>${texts.choices[choice].title}</b><span>${hintOf(choice)}</span></a></li>`,
      ),
    )}</ul></nav>
${
  acts.length === 0
    ? nothing
    : html`<h2>${texts.said}</h2><ul class="plain">${all(
        acts.map(
          (act) =>
            html`<li><a href="${hrefOf(visit.token, `recu/${act.actId}`)}">${act.kind === 'opened' || act.kind === 'card-back' ? '' : texts.acts[act.kind]}</a> <small>${texts.instant(act.at)}</small></li>`,
        ),
      )}</ul>`
}`,
  );
}

function totals({ texts, account }: Visit): Html {
  const accessories = account.penaltyCents + account.indemnityCents;
  const rows = [
    [texts.late, account.lateCents],
    [texts.waiting, account.isInsolvent ? 0 : -account.waitingCents],
    [texts.accessories, accessories],
    [texts.credits, -account.creditCents],
  ] as const;
  const amount = (label: string, cents: number, style = '') =>
    html`<dt class="${style}">${label}</dt><dd class="${style}">${texts.money(cents)}</dd>`;
  return html`<dl>${all(rows.flatMap(([label, cents]) => (cents === 0 ? [] : [amount(label, cents)])))}${
    account.dueCents > 0 ? amount(texts.due, account.dueCents, 'total') : nothing
  }${account.upcomingCents > 0 ? amount(texts.upcoming, account.upcomingCents, 'soft') : nothing}</dl>${
    account.dueCents > 0 ? nothing : html`<p>${account.isInsolvent ? texts.insolvent : texts.nothingDue}</p>`
  }`;
}

function lines(visit: Visit): Html {
  const { texts, account } = visit;
  if (account.lines.length === 0) return nothing;
  return html`<table><thead><tr><th scope="col">${texts.invoice}</th><th scope="col">${texts.dueOn}</th><th scope="col">${texts.left}</th></tr></thead>
<tbody>${all(account.lines.map((line) => row(visit, line)))}</tbody></table>`;
}

function row(visit: Visit, line: AccountLine): Html {
  const { texts } = visit;
  const note =
    line.waits !== null
      ? texts.waits[line.waits]
      : line.isLate || line.kind === 'credit-note' || line.dueOn === null
        ? null
        : texts.notDueYet;
  const name = line.kind === 'invoice' ? line.number : `${texts.kind[line.kind]} ${line.number}`;
  const named = visit.copies.has(line.claimId)
    ? html`<a href="${hrefOf(visit.token, `facture/${line.claimId}`)}" aria-label="${texts.openCopy(name)}">${name}</a>`
    : html`${name}`;
  const cents = line.kind === 'credit-note' ? -line.openCents : line.openCents;
  return html`<tr><td>${named}${note === null ? nothing : html`<small>${note}</small>`}</td><td>${line.dueOn === null || line.kind === 'credit-note' ? '–' : texts.shortDate(line.dueOn)}</td><td>${texts.money(cents)}</td></tr>`;
}
