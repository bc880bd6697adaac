import { euros, explanationToHtml, formatDay, frenchDate, frenchShortDate, parseDay } from '@acquit/law';
import {
  type ClaimFacts,
  costBearerName,
  entrustedCents,
  fr,
  type HandOverPostView,
  kindName,
  owedAmounts,
  owedOn,
} from '@acquit/recovery';
import { html, raw } from 'hono/html';
import { all, type Html, nothing } from '../portal/frame.ts';
import { hrefOf, partnerPage } from './frame.ts';
import { PARTNER_PAGES, PARTNER_TEXTS, type PartnerChoice } from './texts.ts';
import type { PartnerVisit } from './visit.ts';

/** The first page: what is owed and why, the documents, what may be told, and what was. */
export function casePage(visit: PartnerVisit, offered: readonly PartnerChoice[]): Html {
  const { token, facts, handOver, today } = visit;
  const { debtor } = facts;
  return partnerPage(
    visit,
    fr`${debtor.name}`,
    html`<p class="soft">${fr`Confié à ${handOver.partnerName} le ${dayOf(handOver.openedOn)}. Sommes arrêtées au ${frenchDate(today)}.`}</p>
${mission(visit)}
<section class="sheet">${totals(visit)}</section>
${claims(visit)}
${procedures(visit)}
<h2>Documents</h2>
<ul class="plain">
${all(
  visit.packages.map(
    (one) =>
      html`<li><a href="${hrefOf(token, `dossier/${one.bundleId}/${one.version}/${one.n}`)}">${fr`${one.name} : dossier du ${dayOf(one.on)}`} ${one.isArchive ? '(pièces séparées, ZIP)' : '(un seul PDF)'}</a></li>`,
  ),
)}<li><a href="${hrefOf(token, 'releve.pdf')}">Relevé de compte (PDF)</a></li>
<li><a href="${hrefOf(token, 'projet.pdf')}">Projet de mandat, de lettre ou de convention, à compléter et à signer (PDF)</a></li>
</ul>
<h2 class="noprint">Ce que vous pouvez indiquer</h2>
<nav class="sheet"><ul>${all(
      offered.map(
        (choice) =>
          html`<li><a href="${hrefOf(token, PARTNER_PAGES[choice])}"><b>${PARTNER_TEXTS.choices[choice].title}</b><span>${PARTNER_TEXTS.choices[choice].hint}</span></a></li>`,
      ),
    )}</ul></nav>
<h2>Ce qui a été indiqué</h2>
${handOver.posts.length === 0 ? html`<p class="soft">Rien encore.</p>` : html`<ul class="plain posts">${all(handOver.posts.map((post) => postLine(visit, post)))}</ul>`}`,
  );
}

const dayOf = (iso: string): string => {
  const day = parseDay(iso);
  return day === null ? iso : frenchDate(day);
};

function mission({ handOver: { procedures, terms, reference } }: PartnerVisit): Html {
  const rows = [
    ...(procedures.length === 0 ? [] : [fr`Procédures confiées : ${procedures.map((one) => one.name).join(', ')}.`]),
    ...(terms.instructions === null ? [] : [terms.instructions]),
    ...(reference === null ? [] : [fr`Votre dossier : ${reference}.`]),
  ];
  return rows.length === 0
    ? nothing
    : html`<section class="sheet">${all(rows.map((row) => html`<p>${row}</p>`))}</section>`;
}

const owed = ({ facts, claimIds }: PartnerVisit): ClaimFacts[] =>
  facts.claims.filter(
    (claim) =>
      (claimIds.length === 0 || claimIds.includes(claim.claimId)) &&
      claim.openCents > 0 &&
      claim.kind !== 'credit-note' &&
      claim.kind !== 'factored',
  );

function totals(visit: PartnerVisit): Html {
  const { facts, company, today } = visit;
  const amounts = owed(visit).map((claim) => owedAmounts(claim, today, { company, debtor: facts.debtor }));
  const sum = (pick: (one: (typeof amounts)[number]) => number) => amounts.reduce((total, one) => total + pick(one), 0);
  const credits = facts.claims.reduce((cents, one) => cents + (one.kind === 'credit-note' ? one.openCents : 0), 0);
  const rows = [
    [fr`Principal`, sum((one) => one.principalCents)],
    [fr`Pénalités ou intérêts`, sum((one) => one.penaltyCents)],
    [fr`Indemnités forfaitaires`, sum((one) => one.indemnityCents)],
    [fr`Avoirs et règlements non affectés`, visit.claimIds.length > 0 ? 0 : -(credits + (facts.unallocatedCents ?? 0))],
  ] as const;
  const reserved = sum((one) => one.reservedCents);
  return html`<dl>${all(rows.flatMap(([label, cents]) => (cents === 0 ? [] : [html`<dt>${label}</dt><dd>${euros(cents)}</dd>`])))}
<dt class="total">Total</dt><dd class="total">${euros(entrustedCents(visit.claimIds, facts, company, today))}</dd></dl>${
    reserved === 0
      ? nothing
      : html`<p class="soft">${fr`Dont ${euros(reserved)} d’accessoires que le créancier garde en réserve : demandez-lui avant de les réclamer.`}</p>`
  }`;
}

