import { randomUUID } from 'node:crypto';
import { formatDay } from '@acquit/law';
import { composeStatement, entrustedFacts } from '@acquit/recovery';
import { mandatePaper, type PartnerLink, partnerActor, tellOnHandOver, withdrawPost } from '../../jobs/index.ts';
import {
  appendJournal,
  claimDocument,
  countPosts,
  noteHandOverOpened,
  postFile,
  type Tx,
  versionFile,
} from '../../store/index.ts';
import { PerMinute } from '../guards/per-minute.ts';
import { fileAnswer } from '../pipeline/answer.ts';
import { type FormBody, readForm } from '../portal/form-body.ts';
import type { Html } from '../portal/frame.ts';
import { drawn, seeOther } from '../portal/page-answer.ts';
import { HttpRefusal } from '../refusal.ts';
import type { AppServices } from '../services.ts';
import { AttemptCounter } from '../session/attempts.ts';
import { givenFile } from '../uploads/given.ts';
import { casePage, explanationPage, toldPage } from './case-page.ts';
import { eventChoicePage, eventForm, readEventForm, tellableAt } from './event-form.ts';
import { partnerForm, type Read, readPartnerForm, type Typed } from './forms.ts';
import { closedPage, hrefOf } from './frame.ts';
import { PARTNER_PAGES, type PARTNER_TEXTS, type PartnerChoice } from './texts.ts';
import { openPartnerLink, type PartnerVisit, partnerVisit } from './visit.ts';

/** Pages of one link a minute: more than a person turns, far less than a program would. */
const PAGES_A_MINUTE = 60;
/** A paper is typeset for each look. */
const PAPERS_A_MINUTE = 5;
/** Things told of one case in a day; beyond, a person is spoken to. */
const POSTS_A_DAY = 60;
/** Links that open nothing, by one address, before it waits. */
const FREE_STRANGERS = 20;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Answer = { html: Html; status?: number } | { response: Response };
type Why = keyof typeof PARTNER_TEXTS.closed;

/**
 * The page of a professional to whom a case is entrusted: drawn here, without a script, an account or a cookie. The link
 * is the key; it opens one case for a time, and closes when it is withdrawn or the mission ends. Whatever goes wrong is
 * said on a page, and nothing of it tells a stranger anything.
 */
export class PartnerDesk {
  readonly #services: AppServices;
  readonly #strangers = new AttemptCounter({ free: FREE_STRANGERS });
  readonly #pages = new PerMinute(PAGES_A_MINUTE);
  readonly #papers = new PerMinute(PAPERS_A_MINUTE);

  constructor(services: AppServices) {
    this.#services = services;
  }

