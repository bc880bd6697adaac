import type { Connector, Finding, FollowedEvent } from './model.ts';
import { type Answer, type AskOptions, ask, field, jsonOf, textField } from './request.ts';
import { notBought, paidTrouble, parisDay, wordsOf } from './words.ts';

export interface BrevoAccount {
  /** `https://api.brevo.com/v3` */
  baseUrl: string;
  apiKey: string;
}

/** Events of a text message that end it; the others are on its way. */
const ENDS: Readonly<Record<string, FollowedEvent['kind']>> = {
  delivered: 'delivered',
  hardBounces: 'failed',
  hard_bounces: 'failed',
  blocked: 'failed',
  rejected: 'failed',
};

/**
 * Text messages through Brevo: POST /transactionalSMS/send. Nothing there refuses the same message twice, so a sending in
 * doubt is looked for among the account's events by its tag; that a tag narrows that list is to be verified on a real
 * account, which is why the tag of each event is compared here as well.
 */
export function brevoConnector(account: BrevoAccount, options: AskOptions): Connector {
  const call = (method: 'GET' | 'POST', path: string, body?: string): Promise<Answer> =>
    ask(
      {
        method,
        url: `${account.baseUrl}${path}`,
        headers: { accept: 'application/json', 'api-key': account.apiKey, 'content-type': 'application/json' },
        ...(body !== undefined && { body }),
      },
      options,
    );

  async function eventsOf(ref: string): Promise<{ events: unknown[] } | { trouble: string }> {
    const answer = await call('GET', `/transactionalSMS/statistics/events?limit=100&tags=${ref}`);
    if (answer.kind !== 'answered' || answer.status !== 200) return { trouble: notBought(answer).answer };
    const events = field(jsonOf(answer), 'events');
    const all: unknown[] = Array.isArray(events) ? events : [];
    return { events: all.filter((event) => taggedWith(field(event, 'tag'), ref)) };
  }

  return {
    async check() {
      const answer = await call('GET', '/account');
      if (answer.kind !== 'answered' || answer.status !== 200) return { trouble: wordsOf(answer) };
      return {
        answer:
          `Compte ouvert : ${textField(jsonOf(answer), 'companyName') ?? textField(jsonOf(answer), 'email') ?? ''}`.trim(),
      };
    },

    async prepare(order) {
      return order.service === 'sms'
        ? { kind: 'ready', draft: null }
        : { kind: 'refused', answer: 'Brevo n’envoie que des SMS.' };
    },

    async pay(order) {
      if (order.service !== 'sms') return { kind: 'refused', answer: 'Brevo n’envoie que des SMS.' };
      const body = JSON.stringify({
        sender: order.sender,
        // Without its sign: the country's code and the number.
        recipient: order.to.replace(/^\+/, ''),
        content: order.text,
        type: 'transactional',
        tag: order.ref,
        unicodeEnabled: false,
      });
      const answer = await call('POST', '/transactionalSMS/send', body);
      const id = textField(jsonOf(answer), 'messageId');
      if (answer.kind === 'answered' && answer.status < 300 && id !== null)
        return { kind: 'accepted', providerRef: id, priceCents: null, answer: wordsOf(answer) };
      return paidTrouble(answer);
    },

    async find({ ref }): Promise<Finding> {
      const told = await eventsOf(ref);
      if ('trouble' in told) return { kind: 'unknown', answer: told.trouble };
      const [event] = told.events;
      if (event === undefined) return { kind: 'unknown', answer: 'Brevo ne connaît aucun message de cette référence.' };
      return { kind: 'taken', providerRef: textField(event, 'messageId'), priceCents: null };
    },

    async follow({ ref }) {
      const told = await eventsOf(ref);
      if ('trouble' in told) return { trouble: told.trouble };
      const events = told.events.flatMap((event): FollowedEvent[] => {
        const name = textField(event, 'event') ?? '';
        const on = parisDay(textField(event, 'date'));
        const kind = ENDS[name];
        const why = textField(event, 'reason');
        return kind === undefined || on === null
          ? []
          : [{ kind, on, label: [name, why].filter(Boolean).join(' : '), proof: null }];
      });
      return { events, number: null, priceCents: null };
    },
  };
}

function taggedWith(tag: unknown, ref: string): boolean {
  return Array.isArray(tag) ? tag.includes(ref) : tag === ref;
}
