import { randomUUID } from 'node:crypto';
import { composeStatement } from '@acquit/recovery';
import { html } from 'hono/html';
import { type PortalLink, sayOnPage } from '../../jobs/index.ts';
import {
  appendJournal,
  claimDocument,
  countPortalActs,
  findPortalAct,
  insertPortalAct,
  type PortalActKind,
  type Tx,
} from '../../store/index.ts';
import { PerMinute } from '../guards/per-minute.ts';
import { fileAnswer } from '../pipeline/answer.ts';
import { HttpRefusal } from '../refusal.ts';
import type { AppServices } from '../services.ts';
import { AttemptCounter } from '../session/attempts.ts';
import { accountPage, CHOICE_PAGES } from './account-page.ts';
import { type CardAnswer, cardOffer, cardReturn, payByCard } from './card-desk.ts';
import { donePage } from './done-page.ts';
import { readForm } from './form-body.ts';
import type { Typed } from './form-fields.ts';
import { FORM_PAGES, type FormChoice, offeredChoices } from './form-pages.ts';
import { barePage, type Html, hrefOf } from './frame.ts';
import { drawn, seeOther } from './page-answer.ts';
import { CARD_PAGE, payPage } from './pay-page.ts';
import { READERS } from './read-form.ts';
import { PORTAL_STYLE } from './style.ts';
import { type PortalTexts, portalTexts } from './texts.ts';
import { type Closed, languageBehind, openLink, type Visit, visit } from './visit.ts';

/** Pages of one link a minute: more than a person turns, far less than a program would. */
const PAGES_A_MINUTE = 60;
/** A statement is typeset for each look. */
const STATEMENTS_A_MINUTE = 5;
/** Acts of one case in a day; beyond, a person is spoken to. */
const ACTS_A_DAY = 20;
/** Links that open nothing, by one address, before it waits. */
const FREE_STRANGERS = 20;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who asks for a page: his address, and the languages his browser accepts, as its header says them. */
export interface Asker {
  address: string;
  languages: string;
}

/** The words to refuse with, looked up only when something is refused. */
type Words = () => Promise<PortalTexts>;

/** What a page needs to be told beside its account. */
type Answer = { html: Html } | { response: Response };

/**
 * The debtor's page: drawn here, without a script, an account or a cookie. The link is the key; it opens one account of
 * one creditor for a time. Whatever goes wrong is said on a page, and nothing of it tells a stranger anything.
 */
export class PortalDesk {
  readonly #services: AppServices;
  readonly #strangers = new AttemptCounter({ free: FREE_STRANGERS });
  readonly #pages = new PerMinute(PAGES_A_MINUTE);
  readonly #statements = new PerMinute(STATEMENTS_A_MINUTE);

  constructor(services: AppServices) {
    this.#services = services;
  }

  style(): Response {
    return new Response(PORTAL_STYLE, {
      headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' },
    });
  }