function claims(visit: PartnerVisit): Html {
  const { facts, company, today, token, documents } = visit;
  const rows = owed(visit).map((claim) => {
    const { totalDueCents, reservedCents } = owedAmounts(claim, today, { company, debtor: facts.debtor });
    const name = `${kindName(claim.kind)} ${claim.number}`;
    return html`<tr><td>${
      documents.has(claim.claimId)
        ? html`<a href="${hrefOf(token, `facture/${claim.claimId}`)}" aria-label="${fr`Ouvrir la ${name}`}">${name}</a>`
        : name
    }<small>${claim.dueOn === null ? 'sans échéance' : fr`échéance ${frenchShortDate(claim.dueOn)}`}</small></td><td>${euros(claim.openCents)}</td><td><a href="${hrefOf(token, `calcul/${claim.claimId}`)}" aria-label="${fr`Pourquoi ce montant : ${name}`}">${euros(totalDueCents + reservedCents)}</a></td></tr>`;
  });
  if (rows.length === 0) return html`<p>Plus rien n’est dû.</p>`;
  return html`<table><thead><tr><th scope="col">Pièce</th><th scope="col">Reste dû</th><th scope="col">Avec accessoires</th></tr></thead><tbody>${all(rows)}</tbody></table>`;
}

/** What runs in court, and what comes next there. */
function procedures({ procedures: running }: PartnerVisit): Html {
  if (running.length === 0) return nothing;
  return html`<h2>Procédures</h2><ul class="plain posts">${all(
    running.map((one) => {
      const dates = one.deadlines.filter((date) => date.status === 'open' && (date.before ?? date.notBefore) !== null);
      return html`<li><b>${one.name}</b><br><span class="soft">${[one.stateName, one.courtName, one.caseNumber].filter((part) => part !== null).join(' – ')}</span>
${all(dates.map((date) => html`<p class="soft">${date.before === null ? fr`${date.label} : pas avant le ${dayOf(date.notBefore!)}` : fr`${date.label} : au plus tard le ${dayOf(date.before)}`}</p>`))}</li>`;
    }),
  )}</ul>`;
}

/** How the figure of one claim is made, down to the article; null for a claim that is not of this case. */
export function explanationPage(visit: PartnerVisit, claimId: string): Html | null {
  const { facts, company, today, token } = visit;
  const claim = owed(visit).find((one) => one.claimId === claimId);
  if (claim === undefined) return null;
  const { explanation, refusal } = owedOn(claim, today, { company, debtor: facts.debtor });
  return partnerPage(
    visit,
    fr`Pourquoi ce montant : ${claim.number}`,
    html`${refusal === null ? nothing : html`<p>${refusal.message}</p>`}<div class="scroll">${raw(explanationToHtml(explanation))}</div>
<p class="noprint"><a href="${hrefOf(token)}">Retour au dossier</a></p>`,
  );
}

function postLine({ token }: PartnerVisit, post: HandOverPostView): Html {
  const { withdrawn } = post;
  const title =
    post.kind === 'message' ? (post.by === 'us' ? fr`Message de ${post.author}` : fr`Votre message`) : post.title;
  const facts = [
    dayOf(post.on),
    ...(post.amountCents === null ? [] : [euros(post.amountCents)]),
    ...(post.bearer === null ? [] : [costBearerName(post.bearer)]),
    ...(post.receiptId === null ? [] : ['enregistré par le créancier']),
  ].join(' – ');
  return html`<li><b>${withdrawn === null ? title : html`<s>${title}</s>`}</b><br><span class="soft">${facts}</span>
${post.details === null ? nothing : html`<p>${post.details}</p>`}
${post.fileName === null ? nothing : html`<p><a href="${hrefOf(token, `piece/${post.postId}`)}">${post.fileName}</a></p>`}
${
  withdrawn !== null
    ? html`<p class="soft">${fr`Retiré le ${dayOf(withdrawn.on)} par ${withdrawn.by}.`}</p>`
    : post.by === 'partner' && post.receiptId === null
      ? html`<form method="post" action="${hrefOf(token, `retirer/${post.postId}`)}" class="noprint quiet"><button type="submit" aria-label="${fr`Retirer : ${title}`}">Retirer</button></form>`
      : nothing
}</li>`;
}

/** What was recorded, when and under which reference. */
export function toldPage(visit: PartnerVisit, post: HandOverPostView): Html {
  return partnerPage(
    visit,
    fr`C’est noté`,
    html`<section class="sheet"><p><b>${post.title}</b></p><p>${dayOf(post.on)}</p>
${post.amountCents === null ? nothing : html`<p>${euros(post.amountCents)}</p>`}
${post.details === null ? nothing : html`<p>${post.details}</p>`}
${post.fileName === null ? nothing : html`<p>${post.fileName}</p>`}
<p class="soft">${fr`Noté le ${dayOf(formatDay(visit.today))} sous la référence ${post.postId.slice(0, 8).toUpperCase()}. Le créancier le voit comme indiqué par ${post.author}.`}</p></section>
<p class="noprint"><a href="${hrefOf(visit.token)}">Retour au dossier</a></p>`,
  );
}
