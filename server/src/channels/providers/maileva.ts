import type { DispatchEventKind } from '@acquit/recovery';
import type { Connector, Finding, Followed, FollowedEvent, PaidOrder, Prepared } from './model.ts';
import { ADDRESS_TOO_LONG, multipart, sixLines } from './postal.ts';
import { type Answer, type Ask, type AskOptions, ask, field, jsonOf, textField } from './request.ts';
import { centsOf, notBought, paidTrouble, parisDay, wordsOf } from './words.ts';

export interface MailevaAccount {
  /** `https://api.maileva.com`; the sandbox has its own. */
  baseUrl: string;
  /** `https://connexion.maileva.com/auth/realms/services/protocol/openid-connect` */
  authUrl: string;
  clientId: string;
  clientSecret: string;
  /** Both empty when the application has its own rights (client credentials). */
  username: string;
  password: string;
  /** Where Maileva writes when something is wrong with a letter. */
  notificationEmail: string;
  /** Acknowledgements go back to Maileva, which scans them; else they go back to the sender by post. */
  scanReceipts: boolean;
}

const PATHS = { letter: '/mail/v2', registered: '/registered_mail/v2' } as const;

/** What the codes of La Poste and of Maileva's scans mean; those left out are steps on the way. */
const CODES: Readonly<Record<string, DispatchEventKind>> = {
  A01: 'deposited',
  A02: 'first-presentation',
  A05: 'first-presentation',
  P01: 'first-presentation',
  P02: 'first-presentation',
  D01: 'delivered',
  N01: 'delivered',
  A16: 'refused',
  A18: 'refused',
  P04: 'refused',
  P05: 'refused',
  N05: 'refused',
  N08: 'refused',
  A17: 'unclaimed',
  P03: 'unclaimed',
  N03: 'unclaimed',
  A19: 'returned',
  A21: 'returned',
  A22: 'returned',
  A23: 'returned',
  A24: 'returned',
  A26: 'returned',
  N02: 'returned',
  N04: 'returned',
  N07: 'returned',
  N10: 'returned',
};

const NOT_POST = 'Maileva n’envoie que du courrier.';

/**
 * Letters through Maileva, registered or not. A sending is made ready as a draft, which costs nothing and is seen by
 * nobody; `submit` is the one call that buys it. So a sending in doubt is always told: the draft says itself whether it
 * was submitted.
 */