  /** GET /espace/{link}/{page}: looks at a page. */
  async look(token: string, rest: string, asker: Asker): Promise<Response> {
    return this.#within(token, asker, async (link, texts) => {
      if (rest.startsWith(`${CARD_PAGE}/`))
        return this.#withCards(token, link, texts, (seen) =>
          cardReturn(this.#services, seen, rest.slice(CARD_PAGE.length + 1)),
        );
      const answer = await this.#inAccount(token, link, texts, (tx, seen) => this.#pageOf(tx, seen, rest));
      return 'response' in answer ? answer.response : drawn(answer.html);
    });
  }

  /** POST /espace/{link}/{page}: says something. */
  async say(token: string, rest: string, request: Request, asker: Asker): Promise<Response> {
    // A form of another site never bears a link of ours; a browser that says where it comes from is believed.
    if (request.headers.get('sec-fetch-site') === 'cross-site') return this.#closed('unknown', askedTexts(asker));
    return this.#within(token, asker, async (link, texts) => {
      if (rest === CARD_PAGE) return this.#withCards(token, link, texts, (seen) => payByCard(this.#services, seen));
      const choice = choiceAt(rest);
      if (choice === null) return this.#closed('unknown', await texts());
      const form = await readForm(request);
      const actId = UUID.test(form.values.act ?? '') ? form.values.act! : randomUUID();
      const answer = await this.#inAccount(token, link, texts, async (tx, seen): Promise<Answer> => {
        if (!offeredChoices(seen).includes(choice)) return { html: await this.#account(tx, seen) };
        const read = READERS[choice](seen, form);
        const faults = {
          ...('faults' in read && read.faults),
          ...(form.fileTooLarge && { file: 'file-large' as const }),
        };
        if (Object.keys(faults).length > 0 || !('says' in read))
          return { html: FORM_PAGES[choice](seen, { values: form.values, faults, actId }) };
        if (link.preview) return { response: seeOther(hrefOf(token)) };
        const counts = await countPortalActs(tx, seen.caseId, seen.account.on);
        const today = Object.values(counts).reduce((sum, one) => sum + one, 0);
        if (today >= ACTS_A_DAY) return { response: await this.#closed('tooMany', seen.texts) };
        const said = await sayOnPage(tx, this.#services.store.blobs, { ...seen, actId }, read.says);
        if (typeof said === 'object' && 'refused' in said)
          return { html: FORM_PAGES[choice](seen, { values: form.values, faults: { form: 'changed' }, actId }) };
        return { response: seeOther(hrefOf(token, `recu/${actId}`)) };
      });
      return 'response' in answer ? answer.response : drawn(answer.html, 422);
    });
  }

  async #account(tx: Tx, seen: Visit): Promise<Html> {
    return accountPage(seen, offeredChoices(seen), await cardOffer(tx, seen));
  }

  async #pageOf(tx: Tx, seen: Visit, rest: string): Promise<Answer> {
    if (rest === '') {
      await noteOpened(tx, seen);
      return { html: await this.#account(tx, seen) };
    }
    if (rest === CHOICE_PAGES.pay) return { html: payPage(seen, await cardOffer(tx, seen)) };
    if (rest === 'releve.pdf') return { response: await this.#statement(seen) };
    const [page, id = ''] = rest.split('/');
    if (page === 'facture' && seen.copies.has(id)) return { response: await this.#copy(tx, id, seen.texts) };
    if (page === 'recu' && UUID.test(id)) {
      const act = await findPortalAct(tx, id);
      if (act !== null && act.caseId === seen.caseId && act.kind !== 'opened' && act.kind !== 'card-back')
        return { html: donePage(seen, act) };
    }
    const choice = choiceAt(rest);
    if (choice === null || !offeredChoices(seen).includes(choice))
      return { response: await this.#closed('unknown', seen.texts) };
    const typed: Typed = { values: {}, faults: {}, actId: randomUUID() };
    return { html: FORM_PAGES[choice](seen, typed) };
  }

  async #copy(tx: Tx, claimId: string, texts: PortalTexts): Promise<Response> {
    const document = await claimDocument(tx, claimId);
    if (document === null) return this.#closed('unknown', texts);
    const content = this.#services.store.blobs.get(document.sha256);
    return fileAnswer({ name: document.fileName, mediaType: document.mediaType, content, inline: true });
  }

  async #statement(seen: Visit): Promise<Response> {
    if (this.#statements.wait(seen.token, this.#services.clock.now()) > 0) return this.#closed('tooMany', seen.texts);
    const content = await this.#services.renderStatement(composeStatement(seen.facts, seen.company, seen.today));
    return fileAnswer({ name: `releve-${seen.account.on}.pdf`, mediaType: 'application/pdf', content, inline: true });
  }

  /** Reads the link, counts the call, and turns whatever fails into a page. */
  async #within(token: string, asker: Asker, work: (link: PortalLink, texts: Words) => Promise<Response>) {
    const { clock, log, store } = this.#services;
    if (this.#strangers.wait(asker.address, clock.now()) > 0) return this.#closed('tooMany', askedTexts(asker));
    const opened = openLink(store, token, clock.today());
    if (opened.closed === 'unknown') {
      this.#strangers.attempt(asker.address, clock.now());
      return this.#closed('unknown', askedTexts(asker));
    }
    if (this.#pages.wait(token, clock.now()) > 0) return this.#closed('tooMany', askedTexts(asker));
    const { link } = opened;
    const texts: Words = () => this.#textsFor(link, asker);
    if (opened.closed === 'expired') return this.#closed('expired', await texts());
    try {
      return await work(link, texts);
    } catch (error) {
      if (error instanceof HttpRefusal && error.status < 500)
        return drawn(sorry(await texts(), 'unknown'), error.status);
      const incident = randomUUID();
      log.error({ err: error, incident }, 'a page of a debtor failed');
      return this.#closed('busy', await texts());
    }
  }

  /** The words of whom a link of ours was written for; those the browser asks for when nobody can tell. */
  async #textsFor(link: PortalLink, asker: Asker): Promise<PortalTexts> {
    try {
      const language = await this.#services.store.inTenant(link.tenantId, (tx) => languageBehind(tx, link));
      return language === null ? askedTexts(asker) : portalTexts(language);
    } catch {
      // It is said that something failed, or that a link is over: failing again would say neither.
      return askedTexts(asker);
    }
  }

  async #inAccount(token: string, link: PortalLink, texts: Words, work: (tx: Tx, seen: Visit) => Promise<Answer>) {
    const { store, clock } = this.#services;
    const answer = await store.inTenant(link.tenantId, async (tx): Promise<Answer | { closed: Closed }> => {
      const seen = await visit(tx, token, link, clock.today());
      return 'closed' in seen ? seen : work(tx, seen);
    });
    return 'closed' in answer ? { response: await this.#closed(answer.closed, await texts()) } : answer;
  }

  /** What speaks to Stripe does so outside of any transaction: its answer may take long. */
  async #withCards(
    token: string,
    link: PortalLink,
    texts: Words,
    work: (seen: Visit) => Promise<CardAnswer | null>,
  ): Promise<Response> {
    const { store, clock } = this.#services;
    const seen = await store.inTenant(link.tenantId, (tx) => visit(tx, token, link, clock.today()));
    if ('closed' in seen) return this.#closed(seen.closed, await texts());
    const answer = await work(seen);
    if (answer === null) return this.#closed('unknown', seen.texts);
    return 'to' in answer ? seeOther(answer.to) : drawn(answer.html, answer.status);
  }

  #closed(why: Closed | 'busy' | 'tooMany', texts: PortalTexts): Promise<Response> {
    const status = { unknown: 404, expired: 410, busy: 503, tooMany: 429 }[why];
    return drawn(sorry(texts, why), status);
  }
}

