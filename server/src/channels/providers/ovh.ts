import { createHash } from 'node:crypto';
import type { Connector, Finding, FollowedEvent } from './model.ts';
import { type Answer, type AskOptions, ask, field, jsonOf, textField } from './request.ts';
import { notBought, paidTrouble, parisDay, wordsOf } from './words.ts';

export interface OvhAccount {
  /** `https://eu.api.ovh.com/1.0` */
  baseUrl: string;
  /** « sms-ab12345-1 » */
  serviceName: string;
  applicationKey: string;
  applicationSecret: string;
  consumerKey: string;
}

/**
 * Longest tag that a job may bear. Our reference is longer: its end, which is drawn by chance, names the sending.
 * To be verified on a real account, as is what a delivery code means: neither is in the published guide.
 */
const TAG_LENGTH = 20;
export const tagOf = (ref: string): string => ref.slice(-TAG_LENGTH);

/** Codes of `deliveryReceipt`: 1 delivered, 2 not delivered, 16 rejected; 0, 4 and 8 are on their way. */
const DELIVERED = new Set(['1']);
const LOST = new Set(['2', '16']);

/**
 * Text messages through OVHcloud: POST /sms/{serviceName}/jobs, each call signed with the account's keys and the
 * provider's own time. Nothing there refuses the same message twice, so a sending in doubt is looked for by its tag.
 */
export function ovhConnector(account: OvhAccount, options: AskOptions): Connector {
  const sms = `/sms/${encodeURIComponent(account.serviceName)}`;

  async function call(method: 'GET' | 'POST', path: string, body = ''): Promise<Answer> {
    const time = await ask({ method: 'GET', url: `${account.baseUrl}/auth/time` }, options);
    const seconds = time.kind === 'answered' && time.status === 200 ? time.body.toString('utf8').trim() : '';
    if (!/^\d{9,11}$/.test(seconds))
      return { kind: 'not-sent', reason: `L’heure d’OVHcloud n’a pas pu être lue. ${wordsOf(time)}`.trim() };
    const url = `${account.baseUrl}${path}`;
    const signed = [account.applicationSecret, account.consumerKey, method, url, body, seconds].join('+');
    return ask(
      {
        method,
        url,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'x-ovh-application': account.applicationKey,
          'x-ovh-consumer': account.consumerKey,
          'x-ovh-timestamp': seconds,
          'x-ovh-signature': `$1$${createHash('sha1').update(signed).digest('hex')}`,
        },
        ...(body !== '' && { body }),
      },
      options,
    );
  }

  return {
    async check() {
      const answer = await call('GET', sms);
      if (answer.kind !== 'answered' || answer.status !== 200) return { trouble: wordsOf(answer) };
      const credits = textField(jsonOf(answer), 'creditsLeft');
      return { answer: credits === null ? 'Compte ouvert.' : `Compte ouvert, ${credits} crédits restants.` };
    },

    async prepare(order) {
      return order.service === 'sms'
        ? { kind: 'ready', draft: null }
        : { kind: 'refused', answer: 'OVHcloud n’envoie que des SMS.' };
    },

    async pay(order) {
      if (order.service !== 'sms') return { kind: 'refused', answer: 'OVHcloud n’envoie que des SMS.' };
      const body = JSON.stringify({
        message: order.text,
        receivers: [order.to],
        sender: order.sender,
        // No advertisement: a « STOP » would take the place of what is said, and hold the message back at night.
        noStopClause: true,
        coding: '7bit',
        charset: 'UTF-8',
        priority: 'medium',
        tag: tagOf(order.ref),
      });
      const answer = await call('POST', `${sms}/jobs`, body);
      if (answer.kind !== 'answered' || answer.status !== 200) return paidTrouble(answer);
      const told = jsonOf(answer);
      const id = textField(told, 'ids', 0);
      if (id !== null) return { kind: 'accepted', providerRef: id, priceCents: null, answer: wordsOf(answer) };
      const invalid = field(told, 'invalidReceivers');
      if (Array.isArray(invalid) && invalid.length > 0) return { kind: 'refused', answer: wordsOf(answer) };
      return { kind: 'unknown', answer: wordsOf(answer) };
    },

    async find({ ref }): Promise<Finding> {
      const answer = await call('GET', `${sms}/outgoing?tag=${tagOf(ref)}`);
      const ids = jsonOf(answer);
      if (answer.kind !== 'answered' || answer.status !== 200 || !Array.isArray(ids))
        return { kind: 'unknown', answer: wordsOf(answer) };
      const id = textField(ids, 0);
      if (id !== null) return { kind: 'taken', providerRef: id, priceCents: null };
      return { kind: 'unknown', answer: 'OVHcloud ne connaît aucun message de cette référence.' };
    },

    async follow({ providerRef }) {
      const answer = await call('GET', `${sms}/outgoing/${encodeURIComponent(providerRef)}`);
      if (answer.kind !== 'answered' || answer.status !== 200) return { trouble: notBought(answer).answer };
      const told = jsonOf(answer);
      const code = textField(told, 'deliveryReceipt') ?? '';
      const on = parisDay(textField(told, 'creationDatetime'));
      const label = `Code de remise ${code}`;
      const events: FollowedEvent[] = [];
      if (on !== null && DELIVERED.has(code)) events.push({ kind: 'delivered', on, label, proof: null });
      if (on !== null && LOST.has(code)) events.push({ kind: 'failed', on, label, proof: null });
      return { events, number: null, priceCents: null };
    },
  };
}