export function mailevaConnector(
  account: MailevaAccount,
  service: 'letter' | 'registered',
  options: AskOptions,
): Connector {
  const base = `${account.baseUrl}${PATHS[service]}`;
  let token: string | null = null;

  async function signIn(): Promise<Answer | null> {
    const asUser = account.username !== '';
    const answer = await ask(
      {
        method: 'POST',
        url: `${account.authUrl}/token`,
        headers: {
          authorization: `Basic ${Buffer.from(`${account.clientId}:${account.clientSecret}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(
          asUser
            ? { grant_type: 'password', username: account.username, password: account.password }
            : { grant_type: 'client_credentials' },
        ).toString(),
      },
      options,
    );
    token = answer.kind === 'answered' && answer.status === 200 ? textField(jsonOf(answer), 'access_token') : null;
    return token === null ? answer : null;
  }

  /** A call with the token; a failed sign-in is the answer, as « nothing was sent » or as the account's refusal. */
  async function call(request: Ask): Promise<Answer> {
    if (token === null) {
      const failed = await signIn();
      if (failed !== null)
        return failed.kind === 'answered'
          ? { ...failed, status: failed.status >= 500 ? 429 : 401 }
          : { kind: 'not-sent', reason: failed.reason };
    }
    const answer = await ask(
      { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } },
      options,
    );
    if (answer.kind === 'answered' && answer.status === 401) token = null;
    return answer;
  }

  const get = (path: string) => call({ method: 'GET', url: `${base}${path}` });
  const post = (path: string, body: unknown) =>
    call({
      method: 'POST',
      url: `${base}${path}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const isMade = (answer: Answer) => answer.kind === 'answered' && (answer.status === 200 || answer.status === 201);

  async function draftOf(order: PaidOrder): Promise<Prepared> {
    if (order.service !== 'letter' && order.service !== 'registered') return { kind: 'refused', answer: NOT_POST };
    const [to, from] = [sixLines(order.to), sixLines(order.from)];
    if (to === null || from === null) return { kind: 'refused', answer: ADDRESS_TOO_LONG };
    const sender = Object.fromEntries(from.map((line, i) => [`sender_address_line_${i + 1}`, line]));
    const created = await post('/sendings', {
      name: order.file.name.slice(0, 256),
      custom_id: order.ref,
      color_printing: false,
      duplex_printing: true,
      notification_email: account.notificationEmail,
      ...sender,
      sender_country_code: order.from.country,
      ...(service === 'registered'
        ? { acknowledgement_of_receipt: true, acknowledgement_of_receipt_scanning: account.scanReceipts }
        : { postage_type: 'FAST', print_sender_address: true }),
    });
    const id = textField(jsonOf(created), 'id');
    if (!isMade(created) || id === null) return notBought(created);
    const sending = `/sendings/${encodeURIComponent(id)}`;
    const { type, body } = multipart([
      { name: 'document', fileName: `${order.file.name}.pdf`, type: 'application/pdf', content: order.file.pdf },
      {
        name: 'metadata',
        type: 'application/json',
        content: JSON.stringify({ priority: 1, name: `${order.file.name}.pdf` }),
      },
    ]);
    const filed = await call({
      method: 'POST',
      url: `${base}${sending}/documents`,
      headers: { 'content-type': type },
      body,
    });
    if (!isMade(filed)) return notBought(filed);
    const addressed = await post(`${sending}/recipients`, {
      custom_id: order.ref,
      ...Object.fromEntries(to.map((line, i) => [`address_line_${i + 1}`, line])),
      country_code: order.to.country,
    });
    return isMade(addressed) ? { kind: 'ready', draft: id } : notBought(addressed);
  }

  async function proofOf(path: string, known: boolean): Promise<FollowedEvent['proof']> {
    if (known) return null;
    const answer = await get(path);
    if (answer.kind !== 'answered' || answer.status !== 200 || answer.body.byteLength === 0) return null;
    const isPdf = answer.body.subarray(0, 5).toString('latin1') === '%PDF-';
    return { bytes: answer.body, mediaType: isPdf ? 'application/pdf' : 'application/zip' };
  }

  return {
    async check() {
      const answer = await get('/sendings?count=1');
      if (answer.kind === 'answered' && answer.status === 200) return { answer: 'Compte ouvert.' };
      return { trouble: wordsOf(answer) };
    },

    prepare: draftOf,

    async pay(_order, draft) {
      if (draft === null) return { kind: 'not-taken', answer: 'Aucun brouillon n’est prêt.' };
      const answer = await post(`/sendings/${encodeURIComponent(draft)}/submit`, {});
      if (answer.kind === 'answered' && (answer.status === 200 || answer.status === 204))
        return { kind: 'accepted', providerRef: draft, priceCents: null, answer: wordsOf(answer) };
      return paidTrouble(answer);
    },

    async find({ draft }): Promise<Finding> {
      if (draft === null) return { kind: 'not-taken' };
      const answer = await get(`/sendings/${encodeURIComponent(draft)}`);
      const status = textField(jsonOf(answer), 'status');
      if (answer.kind !== 'answered' || answer.status !== 200 || status === null)
        return { kind: 'unknown', answer: wordsOf(answer) };
      if (status !== 'DRAFT') return { kind: 'taken', providerRef: draft, priceCents: null };
      // Taken away before it is called not bought: a process that woke up late could submit it still.
      const gone = await call({ method: 'DELETE', url: `${base}/sendings/${encodeURIComponent(draft)}` });
      return gone.kind === 'answered' && (gone.status === 204 || gone.status === 200 || gone.status === 404)
        ? { kind: 'not-taken' }
        : { kind: 'unknown', answer: wordsOf(gone) };
    },

    async follow({ providerRef, known }): Promise<Followed> {
      const sending = `/sendings/${encodeURIComponent(providerRef)}`;
      const whole = await get(sending);
      if (whole.kind !== 'answered' || whole.status !== 200) return { trouble: wordsOf(whole) };
      const told = jsonOf(whole);
      const rejected = textField(told, 'status') === 'REJECTED';
      const list = jsonOf(await get(`${sending}/recipients`));
      const recipient = field(list, 'recipients', 0);
      const events: FollowedEvent[] = [];
      const refusedOn = parisDay(textField(told, 'submission_date') ?? textField(told, 'creation_date'));
      if ((rejected || textField(recipient, 'status') === 'REJECTED') && refusedOn !== null)
        events.push({
          kind: 'failed',
          on: refusedOn,
          label:
            textField(told, 'status_detail') ?? textField(recipient, 'status_detail') ?? 'Envoi rejeté par Maileva',
          proof: null,
        });
      const id = textField(recipient, 'id');
      if (id !== null) {
        const history = field(jsonOf(await get(`${sending}/recipients/${id}/delivery_statuses`)), 'delivery_statuses');
        for (const status of Array.isArray(history) ? history : []) {
          const kind = CODES[textField(status, 'status') ?? ''];
          const on = parisDay(textField(status, 'date'));
          if (kind === undefined || on === null) continue;
          events.push({ kind, on, label: textField(status, 'label') ?? '', proof: null });
        }
      }
      const firsts = firstOfEach(events);
      for (const event of firsts) {
        if (service === 'letter') continue;
        if (event.kind === 'deposited')
          event.proof = await proofOf(`${sending}/download_deposit_proof`, known.includes('deposited'));
        if (event.kind === 'delivered' && account.scanReceipts && id !== null)
          event.proof = await proofOf(
            `${sending}/recipients/${id}/download_acknowledgement_of_receipt`,
            known.includes('delivered'),
          );
      }
      return {
        events: firsts,
        number: textField(recipient, 'registered_number'),
        priceCents: centsOf(field(recipient, 'postage_price')),
      };
    },
  };
}

/** Of several tidings of one kind, the earliest: the first presentation is what counts, not the last. */
export function firstOfEach(events: readonly FollowedEvent[]): FollowedEvent[] {
  const firsts = new Map<DispatchEventKind, FollowedEvent>();
  for (const event of events) {
    const before = firsts.get(event.kind);
    if (before === undefined || event.on < before.on) firsts.set(event.kind, event);
  }
  return [...firsts.values()];
}