/** French, unless the browser of somebody we do not know asks for English first. */
const askedTexts = ({ languages }: Asker): PortalTexts => portalTexts(asksForEnglish(languages) ? 'en' : 'fr');

/** Whether a list of accepted languages (`en-GB,en;q=0.9,fr;q=0.8`) prefers English to French. */
function asksForEnglish(languages: string): boolean {
  const weights = { en: 0, fr: 0 };
  for (const one of languages.split(',')) {
    const [, language, weight = '1'] = /^\s*(en|fr)(?:-[a-z0-9-]*)?\s*(?:;\s*q=([01](?:\.\d*)?))?\s*$/i.exec(one) ?? [];
    if (language === undefined) continue;
    const key = language.toLowerCase() as keyof typeof weights;
    weights[key] = Math.max(weights[key], Number(weight));
  }
  // Alike in weight, the first one named is preferred.
  if (weights.en === weights.fr) return weights.en > 0 && languages.search(/\ben\b/i) < languages.search(/\bfr\b/i);
  return weights.en > weights.fr;
}

/** The first look of a day, by whoever holds the link; the scanners of a mailbox look too, so that it proves little. */
async function noteOpened(tx: Tx, { caseId, companyId, account, link }: Visit): Promise<void> {
  if (link.preview) return;
  const counts = await countPortalActs(tx, caseId, account.on);
  if (counts.opened !== undefined) return;
  const kind: PortalActKind = 'opened';
  await insertPortalAct(tx, {
    actId: randomUUID(),
    companyId,
    caseId,
    kind,
    on: account.on,
    claimIds: [],
    said: {},
    file: null,
    effect: null,
    read: true,
  });
  await appendJournal(tx, [
    { actor: 'debtor', action: 'portal.opened', objectKind: 'case', objectId: caseId, payload: { on: account.on } },
  ]);
}

const choiceAt = (rest: string): FormChoice | null =>
  (Object.keys(FORM_PAGES) as FormChoice[]).find((choice) => CHOICE_PAGES[choice] === rest) ?? null;

const sorry = (texts: PortalTexts, why: keyof PortalTexts['closed']): Html =>
  barePage(texts, texts.closed[why].title, html`<p>${texts.closed[why].text}</p>`);