  /** GET /confie/{link}/{page}: looks at a page. */
  look(token: string, rest: string, address: string): Promise<Response> {
    return this.#within(token, address, (link) =>
      this.#inCase(token, link, async (tx, seen) => (await this.#pageOf(tx, seen, rest)) ?? { closed: 'unknown' }),
    );
  }

  /** POST /confie/{link}/{page}: tells something, or takes it back. */
  async say(token: string, rest: string, request: Request, address: string): Promise<Response> {
    // A form of another site never bears a link of ours; a browser that says where it comes from is believed.
    if (request.headers.get('sec-fetch-site') === 'cross-site') return closed('unknown');
    return this.#within(token, address, async (link) => {
      const [page, id = ''] = rest.split('/');
      if (page === 'retirer' && UUID.test(id)) return this.#takeBack(token, link, id);
      const form = await readForm(request);
      const actId = UUID.test(form.values.act ?? '') ? form.values.act! : randomUUID();
      return this.#inCase(token, link, async (tx, seen) => {
        const at = formAt(seen, rest);
        if (at === null) return { closed: 'unknown' };
        const again = (wrong: object): Answer => ({
          html: at.draw({ values: form.values, faults: {}, actId, ...wrong }),
          status: 422,
        });
        const read = at.read(form);
        if ('faults' in read) return again({ faults: read.faults });
        if ((await countPosts(tx, seen.handOver.handOverId, formatDay(seen.today))) >= POSTS_A_DAY)
          return { closed: 'tooMany' };
        const visit = { ...seen, ...seen.handOver, postId: actId };
        const told = await tellOnHandOver(tx, this.#services.store.blobs, visit, read.says);
        if (typeof told === 'object') return again({ refused: told.refusal.message });
        return { response: seeOther(hrefOf(token, `note/${actId}`)) };
      });
    });
  }

  #takeBack(token: string, link: PartnerLink, postId: string): Promise<Response> {
    return this.#inCase(token, link, async (tx, { handOver, today }) => {
      const { handOverId, partner } = handOver;
      const back = { name: partner.name, reason: null, only: { handOverId } };
      const by = { actor: partnerActor(partner.partnerId), today: formatDay(today) };
      const taken = await withdrawPost(tx, postId, back, by);
      if ('refusal' in taken && taken.refusal.code === 'NotFound') return { closed: 'unknown' };
      return { response: seeOther(hrefOf(token)) };
    });
  }

  async #pageOf(tx: Tx, seen: PartnerVisit, rest: string): Promise<Answer | { closed: Why } | null> {
    if (rest === '') {
      await noteOpened(tx, seen);
      return { html: casePage(seen, offered(seen)) };
    }
    if (rest === 'releve.pdf' || rest === 'projet.pdf') return this.#paper(tx, seen, rest);
    const [page, id = ''] = rest.split('/');
    if (page === 'facture' && seen.documents.has(id)) {
      const document = (await claimDocument(tx, id))!;
      const content = this.#services.store.blobs.get(document.sha256);
      return { response: fileAnswer(givenFile(document.fileName, document.mediaType, content)) };
    }
    if (page === 'dossier') return this.#package(tx, seen, rest);
    if (page === 'calcul') {
      const html = explanationPage(seen, id);
      return html && { html };
    }
    if (page === 'piece' && UUID.test(id)) {
      const file = await postFile(tx, id, seen.handOver.handOverId);
      if (file === null) return null;
      const content = this.#services.store.blobs.get(file.sha256);
      return { response: fileAnswer(givenFile(file.name, file.mediaType, content)) };
    }
    if (page === 'note') {
      const post = seen.handOver.posts.find((one) => one.postId === id && one.by === 'partner');
      return post === undefined ? null : { html: toldPage(seen, post) };
    }
    if (rest === PARTNER_PAGES.event) return seen.procedures.length === 0 ? null : { html: eventChoicePage(seen) };
    const form = formAt(seen, rest);
    return form && { html: form.draw({ values: {}, faults: {}, actId: randomUUID() }) };
  }

  /** A file built for a court, of this case and of what is entrusted. */
  async #package(tx: Tx, { packages }: PartnerVisit, rest: string): Promise<Answer | null> {
    const wanted = packages.find((one) => rest === `dossier/${one.bundleId}/${one.version}/${one.n}`);
    const file = wanted && (await versionFile(tx, wanted.bundleId, wanted.version, wanted.n));
    if (!file) return null;
    return { response: fileAnswer(givenFile(file.name, file.mediaType, this.#services.store.blobs.get(file.sha256))) };
  }

  async #paper(tx: Tx, seen: PartnerVisit, which: 'releve.pdf' | 'projet.pdf'): Promise<Answer | { closed: Why }> {
    if (this.#papers.wait(seen.token, this.#services.clock.now()) > 0) return { closed: 'tooMany' };
    const today = formatDay(seen.today);
    if (which === 'projet.pdf') {
      const made = await mandatePaper(tx, seen.handOver.handOverId, today);
      return 'refusal' in made ? { closed: 'busy' } : pdf(made.name, made.content);
    }
    const content = await this.#services.renderStatement(
      composeStatement(entrustedFacts(seen.claimIds, seen.facts), seen.company, seen.today),
    );
    return pdf(`releve-${today}.pdf`, content);
  }

  /** Reads the link, counts the call, and turns whatever fails into a page. */
  async #within(token: string, address: string, work: (link: PartnerLink) => Promise<Response>): Promise<Response> {
    const { clock, log, store } = this.#services;
    if (this.#strangers.wait(address, clock.now()) > 0) return closed('tooMany');
    const opened = openPartnerLink(store, token, clock.today());
    if ('closed' in opened) {
      if (opened.closed === 'unknown') this.#strangers.attempt(address, clock.now());
      return closed(opened.closed);
    }
    if (this.#pages.wait(token, clock.now()) > 0) return closed('tooMany');
    try {
      return await work(opened.link);
    } catch (error) {
      if (error instanceof HttpRefusal && error.status < 500) return drawn(closedPage('unknown'), error.status);
      const incident = randomUUID();
      log.error({ err: error, incident }, 'a page of a professional failed');
      return closed('busy');
    }
  }

  async #inCase(
    token: string,
    link: PartnerLink,
    work: (tx: Tx, seen: PartnerVisit) => Promise<Answer | { closed: Why }>,
  ): Promise<Response> {
    const { store, clock } = this.#services;
    const answer = await store.inTenant(link.tenantId, async (tx): Promise<Answer | { closed: Why }> => {
      const seen = await partnerVisit(tx, token, link, clock.today());
      return 'closed' in seen ? seen : work(tx, seen);
    });
    if ('closed' in answer) return closed(answer.closed);
    return 'response' in answer ? answer.response : drawn(answer.html, answer.status);
  }
}

/** The first look of a day, by whoever holds the link. */
async function noteOpened(tx: Tx, { handOver, caseId, today }: PartnerVisit): Promise<void> {
  const on = formatDay(today);
  const { handOverId, partner } = handOver;
  if (!(await noteHandOverOpened(tx, handOverId, on))) return;
  const actor = partnerActor(partner.partnerId);
  const payload = { handOverId, on };
  await appendJournal(tx, [{ actor, action: 'handover.page-opened', objectKind: 'case', objectId: caseId, payload }]);
}

const pdf = (name: string, content: Uint8Array): Answer => ({
  response: fileAnswer({ name, mediaType: 'application/pdf', content, inline: true }),
});

/** What may be told today: acts only while a procedure runs. */
const offered = ({ procedures }: PartnerVisit): PartnerChoice[] =>
  (Object.keys(PARTNER_PAGES) as PartnerChoice[]).filter((choice) => choice !== 'event' || procedures.length > 0);

/** The form at an address: how it is drawn and read; null when there is none, or it may not be told now. */
function formAt(
  seen: PartnerVisit,
  rest: string,
): { draw: (typed: Typed) => Html; read: (form: FormBody) => Read } | null {
  const [page, procedureId = '', kind = ''] = rest.split('/');
  if (page === PARTNER_PAGES.event) {
    const event = tellableAt(seen, procedureId, kind);
    return event && { draw: (typed) => eventForm(seen, event, typed), read: (form) => readEventForm(event, form) };
  }
  const choice = (Object.keys(PARTNER_PAGES) as PartnerChoice[]).find((one) => PARTNER_PAGES[one] === rest);
  if (choice === undefined || choice === 'event') return null;
  return {
    draw: (typed) => partnerForm(seen, choice, typed),
    read: (form) => readPartnerForm(choice, seen, form),
  };
}

const CLOSED_STATUS: Readonly<Record<Why, number>> = { unknown: 404, expired: 410, busy: 503, tooMany: 429 };

const closed = (why: Why): Promise<Response> => drawn(closedPage(why), CLOSED_STATUS[why]);
